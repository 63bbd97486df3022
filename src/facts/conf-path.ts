import type { FileStat, HostReader } from '../host/types.ts';
import type { Owned, PathFact } from '../lint/types.ts';

const mostLinks = 40;

/** Follows an absolute path part by part, as the kernel does, and tells what stands there and which folders lead to it. */
export class PathWalker {
  readonly #host: HostReader;
  readonly #stats = new Map<string, Promise<FileStat | null>>();

  constructor(host: HostReader) {
    this.#host = host;
  }

  async look(path: string): Promise<PathFact> {
    const folders: Owned[] = [];
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    let at = '';
    let links = 0;
    let isLink = false;
    let found = await this.#stat('/');
    while (parts.length > 0) {
      if (found !== null) folders.push(owned(at === '' ? '/' : at, found));
      const part = parts.shift() ?? '';
      if (part === '..') {
        at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
        found = await this.#stat(at === '' ? '/' : at);
        continue;
      }
      const here = `${at}/${part}`;
      const next = await this.#stat(here);
      if (next === null) return nothing(here, folders, this.#mayEnter(found) ? 'missing' : 'unseen', isLink);
      if (next.kind === 'symlink') {
        if (parts.length === 0 && links === 0) isLink = true;
        links += 1;
        const target = await this.#host.readLink(here);
        if (target === null || links > mostLinks) return nothing(here, folders, 'missing', isLink);
        if (target.startsWith('/')) {
          at = '';
          found = await this.#stat('/');
        }
        parts.unshift(...target.split('/').filter((word) => word !== '' && word !== '.'));
        continue;
      }
      if (parts.length > 0 && next.kind !== 'directory') return nothing(here, folders, 'missing', isLink);
      at = here;
      found = next;
    }
    if (found === null || found.kind === 'symlink') return nothing(path, folders, 'missing', isLink);
    return {
      ...owned(at === '' ? '/' : at, found),
      kind: found.kind,
      isLink,
      size: found.size,
      folders,
      unread: null,
    };
  }

  #stat(path: string): Promise<FileStat | null> {
    const known = this.#stats.get(path) ?? this.#host.stat(path);
    this.#stats.set(path, known);
    return known;
  }

  /** May we look into the folder? Where we may not, what is missing may be there all the same. */
  #mayEnter(folder: FileStat | null): boolean {
    const { uid, gid } = this.#host.user;
    if (folder === null || uid === 0) return true;
    const shift = folder.uid === uid ? 6 : folder.gid === gid ? 3 : 0;
    return ((folder.mode >> shift) & 1) === 1;
  }
}

function owned(path: string, { mode, uid, gid, owner, group }: FileStat): Owned {
  return { path, mode, uid, gid, owner, group };
}

/** `path` is the first part of the way that is not there. */
function nothing(
  path: string,
  folders: readonly Owned[],
  kind: 'missing' | 'unseen',
  isLink: boolean,
): PathFact {
  const stat = { mode: 0, uid: -1, gid: -1, owner: '', group: '' };
  return { path, ...stat, kind, isLink, size: 0, folders, unread: null };
}
