import type { HostReader } from '../host/types.ts';

/** A firewall that stands on this machine and lets in only what it was told. */
export type FirewallFact = 'ufw' | 'firewalld' | 'nftables';

/**
 * Which firewall is on; null where none is, or we may not see it. Debian's ufw says so in a file that everybody may read;
 * of nftables only a chain that refuses by itself what comes in counts.
 */
export async function gatherFirewall(host: HostReader): Promise<FirewallFact | null> {
  const ufw = await host.read('/etc/ufw/ufw.conf');
  if (ufw.ok && /^ENABLED=["']?yes/im.test(ufw.data.toString('utf8'))) return 'ufw';
  if ((await host.stat('/usr/bin/firewall-cmd')) !== null) {
    const state = await host.query(['firewall-cmd', '--state']);
    if (state.stdout.trim() === 'running') return 'firewalld';
  }
  if ((await host.stat('/usr/sbin/nft')) === null) return null;
  const rules = await host.query(['nft', 'list', 'ruleset']);
  return rules.code === 0 && isClosed(rules.stdout) ? 'nftables' : null;
}

/** Is there a chain at the way in whose policy is to drop? */
export function isClosed(ruleset: string): boolean {
  return /hook input [^}]*?policy drop/.test(ruleset);
}
