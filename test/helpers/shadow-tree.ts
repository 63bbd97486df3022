import { gatherConfTree } from '../../src/facts/conf-tree.ts';
import type { ConfTree } from '../../src/lint/types.ts';
import { readTree } from '../../src/mosquitto/shadow/read.ts';
import { ScratchKeys } from '../../src/mosquitto/shadow/scratch-keys.ts';
import type { ShadowConf } from '../../src/mosquitto/shadow/types.ts';
import { shadowConf } from '../../src/mosquitto/shadow/write.ts';
import { versionOf } from './lint.ts';
import { type MemoryFile, memoryHost } from './memory-host.ts';

export const mainConf = '/etc/mosquitto/mosquitto.conf';

/** A tree whose main file is `conf`; other files by their path. */
export function treeOf(
  conf: string,
  files: Readonly<Record<string, MemoryFile | string>> = {},
  version = '2.0.11',
): Promise<ConfTree> {
  const host = memoryHost({ ...files, [mainConf]: conf }, new Date(0));
  return gatherConfTree(host, mainConf, versionOf(version));
}

export const keys = new ScratchKeys('secret of a test');

export const witness = { name: 'shadow-witness-1', ...keys.of('witness'), roots: ['$SYS', '$aws'] };

/** The shadow of such a tree on ports from 20001 on. */
export async function shadowOf(
  conf: string,
  files: Readonly<Record<string, MemoryFile | string>> = {},
  version = '2.0.11',
): Promise<ShadowConf> {
  const read = readTree(await treeOf(conf, files, version), versionOf(version));
  const ports = read.listeners.map((_listener, index) => 20_001 + index);
  return shadowConf(read, { name: 'shadow', ports, keys, witness, user: null });
}

/** What a file of a shadow says, without blank lines. */
export function linesOf(shadow: ShadowConf, path = 'shadow.conf'): string[] {
  const found = shadow.files.find((file) => file.path === path);
  if (found === undefined)
    throw new Error(`${path} is not among ${shadow.files.map((one) => one.path).join(' ')}`);
  return found.content.split('\n').filter((line) => line !== '');
}
