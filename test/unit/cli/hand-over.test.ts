import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withHandOver } from '../../../src/cli/flow/hand-over.ts';
import { storedHash } from '../../../src/cli/flow/stored-hashes.ts';
import { fail } from '../../../src/errors.ts';
import { Hidden } from '../../../src/hidden.ts';
import { realHost } from '../../../src/host/real.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { hashPassword, newSalt } from '../../../src/mosquitto/hash.ts';
import { usualPolicy } from '../../../src/spec/passwords.ts';
import { scratch } from '../../helpers/scratch.ts';

async function file() {
  const { dir } = await scratch();
  return { path: join(dir, 'passwords.csv'), content: new Hidden('name,password\n') };
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('a file of passwords', () => {
  it('is there before the work starts, for its owner alone, and stays where the work was done', async () => {
    const handOver = await file();
    const done = await withHandOver(
      realHost(),
      handOver,
      async () => (await stat(handOver.path)).mode & 0o777,
      () => true,
    );
    expect(done).toBe(0o600);
    expect(await readFile(handOver.path, 'utf8')).toBe('name,password\n');
  });

  it('goes where the work was taken back, or failed', async () => {
    const handOver = await file();
    await withHandOver(
      realHost(),
      handOver,
      async () => 0,
      () => false,
    );
    expect(await isThere(handOver.path)).toBe(false);
    const failing = withHandOver(
      realHost(),
      handOver,
      async () => Promise.reject(fail('no', msg('cli.nothingChanged'))),
      () => true,
    );
    await expect(failing).rejects.toMatchObject({ exit: 'no' });
    expect(await isThere(handOver.path)).toBe(false);
  });

  it('stays where taking back failed too: the accounts may be there', async () => {
    const handOver = await file();
    const failing = withHandOver(
      realHost(),
      handOver,
      async () => Promise.reject(fail('rollbackFailed', msg('cli.nothingChanged'))),
      () => true,
    );
    await expect(failing).rejects.toMatchObject({ exit: 'rollbackFailed' });
    expect(await isThere(handOver.path)).toBe(true);
  });

  it('is never written over another one', async () => {
    const handOver = await file();
    await writeFile(handOver.path, 'mine');
    const work = withHandOver(
      realHost(),
      handOver,
      async () => 0,
      () => true,
    );
    await expect(work).rejects.toMatchObject({ exit: 'usage' });
    expect(await readFile(handOver.path, 'utf8')).toBe('mine');
  });
});

const key = Buffer.alloc(64, 7).toString('base64');
it.each<[hash: string | undefined, state: string, kind: string]>([
  [undefined, 'none', 'none'],
  ['in clear', 'none', 'unknown'],
  [`$7$20000$c2FsdHNhbHRzYWx0$${key}`, 'good', 'pbkdf2-sha512'],
  [`$7$1000$c2FsdHNhbHRzYWx0$${key}`, 'good', 'pbkdf2-sha512'],
  [`$7$101$c2FsdHNhbHRzYWx0$${key}`, 'weak', 'pbkdf2-sha512'],
  [`$7$1000$${key}$${key}`, 'foreign', 'pbkdf2-sha512'],
  [`$6$c2FsdHNhbHRzYWx0$${key}`, 'weak', 'sha512'],
  ['$argon2id$v=19$m=47104,t=1,p=1$AAAA$AAAA', 'foreign', 'argon2id'],
])('the hash %s is %s', (hash, state, kind) => {
  expect(storedHash(hash, usualPolicy)).toMatchObject({ state, kind });
});

it('what is made here is good', async () => {
  expect(storedHash(await hashPassword('x', newSalt(), 1000), usualPolicy).state).toBe('good');
});
