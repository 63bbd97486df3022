import { start, users, writeLarge } from './large-broker.mjs';
import { inFolder, inTurn, ours, pairsOf } from './tools.mjs';

const rounds = 7;
const goal = 3;

/** `check` of a large tree against the broker's own start on it, until it says that it runs. */
export async function checkTimes() {
  const rows = [];
  for (const rules of [50_000, 100_000]) {
    const all = await inFolder(async (dir) => {
      const conf = await writeLarge(dir, rules);
      return inTurn(rounds, {
        check: () => ours('check', conf, '--mosquitto-version', '2.0.11', '--json').took,
        start: () => start(conf),
      });
    });
    const what = `check, ${users} users, ${rules} ACL lines`;
    rows.push({ what, than: 'start of the broker', goal, pairs: pairsOf(all, 'check', 'start') });
  }
  return rows;
}
