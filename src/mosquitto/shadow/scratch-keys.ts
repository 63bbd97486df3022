import { createHmac, pbkdf2Sync } from 'node:crypto';

/** A password that stands for an unknown one, and its hash. */
export interface ScratchKey {
  password: string;
  hash: string;
}

/**
 * Gives every hash a password of our own: the same hash always the same one, another hash another one. So two files
 * with one hash for a name let the same password in, in the shadow as well. `secret` is chosen for each run; one round
 * makes the broker's work next to nothing.
 */
export class ScratchKeys {
  readonly #secret: string;
  readonly #known = new Map<string, ScratchKey>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  of(originalHash: string): ScratchKey {
    const known = this.#known.get(originalHash);
    if (known !== undefined) return known;
    const password = createHmac('sha256', this.#secret).update(originalHash).digest('hex');
    const salt = createHmac('sha256', this.#secret).update(`salt ${originalHash}`).digest().subarray(0, 12);
    const key = pbkdf2Sync(password, salt, 1, 64, 'sha512');
    const made = { password, hash: `$7$1$${salt.toString('base64')}$${key.toString('base64')}` };
    this.#known.set(originalHash, made);
    return made;
  }
}
