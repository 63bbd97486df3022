import type { CheckStatus, Report, Severity } from '../checks/types.ts';
import type { Translate } from '../i18n/messages.ts';

export interface CheckJson {
  id: string;
  group: string;
  status: CheckStatus;
  severity: Severity;
  message: string;
  evidence: string[];
  fix: string | null;
}

/** The report for machines; `sayEnglish` is the English translator, whatever the language of the run. */
export function checksJson(
  report: Report,
  sayEnglish: Translate,
): { checks: CheckJson[]; summary: Record<CheckStatus, number>; onMachineOnly: string[] } {
  const checks = report.checks.map(({ id, group, status, severity, message, evidence = [], fix }) => ({
    id,
    group,
    status,
    severity,
    message: sayEnglish(message),
    evidence,
    fix: fix === undefined ? null : sayEnglish(fix),
  }));
  return { checks, summary: report.summary, onMachineOnly: report.onMachineOnly };
}
