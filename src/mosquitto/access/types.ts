import type { AclAccess, AclLine } from '../formats/acl.ts';

/** What a rule must have; lines of an ACL file and the rules of an account both do. */
export interface AccessRule {
  access: AclAccess;
  filter: string;
}

/** 'write': a message it publishes is passed on. 'read': a message that was published reaches it. */
export type Access = 'read' | 'write';

export interface Client {
  /** Null for a client that gave no name. */
  name: string | null;
  /** Null for one that no rule names: what the broker makes up, or nobody knows. */
  clientId: string | null;
}

/**
 * Why: a rule says so; nothing does ('default'); a pattern stands in the file and the name or the client id has a
 * wildcard in it; or the broker itself refuses what starts with `$SYS` ('sys') or `$share` ('share').
 */
export type Why = 'rule' | 'default' | 'wildcard-name' | 'wildcard-id' | 'sys' | 'share';

/** `by` is the deciding rule, null where none is; `filter` is its filter with the name and the client id filled in. */
export type Decision<R> =
  | { allowed: boolean; why: 'rule'; by: R; filter: string }
  | { allowed: false; why: Exclude<Why, 'rule'>; by: null; filter: null };

/** Lines that say something about topics. */
export type RightLine = Extract<AclLine, { kind: 'topic' | 'pattern' }>;
