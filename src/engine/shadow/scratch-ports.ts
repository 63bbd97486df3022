import { randomInt } from 'node:crypto';
import { fail } from '../../errors.ts';
import type { HostReader } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';

/** Below the ports that the kernel gives to outgoing connections (32768 and up), above those of services. */
const lowest = 20_000;
const highest = 32_000;
const mostTries = 1000;

/** So many different ports of 127.0.0.1 and ::1 on which nobody listens now. Somebody may, a moment later. */
export async function freePorts(host: HostReader, count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let tries = 0; found.size < count; tries += 1) {
    if (tries > mostTries + count) throw fail('no', msg('shadow.noPorts'));
    const port = randomInt(lowest, highest);
    if (!found.has(port) && (await host.portIsFree(port, '127.0.0.1'))) found.add(port);
  }
  return [...found];
}
