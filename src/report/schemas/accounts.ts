import * as z from 'zod';
import { converged } from './changes.ts';
import { answer, words, yes } from './common.ts';

const account = {
  name: z.string(),
  roles: z.array(z.string()),
  topics: z.array(z.string()),
  since: z.string().optional(),
};

const hash = z
  .object({
    kind: words({ 'pbkdf2-sha512': true, sha512: true, argon2id: true, unknown: true, none: true }),
    iterations: z.int().min(1).nullable(),
    state: words({ good: true, weak: true, foreign: true, none: true }).describe(
      'foreign: not every version of the broker lets the account in; none: nobody can log in',
    ),
  })
  .describe('what the stored hash is worth');

export const listUsers = answer('list-users', { users: z.array(z.object({ ...account, hash })) }, yes);

export const exportUsers = answer(
  'export-users',
  {
    file: z.string().nullable().describe('where they were written to'),
    users: z.array(z.object(account)),
  },
  yes,
);

export const importUsers = converged('import-users', {
  imported: z.object({ added: z.int().min(0), updated: z.int().min(0) }),
  passwords: z
    .object({ file: z.string(), count: z.int().min(1) })
    .nullable()
    .describe('where the generated passwords are'),
});

const filters = z.array(z.string());
const rights = { publish: filters, subscribe: filters, deny: filters };

export const roles = answer(
  'roles',
  {
    roles: z.array(
      z.object({ name: z.string(), builtIn: z.boolean(), ...rights, users: z.array(z.string()) }),
    ),
    everyone: z.object(rights).describe('what every account may do beside its roles'),
  },
  yes,
);
