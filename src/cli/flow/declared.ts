import { parseProbe } from '../../desired/probe.ts';
import { notFiles } from '../../engine/preflight/drift.ts';
import { AppError, fail } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { passwdHashes } from '../../mosquitto/formats/passwd.ts';
import { loadAccounts } from '../../spec/accounts.ts';
import { loadSpec } from '../../spec/load.ts';
import { roleNames } from '../../spec/roles.ts';
import type { Account, Spec } from '../../spec/types.ts';

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
export function declaredIn(facts: Facts, asRoot: Message): Declared {
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

function textOf(facts: Facts, path: string, asRoot: Message): string | null {
  const found = facts.files[path];
  if (found?.kind === 'unreadable')
    throw fail('needsRoot', msg('engine.unreadable', { path }), { fix: asRoot });
  if (found === undefined || found.kind === 'missing') return null;
  // A link or a pipe is not "nothing there": who takes it for that would write, or plan, as on a bare machine.
  if (found.content === null) throw new AppError('refused', notFiles(facts));
  return found.content instanceof Hidden ? found.content.reveal() : found.content;
}
