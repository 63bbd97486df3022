import type { ReferenceTexts } from '../../i18n/reference-texts.ts';

/** Words of a program, as they are typed. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** A list of labels and what belongs to each. */
export function labelled(
  rows: readonly (readonly [label: string, text: string])[],
  texts: ReferenceTexts,
): string {
  return rows.map(([label, text]) => `- ${texts.label({ label })}${text}`).join('\n');
}

/** A heading of words in code, as GitHub links to it. */
export function anchor(text: string): string {
  return `#${text.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '')}`;
}

/** Parts of a page, a blank line between them. */
export function page(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** A star or an angle bracket in running text is itself, not markup; what is in code stays. */
export function running(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[*<>]/g, (mark) => `\\${mark}`) : part))
    .join('`');
}
