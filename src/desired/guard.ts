import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Spec } from '../spec/types.ts';
import { renderGuard } from './render.ts';

/**
 * What looks at the files before the broker is made to read them again, and what takes back a change that a power
 * failure has cut off. Under systemd only: elsewhere nobody asks the broker to reload but whoever types it.
 */
export function guardFiles({ reload_guard }: Spec, facts: Facts): Resource[] {
  const { guard, state, confDir } = facts.layout;
  const { ref } = facts.service;
  if (guard === null || confDir === null || ref.init !== 'systemd') return [];
  const { dropIn, script, recoverUnit, recoverScript } = guard;
  const ours = { dropIn, script, recoverUnit, recoverScript };
  if (!reload_guard) {
    const why = msg('engine.why.noGuard');
    return Object.entries(ours).flatMap(([id, path]): Resource[] =>
      facts.records?.authored[path] === undefined || facts.files[path]?.kind === 'missing'
        ? []
        : [{ kind: 'absent', id: `guard.${id}`, path, why, notify: null }],
    );
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
    file('script', 0o755),
    file('recoverScript', 0o755),
    file('recoverUnit', 0o644),
    file('dropIn', 0o644),
  ];
}
