import { type Message, msg } from '../../i18n/messages.ts';
import { doorsOf, isEncrypted, isLoopback, printDoor } from '../../lint/doors.ts';
import { viewOf } from '../../lint/view.ts';
import { isPrivate } from '../networks.ts';
import type { Scene } from '../types.ts';
import type { AuditFamily } from './family.ts';

/** Where a listener gave no answer, and none of the others let anybody in, nobody knows. */
function unanswered({ knocks }: Scene, asked: 'anonymous' | 'stranger'): Message | null {
  if (knocks === null) return msg('audit.unseen.stopped');
  const answers = knocks.map((knock) => knock[asked]);
  return answers.includes(null) && !answers.includes(true) ? msg('audit.unseen.unanswered') : null;
}

/** Who gets in, and what goes over the wire. */
export const access = {
  'access.nobody-let-in': {
    severity: 'critical',
    sees: (scene) => unanswered(scene, 'anonymous'),
    *look({ knocks, patient }) {
      for (const { door, isLoopback: isHere, anonymous } of knocks ?? []) {
        if (anonymous !== true) continue;
        yield {
          severity: isHere ? 'low' : 'critical',
          message: msg(isHere ? 'audit.access.nobody-let-in.here' : 'audit.access.nobody-let-in.found', {
            door,
          }),
          evidence: [`CONNECT without a name at ${door}: CONNACK 0`],
          fix: msg('audit.access.nobody-let-in.fix'),
          commands: patient.isDeclared ? [] : [`${patient.manner.self} adopt`],
        };
      }
    },
  },
  'access.any-password': {
    severity: 'critical',
    sees: (scene) => unanswered(scene, 'stranger'),
    *look({ knocks }) {
      for (const { door, isLoopback: isHere, anonymous, stranger } of knocks ?? []) {
        if (stranger !== true || anonymous === true) continue;
        yield {
          severity: isHere ? 'high' : 'critical',
          message: msg('audit.access.any-password.found', { door }),
          evidence: [`CONNECT with a made-up name at ${door}: CONNACK 0`],
          fix: msg('audit.access.any-password.fix'),
        };
      }
    },
  },
  'access.plaintext': {
    severity: 'high',
    *look({ patient }) {
      const { tree, version, facts } = patient;
      const outward = facts.network.addresses.filter(({ internal }) => !internal);
      const isPublic = outward.some(({ address }) => !isPrivate(address));
      for (const door of doorsOf(viewOf(tree, version))) {
        if (isLoopback(door) || isEncrypted(door.block) || door.listener.implied === 'local-only') continue;
        const { address, by } = door.listener;
        const isWide = address === null || address === '0.0.0.0' || address === '::';
        const isSeen = isWide ? isPublic : !isPrivate(address);
        yield {
          severity: isSeen ? 'high' : 'medium',
          message: msg('audit.access.plaintext.found', { door: printDoor(door) }),
          evidence: by === null ? [] : [`${by.file}:${by.line}: ${by.raw.trim()}`],
          ...(by === null ? {} : { place: { file: by.file, line: by.line } }),
          fix: msg('audit.access.plaintext.fix'),
        };
      }
    },
  },
  'access.no-rules': {
    severity: 'high',
    *look({ patient }) {
      const view = viewOf(patient.tree, patient.version);
      const hasPlugin = view.lines.some(({ option }) => option.group === 'plugins');
      const doors = doorsOf(view).filter(
        (door) => door.listener.aclFile === null && door.listener.implied !== 'local-only',
      );
      if (hasPlugin || doors.length === 0) return;
      yield {
        message: msg('audit.access.no-rules.found', {
          doors: doors.map((door) => printDoor(door)).join(', '),
        }),
        fix: msg('audit.access.no-rules.fix'),
      };
    },
  },
  'access.all-topics': {
    severity: 'high',
    *look({ patient, admins: declared }) {
      const admins = new Set(declared);
      for (const { named, lines } of viewOf(patient.tree, patient.version).acls) {
        let user: string | null = null;
        for (const line of lines) {
          if (line.kind === 'user') user = line.name;
          if (line.kind !== 'topic' && line.kind !== 'pattern') continue;
          const writes = line.access === 'write' || line.access === 'readwrite';
          const isForAll = line.kind === 'pattern' || user === null;
          if (!writes || line.filter !== '#' || (!isForAll && admins.has(user ?? ''))) continue;
          yield {
            severity: isForAll ? 'high' : 'medium',
            message: isForAll
              ? msg('audit.access.all-topics.everybody')
              : msg('audit.access.all-topics.found', { user: user ?? '' }),
            evidence: [`${named.path}:${line.line}: ${line.raw.trim()}`],
            place: { file: named.path, line: line.line },
            fix: msg('audit.access.all-topics.fix'),
          };
        }
      }
    },
  },
} as const satisfies AuditFamily;
