import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../../../src/engine/shadow/compare-answers.ts';
import type { Found, ListenerAnswers } from '../../../../src/engine/shadow/types.ts';
import { en } from '../../../../src/i18n/en.ts';
import { fr } from '../../../../src/i18n/fr.ts';
import { say } from '../../../../src/i18n/translate.ts';

const who = new Map([
  ['alice', { kind: 'account' as const, name: 'alice' }],
  ['nobody', { kind: 'anonymous' as const, name: null }],
]);

function found(
  login: boolean,
  publish: Record<string, boolean> = {},
  read: Record<string, boolean> = {},
): Found {
  return { login, publish: new Map(Object.entries(publish)), read: new Map(Object.entries(read)) };
}

function listener(
  port: number,
  people: Record<string, Found>,
  more: Partial<ListenerAnswers> = {},
): ListenerAnswers {
  const name = `127.0.0.1:${port}`;
  const common = {
    name,
    doors: [name],
    protocol: 'mqtt',
    needs: null,
    transport: 'tcp' as const,
    settings: {},
  };
  return { ...common, found: new Map(Object.entries(people)), ...more };
}

function differences(before: ListenerAnswers[], after: ListenerAnswers[]): string[] {
  const found = compareAnswers({ listeners: before, questions: 0 }, { listeners: after, questions: 0 }, who);
  for (const { message } of found) expect(say(fr, message)).not.toBe(say(en, message));
  return found.map(({ message }) => say(en, message));
}

const one = listener(1883, { alice: found(true, { a: true, b: false }, { a: true }), nobody: found(false) });

describe('two sets of answers', () => {
  it('are the same', () => {
    expect(differences([one], [one])).toEqual([]);
    expect(differences([], [])).toEqual([]);
  });

  it.each<[string, ListenerAnswers[], string[]]>([
    ['a listener gone', [], ['127.0.0.1:1883 would no longer be open']],
    ['a listener more', [one, listener(1884, {})], ['127.0.0.1:1884 would be opened']],
    [
      'a listener moved',
      [{ ...one, name: '127.0.0.1:1884', doors: ['127.0.0.1:1884'] }],
      ['what is at 127.0.0.1:1883 would be at 127.0.0.1:1884'],
    ],
    [
      'a door less, on a listener that stays',
      [{ ...one, doors: [...one.doors, '[::1]:1883'] }],
      ['[::1]:1883 would be opened'],
    ],
    ['TLS', [{ ...one, transport: 'tls' }], ['127.0.0.1:1883: transport would be “tls” instead of “tcp”']],
    [
      'a certificate',
      [{ ...one, needs: 'certificate', transport: null, found: new Map() }],
      [
        '127.0.0.1:1883: what a client needs beside a name and a password would be: a certificate (now: none)',
      ],
    ],
    [
      'alice refused',
      [listener(1883, { alice: found(false), nobody: found(false) })],
      ['alice would no longer be let in (127.0.0.1:1883)'],
    ],
    [
      'anybody let in',
      [listener(1883, { alice: one.found.get('alice') ?? found(false), nobody: found(true, { a: true }) })],
      ['a client without a name would be let in (127.0.0.1:1883)'],
    ],
    [
      'a right less and one more',
      [listener(1883, { alice: found(true, { a: false, b: true }, { a: true }) })],
      ['alice could no longer publish to a (127.0.0.1:1883)', 'alice could publish to b (127.0.0.1:1883)'],
    ],
    [
      'topics that only one side was asked about',
      [listener(1883, { alice: found(true, { c: true }, { $SYS: true }) })],
      [],
    ],
  ])('%s', (_name, after, expected) => {
    expect(differences([one], after)).toEqual(expected);
  });

  it('say once what is so on two listeners, and count topics that are many', () => {
    const many = (may: boolean): Record<string, boolean> =>
      Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`t${index}`, may]));
    const both = (may: boolean): ListenerAnswers[] =>
      [1883, 1884].map((port) => listener(port, { alice: found(true, {}, many(may)) }));
    expect(differences(both(true), both(false))).toEqual([
      'alice could no longer read t0, t1, t2, t3, t4 and 2 more (127.0.0.1:1883, 127.0.0.1:1884)',
    ]);
  });

  it('compare what no question shows', () => {
    const limited = { ...one, settings: { max_connections: '1' } };
    expect(differences([{ ...one, settings: { max_connections: '-1' } }], [limited])).toEqual([
      '127.0.0.1:1883: max_connections would be “1” instead of “-1”',
    ]);
  });

  it('compare a listener of all addresses with two that share its doors', () => {
    const all = { ...one, name: '*:1883', doors: ['0.0.0.0:1883', '[::]:1883'] };
    const two = [
      { ...one, name: '0.0.0.0:1883', doors: ['0.0.0.0:1883'] },
      { ...one, name: '[::]:1883', doors: ['[::]:1883'], found: new Map([['alice', found(false)]]) },
    ];
    expect(differences([all], two)).toEqual(['alice would no longer be let in (*:1883)']);
  });
});
