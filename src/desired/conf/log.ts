import type { Facts } from '../../facts/types.ts';
import type { Log, LogTarget, Spec } from '../../spec/types.ts';
import type { MainFile } from './main-file.ts';
import { maybe, type Section, type Setting, setting } from './types.ts';

const from = (key: keyof Log) => ['log', key] as const;

const destinations: Readonly<Record<Exclude<LogTarget, 'file'>, string>> = {
  journal: 'stderr',
  syslog: 'syslog',
  topic: 'topic',
};

/** Where the log goes and what stands in it. */
export function logSection({ log }: Spec, facts: Facts, main: MainFile): Section {
  const isLocal = facts.layout.mode === 'local';
  return {
    title: 'The log.',
    lines: [
      ...destinationLines(log.to, facts, main),
      ...(log.types ?? []).map((type, index) => setting('log_type', type, ['log', 'types', index])),
      ...maybe('connection_messages', log.connections, from('connections')),
      ...maybe(
        'log_timestamp_format',
        log.timestamps ?? (isLocal ? '%Y-%m-%dT%H:%M:%S' : null),
        log.timestamps === null ? null : from('timestamps'),
      ),
    ],
  };
}

/**
 * The broker adds up destinations, and bears one file only: what the main file names is kept where a file is wanted,
 * and all of it is taken back by `none` where not.
 */
function destinationLines(to: Log['to'], { layout }: Facts, main: MainFile): Setting[] {
  const hasFile = main.get('log_dest')?.startsWith('file ') === true;
  const wanted = to ?? (main.has('log_dest') ? [] : (['file'] as const));
  const file = wanted.includes('file') && !hasFile ? [setting('log_dest', `file ${layout.log}`)] : [];
  const others = wanted.flatMap((target, index) =>
    target === 'file' ? [] : [setting('log_dest', destinations[target], ['log', 'to', index])],
  );
  const takesBack = to !== null && !to.includes('file') && (main.has('log_dest') || to.length === 0);
  return [...(takesBack ? [setting('log_dest', 'none', from('to'))] : []), ...file, ...others];
}
