import type { Hidden } from '../hidden.ts';
import { hashPassword, hashStrength, isHashReadable, newSalt, verifyHash } from '../mosquitto/hash.ts';
import { version21 } from '../mosquitto/version.ts';
import type { PasswordPolicy } from '../spec/types.ts';

/** A password that is known in this run. A generated one is so long that few iterations protect it as well. */
export interface Secret {
  password: Hidden;
  generated: boolean;
  /** Whatever hash lets it in stays, whoever made it. */
  anyHash?: boolean;
}

type Rounds = Pick<PasswordPolicy, 'iterations' | 'generated_iterations'>;

/** More than one at a time, since Node hashes on four threads; not all, since each is a promise. */
const atOnce = 16;

/**
 * The stored hash of every account. Hashes are salted, so they are never compared as text: where a password is known it
 * is checked against the stored hash, and a wrong one is replaced; so is a right one in another form than ours, or with
 * other rounds than are wanted now.
 * @returns hashes by name, and the names that have neither a hash nor a password
 */
export async function resolveHashes(
  names: readonly string[],
  stored: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, Secret>,
  rounds: Rounds,
): Promise<{ hashes: Map<string, string>; missing: string[] }> {
  const hashes = new Map<string, string>();
  const missing: string[] = [];
  const known: [name: string, secret: Secret][] = [];
  for (const name of names) {
    const old = usable(stored.get(name));
    const secret = secrets.get(name);
    if (secret !== undefined) known.push([name, secret]);
    else if (old === undefined) missing.push(name);
    else hashes.set(name, old);
  }
  const queue = known.values();
  const work = async (): Promise<void> => {
    for (const [name, secret] of queue)
      hashes.set(name, await hashOf(secret, usable(stored.get(name)), rounds));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, known.length) }, work));
  return { hashes, missing };
}

async function hashOf(
  { password, generated, anyHash = false }: Secret,
  old: string | undefined,
  rounds: Rounds,
): Promise<string> {
  const text = password.reveal();
  const iterations = generated ? rounds.generated_iterations : rounds.iterations;
  const keeps = old !== undefined && (anyHash || isOurs(old, iterations)) && (await verifyHash(text, old));
  return keeps ? old : hashPassword(text, newSalt(), iterations);
}

function isOurs(hash: string, wanted: number): boolean {
  const { kind, iterations, readByAll } = hashStrength(hash);
  return kind === 'pbkdf2-sha512' && readByAll && iterations === wanted;
}

/**
 * What somebody wrote into the file by hand (a password in clear, half of a hash) is no hash: no version of the broker
 * lets that account in, so it counts as none.
 */
function usable(hash: string | undefined): string | undefined {
  return hash !== undefined && isHashReadable(hash, version21) ? hash : undefined;
}
