import { commandLine } from '../../teach/shell.ts';
import type { Block, FileLine, Guide, Meaning } from '../../teach/types.ts';

/** The tutorial as Markdown: chapters, commands to copy, files with the meaning of their lines below. */
export function guideMarkdown(guide: Guide): string {
  const blocks = (all: readonly Block[]): string[] => all.map((block) => blockText(block, guide));
  return [
    `# ${guide.title}`,
    ...blocks(guide.intro),
    ...guide.chapters.flatMap(({ title, blocks: inner }, index) => [
      `## ${index + 1}. ${title}`,
      ...blocks(withFolder(inner, guide)),
    ]),
    '',
  ].join('\n\n');
}

/** Where files for the next commands alone are written, there is a folder for them first. */
export function withFolder(blocks: readonly Block[], { words }: Guide): Block[] {
  if (!blocks.some(({ kind }) => kind === 'note-file')) return [...blocks];
  const commands = ['mkdir -m 700 ~/mqtt-keys && cd ~/mqtt-keys'];
  const typed = { kind: 'run' as const, words: [], byHand: true as const };
  return [
    { ...typed, why: words.folder, commands },
    ...blocks,
    { ...typed, why: words.folderGone, commands: ['cd && rm -r ~/mqtt-keys'] },
  ];
}

function blockText(block: Block, guide: Guide): string {
  const { words } = guide;
  switch (block.kind) {
    case 'say':
      return prose(block.text);
    case 'list':
      return block.items.map((item) => `- ${prose(item)}`).join('\n');
    case 'picture':
      return fence(block.picture.text.split('\n'));
    case 'run':
      return [
        ...(block.why === null ? [] : [prose(block.why)]),
        fence(block.commands, 'sh'),
        ...meanings(block.words, guide),
      ].join('\n\n');
    case 'password':
      return [
        prose(block.why),
        fence([commandLine(['sudo', 'mosquitto_passwd', block.file, block.name])], 'sh'),
      ].join('\n\n');
    case 'note-file':
      return [`${words.write} ${code(block.name)}${words.colon}`, fence(block.lines)].join('\n\n');
    case 'file':
      return [
        `${words.write} ${code(block.path)} (${block.owner}:${block.group}, ${block.mode})${words.colon} ${prose(block.why)}`,
        fence(block.lines.map(shownLine)),
        ...meanings(
          block.lines.flatMap(({ text, meaning }) =>
            meaning === null ? [] : [{ token: text.trim(), meaning }],
          ),
          guide,
        ),
      ].join('\n\n');
  }
}

/** A secret is told by the command that prints it. */
export function shownLine({ text, secret }: FileLine): string {
  return secret === undefined ? text : `${text}$(${secret})`;
}

function meanings(words: readonly Meaning[], { words: { meaning: head } }: Guide): string[] {
  if (words.length === 0) return [];
  const seen = new Set<string>();
  const rows = words.flatMap(({ token, meaning }) => {
    const row = `- ${code(token)}\u2002${prose(meaning)}`;
    if (seen.has(row)) return [];
    seen.add(row);
    return [row];
  });
  return [`<details><summary>${head}</summary>\n\n${rows.join('\n')}\n\n</details>`];
}

/** A code span that holds any text: its fence is longer than any run of back-ticks inside. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${mark}${pad}${text}${pad}${mark}`;
}

function fence(lines: readonly string[], language = ''): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const mark = '`'.repeat(longest + 1);
  return [`${mark}${language}`, ...lines, mark].join('\n');
}

/** Text that means only itself. */
function prose(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]#|~]/g, (sign) => `\\${sign}`);
}
