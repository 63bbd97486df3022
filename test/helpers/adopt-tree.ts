import { type AdoptOptions, adoptTree } from '../../src/adopt/adopt.ts';
import type { Adopted } from '../../src/adopt/types.ts';
import { Hidden } from '../../src/hidden.ts';
import type { ConfSource, ConfTree, PathFact } from '../../src/lint/types.ts';
import { printSpec } from '../../src/spec/print.ts';
import type { SpecInput } from '../../src/spec/schema.ts';
import { versionOf } from './lint.ts';

/** What a configuration says, without any disk. */
export interface Texts {
  main: string;
  /** Files of /etc/mosquitto/conf.d by name, read where the main file includes it. */
  included?: Readonly<Record<string, string>>;
  /** ACL files by path. */
  acls?: Readonly<Record<string, string>>;
  /** Password files by path. */
  passwords?: Readonly<Record<string, string>>;
}

export const confDir = '/etc/mosquitto/conf.d';
export const mainPath = '/etc/mosquitto/mosquitto.conf';

/** A hash that every version can read: a salt of 12 bytes. */
export const anyHash = `$7$101$${'A'.repeat(16)}$${'B'.repeat(86)}==`;

export function confTree({ main, included, acls = {}, passwords = {} }: Texts): ConfTree {
  const files = Object.entries(included ?? {}).map(([name, text]) => source(`${confDir}/${name}`, text));
  const folders =
    included === undefined
      ? []
      : [{ value: confDir, fact: pathFact(confDir, 'directory'), files, others: [] }];
  return {
    main: source(mainPath, main),
    folders,
    paths: {},
    acls,
    secrets: Object.fromEntries(Object.entries(passwords).map(([path, text]) => [path, new Hidden(text)])),
    certificates: {},
    keys: {},
    badCiphers: [],
    broker: null,
    now: 0,
  };
}

function source(path: string, text: string): ConfSource {
  return { path, fact: pathFact(path, 'file'), text, badUtf8: [] };
}

function pathFact(path: string, kind: PathFact['kind']): PathFact {
  return {
    path,
    kind,
    mode: 0o644,
    uid: 0,
    gid: 0,
    owner: 'root',
    group: 'root',
    isLink: false,
    size: 0,
    folders: [],
    unread: null,
  };
}

/** Adopted as a broker in a folder is, unless told otherwise. */
export function adoptTexts(texts: Texts, version = '2.0.21', change: Partial<AdoptOptions> = {}): Adopted {
  return adoptTree(confTree(texts), {
    version: versionOf(version),
    confDir: null,
    keepsMain: false,
    staying: new Set(),
    hasJournal: false,
    ourLog: '/home/u/b/log/mosquitto.log',
    dataFolder: '/home/u/b/data',
    passwordFile: (bridge) => `/home/u/b/bridge-${bridge}.secret`,
    ...change,
  });
}

/** `3 understood listeners[0].port`, `4 refused adopt.address`: the line, its verdict, where it goes or why not. */
export function verdicts({ lines }: Adopted): string[] {
  return lines.map(({ line, verdict, to, why }) =>
    [line, verdict, to, why?.key].filter((part) => part !== null && part !== undefined).join(' '),
  );
}

/** Keys of the notes, `!` where one stands for something that is left out. */
export function noteKeys({ notes }: Adopted): string[] {
  return notes.map(({ message, refused }) => `${refused ? '!' : ''}${message.key}`);
}

export function specText(input: SpecInput): string {
  return printSpec(input, 'comment');
}
