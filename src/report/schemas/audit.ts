import * as z from 'zod';
import type { Severity } from '../../checks/types.ts';
import { answer, place, words } from './common.ts';

const count = z.int().min(0);

const result = z.object({
  id: z.string().describe('of a rule of the audit or of check, or of a cause of doctor'),
  status: words({ pass: true, fail: true, warn: true, skip: true }).describe(
    'fail: at least as grave as --fail-on; skip: could not be seen',
  ),
  severity: words<Severity>({ critical: true, high: true, medium: true, low: true }).nullable(),
  message: z.string(),
  why: z.string().nullable(),
  evidence: z.array(z.string()),
  place: place.nullable(),
  fix: z.string().nullable(),
  commands: z.array(z.string()),
});

export const audit = answer('audit', {
  score: z.int().min(0).max(100),
  deductions: z.array(z.object({ id: z.string(), points: count })).describe('what was taken from 100'),
  checks: z.array(result),
  summary: z.object({ pass: count, fail: count, warn: count, skip: count }),
  mended: z.array(z.string()).optional().describe('with --fix: ids of what was mended'),
  vulnerabilities: z.string().describe('the day of the table of fixed packages'),
});
