import * as z from 'zod';
import type { Verdict } from '../../adopt/types.ts';
import type { Difference } from '../../engine/shadow/compare-answers.ts';
import { answer, words, yes } from './common.ts';
import { finding } from './lint.ts';

const count = z.int().min(0);

const line = z.object({
  file: z.string(),
  line: z.int().min(1),
  text: z.string().describe('a secret value is masked'),
  verdict: words<Verdict>({
    understood: true,
    kept: true,
    ours: true,
    stays: true,
    'no-effect': true,
    refused: true,
  }),
  to: z.string().nullable().describe('the key of broker.yaml'),
  why: z.string().nullable(),
});

/** Without --write: what would be declared, and whether it would be the same broker. */
export const adopt = answer(
  'adopt',
  {
    file: z.string(),
    mosquittoVersion: z.string(),
    lines: z.array(line),
    spec: z.string().describe('the text of broker.yaml'),
    users: z.array(z.object({ name: z.string(), roles: z.array(z.string()), topics: z.array(z.string()) })),
    notes: z.array(z.object({ message: z.string(), refused: z.boolean() })),
    findings: z.array(finding),
    same: z.boolean().nullable().describe('null where it could not be found out'),
    differences: z.array(
      z.object({
        kind: words<Difference['kind']>({ listener: true, login: true, publish: true, read: true }),
        message: z.string(),
      }),
    ),
    asked: z
      .object({ identities: count, topics: count, questions: count, names: count, unasked: count })
      .nullable(),
  },
  yes,
);
