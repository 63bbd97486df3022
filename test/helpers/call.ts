import type { Call } from '../../src/cli/context.ts';
import { realHost } from '../../src/host/real.ts';
import { en } from '../../src/i18n/en.ts';
import type { Message } from '../../src/i18n/messages.ts';
import { say } from '../../src/i18n/translate.ts';
import { styleFor } from '../../src/report/style.ts';
import { demandSchema } from './output-schema.ts';

/** A call as the command line would make it, on this machine; what it prints is kept. */
export function callOf(more: Partial<Call>): Call & { results: string[]; notes: string[] } {
  const results: string[] = [];
  const notes: string[] = [];
  const t = (message: Message): string => say(en, message);
  const style = styleFor({ unicode: true, colour: false, width: 80 });
  const out = {
    live: false,
    result: (text: string) => {
      if (more.json === true) demandSchema(['--json'], text);
      results.push(text);
    },
    prose: (text: string) => void results.push(text),
    note: (text: string) => void notes.push(text),
    flash: () => undefined,
  };
  return {
    host: realHost(),
    loadHost: async () => realHost(),
    out,
    t,
    english: t,
    language: 'en',
    style,
    errorStyle: style,
    env: {},
    self: 'mqtt-setup',
    command: 'install',
    args: [],
    options: {},
    json: false,
    interactive: false,
    ...more,
    results,
    notes,
  };
}
