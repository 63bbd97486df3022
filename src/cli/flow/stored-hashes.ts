import { hashStrength } from '../../mosquitto/hash.ts';
import type { PasswordPolicy } from '../../spec/types.ts';

/** What a stored hash is worth: never the hash itself. */
export interface StoredHash {
  kind: 'pbkdf2-sha512' | 'sha512' | 'argon2id' | 'unknown' | 'none';
  /** Rounds; null where the kind has none. */
  iterations: number | null;
  /**
   * 'weak': a stolen file is read faster than it should be. 'foreign': not every version of the broker lets the account
   * in. 'none': nobody can log in.
   */
  state: 'good' | 'weak' | 'foreign' | 'none';
}

/** The strength of a stored hash. Whether its password was chosen or generated cannot be seen: the lower number counts. */
export function storedHash(hash: string | undefined, policy: PasswordPolicy): StoredHash {
  if (hash === undefined) return { kind: 'none', iterations: null, state: 'none' };
  const { kind, iterations, readByAll } = hashStrength(hash);
  if (kind === 'unknown') return { kind, iterations, state: 'none' };
  if (!readByAll) return { kind, iterations, state: 'foreign' };
  const least = Math.min(policy.iterations, policy.generated_iterations);
  return { kind, iterations, state: iterations === null || iterations < least ? 'weak' : 'good' };
}
