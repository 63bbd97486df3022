import type { Branch, Drawing } from './sides.ts';

/** The star for Graphviz. In a quoted string only `"` and the backslash mean something. */
export function mapDot({ title, broker, publishers, subscribers, bridges }: Drawing): string {
  const side = (branches: readonly Branch[], start: string): string[] =>
    branches.flatMap((branch, index) => {
      const node = `${start}${index + 1}`;
      const edge = start === 'p' ? `${node} -> broker` : `broker -> ${node}`;
      const allowed = branch.topics.filter(({ denied }) => !denied);
      const denied = branch.topics.filter((topic) => topic.denied);
      return [
        `  ${node} [label=${quoted([branch.label])}];`,
        ...(allowed.length > 0 ? [`  ${edge} [label=${quoted(allowed.map(({ text }) => text))}];`] : []),
        ...(denied.length > 0
          ? [`  ${edge} [label=${quoted(denied.map(({ text }) => text))}, style=dashed, color="#b3261e"];`]
          : []),
      ];
    });
  return [
    'digraph broker {',
    `  label=${quoted([title])};`,
    '  rankdir=LR;',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif", fontsize=10];',
    `  broker [shape=ellipse, style=bold, label=${quoted(broker)}];`,
    ...side(publishers, 'p'),
    ...side(subscribers, 's'),
    ...bridges.flatMap(({ label, topics }, index) => [
      `  b${index + 1} [shape=box3d, label=${quoted([label])}];`,
      `  broker -> b${index + 1} [dir=both, label=${quoted(topics)}];`,
    ]),
    '}',
  ].join('\n');
}

/** One label of several lines. Graphviz reads HTML entities in labels, so that `&` is one itself. */
function quoted(lines: readonly string[]): string {
  const text = lines.map((line) =>
    line.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'),
  );
  return `"${text.join('\\n')}"`;
}
