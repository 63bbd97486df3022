import { msg } from '../i18n/messages.ts';
import { declaredClients, ownDescriptors } from '../spec/descriptors.ts';
import type { Check } from './types.ts';

/** More than this part of the limit in use: soon nobody gets in. */
const nearlyAll = 0.8;

/**
 * Each client costs the broker a file descriptor, and it never raises its own limit (measured on 2.0.11 to 2.1.2): when
 * none is left, further clients are turned away.
 */
export const resourcesDescriptors: Check = {
  id: 'resources.descriptors',
  group: 'resources',
  severity: 'medium',
  title: msg('checks.resources-descriptors.title'),
  needs: ['machine'],
  async run({ facts, host, spec }) {
    const pid = facts?.service.pid;
    if (pid === null || pid === undefined)
      return { status: 'skip', message: msg('checks.service-loaded.stopped') };
    const limits = await host.read(`/proc/${pid}/limits`);
    const limit = limits.ok ? softLimit(limits.data.toString()) : null;
    if (limit === null) return { status: 'skip', message: msg('checks.resources-descriptors.unknown') };
    const used = (await host.list(`/proc/${pid}/fd`))?.length ?? null;
    const evidence = [
      `/proc/${pid}/limits: Max open files ${limit}${used === null ? '' : `, in use ${used}`}`,
    ];
    const fix = msg('checks.resources-descriptors.fix');
    const clients = spec === null ? null : declaredClients(spec);
    if (used !== null && used > limit * nearlyAll)
      return {
        status: 'fail',
        message: msg('checks.resources-descriptors.full', { used, limit }),
        evidence,
        fix,
      };
    if (clients !== null && clients + ownDescriptors > limit)
      return {
        status: 'fail',
        message: msg('checks.resources-descriptors.few', { clients, limit }),
        evidence,
        fix,
      };
    const room = Math.max(0, limit - ownDescriptors);
    return { status: 'pass', message: msg('checks.resources-descriptors.pass', { room }), evidence };
  },
};

/** The soft limit of a process, from the text of /proc/PID/limits; null where it is not in there. */
function softLimit(text: string): number | null {
  const word = /^Max open files\s+(\S+)/m.exec(text)?.[1];
  if (word === undefined) return null;
  return word === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(word);
}
