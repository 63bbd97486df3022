import * as z from 'zod';
import { msg } from '../../i18n/messages.ts';
import { choice, count, list, mapping, path, word } from '../fields.ts';

/** Who a client with a certificate is: its common name, its whole subject, or still the name that it logs in with. */
export const clientWords = ['identity', 'subject', 'password'] as const;

export const tlsVersions = ['tlsv1.2', 'tlsv1.3'] as const;

export const keyTypes = ['rsa', 'p256'] as const;

/** Where a listener's certificate comes from, if not from files: our own CA, or an ACME authority. */
export const certificateWords = ['own', 'acme'] as const;

/** `own`, `acme`, or more than that. */
export const listenerTlsSchema = z.union([
  z.enum(certificateWords),
  mapping({
    from: choice(certificateWords).optional(),
    certificate: path().optional(),
    key: path().optional(),
    ca: path().optional(),
    clients: choice(clientWords).optional(),
    client_ca: path().optional(),
    client_crl: path().optional(),
    min_version: choice(tlsVersions).optional(),
  }),
]);

const serverName = word(/^(\*\.)?[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$|^[0-9A-Fa-f.:]{2,45}$/, (value) =>
  msg('spec.tls.name', { value }),
);

export const certificatesSchema = mapping({
  names: list(serverName).optional(),
  key: choice(keyTypes).optional(),
  /** Days. Longer than 825, and Apple's devices take none; browsers want 398. */
  days: count(1, 825).optional(),
});

/** One address as RFC 5321 would have it, without the forms that nobody uses. */
const email = word(/^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}$/, (value) =>
  msg('spec.tls.email', { value }),
);

const directory = word(/^https:\/\/[A-Za-z0-9.:[\]_-]+\/[!-~]*$/, (value) =>
  msg('spec.tls.directory', { value }),
);

export const acmeSchema = mapping({
  domains: z.array(serverName).min(1),
  email: email.optional(),
  server: directory.optional(),
});
