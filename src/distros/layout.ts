/** Where things are: one for the machine's broker, one for a broker in a folder (`--local DIR`). */
export interface Layout {
  mode: 'system' | 'local';
  /** The folder of a local broker; null for the machine's. */
  dir: string | null;
  spec: string;
  accounts: string;
  /** The configuration file that is ours. */
  conf: string;
  /** The file the broker is started with: Debian's conffile, or `conf` itself in a folder. */
  mainConf: string;
  /** Debian's include folder; null in a folder of one's own. */
  confDir: string | null;
  passwd: string;
  acl: string;
  /** The password of the probe account, for root (or the owner of a local broker) alone. */
  probe: string;
  /** Folder of our own CA: its key is in it. */
  ca: string;
  /** Folder of the certificates and keys that the broker reads. */
  certs: string;
  /** Lock, journal, records: 0700. */
  state: string;
  /** Data, log and pid of a local broker; the package's own on the machine. */
  data: string;
  log: string;
  /** Written by the broker itself (pid_file); null where the broker writes none. */
  pid: string | null;
  /** What is added to the broker's unit; null where there is none. */
  guard: Guard | null;
  /** Downloaded packages of a local broker; null on the machine. */
  cache: string | null;
}

/** Files of the reload guard and of the sandbox, under systemd. */
export interface Guard {
  /** systemd's folder for what is added to the broker's unit. */
  dropInFolder: string;
  dropIn: string;
  script: string;
  recoverUnit: string;
  recoverScript: string;
  sandbox: string;
  /** What keeps the ports open where nftables is used by hand. */
  wallFolder: string;
  wall: string;
  wallScript: string;
  renewScript: string;
  renewUnit: string;
  renewTimer: string;
  renewLook: string;
  renewLookTimer: string;
}

export const systemLayout: Layout = {
  mode: 'system',
  dir: null,
  spec: '/etc/mqtt-setup/broker.yaml',
  accounts: '/etc/mqtt-setup/accounts.jsonl',
  conf: '/etc/mosquitto/conf.d/mqtt-setup.conf',
  mainConf: '/etc/mosquitto/mosquitto.conf',
  confDir: '/etc/mosquitto/conf.d',
  passwd: '/etc/mosquitto/mqtt-setup.passwd',
  acl: '/etc/mosquitto/mqtt-setup.acl',
  probe: '/var/lib/mqtt-setup/probe',
  ca: '/var/lib/mqtt-setup/ca',
  certs: '/etc/mosquitto/certs',
  state: '/var/lib/mqtt-setup',
  data: '/var/lib/mosquitto',
  log: '/var/log/mosquitto/mosquitto.log',
  pid: null,
  guard: {
    dropInFolder: '/etc/systemd/system/mosquitto.service.d',
    dropIn: '/etc/systemd/system/mosquitto.service.d/mqtt-setup-guard.conf',
    script: '/etc/mqtt-setup/reload-guard',
    recoverUnit: '/etc/systemd/system/mqtt-setup-recover.service',
    recoverScript: '/etc/mqtt-setup/recover',
    sandbox: '/etc/systemd/system/mosquitto.service.d/00-mqtt-setup-sandbox.conf',
    wallFolder: '/etc/systemd/system/nftables.service.d',
    wall: '/etc/systemd/system/nftables.service.d/mqtt-setup.conf',
    wallScript: '/etc/mqtt-setup/firewall',
    renewScript: '/etc/mqtt-setup/renew',
    renewUnit: '/etc/systemd/system/mqtt-setup-renew.service',
    renewTimer: '/etc/systemd/system/mqtt-setup-renew.timer',
    renewLook: '/etc/systemd/system/mqtt-setup-renew-look.service',
    renewLookTimer: '/etc/systemd/system/mqtt-setup-renew-look.timer',
  },
  cache: null,
};

/** `dir` is absolute and already free of line breaks; `cache` is where downloaded packages may be kept. */
export function localLayout(dir: string, cache?: string): Layout {
  const state = `${dir}/.mqtt-setup`;
  return {
    mode: 'local',
    dir,
    spec: `${dir}/broker.yaml`,
    accounts: `${dir}/accounts.jsonl`,
    conf: `${dir}/mosquitto.conf`,
    mainConf: `${dir}/mosquitto.conf`,
    confDir: null,
    passwd: `${dir}/passwd`,
    acl: `${dir}/acl`,
    probe: `${state}/probe`,
    ca: `${dir}/ca`,
    certs: `${dir}/certs`,
    state,
    data: `${dir}/data`,
    log: `${dir}/log/mosquitto.log`,
    pid: null,
    guard: null,
    cache: cache ?? `${state}/cache`,
  };
}
