import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { freePort, inFolder, inTurn, ours, pairsOf, timed, tool } from './tools.mjs';

const source = fileURLToPath(new URL('../../src', import.meta.url));

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
  const passwd = tool('mosquitto_passwd');
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
          users === 1000 ? oneByOne(passwd, dir, clear, round) : atOnce(passwd, dir, from, users, round);
        row.pairs.push([ours.took, theirs]);
      }
      rows.push(row);
      say(`  hashing ${users} accounts: at most ${memory.toFixed(0)} MiB (goal: 200)`);
    }
    return rows;
  });
}

function atOnce(passwd, dir, from, users, round) {
  const file = join(dir, `theirs-${users}-${round}`);
  writeFileSync(file, readFileSync(from), { mode: 0o600 });
  return timed(passwd, ['-U', file]).took;
}

function oneByOne(passwd, dir, clear, round) {
  const file = join(dir, `each-${round}`);
  writeFileSync(file, '', { mode: 0o600 });
  const started = performance.now();
  for (const line of clear) timed(passwd, ['-b', file, ...line.trimEnd().split(':')]);
  return performance.now() - started;
}

/** Whole commands on a broker with ten thousand accounts. */
export function accountTimes(say) {
  return inFolder(async (dir) => {
    const empty = await broker(join(dir, 'empty'), 0, 0);
    const many = await broker(join(dir, 'many'), 10_000, 1);
    const rules = await broker(join(dir, 'rules'), 10_000, 5);
    try {
      const all = await inTurn(7, {
        empty: (round) => add(empty, round),
        many: (round) => add(many, round),
        rules: (round) => add(rules, round),
        plan: () => ours('plan', '--json', '--local', rules.dir).took,
        twoSeconds: () => 2000,
        reload: () => reload(many),
        slowReload: () => reload(rules),
      });
      const middle = (name) => {
        const sorted = all.map((took) => took[name]).toSorted((one, other) => one - other);
        return sorted[sorted.length >> 1].toFixed(0);
      };
      say(
        `  the broker's own reload, 10000 accounts: ${middle('reload')} ms; with 50000 rules: ${middle('slowReload')} ms`,
      );
      const row = (what, than, goal, pairs) => ({ what, than, goal, pairs });
      const adding = 'add-user, no accounts';
      return [
        row('add-user, 10000 accounts', adding, 1.5, pairsOf(all, 'many', 'empty')),
        row('add-user, 10000 accounts, 50000 rules', adding, 1.5, pairsOf(all, 'rules', 'empty')),
        row('plan, nothing to do, 10000 accounts, 50000 rules', '2 s', 1, pairsOf(all, 'plan', 'twoSeconds')),
      ];
    } finally {
      for (const { dir } of [empty, many, rules])
        ours('uninstall', '--purge', '--yes', '--json', '--local', dir);
    }
  });
}

async function broker(dir, accounts, topics) {
  const port = await freePort();
  ours('install', '--yes', '--json', '--port', String(port), '--generate', '--local', dir);
  if (accounts > 0) {
    const base64 = (bytes) => randomBytes(bytes).toString('base64');
    const list = Array.from({ length: accounts }, (_, i) => {
      const own = Array.from({ length: topics }, (_, j) => `site/${i}/device/${j}/#`).join('|');
      return `user-${i},both,${own},$7$1000$${base64(12)}$${base64(64)}\n`;
    });
    const file = `${dir}.csv`;
    writeFileSync(file, `name,roles,topics,hash\n${list.join('')}`, { mode: 0o600 });
    ours('import-users', file, '--json', '--local', dir);
  }
  return { dir, port };
}

function add({ dir }, round) {
  return ours('add-user', `new-${round + 1}`, '--topic', 'a/#', '--generate', '--json', '--local', dir).took;
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
