import type { CheckReport, Report } from '../../checks/types.ts';
import type { ReportContext, Reporter } from './types.ts';

/** GitHub shows so many annotations of each kind for a step, and drops the rest without a word. */
const mostAnnotations = 10;

/** Longer messages are cut by the platform in the middle of a letter. */
const longest = 4000;

/** Annotations of GitHub Actions: what failed as errors, warnings as warnings. */
export const github: Reporter = {
  name: 'github',
  render({ checks }, context) {
    return (['fail', 'warn'] as const)
      .flatMap((status) => {
        const found = checks.filter((check) => check.status === status);
        const shown = found.length > mostAnnotations ? found.slice(0, mostAnnotations - 1) : found;
        const command = status === 'fail' ? 'error' : 'warning';
        const rest = found.slice(shown.length).map(({ id }) => id);
        return [
          ...shown.map((check) => annotation(command, check, context)),
          ...(rest.length === 0
            ? []
            : [
                `::${command} title=${property('mqtt-setup verify')}::${data(`${rest.length} more: ${rest.join(', ')}`)}`,
              ]),
        ];
      })
      .join('\n');
  },
};

function annotation(command: string, check: CheckReport, { english }: ReportContext): string {
  const { id, title, message, evidence = [], fix } = check;
  const text = [english(message), ...evidence, ...(fix === undefined ? [] : [`Fix: ${english(fix)}`])].join(
    '\n',
  );
  return `::${command} title=${property(`${id}: ${english(title)}`)}::${data(text.slice(0, longest))}`;
}

/** As actions/toolkit writes them (packages/core/src/command.ts). */
function data(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\r\n]/gu, '\u{fffd}')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** The same as Markdown, for the job's summary page. */
export function githubSummary(
  { checks, summary, milliseconds }: Report,
  { english, target }: ReportContext,
): string {
  const marks = { pass: '✅', fail: '❌', warn: '⚠️', skip: '⏭️' } as const;
  const rows = checks.map(
    ({ id, status, title, message }) =>
      `| ${marks[status]} | \`${id}\` | ${cell(english(title))} | ${cell(english(message))} |`,
  );
  const failed = checks.filter(({ status }) => status === 'fail');
  return [
    `### mqtt-setup verify ${cell(target)}`,
    '',
    `${summary.pass} passed, ${summary.fail} failed, ${summary.warn} warned, ${summary.skip} skipped, in ${milliseconds} ms`,
    '',
    '| | check | | |',
    '|---|---|---|---|',
    ...rows,
    ...failed.flatMap(({ id, evidence = [], fix }) => [
      '',
      `<details><summary><code>${id}</code></summary>`,
      '',
      ...evidence.map((line) => `- ${cell(line)}`),
      ...(fix === undefined ? [] : [`- **Fix:** ${cell(english(fix))}`]),
      '',
      '</details>',
    ]),
    '',
  ].join('\n');
}

/** A text in a table: nothing in it means anything to Markdown or HTML. */
function cell(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
