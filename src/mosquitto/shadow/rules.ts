import type { ConfTree } from '../../lint/types.ts';
import { type AclAccess, parseAcl } from '../formats/acl.ts';
import { passwdHashes } from '../formats/passwd.ts';
import { isHashReadable } from '../hash.ts';
import type { PathRole } from '../paths.ts';
import type { Version } from '../version.ts';
import { allLines, type ReadTree } from './read.ts';

/** A line that allows or denies; a pattern puts a name or a client id in. */
export interface Rule {
  isPattern: boolean;
  access: AclAccess;
  filter: string;
}

/** The rules of one ACL file, by whom they are for. */
export interface RuleFile {
  path: string;
  anonymous: readonly Rule[];
  patterns: readonly Rule[];
  byUser: ReadonlyMap<string, readonly Rule[]>;
}

/** Names with the hashes that this version reads, of one password file. */
export interface PasswordFile {
  path: string;
  /** Null: the name is there, and nobody can log in with it. */
  hashes: ReadonlyMap<string, string | null>;
}

/** Who is named in a configuration, and what is said about topics. */
export interface People {
  passwords: readonly PasswordFile[];
  rules: readonly RuleFile[];
  /** What client ids must begin with; '' for nothing. */
  clientIdPrefix: string;
}

export function readPeople(read: ReadTree): People {
  const { tree, named, version } = read;
  const prefix = allLines(read).findLast(({ line }) => line.keyword === 'clientid_prefixes');
  return {
    passwords: pathsOf(named, 'passwords').flatMap((path) => passwordFile(tree, path, version)),
    rules: pathsOf(named, 'acl').flatMap((path) => {
      const text = tree.acls[path];
      return text === undefined ? [] : [ruleFile(path, text)];
    }),
    clientIdPrefix: prefix?.line.value ?? '',
  };
}

/** Every rule of a configuration, whomever it is for. */
export function allRules({ rules }: People): Rule[] {
  return rules.flatMap(({ anonymous, patterns, byUser }) => [
    ...anonymous,
    ...patterns,
    ...[...byUser.values()].flat(),
  ]);
}

function pathsOf(named: ReadTree['named'], role: PathRole): string[] {
  return [...new Set(named.filter((one) => one.role === role).map(({ path }) => path))];
}

function passwordFile({ secrets }: ConfTree, path: string, version: Version): PasswordFile[] {
  const text = secrets[path]?.reveal();
  if (text === undefined) return [];
  const hashes = [...passwdHashes(text)].map(
    ([name, hash]) => [name, isHashReadable(hash, version) ? hash : null] as const,
  );
  return [{ path, hashes: new Map(hashes) }];
}

function ruleFile(path: string, text: string): RuleFile {
  const byUser = new Map<string, Rule[]>();
  const anonymous: Rule[] = [];
  const patterns: Rule[] = [];
  let section = anonymous;
  for (const line of parseAcl(text)) {
    if (line.kind === 'user') {
      section = byUser.get(line.name) ?? [];
      byUser.set(line.name, section);
    } else if (line.kind === 'topic' || line.kind === 'pattern') {
      const rule = { isPattern: line.kind === 'pattern', access: line.access, filter: line.filter };
      if (rule.isPattern) patterns.push(rule);
      else section.push(rule);
    }
  }
  return { path, anonymous, patterns, byUser };
}
