import type { Severity } from '../checks/types.ts';
import { type RuleId, rules } from '../lint/registry.ts';

/** Rules of `check` that are about safety, with what each weighs here. The others are about whether it works. */
export const fromCheck: Readonly<Partial<Record<RuleId, Severity>>> = {
  'access.local-only-open': 'critical',
  'access.passwords-optional': 'medium',
  'acl.invalid-line': 'critical',
  'acl.anonymous-rights': 'low',
  'acl.wildcard-user': 'medium',
  'bridge.insecure': 'high',
  'cert.expired': 'high',
  'cert.expires-soon': 'medium',
  'cert.key-mismatch': 'high',
  'cert.not-pem': 'high',
  'cert.not-yet-valid': 'high',
  'conf.true-stays': 'medium',
  'conf.per-listener-late': 'medium',
  'file.broker-cannot-read': 'high',
  'file.link': 'low',
  'file.missing': 'high',
  'file.open-secret': 'high',
  'file.writable-by-others': 'high',
  'include.writable-by-others': 'high',
  'listener.ciphers': 'medium',
  'listener.half-tls': 'high',
  'listener.tls-version': 'medium',
  'listener.websockets-everywhere': 'high',
  'passwd.duplicate': 'medium',
  'passwd.plaintext': 'critical',
  'passwd.weak': 'medium',
};

export const checkRules = rules.filter(({ id }) => fromCheck[id] !== undefined);
