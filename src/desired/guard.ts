import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Spec } from '../spec/types.ts';
import { renderGuard } from './render.ts';

/** Where a unit's files have changed, systemd does not see it by itself. */
export const readUnitsAgain: Resource = {
  kind: 'command',
  id: 'guard.units',
  subject: 'systemd',
  why: msg('engine.why.daemonReload'),
  action: { type: 'exec', argv: ['systemctl', 'daemon-reload'], timeoutMs: 60_000 },
  after: '/etc/systemd/system',
};

/**
 * What looks at the files before the broker is made to read them again, and what takes back a change that a power
 * failure has cut off. Under systemd only: elsewhere nobody asks the broker to reload but whoever types it.
 */
export function guardResources({ reload_guard }: Spec, facts: Facts): Resource[] {
  const { guard, state, confDir } = facts.layout;
  const { ref } = facts.service;
  if (guard === null || confDir === null || ref.init !== 'systemd') return [];
  const { dropInFolder, dropIn, script, recoverUnit, recoverScript } = guard;
  const ours = { dropIn, script, recoverUnit, recoverScript };
  if (!reload_guard) {
    const why = msg('engine.why.noGuard');
    const gone = Object.entries(ours).flatMap(([id, path]): Resource[] =>
      facts.records?.authored[path] === undefined || facts.files[path]?.kind === 'missing'
        ? []
        : [{ kind: 'absent', id: `guard.${id}`, path, why, notify: null }],
    );
    return gone.length === 0 ? [] : [...gone, readUnitsAgain];
  }
  const texts = renderGuard({ state, confDir, script, recoverScript, unit: ref.unit });
  const file = (id: keyof typeof texts, mode: number): Resource => ({
    kind: 'file',
    id: `guard.${id}`,
    path: ours[id],
    content: texts[id],
    owner: 'root',
    group: 'root',
    mode,
    secret: null,
    notify: null,
    why: msg(id === 'dropIn' || id === 'script' ? 'engine.why.guard' : 'engine.why.recover'),
  });
  return [
    {
      kind: 'directory',
      id: 'directory.dropIns',
      path: dropInFolder,
      owner: 'root',
      group: 'root',
      mode: 0o755,
      why: msg('engine.why.guard'),
    },
    file('script', 0o755),
    file('recoverScript', 0o755),
    file('recoverUnit', 0o644),
    file('dropIn', 0o644),
    readUnitsAgain,
  ];
}
