import { createHash } from 'node:crypto';

/**
 * A text whose secrets are masked, for diffs: each line keeps what stands before its first colon, and gets a short tag
 * that changes when the secret does, so that a diff still shows whose it was. A line without a colon is none of ours
 * and may be anything, a password too: nothing of it is shown.
 */
export function maskSecrets(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const secretAt = line.indexOf(':') + 1;
      const secret = line.slice(secretAt);
      return secret === '' ? line : `${line.slice(0, secretAt)}[hidden ${tag(secret)}]`;
    })
    .join('\n');
}

/** Four hexadecimal digits: enough to see a change, far too few to say anything of the secret. */
function tag(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 4);
}
