import type { HostReader, ServiceOperation, ServiceRef } from '../types.ts';
import { performNone } from './none.ts';
import { performSystemd } from './systemd.ts';
import { performSysv } from './sysv.ts';

/**
 * Does one thing to the broker's service and waits until it is done: after `start` and `restart` the broker is up and
 * stays up, after `stop` it is gone. `start` of a running broker and `stop` of a stopped one change nothing.
 * `reload` returns when the signal was sent: the broker gives no answer. Throws an AppError with what the broker said.
 * Register another way of keeping services here.
 */
export function performService(
  host: HostReader,
  operation: ServiceOperation,
  ref: ServiceRef,
): Promise<void> {
  switch (ref.init) {
    case 'systemd':
      return performSystemd(host, operation, ref);
    case 'sysv':
      return performSysv(host, operation, ref);
    case 'none':
      return performNone(host, operation, ref);
  }
}
