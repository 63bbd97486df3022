import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { compareShadows } from '../../src/engine/shadow/compare-shadows.ts';
import { withShadow } from '../../src/engine/shadow/with-shadow.ts';
import { Hidden } from '../../src/hidden.ts';
import { connect } from '../../src/host/mqtt.ts';
import { realHost } from '../../src/host/real.ts';
import { hashPassword, newSalt } from '../../src/mosquitto/hash.ts';
import { type Files, treeAt } from '../helpers/lint.ts';
import { noBroker, startMosquitto } from '../helpers/mosquitto.ts';
import { scratch } from '../helpers/scratch.ts';
import { bundleScript } from '../helpers/script.ts';
import { compareFiles, complaint, toolsFor, wordsOf, writtenTree } from '../helpers/shadows.ts';

const reason = noBroker();
if (reason !== null) process.stderr.write(`shadow brokers are left out: ${reason}\n`);

const hash = await hashPassword('a password that nobody else knows', newSalt(), 100);
const other = await hashPassword('another', newSalt(), 100);
const pem = (name: string): string => readFileSync(new URL(`../cases/lint/${name}`, import.meta.url), 'utf8');

const base = {
  'mosquitto.conf': [
    'listener 1883 127.0.0.1',
    'allow_anonymous false',
    'password_file DIR/pw',
    'acl_file DIR/acl',
    'persistence true',
    'persistence_location DIR/',
    'max_connections 1',
    '',
  ].join('\n'),
  pw: `# people\nalice:${hash}\nbob:${hash}\n`,
  acl: 'topic read news\nuser alice\ntopic readwrite a/#\ntopic write b\nuser bob\ntopic read a/+/c\npattern readwrite u/%u/#\n',
} satisfies Files;

const changed = (name: keyof typeof base, from: string, to: string): Files => {
  if (!base[name].includes(from)) throw new Error(`no ${from} in ${name}`);
  return { ...base, [name]: base[name].replace(from, to) };
};

const per = (text: string): Files => ({ ...base, 'mosquitto.conf': text });

/** What is changed, and all that the shadows then answer otherwise. */
const changes: [name: string, after: Files, words: string[]][] = [
  ['nothing', base, []],
  ['comments and order of what means the same', changed('pw', '# people\n', '# folk\n\n'), []],
  [
    'an ACL line gone',
    changed('acl', 'topic write b\n', ''),
    ['alice could no longer publish to b (127.0.0.1:1883)'],
  ],
  [
    'a deny added',
    changed('acl', 'topic write b', 'topic deny a/x\ntopic write b'),
    [
      'alice could no longer publish to a/x (127.0.0.1:1883)',
      'alice could no longer read a/x (127.0.0.1:1883)',
    ],
  ],
  [
    'a right to read $SYS',
    changed('acl', 'topic write b', 'topic write b\ntopic read $SYS/broker/version'),
    ['alice could read $SYS/broker/version (127.0.0.1:1883)'],
  ],
  [
    'a pattern for another',
    changed('acl', 'pattern readwrite u/%u/#', 'pattern readwrite u/%u'),
    ['alice', 'bob'].flatMap((name) =>
      ['publish to', 'read'].map(
        (what) =>
          `${name} could no longer ${what} u/${name}/shadow-below, u/${name}/shadow-below/shadow-below/shadow-below (127.0.0.1:1883)`,
      ),
    ),
  ],
  ['a user gone', changed('pw', `bob:${hash}\n`, ''), ['bob would no longer be let in (127.0.0.1:1883)']],
  ['a user more', changed('pw', 'bob', `carl:${hash}\nbob`), ['carl would be let in (127.0.0.1:1883)']],
  [
    'another password',
    changed('pw', `bob:${hash}`, `bob:${other}`),
    ['bob would no longer be let in (127.0.0.1:1883)'],
  ],
  [
    'a hash that is none',
    changed('pw', `bob:${hash}`, 'bob:plain'),
    ['bob would no longer be let in (127.0.0.1:1883)'],
  ],
  [
    'anonymous let in',
    changed('mosquitto.conf', 'allow_anonymous false', 'allow_anonymous true'),
    ['a client without a name would be let in (127.0.0.1:1883)'],
  ],
  [
    'anybody let in, with any password',
    changed('mosquitto.conf', 'allow_anonymous false\npassword_file DIR/pw', 'allow_anonymous true'),
    [
      'a client without a name would be let in (127.0.0.1:1883)',
      'a name that nobody has would be let in (127.0.0.1:1883)',
      'alice with a wrong password would be let in (127.0.0.1:1883)',
      'alice with an empty password would be let in (127.0.0.1:1883)',
    ],
  ],
  [
    'a listener moved',
    changed('mosquitto.conf', 'listener 1883 127.0.0.1', 'listener 1884 127.0.0.1'),
    ['what is at 127.0.0.1:1883 would be at 127.0.0.1:1884'],
  ],
  [
    'a listener opened to all',
    changed('mosquitto.conf', 'listener 1883 127.0.0.1', 'listener 1883'),
    ['what is at 127.0.0.1:1883 would be at *:1883'],
  ],
  [
    'a Unix socket more',
    changed('mosquitto.conf', 'max_connections 1', 'max_connections 1\nlistener 0 DIR/sock'),
    ['DIR/sock would be opened'],
  ],
  [
    'a limit',
    changed('mosquitto.conf', 'max_connections 1', 'max_connections 2'),
    ['127.0.0.1:1883: max_connections would be “2” instead of “1”'],
  ],
  [
    'websockets instead',
    changed('mosquitto.conf', 'max_connections 1', 'max_connections 1\nlistener 9001\nprotocol websockets'),
    ['*:9001 would be opened'],
  ],
];

