import { commandRows } from './commands/registry.ts';

/**
 * The value of a flag before the command line is parsed as a whole: language and colour decide how even a mistake in it
 * is reported. `--lang fr` and `--lang=fr`; the last one wins, nothing after `--` counts.
 */
export function flagValue(words: readonly string[], flag: string): string | undefined {
  const end = words.indexOf('--');
  let value: string | undefined;
  (end === -1 ? words : words.slice(0, end)).forEach((word, i) => {
    if (word === flag) value = words[i + 1];
    else if (word.startsWith(`${flag}=`)) value = word.slice(flag.length + 1);
  });
  return value;
}

/** The command that was meant, where the command line as a whole is not understood: the values of options are none. */
export function commandWord(words: readonly string[]): string {
  return words.find((word) => commandRows.some((row) => row.name === word)) ?? '';
}
