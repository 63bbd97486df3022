import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { openState, removeState } from '../../../src/cli/flow/state.ts';
import { localLayout } from '../../../src/distros/layout.ts';
import { openJournal } from '../../../src/engine/journal.ts';
import { realHost } from '../../../src/host/real.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf, scratch, snapshot } from '../../helpers/scratch.ts';

const call = callOf({});
const open = (dir: string, by = call) => openState(by, localLayout(`${dir}/broker`), () => undefined);

describe('the state folder', () => {
  it('leaves nothing behind where nothing was done', async () => {
    const { dir } = await scratch();
    const before = await snapshot(dir);
    await (await open(dir)).close({ keep: false });
    expect(await snapshot(dir)).toEqual(before);
  });

  it('stays for the next run, closed to others', async () => {
    const { dir } = await scratch();
    await (await open(dir)).close({ keep: true });
    expect(await snapshot(dir)).toMatchObject({
      broker: '700 folder',
      'broker/.mqtt-setup': '700 folder',
      'broker/.mqtt-setup/lock': '600 ',
    });
    // It was not made by this run, so it is not this run's to take away.
    await (await open(dir)).close({ keep: false });
    expect(await snapshot(dir)).toHaveProperty('broker/.mqtt-setup/lock');
  });

  it('is one run’s at a time, and says whose', async () => {
    const { dir } = await scratch();
    const state = await open(dir);
    await expect(open(dir)).rejects.toMatchObject({ exit: 'locked' });
    expect(await readFile(`${dir}/broker/.mqtt-setup/lock`, 'utf8')).toContain(`pid ${process.pid}`);
    await state.close({ keep: true });
  });

  it('is opened only after a run that was cut off has been taken back', async () => {
    const { dir } = await scratch();
    await mkdir(`${dir}/broker/.mqtt-setup`, { recursive: true, mode: 0o700 });
    const opening = { command: 'mqtt-setup install', pid: 1, started: '' };
    const journal = await openJournal(realHost(), `${dir}/broker/.mqtt-setup`, opening);
    await mkdir(`${dir}/broker/data`);
    await journal.register('one', { type: 'rmdir', path: `${dir}/broker/data` });
    await (await open(dir)).close({ keep: true });
    expect(Object.keys(await snapshot(`${dir}/broker`))).toEqual(['.mqtt-setup', '.mqtt-setup/lock']);
  });

  it('keeps no password of a smoke test that was killed', async () => {
    const { dir } = await scratch();
    await mkdir(`${dir}/broker/.mqtt-setup/smoke`, { recursive: true, mode: 0o700 });
    await writeFile(`${dir}/broker/.mqtt-setup/smoke/mosquitto_pub`, '-P secret\n');
    await (await open(dir)).close({ keep: true });
    expect(await snapshot(dir)).not.toHaveProperty('broker/.mqtt-setup/smoke');
  });

  it('is taken away with all that is ours in it, and nothing else', async () => {
    const { dir, state } = await scratch();
    for (const name of [
      'records.json',
      'broker.pid',
      'broker.pid.4711',
      'broker.stderr',
      '.records.json.mqtt-setup-new',
      'lock',
    ])
      await writeFile(`${state}/${name}`, '');
    await writeFile(`${dir}/mine`, '');
    await removeState(realHost(), state, [dir]);
    expect(Object.keys(await snapshot(dir))).toEqual(['mine']);
  });

  it('is not taken away with an unfinished journal in it', async () => {
    const { state } = await scratch();
    await openJournal(realHost(), state, { command: '', pid: 1, started: '' });
    await writeFile(`${state}/records.json`, '');
    await removeState(realHost(), state, []);
    expect(await snapshot(state)).toHaveProperty(['records.json']);
  });
});

describe('a folder of somebody else', () => {
  // Whoever could write there could have us do what they want: with root's rights, where we are root.
  const stranger = callOf({ host: { ...realHost(), user: { uid: 4711, gid: 4711, name: 'stranger' } } });

  it.each(['broker', 'broker/.mqtt-setup'])(
    'is refused before a journal in it is believed: %s',
    async (path) => {
      const { dir } = await scratch();
      await mkdir(`${dir}/${path}/journal`, { recursive: true });
      await writeFile(
        `${dir}/${path}/journal/0001.json`,
        JSON.stringify({ undo: { type: 'rmdir', path: `${dir}/state` } }),
      );
      expect(await exitOf(open(dir, stranger))).toEqual({ exit: 'refused', keys: ['preflight.folderOwner'] });
      expect(await snapshot(dir)).toHaveProperty('state');
    },
  );

  it('is refused where everybody may write', async () => {
    const { dir } = await scratch();
    await mkdir(`${dir}/broker`);
    await chmod(`${dir}/broker`, 0o777);
    expect(await exitOf(open(dir))).toEqual({ exit: 'refused', keys: ['preflight.writable'] });
  });

  it('is refused where it is a link', async () => {
    const { dir } = await scratch();
    await mkdir(`${dir}/elsewhere`);
    await symlink(`${dir}/elsewhere`, `${dir}/broker`);
    expect(await exitOf(open(dir))).toEqual({ exit: 'refused', keys: ['preflight.notAFolder'] });
    expect(await snapshot(`${dir}/elsewhere`)).toEqual({});
  });
});
