import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectResult } from '../../src/checks/types.ts';
import { Hidden } from '../../src/hidden.ts';
import { connect } from '../../src/host/mqtt.ts';
import { effectiveConf } from '../../src/mosquitto/effective.ts';
import { parseAcl, printAcl } from '../../src/mosquitto/formats/acl.ts';
import { parseConf } from '../../src/mosquitto/formats/conf.ts';
import { printPasswd } from '../../src/mosquitto/formats/passwd.ts';
import { hashPassword, newSalt } from '../../src/mosquitto/hash.ts';
import { includedFiles } from '../../src/mosquitto/include-order.ts';
import { options } from '../../src/mosquitto/options.ts';
import { nameProblem } from '../../src/spec/names.ts';
import { normalisePassword } from '../../src/spec/passwords.ts';
import { topicProblem } from '../../src/spec/topics.ts';
import { type Broker, noBroker, startMosquitto } from '../helpers/mosquitto.ts';

/** The broker as the judge: what our codecs take for right it takes too, and it means the same. */

const reason = noBroker();
if (reason !== null) process.stderr.write(`the broker's verdict on our codecs is left out: ${reason}\n`);

function login(port: number, username?: string, password = ''): Promise<ConnectResult> {
  return connect({
    endpoint: { listener: 'mqtt', host: '127.0.0.1', port, transport: 'tcp' },
    protocolVersion: 5,
    clientId: '',
    timeoutMs: 5000,
    ...(username === undefined ? {} : { credentials: { username, password: new Hidden(password) } }),
  });
}

async function outcome(port: number, username?: string, password?: string): Promise<string> {
  const result = await login(port, username, password);
  if (result.outcome === 'accepted') await result.session.end();
  return result.outcome;
}

/** Does a broker start on this configuration? */
async function starts(conf: string, acl = ''): Promise<boolean> {
  const broker = await startMosquitto({ conf: `listener PORT 127.0.0.1\n${conf}`, acl }).catch(() => null);
  if (broker === null) return false;
  // A SIGTERM between "running" and its main loop is lost on the broker: let it answer once before it is stopped.
  await outcome(broker.port);
  await broker.stop();
  return true;
}

describe.skipIf(reason !== null)('accounts', () => {
  const names = ['alice', 'Zoé', '日本語', 'a.b_c@d-e', '7', 'constructor', 'toString', 'x'.repeat(64)];
  const passwords = [
    'p&<>"\'\\`=',
    '  blanks  ',
    'pässwörd $:# "x" 123',
    '$7$1$a:b',
    '😀'.repeat(32),
    '#',
    'a b',
    '12',
  ];
  const topics = [
    '#',
    'a/#',
    '+/a/+',
    'a//b/',
    'a b/c',
    'météo/😀',
    '"quoted"',
    'read x',
    `${'a/'.repeat(200)}a`,
  ];
  let folder = '';
  let broker: Broker;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-codecs-'));
    const entries = names.map(async (name, index) => {
      const password = normalisePassword(passwords[index] ?? '');
      return { name, hash: await hashPassword(password, newSalt(), 100 + index) };
    });
    await writeFile(join(folder, 'passwd'), printPasswd(await Promise.all(entries)), { mode: 0o600 });
    const sections = names.map((user) => ({
      user,
      rules: topics.map((filter) => ({ access: 'write' as const, filter })),
    }));
    const judge = { user: 'alice', rules: [{ access: 'readwrite' as const, filter: 'read x' }] };
    broker = await startMosquitto({
      conf: `listener PORT 127.0.0.1\nallow_anonymous false\npassword_file ${folder}/passwd\nacl_file DIR/acl\n`,
      acl: printAcl([...sections, judge]),
    });
  });
  afterAll(async () => {
    await broker.stop();
    await rm(folder, { recursive: true });
  });

  test.each(names.map((name, index) => [name, passwords[index] ?? '']))(
    'T12 %s logs in with %s',
    async (name, password) => {
      expect(nameProblem(name)).toBeNull();
      expect(await outcome(broker.port, name, password)).toBe('accepted');
      expect(await outcome(broker.port, name, `${password}x`)).toBe('refused');
    },
  );

  test('a topic that starts with a word of access is that topic', async () => {
    expect(topics.map(topicProblem)).toEqual(topics.map(() => null));
    const result = await login(broker.port, 'alice', passwords[0]);
    if (result.outcome !== 'accepted') throw new Error(result.outcome);
    await result.session.subscribe('#', 0);
    await result.session.publish('x', 'unreadable', { qos: 1 });
    await result.session.publish('read x', 'readable', { qos: 1 });
    expect(await result.session.waitFor(({ topic }) => topic === 'read x', 2000)).not.toBeNull();
    expect(result.session.received().map(({ payload }) => payload)).toEqual(['readable']);
    await result.session.end();
  });
});

