import type { Severity } from '../checks/types.ts';
import type { Diagnosis } from '../doctor/types.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import { fold } from './fold.ts';
import type { Style } from './style.ts';

const signs: Record<Severity, { unicode: string; ascii: string; colour: 'red' | 'yellow' | 'dim' }> = {
  critical: { unicode: '✖', ascii: '[fail]', colour: 'red' },
  high: { unicode: '✖', ascii: '[fail]', colour: 'red' },
  medium: { unicode: '!', ascii: '[warn]', colour: 'yellow' },
  low: { unicode: '·', ascii: '[note]', colour: 'dim' },
};

/** What was found, for people: each cause with its evidence, what to do, and the commands that do it. */
export function renderDiagnoses(diagnoses: readonly Diagnosis[], t: Translate, style: Style): string {
  return diagnoses.map((diagnosis) => renderDiagnosis(diagnosis, t, style)).join('\n\n');
}

export function renderDiagnosis(diagnosis: Diagnosis, t: Translate, style: Style): string {
  const { id, severity, title, message, evidence, fix, commands } = diagnosis;
  const { unicode, ascii, colour } = signs[severity];
  const sign = style[colour](style.unicode ? unicode : ascii);
  const arrow = style.unicode ? '→' : '->';
  const head = `${sign} ${style.bold(printable(t(title)))}  ${style.dim(id)}`;
  const words = fold(printable(t(message)), style.width - 4).map((line) => `  ${line}`);
  const seen = evidence.map((line) => `    ${style.dim(printable(line))}`);
  const cure =
    fix === null
      ? []
      : fold(printable(t(fix)), style.width - 6).map((line, at) => `  ${at === 0 ? arrow : ' '} ${line}`);
  const typed = commands.map((command) => `    $ ${printable(command)}`);
  return [head, ...words, ...seen, ...cure, ...typed].join('\n');
}

/** The last line: how many causes, and how many of them can be mended. */
export function doctorSummary(diagnoses: readonly Diagnosis[], t: Translate, style: Style): string {
  if (diagnoses.length === 0) return style.green(t(msg('doctor.summary.none')));
  const mendable = diagnoses.filter(({ mends }) => mends.length > 0).length;
  return style.bold(t(msg('doctor.summary.found', { count: diagnoses.length, mendable })));
}

export interface DiagnosisJson {
  id: string;
  status: 'fail' | 'warn';
  severity: Severity;
  message: string;
  evidence: string[];
  place: { file: string; line?: number; column?: number } | null;
  fix: string | null;
  commands: string[];
  mendable: boolean;
}

/** What was found, for programs; `english` is the English translator, whatever the language of the run. */
export function diagnosisJson(diagnosis: Diagnosis, english: Translate): DiagnosisJson {
  const { id, severity, message, evidence, place, fix, commands, mends } = diagnosis;
  return {
    id,
    status: isGrave(diagnosis) ? 'fail' : 'warn',
    severity,
    message: english(message),
    evidence: [...evidence],
    place,
    fix: fix === null ? null : english(fix),
    commands: [...commands],
    mendable: mends.length > 0,
  };
}

/** A finding that makes the command exit with 1; a mere note does not. */
export function isGrave({ severity }: Pick<Diagnosis, 'severity'>): boolean {
  return severity !== 'low';
}
