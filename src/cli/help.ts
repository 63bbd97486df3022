import { type Message, msg } from '../i18n/messages.ts';
import { fold } from '../report/fold.ts';
import type { Style } from '../report/style.ts';
import { commonOptions } from './commands/common-options.ts';
import { commandRows } from './commands/registry.ts';
import type { CommandGroup, CommandRow } from './commands/types.ts';
import type { Setting } from './context.ts';

/** The groups of commands, in the order in which a newcomer needs them. */
export const groups: { id: CommandGroup; title: Message }[] = [
  { id: 'broker', title: msg('cli.help.broker') },
  { id: 'accounts', title: msg('cli.help.accounts') },
  { id: 'service', title: msg('cli.help.service') },
  { id: 'help', title: msg('cli.help.help') },
];

const starters = ['install', 'add-user sensor --generate', 'verify'];

/** The help that was asked for, where nothing else was: `--help`, or a command and `--help`; else null. */
export function helpAlone(words: readonly string[], setting: Setting): string | null {
  // In which language and colours it is to be is known already.
  const asked = words.filter(
    (word, i) => !/^--(lang|color)(=|$)/.test(word) && !/^--(lang|color)$/.test(words[i - 1] ?? ''),
  );
  const flag = asked.at(-1);
  if (asked.length > 2 || (flag !== '--help' && flag !== '-h')) return null;
  if (asked.length === 1) return programHelp(setting);
  const row = commandRows.find(({ name }) => name === asked[0]);
  return row === undefined || (flag === '-h' && row.hostOption === true) ? null : commandHelp(row, setting);
}

/** Help for the whole program: what it is, the first three commands, then all of them. */
export function programHelp({ t, style }: Setting): string {
  const commands = groups.flatMap(({ id, title }) => {
    const rows = commandRows.filter((row) => row.group === id);
    return [
      section(
        t(title),
        rows.map((row) => [row.name, t(row.summary)]),
        style,
      ),
    ];
  });
  return [
    prose(t(msg('cli.help.about')), style),
    `${style.bold(t(msg('cli.help.usage')))} mqtt-setup ${t(msg('cli.help.commandAndOptions'))}`,
    examples(starters, t(msg('cli.help.first')), style),
    ...commands,
    options(commonOptions, t(msg('cli.help.common')), { t, style }),
    prose(t(msg('cli.help.more')), style),
  ].join('\n\n');
}

/** Help for one command, its own options before those that every command knows. */
export function commandHelp(row: CommandRow, { t, style }: Setting): string {
  const args = (row.args ?? []).map((arg) => ` ${arg.syntax}`).join('');
  const own = row.options ?? [];
  return [
    prose(t(row.summary), style),
    `${style.bold(t(msg('cli.help.usage')))} mqtt-setup ${row.name}${args} ${t(msg('cli.help.options'))}`,
    ...(row.args === undefined
      ? []
      : [
          section(
            t(msg('cli.help.arguments')),
            row.args.map((arg) => [arg.syntax, t(arg.text)]),
            style,
          ),
        ]),
    ...(own.length === 0 ? [] : [options(own, t(msg('cli.help.ownOptions')), { t, style })]),
    options(commonOptions, t(msg('cli.help.common')), { t, style }),
    examples(row.examples, t(msg('cli.help.examples')), style),
  ].join('\n\n');
}

function options(
  rows: readonly { flags: string; text: Message }[],
  title: string,
  { t, style }: Pick<Setting, 't' | 'style'>,
): string {
  return section(
    title,
    rows.map(({ flags, text }) => [flags.startsWith('--') ? `    ${flags}` : flags, t(text)]),
    style,
  );
}

function prose(text: string, { width }: Style): string {
  return fold(text, Math.max(20, width)).join('\n');
}

function examples(lines: readonly string[], title: string, style: Style): string {
  return [style.bold(title), ...lines.map((line) => `  ${style.dim('$')} mqtt-setup ${line}`)].join('\n');
}

/** A titled table of two columns, the second one folded to the width of the terminal. */
function section(title: string, rows: readonly (readonly [string, string])[], style: Style): string {
  // What is read has thirty columns at least; a longer name has a line of its own.
  const most = Math.min(34, Math.max(12, style.width - 34));
  const left = Math.min(most, Math.max(...rows.map(([name]) => name.length)));
  const lines = rows.map(([name, text]) => {
    const folded = fold(text, Math.max(20, style.width - left - 4));
    const head = name.length > left ? `  ${name}\n  ${' '.repeat(left)}` : `  ${name.padEnd(left)}`;
    return `${head}  ${folded.join(`\n${' '.repeat(left + 4)}`)}`;
  });
  return [style.bold(title), ...lines].join('\n');
}
