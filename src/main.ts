/*
 * The entry. It is bundled alone and written in the oldest syntax that has import(), so that a Node that is too old
 * prints a sentence. Asking for the version loads nothing else.
 */
const wanted = [20, 17];
const found = process.versions.node.split('.').map(Number);
const old = (found[0] || 0) < 20 || (found[0] === 20 && (found[1] || 0) < 17);

if (old) {
  process.stderr.write(
    'mqtt-setup needs Node.js ' + wanted.join('.') + ' or newer; this is ' + process.versions.node + '.\n' +
      'Install a newer one (Debian 13: apt install nodejs; elsewhere: https://nodejs.org/en/download), then run this again.\n\n' +
      'mqtt-setup demande Node.js ' + wanted.join('.') + ' ou plus récent\u00a0; celui-ci est ' + process.versions.node + '.\n' +
      'Installez-en un plus récent (Debian 13\u00a0: apt install nodejs\u00a0; ailleurs\u00a0: https://nodejs.org/fr/download), puis relancez.\n',
  );
  process.exitCode = 64;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  process.stdout.write(__VERSION__ + '\n');
} else {
  import('./cli/run.ts').then(
    (cli) => cli.main(process.argv),
    (error) => {
      process.stderr.write(String((error && error.stack) || error) + '\n');
      process.exitCode = 70;
    },
  );
}
