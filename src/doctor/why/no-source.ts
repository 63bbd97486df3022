import { msg } from '../../i18n/messages.ts';
import type { Door } from '../../lint/doors.ts';
import { shown } from '../../shown.ts';
import { commandOf, word } from '../mends/command.ts';
import { strayFiles } from './elsewhere.ts';
import { quotes } from './lines.ts';
import type { Obstacle, Part, WhyGround, WhyQuestion } from './types.ts';

/** Where a password file is made when there is none: not over another one. */
const usualFile = '/etc/mosquitto/passwd';

/** Nobody knows a password at this door: either everybody gets in, or nobody does. */
export function noSource(door: Door, question: WhyQuestion, ground: WhyGround): Part {
  if (door.anonymous.allowed)
    return {
      verdict: true,
      obstacles: [],
      notes: [{ id: 'password.not-asked', message: msg('doctor.why.password.notAsked'), evidence: [] }],
    };
  return { verdict: false, obstacles: [closed(door, question, ground)], notes: [] };
}

function closed(door: Door, { user }: WhyQuestion, ground: WhyGround): Obstacle {
  const { view, manner, declared } = ground;
  const strays = strayFiles(view, door);
  const [first] = strays;
  const evidence = quotes(
    ...strays.map(({ named }) => named.line),
    view.effective.perListenerSettings?.by,
    door.listener.by,
    door.anonymous.by,
  );
  const restart = commandOf({ kind: 'service', operation: 'restart' }, manner);
  const path = first?.named.path ?? usualFile;
  const insert = insertBelow(door, path);
  const commands =
    declared !== null
      ? [commandOf({ kind: 'converge' }, manner)]
      : first === undefined
        ? [...newFile(ground, user), ...insert, restart]
        : [
            // The lines keep their numbers: what is commented out comes before what is put in.
            ...(first.why === 'other-listener' ? [] : [commandOf(commentOut(first.named.line), manner)]),
            ...insert,
            restart,
          ];
  const common = { weight: 'stops' as const, evidence, commands };
  if (first === undefined)
    return {
      ...common,
      id: 'listener.no-passwords',
      message: msg('doctor.why.noPasswords'),
      fix: msg('doctor.why.noPasswordsFix'),
    };
  return {
    ...common,
    id: 'passwords.elsewhere',
    message: msg(`doctor.why.stray.${first.why}`, { path: shown(path, 200) }),
    fix: msg('doctor.why.strayFix'),
  };
}

function commentOut({ file, line }: { file: string; line: number }) {
  return { kind: 'comment-out', path: file, line } as const;
}

/** Right below the line of the listener it counts there, with per_listener_settings and without. */
function insertBelow({ listener: { by } }: Door, path: string): string[] {
  if (by?.keyword !== 'listener') return [];
  return [`sed -i ${word(`${by.line}a password_file ${path}`)} ${word(by.file)}`];
}

function newFile({ view }: WhyGround, user: string): string[] {
  const owner = view.tree.broker?.name ?? 'mosquitto';
  const own = `chown ${owner}: ${usualFile} && chmod 600 ${usualFile}`;
  return [`touch ${usualFile} && ${own}`, `mosquitto_passwd ${usualFile} ${word(user)}`];
}