/** Root's broker becomes another user, for whom the way to its files is closed. */
const isRoot = process.getuid?.() === 0;
const users = isRoot && existsSync('/usr/sbin/mosquitto') ? ['mosquitto'] : [];

describe.skipIf(reason !== null)('two shadows differ in exactly what was changed', () => {
  test.each(changes)('%s', async (_name, after, words) => {
    const folders = await scratch();
    const result = await compareFiles(folders, { before: base, after });
    expect(wordsOf(result)).toEqual(words.map((one) => one.replace('DIR', `${folders.dir}/after`)));
    expect(result.unshadowable).toEqual([]);
    expect(result.asked.questions).toBeGreaterThan(50);
    expect(await readdir(folders.state)).toEqual([]);
  });

  test('and back', async () => {
    for (const [, after] of changes.slice(2, 5)) {
      const there = await compareFiles(await scratch(), { before: after, after: base });
      expect(wordsOf(there)).toHaveLength(
        wordsOf(await compareFiles(await scratch(), { before: base, after })).length,
      );
    }
  });

  test.each(users)('run by %s, where we are root', async (user) => {
    const folders = await scratch();
    const after = changed('acl', 'topic write b\n', '');
    // Where it was unpacked, this user may not go.
    const tools = toolsFor(folders.state, { binary: '/usr/sbin/mosquitto', libraries: [] });
    const result = await compareFiles(folders, { before: base, after }, user, tools);
    expect(wordsOf(result)).toEqual(['alice could no longer publish to b (127.0.0.1:1883)']);
  });

  test('a listener with TLS, one that wants certificates, and a mount point', async () => {
    const conf = (mount: string, more: string): string =>
      `listener 1883\nallow_anonymous true\nacl_file DIR/acl\n${mount}listener 8883\ncertfile DIR/c.pem\nkeyfile DIR/k.pem\n${more}`;
    const files = { 'c.pem': pem('server.pem'), 'k.pem': pem('server.key'), acl: 'topic m/a\ntopic a\n' };
    const compare = async (before: string, after: string): Promise<string[]> => {
      const files2 = {
        before: { ...files, 'mosquitto.conf': before },
        after: { ...files, 'mosquitto.conf': after },
      };
      return wordsOf(await compareFiles(await scratch(), files2));
    };
    expect(await compare(conf('', ''), conf('', ''))).toEqual([]);
    expect(await compare(conf('', ''), conf('', 'cafile DIR/c.pem\nrequire_certificate true\n'))).toEqual([
      '*:8883: what a client needs beside a name and a password would be: a certificate (now: none)',
    ]);
    expect(await compare(conf('mount_point m/\n', ''), conf('mount_point m/\n', ''))).toEqual([]);
    const unmounted = await compare(conf('mount_point m/\n', ''), conf('', ''));
    expect(unmounted[0]).toBe('*:1883: mount_point would be “” instead of “m/”');
    expect(unmounted).toContain('a client without a name could publish to m/a (*:1883)');
  });

  test('listeners with rules of their own', async () => {
    const conf =
      'per_listener_settings true\nlistener 1883 127.0.0.1\npassword_file DIR/pw\nacl_file DIR/acl\nlistener 1884 127.0.0.1\nallow_anonymous true\nacl_file DIR/acl2\n';
    const before = { ...per(conf), acl2: 'topic read news\n' };
    const after = { ...per(conf), acl2: 'topic news\n' };
    expect(wordsOf(await compareFiles(await scratch(), { before, after: before }))).toEqual([]);
    expect(wordsOf(await compareFiles(await scratch(), { before, after }))).toEqual([
      'a client without a name could publish to news (127.0.0.1:1884)',
    ]);
  });

  test('security above the first listener with per_listener_settings: another door, and everybody out', async () => {
    const open = 'password_file DIR/pw\nacl_file DIR/acl\nlistener 8883 127.0.0.1\n';
    const result = await compareFiles(await scratch(), {
      before: per(open),
      after: per(`per_listener_settings true\n${open}`),
    });
    expect(wordsOf(result)).toEqual([
      '*:1883 would be opened, to clients without a name too',
      'alice would no longer be let in (127.0.0.1:8883)',
      'bob would no longer be let in (127.0.0.1:8883)',
    ]);
  });

  test('without a listener 2.0.11 does not close to anonymous clients', async () => {
    const result = await compareFiles(await scratch(), {
      before: per('allow_anonymous true\n'),
      after: per('allow_anonymous false\n'),
    });
    expect(wordsOf(result)).toEqual([]);
    const stray = await compareFiles(await scratch(), {
      before: per('allow_anonymous false\n'),
      after: per('allow_anonymous false\nuse_username_as_clientid false\nmax_connections 5\n'),
    });
    expect(wordsOf(stray)).toEqual([
      'what is at localhost:1883 would be at *:1883',
      'localhost:1883: max_connections would be “5” instead of “-1”',
    ]);
  });
});

