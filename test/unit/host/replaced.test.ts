import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realHost } from '../../../src/host/real.ts';
import { sha256 } from '../../helpers/facts.ts';
import { scratch } from '../../helpers/scratch.ts';

const write = { type: 'write', owner: null, group: null, mode: 0o600 } as const;

async function replaced() {
  const { dir } = await scratch();
  const host = realHost();
  const [path, staged] = [join(dir, 'passwd'), join(dir, 'new')];
  await writeFile(path, 'alice:1\n');
  await host.perform({ ...write, path: staged, content: 'alice:1\nbob:2\n' });
  const swap = () => host.perform({ type: 'rename', from: staged, to: path, expect: sha256('alice:1\n') });
  return { host, path, dir, swap };
}

test('a write into the old file, by somebody who had it open, is told', async () => {
  const { host, path, swap } = await replaced();
  const other = await open(path, 'r+');
  await swap();
  await other.truncate(0);
  await other.write('alice:1\ncarl:3\n', 0);
  await other.close();
  expect(await readFile(path, 'utf8')).toBe('alice:1\nbob:2\n');
  expect(await host.writtenSince()).toEqual([path]);
  expect(await host.writtenSince()).toEqual([]);
});

test('nobody wrote: nothing is told', async () => {
  const { host, path, swap } = await replaced();
  await swap();
  // Into the new one: that is not lost.
  await writeFile(path, 'alice:1\nbob:2\ncarl:3\n');
  expect(await host.writtenSince()).toEqual([]);
});

test('a file that somebody else put there since the plan is left alone', async () => {
  const { host, path, dir, swap } = await replaced();
  await writeFile(join(dir, 'theirs'), 'alice:1\ncarl:3\n');
  await rename(join(dir, 'theirs'), path);
  await expect(swap()).rejects.toMatchObject({ exit: 'refused' });
  expect(await readFile(path, 'utf8')).toBe('alice:1\ncarl:3\n');
  expect(await host.writtenSince()).toEqual([]);
});
