import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hashPassword, newSalt } from '../../src/mosquitto/hash.ts';
import { bootHost, type TestHost } from '../helpers/host.ts';
import { describeHosts } from '../helpers/host-describe.ts';
import { bundleScript } from '../helpers/script.ts';

/** The brokers of three Debians, each asked what it makes of two configurations. */

const releases = [
  { release: 'bookworm', version: '2.0.11' },
  { release: 'trixie', version: '2.0.21' },
  { release: 'forky', version: '2.1.2' },
] as const;

/** Compares /root/before and /root/after as the machine's broker would run them; says what differs. */
const script = `
  import { randomBytes } from 'node:crypto';
  import { compareShadows } from '@/engine/shadow/compare-shadows.ts';
  import { gatherConfTree } from '@/facts/conf-tree.ts';
  import { connect } from '@/host/mqtt.ts';
  import { realHost } from '@/host/real.ts';
  import { en } from '@/i18n/en.ts';
  import { say } from '@/i18n/translate.ts';
  import { parseVersion } from '@/mosquitto/version.ts';
  const host = realHost();
  const version = parseVersion(process.argv[2]);
  const tree = (name) => gatherConfTree(host, '/etc/' + name + '/mosquitto.conf', version, { runsAs: 'mosquitto' });
  const tools = {
    version,
    binary: '/usr/sbin/mosquitto',
    libraries: [],
    state: '/var/lib/mqtt-setup',
    connect,
    nonce: () => randomBytes(16).toString('hex'),
  };
  try {
    const result = await compareShadows(host, { before: await tree('before'), after: await tree('after') }, tools);
    const words = result.differences.map(({ message }) => say(en, message));
    console.log(JSON.stringify({ words, questions: result.asked.questions, unshadowable: result.unshadowable.length }));
  } catch (error) {
    console.log(JSON.stringify({ words: error.problems.map(({ message }) => say(en, message)), questions: 0, unshadowable: 0 }));
  }
`;

const answer = z.object({ words: z.array(z.string()), questions: z.number(), unshadowable: z.number() });

const hash = await hashPassword('a password that nobody else knows', newSalt(), 100);
const passwd = `alice:${hash}\nbob:${hash}\n`;
const acl =
  'user alice\ntopic readwrite a/#\ntopic write b\nuser bob\ntopic read a/+/c\npattern readwrite u/%u/#\n';
const conf =
  'listener 1883 127.0.0.1\nlistener 9001\nprotocol websockets\nallow_anonymous false\npassword_file /etc/DIR/pw\nacl_file /etc/DIR/acl\npersistence true\npersistence_location /var/lib/mosquitto/\n';
const base = { 'mosquitto.conf': conf, pw: passwd, acl };
const plugins =
  'plugin_load pw LIB/mosquitto_password_file.so\nplugin_opt_password_file /etc/DIR/pw\nplugin_load acl LIB/mosquitto_acl_file.so\nplugin_opt_acl_file /etc/DIR/acl\nlistener 1883 127.0.0.1\nlistener_allow_anonymous false\nplugin_use pw\nplugin_use acl\n';

interface Case {
  name: string;
  before?: Partial<typeof base>;
  after: Partial<typeof base>;
  words: readonly RegExp[];
  only?: string;
}

const both = '127\\.0\\.0\\.1:1883, \\*:9001';