/** Configurations that get in the way of questions; people and rules are those of `odd`. */
const oddConfs: [name: string, conf: string][] = [
  ['prefixes of client ids', 'clientid_prefixes home-\nlistener 1883\n'],
  ['names as client ids', 'listener 1883\nuse_username_as_clientid true\n'],
  ['no client ids of length 0', 'allow_zero_length_clientid false\nlistener 1883\n'],
  ['a mount point of the broker’s own kind', 'listener 1883\nmount_point $m/\n'],
  [
    'limits',
    'max_keepalive 10\nmax_packet_size 20\nmax_queued_messages 0\nlistener 1883\nmax_qos 0\nmax_connections 0\n',
  ],
  ['nothing retained', 'retain_available false\nsys_interval 0\nlistener 1883\n'],
  ['the old words for a listener', 'port 1883\nbind_address 127.0.0.1\nallow_anonymous true\n'],
  [
    'websockets with TLS',
    'listener 1883\nlistener 9001\nprotocol websockets\ncertfile DIR/c.pem\nkeyfile DIR/k.pem\n',
  ],
  ['a certificate without its key, which is none', 'listener 8883\ncertfile DIR/c.pem\n'],
  ['a shared key', 'listener 1883\nlistener 8883\npsk_hint x\npsk_file DIR/psk\n'],
  [
    'a name from a certificate that nobody has',
    'listener 8883\ncafile DIR/c.pem\ncertfile DIR/c.pem\nkeyfile DIR/k.pem\nuse_identity_as_username true\n',
  ],
  ['included files', 'listener 1883\ninclude_dir DIR/d\nmax_inflight_messages 5\n'],
  ['a bridge', 'listener 1883\nconnection c\naddress 127.0.0.1:1\ntopic # both\nremote_password hush\n'],
  ['no log', 'log_type none\nlog_dest none\nconnection_messages false\nlistener 1883\n'],
];

