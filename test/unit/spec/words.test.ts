import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/i18n/messages.ts';
import { generatePassword } from '../../../src/mosquitto/hash.ts';
import { shown } from '../../../src/shown.ts';
import { parseBind, parsePort, parseSpecFlags } from '../../../src/spec/flags.ts';
import { nameProblem } from '../../../src/spec/names.ts';
import {
  normalisePassword,
  passwordProblem,
  passwordWeakness,
  usualPolicy,
} from '../../../src/spec/passwords.ts';
import { topicProblem } from '../../../src/spec/topics.ts';
import { brief, problemsOf } from './problems.ts';

/** The key's end, after both languages have said it. */
function keyOf(message: Message | null): string | null {
  if (message === null) return null;
  brief([{ message }]);
  return message.key.replace(/^[a-z]+\.[a-z]+\./, '');
}

const names: [name: string, key: string | null][] = [
  ['alice', null],
  ['Zoé', null],
  ['日本語', null],
  ['a.b_c@d-e', null],
  ['7', null],
  ['constructor', null],
  ['x'.repeat(64), null],
  ['', 'empty'],
  ['#admin', 'comment'],
  ['a:b', 'colon'],
  ['a\nuser evil', 'control'],
  ['a\rb', 'control'],
  ['a\0b', 'control'],
  ['a\u2028b', 'control'],
  ['a\u0085b', 'control'],
  ['\ud800', 'control'],
  [' lead', 'blank'],
  ['trail ', 'blank'],
  ['\u00a0a', 'blank'],
  ['../../x', 'slash'],
  ['a/b', 'slash'],
  ['-D', 'dash'],
  ['a+b', 'wildcard'],
  ['a#', 'wildcard'],
  ['__proto__', 'characters'],
  ['e\u0301', 'nfc'],
  ['x'.repeat(65), 'long'],
  ['x'.repeat(65_536), 'long'],
  ['mqtt-setup-probe', 'reserved'],
  ['MQTT-Setup-x', 'reserved'],
  ['a b', 'characters'],
  ['.a', 'characters'],
  ['a"b', 'characters'],
  ['a%u', 'characters'],
  ['😀', 'characters'],
  ['a\u202eb', 'invisible'],
  ['a\u200bb', 'invisible'],
  ['a\u3164b', 'invisible'],
  ['a\uFEFFb', 'invisible'],
];
test.each(names)('name %j: %s', (name, key) => {
  expect(keyOf(nameProblem(name))).toBe(key);
});

const topics: [topic: string, key: string | null][] = [
  ['#', null],
  ['a/#', null],
  ['+', null],
  ['+/a/+', null],
  ['a//b/', null],
  ['/', null],
  ['a b/c', null],
  ['météo/😀', null],
  ['$SYS/#', null],
  ['"quoted"', null],
  ['read x', null],
  ['x'.repeat(65_535), null],
  [`${'a/'.repeat(200)}a`, null],
  ['', 'empty'],
  ['a/#/b', 'hash'],
  ['a#', 'hash'],
  ['#/a', 'hash'],
  ['##', 'hash'],
  ['+a', 'plus'],
  ['a/b+/c', 'plus'],
  ['a\ntopic readwrite #', 'control'],
  ['a\tb', 'control'],
  ['a\0', 'control'],
  ['a\ud800', 'control'],
  ['a\uffff', 'control'],
  ['a ', 'blank'],
  [' a', 'blank'],
  ['x'.repeat(65_536), 'long'],
  ['é'.repeat(40_000), 'long'],
  ['a/'.repeat(201), 'deep'],
  [`${'a/'.repeat(201)}a`, 'deep'],
  ['devices/%u/#', 'pattern'],
  ['%c', 'pattern'],
  ['100%', null],
  ['$CONTROL/dynamic-security/v1', 'control-api'],
  ['$share/g/a', 'share'],
];
test.each(topics)('topic %.40j: %s', (topic, key) => {
  expect(keyOf(topicProblem(topic))).toBe(key);
});

const passwords: [password: string, key: string | null][] = [
  ['p&<>"\'\\`=', null],
  ['  inner and outer blanks  ', null],
  ['$7$1:#é😀', null],
  ['😀'.repeat(32), null],
  ['', 'empty'],
  ['   ', 'blank'],
  ['a\nb', 'control'],
  ['a\r', 'control'],
  ['a\0', 'control'],
  ['a\tb', 'control'],
  ['😀'.repeat(33), 'long'],
  ['\ud83d', 'malformed'],
];
test.each(passwords)('password %j: %s', (password, key) => {
  expect(keyOf(passwordProblem(password))).toBe(key);
});

