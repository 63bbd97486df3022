import * as z from 'zod';

/**
 * What the templates are given. The broker's files know no quoting and no escapes, so a value is written as it is or
 * not at all: a line break would be a second directive, a blank at an end would be lost.
 */
const safeLine = z
  .string()
  .min(1)
  .max(4096)
  .regex(/^\P{Cc}*$/u, 'control character')
  .refine((text) => text === text.trim(), 'blank at an end');

const fileName = safeLine.refine((text) => text.startsWith('/'), 'not an absolute path');

export const confModel = z.strictObject({
  specFile: safeLine,
  applyCommand: safeLine,
  /** A broker in a folder of its own: everything Debian's own mosquitto.conf says for the machine's. */
  standalone: z.strictObject({ user: safeLine.nullable(), data: fileName, log: fileName }).nullable(),
  passwd: fileName,
  acl: fileName,
  pidFile: fileName.nullable(),
  listeners: z
    .array(
      z.strictObject({
        name: safeLine,
        port: z.int().min(1).max(65535),
        address: z.union([z.ipv4(), z.ipv6()]).nullable(),
      }),
    )
    .min(1),
});
export type ConfModel = z.infer<typeof confModel>;

const accountName = safeLine.refine(
  (text) => !/[:+#/]/.test(text),
  'character that means something in these files',
);

export const aclModel = z.strictObject({
  accountsFile: safeLine,
  sections: z.array(
    z.strictObject({
      name: accountName,
      rules: z.array(
        z.strictObject({ access: z.enum(['read', 'write', 'readwrite', 'deny']), filter: safeLine }),
      ),
    }),
  ),
});
export type AclModel = z.infer<typeof aclModel>;

export const passwdModel = z.strictObject({
  entries: z.array(
    z.strictObject({ name: accountName, hash: z.string().regex(/^\$[67]\$[A-Za-z0-9+/=$]+$/) }),
  ),
});
export type PasswdModel = z.infer<typeof passwdModel>;
