import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { cacheFolder } from './host-folders.ts';

/** The path of a Node of this version, as nodejs.org builds it; fetched from npm once, into the cache of the tests. */
export async function nodeOf(version: string): Promise<string> {
  const name = `node-linux-${process.arch}`;
  const place = join(cacheFolder(), 'nodes', `${name}-${version}`);
  const file = join(place, 'node_modules', name, 'bin/node');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (isThere) return file;
  const fresh = `${place}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const argv = ['install', '--silent', '--no-save', '--ignore-scripts', '--prefix', fresh];
  await execa('npm', [...argv, `${name}@${version}`], { timeout: 300_000 });
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true }));
  return file;
}
