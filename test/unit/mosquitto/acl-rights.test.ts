import { expect, test } from 'vitest';
import { isAllowed } from '../../../src/mosquitto/acl-rights.ts';
import { coversTopic } from '../../../src/mosquitto/filters.ts';
import { parseAcl } from '../../../src/mosquitto/formats/acl.ts';
import { versionOf } from '../../helpers/lint.ts';

const covers: [filter: string, topic: string, covered: boolean][] = [
  ['a/b', 'a/b', true],
  ['a/#', 'a', true],
  ['a/#', 'a/b/c', true],
  ['a/#', 'ab', false],
  ['+', 'a', true],
  ['+', '', true],
  ['+', 'a/b', false],
  ['+/+', '/a', true],
  ['a/+', 'a', false],
  ['#', 'a/b', true],
  ['#', '$SYS/x', false],
  ['+/x', '$SYS/x', false],
  ['$SYS/#', '$SYS/x', true],
  ['a//b', 'a//b', true],
  ['A', 'a', false],
];
test.each(covers)('%s and %s', (filter, topic, covered) => {
  expect(coversTopic(filter, topic)).toBe(covered);
});

/** What name and client may do to a topic, asked of Debian's brokers by the host test of the corpus. */
const cases: [name: string, acl: string, who: string | null, topic: string, may: string, version?: string][] =
  [
    ['nothing is said', '', 'alice', 'a', ''],
    ['a topic without a word', 'user alice\ntopic a', 'alice', 'a', 'rw'],
    ['of somebody else', 'user alice\ntopic a', 'bob', 'a', ''],
    ['without a name', 'topic read a\nuser alice\ntopic b', null, 'a', 'r'],
    ['with a name', 'topic read a\nuser alice\ntopic b', 'alice', 'a', ''],
    ['sections add up', 'user alice\ntopic read a\nuser bob\nuser alice\ntopic write a', 'alice', 'a', 'rw'],
    ['deny comes first', 'user alice\ntopic a/#\ntopic deny a/b', 'alice', 'a/b', ''],
    ['a topic beats a pattern', 'user alice\ntopic read a\npattern deny a', 'alice', 'a', 'r'],
    ['a denied topic too', 'pattern read a\nuser alice\ntopic deny a', 'alice', 'a', ''],
    ['a pattern is for all', 'user bob\npattern write a/%u', 'alice', 'a/alice', 'w'],
    ['a pattern with a name is for none without', 'pattern write a/%u', null, 'a/', ''],
    ['client ids', 'pattern read %c/#', 'alice', 'c1', 'r'],
    ['no pattern for odd names', 'pattern read a', 'a+b', 'a', ''],
    ['but topics', 'user a+b\ntopic read a\npattern read b', 'a+b', 'a', 'r'],
    ['a part of a level, 2.0', 'pattern read x-%u', 'alice', 'x-alice', 'r', '2.0.21'],
    ['a part of a level, 2.1', 'pattern read x-%u', 'alice', 'x-alice', '', '2.1.2'],
    ['a part of a level as it stands, 2.1', 'pattern read x-%c', 'alice', 'x-%c', 'r', '2.1.2'],
    ['a name of two levels, 2.0', 'pattern read %u/x', 'a/b', 'a/b/x', 'r', '2.0.21'],
    ['a name of two levels, 2.1', 'pattern read %u/x', 'a/b', 'a/b/x', '', '2.1.2'],
  ];
test.each(cases)('%s', (_name, acl, name, topic, may, version = '2.0.21') => {
  const client = { name, clientId: 'c1' };
  const allowed = (access: 'read' | 'write') =>
    isAllowed(parseAcl(acl), client, access, topic, versionOf(version));
  expect(`${allowed('read') ? 'r' : ''}${allowed('write') ? 'w' : ''}`).toBe(may);
});
