import type { Severity } from '../checks/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Finding, LintSeverity } from '../lint/types.ts';
import { commandOf } from './mends/command.ts';
import { mendsOfFinding } from './mends/of-findings.ts';
import type { Patient } from './patient.ts';
import type { Diagnosis } from './types.ts';

const severityOf: Record<LintSeverity, Severity> = { error: 'high', warning: 'medium', info: 'low' };

/** doctor is no linter: only what stops the broker, or is plainly wrong. */
export function isTrouble({ severity, refused, from }: Finding): boolean {
  return from === undefined && (refused === true || severity === 'error');
}

/** What `check` has found, as something to be told. */
export function ofFinding(finding: Finding, patient: Patient): Diagnosis {
  const { id, place, message, fix, severity, refused } = finding;
  const mends = mendsOfFinding(finding, patient);
  return {
    id,
    severity: refused === true ? 'critical' : severityOf[severity],
    title: msg('doctor.title.rule'),
    message,
    evidence: [lineAt(finding, patient)].filter((text) => text !== ''),
    place,
    fix: fix ?? finding.why,
    commands: mends.map((mend) => commandOf(mend, patient.manner)),
    mends,
  };
}

/** Options whose value is a secret, or may be one for a plugin. */
const holdsSecret =
  /^ *(?:remote_password|bridge_psk|(?:plugin|auth)_opt_(?!\S*_file )\S*(?:pass|secret|token|key))/;

/** The line that a finding is about; lines of password files stay where they are. */
function lineAt({ place: { file, line } }: Finding, { effective, tree }: Patient): string {
  if (line === undefined) return '';
  const text =
    effective.lines.find((one) => one.file === file && one.line === line)?.raw ??
    (tree.acls[file] ?? '').split('\n')[line - 1];
  if (text === undefined || holdsSecret.test(text)) return '';
  return `${file}:${line}: ${text.trim()}`;
}
