import { probeAccount } from '../spec/names.ts';
import type { AclModel } from './model.ts';

/** The probe account may touch topics below it and nothing else. */
export const probePrefix = 'mqtt-setup/probe';

/** Three corners of one folder, so that both kinds of denial can be seen by what arrives: see checks/access-*. */
export const probeSection: AclModel['sections'][number] = {
  name: probeAccount,
  rules: [
    { access: 'readwrite', filter: `${probePrefix}/rw/#` },
    { access: 'read', filter: `${probePrefix}/ro/#` },
    { access: 'write', filter: `${probePrefix}/wo/#` },
  ],
};

/** What stands in `layout.probe`. */
export const printProbe = (password: string): string => `${probeAccount}:${password}\n`;

/** The password in the probe file; null where it is not in the form we write. */
export function parseProbe(text: string): string | null {
  const match = /^mqtt-setup-probe:([1-9A-HJ-NP-Za-km-z]{16,64})\n?$/.exec(text);
  return match?.[1] ?? null;
}
