import type { SeenCause } from '../types.ts';

/** Causes by id; their titles are in the catalogue under `doctor.title.<id>`. */
export type SeenFamily = Readonly<Record<string, SeenCause>>;
