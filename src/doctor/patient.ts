import type { CheckReport } from '../checks/types.ts';
import type { Problem } from '../errors.ts';
import type { Facts, FileFact } from '../facts/types.ts';
import type { UnitFact } from '../facts/unit.ts';
import type { LogLine } from '../host/logs/line.ts';
import type { ConfTree, Finding } from '../lint/types.ts';
import type { EffectiveConf } from '../mosquitto/effective.ts';
import type { Version } from '../mosquitto/version.ts';
import type { Manner } from './mends/command.ts';

/** The machine and its broker as they were found: all that a diagnosis may rest on, as plain data. */
export interface Patient {
  facts: Facts;
  version: Version;
  /** The configuration that the broker reads, with all that it names. */
  tree: ConfTree;
  effective: EffectiveConf;
  /** What `check` says of it. */
  findings: readonly Finding[];
  /** What systemd knows of the unit; null where there is no systemd. */
  unit: UnitFact | null;
  /** What was said since the broker was last started, oldest first. */
  lines: readonly LogLine[];
  /** Checks of `verify` that were made: where a broker.yaml of ours says what should be. */
  checks: readonly CheckReport[];
  /** Why `verify` could not be asked, where it could not: what stands in its way is trouble of its own. */
  refusals: readonly Problem[];
  /** Files beside those of the facts: where the broker logs and keeps its database, /etc/hosts.deny. By path. */
  files: Readonly<Record<string, FileFact>>;
  /** Where the broker keeps its database; null where it keeps none, or the path is relative. */
  database: string | null;
  /** Log files that the configuration names. */
  logs: readonly string[];
  /** Bytes free in the folders of these. */
  free: Readonly<Record<string, number | null>>;
  /** Other brokers that run on this machine. */
  others: readonly { pid: number; argv: readonly string[] }[];
  /** The user that the broker runs as. */
  user: string;
  /** Is there a broker.yaml of ours that says what should be? */
  isDeclared: boolean;
  /** What could not be looked at, since we are not root: paths. */
  unseen: readonly string[];
  manner: Manner;
}
