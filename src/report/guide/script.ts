import { commandLine, endMark, quote } from '../../teach/shell.ts';
import type { Block, FileLine, Guide, Meaning } from '../../teach/types.ts';
import { fold } from '../fold.ts';

const width = 100;

/**
 * The tutorial as a script for a POSIX shell, whose comments are the tutorial: run on a bare machine it makes the same
 * broker. It stops at the first command that fails.
 */
export function guideScript(guide: Guide): string {
  const { title, intro, chapters, words } = guide;
  return [
    '#!/bin/sh',
    comment([title, '', ...words.script]),
    ...intro.map((block) => blockText(block, guide)),
    preamble(words.made),
    ...chapters.flatMap(({ title: name, blocks }, index) => [
      `\n# ${'-'.repeat(width - 2)}\n# ${index + 1}. ${name}\n# ${'-'.repeat(width - 2)}`,
      ...blocks.map((block) => blockText(block, guide)),
    ]),
    `printf '%s\\n' ${quote(words.done)}`,
    '',
  ].join('\n\n');
}

function preamble(made: string): string {
  return `set -eu
export LC_ALL=C DEBIAN_FRONTEND=noninteractive
# Root needs no sudo.
[ "$(id -u)" -ne 0 ] || sudo() { "$@"; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
cd "$work"

password() {
  if [ -t 0 ]; then
    until sudo mosquitto_passwd "$2" "$1"; do :; done
  else
    # Through a file, and not as a word of the command, which everybody could read.
    (umask 077 && printf '%s:%s\\n' "$1" "$(tr -dc 1-9A-HJ-NP-Za-km-z < /dev/urandom | head -c 24)" > one)
    printf '%s  (%s)\\n' "$(cat one)" ${quote(made)}
    sudo mosquitto_passwd -U one
    sudo cat one | sudo tee -a "$2" > /dev/null
    rm -f one
  fi
}`;
}

function blockText(block: Block, { words }: Guide): string {
  switch (block.kind) {
    case 'say':
      return comment([block.text]);
    case 'list':
      return comment(block.items.map((item) => `- ${item}`));
    case 'picture':
      return block.picture.text
        .split('\n')
        .map((line) => `#   ${line}`.trimEnd())
        .join('\n');
    case 'run':
      return [
        ...(block.why === null ? [] : [comment([block.why])]),
        ...meanings(block.words),
        ...block.commands.map((line) => (block.byHand === true ? `#   $ ${line}` : line)),
      ].join('\n');
    case 'password':
      return [comment([block.why]), commandLine(['password', block.name, block.file])].join('\n');
    case 'note-file':
      return hereDocument(`cat > ${quote(block.name)}`, block.lines);
    case 'file':
      return [
        comment([`${words.write} ${block.path}${words.colon} ${block.why}`]),
        ...meanings(
          block.lines.flatMap(({ text, meaning }) =>
            meaning === null ? [] : [{ token: text.trim(), meaning }],
          ),
        ),
        written(
          commandLine([
            'sudo',
            'install',
            '-m',
            block.mode,
            '-o',
            block.owner,
            '-g',
            block.group,
            '/dev/stdin',
            block.path,
          ]),
          block.lines,
        ),
      ].join('\n');
  }
}

/** A file with secrets is put together from its parts, so that none of them stands in this script. */
function written(command: string, lines: readonly FileLine[]): string {
  if (lines.every(({ secret }) => secret === undefined))
    return hereDocument(
      command,
      lines.map(({ text }) => text),
    );
  const parts: string[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) parts.push(hereDocument('cat', plain));
    plain = [];
  };
  for (const { text, secret } of lines) {
    if (secret === undefined) plain.push(text);
    else {
      flush();
      parts.push(`printf '%s%s\\n' ${quote(text)} "$(${secret})"`);
    }
  }
  flush();
  return ['{', ...parts, `} | ${command}`].join('\n');
}

function hereDocument(command: string, lines: readonly string[]): string {
  const mark = endMark(lines);
  return [`${command} << '${mark}'`, ...lines, mark].join('\n');
}

function comment(paragraphs: readonly string[]): string {
  return paragraphs
    .flatMap((text) => (text === '' ? [''] : fold(text, width - 2)))
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
}

function meanings(words: readonly Meaning[]): string[] {
  const rows = new Set(
    words.flatMap(({ token, meaning }) =>
      fold(`${token}  ${meaning}`, width - 6).map(
        (line, index) => `#${index === 0 ? '   ' : '       '}${line}`,
      ),
    ),
  );
  return rows.size === 0 ? [] : [[...rows].join('\n')];
}
