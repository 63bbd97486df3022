import { describe, expect, it } from 'vitest';
import { consequencesOf } from '../../../src/access/consequences.ts';
import { groupPermissions, permissionChanges } from '../../../src/access/permissions.ts';
import { oldest, parseVersion } from '../../../src/mosquitto/version.ts';

const nobody = (): boolean => false;
const brief = (before: string, after: string): string[] =>
  permissionChanges(before, after, oldest, nobody).map(
    ({ user, topic, access, after: can }) => `${can ? '+' : '-'} ${user ?? '-'} ${access} ${topic}`,
  );

describe('what two ACL files let people do differently', () => {
  const alice = 'user alice\ntopic read a/#\n';
  it.each<[string, string, string, string[]]>([
    ['nothing, where nothing changes', alice, `# a comment\n\n${alice}`, []],
    [
      'nothing, where only the order changes',
      'user a\ntopic read x\ntopic read y\n',
      'user a\ntopic read y\ntopic read x\n',
      [],
    ],
    ['a new right', alice, `${alice}topic write b\n`, ['+ alice publish b']],
    [
      'one that was there by another rule',
      'user a\ntopic readwrite #\n',
      'user a\ntopic readwrite #\ntopic read x/#\n',
      [],
    ],
    ['one that goes', alice, 'user alice\n', ['- alice read a/#']],
    [
      'a denial',
      'user a\ntopic readwrite #\n',
      'user a\ntopic deny x\ntopic readwrite #\n',
      ['- a publish x', '- a read x'],
    ],
    ['a new user', '', alice, ['+ alice read a/#']],
    ['a user who goes', alice, '', ['- alice read a/#']],
    ['clients without a name', '', 'topic read public/#\n', ['+ - read public/#']],
    [
      'what # does not cover',
      'user a\ntopic read #\n',
      'user a\ntopic read #\ntopic read $SYS/#\n',
      ['+ a read $SYS/#'],
    ],
    [
      'a pattern, for whoever has rules that change with it',
      'pattern read p/%u\nuser a\ntopic read x\n',
      'pattern read q/%u\nuser a\ntopic read q/a\n',
      ['- a read x', '+ a read q/a'],
    ],
  ])('%s', (_what, before, after, changes) => {
    expect(brief(before, after)).toEqual(changes);
  });

  it('are told together where they are the same up to the name', () => {
    const users = ['a', 'b', 'c'].map((name) => `user ${name}\ntopic write d/${name}/#\n`).join('');
    expect(groupPermissions(permissionChanges('', users, oldest, nobody))).toEqual([
      { topic: 'd/{user}/#', access: 'publish', gained: true, users: ['a', 'b', 'c'] },
    ]);
    expect(groupPermissions(permissionChanges('', 'user a\ntopic write d/a/#\n', oldest, nobody))).toEqual([
      { topic: 'd/a/#', access: 'publish', gained: true, users: ['a'] },
    ]);
  });
});

describe('whom a plan disconnects', () => {
  const acl = '';
  const [one, other] = ['$7$1$aa$bb', '$7$1$cc$dd'];
  const passwd = `a:${one}\nb:${one}\nmqtt-setup-probe:${one}\n`;
  const version = parseVersion('2.1.2') ?? oldest;
  const of = (after: string, interruption: 'restart' | 'reload' | null) =>
    consequencesOf({ acl, passwd }, { acl, passwd: after }, interruption, version).disconnects;
  it.each([
    ['nobody, where nothing is done', passwd, null, null],
    ['everybody, by a restart', passwd, 'restart', 'everybody'],
    ['nobody, by a reload that changes nobody', `${passwd}c:${one}\n`, 'reload', []],
    ['who is gone', `a:${one}\n`, 'reload', ['b']],
    ['whose password is another one', passwd.replace(`b:${one}`, `b:${other}`), 'reload', ['b']],
  ] as const)('%s', (_what, after, interruption, wanted) => {
    expect(of(after, interruption)).toEqual(wanted);
  });
});
