import { anonymousRules } from '../access/rules.ts';
import type { Resource } from '../engine/types.ts';
import type { Facts } from '../facts/types.ts';
import { Hidden } from '../hidden.ts';
import type { Action } from '../host/types.ts';
import { msg } from '../i18n/messages.ts';
import { confChangeEffect } from '../mosquitto/options.ts';
import { parseVersion } from '../mosquitto/version.ts';
import { patternRules } from '../spec/rights.ts';
import { accountRules } from '../spec/roles.ts';
import { testIdentities } from '../spec/test-identities.ts';
import type { Account, Spec } from '../spec/types.ts';
import type { CertificateFile, CertificateWork } from '../tls/files.ts';
import { certificateResources } from './certificates.ts';
import { confSections } from './conf/sections.ts';
import { firewallRules } from './firewall.ts';
import { firstSteps } from './first-steps.ts';
import type { AclModel, ConfModel } from './model.ts';
import { loginNames, printProbe, probeSection } from './probe.ts';
import { renderAcl, renderConf, renderPasswd } from './render.ts';
import { unitResources } from './unit.ts';

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
  /** By the name of the bridge. */
  bridgePasswords: ReadonlyMap<string, string>;
  certificates: readonly CertificateFile[];
  /** What has to be made, or fetched, before the rest. */
  certificateWork: CertificateWork | null;
  /** What the adoption of somebody's broker brings along; null everywhere else. */
  adoption: { files: Resource[]; mainText: string | null } | null;
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
  const own = ownFiles(wanted, facts, root, { owner: 'mosquitto', group: 'mosquitto' });
  return [
    ...firstSteps(wanted),
    { kind: 'packages', id: 'packages', names: packageNames(wanted.spec) },
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
    ...(wanted.adoption?.files ?? []),
    ...certificateResources(wanted.certificates, facts),
    ...own,
    ...unitResources(wanted.spec, facts, confTexts(wanted, facts, own)),
    ...firewallRules(wanted.spec, facts),
    service(facts, facts.init.kind === 'none' ? null : true),
  ];
}

/** Every file of the broker's configuration as it will be. */
function confTexts(wanted: Wanted, { layout, files, included }: Facts, own: readonly Resource[]): string[] {
  const coming = [...own, ...(wanted.adoption?.files ?? [])].flatMap((one) =>
    one.kind === 'file' ? [[one.path, one.content] as const] : [],
  );
  const comes = new Map(coming);
  const read = [layout.mainConf, layout.conf, ...included.map((name) => `${layout.confDir}/${name}`)];
  return [...new Set(read)].flatMap((path) => {
    const text = comes.get(path) ?? files[path]?.content;
    return typeof text === 'string' ? [text] : [];
  });
}

/** logrotate is not needed by Debian's package of the broker, which brings a rule for it. */
function packageNames({ log, bridges }: Spec): string[] {
  const asksSystem = bridges.some(({ tls }) => tls !== null && tls.ca === null);
  return [
    'mosquitto',
    'mosquitto-clients',
    ...(log.rotate ? ['logrotate'] : []),
    ...(asksSystem ? ['ca-certificates'] : []),
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
    ...(wanted.adoption?.files ?? []),
    ...certificateResources(wanted.certificates, facts),
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
  const { version } = facts.mosquitto;
  const conf = renderConf(confOf(wanted, facts), version === null ? null : parseVersion(version));
  const found = facts.files[layout.conf]?.content;
  const file = { kind: 'file', secret: null, notify: null } as const;
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
      secret: 'behind-colon',
      why: msg('engine.why.probe'),
    },
    {
      ...file,
      id: 'file.passwd',
      path: layout.passwd,
      content: renderPasswd(entries(wanted), textAt(facts, layout.passwd)),
      ...broker,
      mode: 0o600,
      secret: 'behind-colon',
      notify: 'reload',
      why: msg('engine.why.passwd'),
    },
    {
      ...file,
      id: 'file.acl',
      path: layout.acl,
      content: renderAcl(aclOf(wanted, layout.accounts), textAt(facts, layout.acl)),
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
      ...(wanted.bridgePasswords.size > 0 && !local ? { group: broker.group, mode: 0o640 } : {}),
      secret: 'remote-password',
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

function textAt({ files }: Facts, path: string): string {
  const content = files[path]?.content ?? '';
  return content instanceof Hidden ? content.reveal() : content;
}

/** The lines of the configuration; where they come from is of no matter any more. */
function confOf(wanted: Wanted, facts: Facts): ConfModel {
  const sections = confSections(
    wanted.spec,
    facts,
    wanted.bridgePasswords,
    wanted.adoption?.mainText ?? undefined,
  );
  return {
    specFile: wanted.specShown,
    applyCommand: wanted.applyCommand,
    sections: sections.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ keyword, value }) => ({ keyword, value })),
    })),
  };
}

function entries({ spec, accounts, hashes }: Wanted): { name: string; hash: string }[] {
  return loginNames(spec, accounts).map((name) => {
    const hash = hashes.get(name);
    if (hash === undefined) throw new Error(`no hash for ${name}`);
    return { name, hash };
  });
}

function aclOf({ accounts, spec }: Wanted, accountsFile: string): AclModel {
  return {
    accountsFile,
    patterns: patternRules(spec.everyone),
    anonymous: anonymousRules(spec),
    sections: [
      probeSection(spec),
      ...testIdentities(spec, accounts).map(({ name, rules }) => ({ name, rules })),
      ...accounts.map((account) => ({ name: account.name, rules: accountRules(account, spec) })),
    ],
  };
}

function service(facts: Facts, enabled: boolean | null): Resource {
  return { kind: 'service', id: 'service', service: facts.service.ref, running: true, enabled };
}
