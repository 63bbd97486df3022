import { Command, CommanderError } from 'commander';
import { distance } from 'fastest-levenshtein';
import { exitCodes, fail } from '../errors.ts';
import { msg } from '../i18n/messages.ts';
import { translator } from '../i18n/translate.ts';
import { commonOptions } from './commands/common-options.ts';
import { commandRows } from './commands/registry.ts';
import type { CommandRow } from './commands/types.ts';
import type { Options, Setting } from './context.ts';
import { commandHelp, programHelp } from './help.ts';

/** commander's own sentences are English; these say the same through the catalogues, as errors like any other. */
class LocalCommand extends Command {
  /** Its argument may look like an option. */
  anyOption = false;
  override createCommand(name?: string): LocalCommand {
    return new LocalCommand(name);
  }
  override error(message: string): never {
    throw fail('usage', msg('cli.usage.other', { message: message.replace(/^error: /, '') }));
  }
  missingArgument(name: string): never {
    throw fail('usage', msg('cli.usage.missingArgument', { name }), this.seeHelp());
  }
  optionMissingArgument(option: { flags: string }): never {
    throw fail('usage', msg('cli.usage.optionValue', { option: option.flags }), this.seeHelp());
  }
  unknownOption(flag: string): void {
    if (this.anyOption) return;
    const known = [...this.options, ...(this.parent?.options ?? [])].flatMap((o) => (o.long ? [o.long] : []));
    throw fail(
      'usage',
      msg('cli.usage.unknownOption', { option: flag }),
      this.suggest(flag, [...known, '--help']),
    );
  }
  unknownCommand(): never {
    const name = this.args[0] ?? '';
    throw fail(
      'usage',
      msg('cli.usage.unknownCommand', { name }),
      this.suggest(
        name,
        commandRows.map((row) => row.name),
      ),
    );
  }
  _excessArguments(args: string[]): never {
    throw fail(
      'usage',
      msg('cli.usage.excess', { words: args.slice(this.registeredArguments.length).join(' ') }),
      this.seeHelp(),
    );
  }
  private suggest(word: string, known: readonly string[]) {
    const [best] = known.map((k) => ({ k, d: distance(word, k) })).sort((a, b) => a.d - b.d);
    if (best === undefined || best.d > Math.max(2, Math.floor(word.length / 3))) return this.seeHelp();
    return { fix: msg('cli.usage.didYouMean', { word: best.k }) };
  }
  private seeHelp() {
    const command = this.parent === null ? 'mqtt-setup' : `mqtt-setup ${this.name()}`;
    return { fix: msg('cli.usage.seeHelp', { command }) };
  }
}

/** The command line as a function: words in, exit code out. Throws AppError. */
export function createProgram(setting: Setting): (words: readonly string[]) => Promise<number> {
  return async (words) => {
    if (words.length === 0) {
      if (isWatched(setting)) return runFront(setting);
      setting.out.result(programHelp(setting));
      return exitCodes.usage;
    }
    let exit: number = exitCodes.ok;
    // A command that stands first is the one that is run: the others need not be known.
    const meant = commandRows.filter(({ name }) => name === words[0]);
    const program = programOf(meant.length > 0 ? meant : commandRows, setting, async (row, command) => {
      exit = await runRow(row, command, setting);
    });
    try {
      await program.parseAsync(words, { from: 'user' });
      return exit;
    } catch (error) {
      // --help was printed: commander says so by throwing.
      if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.ok;
      throw error;
    }
  };
}

/** What commander has to know; the texts of its help are ours. */
function programOf(
  rows: readonly CommandRow[],
  setting: Setting,
  run: (row: CommandRow, command: Command) => Promise<void>,
): Command {
  const program = new LocalCommand('mqtt-setup');
  program.exitOverride().allowExcessArguments(false).helpCommand(false);
  program.configureHelp({ formatHelp: () => programHelp(setting) });
  program.configureOutput({
    writeOut: (text) => setting.out.result(text),
    writeErr: (text) => setting.out.note(text),
  });
  program.helpOption('-h, --help', ' ');
  for (const { flags, repeat } of commonOptions) addOption(program, flags, repeat);
  for (const row of rows) {
    const command = program.command(row.name).exitOverride().allowExcessArguments(false);
    command.helpOption(row.hostOption ? '--help' : '-h, --help', ' ');
    command.configureHelp({ formatHelp: () => commandHelp(row, setting) });
    command.anyOption = row.anyOption === true;
    for (const arg of row.args ?? []) command.argument(arg.syntax);
    for (const { flags, repeat } of row.options ?? []) addOption(command, flags, repeat);
    command.action(() => run(row, command));
  }
  return program;
}

function addOption(command: Command, flags: string, repeat?: boolean): void {
  if (repeat === true)
    command.option(flags, '', (value: string, list: string[]) => [...list, value], [] as string[]);
  else command.option(flags);
}

/** Is there a person at a terminal, who can be asked? */
function isWatched({ out, env }: Setting): boolean {
  return process.stdin.isTTY === true && out.live && !env['CI'];
}

async function runFront(setting: Setting): Promise<number> {
  const { run } = await import('./commands/front.ts');
  const host = await setting.loadHost();
  return run({ ...setting, host, command: 'status', args: [], options: {}, json: false, interactive: true });
}

async function runRow(row: CommandRow, command: Command, setting: Setting): Promise<number> {
  const options: Options = command.optsWithGlobals();
  demandChoices(options);
  const { run } = await row.load();
  // What words of commands mean is loaded only where somebody wants to learn it.
  const explains = options['explain'] === true || options['step'] === true;
  const texts = explains ? { t: await translator(setting.language, 'all') } : {};
  return run({
    ...setting,
    ...texts,
    host: await setting.loadHost(),
    command: row.name,
    args: command.processedArgs.flat().filter((arg): arg is string => typeof arg === 'string'),
    options,
    json: options['json'] === true || options['jsonLines'] === true,
    interactive: options['input'] !== false && isWatched(setting),
  });
}

function demandChoices({ lang, color }: Options): void {
  if (typeof lang === 'string' && !/^(en|fr)([_.@-]|$)/i.test(lang))
    throw fail('usage', msg('cli.usage.badLanguage', { value: lang }));
  if (typeof color === 'string' && !['auto', 'always', 'never'].includes(color))
    throw fail('usage', msg('cli.usage.badColor', { value: color }));
}
