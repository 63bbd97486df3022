import type { Message } from './i18n/messages.ts';

/** Exit codes, as the public interface fixes them (sysexits numbers where one fits). */
export const exitCodes = {
  ok: 0,
  no: 1,
  pending: 2,
  usage: 64,
  input: 65,
  unreachable: 69,
  bug: 70,
  rollbackFailed: 73,
  locked: 75,
  needsRoot: 77,
  refused: 78,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitName = keyof typeof exitCodes;

/** A place in a file, lines and columns counted from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** One thing that is wrong: what, where, and the cure. */
export interface Problem {
  message: Message;
  place?: Place;
  fix?: Message;
}

/**
 * The one error that the program throws on purpose. It carries every problem found, never only the first,
 * as values that are put into words at the very end, in the reader's language.
 */
export class AppError extends Error {
  readonly exit: ExitName;
  readonly problems: readonly Problem[];

  constructor(exit: ExitName, problems: readonly Problem[], options?: { cause?: unknown }) {
    super(problems.map((p) => p.message.key).join(', '), options);
    this.name = 'AppError';
    this.exit = exit;
    this.problems = problems;
  }
}

/** Shorthand for the common case of one problem. */
export function fail(
  exit: ExitName,
  message: Message,
  rest: { place?: Place; fix?: Message; cause?: unknown } = {},
): AppError {
  const { cause, ...more } = rest;
  return new AppError(exit, [{ message, ...more }], cause === undefined ? undefined : { cause });
}
