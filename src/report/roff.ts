/** Text for groff, with nothing in it that groff would obey. Letters beyond ASCII by number: any locale reads them. */
export function roffText(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '\\': '\\e',
    '-': '\\-',
    "'": '\\(aq',
    '`': '\\(ga',
    '^': '\\(ha',
    '~': '\\(ti',
    '"': '\\(dq',
    '\u00a0': '\\~',
    '\n': ' ',
  };
  const escaped = Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (Object.hasOwn(signs, letter)) return signs[letter] ?? '';
    if (code < 0x20 || code === 0x7f) return '';
    return code < 0x7f ? letter : `\\[u${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
  // A request begins with a point at the start of a line.
  return escaped.startsWith('.') ? `\\&${escaped}` : escaped;
}

/** `-p, --port <port>`: what is typed as it is in bold, what stands for something else in italics. */
export function roffSyntax(syntax: string): string {
  return syntax
    .split(/(<[^>]*>|\[[^\]]*\])/)
    .map((part, index) => {
      if (part === '') return '';
      return `${index % 2 === 1 ? '\\fI' : '\\fB'}${roffText(part)}\\fR`;
    })
    .join('');
}

export function section(title: string): string {
  return `.SH "${roffText(title.toUpperCase())}"`;
}

export function subsection(title: string): string {
  return `.SS "${roffText(title)}"`;
}

export function paragraph(text: string): string {
  return `.PP\n${roffText(text)}`;
}

/** A table of two columns, the first one hanging. */
export function terms(rows: readonly (readonly [string, string])[]): string[] {
  return rows.map(([syntax, text]) => `.TP\n${roffSyntax(syntax)}\n${roffText(text)}`);
}

/** Lines that stay as they are. */
export function literal(lines: readonly string[]): string {
  return ['.PP', '.RS 4', '.nf', ...lines.map(roffText), '.fi', '.RE'].join('\n');
}
