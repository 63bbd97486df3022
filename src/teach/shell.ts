/** One word for a POSIX shell: as it is where nothing in it means something, between single quotes otherwise. */
export function quote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** A command line. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(quote).join(' ');
}

/** A word that ends a here-document and is no line of it. */
export function endMark(lines: readonly string[]): string {
  let mark = 'END';
  while (lines.includes(mark)) mark += '_';
  return mark;
}
