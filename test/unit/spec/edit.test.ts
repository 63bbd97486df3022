import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { fr } from '../../../src/i18n/fr.ts';
import { say } from '../../../src/i18n/translate.ts';
import { editSpec } from '../../../src/spec/edit.ts';
import type { SpecChanges } from '../../../src/spec/flags.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { newSpecText } from '../../../src/spec/new-text.ts';
import { brief, problemsOf } from './problems.ts';

const english = newSpecText({ profile: 'lan' }, (message) => say(en, message));

/** What the profile implies, written out with another port. */
const moved =
  'listeners:\n  - name: mqtt\n    port: 1884\n    bind: all\n  - name: mqtts\n    port: 8883\n    bind: all\n    tls: own\n';

const cases: [name: string, before: string, changes: SpecChanges, after: string][] = [
  [
    'a port',
    'version: 1\nlisteners:\n  - port: 1883   # ours\n',
    { port: 1884 },
    'version: 1\nlisteners:\n  - port: 1884   # ours\n',
  ],
  ['a default that is asked for', 'version: 1', { port: 1883, bind: 'all', profile: 'lan' }, 'version: 1'],
  [
    'a port where none is written',
    'version: 1 # v\n# end\n',
    { port: 1884 },
    `version: 1 # v\n${moved}# end\n`,
  ],
  ['without a final newline', 'version: 1', { port: 1884 }, `version: 1\n${moved}`],
  [
    'in flow form',
    '{version: 1}',
    { port: 1884, bind: ['::1'] },
    '{version: 1, listeners: [{name: mqtt, port: 1884, bind: "::1"}, {name: mqtts, port: 8883, bind: "::1", tls: own}]}',
  ],
  [
    'a profile',
    'version: 1\nprofile: lan # why\n',
    { profile: 'local' },
    'version: 1\nprofile: local # why\n',
  ],
  [
    'a profile where none is written',
    'version: 1\r\n# c\r\n',
    { profile: 'local' },
    'version: 1\r\nprofile: local\r\n# c\r\n',
  ],
  [
    'a bind where none is written',
    'version: 1\nlisteners:\n  - name: a\n    port: 1884 # p\n',
    { bind: 'loopback' },
    'version: 1\nlisteners:\n  - name: a\n    port: 1884 # p\n    bind: loopback\n',
  ],
  [
    'a bind that is a list',
    'version: 1\nlisteners:\n  - bind:\n      - ::1\n      - 127.0.0.1\n    port: 1884\n',
    { bind: 'all', port: 1885 },
    'version: 1\nlisteners:\n  - bind:\n      all\n    port: 1885\n',
  ],
  [
    'the same bind in another spelling',
    'version: 1\nlisteners:\n  - {port: 1884, bind: ["0:0::1", 127.0.0.1]}\n',
    { bind: 'loopback' },
    'version: 1\nlisteners:\n  - {port: 1884, bind: ["0:0::1", 127.0.0.1]}\n',
  ],
  [
    'a bind in a flow listener',
    'version: 1\nlisteners: [{port: 1884}]\n',
    { bind: ['192.0.2.1', '::1'] },
    'version: 1\nlisteners: [{port: 1884, bind: ["192.0.2.1", "::1"]}]\n',
  ],
  [
    'profile and bind together',
    'version: 1\nprofile: lan\nlisteners:\n  - port: 1884\n    bind: all\n',
    { profile: 'local', bind: 'loopback' },
    'version: 1\nprofile: local\nlisteners:\n  - port: 1884\n    bind: loopback\n',
  ],
  [
    'the first listener only',
    'version: 1\nlisteners:\n  - port: 1884\n  - port: 1885\n',
    { port: 1886 },
    'version: 1\nlisteners:\n  - port: 1886\n  - port: 1885\n',
  ],
  ['after a document start', '---\nversion: 1\n...\n', { port: 1884 }, `---\nversion: 1\n${moved}...\n`],
];

