import type { Severity } from '../checks/types.ts';
import { type Message, msg } from '../i18n/messages.ts';
import { isPrivate } from './networks.ts';
import { scoreOf, severities } from './score.ts';
import type { Audit, AuditFinding } from './types.ts';

/** What a stranger saw of a broker, which may be anybody's. */
export interface Outside {
  /** `broker.example.org:8883` */
  door: string;
  /** The address that the name led to; null where it led nowhere. */
  address: string | null;
  isEncrypted: boolean;
  /** Was a client let in that gave no name? Null where there was no answer to that. */
  anonymous: boolean | null;
  /** And one with a made-up name and password? */
  stranger: boolean | null;
  /** The same host's port for plain text, looked at where another one was named; null where it was not. */
  plainBeside: boolean | null;
  /** What the broker says of itself to whoever asks; null where it says nothing. */
  banner: string | null;
  /** Wrong logins in a row that were answered, and in how many milliseconds; null where none was answered. */
  guesses: { tries: number; milliseconds: number } | null;
  /** What the checks of TLS saw, by id: nothing of it without TLS. */
  tls: readonly { id: string; status: 'pass' | 'fail' | 'warn' | 'skip'; evidence: readonly string[] }[];
}

interface OutsideRule {
  id: string;
  severity: Severity;
  title: Message;
  why: Message;
  fix: Message;
  /** Null where it could not be seen; else what was found, if anything. */
  look(seen: Outside): null | { message: Message; evidence?: readonly string[]; severity?: Severity }[];
}

const none: [] = [];

/** What can be judged without being on the machine; a new rule is a row here. */
export const outsideRules: readonly OutsideRule[] = [
  {
    id: 'outside.anonymous',
    severity: 'critical',
    title: msg('audit.access.nobody-let-in.title'),
    why: msg('audit.access.nobody-let-in.why'),
    fix: msg('audit.access.nobody-let-in.fix'),
    look: ({ anonymous, door }) =>
      anonymous === null
        ? null
        : anonymous
          ? [
              {
                message: msg('audit.access.nobody-let-in.found', { door }),
                evidence: [`CONNECT without a name at ${door}: CONNACK 0`],
              },
            ]
          : none,
  },
  {
    id: 'outside.any-password',
    severity: 'critical',
    title: msg('audit.access.any-password.title'),
    why: msg('audit.access.any-password.why'),
    fix: msg('audit.access.any-password.fix'),
    look: ({ stranger, anonymous, door }) =>
      stranger === null
        ? null
        : stranger && anonymous !== true
          ? [
              {
                message: msg('audit.access.any-password.found', { door }),
                evidence: [`CONNECT with a made-up name at ${door}: CONNACK 0`],
              },
            ]
          : none,
  },
  {
    id: 'outside.plaintext',
    severity: 'high',
    title: msg('audit.access.plaintext.title'),
    why: msg('audit.access.plaintext.why'),
    fix: msg('audit.access.plaintext.fix'),
    look: ({ isEncrypted, door, address }) =>
      isEncrypted
        ? none
        : [
            {
              message: msg('audit.access.plaintext.found', { door }),
              severity: address !== null && isPrivate(address) ? 'medium' : 'high',
            },
          ],
  },
  {
    id: 'outside.plaintext-beside',
    severity: 'medium',
    title: msg('audit.outside.plaintext-beside.title'),
    why: msg('audit.access.plaintext.why'),
    fix: msg('audit.outside.plaintext-beside.fix'),
    look: ({ plainBeside, isEncrypted, address }) => {
      if (!isEncrypted) return none;
      if (plainBeside === null) return null;
      return plainBeside
        ? [
            {
              message: msg('audit.outside.plaintext-beside.found'),
              severity: address !== null && isPrivate(address) ? 'low' : 'medium',
            },
          ]
        : none;
    },
  },
  tlsRule('tls.certificate', 'high'),
  tlsRule('tls.expiry', 'high'),
  tlsRule('tls.protocols', 'medium'),
  {
    id: 'outside.guessing',
    severity: 'low',
    title: msg('audit.outside.guessing.title'),
    why: msg('audit.outside.guessing.why'),
    fix: msg('audit.outside.guessing.fix'),
    look: ({ guesses }) => {
      if (guesses === null) return null;
      // Whoever keeps a stranger waiting, or shuts the door after some tries, answers slower than that.
      return guesses.milliseconds / guesses.tries < 500
        ? [{ message: msg('audit.outside.guessing.found', { tries: guesses.tries }) }]
        : none;
    },
  },
  {
    id: 'outside.banner',
    severity: 'low',
    title: msg('audit.outside.banner.title'),
    why: msg('audit.outside.banner.why'),
    fix: msg('audit.outside.banner.fix'),
    look: ({ banner, anonymous }) => {
      if (banner !== null)
        return [{ message: msg('audit.outside.banner.found'), evidence: [`$SYS/broker/version: ${banner}`] }];
      return anonymous === null ? null : none;
    },
  },
];

function tlsRule(id: 'tls.certificate' | 'tls.expiry' | 'tls.protocols', severity: Severity): OutsideRule {
  const name = (
    {
      'tls.certificate': 'tls-certificate',
      'tls.expiry': 'tls-expiry',
      'tls.protocols': 'tls-protocols',
    } as const
  )[id];
  return {
    id: id.replace('tls.', 'outside.'),
    severity,
    title: msg(`checks.${name}.title`),
    why: msg(`audit.outside.${name}.why`),
    fix: msg(`audit.outside.${name}.fix`),
    look: ({ tls, isEncrypted }) => {
      if (!isEncrypted) return none;
      const check = tls.find((one) => one.id === id);
      if (check === undefined || check.status === 'skip') return null;
      if (check.status === 'pass') return none;
      return [
        {
          message: msg(`checks.${name}.fail`),
          evidence: check.evidence,
          severity: check.status === 'fail' ? severity : 'medium',
        },
      ];
    },
  };
}

/** How safe a broker is, as far as anybody can see who only knows its name. */
export function auditOutside(seen: Outside): Audit {
  const findings: AuditFinding[] = [];
  const passed: Audit['passed'] = [];
  const unseen: Audit['unseen'] = [];
  for (const rule of outsideRules) {
    const { id, title, why, fix, severity } = rule;
    const found = rule.look(seen);
    if (found === null) unseen.push({ id, title, reason: msg('audit.unseen.unanswered') });
    else if (found.length === 0) passed.push({ id, title });
    else
      findings.push(
        ...found.map((one) => ({
          id,
          severity: one.severity ?? severity,
          title,
          message: one.message,
          why,
          evidence: one.evidence ?? [],
          place: null,
          fix,
          commands: [],
        })),
      );
  }
  unseen.push({
    id: 'machine',
    title: msg('audit.outside.machine'),
    reason: msg('audit.outside.machineReason'),
  });
  const sorted = findings.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  return { findings: sorted, passed, unseen, ...scoreOf(sorted) };
}
