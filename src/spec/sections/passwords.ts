import { count, mapping } from '../fields.ts';
import { longestPassword } from '../passwords.ts';

/** Rounds of PBKDF2: below, a hash is hardly one; above, a single login stops the whole broker for half a second. */
const rounds = (): ReturnType<typeof count> => count(100, 1_000_000);

export const passwordsSchema = mapping({
  min_length: count(8, longestPassword).optional(),
  iterations: rounds().optional(),
  generated_iterations: rounds().optional(),
});
