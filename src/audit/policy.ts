import * as z from 'zod';
import { AppError } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { checkRules } from './of-check.ts';
import { auditRules } from './registry.ts';
import type { Audit, AuditFinding } from './types.ts';

const policySchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** The least score, 0 to 100. */
  score: z.int().min(0).max(100),
  /** Ids of rules in which nothing may be found, however low its severity. */
  hold: z.array(z.string()),
});

/** What must hold of a broker: pinned from one that is as it should be. */
export type Policy = z.infer<typeof policySchema>;

/** "Be like this one." */
export function policyOf({ score, passed }: Audit): Policy {
  return { schemaVersion: 1, score, hold: passed.map(({ id }) => id).toSorted() };
}

/** Reads a policy file. Throws 65 with every problem: no JSON, another shape, a rule that nobody knows. */
export function parsePolicy(text: string, file: string): Policy {
  const place = { file };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('input', [{ message: msg('audit.policy.json'), place }]);
  }
  const parsed = policySchema.safeParse(value);
  if (!parsed.success)
    throw new AppError(
      'input',
      parsed.error.issues.map(({ path }) => ({
        message: msg('audit.policy.shape', { key: path.join('.') || '.' }),
        place,
      })),
    );
  const known = new Set<string>([...auditRules, ...checkRules].map(({ id }) => id));
  const unknown = parsed.data.hold.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new AppError(
      'input',
      unknown.map((id) => ({ message: msg('audit.policy.unknown', { id }), place })),
    );
  return parsed.data;
}

/** What of a policy does not hold: findings of pinned rules, and a score that is too low. What was not seen is not held. */
export function breaches({ score, hold }: Policy, audit: Audit): AuditFinding[] {
  const pinned = new Set(hold);
  const found = audit.findings.filter(({ id }) => pinned.has(id));
  const unseen = audit.unseen.filter(({ id }) => pinned.has(id));
  const base = {
    title: msg('audit.policy.title'),
    severity: 'critical',
    why: null,
    evidence: [],
    place: null,
  } as const;
  const breach = (message: AuditFinding['message']): AuditFinding => ({
    ...base,
    id: 'policy',
    message,
    fix: null,
    commands: [],
  });
  return [
    ...(audit.score < score ? [breach(msg('audit.policy.score', { score: audit.score, least: score }))] : []),
    ...[...new Set(found.map(({ id }) => id))].map((rule) => breach(msg('audit.policy.found', { rule }))),
    ...unseen.map(({ id }) => breach(msg('audit.policy.unseen', { rule: id }))),
  ];
}
