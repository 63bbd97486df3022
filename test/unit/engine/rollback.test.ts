import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../../src/engine/journal.ts';
import { recover } from '../../../src/engine/rollback.ts';
import type { Undo } from '../../../src/engine/types.ts';
import { realHost } from '../../../src/host/real.ts';
import type { Action, ServiceRef } from '../../../src/host/types.ts';
import { sha256 } from '../../helpers/facts.ts';
import { exitOf, scratch, snapshot } from '../../helpers/scratch.ts';

const opening = { command: 'mqtt-setup install', pid: 1, started: '2026-01-01T00:00:00Z' };
const host = realHost();

interface Case {
  name: string;
  /** Registered while `file` holds "old". */
  undo: (path: string, me: { owner: string; group: string }) => Undo;
  /** What happens between the register and the kill. */
  meanwhile: (path: string) => Promise<unknown>;
  left: string | undefined;
}

const restore: Case['undo'] = (path, me) => ({
  type: 'restore',
  path,
  ...me,
  mode: 0o640,
  written: sha256('new'),
});
const cases: Case[] = [
  { name: 'replaced by us', undo: restore, meanwhile: (path) => writeFile(path, 'new'), left: '640 old' },
  { name: 'not yet replaced', undo: restore, meanwhile: async () => undefined, left: '640 old' },
  { name: 'removed meanwhile', undo: restore, meanwhile: (path) => rm(path), left: '640 old' },
  {
    name: 'edited by somebody else meanwhile',
    undo: restore,
    meanwhile: (path) => writeFile(path, 'theirs'),
    left: '640 theirs',
  },
  {
    name: 'left over from a roll-back that was cut off',
    undo: restore,
    meanwhile: (path) => Promise.all([writeFile(path, 'new'), writeFile(`${path}.mqtt-setup-undo`, 'o')]),
    left: '640 old',
  },
  {
    name: 'made by us',
    undo: (path) => ({ type: 'remove', path, written: sha256('old') }),
    meanwhile: async () => undefined,
    left: undefined,
  },
  {
    name: 'made by us, then edited',
    undo: (path) => ({ type: 'remove', path, written: sha256('old') }),
    meanwhile: (path) => writeFile(path, 'theirs'),
    left: '640 theirs',
  },
  {
    name: 'given another mode',
    undo: (path, me) => ({ type: 'mode', path, ...me, mode: 0o640 }),
    meanwhile: (path) => chmod(path, 0o600),
    left: '640 old',
  },
];

describe('rolling back a file', () => {
  it.each(cases)('$name', async ({ undo, meanwhile, left }) => {
    const { dir, state } = await scratch();
    const path = `${dir}/file`;
    await writeFile(path, 'old');
    await chmod(path, 0o640);
    const { owner = '', group = '' } = (await host.stat(path)) ?? {};
    await (await openJournal(host, state, opening)).register('one', undo(path, { owner, group }));
    await meanwhile(path);
    await recover(host, state, () => undefined);
    const { file, ...rest } = await snapshot(dir);
    expect(file).toBe(left);
    expect(rest).toEqual({ state: '700 folder' });
  });

  it('never puts a file back through a link; says what to do by hand; the rest is taken back', async () => {
    const { dir, state } = await scratch();
    await writeFile(`${dir}/file`, 'old');
    await writeFile(`${dir}/victim`, 'mine');
    const journal = await openJournal(host, state, opening);
    await mkdir(`${dir}/made`);
    await journal.register('zero', { type: 'rmdir', path: `${dir}/made` });
    await journal.register('one', {
      type: 'restore',
      path: `${dir}/file`,
      owner: 'root',
      group: 'root',
      mode: 0o600,
      written: null,
    });
    await rm(`${dir}/file`);
    await symlink(`${dir}/victim`, `${dir}/file`);
    expect(await exitOf(recover(host, state, () => undefined))).toEqual({
      exit: 'rollbackFailed',
      keys: ['engine.journal.unreadable', 'engine.rollback.byHand'],
    });
    const now = await snapshot(dir);
    expect(now['victim']).toContain('mine');
    expect(now).not.toHaveProperty('made');
    expect(now).toHaveProperty('state/journal/0002.bak');
  });
});

describe('rolling back the service', () => {
  const service: ServiceRef = { init: 'systemd', unit: 'mosquitto.service' };

  it.each<[Extract<Undo, { type: 'service' }>, string[]]>([
    [{ type: 'service', service, running: true, enabled: true }, ['remove', 'enable', 'restart']],
    [{ type: 'service', service, running: false, enabled: false }, ['remove', 'disable', 'stop']],
    [{ type: 'service', service, running: true, enabled: null }, ['remove', 'restart']],
  ])('comes after its files, once: %o', async (undo, wanted) => {
    const { dir, state } = await scratch();
    const done: string[] = [];
    const watched = {
      ...host,
      perform: async (action: Action) => {
        const path = 'path' in action ? action.path : 'to' in action ? action.to : '';
        if (path.startsWith(state)) return host.perform(action);
        done.push(action.type === 'service' ? action.operation : action.type);
      },
    };
    await writeFile(`${dir}/file`, 'x');
    const journal = await openJournal(host, state, opening);
    await journal.register('service.enable', undo);
    await journal.register('file', { type: 'remove', path: `${dir}/file`, written: null });
    await journal.register('service.restart', undo);
    await recover(watched, state, () => undefined);
    expect(done).toEqual(wanted);
  });
});
