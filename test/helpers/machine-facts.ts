import { assumedDistro } from '../../src/distros/index.ts';
import { localLayout, systemLayout } from '../../src/distros/layout.ts';
import { localService, systemService } from '../../src/distros/service.ts';
import type { Facts, FileFact } from '../../src/facts/types.ts';

export const missing: FileFact = {
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

export function folder(mode = 0o755, owner = 'root', group = owner): FileFact {
  return { ...missing, kind: 'directory', mode, owner, group };
}

export function file(content: string, sha256 = 'as-found', mode = 0o644): FileFact {
  return {
    ...missing,
    kind: 'file',
    mode,
    owner: 'root',
    group: 'root',
    size: content.length,
    sha256,
    content,
  };
}

export const stockConf = [
  '# Place your local configuration in /etc/mosquitto/conf.d/',
  'pid_file /run/mosquitto/mosquitto.pid',
  'persistence true',
  'persistence_location /var/lib/mosquitto/',
  'log_dest file /var/log/mosquitto/mosquitto.log',
  'include_dir /etc/mosquitto/conf.d',
  '',
].join('\n');

/** A Debian 12 under systemd, with the package as it comes and nothing of ours. */
export function debianFacts(change: Partial<Facts> = {}): Facts {
  const layout = systemLayout;
  return {
    schemaVersion: 1,
    layout,
    platform: {
      os: 'linux',
      arch: 'x64',
      distro: {
        id: 'debian',
        like: [],
        versionId: '12',
        codename: 'bookworm',
        name: 'Debian GNU/Linux 12 (bookworm)',
      },
      family: 'debian',
      apt: true,
    },
    user: { uid: 0, name: 'root' },
    init: { kind: 'systemd', startForbidden: false },
    packages: {
      installed: { mosquitto: '2.0.11-1.2+deb12u2', 'mosquitto-clients': '2.0.11-1.2+deb12u2' },
      candidate: { mosquitto: null, 'mosquitto-clients': null },
      conffiles: {},
      audit: '',
      interrupted: false,
      lock: null,
    },
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
        { interface: 'eth0', address: '192.0.2.2', family: 4, internal: false },
      ],
      unix: [],
      listening: [{ address: '127.0.0.1', port: 1883, pid: 700, process: 'mosquitto' }],
    },
    files: {
      '/': folder(),
      '/etc': folder(),
      '/etc/mosquitto': folder(),
      '/etc/mosquitto/conf.d': folder(),
      '/etc/mqtt-setup': missing,
      '/var': folder(),
      '/var/lib': folder(),
      '/var/lib/mqtt-setup': missing,
      [layout.spec]: missing,
      [layout.accounts]: missing,
      [layout.conf]: missing,
      [layout.mainConf]: file(stockConf),
      [layout.passwd]: missing,
      [layout.acl]: missing,
      [layout.probe]: missing,
      [`${layout.state}/records.json`]: missing,
    },
    included: [],
    service: {
      ref: systemService('systemd', assumedDistro, layout),
      exists: true,
      running: true,
      enabled: true,
      masked: false,
      state: 'active',
      pid: 700,
      started: 'boot:1',
      startedMs: 1,
      restarts: 0,
    },
    free: { '/etc': 2 ** 33 },
    records: null,
    ...change,
  };
}

/** An ordinary user's broker in /home/alice/.broker, not made yet, on the same machine without the package. */
export function localFacts(change: Partial<Facts> = {}): Facts {
  const layout = localLayout('/home/alice/.broker');
  const base = debianFacts();
  return {
    ...base,
    layout,
    user: { uid: 1000, name: 'alice' },
    init: { kind: 'none', startForbidden: false },
    packages: null,
    mosquitto: {
      version: null,
      source: 'unknown',
      binary: null,
      libraries: [],
      clients: null,
      plugins: '/usr/lib/x86_64-linux-gnu/mosquitto',
    },
    network: { ...base.network, listening: [] },
    files: {
      '/': folder(),
      '/home': folder(),
      '/home/alice': folder(0o755, 'alice'),
      ...Object.fromEntries(
        [
          layout.dir ?? '',
          layout.spec,
          layout.accounts,
          layout.conf,
          layout.passwd,
          layout.acl,
          layout.state,
        ].map((path) => [path, missing]),
      ),
    },
    service: {
      ...base.service,
      ref: localService(`${layout.cache}/root/usr/sbin/mosquitto`, [], layout),
      exists: false,
      running: false,
      enabled: null,
      state: 'stopped',
      pid: null,
      started: null,
      startedMs: null,
      restarts: null,
    },
    ...change,
  };
}
