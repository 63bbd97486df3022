import { exitCodes, fail } from '../../errors.ts';
import { msg } from '../../i18n/messages.ts';
import { fold } from '../../report/fold.ts';
import { lessons } from '../../teach/lessons.ts';
import type { Call } from '../context.ts';
import { withAllTexts } from '../flow/all-texts.ts';
import { sceneOf } from '../flow/scene.ts';

/**
 * Seven steps by hand, from nothing to a proven broker: `lesson` says how far this machine is, `lesson 3` what is to be
 * done, `lesson check` looks. 0 where the step (or, without a number, every step) is done, 1 where it is not.
 */
export async function run(usual: Call): Promise<number> {
  const call = await withAllTexts(usual);
  const [first, second] = call.args;
  const isCheck = first === 'check';
  const word = isCheck ? second : first;
  const one = word === undefined ? null : lessonOf(word);
  if (first !== undefined && !isCheck && second !== undefined)
    throw fail('usage', msg('cli.usage.excess', { words: second }));
  const scene = await sceneOf(call);
  const steps = lessons.map((lesson) => ({ lesson, done: lesson.isDone(scene) }));
  const asked = one === null ? steps : steps.filter(({ lesson }) => lesson === one);
  const isDone = asked.every(({ done }) => done);
  if (call.json) {
    const body = asked.map(({ lesson, done }) => ({ number: lesson.number, done }));
    call.out.result(
      JSON.stringify({ schemaVersion: 1, command: call.command, ok: isDone, steps: body }, null, 2),
    );
  } else if (one !== null && !isCheck) call.out.result(page(call, one, isDone));
  else call.out.result(list(call, asked));
  return isDone || (one !== null && !isCheck) ? exitCodes.ok : exitCodes.no;
}

type Lesson = (typeof lessons)[number];

function lessonOf(word: string): Lesson {
  const found = lessons.find(({ number }) => String(number) === word);
  if (found === undefined)
    throw fail('usage', msg('lesson.unknown', { word }), { fix: msg('lesson.unknownFix') });
  return found;
}

function list(call: Call, steps: readonly { lesson: Lesson; done: boolean }[]): string {
  const { t, style } = call;
  const marks = style.unicode ? { done: '✔', open: '○' } : { done: '[ok]', open: '[  ]' };
  const rows = steps.map(({ lesson: { number }, done }) => {
    const mark = done ? style.green(marks.done) : marks.open;
    return `${mark} ${number}. ${t({ key: `lesson.${number}.title` })}`;
  });
  const next = steps.find(({ done }) => !done)?.lesson;
  if (next === undefined) return [...rows, '', t(msg('lesson.allDone'))].join('\n');
  const missing = t({ key: `lesson.${next.number}.missing` });
  return [
    ...rows,
    '',
    ...fold(missing, style.width).map((line) => line),
    `  $ ${call.self} lesson ${next.number}`,
  ].join('\n');
}

function page(call: Call, { number, commands }: Lesson, isDone: boolean): string {
  const { t, style } = call;
  const text = t({ key: `lesson.${number}.text` });
  return [
    style.bold(`${number}. ${t({ key: `lesson.${number}.title` })}`),
    '',
    ...text.split('\n').flatMap((part) => (part.startsWith('  ') ? [part] : fold(part, style.width))),
    '',
    ...commands.map((line) => `  $ ${line}`),
    '',
    isDone
      ? style.green(t(msg('lesson.done')))
      : style.dim(t(msg('lesson.check', { command: `${call.self} lesson check ${number}` }))),
  ].join('\n');
}
