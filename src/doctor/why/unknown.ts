import { type Message, msg } from '../../i18n/messages.ts';
import type { Door } from '../../lint/doors.ts';
import type { ConfLine } from '../../mosquitto/formats/conf.ts';
import { textFault } from '../../mosquitto/text.ts';
import { shown } from '../../shown.ts';
import { addCure } from './cures.ts';
import { strayWith } from './elsewhere.ts';
import { likelyName } from './known-names.ts';
import { quotes } from './lines.ts';
import type { Obstacle, WhyGround, WhyQuestion } from './types.ts';

/** Why no password file can hold a name, or no broker takes it; null where one can. */
function neverFault(user: string): Message | null {
  if (textFault(user) !== null) return msg('doctor.why.name.control');
  if (user.includes(':')) return msg('doctor.why.name.colon');
  if (user.startsWith('#')) return msg('doctor.why.name.comment');
  return Buffer.byteLength(user) > 65_535 ? msg('doctor.why.name.long') : null;
}

/** The name stands in no line of the file: which one was meant, and where else does it stand? */
export function unknownUser(
  { path, by }: { path: string; by: ConfLine },
  door: Door,
  { user }: WhyQuestion,
  ground: WhyGround,
): Obstacle {
  const base = { id: 'user.unknown', weight: 'stops' as const, evidence: quotes(by) };
  const place = { name: shown(user), path: shown(path, 200) };
  const never = neverFault(user);
  if (never !== null)
    return { ...base, id: 'name.never', message: never, fix: msg('doctor.why.name.fix'), commands: [] };
  const { view, declared, manner } = ground;
  if (declared?.passwd === path && declared.names.includes(user))
    return {
      ...base,
      id: 'user.not-applied',
      message: msg('doctor.why.user.notApplied', place),
      fix: msg('doctor.why.user.notAppliedFix'),
      commands: [`${manner.self} apply${manner.suffix}`],
    };
  const [other] = strayWith(view, door, user);
  if (other !== undefined) {
    const { named } = other.stray;
    return {
      ...base,
      id: 'passwords.elsewhere',
      message: msg('doctor.why.user.elsewhere', { ...place, other: shown(named.path, 200) }),
      evidence: [`${named.path}:${other.line}: ${shown(user)}:…`, ...quotes(named.line), ...base.evidence],
      ...addCure(ground, path, user),
    };
  }
  const lines = view.passwords.find(({ named }) => named.path === path)?.lines ?? [];
  const torn = lines.find((line) => line.kind === 'comment' && line.text.startsWith(`#${user}:`));
  const names = lines.flatMap((line) => (line.kind === 'entry' ? [line.name] : []));
  const like = likelyName(user, names);
  const cure = addCure(ground, path, user);
  if (torn !== undefined)
    return {
      ...base,
      message: msg('doctor.why.user.commented', place),
      evidence: [`${path}:${torn.line}: #${shown(user)}:…`, ...base.evidence],
      ...cure,
    };
  return { ...base, message: unknownMessage(place, like, names.length), ...cure };
}

function unknownMessage(
  place: { name: string; path: string },
  like: ReturnType<typeof likelyName>,
  count: number,
): Message {
  if (like === null) return msg('doctor.why.user.unknown', { ...place, count });
  const params = { ...place, like: shown(like.name) };
  switch (like.how) {
    case 'blanks':
      return msg('doctor.why.user.blanks', params);
    case 'form':
      return msg('doctor.why.user.form', params);
    case 'case':
      return msg('doctor.why.user.case', params);
    case 'slip':
      return msg('doctor.why.user.slip', params);
  }
}
