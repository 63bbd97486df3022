import type { MessageKey } from '../../i18n/messages.ts';
import type { SaidCause } from '../types.ts';
import { accounts } from './accounts.ts';
import { clients } from './clients.ts';
import { configuration } from './configuration.ts';
import { listeners } from './listeners.ts';
import { storage } from './storage.ts';
import { systemd } from './systemd.ts';
import { tls } from './tls.ts';

/** Families of causes, the particular before the general; register one here. */
const families = {
  ...configuration,
  ...accounts,
  ...listeners,
  ...tls,
  ...storage,
  ...clients,
  ...systemd,
};

export type SaidId = keyof typeof families;

/** Every cause that is recognised by what is said. */
export const said: readonly (readonly [SaidId, SaidCause])[] = Object.entries<SaidCause>(families).map(
  ([id, cause]) => [id as SaidId, cause],
);

/** Every cause has these texts; the groups of its expressions are what they are given. */
export function saidKey(id: SaidId, part: 'cause' | 'fix'): MessageKey {
  return `doctor.said.${id}.${part}`;
}
