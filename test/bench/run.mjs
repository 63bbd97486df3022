/**
 * Prints how fast the program is as ratios: two things measured in turn inside one round, the median over the rounds
 * of what one took divided by what the other took. Absolute times depend on the machine and the package source;
 * ratios of one run hardly do. Asserts nothing. Words: parts to measure, all without any; `--write` puts what was
 * measured into the README's table.
 */

import { accountTimes, hashTimes } from './accounts.mjs';
import { canTimes } from './can.mjs';
import { checkTimes } from './check.mjs';
import { writeFigures } from './figures.mjs';
import { onHosts } from './on-hosts.mjs';
import { packageTimes } from './package.mjs';
import { runningTimes } from './running.mjs';
import { startTimes } from './start-times.mjs';
import { table } from './table.mjs';
import { withBroker } from './tools.mjs';
import { verifyTimes } from './verify.mjs';

const parts = {
  start: { title: 'start (whole process)', measure: startTimes },
  verify: { title: 'verify of a broker in a folder (whole command)', measure: verifyTimes },
  hosts: { title: 'on booted Debian 12 machines', measure: onHosts },
  package: { title: 'npm install', measure: packageTimes },
  running: { title: 'the broker with what install renders, and with what Debian has', measure: runningTimes },
  check: { title: 'check of a large configuration (whole process)', measure: checkTimes },
  can: { title: 'can, on a large ACL file (whole process)', measure: canTimes },
  hashes: { title: 'passwords of many accounts (whole process)', measure: hashTimes },
  accounts: {
    title: 'accounts on a broker in a folder (whole command, reload and proof included)',
    measure: accountTimes,
  },
};

const say = (line) => process.stdout.write(`${line}\n`);
const given = process.argv.slice(2);
const wanted = given.filter((word) => word !== '--write');
const unknown = wanted.filter((word) => parts[word] === undefined);
if (unknown.length > 0) {
  say(`no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
  process.exit(64);
}

say(`node ${process.version}, ${process.platform} ${process.arch}`);
// The first one fetches the broker's packages, which the others then find.
await withBroker(['--generate'], () => undefined);
const measured = [];
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const { title, measure } = parts[name];
  say(`\n${title}`);
  try {
    const rows = await measure(say);
    measured.push(...rows);
    say(table(rows));
  } catch (error) {
    say(`  skipped: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (given.includes('--write')) writeFigures(measured);
