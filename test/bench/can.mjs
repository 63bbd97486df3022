import { join } from 'node:path';
import { start, users, writeLarge } from './large-broker.mjs';
import { inFolder, inTurn, ours, pairsOf } from './tools.mjs';

const rounds = 7;
const lines = 60_000;
const goal = 3;
const last = users - 1;

const questions = {
  'can --matrix --format csv': ['--matrix', '--format', 'csv'],
  'can --matrix --topic': ['--matrix', '--topic', `site/${last}/device/0/x`],
  'can USER publish TOPIC': [`user-${last}`, 'publish', `site/${last}/device/0/x`],
};

/** Ten thousand users with fifty thousand rules: what `can` answers of them against the broker's own start on the file. */
export async function canTimes() {
  const all = await inFolder(async (dir) => {
    const conf = await writeLarge(dir, lines);
    const acl = ['--acl', join(dir, 'acl'), '--mosquitto-version', '2.0.11'];
    const kinds = { start: () => start(conf) };
    for (const [what, words] of Object.entries(questions))
      kinds[what] = () => ours('can', ...words, ...acl).took;
    return inTurn(rounds, kinds);
  });
  return Object.keys(questions).map((what) => ({
    what: `${what}, ${users} users, ${lines - users} rules`,
    than: 'start of the broker',
    goal,
    pairs: pairsOf(all, what, 'start'),
  }));
}
