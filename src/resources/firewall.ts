import { systemLayout } from '../distros/layout.ts';
import type { Resource } from '../engine/types.ts';
import type { Facts, FirewallTool } from '../facts/types.ts';
import type { Action } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';

/** A port that the firewall lets in, or not; what is as it should be stays, whoever has said so. */
export function compareFirewall(
  { id, kind, tool, port, open, why }: Extract<Resource, { kind: 'firewall' }>,
  { firewall }: Facts,
): Comparison {
  const isOpen = firewall?.open?.includes(port) ?? false;
  if (isOpen === open) return kept(id, msg('tls.firewall.same', { port, tool }));
  return {
    steps: [
      {
        id,
        kind,
        verb: open ? 'configure' : 'remove',
        subject: `${tool} ${port}/tcp`,
        why,
        before: null,
        after: null,
        actions: firewallActions(tool, port, open),
        undo: [{ type: 'firewall', tool, port, open: !open }],
        notify: null,
      },
    ],
    kept: [],
  };
}

/** As a person would type it; firewalld keeps what holds now and what holds after a reboot apart. */
export function firewallActions(
  tool: FirewallTool,
  port: number,
  open: boolean,
): Extract<Action, { type: 'exec' }>[] {
  const run = (...argv: string[]): Extract<Action, { type: 'exec' }> => ({
    type: 'exec',
    argv,
    timeoutMs: 60_000,
  });
  if (tool === 'ufw')
    return [
      open
        ? run('ufw', 'allow', `${port}/tcp`, 'comment', 'mqtt-setup')
        : run('ufw', 'delete', 'allow', `${port}/tcp`),
    ];
  if (tool === 'nftables')
    return [run('/bin/sh', systemLayout.guard?.wallScript ?? '', open ? 'open' : 'shut', String(port))];
  const words = `--${open ? 'add' : 'remove'}-port=${port}/tcp`;
  return [run('firewall-cmd', '--permanent', words), run('firewall-cmd', words)];
}
