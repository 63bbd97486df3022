import { createHash } from 'node:crypto';

/**
 * A text whose secrets are masked, for diffs: each line keeps what stands before its first colon, and gets a short tag
 * that changes when the secret does, so that a diff still shows whose it was. A line without a colon is none of ours
 * and may be anything, a password too: nothing of it is shown.
 */
export function maskBehindColon(text: string): string {
  return text
    .split('\n')
    .map((line) => maskLine(line, false))
    .join('\n');
}

function maskLine(line: string, isShared: boolean): string {
  const secretAt = line.indexOf(':') + 1;
  const secret = line.slice(secretAt);
  if (secret === '') return line;
  return `${line.slice(0, secretAt)}${isShared ? '[hidden]' : `[hidden ${tag(secret)}]`}`;
}

/**
 * Two versions of such a text, masked for a diff. The lines that both share at their ends, nearly all of a large file,
 * are the same whatever their secret is: they get no tag, which costs a hash each.
 */
export function maskVersions(before: string, after: string): [string, string] {
  const [old, next] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  const masked = (lines: readonly string[]): string =>
    lines.map((line, index) => maskLine(line, index < start || index >= lines.length - end)).join('\n');
  return [masked(old), masked(next)];
}

/** A configuration whose bridge passwords are masked in the same way. */
export function maskRemotePasswords(text: string): string {
  return text.replace(
    /^( *(?:remote_)?password +)(.+)$/gm,
    (_line, keyword: string, secret: string) => `${keyword}[hidden ${tag(secret)}]`,
  );
}

/** A text of which nothing is shown, a key for instance. */
export function maskWhole(text: string): string {
  return text === '' ? '' : `[hidden ${tag(text)}]\n`;
}

/** Four hexadecimal digits: enough to see a change, far too few to say anything of the secret. */
function tag(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 4);
}
