import * as z from 'zod';
import type { Origin } from '../../access/declared.ts';
import type { Extent } from '../../mosquitto/access/coverage.ts';
import type { Who } from '../../mosquitto/access/matrix.ts';
import type { Rights } from '../../spec/types.ts';
import type { Answer } from '../can-answer.ts';
import { answer, words } from './common.ts';

const extent = words<Extent>({ all: true, some: true, none: true });
const position = z.int().min(1).nullable();

const rule = z.object({
  file: z.string().nullable().describe('null where nothing is written yet, or may not be read'),
  line: position,
  column: position,
  text: z.string(),
  from: z
    .array(
      z.object({
        role: z.string().nullable(),
        of: words<Origin['of']>({ role: true, everyone: true, anonymous: true }),
        side: words<keyof Rights>({ publish: true, subscribe: true, deny: true }),
        filter: z.string(),
      }),
    )
    .describe('what of broker.yaml it comes from'),
});

const faults = z
  .array(
    z.object({
      file: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
      text: z.string(),
      message: z.string(),
    }),
  )
  .describe('lines for which the broker refuses the file');

export const can = [
  answer('can', {
    mosquittoVersion: z.string(),
    user: z.string().nullable().describe('null for a client without a name'),
    clientId: z.string().nullable(),
    access: words<Answer['access']>({ publish: true, subscribe: true }),
    topic: z.string(),
    allowed: z.boolean(),
    extent: extent.describe('how much of what a filter covers arrives'),
    reason: words<Answer['why']>({
      rule: true,
      default: true,
      'wildcard-name': true,
      'wildcard-id': true,
      sys: true,
      share: true,
      'no-login': true,
      'shared-dollar': true,
    }),
    by: z.union([rule, z.literal('default deny')]),
    hint: z.string().nullable().describe('what would have allowed it'),
    roles: z.array(z.string()).describe('roles that would allow it'),
    parts: z
      .array(z.object({ filter: z.string(), allowed: z.boolean(), by: rule }))
      .describe('for a filter: which rule speaks of which part'),
    mounts: z.array(z.object({ mountPoint: z.string(), extent })),
    faults,
  }),
  answer('can', {
    mosquittoVersion: z.string(),
    rights: z.array(
      z.object({
        who: words<Who>({ user: true, anonymous: true, everyone: true }),
        user: z.string().nullable(),
        topic: z.string(),
        publish: extent,
        subscribe: extent,
      }),
    ),
    faults,
  }).describe('with --matrix'),
];
