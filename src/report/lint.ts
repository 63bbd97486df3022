import { msg, type Translate } from '../i18n/messages.ts';
import type { Finding, LintSeverity } from '../lint/types.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** What was looked at, for the last line. */
export interface Looked {
  version: string;
  /** How many files: the configuration and what it names. */
  files: number;
}

const signs: Record<LintSeverity, { unicode: string; ascii: string; colour: 'red' | 'yellow' | 'dim' }> = {
  error: { unicode: '✖', ascii: 'x', colour: 'red' },
  warning: { unicode: '!', ascii: '!', colour: 'yellow' },
  info: { unicode: '·', ascii: '-', colour: 'dim' },
};

/** Findings for people: grouped by file, each with its place, what, why and the cure; the sum at the end. */
export function renderLint(findings: readonly Finding[], looked: Looked, t: Translate, style: Style): string {
  const files = [...new Set(findings.map(({ place }) => place.file))];
  const groups = files.map((file) => {
    const own = findings.filter(({ place }) => place.file === file);
    return [style.bold(printable(file)), ...explained(own, t, style)].join('\n');
  });
  return [...groups, summary(findings, looked, t, style)].join('\n\n');
}

/** Why and cure are told once in a row of the same. */
function explained(findings: readonly Finding[], t: Translate, style: Style): string[] {
  let last = '';
  return findings.map((finding) => {
    const isAgain = finding.id === last;
    last = finding.id;
    return [
      head(finding, t, style),
      ...(isAgain ? [] : why(finding, t, style)),
      ...cure(finding, t, style),
    ].join('\n');
  });
}

function head({ id, severity, place, message, refused, from }: Finding, t: Translate, style: Style): string {
  const { unicode, ascii, colour } = signs[severity];
  const sign = style[colour](style.unicode ? unicode : ascii);
  const at = place.line === undefined ? '' : `${place.line}:${place.column ?? 1}`;
  const word = style[colour](t(msg(`lint.severity.${severity}`)));
  const end =
    from !== undefined
      ? t(msg('lint.fromRefused', { version: from }))
      : refused === true
        ? t(msg('lint.refused'))
        : null;
  const rest = end === null ? '' : ` ${style[colour](`(${end})`)}`;
  return `  ${sign} ${at.padEnd(6)} ${word}  ${printable(t(message))}${rest}  ${style.dim(id)}`;
}

const indent = ' '.repeat(11);

function why(finding: Finding, t: Translate, style: Style): string[] {
  return folded(t(finding.why), style).map((line) => style.dim(`${indent}${line}`));
}

function cure({ fix }: Finding, t: Translate, style: Style): string[] {
  if (fix === undefined) return [];
  const arrow = style.unicode ? '→' : '->';
  const [first = '', ...rest] = folded(printable(t(fix)), style);
  return [`${indent}${arrow} ${first}`, ...rest.map((line) => `${indent}  ${line}`)];
}

function folded(text: string, { width }: Style): string[] {
  const most = Math.max(40, width - indent.length - 2);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function summary(findings: readonly Finding[], looked: Looked, t: Translate, style: Style): string {
  const { version, files } = looked;
  if (findings.length === 0) return style.green(t(msg('lint.clean', { version, files })));
  const count = (severity: LintSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  const sum = t(msg('lint.summary', { errors, warnings, infos, files }));
  const isRefused = findings.some(({ refused }) => refused === true);
  const verdict = t(isRefused ? msg('lint.wouldNotStart', { version }) : msg('lint.wouldStart', { version }));
  return `${errors > 0 ? style.red(sum) : sum}\n${isRefused ? style.red(verdict) : verdict}`;
}
