import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../../src/doctor/bundle/pack.ts';
import type { Block, TextKind } from '../../../src/doctor/bundle/types.ts';
import { Hidden } from '../../../src/hidden.ts';

const block = (kind: TextKind, text: string, heading: string | null = null): Block => ({
  heading,
  about: [],
  text,
  kind,
  language: '',
});

function packed(blocks: Block[], passwd = '') {
  const told = [{ where: '/etc/mosquitto/passwd', form: 'credentials' as const, text: new Hidden(passwd) }];
  return pack('a bundle', [{ title: 'A section', blocks }], passwd === '' ? [] : told);
}

/** A secret that no ordinary text holds. */
const secret = fc
  .string({ unit: 'grapheme', minLength: 10, maxLength: 40 })
  .map((text) => `q7Z${text.replace(/[\s"'\\`#;:,&@$(){}[\]<>|-]/g, 'x')}`);

describe('a bundle', () => {
  it.each<[kind: TextKind, text: string]>([
    ['conf', 'remote_password hunter2-hunter2\n'],
    ['conf', '#remote_password hunter2-hunter2\n'],
    ['conf', 'plugin_opt_db_pass hunter2-hunter2\n'],
    ['conf', 'bridge_psk abcdef0123456789\n'],
    ['credentials', 'alice:$7$101$AAAAAAAAAAAAAAAA$BBBBBBBBBBBBBBBBBBBBBBBB==\n'],
    ['credentials', 'lamp:0123456789abcdef\n'],
    ['unit', 'Environment=MQTT_PASSWORD=hunter2-hunter2\n'],
    ['unit', 'Environment="TOKEN=hunter2 with blanks" OTHER=x\n'],
    ['unit', 'SetCredential=db:hunter2-hunter2\n'],
    ['plain', 'connecting to mqtt://alice:hunter2-hunter2@broker.example.org\n'],
    ['plain', "extra: ['plugin_opt_db_password hunter2-hunter2']\n"],
    ['plain', 'extra:\n  - remote_password hunter2-hunter2\n'],
    ['plain', 'mosquitto_pub -h x -u alice -P hunter2-hunter2 -t a\n'],
    ['plain', 'Authorization: Bearer hunter2hunter2hunter2\n'],
    ['plain', '{"password": "hunter2-hunter2"}\n'],
    ['plain', '-----BEGIN PRIVATE KEY-----\nhunter2hunter2hunter2\n-----END PRIVATE KEY-----\n'],
  ])('has a token where a secret stood: %s %s', (kind, text) => {
    const { text: out, secrets, leaks } = packed([block(kind, text)]);
    expect(out).not.toMatch(/hunter2|BBBB|0123456789/);
    expect(out).toContain('‹secret 1');
    expect(secrets).toBe(1);
    expect(leaks).toEqual([]);
  });

  it.each<[kind: TextKind, text: string]>([
    ['conf', 'password_file /etc/mosquitto/passwd\nallow_anonymous false\n'],
    ['conf', '# the password file for the bridge\nmax_keepalive 60\n'],
    ['plain', "extra: ['plugin_opt_password_file /etc/mosquitto/passwd']\n"],
    ['plain', 'topic readwrite home/#\nuser alice\n'],
    ['plain', 'New client connected from 127.0.0.1:1 as lamp (p2, c1, k60)\n'],
    ['ours', 'passwd: /etc/mosquitto/mqtt-setup.passwd\n'],
  ])('leaves alone what is none: %s %s', (kind, text) => {
    expect(packed([block(kind, text)]).text).toContain(text.trimEnd());
  });

  it('has the same token for the same secret, in every form and everywhere', () => {
    fc.assert(
      fc.property(secret, (value) => {
        const base64 = Buffer.from(`up:${value}:x`).toString('base64');
        const { text, leaks } = packed(
          [
            block('conf', `remote_password ${value}\n`, `heading ${value}`),
            block('plain', `said ${value} and ${encodeURIComponent(value)} and ${JSON.stringify(value)}\n`),
            block('plain', `in Base64 ${base64}, in hex ${Buffer.from(value).toString('hex')}\n`),
          ],
          `alice:${value}\n`,
        );
        expect(leaks).toEqual([]);
        for (const form of [value, encodeURIComponent(value), Buffer.from(value).toString('hex'), base64])
          expect(text).not.toContain(form);
        expect(text).toMatch(
          /remote_password ‹secret 1›\n[\s\S]*said ‹secret 1› and ‹secret 1› and "?‹secret 1›/,
        );
      }),
    );
  });

  it('tells a secret that is broken over lines, and would still be in it', () => {
    const { leaks } = packed([block('plain', 'q7Zabcdefgh\nijklmnop\n')], 'alice:q7Zabcdefghijklmnop\n');
    expect(leaks).toMatchObject([{ where: '/etc/mosquitto/passwd:1', section: 'A section' }]);
  });

  it('says which secrets are too short to be looked for', () => {
    expect(packed([block('plain', 'abc\n')], 'alice:abc\n').unsearched).toEqual(['/etc/mosquitto/passwd:1']);
  });

  it('fences texts that hold fences', () => {
    expect(packed([block('plain', 'a\n```\nb\n')]).text).toContain('````\na\n```\nb\n````');
  });
});
