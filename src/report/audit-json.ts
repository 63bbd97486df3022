import { severities } from '../audit/score.ts';
import type { Audit } from '../audit/types.ts';
import { vulnerabilitiesDate } from '../audit/vulnerabilities.ts';
import type { Severity } from '../checks/types.ts';
import type { Translate } from '../i18n/messages.ts';

/** Is it as grave as that, or graver? */
export function isAtLeastAsGrave(severity: Severity, than: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(than);
}

/** For programs; `english` is the English translator. What is at least as grave as `failOn` has failed. */
export function auditJson(audit: Audit, english: Translate, failOn: Severity) {
  const none = { severity: null, evidence: [], place: null, fix: null, commands: [], why: null };
  const checks = [
    ...audit.findings.map(({ id, severity, message, why, evidence, place, fix, commands }) => ({
      id,
      status: isAtLeastAsGrave(severity, failOn) ? ('fail' as const) : ('warn' as const),
      severity,
      message: english(message),
      why: why === null ? null : english(why),
      evidence: [...evidence],
      place,
      fix: fix === null ? null : english(fix),
      commands: [...commands],
    })),
    ...audit.passed.map(({ id, title }) => ({
      id,
      status: 'pass' as const,
      message: english(title),
      ...none,
    })),
    ...audit.unseen.map(({ id, title, reason }) => ({
      id,
      status: 'skip' as const,
      message: `${english(title)}: ${english(reason)}`,
      ...none,
    })),
  ];
  const count = (status: string): number => checks.filter((one) => one.status === status).length;
  return {
    score: audit.score,
    deductions: audit.deductions,
    checks,
    summary: { pass: count('pass'), fail: count('fail'), warn: count('warn'), skip: count('skip') },
    vulnerabilities: vulnerabilitiesDate,
  };
}
