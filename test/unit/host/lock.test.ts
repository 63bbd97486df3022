import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../src/host/lock.ts';
import { exitOf, scratch } from '../../helpers/scratch.ts';

async function lock(path: string) {
  const taken = await takeLock(path, 'me');
  if (!taken.held) throw new Error(`held by ${taken.holder}`);
  return taken;
}

describe('the lock', () => {
  it('is held by one, tells the other who, and is free again', async () => {
    const path = `${(await scratch()).state}/lock`;
    const first = await lock(path);
    expect(await takeLock(path, 'you')).toEqual({ held: false, holder: 'me' });
    await first.release();
    await (await lock(path)).release();
    expect(await readFile(path, 'utf8')).toBe('');
  });

  it('is not held on a file that was taken away meanwhile', async () => {
    const path = `${(await scratch()).state}/lock`;
    const first = await lock(path);
    // Somebody else has the old file open and waits; the holder removes it and lets go.
    await unlink(path);
    const second = await lock(path);
    await first.release();
    expect((await takeLock(path, 'you')).held).toBe(false);
    await second.release();
  });

  it('is held by one of many at a time, also while each removes the file', async () => {
    const path = `${(await scratch()).state}/lock`;
    let inside = 0;
    let turns = 0;
    const worker = async (): Promise<void> => {
      for (let left = 12; left > 0; ) {
        const taken = await takeLock(path, 'me');
        if (!taken.held) continue;
        inside += 1;
        expect(inside).toBe(1);
        await unlink(path);
        inside -= 1;
        turns += 1;
        left -= 1;
        await taken.release();
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(turns).toBe(36);
  });

  it('is somebody else’s where its folder has just gone', async () => {
    const { state } = await scratch();
    await rm(state, { recursive: true });
    expect(await takeLock(`${state}/lock`, 'me')).toEqual({ held: false, holder: '' });
  });

  it('is dropped by the kernel when its holder is killed', async () => {
    const path = `${(await scratch()).state}/lock`;
    await writeFile(path, '');
    const holder = spawn('/usr/bin/flock', ['-n', path, 'sh', '-c', 'echo held; exec sleep 60'], {
      detached: true,
    });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect((await takeLock(path, 'me')).held).toBe(false);
    // flock and the command it runs both hold it.
    process.kill(-(holder.pid ?? 0), 'SIGKILL');
    const free = async (): Promise<boolean> => {
      const taken = await takeLock(path, 'me');
      if (taken.held) await taken.release();
      return taken.held;
    };
    await expect.poll(free, { timeout: 10_000 }).toBe(true);
  });

  it('says in words what stands in its way', async () => {
    const { dir, state } = await scratch();
    await writeFile(`${dir}/victim`, 'mine');
    await symlink(`${dir}/victim`, `${state}/link`);
    await mkdir(`${state}/folder`);
    for (const name of ['link', 'folder'])
      expect(await exitOf(takeLock(`${state}/${name}`, 'me'))).toEqual({
        exit: 'no',
        keys: ['host.fs.failed'],
      });
    expect(await readFile(`${dir}/victim`, 'utf8')).toBe('mine');
  });
});
