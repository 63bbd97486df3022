import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAccounts, printAccounts } from '../../../src/spec/accounts.ts';
import { nameProblem } from '../../../src/spec/names.ts';
import { defaultSpec } from '../../../src/spec/resolve.ts';
import { accountRules, builtInNames } from '../../../src/spec/roles.ts';
import { topicProblem } from '../../../src/spec/topics.ts';
import type { Account } from '../../../src/spec/types.ts';
import { brief, problemsOf } from './problems.ts';

const byName = (list: Account[]) => new Map(list.map((one) => [one.name, one]));
const rules = (roles: Account['roles']) =>
  accountRules({ name: 'a', roles, topics: ['t', 'u', 't'] }, defaultSpec());
const line = (name: string, rest = '') =>
  `{"name":${JSON.stringify(name)},"roles":["both"],"topics":["#"]${rest}}`;
const alice: Account = { name: 'alice', roles: ['both'], topics: ['#'] };

describe('loadAccounts', () => {
  const good: [name: string, text: string, accounts: Account[]][] = [
    ['nothing', '', []],
    ['blank lines', '\n \n\n', []],
    ['one', `${line('alice')}\n`, [alice]],
    [
      'no final newline, CRLF, blanks',
      ` ${line('alice')} \r\n\r\n${line('bob')}`,
      [alice, { ...alice, name: 'bob' }],
    ],
    ['a byte order mark', `\uFEFF${line('alice')}`, [alice]],
    ['T9 constructor', line('constructor'), [{ ...alice, name: 'constructor' }]],
    ['since', line('alice', ',"since":"2025-01-31"'), [{ ...alice, since: '2025-01-31' }]],
    [
      'other order and blanks',
      '{ "topics": [], "roles": [], "name": "a" }',
      [{ name: 'a', roles: [], topics: [] }],
    ],
  ];
  test.each(good)('%s', (_name, text, accounts) => {
    expect(loadAccounts(text, 'f', builtInNames)).toEqual(accounts);
  });

  const bad: [name: string, text: string, problems: string[]][] = [
    ['no JSON', 'alice', ['1:1 accounts.line.json']],
    ['JSON that breaks off', '{"name":"a","roles":[}', ['1:22 accounts.line.json']],
    ['a comma too many', `${line('a')},`, ['1:45 accounts.line.json']],
    ['a tab inside a text', '{"name":"a\tb"}', ['1:9 accounts.line.json']],
    ['a list', '[]', ['1:1 accounts.line.object']],
    ['deep nesting', '['.repeat(100_000), ['1:9 accounts.line.json']],
    ['a misspelt key', '{"name":"a","role":["both"],"topics":[]}', ['1:13 spec.key.unknown > roles?']],
    [
      'T9 a key __proto__',
      line('a', ',"__proto__":{"name":"x"}'),
      ['1:45 spec.key.unknown > spec.key.known'],
    ],
    ['keys that are missing', '{"name":"a"}', ['1:1 spec.key.missing', '1:1 spec.key.missing']],
    ['a key twice', '{"name":"a","name":"b","roles":[],"topics":[]}', ['1:13 accounts.key.twice']],
    ['a name that is a number', '{"name":1,"roles":[],"topics":[]}', ['1:9 accounts.name.text']],
    ['T9 the name __proto__', line('__proto__'), ['1:9 accounts.name.characters']],
    ['T4 a name with a line break', line('a\nuser evil'), ['1:9 accounts.name.control']],
    [
      'a role',
      '{"name":"a","roles":["both","publsher"],"topics":["#"]}',
      ['1:29 accounts.role.unknown > publisher?'],
    ],
    ['roles as a text', '{"name":"a","roles":"both","topics":["#"]}', ['1:21 accounts.roles.list']],
    [
      'T14 topics',
      '{"name":"a","roles":[],"topics":["a","a/#/b",1]}',
      ['1:38 accounts.topic.hash', '1:46 accounts.topic.text'],
    ],
    ['a date', line('a', ',"since":"yesterday"'), ['1:53 accounts.since']],
    ['twice', `${line('alice')}\n\n${line('alice')}\n`, ['3:1 accounts.name.twice']],
    ['T10 NFC and NFD', `${line('é')}\n${line('e\u0301')}\n`, ['2:9 accounts.name.nfc']],
    ['every bad line', `x\n${line('a')}\ny\n`, ['1:1 accounts.line.json', '3:1 accounts.line.json']],
    ['a very long line', `"${'x'.repeat(2 * 1024 * 1024)}"`, ['1:- accounts.line.long']],
  ];
  test.each(bad)('%s', (_name, text, problems) => {
    expect(brief(problemsOf(() => loadAccounts(text, 'f', builtInNames)))).toEqual(problems);
  });

  test('a text of a million characters is no trouble', () => {
    expect(
      brief(problemsOf(() => loadAccounts(`{"name":"${'x'.repeat(1_000_000)}"}`, 'f', builtInNames))),
    ).toHaveLength(3);
  });

  test('whatever the text is, it loads or throws an AppError', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '"name"',
      ':',
      '"a"',
      ',',
      '[',
      ']',
      '"roles"',
      '"topics"',
      '\n',
      '1',
      'null',
      '\\',
      '"',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(
        text,
        (anything) => void brief(problemsOf(() => loadAccounts(anything, 'f', builtInNames))),
      ),
      { numRuns: 2000 },
    );
  });
});

