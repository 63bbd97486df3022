import type { Distro } from './types.ts';

/** Debian, Ubuntu and what is made of them. Versions as measured in each release's packages. */
export const debian: Distro = {
  family: 'debian',
  ids: ['debian', 'ubuntu', 'raspbian', 'devuan'],
  packages: {
    broker: 'mosquitto',
    clients: 'mosquitto-clients',
    rotation: 'logrotate',
    certificates: 'openssl',
    acme: 'certbot',
    trust: 'ca-certificates',
  },
  unit: 'mosquitto.service',
  script: 'mosquitto',
  binary: '/usr/sbin/mosquitto',
  clients: '/usr/bin',
  runtimeDir: '/run/mosquitto',
  user: 'mosquitto',
  versions: {
    bullseye: '2.0.11',
    bookworm: '2.0.11',
    trixie: '2.0.21',
    forky: '2.1.2',
    jammy: '2.0.11',
    noble: '2.0.18',
  },
  codenames: {
    'debian 11': 'bullseye',
    'debian 12': 'bookworm',
    'debian 13': 'trixie',
    'debian 14': 'forky',
    'raspbian 11': 'bullseye',
    'raspbian 12': 'bookworm',
    'raspbian 13': 'trixie',
    'ubuntu 22.04': 'jammy',
    'ubuntu 24.04': 'noble',
  },
};
