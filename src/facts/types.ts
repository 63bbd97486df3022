import type { Layout } from '../distros/layout.ts';
import type { Hidden } from '../hidden.ts';
import type { FileKind, ServiceRef } from '../host/types.ts';

/** What the machine is, as plain JSON (file contents that hold secrets print as hidden). Nothing here is an opinion. */
export interface Facts {
  schemaVersion: 1;
  layout: Layout;
  platform: PlatformFact;
  user: { uid: number; name: string };
  init: InitFact;
  /** Null where there is no dpkg, or where packages do not matter (a local broker that is already provided). */
  packages: PackagesFact | null;
  mosquitto: MosquittoFact;
  network: NetworkFact;
  /** Every file we would write and every one the broker reads, by path; a path that is absent here was not looked at. */
  files: Record<string, FileFact>;
  /** Names in the include folder that the broker would load, in its order, ours among them; [] for a local broker. */
  included: string[];
  service: ServiceFact;
  /** Bytes free by path; null where unknown. */
  free: Record<string, number | null>;
  /** Only where broker.yaml has something to do with it: the firewall of this machine; null where none is on. */
  firewall?: FirewallFact | null;
  /** What earlier runs recorded; null on the first. */
  records: RecordsFact | null;
  /** Set where `records` is null although a file is there: it is not what we write, or we may not read it. */
  recordsProblem?: 'damaged' | 'denied';
}

export interface PlatformFact {
  os: string;
  arch: string;
  /** From os-release; id 'unknown' where there is none. */
  distro: { id: string; like: string[]; versionId: string; codename: string; name: string };
  /** The row of `distros/` that covers it; null for a distribution we do not know. */
  family: 'debian' | null;
  /** Is apt-get there? */
  apt: boolean;
}

export interface InitFact {
  kind: 'systemd' | 'sysv' | 'none';
  /** policy-rc.d says that services may not be started (exit code 101). */
  startForbidden: boolean;
}

export interface PackagesFact {
  /** Installed version by package name; null where it is not installed. */
  installed: Record<string, string | null>;
  /** What apt would install; null where its lists are empty. */
  candidate: Record<string, string | null>;
  /** Text of `dpkg --audit`; empty where all is well. */
  audit: string;
  /** Updates were interrupted (files in /var/lib/dpkg/updates) or a package is half-configured. */
  interrupted: boolean;
  /** dpkg's own MD5 of each conffile as the package brought it, by path; {} where dpkg knows none. */
  conffiles: Record<string, string>;
  /** Who holds dpkg's lock now. */
  lock: { pid: number; command: string } | null;
}

export interface MosquittoFact {
  /** Upstream version, for example 2.0.11: of the installed package, else of apt's candidate, else the distribution's. */
  version: string | null;
  source: 'installed' | 'candidate' | 'distribution' | 'unknown';
  /** Absolute path of the broker's binary; null where there is none yet. */
  binary: string | null;
  /** Folders for LD_LIBRARY_PATH where the binary was unpacked by us. */
  libraries: string[];
  /** Folder of mosquitto_pub and mosquitto_sub; null where there are none yet. */
  clients: string | null;
  /** Folder of the plugins that the package brings (from 2.1 on), also where it is still to come. */
  plugins: string;
}

export interface NetworkFact {
  /** Does ::1 exist? */
  ipv6Loopback: boolean;
  /** Can IPv6 sockets be made at all? */
  ipv6: boolean;
  addresses: { interface: string; address: string; family: 4 | 6; internal: boolean }[];
  /** TCP sockets that listen; pid and process are null where we may not look. */
  listening: { address: string; port: number; pid: number | null; process: string | null }[];
  /** Paths of Unix sockets that listen. */
  unix: string[];
}

export type FirewallTool = 'ufw' | 'firewalld' | 'nftables';

/** A TCP port that a firewall lets in because of us. */
export interface Opened {
  tool: FirewallTool;
  port: number;
}

/** A firewall that lets in only what it was told. */
export interface FirewallFact {
  tool: FirewallTool;
  /** TCP ports by which anybody may come in; null where that cannot be seen, or where nothing would keep a rule of ours. */
  open: number[] | null;
}

export interface FileFact {
  /** 'missing' where nothing is there, 'unreadable' where we may not read it (the stat is still right). */
  kind: FileKind | 'missing' | 'unreadable';
  mode: number;
  owner: string;
  group: string;
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  /** SHA-256 of the content, hex; null where it was not read. */
  sha256: string | null;
  /** MD5 of the content, for comparison with dpkg's; only on the main configuration of the machine. */
  md5?: string;
  /** The content where it was read; the password file's is hidden from every print-out. */
  content: Hidden | string | null;
}

export interface ServiceFact {
  /** How the broker is, or would be, kept running here. */
  ref: ServiceRef;
  /** Does the unit (or script, or binary) exist? */
  exists: boolean;
  running: boolean;
  /** For systemd and sysv: started at boot. Null where there is no init. */
  enabled: boolean | null;
  masked: boolean;
  /** 'active', 'failed', 'activating' … as systemd says it; 'running' or 'stopped' elsewhere. */
  state: string;
  pid: number | null;
  /** Identity of the running process: boot id and start time in clock ticks; null where it does not run. */
  started: string | null;
  /** Start of the process, milliseconds since the epoch; null where it does not run. */
  startedMs: number | null;
  /** Restarts systemd counted since the last manual start; null elsewhere. */
  restarts: number | null;
}

/** What we wrote and what the broker was last seen to have loaded: `state/records.json`. */
export interface RecordsFact {
  /** SHA-256 of each file of ours as the last run left it: also what the owner had edited and then applied. */
  written: Record<string, string>;
  /** SHA-256 of each file as a step of ours last wrote it: what `uninstall` may take away. */
  authored: Record<string, string>;
  /** Folders that we made. */
  folders: string[];
  /** The process that loaded these files, and their hashes at that moment. */
  loaded: { started: string; files: Record<string, string> } | null;
  /** How the service was found before the first install. */
  found: { installed: boolean; running: boolean; enabled: boolean | null } | null;
  generation: number;
  /** TCP ports that we had a firewall open, by its tool. */
  opened?: Opened[];
}
