import * as z from 'zod';
import type { LintSeverity } from '../../lint/types.ts';
import { answer, words, yes } from './common.ts';

const count = z.int().min(0);

export const finding = z.object({
  id: z.string(),
  severity: words<LintSeverity>({ error: true, warning: true, info: true }),
  file: z.string(),
  line: z.int().min(1).nullable(),
  column: z.int().min(1).nullable(),
  message: z.string(),
  why: z.string(),
  fix: z.string().nullable(),
  refused: z.boolean().describe('the broker does not start with it'),
  from: z.string().optional().describe('no fault yet, but from this version on'),
});

const line = z.object({
  keyword: z.string(),
  value: z.string(),
  file: z.string(),
  line: z.int().min(1),
  block: z.string().nullable(),
});

const door = z.object({
  address: z.string(),
  protocol: z.string(),
  anonymous: z.boolean(),
  by: z.string().nullable(),
});

export const check = [
  answer('check', {
    mosquittoVersion: z.string(),
    starts: z.boolean(),
    findings: z.array(finding),
    summary: z.object({ error: count, warning: count, info: count, files: count }),
  }),
  answer(
    'check',
    { mosquittoVersion: z.string(), lines: z.array(line), listeners: z.array(door) },
    yes,
  ).describe('with --effective'),
];
