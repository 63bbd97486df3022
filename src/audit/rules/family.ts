import type { AuditRule } from '../types.ts';

/** Rules by id; their texts are in the catalogue under `audit.<id>.…`. */
export type AuditFamily = Readonly<Record<string, AuditRule>>;
