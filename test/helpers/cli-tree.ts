import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What changes without anybody writing it anew: the lock's text, and what the broker itself keeps. */
const lively = ['.mqtt-setup/lock', 'log/mosquitto.log', 'data/mosquitto.db'];
/** Names come and go in them: the lock's folder, where there was none. */
const livelyFolders = ['', '.mqtt-setup', 'data'];

export type Tree = Map<string, string>;

/**
 * Every file, folder and link below a folder, itself included, as `path → kind, mode, owner, hash`; `strict` concerns inode
 * and time of change, so that not even the same bytes may have been written again. A folder that is not there is an
 * empty tree.
 */
export async function treeOf(folder: string, { strict = true }: { strict?: boolean } = {}): Promise<Tree> {
  const tree: Tree = new Map();
  await walk(folder, '', strict, tree);
  return tree;
}

async function walk(folder: string, path: string, strict: boolean, tree: Tree): Promise<void> {
  const full = join(folder, path);
  const stat = await lstat(full).catch(() => null);
  if (stat === null) return;
  const about = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`;
  const written = strict ? ` ${stat.ino} ${stat.mtimeMs}` : '';
  if (stat.isDirectory()) {
    tree.set(path || '.', `folder ${about}${livelyFolders.includes(path) ? '' : written}`);
    for (const name of await readdir(full)) await walk(folder, join(path, name), strict, tree);
  } else if (stat.isFile()) {
    const hash = createHash('sha256')
      .update(await readFile(full))
      .digest('hex');
    tree.set(path, lively.includes(path) ? `file ${about}` : `file ${about}${written} ${hash}`);
  } else {
    tree.set(
      path,
      `${stat.isSymbolicLink() ? `link to ${await readlink(full)}` : 'special'} ${about}${written}`,
    );
  }
}

/** What differs, `-` before and `+` after; empty where nothing changed. */
export function changed(before: Tree, after: Tree): string[] {
  const lines = (from: Tree, to: Tree, sign: string): string[] =>
    [...from].flatMap(([path, about]) => (to.get(path) === about ? [] : [`${sign} ${path} ${about}`]));
  return [...lines(before, after, '-'), ...lines(after, before, '+')];
}
