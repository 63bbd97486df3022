import { fail } from '../../errors.ts';
import { bootId, identity, readProcess } from '../../facts/process.ts';
import type { ServiceFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { HostReader } from '../types.ts';
import { send } from './signal.ts';

/**
 * Asks the running broker to write its database now (SIGUSR1). It gives no answer: the file has to be looked at. Throws
 * an AppError where that process has gone, or is not ours to signal.
 */
export async function askToSave(
  host: HostReader,
  { pid, started }: Pick<ServiceFact, 'pid' | 'started'>,
): Promise<void> {
  const seen = pid === null ? null : await readProcess(host, pid);
  const isIt = seen !== null && identity(await bootId(host), seen.startTicks) === started;
  if (isIt && (await send(host, seen, 'SIGUSR1'))) return;
  throw fail('no', msg('host.init.notRunning'), { fix: msg('host.init.startIt') });
}
