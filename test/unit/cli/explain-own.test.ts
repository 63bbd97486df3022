import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { auditRules } from '../../../src/audit/registry.ts';
import { checks } from '../../../src/checks/registry.ts';
import { commonOptions } from '../../../src/cli/commands/common-options.ts';
import { run } from '../../../src/cli/commands/explain.ts';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import { createProgram } from '../../../src/cli/program.ts';
import { said } from '../../../src/doctor/said/registry.ts';
import { seen } from '../../../src/doctor/seen/registry.ts';
import { exitCodes } from '../../../src/errors.ts';
import type { Language } from '../../../src/i18n/messages.ts';
import { rules } from '../../../src/lint/registry.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf } from '../../helpers/scratch.ts';

async function explained(word: string, language: Language = 'en', json = false): Promise<string> {
  const call = callOf({ command: 'explain', args: [word], language, json });
  expect(await run(call)).toBe(0);
  return call.results.join('\n');
}

/** Every code that `--json` may give: the keys of messages that errors are made of. */
function codesInSource(): string[] {
  const root = join(import.meta.dirname, '../../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.startsWith('i18n/'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return [...text.matchAll(/(?:\bfail\(\s*'\w+',\s*|\bmessage: )msg\(\s*'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
  });
  return [...new Set(found)];
}

describe('explain', () => {
  test('every option of mqtt-setup, with its commands', async () => {
    const names = [...commonOptions, ...commandRows.flatMap(({ options = [] }) => options)].flatMap(
      ({ flags }) => flags.split(/[ ,]+/).filter((part) => part.startsWith('-')),
    );
    for (const name of new Set(names)) expect(await explained(name)).toContain(name);
    expect(await explained('--json')).toContain('Every command knows it.');
    expect(await explained('overwrite-drift')).toMatch(/Of: install, plan, apply/);
  });

  test('every exit code by its name, too', async () => {
    for (const [name, code] of Object.entries(exitCodes)) expect(await explained(name)).toMatch(`${code}  `);
  });

  test('every check, rule and cause, in both languages', async () => {
    const ids = [...checks, ...rules, ...auditRules].map(({ id }) => id);
    for (const id of [...ids, ...[...said, ...seen].map(([name]) => name)]) {
      for (const language of ['en', 'fr'] as const) {
        const text = await explained(id, language);
        expect(text).toMatch(/ {2}mqtt-setup (?:verify|check|audit|doctor), /);
        expect(text).not.toContain('undefined');
      }
    }
  });

  test('every error code, in both languages', async () => {
    const codes = codesInSource();
    expect(codes.length).toBeGreaterThan(300);
    for (const code of codes) {
      for (const language of ['en', 'fr'] as const)
        expect((await explained(code, language)).split('\n').length).toBeGreaterThan(1);
    }
    expect(await explained('cli.account.exists')).toContain('there is an account <name> already');
    expect(await explained('cli.account.exists')).toContain('→ For another password:');
  });

  test('gives a machine the same', async () => {
    expect(JSON.parse(await explained('access.read', 'fr', true)).checks).toMatchObject([
      { of: 'verify', id: 'access.read', severity: 'critical', why: null },
    ]);
    expect(JSON.parse(await explained('cli.account.exists', 'fr', true)).errorCode.message).toContain(
      '<name>',
    );
    expect(JSON.parse(await explained('--role', 'fr', true)).ownOptions[0].commands).toEqual(['add-user']);
  });

  test.each([
    ['--overwrite-drfit', 'explain.noOption', '--overwrite-drift'],
    ['acces.read', 'explain.unknown', 'access.read'],
    ['cli.account.exist', 'explain.unknown', 'cli.account.exists'],
  ])('%s is a slip', async (word, key, meant) => {
    const call = callOf({ command: 'explain', args: [word] });
    expect(await exitOf(run(call))).toEqual({ exit: 'usage', keys: [key] });
    expect(JSON.stringify(await run(call).catch((error: unknown) => error))).toContain(`"${meant}"`);
  });

  test.each([
    [['explain', '--fix']],
    [['explain', '-n']],
    [['explain', '--', '--lang']],
    [['explain', '--json', '--topic']],
  ])('%j is a command line', async (words) => {
    const call = callOf({});
    expect(await createProgram(call)(words)).toBe(0);
    expect(call.results.join('\n')).toContain(words.at(-1));
  });

  test('what other commands do not know stays unknown', async () => {
    expect(await exitOf(createProgram(callOf({}))(['status', '--fix']))).toEqual({
      exit: 'usage',
      keys: ['cli.usage.unknownOption'],
    });
  });
});
