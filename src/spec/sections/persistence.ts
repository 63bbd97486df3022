import * as z from 'zod';
import { count, duration, flag, mapping, path } from '../fields.ts';

export const persistenceSchema = mapping({
  enabled: flag().optional(),
  location: path().optional(),
  /** Time, or `{ changes: 1000 }`. */
  autosave: z.union([mapping({ changes: count(1, 1_000_000_000) }), duration(0, 2_147_483_647)]).optional(),
});
