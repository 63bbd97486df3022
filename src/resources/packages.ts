import type { Resource, Step } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import type { Action } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { type Comparison, kept } from './comparison.ts';

const minute = 60_000;

/** apt and dpkg say nothing and wait for nobody unless they are told to. */
const aptEnv = { DEBIAN_FRONTEND: 'noninteractive', APT_LISTCHANGES_FRONTEND: 'none', NEEDRESTART_MODE: 'l' };
const dpkgLocks = ['/var/lib/dpkg/lock-frontend', '/var/lib/dpkg/lock', '/var/cache/apt/archives/lock'];
const listsLock = '/var/lib/apt/lists/lock';

/** Debian packages that are installed, whatever their version. Nothing is upgraded in passing. */
export function comparePackages(wanted: Extract<Resource, { kind: 'packages' }>, facts: Facts): Comparison {
  const installed = facts.packages?.installed ?? {};
  const missing = wanted.names.filter((name) => (installed[name] ?? null) === null);
  // A broken package database is mended once, with the broker's packages.
  const steps: Step[] = facts.packages?.interrupted === true && wanted.early === undefined ? [repair()] : [];
  if (missing.length === 0) {
    const versions = wanted.names.map((name) => `${name} ${installed[name]}`).join(', ');
    return { steps, kept: kept(wanted.id, msg('engine.same.packages', { versions })).kept };
  }
  const { early } = wanted;
  if (early === undefined)
    return { steps: [...steps, update(), install(wanted.id, missing, facts)], kept: [] };
  const tool = {
    ...install(wanted.id, missing, facts),
    why: early,
    undo: [],
    actions: [aptInstall(missing)],
  };
  return { steps: [...steps, update(), tool].map((step) => ({ ...step, early: true })), kept: [] };
}

function repair(): Step {
  const action: Action = {
    type: 'exec',
    argv: ['dpkg', '--force-confdef', '--force-confold', '--configure', '-a'],
    env: aptEnv,
    timeoutMs: 15 * minute,
    locks: dpkgLocks,
  };
  return {
    ...packageStep('packages.repair', 'configure', 'dpkg'),
    why: msg('engine.why.repair'),
    actions: [action],
  };
}

/** Fetches the lists of what is offered. */
export const aptUpdate: Action = {
  type: 'exec',
  // Without Error-Mode=any a mirror that cannot be reached is a warning, exit code 0 and stale lists.
  argv: ['apt-get', '-q', '-o', 'APT::Update::Error-Mode=any', 'update'],
  env: aptEnv,
  timeoutMs: 10 * minute,
  locks: [listsLock, ...dpkgLocks],
  network: true,
};

/** The step that fetches them. */
export const listsId = 'packages.update';

function update(): Step {
  return {
    ...packageStep(listsId, 'configure', 'apt-get update'),
    why: msg('engine.why.aptUpdate'),
    actions: [aptUpdate],
  };
}

/** apt-get install, which asks nothing, keeps edited conffiles and removes nothing. `words`: options and packages. */
export function aptInstall(words: readonly string[]): Action {
  return {
    type: 'exec',
    argv: [
      'apt-get',
      '-q',
      '-y',
      '-o',
      'DPkg::Lock::Timeout=600',
      '-o',
      'Dpkg::Options::=--force-confdef',
      '-o',
      'Dpkg::Options::=--force-confold',
      // With -y alone apt would also remove whatever stands in the way.
      '--no-remove',
      'install',
      ...words,
    ],
    env: aptEnv,
    timeoutMs: 30 * minute,
    locks: dpkgLocks,
  };
}

function install(id: string, names: string[], facts: Facts): Step {
  const { ref, running, enabled } = facts.service;
  return {
    ...packageStep(id, 'install', names.join(' ')),
    why: msg('engine.why.install'),
    actions: [...runtimeDirectory(facts), aptInstall(names)],
    // Debian starts a broker that it installs; where this run fails, that one is as it was before, too.
    undo: [{ type: 'service', service: ref, running, enabled }],
  };
}

/**
 * Debian's init script, which the package runs as it is configured, writes its pid file into a folder that only systemd
 * makes: without it the installation itself fails.
 */
function runtimeDirectory({ service: { ref } }: Facts): Action[] {
  if (ref.init !== 'sysv' || ref.runtimeDir === null) return [];
  return [{ type: 'mkdir', path: ref.runtimeDir, owner: 'root', group: 'root', mode: 0o755 }];
}

function packageStep(id: string, verb: Step['verb'], subject: string): Omit<Step, 'why' | 'actions'> {
  return { id, kind: 'packages', verb, subject, before: null, after: null, undo: [], notify: null };
}

/** A broker that is found or unpacked in a folder of one's own. */
export function compareUnpacked(wanted: Extract<Resource, { kind: 'unpacked' }>, facts: Facts): Comparison {
  const { binary, clients, version } = facts.mosquitto;
  if (binary !== null && clients !== null) {
    return kept(wanted.id, msg('engine.same.unpacked', { binary, version: version ?? '?' }));
  }
  return {
    steps: [
      {
        id: wanted.id,
        kind: wanted.kind,
        verb: 'install',
        subject: `mosquitto mosquitto-clients (${wanted.cache})`,
        why: msg('engine.why.unpack'),
        before: null,
        after: null,
        actions: wanted.actions,
        undo: [],
        notify: 'restart',
      },
    ],
    kept: [],
  };
}
