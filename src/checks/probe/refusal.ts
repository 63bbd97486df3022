import { Hidden } from '../../hidden.ts';
import type { Message } from '../../i18n/messages.ts';
import { msg } from '../../i18n/messages.ts';
import { byPassword } from '../context.ts';
import type { CheckContext, CheckResult, Credentials } from '../types.ts';
import { isRefusal } from './codes.ts';
import { knock, outcomeText } from './open.ts';
import type { Target } from './targets.ts';
import { everyTarget } from './targets.ts';
import type { Try } from './tries.ts';
import { combine, tryAll } from './tries.ts';

/** Proves that nobody comes in with these credentials, on every address under both versions. */
export async function refusal(
  context: CheckContext,
  purpose: string,
  credentials: Credentials | null,
  fail: Message,
): Promise<CheckResult> {
  const open = byPassword(context);
  if (open.endpoints.length === 0 && context.endpoints.length > 0)
    return { status: 'skip', message: msg('checks.auth.certificates') };
  const targets = everyTarget(open);
  const tries = await tryAll(targets, async (target): Promise<Try> => {
    const result = await knock(context, target, purpose, credentials);
    const seen = outcomeText(result);
    if (result.outcome === 'accepted') {
      await result.session.end();
      return { status: 'fail', seen };
    }
    if (result.outcome === 'refused') return { status: isRefusal(result.code) ? 'pass' : 'skip', seen };
    if (result.outcome === 'unreachable') return { status: 'skip', seen };
    return { status: (await letsKnownIn(context, target, purpose)) ? 'pass' : 'skip', seen };
  });
  return combine(tries, {
    pass: msg('checks.auth.pass', { tries: tries.length }),
    fail,
    skip: msg('checks.auth.unproven'),
    fix: msg('checks.auth.fix'),
  });
}

/** A connection closed without a word is a refusal only where the same address lets a known account in. */
async function letsKnownIn(context: CheckContext, target: Target, purpose: string): Promise<boolean> {
  if (context.credentials === null) return false;
  const result = await knock(context, target, `${purpose}-compare`, context.credentials);
  if (result.outcome === 'accepted') await result.session.end();
  return result.outcome === 'accepted';
}

/** A name that the broker knows, with another password; null where no name is known. */
export function knownName(context: CheckContext, password: string): Credentials | null {
  const username = context.credentials?.username ?? context.accounts?.[0]?.name;
  return username === undefined ? null : { username, password: new Hidden(password) };
}

/** The answer of a check that needs a name where none is known. */
export const nameless: CheckResult = { status: 'skip', message: msg('checks.auth.nameless') };
