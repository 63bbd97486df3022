import { bytesOf, secondsOf } from '../quantities.ts';

/** What `parseSize` takes between these bytes, as a regular expression. */
export function sizePattern(min: number, max: number): string {
  return quantityPattern(bytesOf, min, max);
}

/** What `parseDuration` takes between these seconds, except the plain number 0. */
export function durationPattern(min: number, max: number): string {
  return quantityPattern(secondsOf, min, max);
}

function quantityPattern(units: Readonly<Record<string, number>>, min: number, max: number): string {
  const ranges = Object.entries(units).flatMap(([unit, factor]) => {
    const [least, most] = [Math.ceil(min / factor), Math.floor(max / factor)];
    return least > most ? [] : [`(?:${between(least, most)}) ?${unit}`];
  });
  return `^(?:${ranges.join('|')})$`;
}

/** Whole numbers from `min` to `max` in decimal digits, no zero before them: 0 <= min <= max. */
export function between(min: number, max: number): string {
  const ends = [...new Set([...roundEnds(min, max), max])].toSorted((a, b) => a - b);
  return ends.map((end, index) => sameLength(index === 0 ? min : (ends[index - 1] ?? 0) + 1, end)).join('|');
}

/** Where a run of numbers ends that one expression can hold: 99 and 999 on the way up, 1999 and 2029 on the way to 2035. */
function roundEnds(min: number, max: number): number[] {
  const powers = Array.from({ length: String(max).length }, (_, index) => 10 ** (index + 1));
  return powers
    .flatMap((power) => [
      Math.floor(min / power) * power + power - 1,
      Math.floor((max + 1) / power) * power - 1,
    ])
    .filter((end) => end >= min && end < max);
}

/** 200 to 299: `2[0-9]{2}`. */
function sameLength(from: number, to: number): string {
  const [low, high] = [String(from), String(to)];
  const digits = low
    .split('')
    .map((digit, at) => (digit === high[at] ? digit : `[${digit}-${high[at] ?? ''}]`));
  return digits.join('').replace(/(?:\[0-9\]){2,}/g, (run) => `[0-9]{${run.length / 5}}`);
}
