import type { Message } from '../../i18n/messages.ts';
import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import { word } from '../mends/command.ts';
import type { WhyGround } from './types.ts';

export interface Cure {
  fix: Message;
  commands: readonly string[];
}

/** Is it the password file that we write? Its accounts are declared, and nobody edits it by hand. */
function isOurs({ declared }: WhyGround, path: string): boolean {
  return declared?.passwd === path;
}

/** Another account in a password file. */
export function addCure(ground: WhyGround, path: string, user: string): Cure {
  const name = shown(user);
  const { self, suffix } = ground.manner;
  if (isOurs(ground, path))
    return {
      fix: msg('doctor.why.fix.add', { name }),
      commands: [`${self} add-user ${word(user)}${suffix}`],
    };
  return {
    fix: msg('doctor.why.fix.add', { name }),
    commands: [...byHand(ground, path, user), ground.reload],
  };
}

/** Another password for an account that is there. */
export function passwordCure(ground: WhyGround, path: string, user: string): Cure {
  const fix = msg('doctor.why.fix.password', { name: shown(user) });
  const { self, suffix } = ground.manner;
  if (isOurs(ground, path)) return { fix, commands: [`${self} set-password ${word(user)}${suffix}`] };
  const first = hasComments(ground, path) ? [`sed -i ${word(`/^${pattern(user)}:/d`)} ${word(path)}`] : [];
  return { fix, commands: [...first, ...byHand(ground, path, user), ground.reload] };
}

/** mosquitto_passwd loses what follows a comment or an empty line (facts §0 N): there the entry is made beside it. */
function byHand(ground: WhyGround, path: string, user: string): string[] {
  if (!hasComments(ground, path)) return [`mosquitto_passwd ${word(path)} ${word(user)}`];
  return [
    `sed -i '$a\\' ${word(path)}`,
    `d=$(mktemp -d) && mosquitto_passwd -c "$d/p" ${word(user)} && cat "$d/p" >> ${word(path)}; rm -r "$d"`,
  ];
}

function hasComments({ view }: WhyGround, path: string): boolean {
  const lines = view.passwords.find(({ named }) => named.path === path)?.lines ?? [];
  return lines.some(({ kind }) => kind === 'comment' || kind === 'blank');
}

function pattern(name: string): string {
  return name.replace(/[\\/.*[\]^$]/g, '\\$&');
}
