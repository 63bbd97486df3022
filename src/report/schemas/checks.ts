import * as z from 'zod';
import type { Check, CheckStatus, Severity } from '../../checks/types.ts';
import { answer, words, yes } from './common.ts';

const group = words<Check['group']>({
  service: true,
  sockets: true,
  connect: true,
  tls: true,
  auth: true,
  messages: true,
  access: true,
  persistence: true,
  files: true,
  config: true,
  resources: true,
});

const severity = words<Severity>({ critical: true, high: true, medium: true, low: true });

const status = { pass: true, fail: true, warn: true, skip: true } as const satisfies Record<
  CheckStatus,
  true
>;

const result = z.object({
  id: z.string(),
  group,
  status: words<CheckStatus>(status),
  severity,
  message: z.string(),
  evidence: z.array(z.string()),
  fix: z.string().nullable(),
});

const count = z.int().min(0);

export const checkResults = z.object({
  checks: z.array(result),
  summary: z.object({ pass: count, fail: count, warn: count, skip: count }),
  onMachineOnly: z.array(z.string()).describe('checks that need to be made on the broker’s machine'),
});

export const verify = [
  answer('verify', checkResults.shape),
  answer(
    'verify',
    { checks: z.array(z.object({ id: z.string(), group, severity, title: z.string() })) },
    yes,
  ).describe('with --list'),
];
