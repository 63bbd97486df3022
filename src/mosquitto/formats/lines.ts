/**
 * A text as the broker's line reader hands it out, which goes by C's strings: a line with a NUL byte in it is lost with
 * all that follows, except where the file has no final newline: then what stands before the NUL is the last line. A line
 * that starts with a NUL byte is handed out as it is: versions differ in what they make of it.
 */
export function readableLines(text: string): string[] {
  const lines = text.split('\n');
  const hasFinal = lines.at(-1) === '';
  if (hasFinal) lines.pop();
  if (!text.includes('\0')) return lines;
  const end = lines.findIndex((line) => line.indexOf('\0') > 0);
  const read = end === -1 ? lines : lines.slice(0, end);
  const last = end === -1 || hasFinal ? undefined : lines[end]?.split('\0', 1)[0];
  return last === undefined ? read : [...read, last];
}
