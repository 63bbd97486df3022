import { type Message, msg } from '../i18n/messages.ts';
import type { Rule } from './rule.ts';
import { access } from './rules/access.ts';
import { acl } from './rules/acl.ts';
import { blocks } from './rules/blocks.ts';
import { certificates } from './rules/certificates.ts';
import { files } from './rules/files.ts';
import { includes } from './rules/includes.ts';
import { listeners } from './rules/listeners.ts';
import { names } from './rules/names.ts';
import { order } from './rules/order.ts';
import { passwords } from './rules/passwords.ts';
import { places } from './rules/places.ts';
import { values } from './rules/values.ts';
import type { LintSeverity } from './types.ts';

/** Families of rules, as they are listed: register one here. */
const families = {
  ...includes,
  ...names,
  ...values,
  ...order,
  ...blocks,
  ...listeners,
  ...access,
  ...files,
  ...places,
  ...certificates,
  ...passwords,
  ...acl,
};

export type RuleId = keyof typeof families;

export interface RuleRow extends Rule {
  id: RuleId;
  /** The gravest it can be, and what it is where nothing else is said. */
  severity: LintSeverity;
  title: Message;
  why: Message;
}

/** Every rule, for the linter, for SARIF and for the documentation. */
export const rules: readonly RuleRow[] = Object.entries<Rule>(families).map(([id, rule]) => ({
  ...rule,
  id: id as RuleId,
  title: msg(`lint.${id as RuleId}.title`),
  why: msg(`lint.${id as RuleId}.why`),
}));
