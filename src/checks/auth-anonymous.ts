import { msg } from '../i18n/messages.ts';
import { knock, outcomeText } from './probe/open.ts';
import { refusal } from './probe/refusal.ts';
import { everyTarget } from './probe/targets.ts';
import { combine, tryAll } from './probe/tries.ts';
import type { Check, CheckContext, CheckResult } from './types.ts';

/** Who gives no name is let in where that is declared, and nowhere else. */
export const authAnonymous: Check = {
  id: 'auth.anonymous',
  group: 'auth',
  severity: 'critical',
  title: msg('checks.auth-anonymous.title'),
  needs: ['broker'],
  async run(context) {
    const open = context.endpoints.filter(({ anonymous }) => anonymous === true);
    const closed = context.endpoints.filter(({ anonymous }) => anonymous !== true);
    if (open.length === 0) return refused(context);
    const admitted = await admission({ ...context, endpoints: open });
    if (closed.length === 0) return admitted;
    const kept = await refused({ ...context, endpoints: closed });
    // An open door is worse than one that is shut too tight.
    if (kept.status === 'fail' || admitted.status === 'pass')
      return kept.status === 'pass'
        ? { ...admitted, evidence: [...(admitted.evidence ?? []), ...(kept.evidence ?? [])] }
        : kept;
    return admitted;
  },
};

function refused(context: CheckContext): Promise<CheckResult> {
  return refusal(context, 'anonymous', null, msg('checks.auth-anonymous.fail'));
}

async function admission(context: CheckContext): Promise<CheckResult> {
  const tries = await tryAll(everyTarget(context), async (target) => {
    const result = await knock(context, target, 'anonymous', null);
    if (result.outcome === 'accepted') await result.session.end();
    const ends = { accepted: 'pass', refused: 'fail', closed: 'fail', unreachable: 'skip' } as const;
    return { status: ends[result.outcome], seen: outcomeText(result) };
  });
  return combine(tries, {
    pass: msg('checks.auth-anonymous.declared'),
    fail: msg('checks.auth-anonymous.closed'),
    skip: msg('checks.auth.unproven'),
    fix: msg('checks.auth-anonymous.closedFix'),
  });
}
