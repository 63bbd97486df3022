import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, chown, lchown, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { accountIds } from './accounts.ts';
import { readFileSafely } from './read.ts';
import type { Replaced } from './replaced.ts';
import type { Action } from './types.ts';

type ActionOf<T extends Action['type']> = Extract<Action, { type: T }>;

/**
 * Creates a file that must not exist yet: exclusive and without following links, closed to others until its owner and
 * mode are right, on disk (file and folder) before this returns.
 */
export async function writeNew(action: ActionOf<'write'>): Promise<void> {
  const { uid, gid } = await accountIds(action.owner, action.group);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  const file = await open(action.path, flags, 0o600);
  try {
    await file.writeFile(action.content);
    await own(file, uid, gid);
    await file.chmod(action.mode);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncPath(dirname(action.path));
}

/** Changing to what it already is needs no right, so an ordinary user's own files pass. */
async function own(
  file: { stat(): Promise<{ uid: number; gid: number }>; chown(u: number, g: number): Promise<void> },
  uid: number,
  gid: number,
): Promise<void> {
  const now = await file.stat();
  if (now.uid !== uid || now.gid !== gid) await file.chown(uid, gid);
}

/** SHA-256 of a file's bytes, hex; null where there is none. Throws where something else than a file is there. */
async function hashOf(path: string): Promise<string | null> {
  const result = await readFileSafely(path);
  if (result.ok) return createHash('sha256').update(result.data).digest('hex');
  if (result.reason === 'missing') return null;
  throw fail('refused', msg('host.fs.notAFile', { path }));
}

/**
 * Atomic replace, refused where the target is no longer what the plan was made from. `replaced` keeps the old file, so
 * that a write into it, which nobody would ever see, can be told afterwards.
 */
export async function renameOver(action: ActionOf<'rename'>, replaced: Replaced): Promise<void> {
  const old = action.expect === null ? null : await replaced.look(action.to);
  old?.keep();
  const found = old === null ? await hashOf(action.to) : old.hash;
  if (found !== action.expect || (old !== null && !(await old.isStill()))) {
    throw fail('refused', msg('host.fs.changedMeanwhile', { path: action.to }), {
      fix: msg('host.fs.again'),
    });
  }
  await rename(action.from, action.to);
  await syncPath(dirname(action.to));
}

/** Removing what is not there is done already; `expect` protects a file that changed since the plan. */
export async function removeFile(action: ActionOf<'remove'>): Promise<void> {
  if (action.expect !== undefined) {
    const found = await hashOf(action.path);
    if (found === null) return;
    if (found !== action.expect) {
      throw fail('refused', msg('host.fs.changedMeanwhile', { path: action.path }), {
        fix: msg('host.fs.again'),
      });
    }
  }
  await unlink(action.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await syncPath(dirname(action.path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

export async function makeDirectory(action: ActionOf<'mkdir'>): Promise<void> {
  const { uid, gid } = await accountIds(action.owner, action.group);
  await mkdir(action.path, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    // Already there is done already, as long as it is a folder.
    if (error.code !== 'EEXIST' || !(await lstat(action.path)).isDirectory()) throw error;
  });
  const now = await lstat(action.path);
  if (now.uid !== uid || now.gid !== gid) await lchown(action.path, uid, gid);
  await chmod(action.path, action.mode);
  await syncPath(dirname(action.path));
}

/** A folder that is gone, or that somebody else put things into, stays as it is. */
export async function removeDirectory(path: string): Promise<void> {
  await rmdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTEMPTY') throw error;
  });
}

export async function setMode(path: string, mode: number): Promise<void> {
  await refuseLink(path);
  await chmod(path, mode);
}

export async function setOwner(path: string, owner: string, group: string): Promise<void> {
  const { uid, gid } = await accountIds(owner, group);
  await refuseLink(path);
  await chown(path, uid, gid);
}

async function refuseLink(path: string): Promise<void> {
  if ((await lstat(path)).isSymbolicLink()) throw fail('refused', msg('host.fs.notAFile', { path }));
}

export async function syncPath(path: string): Promise<void> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
