import { exitCodes } from '../errors.ts';
import { fitted } from '../report/fit.ts';

/** Results go to standard output, everything else to standard error: the only two places anything is printed from. */
export interface Output {
  result(text: string): void;
  /** A result in sentences: in a terminal its lines are broken at blanks. */
  prose(text: string): void;
  note(text: string): void;
  /** A line that the next one replaces, while a person watches; null takes it away. */
  flash(text: string | null): void;
  /** Is a person watching standard error? */
  readonly live: boolean;
}

export function output(): Output {
  // A reader that went away (`| head`) is not an error of ours; a result that got lost otherwise (a full disk) is one.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.once('exit', () => {
      process.exitCode = process.exitCode || exitCodes.no;
    });
  });
  // Nobody may be there to read it (the terminal was closed): that must not end a roll-back half way.
  process.stderr.on('error', () => undefined);
  const live = process.stderr.isTTY === true;
  let flashing = false;
  const flash = (text: string | null): void => {
    if (!live || (text === null && !flashing)) return;
    process.stderr.write(`\r\u001b[K${text ?? ''}`);
    flashing = text !== null;
  };
  const write = (stream: NodeJS.WriteStream, text: string): void => {
    flash(null);
    stream.write(text.endsWith('\n') ? text : `${text}\n`);
  };
  // The width of now: the window may have been made smaller since.
  const fittedTo = (stream: NodeJS.WriteStream, text: string): string =>
    stream.isTTY === true ? fitted(text, stream.columns || 80) : text;
  return {
    result: (text) => write(process.stdout, text),
    prose: (text) => write(process.stdout, fittedTo(process.stdout, text)),
    note: (text) => write(process.stderr, fittedTo(process.stderr, text)),
    flash,
    live,
  };
}
