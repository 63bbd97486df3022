import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { clearJournal, openJournal, readJournal } from '../../../src/engine/journal.ts';
import { recover } from '../../../src/engine/rollback.ts';
import type { EngineEvent } from '../../../src/engine/types.ts';
import { realHost } from '../../../src/host/real.ts';
import { exitOf, scratch, snapshot } from '../../helpers/scratch.ts';

const opening = { command: 'mqtt-setup install', pid: 1, started: '2026-01-01T00:00:00Z' };
const host = realHost();

async function events(state: string): Promise<{ done: boolean; seen: string[] }> {
  const seen: string[] = [];
  const done = await recover(host, state, (event: EngineEvent) => seen.push(event.type));
  return { done, seen };
}

describe('the journal', () => {
  it('is not there before and after a run', async () => {
    const { dir, state } = await scratch();
    expect(await readJournal(host, state)).toBeNull();
    const journal = await openJournal(host, state, opening);
    await journal.register('one', { type: 'rmdir', path: `${dir}/a` });
    expect(await readJournal(host, state)).toEqual({ opening, entries: journal.entries(), committed: false });
    await journal.commit();
    expect(await snapshot(state)).toEqual({});
  });

  it('keeps the bytes that a restore needs, closed to others', async () => {
    const { dir, state } = await scratch();
    await writeFile(`${dir}/secret`, 'hash\n');
    const journal = await openJournal(host, state, opening);
    await journal.register('one', {
      type: 'restore',
      path: `${dir}/secret`,
      owner: '0',
      group: '0',
      mode: 0o600,
      written: null,
    });
    expect(await snapshot(state)).toMatchObject({ journal: '700 folder', 'journal/0001.bak': '600 hash\n' });
  });

  it('undoes what was done, tells so, and is cleared', async () => {
    const { dir, state } = await scratch();
    await mkdir(`${dir}/a`);
    await (await openJournal(host, state, opening)).register('one', { type: 'rmdir', path: `${dir}/a` });
    expect(await events(state)).toEqual({ done: true, seen: ['undo', 'rollback-done', 'recovered'] });
    expect(await snapshot(dir)).toEqual({ state: '700 folder' });
  });

  it.each<[string, (folder: string) => Promise<void>]>([
    ['no entry at all', async () => undefined],
    ['a torn opening', (folder) => writeFile(`${folder}/opening.json`, '{"comm')],
    ['a torn first entry', (folder) => writeFile(`${folder}/0001.json`, '{"number":1,"st')],
    ['an empty first entry', (folder) => writeFile(`${folder}/0001.json`, '')],
    ['a copy without its entry', (folder) => writeFile(`${folder}/0001.bak`, 'x')],
    ['a commit that was not cleared away', (folder) => writeFile(`${folder}/committed`, '')],
  ])('has nothing to take back with %s', async (_what, prepare) => {
    const { dir, state } = await scratch();
    await mkdir(`${state}/journal`);
    await prepare(`${state}/journal`);
    expect(await events(state)).toEqual({ done: false, seen: [] });
    expect(await snapshot(dir)).toEqual({ state: '700 folder' });
  });

  it('drops a torn last entry, whose action never ran, and undoes those before it', async () => {
    const { dir, state } = await scratch();
    await mkdir(`${dir}/a`);
    const journal = await openJournal(host, state, opening);
    await journal.register('one', { type: 'rmdir', path: `${dir}/a` });
    await writeFile(`${state}/journal/0002.json`, '{"number":2,"undo":{"ty');
    expect((await events(state)).done).toBe(true);
    expect(await snapshot(dir)).toEqual({ state: '700 folder' });
  });

  it('refuses to go on where an entry before the last is damaged', async () => {
    const { dir, state } = await scratch();
    await mkdir(`${dir}/a`);
    await mkdir(`${dir}/b`);
    const journal = await openJournal(host, state, opening);
    await journal.register('one', { type: 'rmdir', path: `${dir}/a` });
    await journal.register('two', { type: 'rmdir', path: `${dir}/b` });
    await writeFile(`${state}/journal/0001.json`, '');
    expect(await exitOf(recover(host, state, () => undefined))).toEqual({
      exit: 'rollbackFailed',
      keys: ['engine.journal.damaged'],
    });
    expect(await snapshot(dir)).toHaveProperty('b');
  });

  it('is cleared also where clearing was cut off', async () => {
    const { state } = await scratch();
    const journal = await openJournal(host, state, opening);
    await journal.register('one', { type: 'rmdir', path: `${state}/nothing` });
    await writeFile(`${state}/journal/committed`, '');
    await clearJournal(host, state);
    expect(await snapshot(state)).toEqual({});
  });
});
