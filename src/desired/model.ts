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

const keyword = z.string().regex(/^[a-z][A-Za-z0-9_.]*$/);

export const confModel = z.strictObject({
  specFile: safeLine,
  applyCommand: safeLine,
  sections: z
    .array(
      z.strictObject({
        title: safeLine.nullable(),
        lines: z.array(z.strictObject({ keyword, value: safeLine })).min(1),
      }),
    )
    .min(1),
});
export type ConfModel = z.infer<typeof confModel>;

const rules = z.array(
  z.strictObject({ access: z.enum(['read', 'write', 'readwrite', 'deny']), filter: safeLine }),
);

/** What stands above the sections of the accounts. */
export const aclHead = z.strictObject({
  accountsFile: safeLine,
  /** For every account; the only ones that may hold `%c` and `%u`. */
  patterns: rules,
  /** For clients without a name. */
  anonymous: rules,
});

export type AclModel = z.infer<typeof aclHead> & {
  sections: { name: string; rules: z.infer<typeof rules> }[];
};

export interface PasswdEntry {
  name: string;
  hash: string;
}

/** A path that a shell, and systemd, take as it is. */
const plainPath = z.string().regex(/^\/[\w./-]+$/);

export const guardModel = z.strictObject({
  state: plainPath,
  confDir: plainPath,
  script: plainPath,
  recoverScript: plainPath,
  unit: z.string().regex(/^[\w.@-]+$/),
});
/** A path between a shell's single quotes. */
const watchedPath = z.string().regex(/^\/[^\s"'\\]+$/);

export const renewModel = z.strictObject({
  state: plainPath,
  renewScript: plainPath,
  renewUnit: z.string().regex(/^[\w.@-]+$/),
  unit: z.string().regex(/^[\w.@-]+$/),
  paths: z.array(watchedPath),
});
export type RenewModel = z.infer<typeof renewModel>;

export const wallModel = z.strictObject({
  script: plainPath,
  /** TCP ports, blanks between them. */
  ports: z.string().regex(/^\d+( \d+)*$/),
});
export type WallModel = z.infer<typeof wallModel>;

export type GuardModel = z.infer<typeof guardModel>;

/** One line of a unit's file, as systemd reads it. */
const unitLine = z.string().regex(/^[^\p{Cc}]+$/u);

export const sandboxModel = z.strictObject({
  /** Names of units, blanks between them; empty for none. */
  wants: z.string().regex(/^[\w.@ -]*$/),
  descriptors: z.int().positive().nullable(),
  waits: z.boolean(),
  cage: z
    .strictObject({
      paths: unitLine,
      home: z.enum(['yes', 'read-only']),
      privateTmp: z.enum(['yes', 'no']),
      netlink: z.boolean(),
    })
    .nullable(),
});
export type SandboxModel = z.infer<typeof sandboxModel>;

/** The name as it is. Throws TypeError for one that means something else in these files. */
export function accountName(name: string): string {
  if (/[:+#/]/.test(name))
    throw new TypeError(`the account name ${JSON.stringify(name)} would mean something`);
  return name;
}
