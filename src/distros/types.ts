/** What has to be known of a family of distributions before a broker can be put on one. Plain data. */
export interface Distro {
  family: 'debian';
  /** os-release IDs that belong here, by ID or by ID_LIKE. */
  ids: readonly string[];
  packages: {
    broker: string;
    clients: string;
    rotation: string;
    certificates: string;
    acme: string;
    trust: string;
  };
  /** systemd's unit, and the name that `service` and update-rc.d know. */
  unit: string;
  script: string;
  /** Absolute path of the broker's binary once the package is installed. */
  binary: string;
  /** Folder of mosquitto_pub and mosquitto_sub once installed. */
  clients: string;
  /** Needed by the broker before it starts (2.0.11 writes its pid there); gone after a reboot. */
  runtimeDir: string;
  /** The user the broker runs as. */
  user: string;
  /** Upstream version of mosquitto by codename. */
  versions: Readonly<Record<string, string>>;
  /** The same by VERSION_ID, for derivatives with codenames of their own. */
  codenames: Readonly<Record<string, string>>;
}
