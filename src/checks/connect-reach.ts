import { msg } from '../i18n/messages.ts';
import { knock, outcomeText } from './probe/open.ts';
import { everyTarget } from './probe/targets.ts';
import { combine, tryAll } from './probe/tries.ts';
import type { Check } from './types.ts';

/** Every address answers, under both versions: lets the known account in, or, where none is known, says anything at all. */
export const connectReach: Check = {
  id: 'connect.reach',
  group: 'connect',
  severity: 'critical',
  title: msg('checks.connect-reach.title'),
  needs: ['broker'],
  async run(context) {
    const known = context.credentials !== null;
    const tries = await tryAll(everyTarget(context), async (target) => {
      const result = await knock(context, target, 'reach', context.credentials);
      if (result.outcome === 'accepted') await result.session.end();
      const good = result.outcome === 'accepted' || (!known && result.outcome === 'refused');
      return { status: good ? 'pass' : 'fail', seen: outcomeText(result) };
    });
    const result = combine(tries, {
      pass: known
        ? msg('checks.connect-reach.pass', { tries: tries.length })
        : msg('checks.connect-reach.answers', { tries: tries.length }),
      fail: msg('checks.connect-reach.fail'),
      skip: msg('checks.connect-reach.fail'),
      fix: msg('checks.connect-reach.fix'),
    });
    const [missing] = context.unspoken ?? [];
    if (missing === undefined) return result;
    const { version, seen } = missing;
    const evidence = [...(result.evidence ?? []), `MQTT ${version === 4 ? '3.1.1' : '5'}: ${seen}`];
    if (result.status !== 'pass') return { ...result, evidence };
    // A broker of one version is none that is broken.
    const message = msg('checks.connect-reach.one-version', { version: version === 4 ? '3.1.1' : '5' });
    return { ...result, message, evidence };
  },
};
