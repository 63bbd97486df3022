import * as z from 'zod';
import type { OptionView, ValueView } from '../../mosquitto/options/describe.ts';
import type { Unit } from '../../mosquitto/options/types.ts';
import type { ExplainedCheck } from '../explained.ts';
import { answer, words, yes } from './common.ts';

const value = z.object({
  kind: words<ValueView['kind']>({
    bool: true,
    int: true,
    text: true,
    path: true,
    words: true,
    'log-dest': true,
    ints: true,
    duration: true,
    listener: true,
    hosts: true,
    'bridge-topic': true,
    'name-and-path': true,
    name: true,
    'plugin-value': true,
    ignored: true,
  }),
  words: z.array(z.string()).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  unit: words<Unit>({
    bytes: true,
    seconds: true,
    minutes: true,
    milliseconds: true,
    messages: true,
    clients: true,
  }).optional(),
  form: z.string().optional(),
  maxBytes: z.int().optional(),
  units: z.string().optional().describe('letters, each a unit'),
  is: z.enum(['file', 'folder', 'plugin']).optional(),
  access: z.enum(['read', 'write']).optional(),
});

const option = z.object({
  name: z.string(),
  scope: words<OptionView['scope']>({
    broker: true,
    security: true,
    listener: true,
    'default-listener': true,
    bridge: true,
    plugin: true,
  }),
  known: z.boolean().describe('does this version know it?'),
  value,
  default: z.string().nullable(),
  defaultChanges: z.array(z.object({ since: z.string(), value: z.string().nullable() })),
  again: words<OptionView['again']>({ wins: true, adds: true, fatal: true, 'true-stays': true }),
  effect: words<OptionView['effect']>({ reload: true, restart: true, reset: true }),
  contents: z.enum(['reload', 'restart']).nullable(),
  since: z.string(),
  removed: z.string().nullable(),
  deprecated: z
    .object({ since: z.string(), by: z.string().nullable(), noticeSince: z.string().optional() })
    .nullable(),
  isDeprecated: z.boolean(),
  sameAs: z.string().nullable(),
  plugin: z.string().nullable(),
  secret: z.enum(['value', 'file']).nullable(),
  beware: z.enum(['security', 'trap']).nullable(),
  does: z.string(),
  trap: z.string().nullable(),
  mqttSetup: z.string().nullable().describe('what mqtt-setup writes, and why'),
});

export const explain = [
  answer('explain', { mosquittoVersion: z.string().nullable(), option }, yes).describe('an option'),
  answer(
    'explain',
    { exit: z.object({ code: z.int(), name: z.string(), meaning: z.string() }) },
    yes,
  ).describe('an exit code'),
  answer(
    'explain',
    {
      checks: z.array(
        z.object({
          of: words<ExplainedCheck['of']>({ verify: true, check: true, audit: true, doctor: true }),
          id: z.string(),
          severity: z.string(),
          title: z.string(),
          why: z.string().nullable(),
          fix: z.string().nullable(),
        }),
      ),
    },
    yes,
  ).describe('what a command may find'),
  answer(
    'explain',
    { errorCode: z.object({ code: z.string(), message: z.string(), fix: z.string().nullable() }) },
    yes,
  ).describe('an error code'),
  answer(
    'explain',
    {
      ownOptions: z.array(
        z.object({
          flags: z.string(),
          meaning: z.string(),
          commands: z.array(z.string()).describe('empty: every command knows it'),
        }),
      ),
    },
    yes,
  ).describe('an option of mqtt-setup'),
  answer(
    'explain',
    {
      groups: z.array(z.object({ group: z.string(), options: z.array(z.string()) })),
      exitCodes: z.array(z.int()),
    },
    yes,
  ).describe('without a word'),
];

export const guide = answer(
  'guide',
  { file: z.string().nullable(), text: z.string().nullable().describe('null where it went into the file') },
  yes,
);

export const lesson = answer('lesson', { steps: z.array(z.object({ number: z.int(), done: z.boolean() })) });

export const version = answer(
  'version',
  { version: z.string(), node: z.string(), platform: z.string() },
  yes,
);

export const schema = answer('schema', { name: z.string(), schema: z.record(z.string(), z.unknown()) }, yes);

export const completion = answer('completion', { shell: z.string(), script: z.string() }, yes);

export const man = answer('man', { language: z.enum(['en', 'fr']), page: z.string() }, yes);
