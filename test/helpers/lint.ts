import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gatherConfTree } from '../../src/facts/conf-tree.ts';
import { realHost } from '../../src/host/real.ts';
import { lint } from '../../src/lint/lint.ts';
import type { ConfTree, Finding } from '../../src/lint/types.ts';
import { parseVersion, type Version } from '../../src/mosquitto/version.ts';

export function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (version === null) throw new Error(`no version: ${text}`);
  return version;
}

/** Files of a tree by name; DIR in them stands for its folder. A mode may stand behind the name: `passwd 0600`. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function writeTree(dir: string, files: Files): Promise<void> {
  for (const [key, content] of Object.entries(files)) {
    const [name = '', mode = '0600'] = key.split(' ');
    const path = join(dir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === 'string' ? content.replaceAll('DIR', dir) : content);
    await chmod(path, Number.parseInt(mode, 8));
  }
}

/** Reads DIR/mosquitto.conf as a broker of this version would that runs as us. */
export async function treeAt(dir: string, version: string): Promise<ConfTree> {
  const host = realHost();
  return gatherConfTree(host, join(dir, 'mosquitto.conf'), versionOf(version), { runsAs: host.user.name });
}

export async function lintAt(dir: string, version: string): Promise<Finding[]> {
  return lint(await treeAt(dir, version), versionOf(version));
}
