import type { ServiceRef } from '../host/types.ts';
import type { Layout } from './layout.ts';
import type { Distro } from './types.ts';

/** How the machine's own broker is kept running, by the init system found. */
export function systemService(init: 'systemd' | 'sysv' | 'none', distro: Distro, layout: Layout): ServiceRef {
  const argv = [distro.binary, '-c', layout.mainConf];
  const logFile = layout.log;
  if (init === 'systemd') return { init, unit: distro.unit, logFile };
  if (init === 'sysv')
    return { init, script: distro.script, argv, runtimeDir: distro.runtimeDir, owner: distro.user, logFile };
  return { init, argv, env: {}, user: distro.user, runtimeDir: distro.runtimeDir, ...ownFiles(layout) };
}

/** How a broker in a folder is kept running: by us, as whoever we are. `binary` may be one that does not exist yet. */
export function localService(binary: string, libraries: readonly string[], layout: Layout): ServiceRef {
  return {
    init: 'none',
    argv: [binary, '-c', layout.mainConf],
    env: libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(':') },
    user: null,
    runtimeDir: null,
    ...ownFiles(layout),
  };
}

function ownFiles(layout: Layout): { pidFile: string; stderrFile: string; logFile: string } {
  return {
    pidFile: `${layout.state}/broker.pid`,
    stderrFile: `${layout.state}/broker.stderr`,
    logFile: layout.log,
  };
}
