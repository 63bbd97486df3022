import { createHash } from 'node:crypto';

/**
 * A text whose secrets are masked, for diffs: each line keeps what stands before its first colon, and gets a short tag
 * that changes when the secret does, so that a diff still shows whose it was.
 */
export function maskSecrets(text: string): string {
  return text.replace(
    /^([^:\n]*:)(.+)$/gm,
    (_line, name: string, secret: string) => `${name}[hidden ${tag(secret)}]`,
  );
}

/** Four hexadecimal digits: enough to see a change, far too few to say anything of the secret. */
function tag(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 4);
}
