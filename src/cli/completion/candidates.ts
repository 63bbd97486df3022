import type { Message } from '../../i18n/messages.ts';
import { commonOptions } from '../commands/common-options.ts';
import { commandRows } from '../commands/registry.ts';
import type { CommandRow, OptionRow } from '../commands/types.ts';
import { type Live, longName, type Source, sourceOf } from './values.ts';

export interface Candidate {
  value: string;
  /** What it is, for shells that show it. */
  text?: Message;
}

/** What may stand where the cursor is. */
export interface Wish {
  words: Candidate[];
  /** To be looked up, each with `before` in front of it. */
  live: Live | null;
  paths: 'files' | 'folders' | null;
  /** What the current word begins with and a looked-up value does not: `--role=`. */
  before: string;
}

const nothing: Wish = { words: [], live: null, paths: null, before: '' };

interface Sentence {
  row: CommandRow | null;
  args: string[];
  given: Set<string>;
  /** The option whose value the current word is. */
  awaits: OptionRow | null;
  /** After `--` nothing is an option. */
  ended: boolean;
}

/**
 * What the command line may go on with: `words` are those after the program's name, the last one as far as it is
 * written. Pure, and from the registry alone.
 */
export function wishFor(words: readonly string[]): Wish {
  const current = words.at(-1) ?? '';
  const { row, args, given, awaits, ended } = read(words.slice(0, -1));
  if (args.length > 0 && row === null) return nothing;
  const command = row?.name ?? '';
  if (awaits !== null) return wish(sourceOf(command, awaits) ?? null, '');
  if (current.startsWith('-') && !ended) {
    const [flag = '', value] = current.split('=', 2);
    const option = value === undefined ? undefined : optionsOf(row).find((one) => isFlag(one, flag));
    if (option !== undefined) return wish(sourceOf(command, option) ?? null, `${flag}=`);
    return { ...nothing, words: flags(row, given) };
  }
  if (row === null)
    return { ...nothing, words: commandRows.map(({ name, summary }) => ({ value: name, text: summary })) };
  const syntax = placeOf(row, args, given);
  if (syntax !== undefined) return wish(sourceOf(command, syntax) ?? null, '');
  return ended ? nothing : { ...nothing, words: flags(row, given) };
}

function wish(source: Source, before: string): Wish {
  if (source === null) return nothing;
  if (source === 'files' || source === 'folders') return { ...nothing, paths: source, before };
  if (typeof source === 'string') return { ...nothing, live: source, before };
  return { ...nothing, words: source.map((value) => ({ value: `${before}${value}` })), before };
}

function read(words: readonly string[]): Sentence {
  const sentence: Sentence = { row: null, args: [], given: new Set(), awaits: null, ended: false };
  for (const word of words) {
    if (sentence.awaits !== null) sentence.awaits = null;
    else if (word === '--' && !sentence.ended) sentence.ended = true;
    else if (word.startsWith('-') && word !== '-' && !sentence.ended) {
      const [flag = ''] = word.split('=', 1);
      const option = optionsOf(sentence.row).find((one) => isFlag(one, flag));
      if (option === undefined) continue;
      if (option.repeat !== true) sentence.given.add(longName(option.flags));
      if (option.flags.includes('<') && !word.includes('=')) sentence.awaits = option;
    } else if (sentence.row === null && sentence.args.length === 0) {
      sentence.row = commandRows.find(({ name }) => name === word) ?? null;
      if (sentence.row === null) sentence.args.push(word);
    } else sentence.args.push(word);
  }
  return sentence;
}

function optionsOf(row: CommandRow | null): OptionRow[] {
  return [...(row?.options ?? []), ...commonOptions];
}

function isFlag({ flags: text }: OptionRow, flag: string): boolean {
  return text.split(/[ ,]+/).includes(flag);
}

function flags(row: CommandRow | null, given: ReadonlySet<string>): Candidate[] {
  const known = optionsOf(row).map(({ flags: text, text: about }) => ({
    value: longName(text),
    text: about,
  }));
  return [...known, { value: '--help' }].filter(({ value }) => !given.has(value));
}

/** The syntax of the argument that comes next; undefined where none does. */
function placeOf({ name, args = [] }: CommandRow, words: readonly string[], given: ReadonlySet<string>) {
  // can --anonymous has no user; tls has a name for some of its actions only.
  const at = words.length + (name === 'can' && given.has('--anonymous') ? 1 : 0);
  if (name === 'can' && given.has('--matrix') && at > 0) return undefined;
  if (name === 'tls' && at === 1 && !['client', 'revoke'].includes(words[0] ?? '')) return undefined;
  return args[at]?.syntax;
}
