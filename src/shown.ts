const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

/**
 * A text from outside made fit to print on one line: what a terminal would obey or nobody would see is written as an
 * escape (`\n`, `\u{202e}`), and whatever is longer than `limit` characters is cut.
 */
export function shown(text: string, limit = 80): string {
  // Cut first: the text may be megabytes long.
  const characters = Array.from(text.slice(0, limit * 2 + 2));
  const cut = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : text;
  return cut.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (c) => named[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
