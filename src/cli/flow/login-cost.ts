import type { Secret } from '../../desired/hashes.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { timeHash } from '../../mosquitto/hash.ts';
import type { PasswordPolicy } from '../../spec/types.ts';

/** What a login with the passwords of this run costs the broker, which hashes on its only thread; measured here, once. */
export function loginCosts(secrets: Iterable<Secret>, policy: PasswordPolicy): Message[] {
  const kinds = new Set([...secrets].map(({ generated }) => generated));
  const rounds = [
    ...(kinds.has(false) ? [policy.iterations] : []),
    ...(kinds.has(true) ? [policy.generated_iterations] : []),
  ];
  return [...new Set(rounds)].map((iterations) =>
    msg('users.cost', { iterations, milliseconds: Number(timeHash(iterations).toPrecision(2)).toString() }),
  );
}
