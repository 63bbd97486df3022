import { passwdHashes } from '../mosquitto/formats/passwd.ts';

/**
 * Whom a reload of the broker disconnects: who is gone from the password file, and whose password is another one (facts
 * §5). Names in `ignored` are left out.
 */
export function disconnectedBy(before: string, after: string, ignored: (name: string) => boolean): string[] {
  if (before === after) return [];
  const next = passwdHashes(after);
  return [...passwdHashes(before)].flatMap(([name, hash]) =>
    ignored(name) || next.get(name) === hash ? [] : [name],
  );
}
