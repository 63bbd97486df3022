import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { machineAptSettings } from './host-apt.ts';
import { cacheFolder } from './host-folders.ts';

export type Release = 'bullseye' | 'bookworm' | 'trixie' | 'forky';
export type Init = 'systemd' | 'sysv' | 'none';

export interface TreeKind {
  release: Release;
  init: Init;
  /** Packages beyond what the init needs. */
  preinstall: readonly string[];
}

/** Besides Debian's smallest set (`minbase`). A host without init is what a container image is: nothing more. */
const initPackages: Record<Init, readonly string[]> = {
  systemd: [
    'systemd',
    'systemd-sysv',
    'dbus',
    'libpam-systemd',
    'iproute2',
    'procps',
    'sudo',
    'ca-certificates',
  ],
  sysv: ['sysvinit-core', 'ca-certificates'],
  none: [],
};

/**
 * The folder of an unpacked Debian, made by mmdebstrap (about 20 s) where the cache has none. Made beside it and
 * renamed, so that a run that was killed leaves no half of one.
 */
export async function debianTree(kind: TreeKind): Promise<string> {
  const packages = [...initPackages[kind.init], ...kind.preinstall].toSorted();
  const settings = await machineAptSettings();
  const key = createHash('sha256')
    .update(JSON.stringify([packages, settings]))
    .digest('hex')
    .slice(0, 10);
  const tree = join(cacheFolder(), 'trees', `${kind.release}-${kind.init}-${key}`);
  if (await exists(tree)) return tree;

  const building = `${tree}.${randomBytes(4).toString('hex')}`;
  await mkdir(join(cacheFolder(), 'trees'), { recursive: true });
  try {
    const include = packages.length > 0 ? [`--include=${packages.join(',')}`] : [];
    const options = settings.map((line) => `--aptopt=${line}`);
    const argv = ['--variant=minbase', '--format=directory', ...include, ...options, kind.release, building];
    await execa('mmdebstrap', argv, { stdin: 'ignore', all: true, timeout: 900_000 });
    await writeFile(
      join(building, 'etc/apt/apt.conf.d/90tests'),
      settings.map((line) => `${line};\n`).join(''),
    );
    await rm(join(building, 'etc/resolv.conf'), { force: true });
    if (kind.init === 'none') await forbidStarting(building);
    await rename(building, tree);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!(await exists(tree))) throw error;
  }
  return tree;
}

/** What container images have: packages may not start services. */
async function forbidStarting(tree: string): Promise<void> {
  const path = join(tree, 'usr/sbin/policy-rc.d');
  await writeFile(path, '#!/bin/sh\nexit 101\n');
  await chmod(path, 0o755);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