describe('editSpec', () => {
  test.each(cases)('%s', (_name, before, changes, after) => {
    expect(editSpec(before, 'f', changes)).toBe(after);
    expect(editSpec(after, 'f', changes)).toBe(after);
  });

  test('a change that breaks a rule is refused', () => {
    const text = 'version: 1\nlisteners:\n  - port: 1884\n    bind: all\n';
    expect(brief(problemsOf(() => editSpec(text, 'f', { profile: 'local' })))).toEqual([
      '5:11 spec.rule.local > spec.rule.local.fix',
    ]);
  });

  test('a file that is wrong is not edited', () => {
    expect(brief(problemsOf(() => editSpec('version: 2\n', 'f', { port: 1884 })))).toEqual([
      '1:10 spec.version.unknown',
    ]);
  });

  test('only the value changes, whatever stands around it', () => {
    const comment = fc.stringMatching(/^[ -~é]{0,20}$/).map((text) => `# ${text}`);
    const port = fc.integer({ min: 1024, max: 65_535 });
    fc.assert(
      fc.property(comment, comment, comment, port, port, (a, b, c, from, to) => {
        const text = (value: number) =>
          `${a}\nversion: 1 ${b}\nlisteners:\n  ${c}\n  - name: x ${a}\n    port: ${value} ${c}\n${b}`;
        expect(editSpec(text(from), 'f', { port: to })).toBe(text(to));
      }),
    );
  });
});

describe('newSpecText', () => {
  test('reads as a page', () => {
    expect(english).toMatchInlineSnapshot(`
      "# What this machine's MQTT broker should be: mqtt-setup reads this file. It holds no secrets and may go into git.
      # After a change, \`mqtt-setup plan\` shows what it means and \`mqtt-setup apply\` does it.
      version: 1

      # Who connects: local = this machine only, lan = the network here, internet = everybody, with TLS only. An account is
      # needed in all of them.
      profile: lan

      # Where the broker listens. bind: all, loopback, an address of this machine, or a list of them.
      # Without this part it listens as the profile has it:
      # listeners:
      #   - name: mqtt
      #     port: 1883
      #     bind: all
      #   - name: mqtts
      #     port: 8883
      #     bind: all
      #     tls: own
      "
    `);
  });

  const choices: [Parameters<typeof newSpecText>[0]][] = [
    [{ profile: 'lan' }],
    [{ profile: 'local' }],
    [{ profile: 'local', port: 1884 }],
    [{ profile: 'lan', bind: ['::1', '192.0.2.1'] }],
    [{ profile: 'lan', bind: ['::1'] }],
    [{ profile: 'internet' }],
    [{ profile: 'internet', port: 8884, names: ['mqtt.example.org', '192.0.2.1'] }],
    [{ profile: 'internet', tls: { from: 'files', certificate: '/a b/c.pem', key: '/k', ca: null } }],
    [{ profile: 'lan', tls: { from: 'files', certificate: '/c', key: '/k', ca: '/a' } }],
    [
      {
        profile: 'internet',
        tls: { from: 'acme' },
        acme: { domains: ['a.example'], email: 'a@b.example', server: null },
      },
    ],
  ];
  test.each(choices)('%j is what was chosen, in both languages', (choice) => {
    for (const catalogue of [en, fr]) {
      const text = newSpecText(choice, (message) => say(catalogue, message));
      const spec = loadSpec(text, 'f');
      expect(spec.profile).toBe(choice.profile);
      expect(spec.listeners[0]?.port).toBe(choice.port ?? (choice.profile === 'internet' ? 8883 : 1883));
      expect(spec.listeners[0]?.bind).toEqual(
        choice.bind ?? (choice.profile === 'local' ? 'loopback' : 'all'),
      );
      const secure = spec.listeners.find(({ tls }) => tls !== null)?.tls ?? null;
      expect(secure?.from).toBe(choice.profile === 'local' ? undefined : (choice.tls?.from ?? 'own'));
      expect(spec.certificates.names).toEqual(choice.names ?? []);
      expect(spec.acme).toEqual(choice.acme ?? null);
      expect(editSpec(text, 'f', choice)).toBe(text);
      expect(loadSpec(editSpec(text, 'f', { port: 2000 }), 'f').listeners[0]?.port).toBe(2000);
    }
  });
});
