import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Spec } from '../spec/types.ts';
import { firewallFiles } from './firewall.ts';
import { guardFiles } from './guard.ts';
import { renewalFiles, renewalUnits, stopRenewal } from './renewal.ts';
import { sandboxFiles } from './sandbox.ts';

/** Where a unit's files have changed, systemd does not see it by itself. */
export const readUnitsAgain: Resource = {
  kind: 'command',
  id: 'unit.read',
  subject: 'systemd',
  why: msg('engine.why.daemonReload'),
  action: { type: 'exec', argv: ['systemctl', 'daemon-reload'], timeoutMs: 60_000 },
  after: '/etc/systemd/system/',
};

/** What is added to the broker's unit; under systemd only. `texts`: all that the broker is configured with. */
export function unitResources(spec: Spec, facts: Facts, texts: readonly string[]): Resource[] {
  const { guard } = facts.layout;
  if (guard === null || facts.service.ref.init !== 'systemd') return [];
  const renewal = renewalFiles(spec, facts);
  const wants = renewalUnits(renewal);
  const files = [
    ...renewal,
    ...guardFiles(spec, facts),
    ...sandboxFiles(spec, facts, texts, wants),
    ...firewallFiles(spec, facts),
  ];
  if (files.length === 0) return [];
  const folder: Resource = {
    kind: 'directory',
    id: 'directory.dropIns',
    path: guard.dropInFolder,
    owner: 'root',
    group: 'root',
    mode: 0o755,
    why: msg('engine.why.dropIns'),
  };
  return [
    ...(files.some(({ kind }) => kind === 'file') ? [folder] : []),
    ...files,
    readUnitsAgain,
    ...(renewal.some(({ kind }) => kind === 'absent') ? stopRenewal : []),
  ];
}
