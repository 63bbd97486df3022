import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTopicFilter } from '../../../../src/mosquitto/filters.ts';
import { type AclAccess, aclAccesses, parseAcl, printAcl } from '../../../../src/mosquitto/formats/acl.ts';
import { topicProblem } from '../../../../src/spec/topics.ts';

const cases: [text: string, lines: string[]][] = [
  ['', []],
  ['# c\n\n', ['1:1 comment', '2:1 blank']],
  ['user alice\r\n', ['1:1 user [alice]']],
  ['  user  a b  ', ['1:3 user [a b]']],
  ['user alice # c', ['1:1 user [alice # c]']],
  ['user', ['1:1 fault missing-name']],
  ['user ', ['1:1 fault missing-name']],
  ['topic a/b', ['1:1 topic readwrite [a/b]']],
  ['topic read a b', ['1:1 topic read [a b]']],
  ['topic   write   a', ['1:1 topic write [a]']],
  ['topic deny #', ['1:1 topic deny [#]']],
  ['pattern readwrite devices/%u/#', ['1:1 pattern readwrite [devices/%u/#]']],
  ['topic read', ['1:1 topic readwrite [read]']],
  ['topic', ['1:1 fault missing-topic']],
  ['topic my topic', ['1:7 fault invalid-access']],
  ['topic ReadWrite a', ['1:7 fault invalid-access']],
  ['topic write t # c', ['1:13 fault invalid-topic']],
  ['topic write a/#/b', ['1:13 fault invalid-topic']],
  ['topic a#', ['1:7 fault invalid-topic']],
  ['topic write\tt', ['1:1 topic readwrite [write\tt]']],
  ['\ttopic a', ['1:1 fault invalid-word']],
  ['topic\ta', ['1:1 fault invalid-word']],
  [' # c', ['1:2 fault invalid-word']],
  ['User alice', ['1:1 fault invalid-word']],
];
test.each(cases)('%j', (text, lines) => {
  expect(
    parseAcl(text).map((l) => {
      const place = `${l.line}:${l.column} ${l.kind}`;
      if (l.kind === 'user') return `${place} [${l.name}]`;
      if (l.kind === 'topic' || l.kind === 'pattern') return `${place} ${l.access} [${l.filter}]`;
      return l.kind === 'fault' ? `${place} ${l.fault}` : place;
    }),
  ).toEqual(lines);
});

const filter = fc
  .oneof(
    fc.stringMatching(/^[a-z+#/$ ]{1,6}$/),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('read x', 'deny', 'write a b'),
  )
  .filter((text) => topicProblem(text) === null);
type Section = { user: string; rules: { access: AclAccess; filter: string }[] };
const section: fc.Arbitrary<Section> = fc.record({
  user: fc.constantFrom('alice', 'mqtt-setup-probe', 'é', '__proto__', 'a b'),
  rules: fc.array(fc.record({ access: fc.constantFrom(...aclAccesses), filter })),
});

test('what is printed reads back', () => {
  fc.assert(
    fc.property(fc.array(section), (sections) => {
      const read: Section[] = [];
      for (const line of parseAcl(printAcl(sections))) {
        if (line.kind === 'user') read.push({ user: line.name, rules: [] });
        else if (line.kind === 'topic') read.at(-1)?.rules.push({ access: line.access, filter: line.filter });
        else expect(line.kind).toBe('blank');
      }
      expect(read).toEqual(sections);
    }),
  );
});

test('what the spec takes for a topic is one for the broker', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '/', '+', '#', ' ', '$') }), (text) => {
      if (topicProblem(text) === null) expect(isTopicFilter(text)).toBe(true);
    }),
  );
});

test('it never throws', () => {
  const part = fc.constantFrom(
    'user',
    'topic',
    'pattern',
    'read',
    ' ',
    '\t',
    '\n',
    '\r',
    '#',
    'a/#',
    '+',
    '\0',
  );
  fc.assert(fc.property(fc.array(part), (parts) => void parseAcl(parts.join(''))));
});

const unsafe: [user: string, topic: string][] = [
  ['', 'a'],
  ['a\nuser evil', 'a'],
  [' a', 'a'],
  ['a', ''],
  ['a', 'a\ntopic readwrite #'],
  ['a', 'a\tb'],
  ['a', ' a'],
  ['a', 'a/#/b'],
];
test.each(unsafe)('%j %j is not printed', (user, topic) => {
  expect(() => printAcl([{ user, rules: [{ access: 'read', filter: topic }] }])).toThrow(TypeError);
});
