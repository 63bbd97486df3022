import type { Run } from './terminal.ts';

/** Pixels. A monospaced letter is about three fifths of its size wide; each run has a place of its own all the same. */
const size = 13;
const wide = 7.83;
const high = 18;
const edge = 14;

/** The palette's colours 1 (red), 2 (green), 3 (yellow) and 6 (cyan), on light and on dark. */
const colours: Readonly<Record<number, readonly [string, string]>> = {
  1: ['#b3261e', '#ff8a80'],
  2: ['#1a7f37', '#7ee787'],
  3: ['#8a5a00', '#e3b341'],
  6: ['#0b6a7c', '#76e3ea'],
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);

function rules(at: 0 | 1): string {
  const [back, plain, dim] = [
    ['#ffffff', '#1f2328', '#656d76'],
    ['#0d1117', '#e6edf3', '#9198a1'],
  ][at] as [string, string, string];
  const tinted = Object.entries(colours).map(([number, pair]) => `.c${number}{fill:${pair[at]}}`);
  return [`.back{fill:${back}}`, `text{fill:${plain}}`, `.dim{fill:${dim}}`, ...tinted].join('');
}

/** Lines of a terminal as a picture: text that can be read out, selected and compared, light or dark as its reader is. */
export function termSvg(lines: readonly (readonly Run[])[], title: string): string {
  const columns = Math.max(...lines.flatMap((line) => line.map(({ column, text }) => column + text.length)));
  const [width, height] = [Math.ceil(columns * wide + 2 * edge), lines.length * high + 2 * edge];
  const texts = lines.flatMap((line, row) =>
    line.flatMap(({ column, text, colour, bold, dim }) => {
      if (text.trim() === '') return [];
      const blanks = text.length - text.trimStart().length;
      const manner = [
        ...(bold ? ['bold'] : []),
        ...(colour !== null && colour in colours ? [`c${colour}`] : dim ? ['dim'] : []),
      ];
      const style = manner.length === 0 ? '' : ` class="${manner.join(' ')}"`;
      const x = ((column + blanks) * wide + edge).toFixed(1);
      return [`<text x="${x}" y="${(row + 1) * high + edge - 5}"${style}>${escaped(text.trim())}</text>`];
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" xml:space="preserve" aria-labelledby="title" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<title id="title">${escaped(title)}</title>
<style>text{font:${size}px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}.bold{font-weight:bold}${rules(0)}@media(prefers-color-scheme:dark){${rules(1)}}</style>
<rect class="back" width="100%" height="100%" rx="8"/>
${texts.join('\n')}
</svg>
`;
}
