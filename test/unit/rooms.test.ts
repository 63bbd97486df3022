import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom, beside the types that any room may name. Everything may import the small files at the top of src. */
const mayImport: Record<string, readonly string[]> = {
  main: ['cli'],
  // desired: which options are ours, and what `extra` may hold, is known there.
  // What is declared, and what it answers: rules as the broker reads them.
  access: ['i18n', 'mosquitto', 'spec'],
  audit: ['i18n', 'lint', 'mosquitto'],
  adopt: ['desired', 'i18n', 'lint', 'mosquitto', 'spec'],
  cli: [
    'access',
    'adopt',
    'audit',
    'checks',
    'desired',
    'distros',
    'doctor',
    'engine',
    'facts',
    'host',
    'i18n',
    'lint',
    'map',
    'mosquitto',
    'report',
    'resources',
    'spec',
    'teach',
    'tls',
  ],
  // mosquitto: a shadow broker runs on a configuration that it has rewritten.
  engine: ['distros', 'facts', 'i18n', 'mosquitto', 'resources'],
  resources: ['distros', 'i18n'],
  desired: ['access', 'i18n', 'mosquitto', 'spec', 'templates', 'tls'],
  checks: ['access', 'i18n', 'mosquitto', 'spec', 'tls'],
  doctor: ['access', 'i18n', 'lint', 'mosquitto', 'spec'],
  facts: ['distros', 'mosquitto', 'tls'],
  host: ['distros', 'facts', 'i18n'],
  // audit: how grave is graver, and the date of its table.
  // teach: how a shell reads a word.
  report: ['access', 'audit', 'i18n', 'teach'],
  teach: ['i18n', 'mosquitto', 'tls'],
  // Pages about the program, not a part of it.
  reference: ['desired', 'i18n', 'mosquitto', 'report', 'spec'],
  spec: ['i18n', 'mosquitto'],
  tls: ['i18n', 'spec'],
  distros: [],
  lint: ['i18n', 'mosquitto'],
  map: ['access', 'i18n', 'spec'],
  mosquitto: [],
  i18n: [],
};

/** Libraries and Node modules by room; what is pure has no way to the machine, the clock or the environment. */
const mayUse: Record<string, readonly string[]> = {
  audit: ['zod'],
  cli: [
    'commander',
    'fastest-levenshtein',
    'inquirer',
    'node:crypto',
    'node:path',
    'node:readline/promises',
    'node:stream/consumers',
    'node:timers/promises',
    'node:tty',
    'node:util',
  ],
  host: ['execa', 'mqtt-packet', 'ws', 'node:*'],
  facts: ['node:crypto', 'node:os', 'node:path', 'node:tls'],
  lint: ['fastest-levenshtein'],
  engine: ['node:crypto', 'node:zlib', 'zod'],
  resources: ['node:crypto'],
  desired: ['zod'],
  mosquitto: ['node:crypto', 'node:util'],
  report: ['diff', 'zod'],
  spec: ['fastest-levenshtein', 'node:net', 'node:util', 'yaml', 'zod', 'zod/v4/core'],
  tls: ['node:crypto', 'node:net'],
};

const pure = [
  'adopt',
  'audit',
  'doctor',
  'spec',
  'reference',
  'lint',
  'map',
  'mosquitto',
  'distros',
  'desired',
  'tls',
  'resources',
  'report',
  'teach',
  'i18n',
];

interface Import {
  file: string;
  room: string;
  target: string;
}

const root = join(import.meta.dirname, '../../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.d)\.ts$/.test(name),
);
const text = (file: string): string => readFileSync(join(root, file), 'utf8');
const roomOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');

function importsOf(file: string): Import[] {
  const pattern =
    /(?:^|\n)(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/g;
  return [...text(file).matchAll(pattern)].map((match) => ({
    file,
    room: roomOf(file),
    target: match[1] ?? match[2] ?? '',
  }));
}

const imports = files.flatMap(importsOf);

describe('the rooms', () => {
  it('finds the imports it is about', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('import only their neighbours', () => {
    const strangers = imports.flatMap(({ file, room, target }) => {
      if (!target.startsWith('.')) return [];
      const path = normalize(join(dirname(file), target));
      const other = path.startsWith('..') ? 'templates' : roomOf(path);
      const small = !path.includes('/') && path !== 'main.ts';
      return other === room || small || mayImport[room]?.includes(other) === true
        ? []
        : [`${file} imports ${path}`];
    });
    expect(strangers).toEqual([]);
  });

  it('use only the libraries that are theirs', () => {
    const strangers = imports.flatMap(({ file, room, target }) => {
      if (target.startsWith('.') || !file.includes('/')) return [];
      const allowed = mayUse[room] ?? [];
      const ok = allowed.includes(target) || (target.startsWith('node:') && allowed.includes('node:*'));
      return ok ? [] : [`${file} uses ${target}`];
    });
    expect(strangers).toEqual([]);
  });

  it('keep the pure ones free of clock, chance and environment', () => {
    const impure = files
      .filter((file) => pure.includes(roomOf(file)))
      .filter((file) => /\bprocess\.(?!stdout\b)|\bDate\.now\b|new Date\(\)|Math\.random/.test(text(file)));
    expect(impure).toEqual([]);
  });

  it('print and exit in one place only', () => {
    const loud = files.filter((file) => /\bconsole\.|\bprocess\.exit\(/.test(text(file)));
    expect(loud).toEqual([]);
    const writers = files.filter((file) => /\bprocess\.(stdout|stderr)\.write\(/.test(text(file)));
    expect(writers).toEqual(expect.arrayContaining(['cli/output.ts']));
    expect(writers.filter((file) => !['cli/output.ts', 'main.ts'].includes(file))).toEqual([]);
  });

  it('name distributions and compare versions where they belong', () => {
    const named = /'(bookworm|trixie|bullseye|forky|jammy|noble)'/;
    expect(files.filter((file) => roomOf(file) !== 'distros' && named.test(text(file)))).toEqual([]);
    const compares = /\b(compareVersions|isAtLeast)\(/;
    expect(files.filter((file) => roomOf(file) !== 'mosquitto' && compares.test(text(file)))).toEqual([]);
  });
});
