/** A line that is copied, or compared with a file: commands, and those of a unified diff. */
const whole = /^\s*\$ |[:\u00a0] ?(?:sudo|su|npx|node|mqtt-setup) |^ {4}(?:[+-]|@@| \S)/;

/** An escape and what it says. */
const colour = /\p{Cc}\[[\d;]*m/gu;

const mark = /^(\s*(?:(?:[+~!·✔✖…→?-]|->|\[[a-z]+\]) )?)(.*)$/su;

/**
 * Lines that are too wide for a terminal, broken at blanks, and what follows stands below the words and not below the
 * mark before them. Colours have no width; what people copy stays in one line.
 */
export function fitted(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= width || whole.test(bare(line)) ? line : broken(line, width)))
    .join('\n');
}

function broken(line: string, width: number): string {
  const indent = ' '.repeat(Math.min(mark.exec(bare(line))?.[1]?.length ?? 0, Math.floor(width / 3)));
  const lines: string[] = [];
  let last = '';
  // Blanks at the beginning are no place to break.
  for (const word of line.split(/(?<=\S) /)) {
    const longer = last === '' ? word : `${last} ${word}`;
    if (last !== '' && widthOf(longer) > width) {
      lines.push(last);
      last = `${indent}${word}`;
    } else last = longer;
  }
  return [...lines, last].join('\n');
}

function bare(text: string): string {
  return text.replaceAll(colour, '');
}

function widthOf(text: string): number {
  return bare(text).length;
}
