import type { Bytes } from '../../engine/generations/format.ts';
import type { Resource } from '../../engine/types.ts';
import type { Facts } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Call } from '../context.ts';

/**
 * A database that comes from a backup, as a part of what should be so. It goes to where it was: the configuration that
 * comes along names that place, or Debian's own does.
 */
export async function storeFrom(call: Call, store: Bytes | null, facts: Facts): Promise<Resource[]> {
  if (store === null) return [];
  const { path, mode, data } = store;
  const owner = facts.layout.mode === 'system' ? 'mosquitto' : null;
  const stamp = call.host.now().toISOString().replace(/\D/g, '').slice(0, 14);
  return [
    {
      kind: 'store',
      id: 'store',
      path,
      aside: `${path}.before-${stamp}`,
      content: data,
      owner,
      group: owner,
      mode,
      service: facts.service.ref,
      why: msg('engine.why.store'),
    },
  ];
}
