import { type Message, msg, type Translate } from '../i18n/messages.ts';
import type { Answer } from './can-answer.ts';
import { hintMessage, ruleText } from './can-words.ts';
import { printable } from './escape.ts';
import type { Style } from './style.ts';

/** So many parts of a filter are shown. */
const mostParts = 12;

/** The answer for people: one sentence, and below it what is to be known beside it. */
export function renderCan(answer: Answer, t: Translate, style: Style): string {
  const { extent } = answer;
  const colour = extent === 'all' ? style.green : extent === 'none' ? style.red : style.yellow;
  const word = colour(t(msg(`can.word.${extent}`)));
  const arrow = style.unicode ? '→' : '->';
  const notes = [hintMessage(answer), ...rest(answer)].filter((one) => one !== null);
  return [
    `${word} ${t(sentence(answer))}`,
    ...parts(answer, t, style),
    ...notes.map((one) => `  ${style.dim(arrow)} ${t(one)}`),
  ].join('\n');
}

function sentence(answer: Answer): Message {
  const { extent, by, access, topic, isFilter } = answer;
  const who = whoText(answer);
  const about = { who, topic: printable(topic), access };
  if (extent === 'some') return msg('can.some', about);
  if (by !== null && !isFilter) {
    const rule = ruleText(by);
    return extent === 'all' ? msg('can.yes', { ...about, rule }) : msg('can.no', { ...about, rule });
  }
  if (extent === 'all') return msg('can.all', about);
  if (answer.why === 'rule') return msg('can.none', about);
  return { key: `can.why.${answer.why}`, params: about };
}

/** `bob`, or a name for who has none; with the client id where one was given. */
function whoText({ user, clientId }: Answer): string {
  const name = user === null ? '(anonymous)' : printable(user);
  return clientId === null ? name : `${name} [${printable(clientId)}]`;
}

function parts({ parts: all }: Answer, t: Translate, style: Style): string[] {
  const lines = all.slice(0, mostParts).map(({ filter, allowed, where }) => {
    const sign = allowed ? style.green(style.unicode ? '✔' : '+') : style.red(style.unicode ? '✖' : '-');
    return `  ${sign} ${printable(filter)}  ${style.dim(ruleText(where))}`;
  });
  const more = all.length - lines.length;
  return more > 0 ? [...lines, `    ${t(msg('can.more', { count: more }))}`] : lines;
}

function rest({ roles, mounts, topic, access, extent }: Answer): Message[] {
  return [
    ...(roles.length === 0 ? [] : [msg('can.roles', { roles: roles.join(', ') })]),
    ...(topic.startsWith('$CONTROL/') && access === 'publish' && extent !== 'none'
      ? [msg('can.control')]
      : []),
    ...mounts.map((one) => msg('can.mount', { mount: printable(one.mountPoint), extent: one.extent })),
  ];
}
