import { describe, expect, test } from 'vitest';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import { commandHelp, programHelp } from '../../../src/cli/help.ts';
import { enAll } from '../../../src/i18n/en-all.ts';
import type { Message } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { styleFor } from '../../../src/report/style.ts';
import { callOf } from '../../helpers/call.ts';

/** English as a language would be whose texts are longer by 40 per cent: each word has some letters more. */
const longer = (message: Message): string =>
  say(enAll, message).replaceAll(
    /\p{L}{3,}/gu,
    (word) => word + 'öö'.repeat(Math.ceil((word.length * 0.4) / 2)),
  );

describe.each([60, 80, 120])('longer texts on %d columns', (width) => {
  const setting = { ...callOf({}), t: longer, style: styleFor({ unicode: true, colour: false, width }) };
  // A name, an option or a command line that is longer than the screen stays whole: it is typed, not read.
  const tooWide = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.length > width && !/^\s*(?:\$|-|--|mqtt-setup|Us)/.test(line.trimStart()));

  test('stay within the screen in the help of everything', () => {
    expect(tooWide(programHelp(setting))).toEqual([]);
  });

  test.each(commandRows.map((row) => [row.name, row] as const))('and in that of %s', (_, row) => {
    expect(tooWide(commandHelp(row, setting))).toEqual([]);
  });
});
