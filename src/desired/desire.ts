import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import type { Action } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { confChangeEffect } from '../mosquitto/options.ts';
import { probeAccount } from '../spec/probe.ts';
import { accountRules } from '../spec/roles.ts';
import type { Account, Listener, Spec } from '../spec/types.ts';
import type { ConfModel } from './model.ts';
import { printProbe, probeSection } from './probe.ts';
import { renderAcl, renderConf, renderPasswd } from './render.ts';

/** All that the owner wants, with the texts of the two files that say it. */
export interface Wanted {
  spec: Spec;
  specText: string;
  /** False where the owner keeps the spec elsewhere (`--spec`): then it is read, never written. */
  writeSpec: boolean;
  accounts: readonly Account[];
  accountsText: string;
  /** Hash by account name, the probe account's among them. */
  hashes: ReadonlyMap<string, string>;
  probePassword: string;
  /** How the spec is named in the files made from it. */
  specShown: string;
  applyCommand: string;
  /** What fetches a broker for a folder where the machine has none. */
  unpack: Action[];
}

/** The whole wanted state of the machine, in the order in which it has to come about. */
export function desire(wanted: Wanted, facts: Facts): Resource[] {
  return facts.layout.mode === 'system' ? systemResources(wanted, facts) : localResources(wanted, facts);
}

function systemResources(wanted: Wanted, facts: Facts): Resource[] {
  const { layout } = facts;
  const root = { owner: 'root', group: 'root' };
  return [
    { kind: 'packages', id: 'packages', names: ['mosquitto', 'mosquitto-clients'] },
    {
      kind: 'directory',
      id: 'directory.state',
      path: layout.state,
      ...root,
      mode: 0o700,
      why: msg('engine.why.state'),
    },
    {
      kind: 'directory',
      id: 'directory.spec',
      path: '/etc/mqtt-setup',
      ...root,
      mode: 0o755,
      why: msg('engine.why.specFolder'),
    },
    ...ownFiles(wanted, facts, root, { owner: 'mosquitto', group: 'mosquitto' }),
    service(facts, facts.init.kind === 'none' ? null : true),
  ];
}

function localResources(wanted: Wanted, facts: Facts): Resource[] {
  const { layout } = facts;
  const us = { owner: null, group: null };
  const dir = layout.dir ?? layout.state;
  // A folder that was there before us keeps the mode that its owner gave it.
  const ours = facts.files[dir]?.kind === 'missing' || facts.records?.folders.includes(dir) === true;
  const folders: [string, string][] = [
    ...(ours ? [['directory.local', dir] as [string, string]] : []),
    ['directory.state', layout.state],
    ['directory.data', layout.data],
    ['directory.log', layout.log.slice(0, layout.log.lastIndexOf('/'))],
  ];
  return [
    ...folders.map(
      ([id, path]) =>
        ({ kind: 'directory', id, path, ...us, mode: 0o700, why: msg('engine.why.localFolder') }) as const,
    ),
    { kind: 'unpacked', id: 'packages', cache: layout.cache ?? layout.state, actions: wanted.unpack },
    ...ownFiles(wanted, facts, us, us),
    service(facts, null),
  ];
}

interface Owner {
  owner: string | null;
  group: string | null;
}

function ownFiles(wanted: Wanted, facts: Facts, us: Owner, broker: Owner): Resource[] {
  const { layout } = facts;
  const local = layout.mode === 'local';
  const shared = local ? 0o600 : 0o644;
  const conf = renderConf(confOf(wanted, facts));
  const found = facts.files[layout.conf]?.content;
  const file = { kind: 'file', secret: false, notify: null } as const;
  const files: Resource[] = [
    {
      ...file,
      id: 'file.accounts',
      path: layout.accounts,
      content: wanted.accountsText,
      ...us,
      mode: 0o600,
      why: msg('engine.why.accounts'),
    },
    {
      ...file,
      id: 'file.probe',
      path: layout.probe,
      content: printProbe(wanted.probePassword),
      ...us,
      mode: 0o600,
      secret: true,
      why: msg('engine.why.probe'),
    },
    {
      ...file,
      id: 'file.passwd',
      path: layout.passwd,
      content: renderPasswd({ entries: entries(wanted) }),
      ...broker,
      mode: 0o600,
      secret: true,
      notify: 'reload',
      why: msg('engine.why.passwd'),
    },
    {
      ...file,
      id: 'file.acl',
      path: layout.acl,
      content: renderAcl({ accountsFile: layout.accounts, sections: sections(wanted) }),
      ...broker,
      mode: 0o600,
      notify: 'reload',
      why: msg('engine.why.acl'),
    },
    {
      ...file,
      id: 'file.conf',
      path: layout.conf,
      content: conf,
      ...us,
      mode: shared,
      notify: typeof found === 'string' ? confChangeEffect(found, conf) : 'restart',
      why: local ? msg('engine.why.confLocal') : msg('engine.why.conf'),
    },
  ];
  if (!wanted.writeSpec) return files;
  return [
    {
      ...file,
      id: 'file.spec',
      path: layout.spec,
      content: wanted.specText,
      ...us,
      mode: shared,
      why: msg('engine.why.spec'),
    },
    ...files,
  ];
}

function confOf(wanted: Wanted, facts: Facts): ConfModel {
  const { layout } = facts;
  return {
    specFile: wanted.specShown,
    applyCommand: wanted.applyCommand,
    standalone:
      layout.mode === 'system'
        ? null
        : { user: facts.user.uid === 0 ? facts.user.name : null, data: layout.data, log: layout.log },
    passwd: layout.passwd,
    acl: layout.acl,
    pidFile: layout.pid,
    listeners: wanted.spec.listeners.flatMap((listener) =>
      addressesOf(listener, facts).map((address) => ({ name: listener.name, port: listener.port, address })),
    ),
  };
}

/**
 * The addresses of a listener, one line each. "All" is a line without an address: the broker then opens both families
 * and does without IPv6 where the kernel has none, which `::` would not.
 */
function addressesOf(listener: Listener, facts: Facts): (string | null)[] {
  if (listener.bind === 'all') return [null];
  if (listener.bind === 'loopback') return facts.network.ipv6Loopback ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  return listener.bind;
}

function entries({ accounts, hashes }: Wanted): { name: string; hash: string }[] {
  return [probeAccount, ...accounts.map((account) => account.name)].map((name) => {
    const hash = hashes.get(name);
    if (hash === undefined) throw new Error(`no hash for ${name}`);
    return { name, hash };
  });
}

function sections({ accounts }: Wanted) {
  return [probeSection, ...accounts.map((account) => ({ name: account.name, rules: accountRules(account) }))];
}

function service(facts: Facts, enabled: boolean | null): Resource {
  return { kind: 'service', id: 'service', service: facts.service.ref, running: true, enabled };
}
