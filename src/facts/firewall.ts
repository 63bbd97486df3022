import type { HostReader } from '../host/types.ts';
import type { FirewallFact } from './types.ts';

/**
 * The firewall that is on, and the TCP ports that it lets anybody in by; null where none is, or we may not see it.
 * Debian's ufw says that it is on in a file that everybody may read, its rules to root alone; of nftables only a chain
 * that refuses by itself what comes in counts.
 */
export async function gatherFirewall(host: HostReader): Promise<FirewallFact | null> {
  const ufw = await host.read('/etc/ufw/ufw.conf');
  if (ufw.ok && /^ENABLED=["']?yes/im.test(ufw.data.toString('utf8'))) {
    const status = await host.query(['ufw', 'status']);
    return { tool: 'ufw', open: status.code === 0 ? ufwPorts(status.stdout) : null };
  }
  if ((await host.stat('/usr/bin/firewall-cmd')) !== null) {
    const state = await host.query(['firewall-cmd', '--state']);
    if (state.stdout.trim() === 'running') {
      const ports = await host.query(['firewall-cmd', '--permanent', '--list-ports']);
      return { tool: 'firewalld', open: ports.code === 0 ? portsIn(ports.stdout) : null };
    }
  }
  if ((await host.stat('/usr/sbin/nft')) === null) return null;
  const rules = await host.query(['nft', 'list', 'ruleset']);
  if (rules.code !== 0 || !isClosed(rules.stdout)) return null;
  // Who else makes rules, or loads them, would lose ours: then it is told only.
  const isKept = (await host.query(['systemctl', 'is-active', 'nftables'])).stdout.trim() === 'active';
  const isHandMade = isKept && !rules.stdout.includes('managed by iptables-nft');
  return { tool: 'nftables', open: isHandMade ? nftPorts(rules.stdout) : null };
}

/** Of `nft list ruleset`: lines as `tcp dport { 22, 8883 } accept`; what is allowed to some alone does not count. */
export function nftPorts(ruleset: string): number[] {
  const rule =
    /^\s*tcp dport (?:\{ ([^}]*) \}|([\d-]+)) (?:ct state new )?(?:counter packets \d+ bytes \d+ )?accept\b/gm;
  const words = [...ruleset.matchAll(rule)].flatMap(([, many, one]) => (many ?? one ?? '').split(/,\s*/));
  return [...new Set(words.flatMap((word) => portsIn(`${word.trim()}/tcp`)))];
}

/** Of `ufw status`: lines as `8883/tcp   ALLOW   Anywhere`; what is allowed to some alone does not count. */
export function ufwPorts(status: string): number[] {
  const lines = status.matchAll(/^(\d+)(?:\/tcp)?\s+ALLOW(?: IN)?\s+Anywhere\b/gm);
  return [...new Set([...lines].map(([, port]) => Number(port)))];
}

/** Of `firewall-cmd --list-ports`: `8883/tcp 9000-9002/tcp 53/udp`. */
export function portsIn(text: string): number[] {
  return [...text.matchAll(/(\d+)(?:-(\d+))?\/tcp/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
  );
}

/** Is there a chain at the way in whose policy is to drop? */
export function isClosed(ruleset: string): boolean {
  return /hook input [^}]*?policy drop/.test(ruleset);
}
