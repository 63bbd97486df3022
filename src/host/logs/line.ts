/** One line the broker said, wherever it said it. */
export interface LogLine {
  source: 'journal' | 'file' | 'stderr';
  /** Milliseconds since the epoch; null where the line carries no time. */
  atMs: number | null;
  /** Without the time, and safe to print on a terminal. */
  text: string;
}

/** What a client chose (its id, a topic) stands in these lines: nothing of it may act on a terminal. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Splits `1763840000: text`, as mosquitto writes it by default, or an ISO time in its place. */
export function parseLine(line: string, source: LogLine['source']): LogLine {
  const match = /^(\d{9,11}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?): (.*)$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined)
    return { source, atMs: null, text: printable(line) };
  const atMs = /^\d+$/.test(match[1]) ? Number(match[1]) * 1000 : Date.parse(match[1]);
  return { source, atMs: Number.isFinite(atMs) ? atMs : null, text: printable(match[2]) };
}

/** By time, lines without one staying behind the line before them; what was said in two places is kept once. */
export function mergeLines(groups: readonly (readonly LogLine[])[]): LogLine[] {
  const seen = new Set<string>();
  const timed = groups.flatMap((group) => {
    let last = 0;
    return group.map((line) => {
      last = line.atMs ?? last;
      return { line, at: last };
    });
  });
  return timed
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
    .filter((line) => {
      // To the second: the file has no finer time.
      const key = `${line.atMs === null ? '' : Math.floor(line.atMs / 1000)} ${line.text}`;
      return line.text.trim() !== '' && !seen.has(key) && seen.add(key) !== undefined;
    });
}
