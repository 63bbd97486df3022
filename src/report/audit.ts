import type { Audit, AuditFinding } from '../audit/types.ts';
import { vulnerabilitiesDate } from '../audit/vulnerabilities.ts';
import type { Severity } from '../checks/types.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import { fold } from './fold.ts';
import type { Style } from './style.ts';

const marks: Record<Severity, { unicode: string; ascii: string; colour: 'red' | 'yellow' | 'dim' }> = {
  critical: { unicode: '✖', ascii: '[critical]', colour: 'red' },
  high: { unicode: '✖', ascii: '[high]', colour: 'red' },
  medium: { unicode: '!', ascii: '[medium]', colour: 'yellow' },
  low: { unicode: '·', ascii: '[low]', colour: 'dim' },
};

/** For people: each finding with its severity, evidence, reason and cure, what was not seen, and the score. */
export function renderAudit(audit: Audit, t: Translate, style: Style): string {
  const findings = audit.findings.map((finding) => renderFinding(finding, t, style));
  const dot = style.dim(style.unicode ? '·' : '-');
  const unseen = unseenLines(audit, t).flatMap((line) =>
    fold(line, style.width - 4).map((text, at) => (at === 0 ? `  ${dot} ${text}` : `    ${text}`)),
  );
  const colour = audit.score >= 90 ? style.green : audit.score >= 60 ? style.yellow : style.red;
  return [
    ...findings,
    ...(unseen.length === 0 ? [] : [[style.bold(t(msg('audit.unseen.head'))), ...unseen].join('\n')]),
    [
      `${style.bold(t(msg('audit.score')))} ${colour(`${audit.score}/100`)}  ${style.dim(arithmetic(audit))}`,
      ...fold(looked(audit, t), style.width).map((line) => style.dim(line)),
    ].join('\n'),
  ].join('\n\n');
}

function renderFinding(finding: AuditFinding, t: Translate, style: Style): string {
  const { id, severity, title, message, why, evidence, place, fix, commands } = finding;
  const { unicode, ascii, colour } = marks[severity];
  const sign = style[colour](style.unicode ? unicode : ascii);
  const level = style[colour](t(msg(`audit.severity.${severity}`)));
  const text = (words: string, indent = '  '): string[] =>
    fold(printable(words), style.width - indent.length).map((line) => `${indent}${line}`);
  const where = place === null || evidence.length > 0 ? [] : [placeText(place)];
  const arrow = style.unicode ? '→' : '->';
  const cure =
    fix === null
      ? []
      : fold(printable(t(fix)), style.width - 6).map((line, at) => `  ${at === 0 ? arrow : ' '} ${line}`);
  return [
    `${sign} ${style.bold(printable(t(title)))}  ${level}  ${style.dim(id)}`,
    ...text(t(message)),
    ...[...evidence, ...where].map((line) => `    ${style.dim(printable(line))}`),
    ...(why === null ? [] : text(t(why)).map((line) => style.dim(line))),
    ...cure,
    ...commands.map((command) => `    $ ${printable(command)}`),
  ].join('\n');
}

function unseenLines({ unseen }: Audit, t: Translate): string[] {
  return unseen.map(({ title, reason }) =>
    t(msg('audit.unseen.line', { title: t(title), reason: t(reason) })),
  );
}

function looked({ passed }: Audit, t: Translate): string {
  return t(msg('audit.looked', { passed: passed.length, date: vulnerabilitiesDate }));
}

/** `100 − 50 access.nobody-let-in − 5 limits.packets = 45` */
export function arithmetic({ deductions, score }: Audit): string {
  if (deductions.length === 0) return '';
  return `100 ${deductions.map(({ id, points }) => `- ${points} ${id} `).join('')}= ${score}`;
}

function placeText({ file, line }: { file: string; line?: number }): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** For a page or a comment of a code review. */
export function auditMarkdown(audit: Audit, t: Translate): string {
  const cell = (text: string): string => printable(text).replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const rows = audit.findings.map(
    ({ id, severity, message, fix, commands, evidence, place }) =>
      `| ${t(msg(`audit.severity.${severity}`))} | \`${id}\` | ${cell(t(message))} | ${cell(
        evidence[0] ?? (place === null ? '' : placeText(place)),
      )} | ${cell([...(fix === null ? [] : [t(fix)]), ...commands.map((one) => `\`${one}\``)].join(' '))} |`,
  );
  return [
    `# ${t(msg('audit.score'))} ${audit.score}/100`,
    '',
    ...(audit.deductions.length === 0 ? [] : [arithmetic(audit), '']),
    ...(rows.length === 0
      ? [t(msg('audit.nothing'))]
      : [
          `| ${['severity', 'rule', 'finding', 'evidence', 'fix'].map((one) => t(msg(`audit.column.${one as 'rule'}`))).join(' | ')} |`,
          '|---|---|---|---|---|',
          ...rows,
        ]),
    '',
    ...unseenLines(audit, t).map((line) => `- ${line}`),
    ...(audit.unseen.length === 0 ? [] : ['']),
    looked(audit, t),
  ].join('\n');
}
