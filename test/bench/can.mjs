import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandBroker, program, start, users, writeLarge } from './large-broker.mjs';

const rounds = 7;
const lines = 60_000;
const goal = 3;

/** Ten thousand users with fifty thousand rules: what `can` answers of them against the broker's own start on the file. */
export async function canTimes() {
  const binary = demandBroker();
  const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
  const last = users - 1;
  const rows = [
    { what: 'can --matrix --format csv', words: ['--matrix', '--format', 'csv'], pairs: [] },
    { what: 'can --matrix --topic', words: ['--matrix', '--topic', `site/${last}/device/0/x`], pairs: [] },
    {
      what: 'can USER publish TOPIC',
      words: [`user-${last}`, 'publish', `site/${last}/device/0/x`],
      pairs: [],
    },
  ];
  try {
    const conf = await writeLarge(dir, lines);
    for (let round = -1; round < rounds; round++) {
      for (const { words, pairs } of rows) {
        const pair = [can(words, join(dir, 'acl')), await start(binary, conf)];
        if (round >= 0) pairs.push(pair);
      }
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
  return rows.map(({ what, pairs }) => ({
    what: `${what}, ${users} users, ${lines - users} rules`,
    than: 'start of the broker',
    goal,
    pairs,
  }));
}

function can(words, acl) {
  const started = performance.now();
  const argv = [program, 'can', ...words, '--acl', acl, '--mosquitto-version', '2.0.11'];
  const options = { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 };
  const { status, stderr } = spawnSync(process.execPath, argv, options);
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`can ended with ${status}: ${stderr}`);
  return took;
}