describe.skipIf(reason !== null)('ACL lines', () => {
  const lines = [
    'topic a/b',
    'topic read',
    'topic',
    'topic ',
    'topic my topic',
    'topic write t # c',
    'topic write t c',
    'topic a/#/b',
    'topic a#',
    'topic +a',
    'topic write\tt',
    '\ttopic a',
    'topic\ta',
    ' # c',
    '# c',
    'User a',
    'topic Read a',
    'topic  deny  a',
    'user',
    'user ',
    'user a b',
    '  pattern read %u',
    `topic ${'a/'.repeat(200)}`,
    `topic ${'a/'.repeat(201)}`,
    'topic a\r',
    'x',
    '   ',
  ];
  test.each(lines)('%j', async (line) => {
    const isRight = parseAcl(line).every(({ kind }) => kind !== 'fault');
    expect(await starts('acl_file DIR/acl\n', `${line}\n`)).toBe(isRight);
  });
});

describe.skipIf(reason !== null)('configuration', () => {
  const lines = [
    '  allow_anonymous   true',
    'allow_anonymous true # why',
    'allow_anonymous\ttrue',
    ' # c',
    '\tx',
    '   ',
    'sys_interval 5\r',
    '\uFEFFsys_interval 5',
    'Sys_interval 5',
    'sys_interval=5',
    '#sys_interval=5',
  ];
  test.each(lines)('%j is read as the broker reads it', async (line) => {
    const isKnown = parseConf(line, 'f').every(({ keyword }) => options.has(keyword));
    expect(await starts(`${line}\n`)).toBe(isKnown);
  });

  const trees: string[] = [
    '',
    'allow_anonymous true',
    'allow_anonymous true\nallow_anonymous false',
    'allow_anonymous false\nallow_anonymous 1 x',
    'allow_anonymous true\nlistener PORT2 127.0.0.1\nallow_anonymous false',
  ];
  test.each(trees)('anonymous access: %j', async (conf) => {
    const text = `listener PORT 127.0.0.1\n${conf}\n`;
    const { allowed } = effectiveConf({ path: 'f', text }, [], null).anonymous;
    const broker = await startMosquitto({ conf: text });
    expect(await outcome(broker.port)).toBe(allowed ? 'accepted' : 'refused');
    await broker.stop();
  });

  test('with per_listener_settings each listener has its own', async () => {
    const text =
      'per_listener_settings true\nlistener PORT 127.0.0.1\nallow_anonymous true\nlistener PORT2 127.0.0.1\n';
    const broker = await startMosquitto({ conf: text });
    const { listeners } = effectiveConf({ path: 'f', text }, [], null);
    const found = [await outcome(broker.port), await outcome(broker.port2)];
    expect(found).toEqual(listeners.map(({ anonymous }) => (anonymous.allowed ? 'accepted' : 'refused')));
    await broker.stop();
  });

  const repeated = [
    'acl_file DIR/acl',
    'password_file DIR/passwd',
    'pid_file DIR/pid',
    'persistence_location DIR/',
    'log_dest file DIR/log',
    'log_timestamp_format %s',
    'sys_interval 5',
    'persistence false',
    'log_type all',
    'clientid_prefixes a',
    'max_packet_size 100',
    'max_queued_messages 5',
  ];
  test.each(repeated)('twice %s', async (line) => {
    const text = `${line}\n${line}\n`;
    const { duplicates } = effectiveConf({ path: 'f', text }, [], null);
    // An unknown version counts as 2.0.11, which the brokers of Debian 12 and 13 share; 2.1 bears repeated paths.
    expect(await starts(text)).toBe(duplicates.length === 0);
  });

  test('the order of an include_dir', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mqtt-setup-include-'));
    await mkdir(join(folder, 'c'));
    const stems = [
      'b',
      'A',
      'a',
      'Ab',
      'aB',
      'aa',
      '_c',
      'Z',
      'z',
      '10',
      '9',
      '1-x',
      '.hidden',
      'ä',
      'é',
      'a-b',
      'a.b',
      '~',
    ];
    const names = [...stems.map((stem) => `${stem}.conf`), 'x.CONF', 'x.conf.bak', '.conf', 'README'];
    // A broker names the first file that it cannot read: with all of them bad, and mended one by one, it tells its order.
    for (const name of names) await writeFile(join(folder, 'c', name), `# nothing\n`);
    const read: string[] = [];
    let left = includedFiles(names);
    while (left.length > 0) {
      for (const name of left) await writeFile(join(folder, 'c', name), 'nonsense\n');
      const log = await startMosquitto({ conf: `listener PORT 127.0.0.1\ninclude_dir ${folder}/c\n` }).then(
        async (broker) => {
          await broker.stop();
          return '';
        },
        String,
      );
      const first = left.find((name) => log.includes(`/c/${name}:1`));
      if (first === undefined) throw new Error(log);
      read.push(first);
      await writeFile(join(folder, 'c', first), '# read\n');
      left = left.filter((name) => name !== first);
    }
    expect(read).toEqual(includedFiles(names));
    expect(await starts(`include_dir ${folder}/c\n`)).toBe(true);
    await rm(folder, { recursive: true });
  });
});