const odd = {
  pw: ['alice', 'b c', 'd+e', 'f/g', '#h', 'ünï', '$x', 'a'.repeat(200)]
    .map((name) => `${name}:${hash}\n`)
    .join(''),
  acl: [
    'topic read $aws/#',
    'user alice',
    'topic readwrite #',
    'topic deny +/secret/#',
    'topic deny a//b',
    'user b c',
    'topic write /',
    'topic read $SYS/broker/+/total',
    'user $x',
    `topic ${Array.from({ length: 150 }, () => 'l').join('/')}`,
    'pattern readwrite of/%u/%c/#',
    'pattern read $aws/%c',
    'pattern deny of/%u/deny',
    '',
  ].join('\n'),
  psk: 'alice:0123\n',
  'c.pem': pem('server.pem'),
  'k.pem': pem('server.key'),
  'd/x.conf': 'listener 1884\nallow_anonymous true\n',
};

describe.skipIf(reason !== null)('whatever gets in the way, the same is the same:', () => {
  test.each(oddConfs)('%s', async (_name, conf) => {
    const files = { ...odd, 'mosquitto.conf': `password_file DIR/pw\nacl_file DIR/acl\n${conf}` };
    const result = await compareFiles(await scratch(), { before: files, after: files });
    expect(wordsOf(result)).toEqual([]);
    // Somebody was let in and asked; where only a certificate has a name, nobody is.
    expect(result.asked.questions).toBeGreaterThan(conf.includes('use_identity') ? 10 : 500);
  });
});