const account: fc.Arbitrary<Account> = fc.record(
  {
    name: fc
      .oneof(
        fc.stringMatching(/^[a-z0-9][a-z._@-]{0,8}$/),
        fc.constantFrom('constructor', 'Zoé', 'toString', '日本'),
      )
      .filter((n) => nameProblem(n) === null),
    roles: fc.uniqueArray(fc.constantFrom(...builtInNames)),
    topics: fc.array(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((t) => topicProblem(t) === null),
      { maxLength: 3 },
    ),
    since: fc.constantFrom('2025-01-31'),
  },
  { requiredKeys: ['name', 'roles', 'topics'] },
);
const accounts = fc.uniqueArray(account, { selector: (one) => one.name, maxLength: 12 });

describe('printAccounts', () => {
  test('what is printed reads back', () => {
    fc.assert(
      fc.property(accounts, (list) => {
        expect(loadAccounts(printAccounts('', list, builtInNames), 'f', builtInNames)).toEqual(list);
      }),
    );
  });

  test('from any file to any list; nothing to do changes nothing', () => {
    fc.assert(
      fc.property(accounts, accounts, (before, after) => {
        const text = printAccounts(printAccounts('', before, builtInNames), after, builtInNames);
        expect(byName(loadAccounts(text, 'f', builtInNames))).toEqual(byName(after));
        expect(printAccounts(text, after, builtInNames)).toBe(text);
      }),
    );
  });

  test('one line changes for one account; the bytes of the others stay', () => {
    const before = `\n{ "name": "alice", "roles": ["both"], "topics": ["#"] }\n${line('bob')}\n${line('carol')}`;
    const list = loadAccounts(before, 'f', builtInNames).map(
      (one): Account => (one.name === 'bob' ? { ...one, roles: ['publisher'] } : one),
    );
    const after = printAccounts(before, list, builtInNames);
    expect(after).toBe(`${before.replace(line('bob'), line('bob').replace('both', 'publisher'))}\n`);
    expect(
      printAccounts(
        after,
        list.filter(({ name }) => name !== 'bob'),
        builtInNames,
      ),
    ).not.toContain('bob');
  });

  test('CRLF stays CRLF', () => {
    expect(printAccounts(`${line('a')}\r\n`, [{ ...alice, name: 'a' }, alice], builtInNames)).toBe(
      `${line('a')}\r\n${line('alice')}\r\n`,
    );
  });
});

test('100,000 accounts load, and print as they were', () => {
  const text = Array.from(
    { length: 100_000 },
    (_, n) => `{"name":"device-${n}","roles":["publisher"],"topics":["devices/${n}/#"]}\n`,
  ).join('');
  const list = loadAccounts(text, 'f', builtInNames);
  expect(printAccounts(text, list, builtInNames)).toBe(text);
}, 20_000);

test('roles', () => {
  expect(rules(['publisher'])).toEqual([
    { access: 'write', filter: 't' },
    { access: 'write', filter: 'u' },
  ]);
  expect(rules(['subscriber'])[0]?.access).toBe('read');
  expect(rules(['both'])[0]?.access).toBe('readwrite');
  expect(rules(['publisher', 'subscriber'])[0]?.access).toBe('readwrite');
  expect(rules([])).toEqual([]);
});
