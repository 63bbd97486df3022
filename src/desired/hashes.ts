import type { Hidden } from '../hidden.ts';
import {
  hashPassword,
  isHashReadable,
  iterationsChosen,
  iterationsGenerated,
  newSalt,
  verifyHash,
} from '../mosquitto/hash.ts';
import { version21 } from '../mosquitto/version.ts';

/** A password that is known in this run. A generated one is so long that few iterations protect it as well. */
export interface Secret {
  password: Hidden;
  generated: boolean;
}

/**
 * The stored hash of every account. Hashes are salted, so they are never compared as text: where a password is known it
 * is checked against the stored hash, and only a wrong one is replaced.
 * @returns hashes by name, and the names that have neither a hash nor a password
 */
export async function resolveHashes(
  names: readonly string[],
  stored: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, Secret>,
): Promise<{ hashes: Map<string, string>; missing: string[] }> {
  const hashes = new Map<string, string>();
  const missing: string[] = [];
  for (const name of names) {
    const old = usable(stored.get(name));
    const secret = secrets.get(name);
    if (secret === undefined) {
      if (old === undefined) missing.push(name);
      else hashes.set(name, old);
      continue;
    }
    const password = secret.password.reveal();
    if (old !== undefined && (await verifyHash(password, old))) hashes.set(name, old);
    else
      hashes.set(
        name,
        await hashPassword(password, newSalt(), secret.generated ? iterationsGenerated : iterationsChosen),
      );
  }
  return { hashes, missing };
}

/**
 * What somebody wrote into the file by hand (a password in clear, half of a hash) is no hash: no version of the broker
 * lets that account in, so it counts as none.
 */
function usable(hash: string | undefined): string | undefined {
  return hash !== undefined && isHashReadable(hash, version21) ? hash : undefined;
}
