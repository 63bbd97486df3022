import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, program } from './large-broker.mjs';

const rounds = 9;
const pairsOfTools = 20;

/** Twenty checks of a broker in a folder, against a Node that does nothing, and against a shell script of the tools. */
export async function verifyTimes(say) {
  if (!existsSync(program)) throw new Error('dist/ is not built');
  for (const tool of ['/usr/sbin/mosquitto', '/usr/bin/mosquitto_pub', '/usr/bin/mosquitto_sub'])
    if (!existsSync(tool)) throw new Error(`no ${tool} on this machine`);
  const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
  const broker = join(dir, 'broker');
  const port = await freePort();
  const node = { what: 'verify, 20 checks', than: 'node -e 0', goal: 2.5, pairs: [] };
  const tools = {
    what: 'verify, 20 checks',
    than: `${pairsOfTools} mosquitto_pub -r; mosquitto_sub -C 1`,
    goal: 0.2,
    pairs: [],
  };
  const env = { ...process.env, PW: 'a good long password' };
  const ours = (...args) => timed(process.execPath, [program, ...args, '--local', broker, '--json'], env);
  try {
    ours('install', '--yes', '--port', String(port), '--generate');
    ours('add-user', 'bench', '--role', 'both', '--topic', 'bench/#', '--password-env', 'PW');
    const ids = JSON.parse(ours('verify').stdout)
      .checks.filter(({ status }) => status === 'pass')
      .map(({ id }) => id);
    // What needs the disk is no part of it: a save is awaited there.
    const twenty = ids.filter((id) => !id.startsWith('persistence')).slice(-20);
    say(`  of ${ids.length} that pass: ${twenty.join(' ')}`);
    for (let round = -1; round < rounds; round += 1) {
      const base = timed(process.execPath, ['-e', '0']).took;
      const some = ours('verify', '--only', twenty.join(',')).took;
      const script = byTools(port);
      if (round < 0) continue;
      node.pairs.push([some, base]);
      tools.pairs.push([some, script]);
    }
  } finally {
    ours('uninstall', '--purge', '--yes');
    rmSync(dir, { recursive: true });
  }
  return [node, tools];
}

/** As people write it today: one after the other, a retained message out and back. */
function byTools(port) {
  const login = [
    '-h',
    '127.0.0.1',
    '-p',
    String(port),
    '-u',
    'bench',
    '-P',
    'a good long password',
    '-t',
    'bench/x',
  ];
  const started = performance.now();
  for (let pair = 0; pair < pairsOfTools; pair += 1) {
    timed('/usr/bin/mosquitto_pub', [...login, '-r', '-q', '1', '-m', `message ${pair}`]);
    timed('/usr/bin/mosquitto_sub', [...login, '-C', '1', '-W', '5']);
  }
  return performance.now() - started;
}

function timed(file, args, env = process.env) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(file, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return { took, stdout };
}
