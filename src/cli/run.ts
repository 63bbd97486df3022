import { AppError, exitCodes } from '../errors.ts';
import type { Host } from '../host/types.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { translator } from '../i18n/translate.ts';
import { commandWord, flagValue } from './argv.ts';
import type { Setting } from './context.ts';
import { printFailure } from './failure.ts';
import { helpAlone } from './help.ts';
import { here, invocation } from './invocation.ts';
import { outliveTerminal } from './lost-terminal.ts';
import { output } from './output.ts';
import { linesOutput, quietOutput } from './outputs.ts';
import { isExecutable } from './self.ts';
import { chooseStyle } from './style.ts';

/**
 * Runs one command line and sets the exit code. Errors end here: in words on standard error, or with `--json` as an
 * object on standard output.
 */
export async function main(argv: readonly string[]): Promise<void> {
  // Nothing we make is readable by others until its own mode says so.
  process.umask(0o077);
  outliveTerminal();
  const words = argv.slice(2);
  const isLines = words.includes('--json-lines');
  const out = isLines ? linesOutput(output()) : output();
  const json = isLines || words.includes('--json');
  const language = chooseLanguage(flagValue(words, '--lang'), process.env);
  const t = await translator(language);
  const english = language === 'en' ? t : await lazyEnglish(json, t);
  const style = chooseStyle(flagValue(words, '--color'), process.env, process.stdout);
  const errorStyle = chooseStyle(flagValue(words, '--color'), process.env, process.stderr);
  try {
    const setting: Setting = {
      loadHost,
      out: words.includes('--quiet') ? quietOutput(out) : out,
      t,
      english,
      language,
      style,
      errorStyle,
      env: process.env,
      self: invocation(argv, here(), isExecutable()),
    };
    // Help needs no parser of command lines, which is dear at a start.
    const help = helpAlone(words, setting);
    if (help !== null) setting.out.result(help);
    else process.exitCode = await (await import('./program.ts')).createProgram(setting)(words);
  } catch (error) {
    process.exitCode = error instanceof AppError ? exitCodes[error.exit] : exitCodes.bug;
    const command = commandWord(words);
    // What goes wrong may be said by any part: here every text is at hand.
    const [whole, wholeEnglish, { explainStart }] = await Promise.all([
      translator(language, 'all'),
      translator('en', 'all'),
      import('./flow/explain-start.ts'),
    ]);
    printFailure(explainStart(error), {
      command,
      json,
      debug: words.includes('--debug'),
      out,
      t: whole,
      english: wholeEnglish,
      style: errorStyle,
    });
  }
}

/** Machine output is English whatever the reader speaks; the second catalogue is loaded only where it is needed. */
async function lazyEnglish(
  json: boolean,
  t: Awaited<ReturnType<typeof translator>>,
): ReturnType<typeof translator> {
  return json ? translator('en') : t;
}

/** The door to the machine is loaded when a command opens it: help and mistakes on the command line need none. */
async function loadHost(): Promise<Host> {
  return (await import('../host/real.ts')).realHost();
}
