import type { enAll } from './en-all.ts';
import { lint } from './fr/lint.ts';
import { lintFiles } from './fr/lint-files.ts';
import { fr } from './fr.ts';
import type { Same } from './messages.ts';

/** Every French text. */
export const frAll: Same<typeof enAll> = { ...fr, ...lint, ...lintFiles };
