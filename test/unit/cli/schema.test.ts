import { describe, expect, it } from 'vitest';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import { run } from '../../../src/cli/commands/schema.ts';
import type { Call } from '../../../src/cli/context.ts';
import { specDoc as english } from '../../../src/i18n/en/spec-doc.ts';
import { specDoc as french } from '../../../src/i18n/fr/spec-doc.ts';
import { outputNames } from '../../../src/report/schemas/outputs.ts';
import { callOf } from '../../helpers/call.ts';
import { validator } from '../../helpers/json-schema.ts';
import { exitOf } from '../../helpers/scratch.ts';

async function printed(options: Call['options'], more: Partial<Call> = {}): Promise<Record<string, unknown>> {
  const call = callOf({ command: 'schema', options, ...more });
  expect(await run(call)).toBe(0);
  return JSON.parse(call.results.join('\n'));
}

describe('schema', () => {
  it('has every key of broker.yaml with its text, its default and an example', async () => {
    const schema = await printed({});
    const text = JSON.stringify(schema);
    for (const words of Object.values(english)) expect(text).toContain(JSON.stringify(words));
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'broker.yaml',
      properties: {
        profile: { enum: ['local', 'lan', 'internet'], default: 'lan' },
        limits: { properties: { packet_size: { examples: ['1 MiB'] } } },
        persistence: { properties: { enabled: { default: true } } },
      },
    });
    validator(schema);
  });

  it('speaks French where --lang asks for it, and not where only the locale is French', async () => {
    const version = { description: french['spec.doc.version'] };
    expect(await printed({ lang: 'fr' }, { language: 'fr' })).toMatchObject({ properties: { version } });
    const usual = { description: english['spec.doc.version'] };
    expect(await printed({}, { language: 'fr' })).toMatchObject({ properties: { version: usual } });
    const whole = await printed({ lang: 'fr' }, { language: 'fr', json: true });
    expect(whole).toMatchObject({ schema: { properties: { version: usual } } });
  });

  it.each(outputNames)('--output %s is a schema', async (name) => {
    const schema = await printed({ output: name });
    expect(validator(schema)({ ok: true })).toBe(false);
    expect(await printed({ output: name }, { json: true })).toMatchObject({
      command: 'schema',
      name,
      schema,
    });
  });

  it('has one for each command that knows --json', () => {
    const silent = ['help'];
    const names = commandRows.map(({ name }) => name).filter((name) => !silent.includes(name));
    expect(names.filter((name) => !outputNames.includes(name))).toEqual([]);
  });

  it('allows keys that a later version may add', async () => {
    const validate = validator(await printed({ output: 'version' }));
    const answer = {
      schemaVersion: 1,
      command: 'version',
      ok: true,
      version: '1',
      node: '20',
      platform: 'x',
    };
    expect(validate({ ...answer, more: 1 })).toBe(true);
    expect(validate({ ...answer, node: 20 })).toBe(false);
  });

  it.each([
    ['verifi', 'verify'],
    ['list-user', 'list-users'],
    ['nothing_like_it', null],
    ['__proto__', null],
  ])('refuses --output %s and says what was meant', async (output, meant) => {
    const call = callOf({ command: 'schema', options: { output } });
    expect(await exitOf(run(call))).toEqual({ exit: 'usage', keys: ['cli.schema.unknown'] });
    const error = await run(call).catch((thrown: unknown) => JSON.stringify(thrown));
    if (meant !== null) expect(error).toContain(meant);
  });
});
