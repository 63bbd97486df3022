import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherConfTree } from '../../../src/facts/conf-tree.ts';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { say } from '../../../src/i18n/translate.ts';
import { effective } from '../../../src/lint/effective.ts';
import { lint } from '../../../src/lint/lint.ts';
import { rules } from '../../../src/lint/registry.ts';
import { options } from '../../../src/mosquitto/options.ts';
import { renderLint } from '../../../src/report/lint.ts';
import { styleFor } from '../../../src/report/style.ts';
import { versionOf } from '../../helpers/lint.ts';
import { memoryHost } from '../../helpers/memory-host.ts';

const conf = '/etc/mosquitto/mosquitto.conf';
const names =
  'include_dir /d\nacl_file /acl\npassword_file /pw\npsk_file /psk\nlistener 1883\ncertfile /c\nkeyfile /k\n';
const style = styleFor({ unicode: true, colour: false, width: 80 });

async function report(files: Record<string, string | Uint8Array>, version: string): Promise<string> {
  const given = Object.entries(files).map(([path, text]) => [path, { text }]);
  const host = memoryHost(Object.fromEntries(given), new Date('2027-01-01'));
  const tree = await gatherConfTree(host, conf, versionOf(version));
  const findings = lint(tree, versionOf(version));
  effective(tree, versionOf(version));
  return renderLint(findings, { version, files: 1 }, (message) => say(en, message), style);
}

const version = fc.constantFrom('2.0.11', '2.0.18', '2.0.21', '2.1.2');
const word = fc.oneof(
  fc.constantFrom(...options.keys()),
  fc.constantFrom(
    'listener',
    'connection',
    'user',
    'topic',
    'pattern',
    '#',
    '\t',
    '\0',
    '\ufeff',
    '"x"',
    '1883',
    'true',
    '/etc',
    '%u',
    ' ',
  ),
  fc.string({ unit: 'binary' }),
);
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

/** More than all rules could say of one file each. */
const mostLines = rules.length * 25 * 8;

describe('whatever stands in the files', () => {
  test('no bytes make it throw or talk without end', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, version, async (a, b, c, v) => {
        const said = await report(
          {
            [conf]: Buffer.concat([Buffer.from(names), a]),
            '/d/a.conf': b,
            '/acl': c,
            '/pw': c,
            '/psk': b,
            '/c': b,
            '/k': c,
          },
          v,
        );
        expect(said.split('\n').length).toBeLessThan(mostLines);
      }),
      { numRuns: 200 },
    );
  });

  test('no lines of words it knows do', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, version, async (a, b, c, v) => {
        const said = await report(
          { [conf]: `${a}\n${names}${b}`, '/d/a.conf': c, '/acl': b, '/pw': c, '/psk': a },
          v,
        );
        // What a terminal would obey is written as an escape.
        expect(/[\p{Cc}\p{Bidi_Control}]/u.test(said.replaceAll('\n', ''))).toBe(false);
      }),
      // What every object has is no file.
      { numRuns: 300, examples: [['include_dir valueOf', 'keyfile toString', '', '2.0.11']] },
    );
  });

  const megabytes = 10_000_000;
  test.each([
    ['one line of blanks', ' '.repeat(megabytes)],
    ['blanks, then a word', `a${' '.repeat(megabytes)}b`],
    ['carriage returns', `a${'\r'.repeat(megabytes)}b`],
    ['tabs', `a ${'\t'.repeat(megabytes)}b`],
    ['one word', 'a'.repeat(megabytes)],
    ['a long value', `acl_file ${'a/'.repeat(megabytes / 2)}`],
    ['hashes', `user ${' #'.repeat(megabytes / 2)}`],
    ['300,000 wrong lines', 'nonsense\n'.repeat(300_000)],
    ['two million empty lines', '\n'.repeat(2_000_000)],
  ])(
    '%s: read to the end, and not all is said',
    async (_name, content) => {
      const said = await report(
        { [conf]: `${names}${content}`, '/acl': content, '/pw': content, '/d/a.conf': content },
        '2.0.11',
      );
      expect(said.length).toBeLessThan(200_000);
    },
    180_000,
  );
});
