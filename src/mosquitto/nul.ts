import { type ConfLine, parseConf } from './formats/conf.ts';
import { isAtLeast, nulSkipped, type Version, version21 } from './version.ts';

/**
 * What this version reads of a configuration or an ACL file with NUL bytes in it (facts §6, measured): before 2.0.12 a
 * line that starts with one ends the file, later versions skip it; since 2.1 a line with one inside is lost also where
 * the file has no final newline, unless it is the last one. An unknown version counts as the oldest.
 */
export function readableText(text: string, version: Version | null): string {
  const at = text.indexOf('\0');
  if (at === -1) return text;
  const startsLine = at === 0 || text[at - 1] === '\n';
  if (startsLine && !isAtLeast(version, nulSkipped)) return text.slice(0, at);
  const isCut = isAtLeast(version, version21) && !text.endsWith('\n') && text.includes('\n', at);
  return isCut ? `${text}\n` : text;
}

/** The same for a password file, of which 2.1 loses no more than the lines with a NUL byte. */
export function readablePasswords(text: string, version: Version | null): string {
  if (!isAtLeast(version, version21)) return readableText(text, version);
  return text.includes('\0') ? text.replace(/^[^\n]*\0[^\n]*$/gm, '') : text;
}

/** The lines of a configuration file that this version reads. */
export function readableConf(text: string, file: string, version: Version | null): ConfLine[] {
  return parseConf(readableText(text, version), file).filter(({ raw }) => !raw.startsWith('\0'));
}
