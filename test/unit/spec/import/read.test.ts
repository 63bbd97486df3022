import { describe, expect, it, test } from 'vitest';
import { AppError } from '../../../../src/errors.ts';
import { msg } from '../../../../src/i18n/messages.ts';
import { type ImportRules, readImport } from '../../../../src/spec/import/read.ts';
import { usualPolicy } from '../../../../src/spec/passwords.ts';
import { builtInNames } from '../../../../src/spec/roles.ts';
import { brief } from '../problems.ts';

const rules: ImportRules = {
  roleNames: builtInNames,
  policy: usualPolicy,
  hashProblem: (hash) => (hash.startsWith('$7$') ? null : msg('users.import.hash')),
  known: { names: ['alice', 'Zoé'], update: false },
  accountProblem: () => null,
};

function read(text: string, more: Partial<ImportRules> = {}) {
  return readImport(text, 'f', { ...rules, ...more }).map(({ password, hash, ...rest }) => ({
    ...rest,
    password: password?.reveal() ?? null,
    hash: hash?.reveal() ?? null,
  }));
}

/** `line:column key` of everything that is wrong. */
function wrong(text: string, more: Partial<ImportRules> = {}): string[] {
  try {
    read(text, more);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    brief(error.problems);
    expect(error.exit).toBe('input');
    return error.problems.map(({ message, place }) =>
      [place?.line, place?.column]
        .filter((part) => part !== undefined)
        .join(':')
        .concat(` ${message.key}`),
    );
  }
  return [];
}

const nothing = { roles: null, topics: null, since: null, password: null, hash: null };

describe('an import', () => {
  test.each<[what: string, text: string, accounts: object[]]>([
    [
      'names alone',
      'name\nbob\ncarl\n',
      [
        { ...nothing, name: 'bob' },
        { ...nothing, name: 'carl' },
      ],
    ],
    [
      'French Excel: semicolons, CRLF, columns in another order, empty fields behind',
      'Topics;NAME;roles;;\r\n"a/#|b c/+";José;publisher | subscriber;;\r\n',
      [{ ...nothing, name: 'José', roles: ['publisher', 'subscriber'], topics: ['a/#', 'b c/+'] }],
    ],
    [
      'a list on lines of its own, where | is part of a topic',
      'name,topics\nbob,"x|y\nz\n"\n',
      [{ ...nothing, name: 'bob', topics: ['x|y', 'z'] }],
    ],
    [
      'a password byte for byte, in composed form',
      'name,password\nbob," Cafe\u0301 ""au"" lait, "\n',
      [{ ...nothing, name: 'bob', password: ' Café "au" lait, ' }],
    ],
    [
      'JSON Lines, whose null is as good as nothing',
      '\n{"name":"bob","roles":["both"],"topics":["a,b|c"],"since":"2026-01-31"}\r\n{"name":"carl","hash":"$7$x","roles":null}\n',
      [
        { ...nothing, name: 'bob', roles: ['both'], topics: ['a,b|c'], since: '2026-01-31' },
        { ...nothing, name: 'carl', hash: '$7$x' },
      ],
    ],
    [
      'what stands twice, once',
      'name,roles\nbob,both|both\n',
      [{ ...nothing, name: 'bob', roles: ['both'] }],
    ],
  ])('reads %s', (_what, text, accounts) => {
    expect(read(text)).toEqual(accounts);
  });

  test.each<[what: string, text: string, problems: string[]]>([
    ['nothing', '', [' users.import.empty']],
    ['a header alone', 'name,roles\n', [' users.import.empty']],
    ['no header', 'bob,both\n', ['1:1 users.import.column', '1:5 users.import.column']],
    ['a column twice', 'name,name\n', ['1:6 users.import.column-twice']],
    ['no names', 'roles\nboth\n', ['1:1 users.import.no-name']],
    [
      'every bad line, and every bad field of it',
      'name,roles,topics\n#x,admn,a#\nok,both,a\n"a\nb",both,\nb+,both,"a|\n$share/x/y"\n',
      [
        '2:1 accounts.name.comment',
        '2:4 accounts.role.unknown',
        '2:9 accounts.topic.hash',
        '4:1 accounts.name.control',
        '6:1 accounts.name.wildcard',
        '6:9 accounts.topic.share',
      ],
    ],
    [
      'too few and too many fields',
      'name,roles\nbob\ncarl,both,x\n',
      ['2:1 users.import.fields', '3:11 users.import.fields'],
    ],
    ['an open quote', 'name\n"bob\ncarl\n', ['2:1 users.import.quote-open']],
    ['a name that is there', 'name\nalice\n', ['2:1 cli.account.exists']],
    ['a name that comes twice', 'name\nbob\nbob\n', ['3:1 accounts.name.twice']],
    ['names that differ in case only', 'name\nbob\nBob\nALICE\n', ['3:1 users.twin', '4:1 users.twin']],
    ['a name in the other Unicode form', 'name\nZoe\u0301\n', ['2:1 accounts.name.nfc']],
    ['a short password', 'name,password\nbob,short\n', ['2:5 accounts.password.short']],
    ['a password of blanks', 'name,password\nbob,"   "\n', ['2:5 accounts.password.blank']],
    [
      'its own name for a password',
      'name,password\nroof-sensor,roof-sensor-1\n',
      ['2:13 accounts.password.name'],
    ],
    ['no hash', 'name,hash\nbob,secret\n', ['2:5 users.import.hash']],
    ['both', 'name,hash,password\nbob,$7$x,vier Worte ohne Sinn\n', ['2:5 users.import.both']],
    ['no date', 'name,since\nbob,yesterday\n', ['2:5 accounts.since']],
    ['no JSON', '{"name":"bob"}\n{"name":\n', ['2:9 accounts.line.json']],
    ['no object', '{"name":"bob"}\n["bob"]\n', ['2:1 accounts.line.object']],
    ['a slip in a key', '{"nam":"bob"}\n', ['1:2 spec.key.unknown']],
    ['a key twice', '{"name":"bob","name":"carl"}\n', ['1:15 accounts.key.twice']],
    ['no name', '{"roles":["both"]}\n', ['1:1 spec.key.missing']],
    [
      'a number for a name, a text for a list',
      '{"name":7,"roles":"both"}\n',
      ['1:9 users.import.text', '1:19 accounts.roles.list'],
    ],
    ['a bad item of a list', '{"name":"bob","topics":["a","b#"]}\n', ['1:29 accounts.topic.hash']],
  ])('refuses %s', (_what, text, problems) => {
    expect(wrong(text)).toEqual(problems);
  });

  it('takes names that are there with --update', () => {
    expect(wrong('name\nalice\nZoé\n', { known: { names: ['alice', 'Zoé'], update: true } })).toEqual([]);
  });

  it('lists a hundred problems, and counts the rest', () => {
    const lines = Array.from({ length: 7312 }, (_, i) => `x${i}/\n`);
    const problems = wrong(`name\n${lines.join('')}`);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe(' users.import.more');
  });

  it('never says a password or a hash', () => {
    try {
      read('name,password,hash\nbob,Kanari,Geheim\ncarl,qwertyuiop12,\n');
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error instanceof AppError ? error.problems : error)).not.toMatch(
        /Kanari|Geheim|qwerty/,
      );
    }
  });
});
