import { probeAccount, probeRights } from '../spec/probe.ts';
import type { AclModel } from './model.ts';

export const probeSection: AclModel['sections'][number] = { name: probeAccount, rules: [...probeRights] };

/** What stands in `layout.probe`. */
export const printProbe = (password: string): string => `${probeAccount}:${password}\n`;

/** The password in the probe file; null where it is not in the form we write. */
export function parseProbe(text: string): string | null {
  const match = /^mqtt-setup-probe:([1-9A-HJ-NP-Za-km-z]{16,64})\n?$/.exec(text);
  return match?.[1] ?? null;
}
