import type { Wanted } from '../../desired/desire.ts';
import { resolveHashes, type Secret } from '../../desired/hashes.ts';
import { loginNames } from '../../desired/probe.ts';
import { AppError } from '../../errors.ts';
import { overlay } from '../../facts/overlay.ts';
import type { Facts } from '../../facts/types.ts';
import { Hidden } from '../../hidden.ts';
import { localBrokerActions } from '../../host/packages-local.ts';
import { msg } from '../../i18n/messages.ts';
import { generatePassword } from '../../mosquitto/hash.ts';
import { printAccounts } from '../../spec/accounts.ts';
import type { SpecFile } from '../../spec/load.ts';
import { roleNames } from '../../spec/roles.ts';
import type { Call } from '../context.ts';
import { bridgePasswords } from './bridge-passwords.ts';
import type { Certificates } from './certificates.ts';
import type { Declared } from './declared.ts';
import { specIsOurs, whichBroker } from './layout.ts';
import { generated } from './passwords.ts';
import { demandSocketPlaces } from './socket-places.ts';
import type { Decision, Ground } from './types.ts';
import { wouldBe } from './would-be.ts';

/** Puts together all that `desire` needs: passwords become hashes here, and only here. */
export async function wantedFrom(
  call: Call,
  facts: Facts,
  declared: Declared,
  decision: Decision,
  specFile: SpecFile,
  ground: Ground,
  certificates: Certificates,
): Promise<Wanted> {
  const { layout } = facts;
  const { spec } = specFile;
  await demandSocketPlaces(call.host, layout, specFile);
  const probePassword = declared.probePassword ?? generatePassword();
  const secrets = new Map(decision.secrets);
  const names = decision.accounts.map((account) => account.name);
  if (call.options['generate'] === true) fillIn(names, declared, secrets, decision);
  const stored = new Map([
    ...declared.hashes,
    ...(decision.hashes ?? []),
    ...(decision.adoption?.hashes ?? []),
  ]);
  const people = new Set(names);
  const logins = loginNames(spec, decision.accounts);
  // The probe and those who stand for others in access tests: one password, root's alone.
  for (const name of logins.filter((login) => !people.has(login)))
    secrets.set(name, { password: new Hidden(probePassword), generated: true, anyHash: true });
  const { hashes, missing } = await resolveHashes(logins, stored, secrets, spec.passwords);
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
    accountsText: printAccounts(declared.accountsText, decision.accounts, roleNames(spec)),
    hashes,
    probePassword,
    bridgePasswords: await bridgePasswords(
      overlay(call.host, wouldBe(ground.resources)),
      specFile,
      decision.adoption?.bridgePasswords,
    ),
    certificates: certificates.files,
    certificateWork: certificates.work,
    adoption:
      decision.adoption ?? (ground.resources.length > 0 ? { files: ground.resources, mainText: null } : null),
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
