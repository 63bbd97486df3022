import type { HostReader } from '../host/types.ts';
import { readText } from './process.ts';
import type { InitFact } from './types.ts';

const policy = '/usr/sbin/policy-rc.d';

/** What was seen of the machine's first process. */
interface InitSeen {
  /** /proc/1/comm. */
  comm: string;
  systemdFolder: boolean;
  /** /etc/inittab or /run/initctl: sysvinit's own. */
  sysvFiles: boolean;
  serviceProgram: boolean;
  policyCode: number | null;
}

/**
 * systemd only where it is running (sd_booted(3)) as the first process: a container may have the folder of its host.
 * sysv only where sysvinit is the first process: most containers have `service` and nothing that starts it at boot.
 * policy-rc.d binds package scripts alone, so a running systemd stays one; elsewhere it says that this is not a
 * machine that keeps services, and the broker is started directly.
 */
export function parseInit(seen: InitSeen): InitFact {
  const startForbidden = seen.policyCode === 101;
  if (seen.systemdFolder && seen.comm === 'systemd') return { kind: 'systemd', startForbidden };
  const sysv = seen.comm === 'init' && seen.sysvFiles && seen.serviceProgram;
  return { kind: sysv && !startForbidden ? 'sysv' : 'none', startForbidden };
}

/** Asks policy-rc.d, where there is one, what invoke-rc.d would ask it when a package starts its service. */
export async function gatherInit(host: HostReader): Promise<InitFact> {
  const [comm, folder, inittab, initctl, service, policyFile] = await Promise.all([
    readText(host, '/proc/1/comm'),
    host.stat('/run/systemd/system'),
    host.stat('/etc/inittab'),
    host.stat('/run/initctl'),
    host.stat('/usr/sbin/service'),
    host.stat(policy),
  ]);
  const executable =
    policyFile !== null && policyFile.kind !== 'directory' && (policyFile.mode & 0o111) !== 0;
  const policyCode = executable ? (await host.query([policy, 'mosquitto', 'start', '2'])).code : null;
  return parseInit({
    comm: (comm ?? '').trim(),
    systemdFolder: folder !== null,
    sysvFiles: inittab !== null || initctl !== null,
    serviceProgram: service !== null,
    policyCode,
  });
}
