import * as z from 'zod';
import { changes, permission } from './changes.ts';
import { answer, place, yes } from './common.ts';

const files = z.array(
  z.object({
    path: z.string(),
    owner: z.string(),
    group: z.string(),
    mode: z.string().describe('octal'),
    sha256: z.string(),
  }),
);

const damaged = z.object({ number: z.int().min(1), damaged: z.literal(true) });

const generation = z.object({
  number: z.int().min(1),
  damaged: z.literal(false),
  made: z.string().describe('ISO 8601'),
  command: z.string(),
  who: z.string(),
  message: z.string().nullable(),
  tool: z.string().describe('version of mqtt-setup'),
  mosquitto: z.string().nullable(),
  verify: z.object({ ok: z.boolean(), checks: z.record(z.string(), z.string()) }),
  files,
  overwritten: files.describe('what somebody had written by hand into files that were replaced'),
});

export const history = answer(
  'history',
  {
    current: z.int().min(0).nullable().describe('null: nothing was applied here'),
    generations: z.array(z.union([generation, damaged])),
  },
  yes,
);

export const diff = answer(
  'diff',
  {
    from: z.int().min(1),
    to: z.int().min(1).nullable().describe('null: the machine as it is now'),
    changes,
    diffs: z.array(
      z.object({
        path: z.string(),
        lines: z.array(z.string()).describe('unified diff, secrets masked'),
        more: z.object({ added: z.int().min(0), removed: z.int().min(0) }).describe('lines left out'),
      }),
    ),
    permissions: z.array(permission),
  },
  yes,
);

export const confirm = answer('confirm', {}, yes);

export const recover = answer('recover', { recovered: z.boolean() }, yes);

export const rehearse = answer(
  'rehearse',
  { checks: z.int().min(0).describe('questions that the broker answered as it should') },
  yes,
);

export const backup = answer(
  'backup',
  {
    file: z.string(),
    made: z.string().describe('ISO 8601'),
    tool: z.string().describe('version of mqtt-setup'),
    mosquitto: z.string().nullable(),
    mode: z.enum(['system', 'local']),
    generation: z.int().min(0),
    files: z.array(z.object({ path: z.string(), sha256: z.string() })),
    store: z
      .object({ path: z.string(), bytes: z.int().min(0) })
      .nullable()
      .describe('the broker’s database'),
    generations: z.array(z.int().min(1)),
    left: z
      .array(z.string())
      .describe('files of the broker that are not in it, since no backup puts anything there'),
  },
  yes,
);

export const upgrade = z
  .object({
    from: z.string().describe('version of the package'),
    to: z.string(),
    findings: z
      .array(z.object({ id: z.string(), place, message: z.string() }))
      .describe('what the new version makes of files that are not ours'),
  })
  .nullable()
  .describe('null: nothing newer is offered');
