import type { CheckReport, CheckStatus, Report } from '../checks/types.ts';
import type { Message, Translate } from '../i18n/messages.ts';
import { msg } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

const groups: Record<CheckReport['group'], Message> = {
  service: msg('checks.group.service'),
  config: msg('checks.group.config'),
  files: msg('checks.group.files'),
  sockets: msg('checks.group.sockets'),
  connect: msg('checks.group.connect'),
  tls: msg('checks.group.tls'),
  auth: msg('checks.group.auth'),
  messages: msg('checks.group.messages'),
  access: msg('checks.group.access'),
  persistence: msg('checks.group.persistence'),
  resources: msg('checks.group.resources'),
};

const symbols: Record<
  CheckStatus,
  { unicode: string; ascii: string; colour: 'green' | 'red' | 'yellow' | 'dim' }
> = {
  pass: { unicode: '✔', ascii: '[ok]', colour: 'green' },
  fail: { unicode: '✖', ascii: '[fail]', colour: 'red' },
  warn: { unicode: '!', ascii: '[warn]', colour: 'yellow' },
  skip: { unicode: '·', ascii: '[skip]', colour: 'dim' },
};

/** The report for people: one line a check under its group, evidence and cure under what is not well, the sum at the end. */
export function renderReport(report: Report, translate: Translate, style: Style): string {
  const seen = new Set(report.checks.map(({ group }) => group));
  const order = Object.keys(groups) as CheckReport['group'][];
  const lines = order
    .filter((group) => seen.has(group))
    .flatMap((group) => [
      style.bold(translate(groups[group])),
      ...report.checks
        .filter((check) => check.group === group)
        .flatMap((check) => checkLines(check, translate, style)),
      '',
    ]);
  const elsewhere = report.onMachineOnly.length;
  return [
    ...lines,
    ...(elsewhere === 0 ? [] : [translate(msg('checks.report.elsewhere', { count: elsewhere }))]),
    summaryLine(report, translate, style),
    '',
  ].join('\n');
}

/** What is not as it might be, without the rest: empty where there is nothing. */
export function renderWarnings(report: Report, translate: Translate, style: Style): string {
  return report.checks
    .filter(({ status }) => status === 'warn')
    .flatMap((check) => checkLines(check, translate, style))
    .join('\n');
}

function checkLines(check: CheckReport, translate: Translate, style: Style): string[] {
  const { unicode, ascii, colour } = symbols[check.status];
  const symbol = style.unicode ? unicode : ascii.padEnd(6);
  const title = translate(check.title);
  const message = printable(translate(check.message));
  const first = `  ${style[colour](symbol)} ${title}${style.dim(style.unicode ? ' — ' : ' - ')}${paintMessage(check.status, message, style)}`;
  if (check.status === 'pass') return [first];
  const indent = ' '.repeat(symbol.length + 3);
  const arrow = style.unicode ? '→' : '->';
  return [
    first,
    ...(check.evidence ?? []).map((line) => `${indent}${style.dim(printable(line))}`),
    ...(check.fix === undefined ? [] : [`${indent}${arrow} ${printable(translate(check.fix))}`]),
  ];
}

function paintMessage(status: CheckStatus, message: string, style: Style): string {
  return status === 'fail' ? style.red(message) : style.dim(message);
}

function summaryLine({ summary, ok, milliseconds }: Report, translate: Translate, style: Style): string {
  const { pass: passed, fail: failed, warn: warned, skip: skipped } = summary;
  const text = translate(msg('checks.report.summary', { passed, failed, warned, skipped, milliseconds }));
  return ok ? style.green(text) : style.red(text);
}
