import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/mqtt-setup.mjs', import.meta.url));
const rounds = 21;

/** `--version` and `--help` against a Node that does nothing, from spawn to end. */
export async function startTimes() {
  if (!existsSync(program)) throw new Error('dist/ is not built');
  const kinds = { nothing: ['-e', '0'], '--version': [program, '--version'], '--help': [program, '--help'] };
  const rows = ['--version', '--help'].map((what) => ({ what, than: 'node -e 0', goal: 1.4, pairs: [] }));
  for (let round = -2; round < rounds; round++) {
    const took = Object.fromEntries(Object.entries(kinds).map(([name, argv]) => [name, timed(argv)]));
    // The first two rounds fill the file cache.
    if (round >= 0) for (const row of rows) row.pairs.push([took[row.what], took.nothing]);
  }
  return rows;
}

function timed(argv) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - started;
  if (status !== 0) throw new Error(`node ${argv.join(' ')} ended with ${status}: ${String(stderr)}`);
  return took;
}
