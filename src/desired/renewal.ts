import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import type { Spec } from '../spec/types.ts';
import { acmeFiles } from '../tls/acme.ts';
import { renderRenewal } from './render.ts';

/**
 * What keeps certificates fresh under systemd: once a day, and whenever another program has written a new one. Where no
 * listener speaks TLS, nothing of it.
 */
export function renewalFiles(spec: Spec, facts: Facts): Resource[] {
  const { guard, state } = facts.layout;
  const { ref } = facts.service;
  if (guard === null || ref.init !== 'systemd') return [];
  const secure = spec.listeners.flatMap(({ tls }) => (tls === null ? [] : [tls]));
  const watched = secure.flatMap((tls) => {
    if (tls.from === 'acme') return Object.values(acmeFiles(spec.acme));
    return [tls.certificate, tls.key, tls.client_ca, tls.client_crl].filter((path) => path !== null);
  });
  watched.push(
    ...spec.bridges.flatMap(({ tls }) =>
      [tls?.ca, tls?.certificate, tls?.key].filter((path) => path != null),
    ),
  );
  // What a shell could misread is left to the daily look.
  const paths = [...new Set(watched)].filter((path) => /^\/[^\s"'\\]+$/.test(path));
  const wanted = {
    renewScript: secure.length > 0,
    renewUnit: secure.length > 0,
    renewTimer: secure.length > 0,
    renewLook: paths.length > 0,
    renewLookTimer: paths.length > 0,
  };
  const { renewScript } = guard;
  const texts = renderRenewal({
    state,
    renewScript,
    renewUnit: nameOf(guard.renewUnit),
    unit: ref.unit,
    paths,
  });
  const keys = ['renewScript', 'renewUnit', 'renewTimer', 'renewLook', 'renewLookTimer'] as const;
  return keys.flatMap((key): Resource[] => {
    const path = guard[key];
    if (wanted[key])
      return [
        {
          kind: 'file',
          id: `tls.${key}`,
          path,
          content: texts[key],
          owner: 'root',
          group: 'root',
          mode: key === 'renewScript' ? 0o755 : 0o644,
          secret: null,
          notify: null,
          why: msg(key.startsWith('renewLook') ? 'tls.why.renewLook' : 'tls.why.renew'),
        },
      ];
    const isOurs = facts.records?.authored[path] !== undefined && facts.files[path]?.kind !== 'missing';
    return isOurs
      ? [{ kind: 'absent', id: `tls.${key}`, path, why: msg('tls.why.noRenewal'), notify: null }]
      : [];
  });
}

/** What the broker's unit pulls in, now and at every boot. */
export function renewalUnits(files: readonly Resource[]): string[] {
  return files.flatMap((file) =>
    file.kind === 'file' && file.path.endsWith('.timer') ? [nameOf(file.path)] : [],
  );
}

/** Those whose files are gone go on, or stay failed, until systemd is told; a pattern that meets none is no error. */
export const stopRenewal: Resource[] = (['stop', 'reset-failed'] as const).map((verb) => ({
  kind: 'command',
  id: `tls.renewal.${verb}`,
  subject: 'mqtt-setup-renew',
  why: msg('tls.why.noRenewal'),
  action: { type: 'exec', argv: ['systemctl', verb, 'mqtt-setup-renew*'], timeoutMs: 60_000 },
  after: '/etc/systemd/system/mqtt-setup-renew',
}));

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
