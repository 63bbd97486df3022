import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { confSections } from '../../../src/desired/conf/sections.ts';
import { specDoc as english } from '../../../src/i18n/en/spec-doc.ts';
import { specTexts } from '../../../src/i18n/spec-texts.ts';
import { pathsOf } from '../../../src/spec/json-schema/paths.ts';
import { specJsonSchema } from '../../../src/spec/json-schema/spec.ts';
import { keyDefault } from '../../../src/spec/key-defaults.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { profileNames } from '../../../src/spec/profiles.ts';
import { specKeys } from '../../../src/spec/spec-keys.ts';
import type { Spec } from '../../../src/spec/types.ts';
import { debianFacts, localFacts } from '../../helpers/machine-facts.ts';

const paths = pathsOf(specJsonSchema(() => '')).map(({ path }) => path);
const whole = readFileSync(join(import.meta.dirname, '../../cases/spec/whole.yaml'), 'utf8');

function load(lines: string): Spec {
  return loadSpec(/^version:/m.test(lines) ? lines : `version: 1\n${lines}`, 'broker.yaml');
}

describe('the keys of broker.yaml', () => {
  test('each has a text, and each text a key, in the order of the schema', () => {
    expect(Object.keys(english)).toEqual(paths.map((path) => `spec.doc.${path}`));
  });

  test('each has its options and an example', () => {
    expect(Object.keys(specKeys)).toEqual(paths);
  });

  test.each(Object.entries(specKeys))(
    'the example of %s is one, and a whole broker.yaml',
    (path, { example }) => {
      load(example);
      const steps = path.split('.');
      const found = steps.reduce<unknown[]>(
        (values, step) =>
          values.flatMap((value) => {
            if (typeof value !== 'object' || value === null) return [];
            return step === '*'
              ? Object.values(value)
              : Object.hasOwn(value, step)
                ? [value[step as never]]
                : [];
          }),
        [parse(example)],
      );
      expect(found).not.toEqual([]);
    },
  );
});

describe('the options that a key becomes', () => {
  const more = [
    'listeners:\n  - {port: 1883, anonymous: false}\n  - {port: 1884, anonymous: true}\nanonymous: {}',
    'listeners: [{port: 1883, interface: lo, family: ipv4}]',
    'persistence: {enabled: false, autosave: 5 min}',
    'persistence: {location: /srv/mqtt}',
    'limits: {connections: 5, clients: 6}',
    'log: {to: [syslog]}',
    'bridges: [{name: a, remote: h, topics: [{filter: x, direction: in}], tls: {ca: /a, certificate: /c, key: /k, alpn: mqtt}}, {name: b, remote: i, topics: [{filter: x, direction: in}], tls: system}]',
    'listeners: [{port: 8883, tls: {clients: identity}}, {port: 8884, tls: {clients: subject}}]',
    'bridges: [{name: a, remote: h, topics: [{filter: x, direction: in}], username: u, password_file: /p}]',
  ];

  test('are those that are written for it', () => {
    const written = new Map<string, Set<string>>();
    for (const [base, version] of [debianFacts(), localFacts()].flatMap((facts) =>
      ['2.0.11', '2.0.21', '2.1.2'].map((version) => [facts, version] as const),
    ))
      for (const text of [whole, ...more.map((lines) => `version: 1\n${lines}`)]) {
        const facts = { ...base, mosquitto: { ...base.mosquitto, version } };
        for (const { keyword, from, isExtra } of confSections(
          load(text),
          facts,
          new Map([['a', 'p']]),
        ).flatMap(({ lines }) => lines)) {
          if (from === null || isExtra === true) continue;
          const path = from.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
          const key = specKeys[path] === undefined ? path.replace(/\.\*$/, '') : path;
          written.set(key, (written.get(key) ?? new Set()).add(keyword));
        }
      }
    for (const [path, options] of written)
      expect(
        [...options].filter((name) => !specKeys[path]?.options.some((one) => one === name)),
        path,
      ).toEqual([]);
    const all = new Set(['acl_file', ...[...written.values()].flatMap((options) => [...options])]);
    const named = Object.values(specKeys).flatMap(({ options }) => options);
    expect(named.filter((option) => !all.has(option))).toEqual([]);
  });
});

describe('defaults', () => {
  const contexts: Record<string, string> = {
    listeners: '{port: 1883}',
    bridges: '{name: b, remote: h, topics: [{filter: "#", direction: in}]}',
  };

  /** A spec without the key, and one in which its default stands. */
  function pair(path: string, value: unknown): [string, string] {
    const [top = '', ...rest] = path.split('.');
    const base = parse(contexts[top] ?? '{}') as object;
    const withKey = rest.filter((step) => step !== '*');
    const set = (object: Record<string, unknown>, steps: string[]): Record<string, unknown> => {
      const [step = '', ...more] = steps;
      if (more.length === 0) return { ...object, [step]: value };
      const inner = object[step];
      if (Array.isArray(inner))
        return { ...object, [step]: inner.map((item) => set(item as Record<string, unknown>, more)) };
      return { ...object, [step]: set((inner ?? {}) as Record<string, unknown>, more) };
    };
    if (contexts[top] === undefined) return ['', stringify(set({}, [top, ...withKey]))];
    return [stringify({ [top]: [base] }), stringify({ [top]: [set({ ...base }, withKey)] })];
  }

  test.each(profileNames)('written out, they change nothing: %s', (profile) => {
    const given = paths.flatMap((path) => {
      const value = keyDefault(path, profile);
      return value === null || path === 'profile' ? [] : [{ path, value }];
    });
    expect(given.length).toBeGreaterThan(8);
    for (const { path, value } of given) {
      const [plain, said] = pair(path, value);
      // On the internet nobody listens in plain text.
      const secure = (text: string): string =>
        profile === 'internet' ? text.replace('- port: 1883', '- port: 1883\n    tls: own') : text;
      const [without, withIt] = [secure(plain), secure(said)];
      const head = `profile: ${profile}\n`;
      expect(load(head + withIt), path).toEqual(load(head + without));
    }
  });
});

test('the texts are set as French is set, end as sentences do, and differ', async () => {
  const [en, fr] = await Promise.all([specTexts('en'), specTexts('fr')]);
  const french = [...Object.values(fr.doc), fr.file];
  expect(french.filter((text) => / [;!?»]| :(?=\s|$)|« |[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]/.test(text))).toEqual([]);
  for (const text of [...french, ...Object.values(en.doc), en.file]) expect(text).toMatch(/\.$/);
  expect(Object.entries(en.doc).filter(([key, text]) => fr.doc[key as keyof typeof fr.doc] === text)).toEqual(
    [],
  );
});
