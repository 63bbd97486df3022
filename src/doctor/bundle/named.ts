import { looksSecret } from './names.ts';
import { lines } from './places.ts';
import type { Span } from './types.ts';

/** A name and the sign after it; a blank is one only after an option of a command line. */
const heads =
  /(?<![\w.-])([\w.-]{1,80})(?:\\?["'])?([ \t]{0,8}(?:=>|:=|==|=|:)[ \t]{0,8}|(?<=(?<![\w.-])--[\w-]{2,80})[ \t]{1,8})/g;

/** A value as JSON inside of JSON, JSON, a shell or nobody in particular writes it. */
const values = /\\"(?:(?!\\").)*\\"|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\S+/y;

/** What stands for a value without being one. */
const noValue = /^(?:[[{(]*[\]})]*|null|true|false|none|~)[,;]?$/i;

/** `name = value`, `"name": "value"`, `--name value`, where the name looks like that of a secret. */
export function named(text: string): Span[] {
  return lines(text).flatMap((line) =>
    [...line.text.matchAll(heads)].flatMap((match) => {
      const [head, name = '', sign = ''] = match;
      if (!looksSecret(name)) return [];
      const at = match.index + head.length;
      if (/^[|>][+-]?\d?[ \t]*\r?$/.test(line.text.slice(at))) return below(text, line);
      values.lastIndex = at;
      const found = values.exec(line.text)?.[0] ?? '';
      // Nothing but this stands on the line: then the value is all of it, blanks too.
      const isWhole =
        /^[\s\-#;]*$/.test(line.text.slice(0, match.index)) && !/^\\?["']/.test(found) && sign.trim() !== '';
      const raw = isWhole ? line.text.slice(at).trim() : found;
      const bare = raw.replace(/^\\?["']|\\?["']$/g, '');
      if (noValue.test(bare)) return [];
      const start = line.start + line.text.indexOf(raw, at) + raw.indexOf(bare);
      return [
        { start, end: start + bare.length, value: bare, aliases: formsOf(bare), isSure: isSure(sign, bare) },
      ];
    }),
  );
}

/** "password: required" may be prose, "password=required" is none. */
function isSure(sign: string, value: string): boolean {
  return sign === '=' || /[^A-Za-z .]/.test(value);
}

/** What ends before a sign that separates, and what a JSON text means. */
function formsOf(value: string): string[] {
  const shorter = /^[^&,;)\]}]+/.exec(value)?.[0];
  return [...(shorter === undefined ? [] : [shorter]), ...(value.includes('\\') ? unescaped(value) : [])];
}

function unescaped(value: string): string[] {
  try {
    return [String(JSON.parse(`"${value}"`))];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** A YAML text of several lines: those below that are indented further. */
function below(text: string, line: { text: string; start: number }): Span[] {
  const indent = /^[ -]*/.exec(line.text)?.[0].length ?? 0;
  const start = line.start + line.text.length + 1;
  const rest = lines(text.slice(start));
  const isOutside = (one: string): boolean =>
    one.trim() !== '' && (/^ */.exec(one)?.[0].length ?? 0) <= indent;
  const end = rest.findIndex((one) => isOutside(one.text));
  const body = rest.slice(0, end < 0 ? rest.length : end).map((one) => one.text);
  const value = body.join('\n').trimEnd();
  if (value.trim() === '') return [];
  const words = body.map((one) => one.trim()).filter((one) => one !== '');
  return [{ start, end: start + value.length, value, aliases: [words.join(' '), ...words], isSure: true }];
}
