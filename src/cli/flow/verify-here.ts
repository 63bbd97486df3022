import type { CheckContext } from '../../checks/types.ts';
import { fail } from '../../errors.ts';
import { gather } from '../../facts/gather.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { loadSpec } from '../../spec/load.ts';
import { probeAccount } from '../../spec/probe.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { declaredIn } from './declared.ts';
import { layoutOf } from './layout.ts';
import { checkContext } from './prove.ts';

/**
 * For the broker that stands here. An ordinary user may not read passwords: the checks that need them are skipped with
 * that reason, the rest runs.
 */
export async function localContext(call: Call): Promise<CheckContext> {
  const facts = await gather(call.host, layoutOf(call));
  const { spec, accounts, probePassword } = seen(facts, await runAsRoot(call));
  const probe =
    probePassword === null ? null : { username: probeAccount, password: new Hidden(probePassword) };
  return checkContext(call, facts, spec, accounts, probe);
}

function seen(
  facts: Facts,
  asRoot: Message,
): { spec: Spec; accounts: Account[]; probePassword: string | null } {
  const { layout, files } = facts;
  const text = files[layout.spec]?.content;
  if (files[layout.spec]?.kind === 'missing') {
    throw fail('input', msg('cli.spec.missing', { file: layout.spec }), {
      fix: msg('cli.verify.installOrHost'),
    });
  }
  const closed = [layout.accounts, layout.passwd, layout.probe].some(
    (path) => files[path]?.kind === 'unreadable',
  );
  if (closed && typeof text === 'string')
    return { spec: loadSpec(text, layout.spec), accounts: [], probePassword: null };
  const { spec, accounts, probePassword } = declaredIn(facts, asRoot);
  if (spec === null)
    throw fail('needsRoot', msg('engine.unreadable', { path: layout.spec }), { fix: asRoot });
  return { spec, accounts, probePassword };
}
