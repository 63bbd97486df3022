import type { Consequences } from '../../access/consequences.ts';
import type { Report } from '../../checks/types.ts';
import type { Secret } from '../../desired/hashes.ts';
import type { Bytes, Generation } from '../../engine/generations/format.ts';
import type { Outcome, Plan, Resource } from '../../engine/types.ts';
import type { Facts, FileFact } from '../../facts/types.ts';
import type { SpecFile } from '../../spec/load.ts';
import type { Account, Spec } from '../../spec/types.ts';
import type { Asked } from '../../tls/own.ts';
import type { Adoption } from './adoption.ts';
import type { Certificates } from './certificates.ts';
import type { BundlePlace, ClientBundle } from './client-bundle.ts';
import type { Declared } from './declared.ts';
import type { HandOver } from './hand-over.ts';
import type { Proof } from './prove.ts';

/** What a command makes of what is declared. */
export interface Decision {
  specText: string;
  accounts: Account[];
  /** Passwords known in this run, by account. */
  secrets: Map<string, Secret>;
  /** Stored hashes that come with accounts from elsewhere. */
  hashes?: ReadonlyMap<string, string>;
  /** Generated passwords that go into a file instead of onto the screen. */
  handOver?: HandOver;
  /** Where somebody's broker is taken over. */
  adoption?: Adoption;
  /** Passwords that this run made up are told to nobody: their owners come by certificate. */
  silent?: boolean;
  /** What is asked of our own CA. */
  tls?: Asked;
  /** Where the certificates go that are made for clients, by common name. */
  bundles?: ReadonlyMap<string, BundlePlace>;
}

export type Decide = (declared: Declared, facts: Facts) => Promise<Decision>;

export interface Converged {
  facts: Facts;
  spec: Spec;
  decision: Decision;
  plan: Plan;
  consequences: Consequences;
  /** Null where nothing was done: a dry run, or nothing to do. */
  outcome: Outcome | null;
  /** Null in a dry run. */
  report: Report | null;
  generation: number;
}

export interface ConvergeOptions {
  /** Only say what would be done. */
  dryRun: boolean;
  /** Go on without a question where none can be asked (the command itself is the consent). */
  consentImplied: boolean;
  proof: Proof;
  /** Ask the broker also where nothing had to be changed. */
  proveIdle: boolean;
  /** The command is about a broker that has been declared. */
  needsSpec: boolean;
  /** Where what is declared stands, if not on the machine: in a generation, or a backup. */
  ground?: (facts: Facts) => Ground;
  /** Does our CA come from there too, in the place of the machine's own? */
  bringsAuthority?: boolean;
  /** Generations that come along; those of this machine stay, where it has any. */
  generations?: readonly Generation[];
  /** Newer packages that come first. */
  upgrade?: Upgrade;
  /** A database that comes along, in the place of the broker's own; null for none. */
  store?: Bytes | null;
}

/** From which package version to which, and what the way back needs. */
export interface Upgrade {
  names: string[];
  from: string;
  to: string;
  /** Upstream's version of `to`. */
  version: string | null;
  debs: string[];
  store: string | null;
}

/** Files as they were elsewhere or at another time, from which the broker is to be made. */
export interface Ground {
  /** What is read instead of the machine's own: spec, accounts, stored hashes. */
  files: Record<string, FileFact>;
  /** What comes from there as it is. */
  resources: Resource[];
}

/** Everything up to the plan: nothing is changed. */
export interface Before {
  facts: Facts;
  declared: Declared;
  decision: Decision;
  spec: Spec;
  probePassword: string;
  resources: Resource[];
  /** What stands for certificates that are still to be made. */
  certificates: Certificates;
  specFile: SpecFile;
  /** Made for clients, and still only here. */
  bundles?: readonly ClientBundle[];
  plan: Plan;
  consequences: Consequences;
}
