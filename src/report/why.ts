import type { DoorAnswer, Note, Obstacle, Verdict, WhyQuestion } from '../doctor/why/types.ts';
import { type Message, msg, type Translate } from '../i18n/messages.ts';
import { printable } from './escape.ts';
import { fold } from './fold.ts';
import type { Style } from './style.ts';

/** So many lines of rights are shown; `can --matrix` shows them all. */
const mostRights = 8;

/** What stands in a user's way, for people: listener by listener. */
export function renderWhy(
  question: WhyQuestion,
  answers: readonly DoorAnswer[],
  t: Translate,
  style: Style,
): string {
  const parts = alike(answers).map(([answer, doors]) => renderDoor(question, answer, doors, t, style));
  const mayTry = question.password === null && answers.some(({ notes }) => notes.some(isUntried));
  return [...parts, ...(mayTry ? [style.dim(t(msg('doctor.why.tryPassword')))] : [])].join('\n\n');
}

const isUntried = ({ id }: Note): boolean => id === 'password.not-given';

/** Listeners with the same answer are told of together. */
function alike(answers: readonly DoorAnswer[]): [answer: DoorAnswer, doors: string][] {
  const groups = new Map<string, DoorAnswer[]>();
  for (const answer of answers) {
    const { mayLogIn, obstacles, notes, rights } = answer;
    const key = JSON.stringify([mayLogIn, obstacles, notes, rights]);
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups.values()].flatMap((group): [DoorAnswer, string][] => {
    const [first] = group;
    return first === undefined ? [] : [[first, group.map(({ where }) => where).join(', ')]];
  });
}

function renderDoor(
  question: WhyQuestion,
  answer: DoorAnswer,
  doors: string,
  t: Translate,
  style: Style,
): string {
  const { mayLogIn, obstacles, notes, rights } = answer;
  // What somebody may do who does not come in is of no use.
  const all = mayLogIn === false ? [] : (rights ?? []);
  const shown = all.slice(0, mostRights);
  const more = all.length - shown.length;
  return [
    `${signOf(mayLogIn, style)} ${style.bold(printable(t(head(question, answer, doors))))}`,
    ...obstacles.flatMap((obstacle) => obstacleLines(obstacle, t, style)),
    ...notes.flatMap(({ message, evidence }) => [
      ...folded(t(message), '  · ', style),
      ...evidence.map((line) => `      ${style.dim(printable(line))}`),
    ]),
    ...(shown.length === 0 ? [] : [`  ${t(msg('doctor.why.rights'))}`]),
    ...shown.map(({ file, line, text }) => `      ${style.dim(printable(`${file}:${line}: ${text}`))}`),
    ...(more === 0 ? [] : [`      ${style.dim(t(msg('doctor.why.more', { count: more })))}`]),
  ].join('\n');
}

function signOf(mayLogIn: Verdict, style: Style): string {
  if (mayLogIn === true) return style.green(style.unicode ? '✔' : '[ok]');
  if (mayLogIn === false) return style.red(style.unicode ? '✖' : '[fail]');
  return style.yellow(style.unicode ? '?' : '[?]');
}

function head({ user }: WhyQuestion, { mayLogIn, obstacles, notes }: DoorAnswer, door: string): Message {
  const params = { name: user, door };
  if (mayLogIn === true) return msg('doctor.why.head.yes', params);
  if (mayLogIn === false) return msg('doctor.why.head.no', params);
  // Nothing stands in the way but what was not given.
  const isFree = obstacles.every(({ weight }) => weight === 'rights') && notes.some(isUntried);
  return isFree ? msg('doctor.why.head.password', params) : msg('doctor.why.head.open', params);
}

function obstacleLines(
  { message, evidence, fix, commands, id }: Obstacle,
  t: Translate,
  style: Style,
): string[] {
  const arrow = style.unicode ? '→' : '->';
  return [
    ...folded(`${t(message)}  (${id})`, '  - ', style),
    ...evidence.map((line) => `      ${style.dim(printable(line))}`),
    ...(fix === null ? [] : folded(t(fix), `    ${arrow} `, style)),
    ...commands.map((command) => `      $ ${printable(command)}`),
  ];
}

/** The first line behind `head`, the others below its text. */
function folded(text: string, head: string, style: Style): string[] {
  const indent = ' '.repeat(head.length);
  return fold(printable(text), style.width - head.length).map(
    (line, at) => `${at === 0 ? head : indent}${line}`,
  );
}

/** The same for programs. */
export function whyJson(answers: readonly DoorAnswer[], english: Translate) {
  return answers.map(({ where, mayLogIn, obstacles, notes, rights }) => ({
    listener: where,
    mayLogIn,
    obstacles: obstacles.map(({ id, weight, message, evidence, fix, commands }) => ({
      id,
      weight,
      message: english(message),
      evidence: [...evidence],
      fix: fix === null ? null : english(fix),
      commands: [...commands],
    })),
    notes: notes.map(({ id, message, evidence }) => ({
      id,
      message: english(message),
      evidence: [...evidence],
    })),
    rights: rights === null ? null : rights.map((right) => ({ ...right })),
  }));
}
