import { AppError, type Problem } from '../../errors.ts';
import type { Launched } from '../../host/types.ts';
import { msg } from '../../i18n/messages.ts';
import { shown } from '../../shown.ts';
import type { ShadowRole } from './types.ts';

/** At most this many of the broker's lines stand in an error. */
const mostLines = 8;

/** The shadow did not come up: which configuration, how it ended, and the broker's own words about the original files. */
export function startFailure(
  role: ShadowRole,
  conf: string,
  { code, output }: Launched,
  translate: (text: string) => string,
): AppError {
  const problems: Problem[] = [
    { message: msg(`shadow.failed.${role}`, { conf: shown(conf, 200) }) },
    { message: code === null ? msg('shadow.silent') : msg('shadow.ended', { code: String(code) }) },
    ...telling(output()).map((line) => ({
      message: msg('shadow.said', { text: shown(translate(line), 300) }),
    })),
  ];
  return new AppError('no', problems);
}

/** Errors and warnings where there are any, else the last lines, each once and without the time before it. */
function telling(output: string): string[] {
  const lines = output.split('\n').map((line) => line.replace(/^\d+: /, '').trim());
  const said = [...new Set(lines.filter((line) => line !== ''))];
  const bad = said.filter((line) => /error|warning|unable|invalid|denied|failed|cannot/i.test(line));
  return (bad.length > 0 ? bad : said).slice(-mostLines);
}
