import type { Layout } from '../distros/layout.ts';
import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { msg } from '../i18n/messages.ts';
import { closed } from './firewall.ts';
import { stopRenewal } from './renewal.ts';
import { readUnitsAgain } from './unit.ts';

/** What `uninstall` wants, and the files that it leaves because somebody changed them. */
export interface Nothing {
  resources: Resource[];
  kept: string[];
}

/** A file as it was before we took the broker over. */
export interface Before {
  path: string;
  owner: string;
  group: string;
  mode: number;
  content: Uint8Array;
}

/**
 * The empty machine: what we wrote is gone if it is still as we wrote it, the service is as it was found. The package,
 * the data and our CA go only with `purge`. `originals`: what was there before an adoption, and is put back unless somebody has
 * changed it since.
 */
export function desireNothing(facts: Facts, purge: boolean, originals: readonly Before[] = []): Nothing {
  const { records, layout } = facts;
  // Our CA is worth what the data are: clients that trust it would all have to be told of another one.
  const isKeptCa = (path: string): boolean =>
    !purge && (path === layout.ca || path.startsWith(`${layout.ca}/`));
  const written = Object.entries(records?.authored ?? {}).filter(
    ([path]) => facts.files[path]?.kind !== 'missing' && !isKeptCa(path),
  );
  const asWritten = written
    .filter(([path, hash]) => facts.files[path]?.sha256 === hash)
    .map(([path]) => path);
  // A configuration that stays needs the files that it names: without them no broker would start again.
  const needed =
    written.some(([path]) => path === layout.conf) && !asWritten.includes(layout.conf)
      ? [layout.passwd, layout.acl, ...asWritten.filter((path) => path.startsWith(`${layout.certs}/`))]
      : [];
  const back = originals.filter(
    ({ path }) => asWritten.includes(path) || facts.files[path]?.kind === 'missing',
  );
  const ours = asWritten.filter(
    (path) => !needed.includes(path) && !back.some((original) => original.path === path),
  );
  // Data and logs are the broker's, and the state is needed until the end.
  const later = [layout.state, layout.dir, layout.data, layout.log.slice(0, layout.log.lastIndexOf('/'))];
  const folders = (records?.folders ?? [])
    .filter((path) => !later.includes(path) && !isKeptCa(path))
    .reverse();
  return {
    kept: written
      .map(([path]) => path)
      .filter((path) => !ours.includes(path) && !back.some((original) => original.path === path)),
    resources: [
      ...back.map((original) => restored(original)),
      ...ours.map(
        (path) => ({ kind: 'absent', id: `absent.${path}`, path, why: msg('engine.why.ours') }) as const,
      ),
      ...folders.map((path) => ({ kind: 'no-directory', id: `absent.${path}`, path }) as const),
      ...(layout.guard === null || facts.service.ref.init !== 'systemd'
        ? []
        : [readUnitsAgain, ...stopRenewal]),
      ...(records?.opened ?? []).map((one) => closed(one)),
      {
        kind: 'service',
        id: 'service',
        service: facts.service.ref,
        ...serviceAsFound(facts, purge, back.length > 0),
      },
      ...(purge ? [purged(layout)] : []),
    ],
  };
}

function restored({ path, owner, group, mode, content }: Before): Resource {
  return {
    kind: 'file',
    id: `original.${path}`,
    path,
    content,
    owner,
    group,
    mode,
    secret: /passw|acl/.test(path) ? 'behind-colon' : 'remote-password',
    notify: 'restart',
    why: msg('engine.why.back'),
  };
}

/** A broker that was there before us runs again as it did; one that goes with its package is only stopped. */
function serviceAsFound(
  { records, layout, service }: Facts,
  purge: boolean,
  isGivenBack: boolean,
): { running: boolean; enabled: boolean | null } {
  const found = records?.found ?? null;
  // In a folder nothing ran before us, except what was adopted.
  if (layout.mode === 'local') return { running: isGivenBack && found?.running === true, enabled: null };
  if (purge) return { running: false, enabled: null };
  if (found?.installed === true) return { running: found.running, enabled: found.enabled };
  return { running: false, enabled: service.enabled === null ? null : false };
}

/** What `--purge` takes away beside our own files: data, logs, packages. There is no way back from it. */
export function purged(layout: Layout): Extract<Resource, { kind: 'gone' }> {
  const minute = 60_000;
  if (layout.mode === 'local') {
    const paths = [layout.data, layout.log.slice(0, layout.log.lastIndexOf('/')), `${layout.state}/cache`];
    return {
      kind: 'gone',
      id: 'data',
      subject: paths.join(' '),
      why: msg('engine.why.purgeLocal'),
      action: { type: 'exec', argv: ['rm', '-rf', '--', ...paths], timeoutMs: minute },
    };
  }
  return {
    kind: 'gone',
    id: 'packages',
    subject: 'mosquitto mosquitto-clients',
    why: msg('engine.why.purge'),
    action: {
      type: 'exec',
      argv: [
        'apt-get',
        '-q',
        '-y',
        '-o',
        'DPkg::Lock::Timeout=600',
        'purge',
        'mosquitto',
        'mosquitto-clients',
      ],
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: 15 * minute,
      locks: ['/var/lib/dpkg/lock-frontend', '/var/lib/dpkg/lock'],
    },
  };
}
