import { appendFile, chmod, chown, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeCli } from '../helpers/cli-describe.ts';
import { type Failure, failure, type Local, localBroker, verified } from '../helpers/cli-journey.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import type { Sandbox } from '../helpers/cli-sandbox.ts';
import { treeOf } from '../helpers/cli-tree.ts';
import { applyJson, json, told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';
import { rowsInTurn } from '../helpers/turns.ts';

const codes = ({ problems }: Failure): string[] => problems.map(({ code }) => code);

/** Each is refused with its own text. */
const names: [string, string][] = [
  ['', 'accounts.name.empty'],
  ['#admin', 'accounts.name.comment'],
  ['a:b', 'accounts.name.colon'],
  ['a\nuser evil', 'accounts.name.control'],
  ['a\rb', 'accounts.name.control'],
  ['a\u0085b', 'accounts.name.control'],
  [' lead', 'accounts.name.blank'],
  ['trail ', 'accounts.name.blank'],
  ['../../x', 'accounts.name.slash'],
  ['a+b', 'accounts.name.wildcard'],
  ['e\u0301ric', 'accounts.name.nfc'],
  ['a\u202eb', 'accounts.name.invisible'],
  ['x'.repeat(65_536), 'accounts.name.long'],
  ['mqtt-setup-probe', 'accounts.name.reserved'],
  ['a b', 'accounts.name.characters'],
  ['__proto__', 'accounts.name.characters'],
  ['a;id', 'accounts.name.characters'],
  ['$(id)', 'accounts.name.characters'],
];

const topics: [string, string][] = [
  ['', 'accounts.topic.empty'],
  ['a/#/b', 'accounts.topic.hash'],
  ['a#', 'accounts.topic.hash'],
  ['+a', 'accounts.topic.plus'],
  ['a\ntopic readwrite #', 'accounts.topic.control'],
  ['a/b ', 'accounts.topic.blank'],
  ['x/'.repeat(300), 'accounts.topic.deep'],
  ['home/%u/#', 'accounts.topic.pattern'],
  ['$CONTROL/dynamic-security/v1', 'accounts.topic.control-api'],
  ['$share/g/a', 'accounts.topic.share'],
  ['y'.repeat(65_536), 'accounts.topic.long'],
];

/** Content of a password file. */
const passwords: [string, string, string][] = [
  ['nothing', '', 'accounts.password.empty'],
  ['a line end', '\n', 'accounts.password.empty'],
  ['blanks', '    \n', 'accounts.password.blank'],
  ['two lines', 'one\ntwo\n', 'accounts.password.control'],
  ['a NUL', 'a\0b', 'accounts.password.control'],
  ['132 bytes of emoji', '🦜'.repeat(33), 'accounts.password.long'],
  ['nine characters', 'p&<>"\'`=x', 'accounts.password.short'],
  ['what is tried first', 'Motdepasse2026!', 'accounts.password.common'],
  ['a run along the keyboard', 'azertyuiop123', 'accounts.password.common'],
  ['the account’s own name', 'bob-bob-bob-26', 'accounts.password.name'],
];

const ports: [string, string][] = [
  ['0', 'spec.port.range'],
  ['65536', 'spec.port.range'],
  ['99999999999999999999', 'spec.port.range'],
  ['1883; ', 'spec.port.form'],
  ['1883.0', 'spec.port.form'],
  ['0x75B', 'spec.port.form'],
  ['1e3', 'spec.port.form'],
  ['01883', 'spec.port.form'],
  ['', 'spec.port.form'],
  ['-1', 'spec.port.form'],
  ['80', 'spec.port.low'],
];

const binds: [string, string][] = [
  ['::1%lo', 'spec.address.zone'],
  ['999.1.1.1', 'spec.address.form'],
  ['0.0.0.0 extra', 'spec.address.blank'],
  ['', 'spec.address.blank'],
  ['localhost', 'spec.address.form'],
  ['[::1]', 'spec.address.brackets'],
  ['10.0.0.0/8', 'spec.address.range'],
  ['::ffff:127.0.0.1', 'spec.address.mapped'],
  ['fe80::1', 'spec.address.link-local'],
  ['loopbck', 'spec.bind.unknown'],
];

describeCli('the command line', (sandbox) => {
  const local = localBroker(sandbox);
  beforeAll(async () => {
    await local.install('--port', `${await freePort()}`);
  });
  const refused = async (args: readonly string[], code: number, input = ''): Promise<Failure> =>
    failure(await local.unchanged([...args, '--json'], { input }), code);

  test.each(
    rowsInTurn(names).map(([name, code]) => [JSON.stringify(name).slice(0, 40), name, code] as const),
  )('the name %s', async (_title, name, code) => {
    const error = await refused(['add-user', '--generate', name], 64);
    expect(codes(error)).toEqual([code]);
  });

  test('the name -D, as an option and after --', async () => {
    expect(codes(await refused(['add-user', '-D', '--generate'], 64))).toEqual(['cli.usage.unknownOption']);
    const result = await sandbox.cli(['add-user', '--json', '--generate', '--local', local.dir, '--', '-D']);
    expect(codes(failure(result, 64))).toEqual(['accounts.name.dash']);
  });

  test('constructor and names in other scripts are fine', async () => {
    for (const name of ['constructor', 'toString', 'éric', 'Ünsal', '温度计'])
      expect((await local.unchanged(['add-user', name, '--generate', '--dry-run'])).code).toBe(0);
  });

  test('topics, all at once', async () => {
    const flags = topics.flatMap(([topic]) => ['--topic', topic]);
    const error = await refused(['add-user', 'bob', '--generate', '--role', 'both', ...flags], 64);
    expect(codes(error)).toEqual(topics.map(([, code]) => code));
  });

  test.each(rowsInTurn(passwords))('a password file with %s', async (_name, content, code) => {
    const error = await refused(['add-user', 'bob', '--password-file', '-'], 65, content);
    expect(codes(error)).toEqual([code]);
    if (content.trim() !== '') expect(JSON.stringify(error)).not.toContain(content.trim());
  });

  test.each(rowsInTurn(ports))('the port %j', async (port, code) => {
    expect(codes(await refused(['install', '--yes', `--port=${port}`], 64))).toEqual([code]);
  });

  test('addresses, all at once', async () => {
    const flags = binds.map(([address]) => `--bind=${address}`);
    const error = await refused(['install', '--yes', ...flags], 64);
    expect(codes(error)).toEqual(binds.map(([, code]) => code));
  });

  test('addresses that this machine has not, and words that stand alone', async () => {
    expect(
      codes(await refused(['install', '--yes', '--profile', 'lan', '--bind', '192.0.2.77'], 65)),
    ).toEqual(['preflight.address']);
    expect(codes(await refused(['install', '--yes', '--bind', 'all', '--bind', '127.0.0.1'], 64))).toEqual([
      'spec.bind.mixed',
    ]);
    expect(codes(await refused(['install', '--yes', '--bind', 'all'], 65))).toEqual(['spec.rule.local']);
  });

  test('everything that is wrong is said at once', async () => {
    const flags = await refused(['install', '--yes', '--port', '0', '--bind', 'al', '--profile', 'lann'], 64);
    expect(codes(flags)).toEqual(['spec.choice', 'spec.port.range', 'spec.bind.unknown']);
    expect(flags.problems.map(({ hint }) => hint)).toEqual([
      'Did you mean "lan"?',
      null,
      'Did you mean "all"?',
    ]);
    const account = await refused(
      ['add-user', 'a:b', '--topic', 'a#', '--topic', '+a', '--role', 'publishr'],
      64,
    );
    expect(codes(account)).toEqual([
      'accounts.name.colon',
      'accounts.topic.hash',
      'accounts.topic.plus',
      'accounts.role.unknown',
    ]);
    expect(account.problems.at(-1)?.hint).toBe('Did you mean "publisher"?');
  });

  const misspelt: [string[], string, string][] = [
    [['instal'], 'cli.usage.unknownCommand', 'install'],
    [['adduser', 'bob'], 'cli.usage.unknownCommand', 'add-user'],
    [['install', '--prot', '1883'], 'cli.usage.unknownOption', '--port'],
    [['add-user', 'bob', '--generat'], 'cli.usage.unknownOption', '--generate'],
    [['verify', '--hots', 'x'], 'cli.usage.unknownOption', '--host'],
    [['list-users', '--jso'], 'cli.usage.unknownOption', '--json'],
    [['remove-user', 'ownr'], 'cli.account.unknown', 'owner'],
    [['set-password', 'onwer', '--generate'], 'cli.account.unknown', 'owner'],
  ];
  test.each(rowsInTurn(misspelt))('%j: did you mean', async (args, code, word) => {
    const error = await refused(args, 64);
    expect(codes(error)).toEqual([code]);
    expect(error.hint).toBe(`Did you mean ${word}?`);
  });

  const impossible: [string[], number, string][] = [
    [['add-user'], 64, 'cli.usage.missingArgument'],
    [['add-user', 'bob', 'eve', '--generate'], 64, 'cli.usage.excess'],
    [['add-user', 'bob', '--password-file'], 64, 'cli.usage.optionValue'],
    [['add-user', 'bob', '--generate', '--password-env', 'X'], 64, 'cli.password.twoWays'],
    [['add-user', 'bob', '--password-env', 'X'], 64, 'cli.password.noEnv'],
    [['add-user', 'bob', '--password-file', '/nowhere'], 65, 'cli.password.noFile'],
    [['add-user', 'bob', '--password-file', '/etc'], 65, 'cli.password.noFile'],
    [['add-user', 'bob', '--password', 'x'], 64, 'cli.usage.unknownOption'],
    [['add-user', 'bob'], 64, 'cli.password.needed'],
    [['add-user', 'bob', '--role', 'both', '--generate'], 64, 'cli.account.noTopics'],
    [['add-user', 'owner', '--generate'], 64, 'cli.account.exists'],
    [['install', '--yes', '--password-file', '-'], 64, 'cli.password.whose'],
    [['verify', '--only', 'nothing'], 64, 'checks.run.unknown'],
    [['verify', '--timeout', '0'], 64, 'cli.verify.timeout'],
    [['verify', '-h', 'localhost', '-p', '0'], 64, 'cli.verify.port'],
    [['verify', '-L', 'http://x'], 64, 'cli.verify.url'],
    [['verify', '-h', 'localhost', '--topic', 'a/+'], 64, 'cli.verify.topicWildcard'],
    [['logs', '-n', '-1'], 64, 'cli.logs.lines'],
    [['verify', '--color', 'pink'], 64, 'cli.usage.badColor'],
  ];
  test.each(rowsInTurn(impossible))('%j', async (args, code, key) => {
    expect(codes(await refused(args, code))).toEqual([key]);
  });

  test('a folder must be named, and one that a configuration file can name', async () => {
    for (const dir of ['/', 'a\nb', `${sandbox.folder()} `]) {
      const result = await sandbox.cli(['install', '--yes', '--json', '--local', dir]);
      expect(codes(failure(result, 64)), JSON.stringify(dir)).toEqual(['cli.path.unsafe']);
    }
    // A variable that is empty must never mean the machine's own broker.
    const nameless = await sandbox.cli(['install', '--yes', '--json', '--local', '']);
    expect(codes(failure(nameless, 64))).toEqual(['cli.usage.optionValue']);
  });
});

describeCli('passwords that are fine', (sandbox) => {
  const rows: [string, string][] = [
    ['what templates and shells trip over', 'p&<>"\'`=\\ $HOME %u #x'],
    ['the form of a hash', '$7$101$abc$def=='],
    ['blanks in the middle and at both ends', ' ein  kurzer Satz '],
    ['128 bytes of emoji', String.fromCodePoint(...Array.from({ length: 32 }, (_, i) => 0x1f400 + i))],
    ['colons and a comment', '#a:b:c#ist lang'],
  ];
  const local = localBroker(sandbox);
  const port = freePort();
  beforeAll(async () => {
    await local.install('--port', `${await port}`);
  });

  test.each(rowsInTurn(rows))('%s: it opens the broker', async (_name, password) => {
    const name = `user${rows.findIndex(([, other]) => other === password)}`;
    const args = ['add-user', name, '--role', 'both', '--topic', 'x/#', '--password-file', '-'];
    await local.must(args, { input: `${password}\r\n` });
    const clients = await clientsOf(sandbox, await port, { name, password });
    const right = await clients.publish('x/1', 'in');
    // mosquitto_pub trims its own configuration file.
    if (password === password.trim()) expect(right.code, told(right)).toBe(0);
    const wrong = await clientsOf(sandbox, await port, { name, password: `${password}x` });
    expect((await wrong.publish('x/1', 'in')).code).not.toBe(0);
  });

  test('nine characters, where broker.yaml allows them; the same again is taken also afterwards', async () => {
    const password = 'p&<>"\'`=x';
    const file = join(local.dir, 'broker.yaml');
    const strict = await readFile(file, 'utf8');
    await writeFile(file, `${strict}\npasswords: { min_length: 8, iterations: 5000 }\n`);
    await local.must(['add-user', 'short', '--topic', 'x/#', '--password-file', '-'], { input: password });
    expect(await readFile(join(local.dir, 'passwd'), 'utf8')).toContain('short:$7$5000$');
    await writeFile(file, strict);
    const again = ['set-password', 'short', '--password-file', '-', '--json'];
    const renewed = json(applyJson, await local.must(again, { input: password }));
    expect(renewed.changes).not.toEqual([]);
    expect(json(applyJson, await local.must(again, { input: password })).changes).toEqual([]);
    const clients = await clientsOf(sandbox, await port, { name: 'short', password });
    expect((await clients.publish('x/1', 'in')).code).toBe(0);
  });

  test('both spellings of an accent are one password', async () => {
    await local.must(['set-password', 'user0', '--password-file', '-'], { input: 'cafe\u0301 au lait' });
    const clients = await clientsOf(sandbox, await port, { name: 'user0', password: 'caf\u00e9 au lait' });
    expect((await clients.publish('x/1', 'in')).code).toBe(0);
    expect(await local.verify()).toEqual(verified);
  });
});

/** Writes a file of the user's. */
async function put(sandbox: Sandbox, file: string, content: string | Buffer): Promise<void> {
  await writeFile(file, content, { mode: 0o600 });
  await chown(file, sandbox.user.uid, sandbox.user.gid);
}

describeCli('broker.yaml', (sandbox) => {
  const spec = (lines: string): string => `version: 1\n${lines}\n`;
  /** Content, and each problem as line:column and code. */
  const rows: [string, string | Buffer, string[]][] = [
    [
      'an alias bomb',
      spec('a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]'),
      [
        '2:7 spec.yaml.alias',
        '3:12 spec.yaml.alias',
        '3:7 spec.yaml.alias',
        '3:8 spec.yaml.alias',
        '4:5 spec.yaml.alias',
        '4:9 spec.yaml.alias',
      ],
    ],
    ['a key twice', spec('profile: lan\nprofile: local'), ['3:1 spec.yaml.twice']],
    ['a tag', spec('profile: !!js/function "x"'), ['2:24 spec.yaml.tag']],
    ['two documents', spec('---\nversion: 1'), ['2:1 spec.yaml.documents']],
    ['a tab', spec('listeners:\n\t- port: 1883'), ['3:1 spec.yaml.tab']],
    ['UTF-16', Buffer.from('version: 1\n', 'utf16le'), ['spec.yaml.encoding']],
    ['Latin-1', Buffer.from('# caf\u00e9\nversion: 1\n', 'latin1'), ['spec.yaml.encoding']],
    ['50 MB', `version: 1\n# ${'x'.repeat(1_100_000)}\n`, ['spec.yaml.large']],
    ['nested without end', `version: ${'['.repeat(10_000)}`, ['1 spec.yaml.deep']],
    ['a port with a leading zero', spec('listeners:\n  - port: 01883'), ['3:11 spec.port.form']],
    ['a port as a float', spec('listeners:\n  - port: 1883.0'), ['3:11 spec.port.form']],
    ['a port in hexadecimal', spec('listeners:\n  - port: 0x75B'), ['3:11 spec.port.form']],
    ['a port with an exponent', spec('listeners:\n  - port: 1e3'), ['3:11 spec.port.form']],
    ['a port in quotes', spec('listeners:\n  - port: "1883"'), ['3:11 spec.port.quoted']],
    ['a port of 20 digits', spec('listeners:\n  - port: 12345678901234567890'), ['3:11 spec.port.range']],
    ['no as a profile', spec('profile: no'), ['2:10 spec.choice']],
    ['a list instead of settings', '- version: 1\n', ['1:1 spec.root']],
    ['nothing at all', '', ['1:1 spec.root']],
    ['another version', 'version: 2\n', ['1:10 spec.version.unknown']],
    ['no listener', spec('listeners: []'), ['2:12 spec.listeners.none']],
    [
      'one port twice',
      spec('listeners:\n  - port: 1883\n  - port: 1883\n    name: b'),
      ['4:11 spec.rule.port-twice'],
    ],
    ['__proto__', spec('__proto__: {a: 1}'), ['2:1 spec.key.unknown']],
    [
      'much that is wrong',
      spec(
        'allow_anonymus: true\nprofil: lan\nlisteners:\n  - port: 0\n    bind: 999.1.1.1\n  - prot: 1883\n    bind: [all]',
      ),
      [
        '2:1 spec.key.unknown',
        '3:1 spec.key.unknown',
        '5:11 spec.port.range',
        '6:11 spec.address.form',
        '7:5 spec.key.unknown',
        '8:12 spec.bind.mixed',
      ],
    ],
  ];

  test.each(rowsInTurn(rows))('%s', async (_name, content, expected) => {
    const local = localBroker(sandbox);
    await sandbox.run(['mkdir', local.dir]);
    await put(sandbox, `${local.dir}/broker.yaml`, content);
    const error = failure(await local.unchanged(['install', '--yes', '--json']), 65);
    const found = error.problems.map(({ code, place }) => {
      expect(place?.file).toBe(`${local.dir}/broker.yaml`);
      if (place?.line === undefined) return code;
      // How deep Node's stack reaches is not ours to say.
      return code === 'spec.yaml.deep' ? `${place.line} ${code}` : `${place.line}:${place.column} ${code}`;
    });
    expect(found.sort()).toEqual([...expected].sort());
  });

  test('misspelt keys: did you mean', async () => {
    const local = localBroker(sandbox);
    await sandbox.run(['mkdir', local.dir]);
    await put(sandbox, `${local.dir}/broker.yaml`, spec('profil: lan\nlisteners:\n  - prot: 1883'));
    const { problems } = failure(await local.unchanged(['install', '--yes', '--json']), 65);
    expect(problems.map(({ hint }) => hint)).toEqual(
      expect.arrayContaining(['Did you mean "profile"?', 'Did you mean "port"?']),
    );
  });

  test('on a broker that runs: refused, and it goes on', async () => {
    const local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    await appendFile(`${local.dir}/broker.yaml`, 'allow_anonymus: true\n');
    for (const args of [
      ['apply', '--yes'],
      ['install', '--yes'],
      ['add-user', 'bob', '--generate'],
      ['plan'],
      ['verify'],
    ])
      failure(await local.unchanged([...args, '--json']), 65);
    local.pid();
    await local.must(['stop']);
    await local.must(['start']);
  });
});

describeCli('accounts.jsonl', (sandbox) => {
  const local = localBroker(sandbox);
  const file = `${local.dir}/accounts.jsonl`;
  const alice = '{"name":"alice","roles":["both"],"topics":["#"]}';
  const rows: [string, string, string[]][] = [
    ['not JSON', `${alice}\n{name: bob}\n`, ['2 accounts.line.json']],
    ['a list', `${alice}\n["bob"]\n`, ['2 accounts.line.object']],
    ['a name twice', `${alice}\n${alice}\n`, ['2 accounts.name.twice']],
    ['a key twice', '{"name":"a","name":"b","roles":[],"topics":[]}\n', ['1 accounts.key.twice']],
    ['a number as a name', '{"name":123,"roles":[],"topics":[]}\n', ['1 accounts.name.text']],
    ['no roles', '{"name":"a","topics":[]}\n', ['1 spec.key.missing']],
    ['a misspelt key', '{"name":"a","roles":[],"topics":[],"topcs":[]}\n', ['1 spec.key.unknown']],
    ['a role that is none', '{"name":"a","roles":["boss"],"topics":[]}\n', ['1 accounts.role.unknown']],
    [
      'a topic with a line break',
      '{"name":"a","roles":["both"],"topics":["a\\ntopic readwrite #"]}\n',
      ['1 accounts.topic.control'],
    ],
    [
      'a name with a line break',
      '{"name":"a\\nuser evil","roles":["both"],"topics":["a"]}\n',
      ['1 accounts.name.control'],
    ],
    [
      'the probe account',
      '{"name":"mqtt-setup-probe","roles":["both"],"topics":["#"]}\n',
      ['1 accounts.name.reserved'],
    ],
    ['a line without end', `{"name":"${'x'.repeat(2_000_000)}"}\n`, ['1 accounts.line.long']],
    [
      'much that is wrong',
      '{"name":"a:b","roles":["both"],"topics":["a#"]}\n\nnonsense\n{"name":"c","roles":["owner"],"topics":["x"]}\n',
      ['1 accounts.name.colon', '1 accounts.topic.hash', '3 accounts.line.json', '4 accounts.role.unknown'],
    ],
  ];

  beforeAll(async () => {
    await local.install('--port', `${await freePort()}`, '--user', 'alice', '--generate');
  });

  test.each(rowsInTurn(rows))('%s', async (_name, content, expected) => {
    await put(sandbox, file, content);
    const error = failure(await local.unchanged(['apply', '--yes', '--json']), 65);
    expect(error.problems.map(({ code, place }) => `${place?.line} ${code}`).sort()).toEqual(
      [...expected].sort(),
    );
    expect(error.problems.every(({ place }) => place?.file === file && (place.column ?? 1) > 0)).toBe(true);
  });

  test('an account that nobody gave a password', async () => {
    await put(sandbox, file, `${alice}\n{"name":"bob","roles":["both"],"topics":["x/#"]}\n`);
    const error = failure(await local.unchanged(['apply', '--yes', '--json']), 65);
    expect(codes(error)).toEqual(['cli.account.noPassword']);
    const done = await local.must(['apply', '--yes', '--generate', '--json']);
    expect(JSON.parse(done.stdout)).toMatchObject({ credentials: [{ username: 'bob' }] });
    await put(sandbox, file, `${alice}\n`);
    await local.must(['apply', '--yes']);
    expect(await local.verify()).toEqual(verified);
  });
});

describeCli('folders and files that are not what they should be', (sandbox) => {
  const owned = async (path: string): Promise<string> => {
    await chown(path, sandbox.user.uid, sandbox.user.gid);
    return path;
  };
  const install = (dir: string) => sandbox.cli(['install', '--yes', '--json', '--local', dir]);

  /** Installs there, which must be refused and leave everything as it was. */
  async function refusedAt(dir: string, code: number): Promise<Failure> {
    const before = await treeOf(sandbox.home);
    const error = failure(await install(dir), code);
    const after = await treeOf(sandbox.home);
    for (const tree of [before, after]) tree.delete(dir.slice(sandbox.home.length + 1));
    expect(after).toEqual(before);
    expect(error.message).toContain(dir);
    return error;
  }

  test('a folder that is a file', async () => {
    const dir = sandbox.folder();
    await put(sandbox, dir, 'mine');
    await refusedAt(dir, 78);
    await refusedAt(`${dir}/below`, 1);
  });

  test('a folder that is a link', async () => {
    const [real, link] = [sandbox.folder(), sandbox.folder()];
    await sandbox.run(['mkdir', real]);
    await symlink(real, link);
    await refusedAt(link, 78);
  });

  test('a folder that the user may not write', async (context) => {
    if (sandbox.user.uid === 0) context.skip('root may write everywhere');
    const dir = sandbox.folder();
    await sandbox.run(['mkdir', dir]);
    await chmod(dir, 0o555);
    await refusedAt(dir, 1);
    await refusedAt(`${dir}/below`, 1);
  });

  test('a folder that everybody may write', async () => {
    const dir = sandbox.folder();
    await mkdir(dir);
    await owned(dir);
    await chmod(dir, 0o777);
    expect(codes(await refusedAt(dir, 78))).toEqual(['preflight.writable']);
  });

  test.each(['mosquitto.conf', 'passwd', 'acl'])('somebody’s own %s', async (name) => {
    const dir = sandbox.folder();
    await mkdir(dir);
    await put(sandbox, `${await owned(dir)}/${name}`, '# mine\n');
    const error = await refusedAt(dir, 78);
    expect(codes(error)).toEqual(['preflight.notOurs']);
    expect(error.problems[0]?.place?.file).toBe(`${dir}/${name}`);
  });

  test('files of ours that became links, pipes or folders', async () => {
    const local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    const file = `${local.dir}/acl`;
    for (const make of ['ln -s passwd acl', 'mkfifo acl', 'mkdir acl', 'ln -s nowhere acl']) {
      await sandbox.run(['sh', '-c', `mv acl kept && ${make}`], { cwd: local.dir });
      const error = failure(await local.unchanged(['add-user', 'bob', '--generate', '--json']), 78);
      expect(
        error.problems.map(({ code }) => code),
        make,
      ).toContain('preflight.notAFile');
      expect(error.problems.some(({ place }) => place?.file === file)).toBe(true);
      await sandbox.run(['sh', '-c', 'rm -r acl; mv kept acl'], { cwd: local.dir });
    }
    expect(await local.verify()).toEqual(verified);
  });

  describe('records and journals that somebody damaged', () => {
    const local: Local = localBroker(sandbox);
    beforeAll(async () => {
      await local.install('--port', `${await freePort()}`);
    });

    test.each([
      '',
      'nonsense',
      '[]',
      '{"written":[]}',
      '{"written":{"/x":1},"folders":[],"loaded":null,"found":null,"generation":1}',
    ])('records.json: %j', async (content) => {
      const file = `${local.dir}/.mqtt-setup/records.json`;
      await sandbox.run(['cp', file, `${sandbox.home}/records`]);
      await put(sandbox, file, content);
      expect(codes(failure(await local.unchanged(['install', '--yes', '--json']), 78))).toEqual([
        'preflight.records',
      ]);
      await sandbox.run(['cp', `${sandbox.home}/records`, file]);
    });

    const journals: [string, Record<string, string>, number][] = [
      ['empty', {}, 0],
      ['with a torn last entry', { 'opening.json': '{', '0001.json': '{"number":1,"st' }, 0],
      [
        'with a torn entry before others',
        {
          '0001.json': '{',
          '0002.json': '{"number":2,"step":"x","undo":{"type":"rmdir","path":"/nowhere"}}',
        },
        73,
      ],
      ['with an entry that says nothing', { '0001.json': '{"number":1}', '0002.json': '{}' }, 73],
      [
        'with an undo that there is not',
        { '0001.json': '{"number":1,"step":"x","undo":{"type":"explode"}}' },
        73,
      ],
      [
        'that is committed',
        {
          committed: '',
          '0001.json': '{"number":1,"step":"x","undo":{"type":"remove","path":"DIR/acl","written":null}}',
        },
        0,
      ],
    ];
    test.each(journals)('a journal %s', async (_name, files, code) => {
      const journal = `${local.dir}/.mqtt-setup/journal`;
      await sandbox.run(['mkdir', '-m', '700', journal]);
      for (const [name, content] of Object.entries(files))
        await put(sandbox, `${journal}/${name}`, content.replaceAll('DIR', local.dir));
      const result = await local.cli(['install', '--yes', '--json']);
      if (code !== 0) {
        failure(result, code);
        await sandbox.run(['rm', '-r', journal]);
      }
      expect(result.code, told(result)).toBe(code);
      expect(await local.verify()).toEqual(verified);
      expect([...(await treeOf(local.dir)).keys()].filter((path) => path.includes('journal'))).toEqual([]);
    });
  });
});
