import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, inTurn, pairsOf, timed } from './tools.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = 5;

/** `npm install` with an empty cache: this package, one with nothing in it, and this one with its libraries as packages. */
export function packageTimes() {
  return inFolder(async (dir) => {
    const packages = {
      ours: pack(root, dir),
      empty: pack(made(join(dir, 'empty'), {}), dir),
      unbundled: pack(made(join(dir, 'unbundled'), librariesOfOurs()), dir),
    };
    const install = (name) => (round) => {
      const place = join(dir, `${name}-${round}`);
      mkdirSync(place);
      const quiet = ['--no-audit', '--no-fund', '--loglevel', 'error'];
      return timed('npm', [
        'install',
        ...quiet,
        '--cache',
        join(place, 'cache'),
        '--prefix',
        place,
        packages[name],
      ]).took;
    };
    const kinds = Object.fromEntries(Object.keys(packages).map((name) => [name, install(name)]));
    const all = await inTurn(rounds, kinds);
    const what = 'npm install, empty cache';
    return [
      { id: 'npm', what, than: 'an empty package', goal: 1.3, pairs: pairsOf(all, 'ours', 'empty') },
      {
        id: 'npm-unbundled',
        what,
        than: 'the same program unbundled',
        goal: 0.06,
        pairs: pairsOf(all, 'ours', 'unbundled'),
      },
    ];
  });
}

/** Those of our development packages that go into the bundle, with the versions that are in it. */
function librariesOfOurs() {
  const { components } = JSON.parse(readFileSync(`${root}build/mqtt-setup.cdx.json`, 'utf8'));
  const { devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  return Object.fromEntries(
    Object.entries(devDependencies).filter(([name]) =>
      components.some((one) => one.name === name || `${one.group}/${one.name}` === name),
    ),
  );
}

function made(folder, dependencies) {
  mkdirSync(folder);
  const name = `bench-${Object.keys(dependencies).length}`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', dependencies }));
  return folder;
}

/** The path of the package file. */
function pack(folder, to) {
  const { stdout } = timed('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', to, folder]);
  return join(to, stdout.trim().split('\n').at(-1));
}
