import * as z from 'zod';
import { choice, flag, line, list, mapping } from '../fields.ts';

export const logTargets = ['file', 'journal', 'syslog', 'topic'] as const;

export const logTypes = [
  'error',
  'warning',
  'notice',
  'information',
  'debug',
  'subscribe',
  'unsubscribe',
  'websockets',
  'internal',
  'none',
  'all',
] as const;

export const logSchema = mapping({
  to: list(choice(logTargets)).optional(),
  types: list(choice(logTypes)).check(z.minLength(1)).optional(),
  rotate: flag().optional(),
  connections: flag().optional(),
  timestamps: line(128).optional(),
});
