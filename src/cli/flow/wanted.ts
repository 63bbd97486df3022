import type { Wanted } from '../../desired/desire.ts';
import { resolveHashes, type Secret } from '../../desired/hashes.ts';
import { AppError } from '../../errors.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { localBrokerActions } from '../../host/packages-local.ts';
import { msg } from '../../i18n/messages.ts';
import { generatePassword } from '../../mosquitto/hash.ts';
import { printAccounts } from '../../spec/accounts.ts';
import { probeAccount } from '../../spec/probe.ts';
import type { Spec } from '../../spec/types.ts';
import type { Call } from '../context.ts';
import type { Decision } from './converge.ts';
import type { Declared } from './declared.ts';
import { specIsOurs, whichBroker } from './layout.ts';
import { generated } from './passwords.ts';

/** Puts together all that `desire` needs: passwords become hashes here, and only here. */
export async function wantedFrom(
  call: Call,
  facts: Facts,
  declared: Declared,
  decision: Decision,
  spec: Spec,
): Promise<Wanted> {
  const { layout } = facts;
  const probePassword = declared.probePassword ?? generatePassword();
  const secrets = new Map(decision.secrets);
  const names = decision.accounts.map((account) => account.name);
  if (call.options['generate'] === true) fillIn(names, declared, secrets, decision);
  secrets.set(probeAccount, { password: new Hidden(probePassword), generated: true });
  const { hashes, missing } = await resolveHashes([probeAccount, ...names], declared.hashes, secrets);
  if (missing.length > 0)
    throw new AppError(
      'input',
      missing.map((name) => withoutPassword(name, facts)),
    );
  return {
    spec,
    specText: decision.specText,
    writeSpec: specIsOurs(call),
    accounts: decision.accounts,
    accountsText: printAccounts(declared.accountsText, decision.accounts),
    hashes,
    probePassword,
    specShown: layout.spec,
    applyCommand: `${layout.mode === 'system' ? 'sudo ' : ''}mqtt-setup apply${whichBroker(call, layout)}`,
    unpack:
      layout.mode === 'local'
        ? localBrokerActions(layout.cache ?? layout.state, call.host.user.uid === 0)
        : [],
  };
}

/** `--generate` also serves the accounts that somebody declared by hand and that have no password yet. */
function fillIn(
  names: readonly string[],
  declared: Declared,
  secrets: Map<string, Secret>,
  decision: Decision,
): void {
  for (const name of names) {
    if (declared.hashes.has(name) || secrets.has(name)) continue;
    const secret = generated();
    secrets.set(name, secret);
    decision.secrets.set(name, secret);
  }
}

function withoutPassword(name: string, { layout }: Facts) {
  return {
    message: msg('cli.account.noPassword', { name }),
    place: { file: layout.accounts },
    fix: msg('cli.account.noPasswordFix', { name }),
  };
}
