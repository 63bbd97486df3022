import type { CheckContext } from '../../checks/types.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { askToSave } from '../../host/init/save.ts';
import type { Call } from '../context.ts';

/** What a run on the broker's machine may do to it beside asking: root may, and whose process it is. */
export async function operations(
  { host }: Pick<Call, 'host'>,
  facts: Facts,
): Promise<Required<Pick<CheckContext, 'askToSave' | 'restart'>> | null> {
  let { service } = facts;
  const process = service.pid === null ? null : await host.stat(`/proc/${service.pid}`);
  if (host.user.uid !== 0 && process?.uid !== host.user.uid) return null;
  return {
    askToSave: () => askToSave(host, service),
    async restart() {
      await host.perform({ type: 'service', operation: 'restart', service: service.ref });
      const after = await gather(host, facts.layout);
      ({ service } = after);
      return after;
    },
  };
}
