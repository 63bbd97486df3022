import * as z from 'zod';
import type { People, StarMap } from '../../map/model.ts';
import { answer, words, yes } from './common.ts';

const filters = z.array(z.string());
const groups = z.array(z.int().min(0)).describe('places in people, counted from 0');

export const map = answer(
  'map',
  {
    file: z.string().nullable().describe('where the drawing was written to'),
    broker: z.object({
      listeners: z.array(
        z.object({
          name: z.string(),
          protocol: words<StarMap['listeners'][number]['protocol']>({ mqtt: true, websockets: true }),
          tls: z.boolean(),
          address: z.string().describe('the port, or the path of a socket'),
        }),
      ),
    }),
    people: z
      .array(
        z.object({
          who: words<People['who']>({ accounts: true, everyone: true, anonymous: true }),
          names: z.array(z.string()),
          roles: z.array(z.string()),
          publish: filters,
          subscribe: filters,
          deny: filters,
        }),
      )
      .describe('who may do the same; a level {user} of a filter is the own name'),
    topics: z.array(z.object({ filter: z.string(), publishers: groups, subscribers: groups })),
    bridges: z.array(
      z.object({
        name: z.string(),
        remotes: z.array(z.string()),
        topics: z.array(
          z.object({
            filter: z.string(),
            direction: words<StarMap['bridges'][number]['topics'][number]['direction']>({
              in: true,
              out: true,
              both: true,
            }),
          }),
        ),
      }),
    ),
  },
  yes,
);
