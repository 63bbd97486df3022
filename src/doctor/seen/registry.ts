import type { SeenCause } from '../types.ts';
import { configuration } from './configuration.ts';
import { packages } from './packages.ts';
import { service } from './service.ts';
import { sockets } from './sockets.ts';
import { storage } from './storage.ts';

/** Families of causes; register one here. */
const families = {
  ...packages,
  ...service,
  ...configuration,
  ...sockets,
  ...storage,
};

export type SeenId = keyof typeof families;

/** Every cause that the machine shows without a word, in the order in which it is told. */
export const seen: readonly (readonly [SeenId, SeenCause])[] = Object.entries<SeenCause>(families).map(
  ([id, cause]) => [id as SeenId, cause],
);
