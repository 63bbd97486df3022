import { parseProbe } from '../../desired/probe.ts';
import { notFiles } from '../../engine/preflight/drift.ts';
import { AppError, fail } from '../../errors.ts';
import { gatherMore } from '../../facts/files.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { passwdHashes } from '../../mosquitto/formats/passwd.ts';
import { loadAccounts } from '../../spec/accounts.ts';
import { loadSpec } from '../../spec/load.ts';
import { roleNames } from '../../spec/roles.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import { runAsRoot } from './command-line.ts';
import { layoutOf } from './layout.ts';

/** What is declared on this machine so far. */
export interface Declared {
  spec: Spec | null;
  specText: string | null;
  accounts: Account[];
  accountsText: string;
  /** Stored hash by name. */
  hashes: Map<string, string>;
  probePassword: string | null;
}

/**
 * Reads the declarations out of the facts. Throws 65 with every problem in them, 77 with the cure `asRoot` where they
 * may not be read, 78 where something else than a file is in their place.
 */
export function declaredIn(facts: Pick<Facts, 'layout' | 'files'>, asRoot: Message): Declared {
  const { layout } = facts;
  const textAt = (path: string): string | null => textOf(facts, path, asRoot);
  const specText = textAt(layout.spec);
  const accountsText = textAt(layout.accounts) ?? '';
  const passwd = textAt(layout.passwd) ?? '';
  const spec = specText === null ? null : loadSpec(specText, layout.spec);
  return {
    spec,
    specText,
    accounts: loadAccounts(accountsText, layout.accounts, roleNames(spec ?? { roles: {} })),
    accountsText,
    hashes: passwdHashes(passwd),
    probePassword: parseProbe(textAt(layout.probe) ?? ''),
  };
}

/** The same for a command that only tells what is declared: nothing else of the machine is looked at. */
export async function declaredHere(call: Call): Promise<Declared> {
  const layout = layoutOf(call);
  const { spec, accounts, passwd, probe } = layout;
  const files = await gatherMore(call.host, layout, [spec, accounts, passwd, probe]);
  return declaredIn({ layout, files }, await runAsRoot(call));
}

function textOf(facts: Pick<Facts, 'layout' | 'files'>, path: string, asRoot: Message): string | null {
  const found = facts.files[path];
  if (found?.kind === 'unreadable')
    throw fail('needsRoot', msg('engine.unreadable', { path }), { fix: asRoot });
  if (found === undefined || found.kind === 'missing') return null;
  // A link or a pipe is not "nothing there": who takes it for that would write, or plan, as on a bare machine.
  if (found.content === null) throw new AppError('refused', notFiles(facts));
  return found.content instanceof Hidden ? found.content.reveal() : found.content;
}
