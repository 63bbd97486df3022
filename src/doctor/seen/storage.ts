import type { FileFact } from '../../facts/types.ts';
import { msg } from '../../i18n/messages.ts';
import type { Patient } from '../patient.ts';
import type { Seen } from '../types.ts';
import type { SeenFamily } from './family.ts';

/** Below this nothing can be written any more. */
const nothingFree = 64 * 1024;

/** Where the broker writes: its database and its log. */
export const storage = {
  'space.full': {
    severity: 'critical',
    *look({ free }) {
      for (const [folder, bytes] of Object.entries(free)) {
        if (bytes === null || bytes >= nothingFree) continue;
        yield {
          message: msg('doctor.space.full.cause', { folder }),
          evidence: [`${folder}: ${bytes} bytes free`],
          fix: msg('doctor.space.full.fix'),
          commands: [`df -h ${folder}`, `du -xhd1 ${folder} | sort -h`],
        };
      }
    },
  },
  // An unreadable database is taken for an empty one, and overwritten later (measured on 2.0.11 to 2.1.2).
  'database.closed': {
    severity: 'high',
    *look(patient) {
      const { database, user } = patient;
      if (database !== null)
        yield* closed(patient, database, (path) => msg('doctor.database.closed.cause', { path, user }));
    },
  },
  'log.closed': {
    severity: 'medium',
    *look(patient) {
      const { logs, user } = patient;
      for (const log of logs)
        yield* closed(patient, log, (path) => msg('doctor.log.closed.cause', { path, user }));
    },
  },
} as const satisfies SeenFamily;

/** A file that is there, and that the broker cannot read and write. */
function* closed(
  { files, user, tree }: Patient,
  path: string,
  tell: (path: string) => Seen['message'],
): Generator<Seen> {
  const fact = files[path];
  if (fact === undefined || (fact.kind !== 'file' && fact.kind !== 'unreadable') || tree.broker === null)
    return;
  if (user === 'root' || mayWrite(fact, user)) return;
  yield {
    message: tell(path),
    evidence: [`${path}: ${fact.owner}:${fact.group} ${fact.mode.toString(8).padStart(4, '0')}`],
    fix: msg('doctor.closed.fix'),
    mends: [{ kind: 'mode', path, owner: user, group: user, mode: 0o600 }],
  };
}

function mayWrite({ owner, group, mode }: FileFact, user: string): boolean {
  if (owner === user) return (mode & 0o600) === 0o600;
  return group === user ? (mode & 0o060) === 0o060 : (mode & 0o006) === 0o006;
}
