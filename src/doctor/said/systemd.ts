import type { Mend } from '../mends/types.ts';
import { isOurs } from '../own-files.ts';
import type { Patient } from '../patient.ts';
import type { Said } from '../types.ts';
import type { SaidFamily } from './family.ts';

const exited = (status: string): RegExp =>
  new RegExp(`^\\S+\\.service: (?:Main|Control) process exited, code=exited, status=${status}$`);

/** What systemd says of a broker that it cannot start, or that ended (systemd.exec(5), "Process exit codes"). */
export const systemd = {
  'unit.exec': { severity: 'critical', stage: 'start', says: [exited('203/EXEC')], mends: executable },
  'unit.user': { severity: 'critical', stage: 'start', says: [exited('217/USER')], mends: dropInsAside },
  'unit.namespace': {
    severity: 'critical',
    stage: 'start',
    says: [exited('226/NAMESPACE')],
    before:
      /^\S+\.service: Failed to set up mount namespacing: (?:\/run\/systemd\/unit-root)?(?<path>\/\S*): .*$/,
    mends: dropInsAside,
  },
  'unit.chdir': { severity: 'critical', stage: 'start', says: [exited('200/CHDIR')], mends: dropInsAside },
  'unit.timeout': {
    severity: 'critical',
    stage: 'start',
    says: [/^\S+\.service: start operation timed out\. Terminating\.$/],
    mends: dropInsAside,
  },
  // SIGTERM is how systemd ends it itself.
  'unit.killed': {
    severity: 'critical',
    stage: 'start',
    says: [/^\S+\.service: Main process exited, code=(?:killed|dumped), status=(?<signal>(?!15\/)\d+\/\w+)$/],
  },
  'unit.start-limit': {
    severity: 'high',
    stage: 'start',
    says: [/^\S+\.service: Start request repeated too quickly\.$/],
  },
} as const satisfies SaidFamily;

/** Only files of this machine: the package's own unit is right. */
function dropInsAside(_: Said, patient: Patient | null): Mend[] {
  if (patient === null || patient.unit === null) return [];
  const { unit, facts } = patient;
  return [...unit.dropIns, unit.fragment]
    .filter((path) => path.startsWith('/etc/') && !isOurs(path, facts))
    .map((path) => ({ kind: 'aside', path, reload: true }));
}

/** The program is there, and may not be executed. */
function executable(_: Said, patient: Patient | null): Mend[] {
  const path = patient?.unit?.argv[0];
  return path === '/usr/sbin/mosquitto'
    ? [{ kind: 'mode', path, owner: 'root', group: 'root', mode: 0o755 }]
    : dropInsAside(_, patient);
}
