import type { CheckReport } from '../checks/types.ts';
import { msg } from '../i18n/messages.ts';
import { commandOf } from './mends/command.ts';
import { mendsOfCheck } from './mends/of-checks.ts';
import type { Patient } from './patient.ts';
import type { Diagnosis } from './types.ts';

/** Checks of `verify` that failed, and whose cause has not been told yet. */
export function checksLeft(patient: Patient, causes: readonly Diagnosis[]): Diagnosis[] {
  const { facts, checks, manner } = patient;
  const told = new Set([
    'service.active',
    ...(causes.some(({ id }) => id === 'service.disabled') ? ['service.enabled'] : []),
  ]);
  return checks
    .filter(
      ({ id, status, group }) =>
        status === 'fail' && !told.has(id) && (facts.service.running || isOfFiles(group)),
    )
    .filter((check) => !isToldBy(check, causes))
    .map((check) => {
      const mends = mendsOfCheck(check, facts.layout.confDir, facts.layout.conf);
      const { id, severity, message, evidence = [], fix } = check;
      // Its own title says what should be.
      const title = msg('doctor.title.check');
      const commands = mends.map((mend) => commandOf(mend, manner));
      return { id, severity, title, message, evidence, place: null, fix: fix ?? null, commands, mends };
    });
}

/** What can be judged of a broker that does not run. */
function isOfFiles(group: CheckReport['group']): boolean {
  return group === 'files' || group === 'config' || group === 'resources' || group === 'service';
}

/** A check whose whole evidence is about files that a cause is about already. */
function isToldBy({ evidence = [] }: CheckReport, causes: readonly Diagnosis[]): boolean {
  const paths = causes.flatMap(({ place, message, mends }) => [
    ...(place === null ? [] : [place.file]),
    String(message.params?.['path'] ?? ''),
    ...mends.flatMap((mend) => ('path' in mend ? [mend.path] : [])),
  ]);
  return evidence.length > 0 && evidence.every((line) => paths.some((path) => line.startsWith(`${path}:`)));
}
