import { networkInterfaces, userInfo } from 'node:os';
import { AppError, fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { query, runExec } from './exec.ts';
import {
  makeDirectory,
  removeDirectory,
  removeFile,
  renameOver,
  setMode,
  setOwner,
  syncPath,
  writeNew,
} from './files.ts';
import { performService } from './init/index.ts';
import { launchProgram } from './launch.ts';
import { takeLock } from './lock.ts';
import { portIsFree } from './ports.ts';
import { freeBytes, listDirectory, readFileSafely, readLinkTarget, statFile } from './read.ts';
import { Replaced } from './replaced.ts';
import type { Action, Host, OnOutput } from './types.ts';

/** The machine itself. */
export function realHost(): Host {
  const replaced = new Replaced();
  const host: Host = {
    user: whoAmI(),
    read: readFileSafely,
    stat: statFile,
    list: listDirectory,
    readLink: readLinkTarget,
    query,
    freeBytes,
    portIsFree,
    addresses,
    now: () => new Date(),
    perform: (action, onOutput) => perform(host, replaced, action, onOutput),
    writtenSince: () => replaced.written(),
    lock: takeLock,
    sync: syncPath,
    launch: launchProgram,
  };
  return host;
}

async function perform(host: Host, replaced: Replaced, action: Action, onOutput?: OnOutput): Promise<void> {
  try {
    switch (action.type) {
      case 'exec':
        return await runExec(action, onOutput);
      case 'write':
        return await writeNew(action);
      case 'rename':
        return await renameOver(action, replaced);
      case 'remove':
        return await removeFile(action);
      case 'mkdir':
        return await makeDirectory(action);
      case 'rmdir':
        return await removeDirectory(action.path);
      case 'chmod':
        return await setMode(action.path, action.mode);
      case 'chown':
        return await setOwner(action.path, action.owner, action.group);
      case 'service':
        return await performService(host, action.operation, action.service);
    }
  } catch (error) {
    throw error instanceof AppError ? error : inWords(action, error);
  }
}

/** An errno becomes a sentence with the path in it; anything else is a bug and passes through. */
function inWords(action: Action, error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error;
  const subject = 'path' in action ? action.path : 'to' in action ? action.to : (path ?? '');
  return fail('no', msg('host.fs.failed', { what: action.type, path: subject, errno: code }), {
    fix:
      code === 'ENOSPC'
        ? msg('host.fs.full')
        : code === 'EROFS'
          ? msg('host.fs.readOnly')
          : msg('host.fs.look'),
    cause: error,
  });
}

function whoAmI(): Host['user'] {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  try {
    return { uid, gid, name: userInfo().username };
  } catch {
    // A uid without a line in /etc/passwd is ordinary in containers.
    return { uid, gid, name: String(uid) };
  }
}

function addresses(): ReturnType<Host['addresses']> {
  return Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).map((entry) => ({
      interface: name,
      address: entry.address,
      family: entry.family === 'IPv6' ? (6 as const) : (4 as const),
      internal: entry.internal,
    })),
  );
}
