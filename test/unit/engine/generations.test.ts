import { readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  type Generation,
  parseGeneration,
  parseHead,
  printGeneration,
  sha256,
} from '../../../src/engine/generations/format.ts';
import {
  generationHeads,
  generationNumbers,
  generationPath,
  pruneGenerations,
  readGeneration,
  writeGeneration,
} from '../../../src/engine/generations/store.ts';
import { realHost } from '../../../src/host/real.ts';
import { exitOf, scratch } from '../../helpers/scratch.ts';

const bytes = (path: string, data: Buffer) => ({
  path,
  owner: 'root',
  group: 'root',
  mode: 0o600,
  sha256: sha256(data),
  data,
});

function generation(number: number): Generation {
  return {
    schemaVersion: 1,
    number,
    made: '2026-11-26T12:00:00.000Z',
    command: 'mqtt-setup apply',
    who: 'alice',
    message: 'un "mot"\nou deux',
    tool: '0.1.0',
    mosquitto: '2.0.11',
    package: null,
    report: { ok: true, checks: { 'service.active': 'pass' } },
    files: [bytes('/a', Buffer.from('é\n')), bytes('/b', Buffer.from([0xff, 0x00, 0x0a]))],
    overwritten: [bytes('/a', Buffer.from('by hand'))],
  };
}

describe('a generation', () => {
  it('is read back as it was, also where a file is no text', () => {
    const one = generation(7);
    expect(parseGeneration(printGeneration(one))).toEqual(one);
    expect(parseHead(printGeneration(one))).toMatchObject({
      number: 7,
      files: [{ path: '/a' }, { path: '/b' }],
    });
  });

  const text = printGeneration(generation(7));
  it.each<[string, string]>([
    ['empty', ''],
    ['cut off', text.slice(0, -20)],
    ['a line too few', `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`],
    ['a line too many', `${text}{"text":""}\n`],
    ['another content', text.replace('by hand', 'by Hand')],
    ['a relative path', text.replace('"/a"', '"../a"')],
    ['of another form', text.replace('"schemaVersion":1', '"schemaVersion":2')],
    ['garbage', '\0\0\0\n{}\n'],
  ])('is none of ours: %s', (_name, damaged) => {
    expect(parseGeneration(damaged)).toBeNull();
  });
});

describe('the generations that are kept', () => {
  it('are closed to others, listed in order, and the oldest go first', async () => {
    const { dir } = await scratch();
    const host = realHost();
    for (const number of [2, 1, 10]) await writeGeneration(host, dir, generation(number));
    expect((await stat(generationPath(dir, 2))).mode & 0o777).toBe(0o600);
    expect((await stat(`${dir}/generations`)).mode & 0o777).toBe(0o700);
    await writeFile(`${dir}/generations/README`, 'somebody’s');
    expect(await generationNumbers(host, dir)).toEqual([1, 2, 10]);
    expect(await pruneGenerations(host, dir, 2)).toEqual([1]);
    expect(await generationNumbers(host, dir)).toEqual([2, 10]);
    expect(await readFile(`${dir}/generations/README`, 'utf8')).toBe('somebody’s');
  });

  it('say which is damaged, and give nothing of it away', async () => {
    const { dir } = await scratch();
    const host = realHost();
    await writeGeneration(host, dir, generation(1));
    await writeFile(generationPath(dir, 2), 'x');
    // One that was renamed by hand says itself which it is.
    await writeFile(generationPath(dir, 3), printGeneration(generation(1)));
    expect((await generationHeads(host, dir)).map(({ number, head }) => [number, head === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    for (const number of [2, 3])
      expect(await exitOf(readGeneration(host, dir, number))).toEqual({
        exit: 'input',
        keys: ['generations.damaged'],
      });
    expect(await exitOf(readGeneration(host, dir, 4))).toEqual({
      exit: 'input',
      keys: ['generations.missing'],
    });
  });
});
