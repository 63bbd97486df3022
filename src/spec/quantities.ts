/** Bytes by unit: as the International System has them, and as computers do. */
export const bytesOf: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  kB: 1000,
  MB: 1000 ** 2,
  GB: 1000 ** 3,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

export const secondsOf: Readonly<Record<string, number>> = {
  s: 1,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 7 * 86_400,
};

/** `2 MB`, `64KiB` or a plain number as bytes; null for anything else, and for what is more than `max` bytes. */
export function parseSize(value: unknown, max = Number.MAX_SAFE_INTEGER): number | null {
  return parse(value, bytesOf, max);
}

/** `30s`, `15min`, `12h`, `30 d`, `2w` as seconds; a plain number only where it is 0. Null for anything else. */
export function parseDuration(value: unknown, max = Number.MAX_SAFE_INTEGER): number | null {
  return value === 0 ? 0 : parse(value, secondsOf, max);
}

function parse(value: unknown, units: Readonly<Record<string, number>>, max: number): number | null {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return null;
  const [, digits = '', unit = ''] = /^(0|[1-9]\d{0,14}) ?([a-zA-Z]*)$/.exec(text) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (digits === '' || factor === undefined) return null;
  const product = Number(digits) * factor;
  return product <= max ? product : null;
}

/** Bytes as a person would write them: `2 MB`, `16 MiB`, `1500 B`. */
export function printSize(bytes: number): string {
  return print(bytes, bytesOf, 'B');
}

/** Seconds as a person would write them: `36 h`, `60 d`. */
export function printDuration(seconds: number): string {
  return print(seconds, secondsOf, 's');
}

/** In the largest unit in which it is a whole number; never in weeks, in which nobody counts limits. */
function print(value: number, units: Readonly<Record<string, number>>, smallest: string): string {
  const fitting = Object.entries(units).filter(
    ([unit, factor]) => unit !== '' && unit !== 'w' && value >= factor && value % factor === 0,
  );
  const [unit, factor] = fitting.toSorted(([, a], [, b]) => b - a)[0] ?? [smallest, 1];
  return `${value / factor} ${unit}`;
}
