/**
 * Which of the names in an include_dir the broker loads, in its order: those that end in `.conf` and are longer than
 * that, hidden ones too, compared byte by byte with A before a before B (facts §1).
 */
export function includedFiles(names: readonly string[]): string[] {
  return names
    .filter((name) => name.endsWith('.conf') && Buffer.byteLength(name) > '.conf'.length)
    .map((name) => ({ name, bytes: Buffer.from(name) }))
    .toSorted((a, b) => compareBytes(a.bytes, b.bytes))
    .map(({ name }) => name);
}

function compareBytes(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one = 0, other = 0] = [a[at], b[at]];
    const difference = upper(one) - upper(other) || one - other;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** C's toupper in the C locale. */
function upper(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
