import { isSecretOption, looksSecret } from './names.ts';
import type { Span, TextKind } from './types.ts';

/** Secrets that are known by where they stand, whatever they look like. */
export function byPlace(kind: TextKind, text: string): Span[] {
  if (kind === 'conf') return lines(text).flatMap(inConf);
  if (kind === 'credentials') return lines(text).flatMap(inCredentials);
  if (kind === 'unit') return lines(text).flatMap(inUnit);
  return [];
}

interface Line {
  text: string;
  start: number;
}

/** Not as the broker reads them: what it passes over stands in the file all the same. */
export function lines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { text: line, start: at };
  });
}

/** A span for what is left of a piece of a line without blanks at both ends; none where nothing is. */
function span(
  { start }: Line,
  from: number,
  piece: string,
  isSure: boolean,
  aliases: readonly string[] = [],
): Span[] {
  const value = piece.trim();
  if (value === '') return [];
  const at = start + from + piece.indexOf(value);
  return [{ start: at, end: at + value.length, value, aliases: [...aliases, ...partsOf(value)], isSure }];
}

/** `keyword value`, also where it is commented out, or written with the sign of another format. */
function inConf(line: Line): Span[] {
  const [, before = '', word = '', between = '', value = ''] =
    /^([\s#;\ufeff]*)([^\s=]+)([\s=:]+)(.*)$/su.exec(line.text) ?? [];
  const keyword = word.replace(/:$/, '');
  if (!isSecretOption(keyword)) return [];
  // "# password file for the bridge" is prose; "# remote_password x" is not.
  const isProse = /[#;]/.test(before) && !keyword.includes('_') && /\s/.test(value.trim());
  return span(line, before.length + word.length + between.length, value, !isProse);
}

/** `name:secret`; a line without a colon may be anything, a password too. */
function inCredentials(line: Line): Span[] {
  const isComment = line.text.startsWith('#');
  const [whole, name = ''] = /^([\s:]*[^:]*:+)/u.exec(line.text) ?? [];
  if (whole === undefined)
    return span(line, isComment ? 1 : 0, line.text.slice(isComment ? 1 : 0), !isComment);
  const rest = line.text.slice(name.length);
  return span(line, name.length, rest, !isComment || rest.includes('$'), rest.split(':').map(trimmed));
}

const trimmed = (text: string): string => text.trim();

/** Whoever knows the salt and the digest knows the hash, whatever stands between them. */
export function partsOf(value: string): string[] {
  const parts = /^[${]|\$.*\$/.test(value) ? value.split('$').filter((part) => part.length >= 16) : [];
  const bare = /^(["'])(.*)\1$/s.exec(value)?.[2];
  return [...parts.map((part) => part.replace(/=+$/, '')), ...(bare === undefined ? [] : [bare])];
}

/** `Environment=NAME=value "NAME=value with blanks"` and `SetCredential=id:value`. */
function inUnit(line: Line): Span[] {
  const [, key = '', rest = ''] =
    /^\s*((?:Unset)?Environment=|SetCredential(?:Encrypted)?=)(.*)$/s.exec(line.text) ?? [];
  if (key === '') return [];
  const from = line.text.length - rest.length;
  if (key.startsWith('SetCredential')) {
    const at = rest.indexOf(':') + 1;
    return at === 0 ? [] : span(line, from + at, rest.slice(at), true);
  }
  const items = rest.matchAll(/(["']?)([A-Za-z_]\w*)=((?:(?!\1)[^\\]|\\.)*?)(?:\1(?=\s|$))/gsu);
  return [...items].flatMap((item) => {
    const [all = '', quote = '', name = '', value = ''] = item;
    if (!looksSecret(name)) return [];
    const at = from + item.index + quote.length + name.length + 1;
    const shown = quote === '' ? (/^\S*/.exec(value)?.[0] ?? '') : value;
    return all === '' ? [] : span(line, at, shown, true);
  });
}
