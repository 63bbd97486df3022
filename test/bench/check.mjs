import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demandBroker, program, start, users, writeLarge } from './large-broker.mjs';

const rounds = 7;
const goal = 3;

/** `check` of a large tree against the broker's own start on it, until it says that it runs. */
export async function checkTimes() {
  const binary = demandBroker();
  const rows = [];
  for (const rules of [50_000, 100_000]) {
    const dir = mkdtempSync(join(tmpdir(), 'mqtt-setup-bench-'));
    try {
      const conf = await writeLarge(dir, rules);
      const pairs = [];
      for (let round = -1; round < rounds; round++) {
        const pair = [check(conf), await start(binary, conf)];
        if (round >= 0) pairs.push(pair);
      }
      const what = `check, ${users} users, ${rules} ACL lines`;
      rows.push({ what, than: 'start of the broker', goal, pairs });
    } finally {
      rmSync(dir, { recursive: true });
    }
  }
  return rows;
}

function check(conf) {
  const started = performance.now();
  const argv = [program, 'check', conf, '--mosquitto-version', '2.0.11', '--json'];
  const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`check ended with ${status}: ${String(stderr)}`);
  return took;
}
