import * as z from 'zod';
import { converged } from './changes.ts';
import { answer, words, yes } from './common.ts';

const certificate = z.object({
  name: z.string().describe('the common name'),
  names: z.array(z.string()).describe('names and addresses of subjectAltName'),
  issuer: z.string(),
  serial: z.string(),
  fingerprint: z.string().describe('SHA-256'),
  notBefore: z.string(),
  notAfter: z.string(),
  key: z.union([
    z.object({ type: z.literal('rsa'), bits: z.int().min(0) }),
    z.object({ type: z.literal('ec'), curve: z.string() }),
    z.object({ type: z.literal('other') }),
  ]),
});

/** What was made for a client. */
export const bundle = z.object({
  folder: z.string(),
  files: z.array(z.string()),
  password: z.string().nullable().describe('of the PKCS#12 file, made up by this run; null without one'),
});

export const tls = [
  answer(
    'tls',
    {
      authority: z.object({ path: z.string(), ...certificate.shape }).nullable(),
      listeners: z.array(
        z.object({
          name: z.string(),
          port: z.int(),
          protocol: words<'mqtt' | 'websockets'>({ mqtt: true, websockets: true }),
          from: words<'own' | 'acme' | 'files'>({ own: true, acme: true, files: true }),
          clients: words<'identity' | 'subject' | 'password'>({
            identity: true,
            subject: true,
            password: true,
          }).nullable(),
          path: z.string(),
          certificate: certificate.nullable(),
        }),
      ),
      clients: z
        .array(
          z.object({
            serial: z.string(),
            name: z.string(),
            notAfter: z.string(),
            revoked: z.string().nullable(),
          }),
        )
        .nullable()
        .describe('null: only root may read what our CA has signed'),
    },
    yes,
  ).describe('tls status'),
  ...converged('tls', { bundle: bundle.optional() }),
];
