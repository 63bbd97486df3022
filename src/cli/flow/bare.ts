import { assumedDistro, distroOf } from '../../distros/index.ts';
import { systemService } from '../../distros/service.ts';
import { missingFile } from '../../facts/files.ts';
import type { Facts } from '../../facts/types.ts';

/** The same machine as it was before anybody thought of a broker: systemd, no package, no file, no record. */
export function asBare(facts: Facts): Facts {
  const { layout, platform, mosquitto, packages } = facts;
  const distro = distroOf(platform.distro) ?? assumedDistro;
  const { firewall: _, recordsProblem: __, ...rest } = facts;
  return {
    ...rest,
    init: { kind: 'systemd', startForbidden: false },
    packages:
      packages === null
        ? null
        : {
            ...packages,
            installed: Object.fromEntries(Object.keys(packages.installed).map((name) => [name, null])),
          },
    mosquitto: {
      ...mosquitto,
      source: mosquitto.source === 'installed' ? 'candidate' : mosquitto.source,
      binary: null,
      clients: null,
    },
    files: Object.fromEntries(Object.keys(facts.files).map((path) => [path, missingFile])),
    included: [],
    service: {
      ref: systemService('systemd', distro, layout),
      exists: false,
      running: false,
      enabled: false,
      masked: false,
      state: 'inactive',
      pid: null,
      started: null,
      startedMs: null,
      restarts: null,
    },
    records: null,
  };
}