const cases: readonly Case[] = [
  { name: 'nothing', after: {}, words: [] },
  {
    name: 'an ACL line',
    after: { acl: acl.replace('topic write b\n', '') },
    words: [new RegExp(`^alice could no longer publish to b \\(${both}\\)$`)],
  },
  {
    name: 'a deny',
    after: { acl: acl.replace('topic write b', 'topic deny a/x\ntopic write b') },
    words: [/^alice could no longer publish to a\/x \(/, /^alice could no longer read a\/x \(/],
  },
  {
    name: 'a user',
    after: { pw: passwd.replace(/^bob.*$/m, '') },
    words: [new RegExp(`^bob would no longer be let in \\(${both}\\)$`)],
  },
  {
    name: 'anonymous access',
    after: { 'mosquitto.conf': conf.replace('allow_anonymous false', 'allow_anonymous true') },
    words: [/^a client without a name would be let in \(/],
  },
  {
    name: 'where it listens',
    after: { 'mosquitto.conf': conf.replace('1883 127.0.0.1', '1884') },
    words: [/^what is at 127\.0\.0\.1:1883 would be at \*:1884$/],
  },
  {
    name: 'anonymous access without a listener, which 2.0.11 cannot close',
    before: { 'mosquitto.conf': 'allow_anonymous true\n' },
    after: { 'mosquitto.conf': 'allow_anonymous false\n' },
    words: [
      /^a client without a name would no longer be let in \(localhost:1883\)$/,
      /^a name that nobody has would no longer be let in \(localhost:1883\)$/,
    ],
  },
  {
    name: 'a user, with the plugins of 2.1',
    only: '2.1.2',
    before: { 'mosquitto.conf': plugins },
    after: {
      'mosquitto.conf': plugins,
      pw: passwd.replace(/^bob.*$/m, ''),
      acl: acl.replace('topic write b\n', ''),
    },
    words: [/^alice could no longer publish to b /, /^bob would no longer be let in/],
  },
  {
    name: 'options instead of the plugins of 2.1: nothing',
    only: '2.1.2',
    before: { 'mosquitto.conf': plugins },
    after: {
      'mosquitto.conf': `acl_file /etc/DIR/acl\npassword_file /etc/DIR/pw\nlistener 1883 127.0.0.1\n`,
    },
    words: [],
  },
  {
    name: 'an ACL line that is none',
    after: { acl: 'user alice\ntopic writes b\n' },
    words: [
      /^the broker would not start with \/etc\/after\/mosquitto\.conf/,
      /ended with 3$/,
      /writes.*\/etc\/after\/acl/,
      /\/etc\/after\/acl/,
    ],
  },
];

describeHosts('shadow brokers', () => {
  describe.each(releases)('$release', ({ release, version }) => {
    let host: TestHost;
    let library = '';

    beforeAll(async () => {
      host = await bootHost({
        release,
        init: 'none',
        network: 'none',
        preinstall: ['mosquitto', 'mosquitto-clients'],
      });
      library = await host.must('dirname "$(find /usr/lib -name mosquitto_dynamic_security.so -type f)"');
      const bundle = await bundleScript(script);
      await host.must(['sh', '-c', 'cat > /root/compare.mjs'], {
        input: await readFile(bundle.path, 'utf8'),
      });
      await bundle.remove();
    });
    afterAll(async () => {
      await host?.stop();
    });

    async function lay(name: string, files: Partial<typeof base>): Promise<void> {
      await host.must(`rm -rf /etc/${name}`);
      for (const [file, text] of Object.entries({ ...base, ...files }))
        await host.write(`/etc/${name}/${file}`, text.replaceAll('DIR', name).replaceAll('LIB', library));
      await host.must(
        `chown mosquitto: /etc/${name}/pw /etc/${name}/acl && chmod 600 /etc/${name}/pw /etc/${name}/acl`,
      );
    }

    test.each(cases.filter(({ only = version }) => only === version))('$name', async (one) => {
      await lay('before', one.before ?? {});
      await lay('after', one.after);
      const { words, unshadowable } = answer.parse(
        JSON.parse(await host.must(['node', '/root/compare.mjs', version])),
      );
      expect({ words, unshadowable }).toMatchObject({ unshadowable: 0 });
      const expected = one.name.includes('2.0.11 cannot') && version === '2.0.11' ? [] : one.words;
      expect(words).toEqual(expected.map((word) => expect.stringMatching(word) as string));
      expect(
        await host.must(
          'ls -A /var/lib/mosquitto; ls -d /var/lib/mqtt-setup 2>/dev/null; pgrep mosquitto; true',
        ),
      ).toBe('');
    });
  });
});
