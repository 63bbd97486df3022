import type { Branch, Drawing } from './sides.ts';

/**
 * The star as a Mermaid flowchart. Every label is quoted, and whatever could mean something to Mermaid, to Markdown or
 * to HTML stands as a character number.
 */
export function mapMermaid({ title, broker, publishers, subscribers, bridges }: Drawing): string {
  const side = (branches: readonly Branch[], start: string): string[] =>
    branches.flatMap((branch, index) => {
      const node = `${start}${index + 1}`;
      const [from, to] = start === 'p' ? [node, 'broker'] : ['broker', node];
      const line = [`  ${node}["${escaped(branch.label)}"]`];
      const allowed = branch.topics.filter(({ denied }) => !denied);
      const denied = branch.topics.filter((topic) => topic.denied);
      if (allowed.length > 0) line.push(`  ${from} -->|"${lines(allowed.map(({ text }) => text))}"| ${to}`);
      if (denied.length > 0) line.push(`  ${from} -.-x|"${lines(denied.map(({ text }) => text))}"| ${to}`);
      return line;
    });
  return [
    'flowchart LR',
    `  accTitle: ${plain(title)}`,
    `  broker(["${lines(broker)}"])`,
    ...side(publishers, 'p'),
    ...side(subscribers, 's'),
    ...bridges.flatMap(({ label, topics }, index) => [
      `  b${index + 1}[["${escaped(label)}"]]`,
      `  broker <-->|"${lines(topics)}"| b${index + 1}`,
    ]),
  ].join('\n');
}

function lines(texts: readonly string[]): string {
  return texts.map(escaped).join('<br/>');
}

/** Letters, digits and the few signs that mean nothing stay; the rest becomes `#number;`. */
function escaped(text: string): string {
  return Array.from(text, (letter) =>
    /[\p{L}\p{M}\p{N} _/:,…-]/u.test(letter) ? letter : `#${letter.codePointAt(0) ?? 0};`,
  ).join('');
}

function plain(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ,’-]/gu, ' ');
}
