import { expect, it } from 'vitest';
import { commandWord, flagValue } from '../../../src/cli/argv.ts';

it.each<[string, string]>([
  ['install --json', 'install'],
  ['--local b1 --json add-user', 'add-user'],
  ['--json', ''],
  ['instal --json', ''],
])('the command in %s is %s', (line, wanted) => {
  expect(commandWord(line.split(' '))).toBe(wanted);
});

it.each<[string, string | undefined]>([
  ['--lang fr install', 'fr'],
  ['--lang=fr install', 'fr'],
  ['--lang=fr --lang en', 'en'],
  ['install -- --lang fr', undefined],
  ['install --lang', undefined],
])('the language in %s is %s', (line, wanted) => {
  expect(flagValue(line.split(' '), '--lang')).toBe(wanted);
});
