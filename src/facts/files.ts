import { createHash } from 'node:crypto';
import type { Layout } from '../distros/layout.ts';
import { Hidden } from '../hidden.ts';
import type { HostReader } from '../host/types.ts';
import { includedFiles } from '../mosquitto/include-order.ts';
import { ownPlaces } from '../tls/places.ts';
import type { FileFact } from './types.ts';

/** More than this is no configuration; a password file of 100,000 accounts has 14 MiB. */
const maxBytes = 64 * 1024 * 1024;

/** A file that is not there. */
export const missingFile: FileFact = {
  kind: 'missing',
  mode: 0,
  owner: '',
  group: '',
  size: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  sha256: null,
  content: null,
};

/** The names in the include folder that the broker loads, in its order; [] where there is no such folder. */
export async function gatherIncluded(host: HostReader, layout: Layout): Promise<string[]> {
  if (layout.confDir === null) return [];
  return includedFiles((await host.list(layout.confDir)) ?? []);
}

/** Everything we write, everything the broker reads, and the folders these are in. */
export async function gatherFiles(
  host: HostReader,
  layout: Layout,
  included: readonly string[],
  seen: Readonly<Record<string, FileFact>> = {},
): Promise<Record<string, FileFact>> {
  const files = [
    layout.spec,
    layout.accounts,
    layout.conf,
    layout.mainConf,
    layout.passwd,
    layout.acl,
    layout.probe,
    ...Object.values(ownPlaces(layout)),
  ];
  const guard = layout.guard;
  const guardFiles =
    guard === null
      ? []
      : Object.entries(guard).flatMap(([key, path]) => (key.endsWith('Folder') ? [] : [path]));
  const more = included.map((name) => `${layout.confDir}/${name}`);
  const folders = foldersOf(layout);
  const paths = [...new Set([...files, `${layout.state}/records.json`, ...guardFiles, ...more])];
  const entries = await Promise.all([
    ...paths.map(
      async (path): Promise<[string, FileFact]> => [path, await fileFact(host, path, layout, seen[path])],
    ),
    ...folders.map(async (path): Promise<[string, FileFact]> => [path, await folderFact(host, path)]),
  ]);
  return Object.fromEntries(entries);
}

/** The same of further paths: files that a command is about, beside those of every broker. */
export async function gatherMore(
  host: HostReader,
  layout: Layout,
  paths: readonly string[],
): Promise<Record<string, FileFact>> {
  const entries = await Promise.all(
    paths.map(async (path): Promise<[string, FileFact]> => [path, await fileFact(host, path, layout)]),
  );
  return Object.fromEntries(entries);
}

/** Each folder that holds a file of ours, and all above it: whoever may write there may put another in its place. */
export function foldersOf(layout: Layout): string[] {
  const starts = [
    layout.spec,
    // Not always beside the spec: that may be kept elsewhere.
    layout.accounts,
    layout.conf,
    layout.passwd,
    `${layout.state}/x`,
    `${layout.data}/x`,
    layout.log,
    `${layout.certs}/x`,
    `${layout.ca}/x`,
    ...(layout.guard === null ? [] : [layout.guard.dropIn, layout.guard.wall]),
  ];
  const folders = new Set<string>();
  for (const start of starts) {
    for (let at = parentOf(start); !folders.has(at); at = parentOf(at)) folders.add(at);
  }
  return [...folders];
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

async function folderFact(host: HostReader, path: string): Promise<FileFact> {
  const stat = await host.stat(path);
  if (stat === null) return missingFile;
  const { kind, mode, owner, group, size, mtimeMs, ctimeMs } = stat;
  return { kind, mode, owner, group, size, mtimeMs, ctimeMs, sha256: null, content: null };
}

/** A link, pipe or folder in a file's place is told as such and never opened. */
async function fileFact(host: HostReader, path: string, layout: Layout, last?: FileFact): Promise<FileFact> {
  const stat = await host.stat(path);
  // Nothing can be done to a file that leaves all of these as they were.
  const same = ['kind', 'mode', 'owner', 'group', 'size', 'mtimeMs', 'ctimeMs'] as const;
  if (stat?.kind === 'file' && last !== undefined && same.every((key) => stat[key] === last[key]))
    return last;
  if (stat !== null && stat.kind !== 'file') return folderFact(host, path);
  const result = await host.read(path, { maxBytes });
  // A file in a folder that we may not enter has no stat, but it is not missing either.
  if (stat === null)
    return !result.ok && result.reason === 'denied' ? { ...missingFile, kind: 'unreadable' } : missingFile;
  const { mode, owner, group, size, mtimeMs, ctimeMs } = stat;
  const seen = { mode, owner, group, size, mtimeMs, ctimeMs };
  if (!result.ok) return { kind: 'unreadable', ...seen, sha256: null, content: null };
  const text = result.data.toString('utf8');
  return {
    kind: 'file',
    ...seen,
    sha256: createHash('sha256').update(result.data).digest('hex'),
    content:
      path === layout.passwd || path === layout.probe || path.endsWith('.key') ? new Hidden(text) : text,
    ...(layout.mode === 'system' && path === layout.mainConf
      ? { md5: createHash('md5').update(result.data).digest('hex') }
      : {}),
  };
}
