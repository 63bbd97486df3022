import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';

type Lock = { held: true; release(): Promise<void> } | { held: false; holder: string };

/**
 * One run at a time. flock(1) (util-linux, Essential in Debian) takes the lock on a descriptor that it inherits from
 * us; the lock belongs to the open file, so it stays ours after flock has gone and the kernel drops it however we die.
 * The file's text tells the loser who holds it.
 */
export async function takeLock(path: string, note: string): Promise<Lock> {
  const file = await openLock(path);
  // The folder went with the run that held it a moment ago.
  if (file === null) return { held: false, holder: '' };
  const code = await flock(file);
  if (code === 0 && (await isAt(file, path))) {
    await file.truncate(0);
    await file.write(`${note}\n`, 0);
    return {
      held: true,
      release: async () => {
        await file.truncate(0);
        await file.close();
      },
    };
  }
  const holder = code === 1 ? await holderOf(path) : '';
  await file.close();
  // A run that leaves nothing takes its lock file away: what we have locked is no longer what others open.
  if (code === 0) return takeLock(path, note);
  if (code !== 1) throw fail('no', msg('host.lock.failed', { path, code }));
  return { held: false, holder };
}

/** Whoever took the lock a moment ago may not have written its name yet; one that is about to give it back has none. */
async function holderOf(path: string): Promise<string> {
  for (let look = 0; look < 50; look += 1) {
    const text = (await readFile(path, 'utf8').catch(() => '')).trim();
    if (text !== '') return text;
    await sleep(10);
  }
  return '';
}

async function openLock(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  } catch (error) {
    const errno = (error as NodeJS.ErrnoException).code ?? '';
    if (errno === 'ENOENT') return null;
    throw fail('no', msg('host.fs.failed', { what: 'lock', path, errno }), {
      fix: msg('host.fs.look'),
      cause: error,
    });
  }
}

async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const [ours, there] = await Promise.all([file.stat(), lstat(path).catch(() => null)]);
  return there !== null && there.ino === ours.ino && there.dev === ours.dev;
}

function flock(file: FileHandle): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn('/usr/bin/flock', ['-n', '3'], {
      stdio: ['ignore', 'ignore', 'ignore', file.fd],
      env: {},
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? -1));
  });
}
