/** A text in lines of at most `width` characters, broken at blanks; a longer word has a line of its own. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** The same with something before its first line, and blanks of that length before the others. */
export function hung(before: string, text: string, width: number): string[] {
  const indent = ' '.repeat(before.length);
  return fold(text, Math.max(20, width - before.length)).map(
    (line, index) => `${index === 0 ? before : indent}${line}`,
  );
}
