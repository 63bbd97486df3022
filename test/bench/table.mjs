/**
 * @typedef {{ what: string, than: string, goal: number, pairs: [number, number][] }} Row
 * `pairs` holds, for each round, the milliseconds of the one and of the other.
 */

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {Row[]} rows */
export function table(rows) {
  const head = ['', 'ratio', 'lowest', 'highest', 'goal', '', 'ms', 'than ms', 'rounds'];
  const body = rows.map(({ what, than, goal, pairs }) => {
    const ratios = pairs.map(([one, other]) => one / other);
    const ratio = median(ratios);
    return [
      `${what} / ${than}`,
      ratio.toFixed(3),
      Math.min(...ratios).toFixed(3),
      Math.max(...ratios).toFixed(3),
      `<= ${goal}`,
      ratio <= goal ? 'met' : 'MISSED',
      median(pairs.map(([one]) => one)).toFixed(0),
      median(pairs.map(([, other]) => other)).toFixed(0),
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
