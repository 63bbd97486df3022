import type { AclModel } from './model.ts';

/** The account that verify logs in as. Its name is reserved; it may touch the probe topics and nothing else. */
export const probeName = 'mqtt-setup-probe';
export const probePrefix = 'mqtt-setup/probe';

/** Three corners of one folder, so that both kinds of denial can be seen by what arrives: see checks/access-*. */
export const probeSection: AclModel['sections'][number] = {
  name: probeName,
  rules: [
    { access: 'readwrite', filter: `${probePrefix}/rw/#` },
    { access: 'read', filter: `${probePrefix}/ro/#` },
    { access: 'write', filter: `${probePrefix}/wo/#` },
  ],
};

/** Where the probe account's password is kept, for root (or the owner of a local broker) alone. */
export const probeFile = (state: string): string => `${state}/probe`;

export const printProbe = (password: string): string => `${probeName}:${password}\n`;

/** The password in the probe file; null where it is not in the form we write. */
export function parseProbe(text: string): string | null {
  const match = /^mqtt-setup-probe:([1-9A-HJ-NP-Za-km-z]{16,64})\n?$/.exec(text);
  return match?.[1] ?? null;
}
