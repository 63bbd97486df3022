import { commandLine } from '../../teach/shell.ts';
import type { Block, Guide, Meaning, Picture } from '../../teach/types.ts';
import { shownLine, withFolder } from './markdown.ts';

/** The tutorial as one web page: no script, nothing fetched, light or dark as the reader has it. */
export function guideHtml(guide: Guide): string {
  const { title, intro, chapters, words } = guide;
  const blocks = (all: readonly Block[]): string => all.map((block) => blockHtml(block, guide)).join('\n');
  const links = chapters.map(
    ({ title: name }, index) => `<li><a href="#c${index + 1}">${escaped(name)}</a></li>`,
  );
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${css}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${blocks(intro)}
<nav><ol>${links.join('')}</ol></nav>
${chapters
  .map(
    ({ title: name, blocks: inner }, index) =>
      `<section id="c${index + 1}">\n<h2>${index + 1}. ${escaped(name)}</h2>\n${blocks(withFolder(inner, guide))}\n</section>`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

const css = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
pre { overflow-x: auto; padding: .75rem 1rem; background: var(--soft); border-radius: .4rem; font-size: .875rem; }
code { font-family: ui-monospace, monospace; }
pre.sh code::before { content: "$ "; opacity: .5; user-select: none; }
pre.sh code { display: block; }
dt { margin-top: .4rem; }
dd { margin-left: 1.5rem; }
details { margin: -.5rem 0 1rem; }
summary { cursor: pointer; }
img { max-width: 100%; }
@media print { details > * { display: block; } }
`;

function blockHtml(block: Block, guide: Guide): string {
  const { words } = guide;
  switch (block.kind) {
    case 'say':
      return `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
    case 'picture':
      return pictureHtml(block.picture);
    case 'run':
      return [
        ...(block.why === null ? [] : [`<p>${escaped(block.why)}</p>`]),
        shell(block.commands),
        ...meanings(block.words, guide),
      ].join('\n');
    case 'password':
      return [
        `<p>${escaped(block.why)}</p>`,
        shell([commandLine(['sudo', 'mosquitto_passwd', block.file, block.name])]),
      ].join('\n');
    case 'note-file':
      return `<p>${escaped(words.write)} <code>${escaped(block.name)}</code>${words.colon}</p>\n${text(block.lines)}`;
    case 'file':
      return [
        `<p>${escaped(words.write)} <code>${escaped(block.path)}</code> (${escaped(`${block.owner}:${block.group}, ${block.mode}`)})${words.colon} ${escaped(block.why)}</p>`,
        text(block.lines.map(shownLine)),
        ...meanings(
          block.lines.flatMap(({ text: line, meaning }) =>
            meaning === null ? [] : [{ token: line.trim(), meaning }],
          ),
          guide,
        ),
      ].join('\n');
  }
}

/** Inside of the page, and yet by itself: nothing of its style reaches the text. */
function pictureHtml({ svg, says }: Picture): string {
  const data = Buffer.from(svg).toString('base64');
  return `<p><img alt="${escaped(says)}" src="data:image/svg+xml;base64,${data}"></p>`;
}

function shell(commands: readonly string[]): string {
  return `<pre class="sh">${commands.map((line) => `<code>${escaped(line)}</code>`).join('')}</pre>`;
}

function text(lines: readonly string[]): string {
  return `<pre>${escaped(lines.join('\n'))}</pre>`;
}

function meanings(rows: readonly Meaning[], { words }: Guide): string[] {
  if (rows.length === 0) return [];
  const list = new Set(
    rows.map(({ token, meaning }) => `<dt><code>${escaped(token)}</code></dt><dd>${escaped(meaning)}</dd>`),
  );
  return [`<details><summary>${escaped(words.meaning)}</summary><dl>${[...list].join('')}</dl></details>`];
}

function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
