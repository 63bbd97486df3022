import * as z from 'zod';
import { duration, flag, line, list, mapping } from './fields.ts';
import { profileNames } from './profiles.ts';
import { bridgeSchema } from './sections/bridges.ts';
import { limitsSchema } from './sections/limits.ts';
import { listenerSchema } from './sections/listeners.ts';
import { logSchema } from './sections/log.ts';
import { passwordsSchema } from './sections/passwords.ts';
import { persistenceSchema } from './sections/persistence.ts';
import { rightsSchema, rolesSchema } from './sections/rights.ts';
import { testsSchema } from './sections/tests.ts';
import { acmeSchema, certificatesSchema } from './sections/tls.ts';

/** The file that says what the broker should be. What each key means stands in the catalogues, as `spec.doc.…`. */
export const specSchema = mapping({
  version: z.literal(1),
  profile: z.enum(profileNames).optional(),
  listeners: z.array(listenerSchema).min(1).optional(),
  certificates: certificatesSchema.optional(),
  acme: acmeSchema.optional(),
  throughput: flag().optional(),
  reload_guard: flag().optional(),
  sandbox: flag().optional(),
  firewall: flag().optional(),
  roles: rolesSchema.optional(),
  everyone: rightsSchema.optional(),
  anonymous: rightsSchema.optional(),
  tests: testsSchema.optional(),
  passwords: passwordsSchema.optional(),
  persistence: persistenceSchema.optional(),
  limits: limitsSchema.optional(),
  log: logSchema.optional(),
  sys_interval: duration(0, 65_535).optional(),
  bridges: list(bridgeSchema).optional(),
  extra: list(line()).optional(),
});

/** The file as it was written: what it leaves out is not yet filled in. */
export type SpecInput = z.infer<typeof specSchema>;
