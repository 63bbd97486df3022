import { describe, expect, it } from 'vitest';
import { enAll as en } from '../../../src/i18n/en-all.ts';
import { frAll as fr } from '../../../src/i18n/fr-all.ts';
import type { Message } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { renderAdoption } from '../../../src/report/adopt.ts';
import { styleFor } from '../../../src/report/style.ts';
import { adoptTexts, anyHash, specText, type Texts } from '../../helpers/adopt-tree.ts';

const texts: Texts = {
  main: `# mine
listener 1883 127.0.0.1
allow_anonymous true
password_file /p
acl_file /acl
max_connections 5
unknown ${'x'.repeat(100_000)}
log_dest file /var/log/a/rather/long/way/to/the/file/of/the/log/mosquitto.log
connection to somebody else
address h
\u001b[31mred
`,
  acls: { '/acl': `${'topic read {x}\n'.repeat(30)}user u\ntopic a\n` },
  passwords: { '/p': `u:${anyHash}\n` },
};

function rendered(width: number, language: 'en' | 'fr', unicode = true): string {
  const adopted = adoptTexts(texts);
  const t = (message: Message): string => say(language === 'en' ? en : fr, message);
  const view = {
    file: '/etc/mosquitto/mosquitto.conf',
    version: '2.0.21',
    specFile: '/etc/mqtt-setup/broker.yaml',
    specText: specText(adopted.input),
    adopted,
    findings: [],
    compared: null,
  };
  return renderAdoption(view, t, styleFor({ unicode, colour: false, width }));
}

describe('what adopt shows', () => {
  it.each([
    [60, 'en'],
    [60, 'fr'],
    [80, 'en'],
    [80, 'fr'],
    [120, 'en'],
  ] as const)('fits %s columns (%s), but for words that are longer', (width, language) => {
    const lines = rendered(width, language).split('\n');
    const isOneWord = (line: string): boolean => !line.trim().includes(' ');
    expect(lines.filter((line) => line.length > width && !isOneWord(line))).toEqual([]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(300);
  });

  it('has no more of one kind than can be read', () => {
    expect(rendered(80, 'en')).toContain('… and 11 more: --json has all of them.');
  });

  it('has nothing that a terminal would obey, and no arrow where there is none', () => {
    const text = rendered(80, 'en', false);
    expect(text).not.toContain('\u001b');
    expect(text).toContain('-> listeners[0].port');
    expect(text).not.toContain('→');
  });
});
