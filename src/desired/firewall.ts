import type { Resource } from '../engine/types.ts';
import type { Facts, Opened } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { outwardPorts } from '../spec/outward.ts';
import type { Spec } from '../spec/types.ts';

/** The ports that the firewall is to let in, where the owner wants that, and those of ours that it is to close again. */
export function firewallRules(spec: Spec, { firewall, records }: Facts): Resource[] {
  const wanted = spec.firewall ? outwardPorts(spec) : [];
  const tool = firewall?.tool;
  // What nftables has by hand is told, not changed.
  if (tool !== 'ufw' && tool !== 'firewalld') return [];
  const mine = (records?.opened ?? []).filter((one) => one.tool === tool && !wanted.includes(one.port));
  return [
    ...wanted.map(
      (port): Resource => ({
        kind: 'firewall',
        id: `firewall.${port}`,
        tool,
        port,
        open: true,
        why: msg('tls.why.firewall'),
      }),
    ),
    ...mine.map(closed),
  ];
}

/** A port that we had opened, shut again. */
export function closed({ tool, port }: Opened): Resource {
  return {
    kind: 'firewall',
    id: `firewall.${port}`,
    tool,
    port,
    open: false,
    why: msg('tls.why.firewallShut'),
  };
}
