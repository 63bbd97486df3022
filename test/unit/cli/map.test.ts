import { readFile, stat, writeFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { run } from '../../../src/cli/commands/map.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf, scratch } from '../../helpers/scratch.ts';

let dir = '';

beforeEach(async () => {
  ({ dir } = await scratch());
  await writeFile(`${dir}/broker.yaml`, 'version: 1\nprofile: local\n');
  await writeFile(
    `${dir}/accounts.jsonl`,
    '{"name":"roof-sensor","roles":["publisher"],"topics":["weather/roof/#"]}\n' +
      '{"name":"dashboard","roles":["subscriber"],"topics":["weather/#"]}\n',
    { mode: 0o600 },
  );
});

const call = (options: Record<string, string>, json = false) =>
  callOf({ command: 'map', json, options: { local: dir, ...options } });

test('draws what is declared', async () => {
  const made = call({});
  expect(await run(made)).toBe(0);
  expect(made.results.join('\n')).toMatch(/roof-sensor +weather\/roof\/# ─▶/);
  expect(made.results.join('\n')).toMatch(/─▶ weather\/# +dashboard/);
});

test('gives a machine the same', async () => {
  const made = call({ topic: 'weather/cellar' }, true);
  expect(await run(made)).toBe(0);
  const json = JSON.parse(made.results.join(''));
  expect(json.people).toMatchObject([{ names: ['dashboard'], subscribe: ['weather/#'] }]);
  expect(json.topics).toEqual([{ filter: 'weather/#', publishers: [], subscribers: [0] }]);
});

test.each([
  ['star.svg', /^<svg /],
  ['star.mmd', /^flowchart LR\n/],
  ['star.dot', /^digraph broker \{\n/],
  ['star.txt', /^Publish/],
])('--out %s is a new file in the form of its ending', async (name, form) => {
  await run(call({ out: `${dir}/${name}` }));
  expect(await readFile(`${dir}/${name}`, 'utf8')).toMatch(form);
  expect((await stat(`${dir}/${name}`)).mode & 0o777).toBe(0o600);
  expect(await exitOf(run(call({ out: `${dir}/${name}` })))).toEqual({
    exit: 'usage',
    keys: ['users.out.exists'],
  });
});

test.each([
  [{ format: 'png' }, 'map.usage.format'],
  [{ user: 'rof-sensor' }, 'can.usage.user'],
  [{ topic: 'a#' }, 'can.topic.filter'],
])('%j is refused', async (options, key) => {
  expect(await exitOf(run(call(options)))).toEqual({ exit: 'usage', keys: [key] });
});

test('nobody is a word, too', async () => {
  const made = call({ topic: 'elsewhere' });
  await run(made);
  expect(made.results).toEqual(['Nobody may publish or read there.']);
});
