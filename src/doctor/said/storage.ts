import type { Mend } from '../mends/types.ts';
import type { Patient } from '../patient.ts';
import type { Said } from '../types.ts';
import type { SaidFamily } from './family.ts';

/** The database: what cannot be read at the start, what cannot be written later. */
export const storage = {
  'database.plugin-too': {
    severity: 'critical',
    stage: 'start',
    says: [/^`persistence true` cannot be used with a persistence plugin\.$/],
    more: [/^Sqlite persistence: .*$/, /^Plugin returned \d+ when initialising\.$/],
  },
  'database.unreadable': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Unable to restore persistent database\. Unrecognised file format\.$/,
      /^Unsupported persistent database format version .*$/,
      /^Incompatible database configuration \(.*$/,
      /^(?:Success|Is a directory|Unspecified error)\.$/,
      /^.*\/[^/]*\.db is not a file\..*$/,
      /^Couldn't open database\.$/,
    ],
    more: [/^Restored \d+ .*$/, /^(?:Success|Is a directory)\.$/, /^Couldn't open database\.$/],
    mends: setAside,
  },
  'database.empty': {
    severity: 'low',
    stage: 'running',
    says: [/^Persistence file is empty\.$/],
  },
  'saving.no-space': {
    severity: 'critical',
    stage: 'running',
    says: [
      /^No space left on device\.$/,
      /^Error (?:during )?saving in-memory database.*(?:error |: )No space left on device\.?$/,
    ],
  },
  'saving.not-written': {
    severity: 'high',
    stage: 'running',
    says: [
      /^Error saving in-memory database, unable to (?:open|remove|replace)(?: stale tmp file)? (?<path>\S+?)(?: (?:for writing|by tmp file .*))?[.,]? error (?<reason>.*?)\.?$/,
      /^Error saving in-memory database, unable to (?:open|remove) (?<path>\S+?)(?: for writing)?\.$/,
    ],
    more: [/^(?:Permission denied|No such file or directory|Read-only file system|Is a directory)\.$/],
    rules: ['file.database-folder', 'file.no-database-folder'],
  },
} as const satisfies SaidFamily;

/** Nothing of it is lost, and the broker begins an empty one. */
function setAside(_: Said, patient: Patient | null): Mend[] {
  return patient?.database === null || patient === null ? [] : [{ kind: 'aside', path: patient.database }];
}
