import * as z from 'zod';
import type { Severity } from '../../checks/types.ts';
import type { Weight } from '../../doctor/why/types.ts';
import { answer, place, words } from './common.ts';

const count = z.int().min(0);

const cause = z.object({
  id: z.string().describe('of a cause, a rule of check, or a check of verify'),
  status: z.enum(['fail', 'warn']),
  severity: words<Severity>({ critical: true, high: true, medium: true, low: true }),
  message: z.string(),
  evidence: z.array(z.string()),
  place: place.nullable(),
  fix: z.string().nullable().describe('what to do, in words'),
  commands: z.array(z.string()).describe('the commands that do it'),
  mendable: z.boolean().describe('--fix can do it'),
});

const note = z.object({ id: z.string(), message: z.string(), evidence: z.array(z.string()) });

const door = z.object({
  listener: z.string().describe('ADDRESS:PORT, or the path of a unix socket'),
  mayLogIn: z.boolean().nullable().describe('null where it cannot be said for certain'),
  obstacles: z.array(
    note.extend({
      weight: words<Weight>({ stops: true, 'may-stop': true, rights: true }),
      fix: z.string().nullable(),
      commands: z.array(z.string()),
    }),
  ),
  notes: z.array(note),
  rights: z
    .array(z.object({ file: z.string(), line: z.int().min(1), text: z.string() }))
    .nullable()
    .describe('lines of ACL files that count for the user; null where none decides'),
});

export const doctor = [
  answer('doctor', {
    path: z.string(),
    secrets: count.describe('different ones that were replaced'),
    bytes: count,
    unsearched: z
      .array(z.string())
      .describe('where secrets stand that are too short to be looked for elsewhere'),
  }).describe('with --bundle'),
  answer('doctor', { user: z.string(), listeners: z.array(door) }).describe('with --why'),
  answer('doctor', {
    checks: z.array(cause),
    summary: z.object({ pass: count, fail: count, warn: count, skip: count }),
    mended: z.array(z.string()).optional().describe('with --fix: ids of what was mended, in order'),
  }),
];
