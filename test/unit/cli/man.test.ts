import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commonOptions } from '../../../src/cli/commands/common-options.ts';
import { run } from '../../../src/cli/commands/man.ts';
import { commandRows } from '../../../src/cli/commands/registry.ts';
import { manPage } from '../../../src/cli/man-page.ts';
import { exitCodes } from '../../../src/errors.ts';
import { realHost } from '../../../src/host/real.ts';
import { en } from '../../../src/i18n/en.ts';
import { fr } from '../../../src/i18n/fr.ts';
import { type Message, msg } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { roffSyntax, roffText } from '../../../src/report/roff.ts';
import { callOf } from '../../helpers/call.ts';
import { scratch } from '../../helpers/scratch.ts';

const texts = { en, fr };
const pageIn = (language: 'en' | 'fr'): string =>
  manPage((message: Message) => say(texts[language], message), '1.2.3');
const hasMan = spawnSync('man', ['--version'], { stdio: 'ignore' }).status === 0;
if (!hasMan && process.env['CI']) throw new Error('man is not installed');

/** As `man` shows it, and what it complains of. */
async function shown(page: string): Promise<{ text: string; warnings: string }> {
  const { dir } = await scratch();
  await writeFile(`${dir}/page.1`, page);
  const { stdout, stderr } = spawnSync(
    'man',
    ['--warnings', '-E', 'UTF-8', '-P', 'cat', '-l', `${dir}/page.1`],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', MANWIDTH: '100' },
    },
  );
  return { text: stdout, warnings: stderr };
}

describe('a text for groff', () => {
  test.each([
    ['.so /etc/passwd', String.raw`\&.so /etc/passwd`],
    ["'so", String.raw`\(aqso`],
    ['a\\fBb', String.raw`a\efBb`],
    ['--x', String.raw`\-\-x`],
    ['a\n.so b', 'a .so b'],
    ['é …', String.raw`\[u00E9] \[u2026]`],
    ['\u001b[2J', '[2J'],
  ])('%j says what it says', (text, roff) => {
    expect(roffText(text)).toBe(roff);
  });

  test('a placeholder stands in italics', () => {
    expect(roffSyntax('-p, --port <port>')).toBe(String.raw`\fB\-p, \-\-port \fR\fI<port>\fR`);
  });
});

describe.each(['en', 'fr'] as const)('the manual (%s)', (language) => {
  test.skipIf(!hasMan)(
    'is read by man without a warning, and holds every command, option and code',
    async () => {
      const { text, warnings } = await shown(pageIn(language));
      expect(warnings).toBe('');
      for (const { name, args = [], options = [], examples } of commandRows) {
        const syntax = [name, ...args.map((arg) => arg.syntax)].join(' ');
        expect(text).toContain(`mqtt-setup ${syntax} [options]`);
        for (const { flags } of options) expect(text).toContain(`       ${flags}`);
        for (const line of examples) expect(text).toContain(`mqtt-setup ${line}`);
      }
      for (const { flags } of commonOptions) expect(text).toContain(`       ${flags}`);
      for (const code of Object.values(exitCodes)) expect(text).toMatch(new RegExp(`^ +${code} `, 'm'));
      expect(text).toContain(say(texts[language], msg('man.about')));
    },
  );

  test('is read by a machine that speaks ASCII alone', () => {
    expect(pageIn(language)).toMatch(/^[\n -~]*$/);
  });

  test.runIf(language === 'en')('is in the package as it is printed', () => {
    const file = join(import.meta.dirname, '../../../dist/man/mqtt-setup.1');
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    expect(readFileSync(file, 'utf8')).toBe(
      manPage((message: Message) => say(texts[language], message), version),
    );
  });
});

describe('man', () => {
  test('prints its source', async () => {
    const call = callOf({ command: 'man', options: { roff: true } });
    expect(await run(call)).toBe(0);
    expect(call.results[0]).toMatch(/^\.TH "MQTT\\-SETUP" "1"/);
  });

  test('gives a machine the same', async () => {
    const call = callOf({ command: 'man', json: true });
    await run(call);
    expect(JSON.parse(call.results.join(''))).toMatchObject({ language: 'en', page: expect.any(String) });
  });

  test('where there is no man, it is the help of everything', async () => {
    const call = callOf({ command: 'man', host: { ...realHost(), stat: async () => null } });
    expect(await run(call)).toBe(0);
    for (const { name } of commandRows) expect(call.results[0]).toContain(`mqtt-setup ${name}`);
  });
});
