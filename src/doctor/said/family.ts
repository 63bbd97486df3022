import type { SaidCause } from '../types.ts';

/** Causes by id; their titles are in the catalogue under `doctor.title.<id>`. */
export type SaidFamily = Readonly<Record<string, SaidCause>>;
