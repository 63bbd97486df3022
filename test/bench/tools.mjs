/** What the measurements have in common: the built program, a broker of this machine, one process timed. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../../dist/mqtt-setup.mjs', import.meta.url));
export const password = 'Bench-password-1234';

const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
/** Where the tests keep what they fetch; the broker's packages are unpacked in there once. */
const cache = join(process.env.MQTT_SETUP_TEST_CACHE || join(caches, 'mqtt-setup-tests'), 'broker');
const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((kind) => `${cache}/root/usr/lib/${kind}`);

/** What the processes of a measurement get: our packages of the broker, and its libraries. */
export const environment = {
  ...process.env,
  MQTT_SETUP_CACHE: cache,
  LD_LIBRARY_PATH: libraries.join(':'),
  PW: password,
};

/** The path of one of the broker's programs; throws where there is none. Make a broker of ours first: that fetches it. */
export function tool(name) {
  const places = ['usr/sbin', 'usr/bin'].flatMap((folder) => [
    `${cache}/root/${folder}/${name}`,
    `/${folder}/${name}`,
  ]);
  const found = places.find(existsSync);
  if (found === undefined) throw new Error(`no ${name} here`);
  return found;
}

/** Runs a process to its end and answers what it took, in milliseconds, and its standard output; throws where it fails. */
export function timed(file, args) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(file, args, {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
  return { took, stdout };
}

/** One command of the built program, timed. */
export function ours(...args) {
  return timed(process.execPath, [program, ...args]);
}

/** Runs `work` with a broker of ours, in a folder of its own that is gone afterwards. `wanted`: words for `install`. */
export function withBroker(wanted, work) {
  return inFolder(async (dir) => {
    const port = await freePort();
    const broker = join(dir, 'broker');
    ours('install', '--local', broker, '--yes', '--json', '--port', String(port), ...wanted);
    try {
      return await work({ dir: broker, port });
    } finally {
      ours('uninstall', '--purge', '--yes', '--json', '--local', broker);
    }
  });
}

export async function inFolder(work) {
  const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export function freePort() {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Rounds in which each of `kinds` (a function that answers what it took) is measured once, one after the other; the
 * first rounds, which only fill caches, are not counted. Answers what each took, by its name and round.
 */
export async function inTurn(rounds, kinds, unmeasured = 1) {
  const all = [];
  for (let round = -unmeasured; round < rounds; round += 1) {
    const took = {};
    for (const [name, measure] of Object.entries(kinds)) took[name] = await measure(round);
    if (round >= 0) all.push(took);
  }
  return all;
}

/** The pairs of a row: what `one` took in each round, and what `other` took. */
export function pairsOf(all, one, other) {
  return all.map((took) => [took[one], took[other]]);
}
