import { createHash } from 'node:crypto';
import { systemLayout } from '../../src/distros/layout.ts';
import type { Facts, FileFact } from '../../src/facts/types.ts';

export const serverStartedMs = Date.UTC(2026, 0, 2);

/** A file as an install leaves it. */
export function fileFact(content: string, more: Partial<FileFact> = {}): FileFact {
  return {
    kind: 'file',
    mode: 0o644,
    owner: 'root',
    group: 'root',
    size: content.length,
    mtimeMs: serverStartedMs - 60_000,
    ctimeMs: serverStartedMs - 60_000,
    sha256: sha256(content),
    content,
    ...more,
  };
}

export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

export const missingFile: FileFact = {
  kind: 'missing',
  mode: 0,
  owner: '',
  group: '',
  size: 0,
  mtimeMs: 0,
  ctimeMs: 0,
  sha256: null,
  content: null,
};

const broker = { owner: 'mosquitto', group: 'mosquitto', mode: 0o600 };
const mainConf = 'persistence true\ninclude_dir /etc/mosquitto/conf.d\n';
const ourConf = `allow_anonymous false
password_file ${systemLayout.passwd}
acl_file ${systemLayout.acl}
set_tcp_nodelay true
listener 1883
`;

/** A Debian 12 server with a healthy broker on 1883, all interfaces; each test changes what it is about. */
export function healthyFacts(more: Partial<Facts> = {}): Facts {
  const { conf, passwd, acl, spec, accounts, probe, state } = systemLayout;
  const files = {
    [systemLayout.mainConf]: fileFact(mainConf),
    [conf]: fileFact(ourConf),
    [passwd]: fileFact('x', broker),
    [acl]: fileFact('y', broker),
    [spec]: fileFact('z'),
    [accounts]: fileFact('{}', { mode: 0o600 }),
    [probe]: fileFact('p', { mode: 0o600 }),
    [state]: fileFact('', { kind: 'directory', mode: 0o700, sha256: null, content: null }),
  };
  return {
    schemaVersion: 1,
    layout: systemLayout,
    platform: {
      os: 'linux',
      arch: 'x64',
      distro: { id: 'debian', like: [], versionId: '12', codename: 'bookworm', name: 'Debian 12' },
      family: 'debian',
      apt: true,
    },
    user: { uid: 0, name: 'root' },
    init: { kind: 'systemd', startForbidden: false },
    packages: null,
    mosquitto: {
      version: '2.0.11',
      source: 'installed',
      binary: '/usr/sbin/mosquitto',
      libraries: [],
      clients: '/usr/bin',
      plugins: '/usr/lib/x86_64-linux-gnu/mosquitto',
    },
    network: {
      ipv6Loopback: true,
      ipv6: true,
      addresses: [
        { interface: 'lo', address: '127.0.0.1', family: 4, internal: true },
        { interface: 'lo', address: '::1', family: 6, internal: true },
        { interface: 'eth0', address: 'fe80::1', family: 6, internal: false },
        { interface: 'eth0', address: '192.0.2.7', family: 4, internal: false },
      ],
      unix: [],
      listening: [
        { address: '0.0.0.0', port: 22, pid: 1, process: 'sshd' },
        { address: '0.0.0.0', port: 1883, pid: 500, process: 'mosquitto' },
        { address: '::', port: 1883, pid: 500, process: 'mosquitto' },
      ],
    },
    files,
    included: ['mqtt-setup.conf'],
    service: {
      ref: { init: 'systemd', unit: 'mosquitto.service' },
      exists: true,
      running: true,
      enabled: true,
      masked: false,
      state: 'active',
      pid: 500,
      started: 'boot:100',
      startedMs: serverStartedMs,
      restarts: 0,
    },
    free: {},
    records: {
      written: { [conf]: sha256(ourConf), [passwd]: sha256('x'), [acl]: sha256('y') },
      authored: { [conf]: sha256(ourConf), [passwd]: sha256('x'), [acl]: sha256('y') },
      folders: [],
      loaded: {
        started: 'boot:100',
        files: {
          [systemLayout.mainConf]: sha256(mainConf),
          [conf]: sha256(ourConf),
          [passwd]: sha256('x'),
          [acl]: sha256('y'),
        },
      },
      found: null,
      generation: 1,
    },
    ...more,
  };
}

/** The same with one more file in conf.d. */
export function withConfFile(facts: Facts, name: string, content: string, before = false): Facts {
  const path = `${facts.layout.confDir ?? ''}/${name}`;
  return {
    ...facts,
    files: { ...facts.files, [path]: fileFact(content) },
    included: before ? [name, ...facts.included] : [...facts.included, name],
  };
}

/** The same with one file seen otherwise. */
export function withFile(facts: Facts, path: string, change: Partial<FileFact>): Facts {
  const before = facts.files[path] ?? fileFact('');
  return { ...facts, files: { ...facts.files, [path]: { ...before, ...change } } };
}
