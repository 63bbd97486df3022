import { structuredPatch } from 'diff';

/** A unified diff, or as much of it as anybody reads. */
export interface FileDiff {
  lines: string[];
  /** What is left out. */
  more: { added: number; removed: number };
}

const context = 3;

/** Lines of a diff that are shown. An install writes fewer; ten thousand accounts write more than anybody reads. */
const mostShown = 200;

/** Edits between two versions of a file beyond which a shortest diff would take seconds. */
const mostEdits = 2000;

/** The unified diff of a file. What both versions share at their ends, nearly all of a large file, is not compared. */
export function fileDiff(path: string, before: string | null, after: string | null): FileDiff {
  const [old, next] = [linesOf(before ?? ''), linesOf(after ?? '')];
  const shared = sharedEnds(old, next);
  const skipped = Math.max(0, shared.start - context);
  const middle = (lines: readonly string[]): string =>
    lines.slice(skipped, lines.length - Math.max(0, shared.end - context)).join('');
  const head = [`--- ${before === null ? '/dev/null' : path}`, `+++ ${after === null ? '/dev/null' : path}`];
  const patch = structuredPatch('', '', middle(old), middle(next), undefined, undefined, {
    context,
    maxEditLength: mostEdits,
  });
  const body =
    patch?.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${range(oldStart + skipped, oldLines)} +${range(newStart + skipped, newLines)} @@`,
      ...lines,
    ]) ?? replaced(old, next, shared);
  const rest = body.slice(mostShown);
  return {
    lines: [...head, ...body.slice(0, mostShown)],
    more: {
      added: rest.filter((line) => line.startsWith('+')).length,
      removed: rest.filter((line) => line.startsWith('-')).length,
    },
  };
}

/** Too different for a shortest diff: all of the one, then all of the other. */
function replaced(old: readonly string[], next: readonly string[], { start, end }: Shared): string[] {
  const [gone, come] = [old, next].map((lines) => lines.slice(start, lines.length - end));
  const marked = (mark: string, lines: readonly string[] = []): string[] =>
    lines.flatMap((line) =>
      line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'],
    );
  return [
    `@@ -${range(start + 1, gone?.length ?? 0)} +${range(start + 1, come?.length ?? 0)} @@`,
    ...marked('-', gone),
    ...marked('+', come),
  ];
}

/** As diff(1) writes it: a range of no lines is behind the line that it names. */
function range(start: number, count: number): string {
  return `${count === 0 ? start - 1 : start},${count}`;
}

interface Shared {
  start: number;
  end: number;
}

/** How many lines at the start and at the end are the same. */
function sharedEnds(old: readonly string[], next: readonly string[]): Shared {
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  return { start, end };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => `${line}\n`);
  const last = lines.pop() ?? '';
  return last === '\n' ? lines : [...lines, last.slice(0, -1)];
}
