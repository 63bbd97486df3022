import type { Output } from './output.ts';

/** `--quiet`: results alone. What goes wrong is told all the same, by whoever has the output itself. */
export function quietOutput(out: Output): Output {
  return { ...out, note: () => undefined, flash: () => undefined, live: false };
}

/** `--json-lines`: each object in one line. */
export function linesOutput(out: Output): Output {
  return { ...out, result: (text) => out.result(inOneLine(text)) };
}

function inOneLine(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    // A script of a completion, a page: it is no JSON, and printed as it is.
    return text;
  }
}
