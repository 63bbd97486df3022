import { probeAccount, probeBridges, probeNumbers, probeRights } from '../spec/probe.ts';
import type { Rule } from '../spec/rights.ts';
import { identitiesFilter, testIdentities } from '../spec/test-identities.ts';
import type { Account, Spec } from '../spec/types.ts';
import type { AclModel } from './model.ts';

/** The probe's rights, also where a listener's mount point goes before its topics. */
export function probeSection({ listeners, tests, bridges }: Spec): AclModel['sections'][number] {
  const mounts = new Set(['', ...listeners.map(({ mount_point }) => mount_point ?? '')]);
  const rules = [...mounts].flatMap((mount) =>
    probeRights.map(({ access, filter }): Rule => ({ access, filter: mount + filter })),
  );
  rules.push(...Object.values(probeNumbers).map((filter) => ({ access: 'read', filter }) as const));
  if (bridges.length > 0) rules.push({ access: 'read', filter: probeBridges });
  for (const { test_topic } of bridges)
    if (test_topic !== null) rules.push({ access: 'readwrite', filter: test_topic });
  // In access tests the probe is the one who sees everything.
  if (tests.length > 0) rules.push({ access: 'readwrite', filter: identitiesFilter });
  return { name: probeAccount, rules };
}

/** Every name that has a password: the probe, who stands for others in access tests, the accounts. */
export function loginNames(spec: Spec, accounts: readonly Account[]): string[] {
  return [
    probeAccount,
    ...testIdentities(spec, accounts).map(({ name }) => name),
    ...accounts.map(({ name }) => name),
  ];
}

/** What stands in `layout.probe`. */
export const printProbe = (password: string): string => `${probeAccount}:${password}\n`;

/** The password in the probe file; null where it is not in the form we write. */
export function parseProbe(text: string): string | null {
  const match = /^mqtt-setup-probe:([1-9A-HJ-NP-Za-km-z]{16,64})\n?$/.exec(text);
  return match?.[1] ?? null;
}
