/**
 * @typedef {{ what: string, than: string, goal: number, pairs: [number, number][], id?: string, atLeast?: boolean, unit?: string }} Row
 * `pairs` holds, for each round, what the one and what the other took, in milliseconds or in `unit`. The goal is the
 * highest ratio that is good, with `atLeast` the lowest. `id`: the row's name in the table of the README (`words.mjs`).
 */

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * What is told of a row: the median of the ratios of each round, and the goal.
 * @param {Row} row
 */
export function figureOf({ pairs, goal, atLeast = false }) {
  const ratio = median(pairs.map(([one, other]) => one / other));
  return { ratio, goal, atLeast, met: atLeast ? ratio >= goal : ratio <= goal };
}

/** @param {Row[]} rows */
export function table(rows) {
  const head = ['', 'ratio', 'lowest', 'highest', 'goal', '', 'took', 'than', 'rounds'];
  const body = rows.map((row) => {
    const { what, than, pairs, unit = 'ms' } = row;
    const { ratio, goal, atLeast, met } = figureOf(row);
    const ratios = pairs.map(([one, other]) => one / other);
    return [
      `${what} / ${than}`,
      ratio.toFixed(3),
      Math.min(...ratios).toFixed(3),
      Math.max(...ratios).toFixed(3),
      `${atLeast ? '>=' : '<='} ${goal}`,
      met ? 'met' : 'MISSED',
      `${median(pairs.map(([one]) => one)).toFixed(1)} ${unit}`,
      `${median(pairs.map(([, other]) => other)).toFixed(1)} ${unit}`,
      String(pairs.length),
    ];
  });
  const lines = [head, ...body];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    )
    .join('\n');
}
