import { msg } from '../i18n/messages.ts';
import type { View } from '../lint/view.ts';
import { type ConfLine, firstWord } from '../mosquitto/formats/conf.ts';
import type { AdoptOptions } from './adopt.ts';
import type { Collected } from './collect.ts';

const targets: Readonly<Record<string, string>> = {
  file: 'file',
  stderr: 'journal',
  stdout: 'journal',
  syslog: 'syslog',
  topic: 'topic',
};

/** The broker bears one log file, and the main file is where it is named. */
export function adoptLog(
  view: View,
  { hasJournal, ourLog }: Pick<AdoptOptions, 'hasJournal' | 'ourLog'>,
  collected: Collected,
): void {
  const { counting, all } = sayNone(view, 'log_dest', 'log.to', collected);
  const to: string[] = [];
  for (const line of counting) {
    const word = firstWord(line.value);
    const target = targets[word];
    if (word === 'none') collected.say(line, 'understood', 'log.to');
    else if (target === undefined)
      collected.refuse(line, msg('adopt.no-equal', { option: `log_dest ${word}` }));
    else {
      to.push(target);
      const path = line.value.replace(/^file +/, '');
      if (word === 'file' && path !== ourLog && !collected.has(line))
        collected.note(msg('adopt.log-file', { path, ours: ourLog }));
      collected.say(line, 'understood', 'log.to');
    }
  }
  // A broker that is told nothing logs to standard error.
  const wanted = all === 0 ? ['journal'] : [...new Set(to)];
  const possible = wanted.filter((target) => target !== 'journal' || hasJournal);
  const isUsual = possible.length === 1 && possible[0] === 'file';
  if (!isUsual && possible.length === wanted.length) collected.put(['log', 'to'], possible);
}

/** Which messages: as the broker adds them up from the last `none` on. */
export function adoptLogTypes(view: View, collected: Collected): void {
  const { counting } = sayNone(view, 'log_type', 'log.types', collected);
  const types = [...new Set(counting.map(({ value }) => firstWord(value)))];
  const named = types.length > 1 ? types.filter((type) => type !== 'none') : types;
  for (const line of counting) collected.set(line, ['log', 'types'], named);
}

/** `none` takes back what stands above it; it counts itself, since it takes the default away too. */
function sayNone(
  view: View,
  keyword: 'log_dest' | 'log_type',
  to: string,
  collected: Collected,
): { counting: ConfLine[]; all: number } {
  const lines = view.lines.flatMap(({ line }) => (line.keyword === keyword ? [line] : []));
  const none = lines.findLastIndex(({ value }) => firstWord(value) === 'none');
  for (const line of lines.slice(0, Math.max(none, 0)))
    collected.say(line, 'no-effect', to, msg('adopt.later'));
  return { counting: lines.slice(Math.max(none, 0)), all: lines.length };
}
