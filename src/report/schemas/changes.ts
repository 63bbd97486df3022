import * as z from 'zod';
import type { PermissionChange } from '../../access/permissions.ts';
import type { Step } from '../../engine/types.ts';
import { checkResults } from './checks.ts';
import { answer, no, words, yes } from './common.ts';

const change = z.object({
  id: z.string(),
  kind: words<Step['kind']>({
    packages: true,
    unpacked: true,
    directory: true,
    file: true,
    store: true,
    upgrade: true,
    absent: true,
    'no-directory': true,
    ownership: true,
    moved: true,
    command: true,
    gone: true,
    firewall: true,
    service: true,
  }),
  action: words<Step['verb']>({
    create: true,
    change: true,
    remove: true,
    'set-aside': true,
    install: true,
    configure: true,
    start: true,
    restart: true,
    reload: true,
    stop: true,
    enable: true,
    disable: true,
  }),
  path: z.string().optional(),
});

export const changes = z.array(change);

export const permission = z.object({
  user: z.string().nullable().describe('null: clients without a name'),
  topic: z.string().describe('the filter of the rule that makes the difference'),
  access: words<PermissionChange['access']>({ publish: true, read: true }),
  before: z.boolean(),
  after: z.boolean(),
});

const planned = {
  changes,
  permissions: z.array(permission),
  restart: z.boolean(),
  reload: z.boolean(),
  disconnects: z
    .union([z.literal('everybody'), z.array(z.string())])
    .nullable()
    .describe('null: nobody, since the broker goes on as it is or does not run'),
  price: z
    .object({
      clients: z.int().min(0).describe('connected'),
      offline: z.int().min(0).describe('sessions kept for clients that are offline'),
      messages: z.int().min(0).describe('stored: retained, and queued'),
      saved: z.string().nullable().describe('when the database was last written, ISO 8601'),
      keeps: z.boolean().describe('the database outlives the restart'),
    })
    .nullable()
    .describe('what a restart costs; null: none is planned, or the broker does not say'),
};

const done = {
  changes,
  restarted: z.boolean(),
  reloaded: z.boolean(),
  generation: z.int().min(0),
  listeners: z.array(z.object({ name: z.string(), url: z.string() })),
  credentials: z
    .array(z.object({ username: z.string(), password: z.string() }))
    .describe('what this run made up, and nothing else'),
  verify: checkResults.nullable(),
  milliseconds: z.int().min(0),
};

/** With --dry-run: what would be done. */
export const plan = (command: string, more: z.core.$ZodLooseShape = {}) =>
  answer(command, { ...planned, ...more }, yes).describe('what would be done');

/** `install`, `apply` and the commands about accounts; `more`: further keys of all their answers. */
export const converged = (command: string, more: z.core.$ZodLooseShape = {}) => [
  answer(command, { ...done, ...more }, yes).describe('done, and proven'),
  plan(command, more),
  answer(
    command,
    {
      ...done,
      ...more,
      rolledBack: z.boolean(),
      error: z.object({ code: z.literal('verify-failed'), message: z.string(), hint: z.null() }),
    },
    no,
  ).describe('done, but not proven: what was changed has been taken back'),
];

export const uninstall = answer('uninstall', { changes, kept: z.array(z.string()) }, yes);
