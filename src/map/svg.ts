import type { Branch, Drawing } from './sides.ts';

const line = 20;
const gap = 14;
const pad = 10;
const margin = 24;
const size = 13;
/** Of a monospaced letter at this size; the name of a font that the reader lacks is no wider. */
const letter = 8;

interface Box {
  y: number;
  height: number;
  label: string;
  topics: Branch['topics'];
}

/**
 * The star as one SVG file: no script, no font or file from elsewhere, dark where the reader's screen is. Labels are
 * escaped; their number and length is the caller's to bound.
 */
export function mapSvg(drawing: Drawing): string {
  const { title, description, broker, bridges } = drawing;
  const left = stacked(drawing.publishers);
  const right = stacked(drawing.subscribers);
  const below = stacked(
    bridges.map(({ label, topics }) => ({ label, topics: topics.map((text) => ({ text, denied: false })) })),
  );
  const [leftWidth, rightWidth, belowWidth] = [left, right, below].map(widthOf) as [number, number, number];
  const hubWidth = Math.max(...broker.map((text) => Array.from(text).length), 12) * letter + 2 * pad + 16;
  const hubHeight = broker.length * line + 2 * pad + 8;
  const reach = 90;
  const hubX = margin + leftWidth + reach;
  const top = margin + 40;
  const body = Math.max(heightOf(left), heightOf(right), hubHeight);
  const hubY = top + (body - hubHeight) / 2;
  const rightX = hubX + hubWidth + reach;
  const belowY = top + body + 50;
  const belowX = Math.max(margin, hubX + hubWidth / 2 - belowWidth / 2);
  const width = Math.max(rightX + rightWidth, belowX + belowWidth) + margin;
  const height = (bridges.length > 0 ? belowY + heightOf(below) : top + body) + margin;
  const middle = hubY + hubHeight / 2;
  const start = (boxes: readonly Box[]): number => top + (body - heightOf(boxes)) / 2;
  const leftY = start(left);
  const rightY = start(right);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    style,
    `<rect class="paper" width="100%" height="100%"/>`,
    `<text class="head" x="${margin}" y="${margin + 14}">${escaped(title)}</text>`,
    ...left.map((box) => curve(margin + leftWidth, leftY + box.y + box.height / 2, hubX, middle)),
    ...right.map((box) => curve(hubX + hubWidth, middle, rightX, rightY + box.y + box.height / 2)),
    ...(bridges.length > 0
      ? [`<path class="bridge" d="M${round(hubX + hubWidth / 2)} ${round(hubY + hubHeight)}V${belowY - 4}"/>`]
      : []),
    `<rect class="hub" x="${round(hubX)}" y="${round(hubY)}" width="${hubWidth}" height="${hubHeight}" rx="18"/>`,
    ...broker.map((text, index) =>
      label(text, hubX + hubWidth / 2, hubY + pad + 18 + index * line, index === 0 ? 'hubname' : 'hubline'),
    ),
    ...left.flatMap((box) => drawn(box, margin, leftY, leftWidth)),
    ...right.flatMap((box) => drawn(box, rightX, rightY, rightWidth)),
    ...below.flatMap((box) => drawn(box, belowX, belowY, belowWidth)),
    '</svg>',
  ].join('\n');
}

const style = `<style>
text{font:${size}px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#1f2328;white-space:pre}
.paper{fill:#fff}.box{fill:#f6f8fa;stroke:#57606a}.hub{fill:#0b5394;stroke:#0b5394}
.hubname,.hubline{fill:#fff;text-anchor:middle}.name,.head,.hubname{font-weight:bold}.head{font-size:16px}
.no{fill:#b3261e;text-decoration:line-through}.way,.bridge{fill:none;stroke:#57606a;stroke-width:1.5}.bridge{stroke-dasharray:5 4}.tip{fill:#57606a}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.paper{fill:#0d1117}.box{fill:#161b22;stroke:#8b949e}.hub{fill:#1f6feb;stroke:#1f6feb}.hubname,.hubline{fill:#fff}.no{fill:#ff8a80}.way,.bridge{stroke:#8b949e}.tip{fill:#8b949e}}
</style>`;

function stacked(branches: readonly Branch[]): Box[] {
  let y = 0;
  return branches.map(({ label: text, topics }) => {
    const box = { y, height: (topics.length + 1) * line + 2 * pad - 4, label: text, topics };
    y += box.height + gap;
    return box;
  });
}

function widthOf(boxes: readonly Box[]): number {
  const longest = boxes.flatMap(({ label: text, topics }) => [
    Array.from(text).length,
    ...topics.map((topic) => Array.from(topic.text).length),
  ]);
  return longest.length === 0 ? 0 : Math.max(...longest) * letter + 2 * pad;
}

function heightOf(boxes: readonly Box[]): number {
  const last = boxes.at(-1);
  return last === undefined ? 0 : last.y + last.height;
}

function drawn(box: Box, x: number, from: number, width: number): string[] {
  const y = from + box.y;
  return [
    `<rect class="box" x="${round(x)}" y="${round(y)}" width="${width}" height="${box.height}" rx="6"/>`,
    label(box.label, x + pad, y + pad + 12, 'name'),
    ...box.topics.map(({ text, denied }, index) =>
      label(text, x + pad, y + pad + 12 + (index + 1) * line, denied ? 'no' : ''),
    ),
  ];
}

/** From one point to another, with an arrow's head at its end. */
function curve(x1: number, y1: number, x2: number, y2: number): string {
  const half = (x2 - x1) / 2;
  const end = x2 - 7;
  return `<path class="way" d="M${round(x1)} ${round(y1)}C${round(x1 + half)} ${round(y1)} ${round(x2 - half)} ${round(y2)} ${round(end)} ${round(y2)}"/><path class="tip" d="M${round(x2)} ${round(y2)}l-9 -5v10z"/>`;
}

function label(text: string, x: number, y: number, name: string): string {
  const kind = name === '' ? '' : ` class="${name}"`;
  return `<text${kind} x="${round(x)}" y="${round(y)}">${escaped(text)}</text>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
