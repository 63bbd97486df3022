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
