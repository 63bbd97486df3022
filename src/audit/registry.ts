import { type Message, msg } from '../i18n/messages.ts';
import { access } from './rules/access.ts';
import { limits } from './rules/limits.ts';
import { machine } from './rules/machine.ts';
import { tls } from './rules/tls.ts';
import type { AuditRule } from './types.ts';

/** Families of rules, as they are listed: register one here. */
const families = { ...access, ...tls, ...limits, ...machine };

export type AuditRuleId = keyof typeof families;

export interface AuditRow extends AuditRule {
  id: AuditRuleId;
  title: Message;
  why: Message;
}

/** The rules of the audit itself; those of `check` that it takes over are in `of-check.ts`. */
export const auditRules: readonly AuditRow[] = Object.entries<AuditRule>(families).map(([id, rule]) => ({
  ...rule,
  id: id as AuditRuleId,
  title: msg(`audit.${id as AuditRuleId}.title`),
  why: msg(`audit.${id as AuditRuleId}.why`),
}));
