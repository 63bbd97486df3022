import * as z from 'zod';
import type { LogLine } from '../../host/logs.ts';
import { answer, words, yes } from './common.ts';

const state = { running: z.boolean(), pid: z.int().nullable(), state: z.string() };

export const status = answer('status', {
  running: z.boolean(),
  enabled: z.boolean().nullable().describe('started with the machine; null where nothing does that'),
  pid: z.int().nullable(),
  state: z.string(),
  version: z.string().nullable(),
  listeners: z.array(z.object({ name: z.string(), url: z.string() })),
  users: z.int().min(0).nullable().describe('null where this user may not see them'),
  numbers: z
    .object({
      clients: z.number().nullable(),
      offline: z.number().nullable(),
      messages: z.number().nullable().describe('kept'),
      received: z.number().nullable().describe('in the last minute'),
      sent: z.number().nullable().describe('in the last minute'),
    })
    .nullable()
    .describe('what the broker says of itself; null where it does not, or not to this user'),
  certificates: z.array(z.object({ name: z.string(), until: z.string(), days: z.int() })),
  change: z
    .object({
      number: z.int(),
      made: z.string(),
      who: z.string(),
      command: z.string(),
      message: z.string().nullable(),
    })
    .nullable(),
  drift: z.array(z.string()).describe('files of ours that somebody has changed'),
});

/** `start`, `stop` and `restart`. */
export const service = (command: 'start' | 'stop' | 'restart') => [
  answer(command, { ...state, changed: z.boolean() }, yes),
  answer(
    command,
    {
      ...state,
      changed: z.literal(false),
      changes: z.array(z.object({ id: z.string(), kind: z.literal('service'), action: z.literal(command) })),
    },
    yes,
  ).describe('with --dry-run'),
];

export const logs = answer(
  'logs',
  {
    lines: z
      .array(
        z.object({
          source: words<LogLine['source']>({ journal: true, file: true, stderr: true }),
          atMs: z.number().nullable().describe('milliseconds since 1970'),
          text: z.string(),
        }),
      )
      .describe('with --follow each of them is printed by itself, one a line'),
  },
  yes,
);
