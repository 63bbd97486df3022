import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { outwardPorts } from '../spec/outward.ts';
import type { Spec } from '../spec/types.ts';

/** The ports that the firewall is to let in, where the owner wants that, and those of ours that it is to close again. */
export function firewallRules(spec: Spec, { firewall, records }: Facts): Resource[] {
  const wanted = spec.firewall ? outwardPorts(spec) : [];
  const tool = firewall?.tool;
  const opening = tool === 'ufw' || tool === 'firewalld' ? wanted : [];
  const closing = (records?.opened ?? []).filter((one) => one.tool === tool && !wanted.includes(one.port));
  return [
    ...opening.map(
      (port): Resource => ({
        kind: 'firewall',
        id: `firewall.${port}`,
        tool: tool === 'firewalld' ? tool : 'ufw',
        port,
        open: true,
        why: msg('tls.why.firewall'),
      }),
    ),
    ...closing.map((one): Resource => closed(one)),
  ];
}

/** A port that we had opened, shut again. */
export function closed({ tool, port }: { tool: 'ufw' | 'firewalld'; port: number }): Resource {
  return {
    kind: 'firewall',
    id: `firewall.${port}`,
    tool,
    port,
    open: false,
    why: msg('tls.why.firewallShut'),
  };
}
