import { AppError, exitCodes, type Problem } from '../errors.ts';
import type { Translate } from '../i18n/messages.ts';
import { msg } from '../i18n/messages.ts';
import { printable } from '../report/escape.ts';
import type { Style } from '../report/style.ts';
import type { Output } from './output.ts';

interface Reader {
  command: string;
  json: boolean;
  debug: boolean;
  out: Output;
  t: Translate;
  english: Translate;
  style: Style;
}

/** Says what went wrong: every problem with its place and cure; a bug of ours looks like one. */
export function printFailure(error: unknown, reader: Reader): void {
  const { out, json } = reader;
  if (json) out.result(JSON.stringify(failureJson(error, reader), null, 2));
  else if (error instanceof AppError) out.note(failureText(error, reader));
  else out.note(`${reader.style.red(reader.t(msg('cli.bug')))}\n${firstLine(error)}`);
  if (reader.debug && error instanceof Error) out.note(printable(error.stack ?? String(error)));
}

function failureText(error: AppError, { t, style }: Reader): string {
  const mark = style.red(style.unicode ? '✖' : '[fail]');
  return error.problems.map((problem) => `${mark} ${problemText(problem, t, style)}`).join('\n');
}

/** One problem in words: place, message, cure. */
function problemText(problem: Problem, t: Translate, style: Style): string {
  const lines = indentRest(t(problem.message).split('\n').map(printable).join('\n'));
  const place = problem.place === undefined ? '' : `${style.bold(placeText(problem))} `;
  const fix =
    problem.fix === undefined
      ? ''
      : `\n  ${style.dim(style.unicode ? '→' : '->')} ${indentRest(t(problem.fix), '    ')}`;
  return `${place}${lines}${fix}`;
}

function placeText({ place }: Problem): string {
  if (place === undefined) return '';
  const { file, line, column } = place;
  return `${printable([file, line, column].filter((part) => part !== undefined).join(':'))}:`;
}

function indentRest(text: string, by = '  '): string {
  return text.split('\n').join(`\n${by}`);
}

function failureJson(error: unknown, { command, english }: Reader): object {
  const base = { schemaVersion: 1, command, ok: false };
  if (!(error instanceof AppError))
    return { ...base, error: { code: 'bug', exit: exitCodes.bug, message: firstLine(error), hint: null } };
  const problems = error.problems.map((problem) => ({
    code: problem.message.key,
    message: english(problem.message),
    ...(problem.place === undefined ? {} : { place: problem.place }),
    hint: problem.fix === undefined ? null : english(problem.fix),
  }));
  const [first] = problems;
  return {
    ...base,
    error: {
      code: first?.code ?? error.exit,
      exit: exitCodes[error.exit],
      message: first?.message ?? '',
      hint: first?.hint ?? null,
      problems,
    },
  };
}

function firstLine(error: unknown): string {
  return printable(String(error).split('\n', 1)[0] ?? '');
}
