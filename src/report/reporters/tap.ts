import type { CheckReport } from '../../checks/types.ts';
import type { ReportContext, Reporter } from './types.ts';

/** TAP version 13, which every consumer reads: a line for each check, with comments under those that are not well (of
 * YAML blocks, every consumer knows another part). */
export const tap: Reporter = {
  name: 'tap',
  render({ checks }, context) {
    return [
      'TAP version 13',
      `1..${checks.length}`,
      ...checks.flatMap((check, index) => lines(check, index + 1, context)),
    ].join('\n');
  },
};

function lines(check: CheckReport, number: number, { english }: ReportContext): string[] {
  const { id, status, severity, title, message, evidence = [], fix } = check;
  const ok = status === 'fail' ? 'not ok' : 'ok';
  const text = `${ok} ${number} - ${escaped(`${id}: ${english(title)}`)}`;
  if (status === 'skip') return [`${text} # SKIP ${escaped(english(message))}`];
  if (status === 'pass') return [text];
  const details = [
    `${status}, ${severity}: ${english(message)}`,
    ...evidence,
    ...(fix === undefined ? [] : [`fix: ${english(fix)}`]),
  ];
  return [text, ...details.map((detail) => `# ${oneLine(detail)}`)];
}

/** `#` begins a directive, and a line ends with its line. */
function escaped(text: string): string {
  return oneLine(text).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
