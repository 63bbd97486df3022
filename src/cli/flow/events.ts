import { describeAction } from '../../engine/describe.ts';
import type { EngineEvent, OnEvent, Step } from '../../engine/types.ts';
import { msg } from '../../i18n/messages.ts';
import { printable } from '../../report/escape.ts';
import { wordsOf } from '../../teach/words.ts';
import type { Call } from '../context.ts';
import { eventJson } from './event-json.ts';

/** What happens, one line a step on standard error; in a terminal the last line of a running command shows below it. */
export function eventPrinter(call: Call): OnEvent {
  const { out, t, errorStyle: style, english } = call;
  if (call.options['jsonLines'] === true)
    return (event) => out.result(JSON.stringify(eventJson(event, english)));
  const explains = call.options['explain'] === true || call.options['step'] === true;
  const talkative = call.options['verbose'] === true || explains;
  const explained = new Set<string>();
  const ok = style.green(style.unicode ? '✔' : '[ok]');
  const bad = style.red(style.unicode ? '✖' : '[fail]');
  const live = out.live && !talkative;
  const flash = (text: string): void => {
    if (live) out.flash(style.dim(text.slice(0, Math.max(20, style.width - 1))));
  };
  const line = (text: string): void => out.note(text);
  const name = (step: Step): string => `${t(msg(`cli.verb.${step.verb}`))} ${printable(step.subject)}`;
  return (event: EngineEvent) => {
    switch (event.type) {
      case 'step-start':
        if (live) flash(`  ${name(event.step)} …`);
        else if (isSlow(event.step)) line(`  ${name(event.step)} …`);
        break;
      case 'action':
        if (explains) line(`  ${style.dim(t(event.step.why))}`);
        if (talkative) line(`  $ ${printable(describeAction(event.action))}`);
        if (explains)
          for (const text of newWords(describeAction(event.action), explained, t))
            line(`      ${style.dim(text)}`);
        break;
      case 'output':
        if (talkative) line(`    ${style.dim(printable(event.line))}`);
        else flash(`    ${printable(event.line)}`);
        break;
      case 'step-done':
        line(`${ok} ${name(event.step)} ${style.dim(seconds(event.milliseconds))}`);
        break;
      case 'step-failed':
        line(`${bad} ${name(event.step)}`);
        break;
      case 'rollback-start':
        line(`${style.yellow('!')} ${t(event.reason)}`);
        break;
      case 'undo':
        if (talkative)
          line(`  ${style.dim(`undo ${event.undo.type} ${'path' in event.undo ? event.undo.path : ''}`)}`);
        break;
      case 'rollback-done':
        line(`${ok} ${t(msg('engine.rollback.done'))}`);
        break;
      case 'recovered':
        line(`${style.yellow('!')} ${t(msg('engine.recovered', { run: event.run, count: event.entries }))}`);
        break;
      case 'rehearsing':
        flash(`  ${t(msg('engine.rehearsing'))}`);
        break;
      case 'rehearsed':
        line(
          `${ok} ${t(msg('engine.rehearsed', { count: event.checks }))} ${style.dim(seconds(event.milliseconds))}`,
        );
        break;
      case 'waiting':
        line(`${style.yellow('…')} ${t(event.for)}`);
        break;
    }
  };
}

/** What each word of a command means, the first time that it is met. */
function newWords(command: string, explained: Set<string>, t: Call['t']): string[] {
  return wordsOf(command.split(' '), t).flatMap(({ token, meaning }) => {
    const text = `${printable(token)}  ${meaning}`;
    if (explained.has(text)) return [];
    explained.add(text);
    return [text];
  });
}

const isSlow = (step: Step): boolean =>
  step.kind === 'packages' || step.kind === 'unpacked' || step.kind === 'service';

const seconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
