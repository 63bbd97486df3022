import { appendFile, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markFile, readLines } from '../../../src/host/logs/file.ts';
import { parseJournalLine } from '../../../src/host/logs/journal.ts';
import { mergeLines, parseLine } from '../../../src/host/logs/line.ts';

describe('lines of a log', () => {
  test.each([
    ['1763840000: Error: x', 1763840000000, 'Error: x'],
    ['2025-11-22T19:33:20Z: hello', 1763840000000, 'hello'],
    ['no time here: x', null, 'no time here: x'],
    ['1763840000: \u001b]52;c;eA==\u0007', 1763840000000, '\\u{1b}]52;c;eA==\\u{7}'],
    ['1763840000: a\u202eb', 1763840000000, 'a\\u{202e}b'],
  ])('%j', (line, atMs, text) => {
    expect(parseLine(line, 'file')).toEqual({ source: 'file', atMs, text });
  });

  test('what is said in two places is kept once, in the order of time', () => {
    const file = ['1763840002: late', '1763840001: both', 'more of both'].map((line) =>
      parseLine(line, 'file'),
    );
    const journal = [
      parseJournalLine('{"MESSAGE":"early","__REALTIME_TIMESTAMP":"1763840000000000"}'),
      parseJournalLine('{"MESSAGE":"1763840001: both","__REALTIME_TIMESTAMP":"1763840001500000"}'),
    ].flatMap((line) => line ?? []);
    expect(mergeLines([file.slice(1), file.slice(0, 1), journal]).map((line) => line.text)).toEqual([
      'early',
      'both',
      'more of both',
      'late',
    ]);
  });

  test('what is said twice in one place is kept twice, also where another place has it, too', () => {
    const [once, twice] = [1, 2].map((count) =>
      Array.from({ length: count }, () => parseLine('1763840000: again', 'file')),
    );
    expect(mergeLines([twice ?? []])).toHaveLength(2);
    expect(mergeLines([once ?? [], twice ?? []])).toHaveLength(2);
    expect(mergeLines([twice ?? [], once ?? [], once ?? []])).toHaveLength(2);
  });

  test('journal entries that are bytes, or nothing', () => {
    expect(parseJournalLine('{"MESSAGE":[104,105],"__REALTIME_TIMESTAMP":"1"}')?.text).toBe('hi');
    expect(parseJournalLine('{"MESSAGE":null}')).toBeNull();
    expect(parseJournalLine('-- No entries --')).toBeNull();
  });
});

describe('a log file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'log-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('only what was written since, whole lines, whatever the script', async () => {
    const log = join(folder, 'log');
    await writeFile(log, '1: old\n');
    const mark = await markFile(log);
    await appendFile(log, '1: é€\n1: cut');
    const first = await readLines(log, 'file', mark);
    expect(first.lines.map((line) => line.text)).toEqual(['1: é€']);
    await appendFile(log, ' off\n');
    expect((await readLines(log, 'file', first.mark)).lines.map((line) => line.text)).toEqual(['1: cut off']);
  });

  test('a file that was rotated away is read from its start', async () => {
    const log = join(folder, 'log');
    await writeFile(log, 'one\ntwo\n');
    const mark = await markFile(log);
    await rename(log, `${log}.1`);
    await writeFile(log, 'three\n');
    expect((await readLines(log, 'file', mark)).lines.map((line) => line.text)).toEqual(['three']);
  });

  test('of a very long one the end', async () => {
    const log = join(folder, 'log');
    await writeFile(log, `${'x'.repeat(99)}\n`.repeat(10_000));
    const { lines } = await readLines(log, 'file');
    expect(lines.length).toBe(2621);
    expect(lines.every((line) => line.text.length === 99)).toBe(true);
  });

  test('a link or a missing file has none', async () => {
    await symlink('/etc/passwd', join(folder, 'link'));
    expect((await readLines(join(folder, 'link'), 'file')).lines).toEqual([]);
    expect((await readLines(join(folder, 'none'), 'file')).lines).toEqual([]);
  });
});
