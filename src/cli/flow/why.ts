import type { Patient } from '../../doctor/patient.ts';
import { verdictOf, why } from '../../doctor/why/ask.ts';
import type { DoorAnswer, Obstacle, WhyGround, WhyQuestion } from '../../doctor/why/types.ts';
import { AppError, fail } from '../../errors.ts';
import { type Message, msg } from '../../i18n/messages.ts';
import { viewOf } from '../../lint/view.ts';
import type { Listener } from '../../spec/types.ts';
import { type Call, textOption } from '../context.ts';
import { asTheyAre } from './passwords.ts';
import { localContext } from './verify-here.ts';
import { askDoor } from './why-live.ts';

/**
 * Why is a user refused: what the files say at each listener, or at the one that was named, and with a password also
 * what the broker itself says. Writes nothing.
 */
export async function explainRefusal(
  call: Call,
  patient: Patient,
): Promise<{ question: WhyQuestion; answers: DoorAnswer[] }> {
  const user = textOption(call.options, 'why') ?? '';
  if (user === '') throw fail('usage', msg('doctor.why.noUser'));
  const { tree } = patient;
  if (tree.main.text === null) throw fail('input', msg('doctor.why.noConf', { path: tree.main.path }));
  const question = {
    user,
    password: await asTheyAre(call),
    clientId: textOption(call.options, 'clientId') ?? null,
  };
  const declared = await declaredHere(call, patient);
  const answers = await why(question, groundOf(patient, declared));
  const chosen = named(call, answers, declared?.listeners ?? []);
  const { running } = patient.facts.service;
  if (question.password === null || !running) return { question, answers: chosen };
  const asked = chosen.map(async (one) => withObstacle(one, await askDoor(call, patient, one, question)));
  return { question, answers: await Promise.all(asked) };
}

interface Declared {
  names: string[];
  listeners: Listener[];
}

/** What a broker.yaml of ours says; null where there is none, or it cannot be read: then the files alone count. */
async function declaredHere(call: Call, { isDeclared }: Patient): Promise<Declared | null> {
  if (!isDeclared) return null;
  try {
    const { spec, accounts } = await localContext(call);
    return { names: (accounts ?? []).map(({ name }) => name), listeners: [...(spec?.listeners ?? [])] };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function groundOf(patient: Patient, declared: Declared | null): WhyGround {
  const { facts, tree, version, findings, manner } = patient;
  const { layout, service } = facts;
  return {
    view: viewOf(tree, version),
    findings,
    manner,
    reload: reloadCommand(patient),
    declared: declared === null ? null : { passwd: layout.passwd, acl: layout.acl, names: declared.names },
    running: service.running,
    changed: changedSince(patient),
  };
}

function reloadCommand({ manner, facts }: Patient): string {
  if (manner.init === 'systemd') return 'systemctl reload mosquitto';
  return manner.init === 'sysv' ? 'service mosquitto reload' : `kill -HUP ${facts.service.pid ?? 'PID'}`;
}

/** Files that are younger than the last time that the broker read them. */
function changedSince({ facts, files, lines }: Patient): Record<string, string> {
  const { startedMs } = facts.service;
  if (startedMs === null) return {};
  const reloads = lines.flatMap(({ text, atMs }) =>
    text === 'Reloading config.' && atMs !== null ? [atMs] : [],
  );
  const read = Math.max(startedMs, ...reloads);
  // The journal and the file system do not keep the same time to the millisecond.
  return Object.fromEntries(
    Object.entries({ ...files, ...facts.files }).flatMap(([path, { kind, mtimeMs }]) =>
      kind === 'file' && mtimeMs > read + 1000
        ? [[path, `${path}: ${new Date(mtimeMs).toISOString()} > ${new Date(read).toISOString()}`] as const]
        : [],
    ),
  );
}

/** The answers for the listener that was asked for, by its name in broker.yaml, its port, address or socket. */
function named({ options }: Call, answers: DoorAnswer[], listeners: readonly Listener[]): DoorAnswer[] {
  const listener = textOption(options, 'listener');
  if (listener === undefined) return answers;
  const declared = listeners.find(({ name }) => name === listener);
  const chosen = answers.filter(({ door, where }) => {
    const { port, address } = door.listener;
    if (declared !== undefined)
      return declared.socket === null ? port === declared.port : address === declared.socket;
    return where === listener || String(port) === listener;
  });
  if (chosen.length > 0) return chosen;
  const known = [...listeners.map(({ name }) => name), ...answers.map(({ where }) => where)].join(', ');
  throw fail('usage', msg('doctor.why.noListener', { listener, known }));
}

/** With what the broker itself said to the very same login. */
function withObstacle(
  answer: DoorAnswer,
  live: { obstacle: Obstacle } | { note: Message; mayLogIn: boolean } | null,
): DoorAnswer {
  if (live === null) return answer;
  if ('note' in live) {
    const notes = [...answer.notes, { id: 'broker.asked', message: live.note, evidence: [] }];
    return { ...answer, notes, mayLogIn: live.mayLogIn };
  }
  const obstacles = [...answer.obstacles, live.obstacle];
  return { ...answer, obstacles, mayLogIn: verdictOf(obstacles, answer.mayLogIn) };
}
