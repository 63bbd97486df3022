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

/** What `log_timestamp_format` may have put before a line: `01/05/2024 12:00:00: `, `Wed May  1 12:00:00 2024: `. */
const otherTime = /^(?:[A-Z][a-z]{2,8}[ ,.]+){0,2}\d[\d :.,/T+Z-]{3,40}: (?=\S)/;

/**
 * Splits `1763840000: text`, as mosquitto writes it by default, or an ISO time in its place. Of any other time nothing
 * is known but where it ends.
 */
export function parseLine(line: string, source: LogLine['source']): LogLine {
  const match = /^(\d{9,11}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?): (.*)$/.exec(line);
  if (match?.[1] === undefined || match[2] === undefined)
    return { source, atMs: null, text: printable(line.replace(otherTime, '')) };
  const atMs = /^\d+$/.test(match[1]) ? Number(match[1]) * 1000 : Date.parse(match[1]);
  return { source, atMs: Number.isFinite(atMs) ? atMs : null, text: printable(match[2]) };
}

/**
 * By time, lines without one staying behind the line before them. What was said in two places is kept once; what was said
 * twice in one place, twice.
 */
export function mergeLines(groups: readonly (readonly LogLine[])[]): LogLine[] {
  const timed = groups.flatMap((group, place) => {
    let last = 0;
    return group.map((line) => {
      last = line.atMs ?? last;
      return { line, at: last, place };
    });
  });
  const kept = new Map<string, number>();
  const here = new Map<string, number>();
  const again = (counts: Map<string, number>, key: string): number => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  return timed
    .sort((a, b) => a.at - b.at)
    .filter(({ line, place }) => {
      if (line.text.trim() === '') return false;
      // To the second: the file has no finer time.
      const key = `${line.atMs === null ? '' : Math.floor(line.atMs / 1000)} ${line.text}`;
      return again(here, `${place} ${key}`) > (kept.get(key) ?? 0) && again(kept, key) > 0;
    })
    .map(({ line }) => line);
}
