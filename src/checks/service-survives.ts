import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { canonical, socketText } from './addresses.ts';
import { down } from './probe/down.ts';
import { knock, outcomeText } from './probe/open.ts';
import { everyTarget, label } from './probe/targets.ts';
import type { Check, CheckContext } from './types.ts';

/** With what is on disk the broker comes back, at the same sockets, and lets the known account in at each. */
export const serviceSurvives: Check = {
  id: 'service.survives',
  group: 'service',
  severity: 'critical',
  title: msg('checks.service-survives.title'),
  needs: ['machine'],
  deep: true,
  async run(context) {
    const { facts: before, restart } = context;
    if (before === null || restart === undefined)
      return { status: 'skip', message: msg('checks.run.needs-deep') };
    if (!before.service.running) return { status: 'skip', message: msg('checks.service-loaded.stopped') };
    let after: Facts;
    try {
      after = await restart();
    } catch (error) {
      return down(error);
    }
    const { service } = after;
    if (!service.running) return down(new Error(`state ${service.state}`));
    if (service.started === before.service.started)
      return down(new Error(`pid ${service.pid ?? 'unknown'}: the same process as before`));
    const evidence = [...difference(before, after), ...(await silent(context))];
    if (evidence.length > 0)
      return {
        status: 'fail',
        message: msg('checks.service-survives.fail'),
        evidence,
        fix: msg('checks.service-survives.fix'),
      };
    return {
      status: 'pass',
      message: msg('checks.service-survives.pass', { pid: service.pid ?? '?' }),
      evidence: [`pid ${before.service.pid ?? 'unknown'} before, ${service.pid ?? 'unknown'} now`],
    };
  },
};

/** Sockets of the broker that are gone, and new ones. Whose a socket is may not be seen: then its port tells. */
function difference(before: Facts, after: Facts): string[] {
  const [old, now] = [socketsOf(before), socketsOf(after)];
  if (old.length === 0 || now.length === 0) return [];
  return [
    ...old.filter((one) => !now.includes(one)).map((one) => `${one}: open before, not now`),
    ...now.filter((one) => !old.includes(one)).map((one) => `${one}: not open before`),
  ];
}

function socketsOf({ network, service }: Facts): string[] {
  return network.listening
    .filter(({ pid }) => pid !== null && pid === service.pid)
    .map(({ address, port }) => socketText(canonical(address), port));
}

/** Addresses at which the known account, where there is one, is not let in. */
async function silent(context: CheckContext): Promise<string[]> {
  const tries = await Promise.all(
    everyTarget(context).map(async (target) => {
      const result = await knock(context, target, 'survives', context.credentials);
      if (result.outcome === 'accepted') await result.session.end();
      const answers =
        result.outcome === 'accepted' || (context.credentials === null && result.outcome === 'refused');
      return answers ? [] : [`${label(target)}: ${outcomeText(result)}`];
    }),
  );
  return tries.flat();
}
