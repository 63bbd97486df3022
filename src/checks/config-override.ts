import { msg } from '../i18n/messages.ts';
import type { EffectiveConf } from '../mosquitto/effective.ts';
import type { ConfLine } from '../mosquitto/formats/conf.ts';
import { confBoolean } from '../mosquitto/formats/conf.ts';
import { options } from '../mosquitto/options.ts';
import { effectiveOf, lineText } from './effective.ts';
import type { Check } from './types.ts';

/** No other file takes back what ours says, gives it another meaning, or opens further doors. */
export const configOverride: Check = {
  id: 'config.override',
  group: 'config',
  severity: 'high',
  title: msg('checks.config-override.title'),
  needs: ['machine'],
  async run({ facts }) {
    if (facts === null) return { status: 'skip', message: msg('checks.run.needs-machine') };
    const read = effectiveOf(facts);
    if (!read.ok) return { status: 'skip', message: msg('checks.files.unreadable'), evidence: read.unread };
    const evidence = [...new Set(intrusions(read.conf, facts.layout.conf))];
    if (evidence.length === 0) {
      const files = new Set(read.conf.lines.map(({ file }) => file)).size;
      return { status: 'pass', message: msg('checks.config-override.pass', { files }) };
    }
    return {
      status: 'fail',
      message: msg('checks.config-override.fail'),
      evidence,
      fix: msg('checks.config-override.fix'),
    };
  },
};

function intrusions(conf: EffectiveConf, ours: string): string[] {
  const { lines, listeners, duplicates } = conf;
  if (!lines.some(({ file }) => file === ours)) return [`${ours}: not read by the broker`];
  const foreign = lines.filter(({ file }) => file !== ours);
  return [
    ...foreign
      .filter((line) => overrides(line, lines, ours))
      .map((line) => `${lineText(line)} (overrides ours)`),
    ...foreign.filter(perListener).map((line) => `${lineText(line)} (takes its meaning from ours)`),
    ...listeners
      .flatMap(({ by }) => (by !== null && by.file !== ours ? [by] : []))
      .map((line) => `${lineText(line)} (opens a listener)`),
    ...duplicates.map(
      ({ first, second }) =>
        `${lineText(second)} (repeats ${first.file}:${first.line}: the broker does not start)`,
    ),
  ];
}

/** Does this line come after ours of the same option, and say something else? */
function overrides(line: ConfLine, lines: readonly ConfLine[], ours: string): boolean {
  const option = options.get(line.keyword);
  if (option?.again === 'adds' || option?.scope === 'listener' || option?.scope === 'default-listener')
    return false;
  const before = lines.slice(0, lines.indexOf(line));
  const own = before.findLast(({ file, keyword }) => file === ours && keyword === line.keyword);
  return own !== undefined && !sameValue(own.value, line.value);
}

function sameValue(one: string, other: string): boolean {
  const truth = confBoolean(one);
  return one === other || (truth !== null && truth === confBoolean(other));
}

function perListener({ keyword, value }: ConfLine): boolean {
  return keyword === 'per_listener_settings' && confBoolean(value) === true;
}
