/**
 * Prints how fast the program is as ratios: two things measured in turn inside one round, the median over the rounds
 * of what one took divided by what the other took. Absolute times depend on the machine and the package source;
 * ratios of one run hardly do. Asserts nothing and never fails.
 */

import { accountTimes, hashTimes } from './accounts.mjs';
import { canTimes } from './can.mjs';
import { checkTimes } from './check.mjs';
import { onHosts } from './on-hosts.mjs';
import { startTimes } from './start-times.mjs';
import { table } from './table.mjs';
import { verifyTimes } from './verify.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

say(`node ${process.version}, ${process.platform} ${process.arch}`);
const parts = [
  { title: 'start (whole process)', measure: startTimes },
  { title: 'check of a large configuration (whole process)', measure: checkTimes },
  { title: 'can, on a large ACL file (whole process)', measure: canTimes },
  { title: 'verify of a broker in a folder (whole command)', measure: verifyTimes },
  { title: 'passwords of many accounts (whole process)', measure: hashTimes },
  {
    title: 'accounts on a broker in a folder (whole command, reload and proof included)',
    measure: accountTimes,
  },
  { title: 'on booted Debian 12 machines', measure: onHosts },
];

for (const { title, measure } of parts) {
  say(`\n${title}`);
  try {
    say(table(await measure(say)));
  } catch (error) {
    say(`  skipped: ${error instanceof Error ? error.message : String(error)}`);
  }
}
