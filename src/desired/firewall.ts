import type { Resource } from '../engine/types.ts';
import type { Facts, Opened } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { outwardPorts } from '../spec/outward.ts';
import type { Spec } from '../spec/types.ts';
import { renderWall } from './render.ts';

/** The ports that the firewall is to let in, where the owner wants that, and those of ours that it is to close again. */
export function firewallRules(spec: Spec, { firewall, records }: Facts): Resource[] {
  const wanted = spec.firewall ? outwardPorts(spec) : [];
  const tool = firewall?.tool;
  if (tool === undefined || isOutOfReach(firewall)) return [];
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

/** nftables that systemd does not start, or whose rules another program makes: what has to be open is told, not changed. */
function isOutOfReach(firewall: Facts['firewall']): boolean {
  return firewall?.tool === 'nftables' && firewall.open === null;
}

/**
 * What opens the ports again whenever nftables reads its own file, and forgets what else it was told; nothing where
 * another tool is used, or none. A port that the owner's own rules let in is left to these.
 */
export function firewallFiles(spec: Spec, facts: Facts): Resource[] {
  const { layout, firewall, records, files } = facts;
  if (layout.guard === null) return [];
  const { wall, wallScript, wallFolder } = layout.guard;
  const opened = (records?.opened ?? []).flatMap(({ tool, port }) => (tool === 'nftables' ? [port] : []));
  const isOurs = (port: number): boolean => opened.includes(port) || firewall?.open?.includes(port) !== true;
  const ports =
    spec.firewall && firewall?.tool === 'nftables' && !isOutOfReach(firewall)
      ? outwardPorts(spec).filter(isOurs)
      : [];
  if (ports.length === 0) {
    return [wall, wallScript].flatMap((path): Resource[] =>
      records?.authored[path] === undefined || files[path]?.kind === 'missing'
        ? []
        : [{ kind: 'absent', id: `absent.${path}`, path, why: msg('tls.why.firewallShut'), notify: null }],
    );
  }
  const texts = renderWall({ script: wallScript, ports: ports.join(' ') });
  const why = msg('tls.why.firewallKept');
  const root = { owner: 'root', group: 'root' };
  const file = { kind: 'file', ...root, secret: null, notify: null, why } as const;
  return [
    { ...file, id: 'firewall.script', path: wallScript, content: texts.wallScript, mode: 0o755 },
    { kind: 'directory', id: 'directory.wall', path: wallFolder, ...root, mode: 0o755, why },
    { ...file, id: 'firewall.unit', path: wall, content: texts.wall, mode: 0o644 },
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