const weaknesses: [password: string, name: string, key: string | null][] = [
  ['12345678901', 'bob', 'short'],
  ['p&<>"\'`=x', 'bob', 'short'],
  ['123456789012', 'bob', 'pattern'],
  ['aaaaaaaaaaaa', 'bob', 'pattern'],
  ['abcabcabcabcabc', 'bob', 'pattern'],
  ['12341234123412', 'bob', 'pattern'],
  ['qwertyuiop12', 'bob', 'common'],
  ['1qaz2wsx3edc', 'bob', 'pattern'],
  ['azertyuiopqsd', 'bob', 'pattern'],
  ['abcdefghijkl', 'bob', 'pattern'],
  ['0987654321zyx', 'bob', 'pattern'],
  ['Password1234', 'bob', 'common'],
  ['P@ssw0rd2026!', 'bob', 'common'],
  ['Motdepasse2026!', 'bob', 'common'],
  ['Mot de passe 1', 'bob', 'common'],
  ['passwordpassword', 'bob', 'common'],
  ['correct horse battery staple', 'bob', 'common'],
  ['Administrator1', 'bob', 'common'],
  ['été2026été2026', 'bob', 'pattern'],
  ['roof-sensor-26', 'roof-sensor', 'name'],
  ['Roof-Sensor 1234', 'roof-sensor', 'name'],
  ['Kanari "4711" &<>', 'bob', null],
  ['$7$101$abc$def==', 'bob', null],
  ['Kanarienvogel 11', 'bob', null],
  ['vier Wörter ohne Sinn', 'bob', null],
  ['a password for bob 1', 'bob', null],
  ['😀🦜🐈🌧☂️🎻🎹🥁🎺🎷🪕🎸', 'bob', null],
];
test.each(weaknesses)('password %j of %s: %s', (password, name, key) => {
  expect(keyOf(passwordWeakness(password, name, usualPolicy))).toBe(key);
});

test('a setting may ask for fewer characters, never for easier ones; generated ones are fine', () => {
  expect(passwordWeakness('p&<>"\'`=x', 'bob', { min_length: 8 })).toBeNull();
  expect(keyOf(passwordWeakness('12345678', 'bob', { min_length: 8 }))).toBe('pattern');
  for (let i = 0; i < 200; i += 1)
    expect(passwordWeakness(generatePassword(), 'bob', usualPolicy)).toBeNull();
  expect(normalisePassword('e\u0301')).toBe('é');
});

test('no text of a password repeats it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 4 }), (password) => {
      const said = JSON.stringify([
        passwordProblem(password),
        passwordWeakness(password, 'bob', usualPolicy),
      ]);
      expect(said.includes(JSON.stringify(password).slice(1, -1)) && /[^a-z0-9.,:"{}]/.test(password)).toBe(
        false,
      );
    }),
  );
});

test('names, topics and passwords: any text gets an answer that prints on one line', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(text, (anything) => {
      for (const message of [nameProblem(anything), topicProblem(anything), passwordProblem(anything)]) {
        keyOf(message);
        for (const value of Object.values(message?.params ?? {}))
          expect(String(value)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }
      expect(shown(anything)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});

describe('flags', () => {
  const ports: [text: string, key: string | null][] = [
    ['1883', null],
    ['0', 'range'],
    ['65536', 'range'],
    ['1883; ', 'form'],
    ['1883.0', 'form'],
    ['0x75B', 'form'],
    ['01883', 'form'],
    ['', 'form'],
    [' 1883', 'form'],
    ['-1', 'form'],
    ['１８８３', 'form'],
    ['883', 'low'],
    ['99999999999999999999', 'range'],
  ];
  test.each(ports)('--port %j: %s', (text, key) => {
    const parsed = parsePort(text);
    expect(parsed.ok ? null : keyOf(parsed.problems[0]?.message ?? null)).toBe(key);
  });

  const binds: [texts: string[], wanted: unknown][] = [
    [['all'], 'all'],
    [['loopback'], 'loopback'],
    [
      ['::1', '192.0.2.1'],
      ['::1', '192.0.2.1'],
    ],
    [['al'], ['spec.bind.unknown > all?']],
    [['all', '::1'], ['spec.bind.mixed']],
    [
      ['::1%lo', 'x'],
      ['spec.address.zone', 'spec.address.form'],
    ],
    [[], []],
  ];
  test.each(binds)('--bind %j', (texts, wanted) => {
    const parsed = parseBind(texts);
    expect(parsed.ok ? parsed.value : brief(parsed.problems)).toEqual(wanted);
  });

  test('all flags at once', () => {
    expect(parseSpecFlags({})).toEqual({});
    expect(parseSpecFlags({ profile: 'local', port: '1884', bind: ['loopback'] })).toEqual({
      profile: 'local',
      port: 1884,
      bind: 'loopback',
    });
    expect(brief(problemsOf(() => parseSpecFlags({ profile: 'loca', port: 'x', bind: ['y'] })))).toEqual([
      'spec.choice > local?',
      'spec.port.form',
      'spec.address.form',
    ]);
  });
});
