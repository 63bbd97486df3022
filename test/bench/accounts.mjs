import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const program = fileURLToPath(new URL('../../dist/mqtt-setup.mjs', import.meta.url));

/** The rounds of mosquitto_passwd of 2.0, so that both do the same work. */
const iterations = 101;

/** The hashing of `import-users` alone: from a file of names and passwords to a password file, in a process of its own. */
const hashing = `
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolveHashes } from '${source}/desired/hashes.ts';
import { Hidden } from '${source}/hidden.ts';
import { printPasswd } from '${source}/mosquitto/formats/passwd.ts';
const [from, to] = process.argv.slice(2);
const secrets = new Map();
for (const line of readFileSync(from, 'utf8').split('\\n')) {
  const [name, password] = line.split(':');
  if (password) secrets.set(name, { password: new Hidden(password), generated: true });
}
const rounds = { iterations: ${iterations}, generated_iterations: ${iterations} };
const { hashes } = await resolveHashes([...secrets.keys()], new Map(), secrets, rounds);
const file = openSync(to, 'wx', 0o600);
writeSync(file, printPasswd([...hashes].map(([name, hash]) => ({ name, hash }))));
fsyncSync(file);
closeSync(file);
process.stdout.write(String(process.resourceUsage().maxRSS));
`;

/** Passwords of many accounts, hashed by us and by mosquitto_passwd at the same number of rounds. */
export async function hashTimes(say) {
  const peer = [
    '/usr/bin/mosquitto_passwd',
    `${process.env.MQTT_SETUP_TEST_BROKER_ROOT}/usr/bin/mosquitto_passwd`,
  ];
  const tool = peer.find(existsSync);
  if (tool === undefined) throw new Error('no mosquitto_passwd here');
  return inFolder(async (dir) => {
    const script = join(dir, 'hashing.mjs');
    await build({
      stdin: { contents: hashing, resolveDir: source, loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: script,
      logLevel: 'error',
    });
    const rows = [];
    for (const [users, goal, rounds] of [
      [1000, 0.05, 3],
      [10_000, 1, 5],
      [100_000, 0.8, 3],
    ]) {
      const clear = Array.from(
        { length: users },
        (_, i) => `user-${i}:${randomBytes(18).toString('base64url')}\n`,
      );
      const from = join(dir, `clear-${users}`);
      writeFileSync(from, clear.join(''), { mode: 0o600 });
      const row = {
        what: `hashing ${users} accounts`,
        than: users === 1000 ? '1000 mosquitto_passwd -b' : 'mosquitto_passwd -U',
        goal,
        pairs: [],
      };
      let memory = 0;
      for (let round = 0; round < rounds; round += 1) {
        const to = join(dir, `ours-${users}-${round}`);
        const ours = timed(process.execPath, [script, from, to]);
        memory = Math.max(memory, Number(ours.stdout) / 1024);
        const theirs =
          users === 1000 ? oneByOne(tool, dir, clear, round) : atOnce(tool, dir, from, users, round);
        row.pairs.push([ours.took, theirs]);
      }
      rows.push(row);
      say(`  hashing ${users} accounts: at most ${memory.toFixed(0)} MiB (goal: 200)`);
    }
    return rows;
  });
}

function atOnce(tool, dir, from, users, round) {
  const file = join(dir, `theirs-${users}-${round}`);
  writeFileSync(file, readFileSync(from), { mode: 0o600 });
  return timed(tool, ['-U', file]).took;
}

function oneByOne(tool, dir, clear, round) {
  const file = join(dir, `each-${round}`);
  writeFileSync(file, '', { mode: 0o600 });
  const started = performance.now();
  for (const line of clear) timed(tool, ['-b', file, ...line.trimEnd().split(':')]);
  return performance.now() - started;
}

/** Whole commands on a broker with ten thousand accounts. */
export async function accountTimes(say) {
  if (!existsSync(program)) throw new Error('dist/ is not built');
  if (!existsSync('/usr/sbin/mosquitto')) throw new Error('no mosquitto on this machine');
  return inFolder(async (dir) => {
    const empty = await broker(join(dir, 'empty'), 0, 0);
    const many = await broker(join(dir, 'many'), 10_000, 1);
    const rules = await broker(join(dir, 'rules'), 10_000, 5);
    try {
      const row = (what, than, goal) => ({ what, than, goal, pairs: [] });
      const adding = row('add-user, 10000 accounts', 'add-user, no accounts', 1.5);
      const addingRules = row('add-user, 10000 accounts, 50000 rules', 'add-user, no accounts', 1.5);
      const planning = row('plan, nothing to do, 10000 accounts, 50000 rules', '2 s', 1);
      const [reloads, slowReloads] = [[], []];
      for (let round = -1; round < 7; round += 1) {
        const base = add(empty, round);
        const pairs = [
          [adding, [add(many, round), base]],
          [addingRules, [add(rules, round), base]],
          [planning, [ours('plan', '--local', rules.dir).took, 2000]],
        ];
        reloads.push(await reload(many));
        slowReloads.push(await reload(rules));
        if (round >= 0) for (const [one, pair] of pairs) one.pairs.push(pair);
      }
      const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(0);
      say(
        `  the broker's own reload, 10000 accounts: ${middle(reloads)} ms; with 50000 rules: ${middle(slowReloads)} ms`,
      );
      return [adding, addingRules, planning];
    } finally {
      for (const { dir } of [empty, many, rules]) ours('uninstall', '--purge', '--yes', '--local', dir);
    }
  });
}

async function broker(dir, accounts, topics) {
  const port = await freePort();
  ours('install', '--yes', '--port', String(port), '--generate', '--local', dir);
  if (accounts > 0) {
    const base64 = (bytes) => randomBytes(bytes).toString('base64');
    const list = Array.from({ length: accounts }, (_, i) => {
      const own = Array.from({ length: topics }, (_, j) => `site/${i}/device/${j}/#`).join('|');
      return `user-${i},both,${own},$7$1000$${base64(12)}$${base64(64)}\n`;
    });
    const file = `${dir}.csv`;
    writeFileSync(file, `name,roles,topics,hash\n${list.join('')}`, { mode: 0o600 });
    ours('import-users', file, '--local', dir);
  }
  return { dir, port };
}

function add({ dir }, round) {
  return ours('add-user', `new-${round + 1}`, '--topic', 'a/#', '--generate', '--local', dir).took;
}

/** Milliseconds from SIGHUP until the broker answers again. */
async function reload({ dir, port }) {
  const pid = Number(/\d+/.exec(readFileSync(join(dir, '.mqtt-setup/broker.pid'), 'utf8'))?.[0]);
  const started = performance.now();
  process.kill(pid, 'SIGHUP');
  await new Promise((later) => setTimeout(later, 3));
  await new Promise((answered, failed) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(Buffer.from([0x10, 12, 0, 4, 77, 81, 84, 84, 4, 2, 0, 60, 0, 0]));
    });
    socket.once('data', () => answered(socket.destroy()));
    socket.once('error', failed);
  });
  return performance.now() - started;
}

function ours(...args) {
  return timed(process.execPath, [program, ...args, '--json']);
}

function timed(file, args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return { took, stdout };
}

async function inFolder(work) {
  const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
