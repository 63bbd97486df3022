import { msg, type Translate } from '../i18n/messages.ts';
import { commandLine } from './shell.ts';
import type { Block } from './types.ts';
import { wordsOf } from './words.ts';

/** A message that can be sent and seen: where to, by whom, and to which topic. */
export interface Trial {
  host: string;
  port: number;
  /** Whom to trust where the listener speaks TLS; null where it does not. */
  cafile: string | null;
  reader: string;
  writer: string;
  filter: string;
  topic: string;
}

/** How to see a message go through the broker: a reader in one terminal, a writer in another. */
export function tryBlocks(trials: readonly Trial[], t: Translate): Block[] {
  if (trials.length === 0) return [{ kind: 'say', text: t(msg('guide.try.nobody')) }];
  const password = t(msg('guide.try.password'));
  return [
    { kind: 'say', text: t(msg('guide.try.intro')) },
    ...trials.flatMap(({ host, port, cafile, reader, writer, filter, topic }): Block[] => {
      const where = ['-h', host, '-p', String(port), ...(cafile === null ? [] : ['--cafile', cafile])];
      const show = (argv: string[], why: string): Block => ({
        kind: 'run',
        why,
        commands: [commandLine(argv)],
        words: wordsOf(argv, t),
        byHand: true,
      });
      return [
        show(
          ['mosquitto_sub', ...where, '-u', reader, '-P', password, '-t', filter, '-C', '1'],
          t(msg('guide.try.read', { port })),
        ),
        show(
          ['mosquitto_pub', ...where, '-u', writer, '-P', password, '-t', topic, '-m', 'hello'],
          t(msg('guide.try.write')),
        ),
      ];
    }),
    { kind: 'say', text: t(msg('guide.try.stranger')) },
  ];
}
