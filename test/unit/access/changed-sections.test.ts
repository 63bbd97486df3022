import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { changedSections } from '../../../src/access/changed-sections.ts';
import { permissionChanges } from '../../../src/access/permissions.ts';
import { version21 } from '../../../src/mosquitto/version.ts';

const head = '# ours\ntopic read public/#\n';

test('sections that are the same are left out, wherever they stand', () => {
  const before = `${head}\nuser a\ntopic read x\n\nuser b\ntopic read y\n`;
  const after = `${head}\nuser a\ntopic read x\n\nuser b\ntopic write y\n\nuser c\n`;
  expect(changedSections(before, after)).toEqual([
    `${head}\nuser b\ntopic read y\n`,
    `${head}\nuser b\ntopic write y\n\nuser c\n`,
  ]);
});

test('names that look like a word of the file', () => {
  const text = `${head}\nuser user-1\ntopic read x\n\nuser pattern\ntopic read y\n`;
  expect(changedSections(text, text)).toEqual([head, head]);
});

test.each([
  ['a pattern in a section', `${head}\nuser a\npattern read x\n`],
  ['a user twice', `${head}\nuser a\ntopic read x\n\nuser b\n\nuser a\ntopic read y\n`],
  ['a user in the first line', 'user a\ntopic read x\n\nuser b\n'],
])('%s: all of it is read', (_what, text) => {
  expect(changedSections(text, text)).toEqual([text, text]);
});

it('makes no difference to who may do what', () => {
  const rule = fc.constantFrom('topic read x', 'topic write x', 'topic deny x', 'topic y', 'pattern read %u');
  const section = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.array(rule, { maxLength: 2 }));
  const file = fc
    .array(section, { maxLength: 5 })
    .map((sections) =>
      [head, ...sections.map(([name, rules]) => [`user ${name}`, ...rules, ''].join('\n'))].join('\n'),
    );
  const changes = (before: string, after: string) =>
    permissionChanges(before, after, version21, () => false)
      .map((change) => JSON.stringify(change))
      .toSorted();
  fc.assert(
    fc.property(file, file, (before, after) => {
      // A pattern in a section keeps every other from being left out.
      const whole = (text: string): string => `${text}\nuser zz\npattern read zz/%u\n`;
      const skipped = changes(before, after);
      expect(changes(whole(before), whole(after))).toEqual(skipped);
    }),
  );
});
