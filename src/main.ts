/*
 * The entry. It is bundled alone, for Nodes as old as have import(), so that one that is too old to run the rest prints
 * a sentence instead of a syntax error. Asking for the version loads nothing else.
 */
const needed = '20.17';
const found = process.versions.node;
const [major = 0, minor = 0] = found.split('.').map(Number);

const tooOld = `mqtt-setup needs Node.js ${needed} or newer; this is ${found}.
Install a newer one (Debian 13: apt install nodejs; elsewhere: https://nodejs.org/en/download), then run this again.

mqtt-setup demande Node.js ${needed} ou plus récent\u00a0; celui-ci est ${found}.
Installez-en un plus récent (Debian 13\u00a0: apt install nodejs\u00a0; ailleurs\u00a0: https://nodejs.org/fr/download), puis relancez.
`;

if (major < 20 || (major === 20 && minor < 17)) {
  process.stderr.write(tooOld);
  process.exitCode = 64;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  process.stdout.write(`${__VERSION__}\n`);
} else if (process.argv[2] === '__complete') {
  // A tab in a shell: little is loaded, and nothing is said of what goes wrong.
  import('./cli/completion/complete.ts').then(
    (completion) => completion.main(process.argv),
    () => undefined,
  );
} else {
  import('./cli/run.ts').then(
    (cli) => cli.main(process.argv),
    (error) => {
      process.stderr.write(`${String(error?.stack || error)}\n`);
      process.exitCode = 70;
    },
  );
}
