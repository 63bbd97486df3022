import { recognise } from '../../src/doctor/recognise.ts';
import { type LogLine, parseLine } from '../../src/host/logs/line.ts';

/** The broker of each release, as recordings are named after it. */
export const versions = { bookworm: '2.0.11', trixie: '2.0.21', forky: '2.1.2' } as const;
export const releases = ['bookworm', 'trixie', 'forky'] as const;

/** A log as lines. */
export function logLines(text: string): LogLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => parseLine(line, 'file'));
}

/** Ids of the causes that a log speaks of, each once, and the errors that nobody knows. */
export function causesIn(text: string): { causes: string[]; unknown: string[] } {
  const { found, unknown } = recognise(logLines(text));
  return {
    causes: [...new Set(found.map(({ id }) => id))].toSorted(),
    unknown: unknown.map((line) => line.text),
  };
}
