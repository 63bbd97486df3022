import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { run as service } from '../../../src/cli/commands/service.ts';
import { run as uninstall } from '../../../src/cli/commands/uninstall.ts';
import { run as verify } from '../../../src/cli/commands/verify.ts';
import type { Options } from '../../../src/cli/context.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf, scratch, snapshot } from '../../helpers/scratch.ts';

describe('start, stop and restart in a folder without a broker', () => {
  it.each(['start', 'stop', 'restart'])('%s says so and leaves nothing behind', async (command) => {
    const { dir } = await scratch();
    const before = await snapshot(dir);
    const call = callOf({ command, options: { local: `${dir}/nothing` } });
    expect(await exitOf(service(call))).toEqual({ exit: 'no', keys: ['cli.service.none'] });
    expect(await snapshot(dir)).toEqual(before);
  });
});

describe('uninstall', () => {
  it('takes nothing away where the records are damaged, and does not forget them', async () => {
    const { dir } = await scratch();
    await mkdir(`${dir}/broker/.mqtt-setup`, { recursive: true, mode: 0o700 });
    await writeFile(`${dir}/broker/.mqtt-setup/records.json`, '{"written"');
    await writeFile(`${dir}/broker/mosquitto.conf`, 'listener 1883\n');
    const call = callOf({ command: 'uninstall', options: { local: `${dir}/broker`, yes: true } });
    expect(await exitOf(uninstall(call))).toEqual({ exit: 'refused', keys: ['preflight.records'] });
    expect(await snapshot(`${dir}/broker`)).toMatchObject({
      '.mqtt-setup/records.json': expect.stringContaining('{"written"'),
      'mosquitto.conf': expect.stringContaining('listener'),
    });
  });

  it.each<[string, Record<string, string>]>([
    ['a damaged list', { 'manifest.json': '{"files"' }],
    ['a list of something else', { 'manifest.json': '{"files":[{"path":"x"}]}' }],
    ['no list', { '0001': 'listener 1883\n' }],
    [
      'no copy',
      {
        'manifest.json': '{"files":[{"path":"/x","kept":"0001","owner":"root","group":"root","mode":420}]}',
      },
    ],
  ])('takes nothing away where what adopt kept cannot be put back: %s', async (_name, files) => {
    const { dir } = await scratch();
    const kept = `${dir}/broker/.mqtt-setup/adopted`;
    await mkdir(kept, { recursive: true, mode: 0o700 });
    for (const [name, text] of Object.entries(files)) await writeFile(`${kept}/${name}`, text);
    const call = callOf({ command: 'uninstall', options: { local: `${dir}/broker`, yes: true } });
    expect(await exitOf(uninstall(call))).toEqual({ exit: 'refused', keys: ['preflight.originals'] });
  });

  it('has nothing to do where nothing was installed; with --purge it says what to do by hand', async () => {
    const { dir } = await scratch();
    const plain = callOf({ command: 'uninstall', options: { local: `${dir}/broker` } });
    await uninstall(plain);
    expect(plain.results.join('\n')).toBe('Nothing to do: everything is as it should be.');
    const purge = callOf({ command: 'uninstall', options: { local: `${dir}/broker`, purge: true } });
    await uninstall(purge);
    expect(purge.results.join('\n')).toContain(`rm -rf -- ${dir}/broker/data`);
  });
});

describe('verify without a host', () => {
  it.each<[Options]>([
    [{ port: '8883' }],
    [{ username: 'alice' }],
    [{ passwordFile: 'x' }],
    [{ insecure: true }],
    [{ mqttVersion: '5' }],
    [{ topic: 'x' }],
  ])('does not pass over %o', async (options) => {
    expect(await exitOf(verify(callOf({ command: 'verify', options })))).toEqual({
      exit: 'usage',
      keys: ['cli.verify.needsHost'],
    });
  });

  it('is told one host, not two', async () => {
    const call = callOf({ command: 'verify', options: { host: 'a', url: 'mqtt://b' } });
    expect(await exitOf(verify(call))).toEqual({ exit: 'usage', keys: ['cli.verify.urlAnd'] });
  });
});