describe.skipIf(reason !== null)('a shadow', () => {
  test('leaves alone what a broker that runs on the original has', async () => {
    const { state } = await scratch();
    const broker = await startMosquitto({
      conf: 'listener PORT 127.0.0.1\npassword_file DIR/passwd\nacl_file DIR/acl\npersistence true\npersistence_location DIR/\nautosave_interval 1\nautosave_on_changes true\npid_file DIR/pid\nlog_dest file DIR/log\n',
      passwd: { alice: 'secret' },
      acl: 'user alice\ntopic readwrite #\n',
    });
    try {
      const session = await loggedIn(broker.port);
      await session.publish('kept', 'yes', { qos: 1, retain: true });
      await expect.poll(() => existsSync(join(broker.dir, 'mosquitto.db'))).toBe(true);
      const before = await fingerprint(broker.dir);
      const tree = await treeAt(broker.dir, '2.0.11');
      const result = await compareShadows(realHost(), { before: tree, after: tree }, toolsFor(state));
      expect(wordsOf(result)).toEqual([]);
      expect(result.differences).toEqual([]);
      expect(await fingerprint(broker.dir)).toEqual(before);
      await session.subscribe('kept', 0);
      expect(await session.waitFor(({ payload }) => payload === 'yes', 5000)).toMatchObject({ retain: true });
      await session.end();
    } finally {
      await broker.stop();
    }
  });

  test('is closed to others while it runs, on disk and on the network', async () => {
    const { dir, state } = await scratch();
    const tree = await writtenTree(dir, {
      ...base,
      'mosquitto.conf': `${base['mosquitto.conf']}listener 9001\nprotocol websockets\n`,
    });
    const request = { tree, role: 'candidate', secret: 'x', roots: [] } as const;
    await withShadow(realHost(), request, toolsFor(state), async ({ pid, listeners }) => {
      const [name = ''] = await readdir(state);
      const names = await readdir(join(state, name), { recursive: true });
      expect(names.length).toBe(3);
      for (const one of ['.', ...names]) {
        const found = await lstat(join(state, name, one));
        expect(found.mode & 0o777).toBe(one === '.' ? 0o700 : 0o600);
        if (found.isFile()) expect(await readFile(join(state, name, one), 'utf8')).not.toContain(hash);
      }
      const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      expect(argv.split('\0').slice(1)).toEqual(['-c', `${name}.conf`, '']);
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/VITEST|HOME=/);
      expect(listeners.map((one) => one.name)).toEqual(['127.0.0.1:1883', '*:9001']);
    });
    expect(await readdir(state)).toEqual([]);
  });

  test('does not start: the broker says why, about the files of the original', async () => {
    const { dir, state } = await scratch();
    const good = await writtenTree(`${dir}/good`, base);
    const bad = await writtenTree(`${dir}/bad`, changed('acl', 'topic write b', 'topic writes b'));
    const words = await complaint(compareShadows(realHost(), { before: good, after: bad }, toolsFor(state)));
    expect(words.slice(0, 2)).toEqual([
      `the broker would not start with ${dir}/bad/mosquitto.conf as it is to be`,
      'a trial run of it ended with 3',
    ]);
    expect(words.join('\n')).toMatch(/Invalid topic access type "writes"/);
    const typo = await writtenTree(
      `${dir}/typo`,
      changed('mosquitto.conf', 'persistence true', 'persistance true'),
    );
    const said = await complaint(compareShadows(realHost(), { before: typo, after: good }, toolsFor(state)));
    expect(said.join('\n')).toContain(`Error found at ${dir}/typo/mosquitto.conf:5.`);
    expect(await readdir(state)).toEqual([]);
  });

  test('is not made of what a plugin decides, or of files that cannot be read', async () => {
    const { dir, state } = await scratch();
    const good = await writtenTree(`${dir}/good`, base);
    const plugged = await writtenTree(`${dir}/plugged`, per('listener 1883\nplugin /usr/lib/x.so\n'));
    const result = await compareShadows(realHost(), { before: good, after: plugged }, toolsFor(state));
    expect(result.unshadowable).toMatchObject([
      { place: { file: `${dir}/plugged/mosquitto.conf`, line: 2 } },
    ]);
    expect(result.asked.questions).toBe(0);
    const request = { tree: plugged, role: 'candidate', secret: 'x', roots: [] } as const;
    expect(await complaint(withShadow(realHost(), request, toolsFor(state), async () => undefined))).toEqual([
      'the plugin of this plugin line decides by itself who may do what: no trial run can show it',
    ]);
    const none = await treeAt(`${dir}/nowhere`, '2.0.11');
    expect(
      await complaint(compareShadows(realHost(), { before: none, after: good }, toolsFor(state))),
    ).toEqual([
      `${dir}/nowhere/mosquitto.conf cannot be read, so that no trial run can be made of the configuration`,
    ]);
    expect(await readdir(state)).toEqual([]);
  });

  test('is gone when we are interrupted', async () => {
    const { dir, state } = await scratch();
    const tree = await writtenTree(dir, base);
    const controller = new AbortController();
    const tools = toolsFor(state, { signal: controller.signal });
    let pid = 0;
    const request = { tree, role: 'candidate', secret: 'x', roots: [] } as const;
    const run = withShadow(realHost(), request, tools, async (shadow) => {
      ({ pid } = shadow);
      controller.abort('SIGINT');
      await compareShadows(realHost(), { before: tree, after: tree }, tools);
    });
    expect(await complaint(run)).toEqual([
      'Interrupted: the trial run of the broker has been ended, nothing has been changed.',
    ]);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(await readdir(state)).toEqual([]);
  });

  test('dies with us when we are killed, and the next run clears away', async () => {
    const { dir, state } = await scratch();
    await writtenTree(dir, base);
    const script = await bundleScript(`
      import { withShadow } from '@/engine/shadow/with-shadow.ts';
      import { gatherConfTree } from '@/facts/conf-tree.ts';
      import { realHost } from '@/host/real.ts';
      const tools = { ...JSON.parse(process.argv[3]), connect: null, nonce: () => 'abcdef0123456789' };
      const host = realHost();
      const tree = await gatherConfTree(host, process.argv[2], tools.version, { runsAs: host.user.name });
      await withShadow(host, { tree, role: 'candidate', secret: 'x', roots: [] }, tools, async ({ pid }) => {
        console.log(pid);
        await new Promise((resolve) => setTimeout(resolve, 60000));
      });
    `);
    try {
      const { version, binary, libraries } = toolsFor(state);
      const plain = JSON.stringify({ version, binary, libraries, state });
      const child = spawn(process.execPath, [script.path, `${dir}/mosquitto.conf`, plain], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      const pid = Number(line.toString());
      expect(readFileSync(`/proc/${pid}/comm`, 'utf8').trim()).toBe('mosquitto');
      child.kill('SIGKILL');
      await once(child, 'exit');
      await expect.poll(() => isAlive(pid)).toBe(false);
      expect(await readdir(state)).toHaveLength(1);
      await compareFiles({ dir: `${dir}/again`, state }, { before: base, after: base });
      expect(await readdir(state)).toEqual([]);
    } finally {
      await script.remove();
    }
  });

  test('needs no rights', async () => {
    if (!existsSync('/usr/sbin/mosquitto')) return;
    const script = await bundleScript(`
      import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
      import { randomBytes } from 'node:crypto';
      import { compareShadows } from '@/engine/shadow/compare-shadows.ts';
      import { gatherConfTree } from '@/facts/conf-tree.ts';
      import { connect } from '@/host/mqtt.ts';
      import { realHost } from '@/host/real.ts';
      const version = { major: 2, minor: 0, patch: 11 };
      const host = realHost();
      const dir = mkdtempSync('/tmp/shadow-nobody-');
      const tree = async (name, acl) => {
        const conf = 'listener 1883\\nallow_anonymous true\\nacl_file ' + dir + '/' + name + '.acl\\nuser nobody-at-all\\n';
        writeFileSync(dir + '/' + name + '.conf', conf);
        writeFileSync(dir + '/' + name + '.acl', acl);
        return gatherConfTree(host, dir + '/' + name + '.conf', version, { runsAs: host.user.name });
      };
      const trees = { before: await tree('a', 'topic read x\\n'), after: await tree('b', 'topic x\\n') };
      const nonce = () => randomBytes(16).toString('hex');
      const result = await compareShadows(host, trees, {
        version, binary: '/usr/sbin/mosquitto', libraries: [], state: dir + '/state', connect, nonce,
      });
      const left = readdirSync(dir).filter((name) => name === 'state');
      rmSync(dir, { recursive: true });
      console.log(JSON.stringify({ uid: host.user.uid, left, found: result.differences.map((one) => [one.kind, one.topics]) }));
    `);
    try {
      const become = isRoot ? ['--reuid=nobody', '--regid=nogroup', '--clear-groups'] : ['--clear-groups'];
      const argv = isRoot ? [...become, '--', process.execPath, script.path] : [script.path];
      const { stdout } = await promisify(execFile)(isRoot ? 'setpriv' : process.execPath, argv, {
        env: { PATH: '/usr/bin:/bin' },
        cwd: '/',
      });
      const { uid, left, found } = JSON.parse(stdout) as { uid: number; left: string[]; found: unknown };
      expect(uid).not.toBe(0);
      expect({ left, found }).toEqual({ left: [], found: [['publish', ['x']]] });
    } finally {
      await script.remove();
    }
  });
});

async function loggedIn(port: number) {
  const endpoint = { listener: 'x', host: '127.0.0.1', port, transport: 'tcp' } as const;
  const credentials = { username: 'alice', password: new Hidden('secret') };
  const result = await connect({
    endpoint,
    protocolVersion: 5,
    clientId: 'kept',
    credentials,
    timeoutMs: 5000,
  });
  if (result.outcome !== 'accepted') throw new Error(result.outcome);
  return result.session;
}

/** Every file of a folder: what is in it, whose it is, when it was changed. */
async function fingerprint(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort();
  const entries = names.map(async (name) => {
    const found = await lstat(join(dir, name));
    const bytes = found.isFile() ? await readFile(join(dir, name)) : '';
    const hash = createHash('sha256').update(bytes).digest('hex');
    return [name, `${hash} ${found.mode} ${found.uid} ${found.mtimeMs} ${found.ino}`] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}
