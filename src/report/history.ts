import type { Generation, GenerationHead } from '../engine/generations/format.ts';
import { msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** One that is kept; `head` is null where its file is damaged. */
interface Kept {
  number: number;
  head: GenerationHead | null;
}

/** The list for people, the newest last, where the eye is. */
export function renderHistory(
  kept: readonly Kept[],
  current: number | null,
  t: Translate,
  style: Style,
): string {
  const rows = kept.map((one) => cells(one, current, t, style));
  const titles = ['number', 'made', 'who', 'command', 'mosquitto', 'message'] as const;
  const head = titles.map((title) => t(msg(`generations.column.${title}`)));
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [style.bold(line(head)), ...rows.map(line)].join('\n');
}

function cells({ number, head }: Kept, current: number | null, t: Translate, style: Style): string[] {
  const mark = number === current ? (style.unicode ? ' ●' : ' *') : '';
  if (head === null) return [`${number}${mark}`, t(msg('generations.isDamaged'))];
  const { made, who, command, mosquitto, message, overwritten } = head;
  const more = overwritten.length > 0 ? [t(msg('generations.overwrote', { count: overwritten.length }))] : [];
  const none = style.unicode ? '—' : '-';
  return [
    `${number}${mark}`,
    shortTime(made),
    printable(who),
    command.replace(/^mqtt-setup /, ''),
    mosquitto ?? none,
    [...(message === null ? [] : [printable(message)]), ...more].join('; '),
  ];
}

/** `2026-11-25 14:03` of an ISO time, in UTC as the logs have it. */
function shortTime(made: string): string {
  return made.slice(0, 16).replace('T', ' ');
}

/** All that is known of one, but for the contents. */
export function renderGeneration(generation: Generation, t: Translate, style: Style): string {
  const { number, made, who, command, message, mosquitto, tool, report, files, overwritten } = generation;
  const failed = Object.values(report.checks).filter((status) => status === 'fail').length;
  const passed = Object.values(report.checks).filter((status) => status === 'pass').length;
  const fileLine = ({ path, owner, group, mode, sha256 }: GenerationHead['files'][number]): string =>
    `  ${mode.toString(8).padStart(4, '0')} ${owner}:${group} ${sha256.slice(0, 12)} ${printable(path)}`;
  return [
    style.bold(t(msg('generations.title', { number }))),
    t(msg('generations.madeBy', { made: shortTime(made), who: printable(who), command, tool })),
    ...(message === null ? [] : [t(msg('generations.because', { message: printable(message) }))]),
    t(msg('generations.broker', { version: mosquitto ?? '?' })),
    t(msg('generations.proof', { passed, failed })),
    t(msg('generations.files')),
    ...files.map(fileLine),
    ...(overwritten.length === 0 ? [] : [t(msg('generations.overwritten')), ...overwritten.map(fileLine)]),
  ].join('\n');
}

/** For programs: never the contents. */
export function historyJson(kept: readonly Kept[], current: number | null): object {
  return {
    schemaVersion: 1,
    command: 'history',
    ok: true,
    current,
    generations: kept.map(({ number, head }) =>
      head === null
        ? { number, damaged: true }
        : {
            number,
            damaged: false,
            made: head.made,
            command: head.command,
            who: head.who,
            message: head.message,
            tool: head.tool,
            mosquitto: head.mosquitto,
            verify: head.report,
            files: head.files.map(stored),
            overwritten: head.overwritten.map(stored),
          },
    ),
  };
}

function stored({ path, owner, group, mode, sha256 }: GenerationHead['files'][number]): object {
  return { path, owner, group, mode: mode.toString(8).padStart(4, '0'), sha256 };
}
