import { writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/commands/can.ts';
import { AppError } from '../../../src/errors.ts';
import { callOf } from '../../helpers/call.ts';
import { scratch } from '../../helpers/scratch.ts';

interface Told {
  code: number;
  out: string;
  notes: string;
}

type Options = Record<string, string | boolean>;

let dir = '';

beforeEach(async () => {
  dir = (await scratch()).dir;
});

async function can(words: readonly string[], options: Options = {}): Promise<Told> {
  const { json = false, ...rest } = options;
  const call = callOf({
    command: 'can',
    args: words,
    options: { mosquittoVersion: '2.0.21', ...rest },
    json: json === true,
    language: rest['lang'] === 'fr' ? 'fr' : 'en',
  });
  const code = await run(call);
  return {
    code,
    out: call.results.join('\n').replaceAll(dir, 'DIR'),
    notes: call.notes.join('\n').replaceAll(dir, 'DIR'),
  };
}

/** The key of the message that it ends with, and its cure. */
async function refused(words: readonly string[], options: Options = {}): Promise<unknown[]> {
  const error: unknown = await can(words, options).catch((reason: unknown) => reason);
  if (!(error instanceof AppError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  const [problem] = error.problems;
  return [
    error.exit,
    problem?.message.key,
    ...(problem?.fix?.params === undefined ? [] : [problem.fix.params['word']]),
  ];
}

const acl = `topic read news/#
user alice
topic readwrite home/#
topic deny home/alarm/#
pattern read ids/%c
`;

describe('somebody’s ACL file', () => {
  let options: Options = {};

  beforeEach(async () => {
    await writeFile(`${dir}/acl`, acl);
    options = { acl: `${dir}/acl` };
  });

  test('yes and no, each with its line', async () => {
    expect(await can(['alice', 'publish', 'home/x'], options)).toEqual({
      code: 0,
      out: 'Yes: alice may publish to home/x, by "topic readwrite home/#" (DIR/acl:3).',
      notes: '',
    });
    const no = await can(['alice', 'subscribe', 'home/alarm/x'], options);
    expect(no.code).toBe(1);
    expect(no.out).toBe(
      [
        'No: alice may not receive home/alarm/x: denied by "topic deny home/alarm/#" (DIR/acl:4).',
        '  → "topic readwrite home/#" (DIR/acl:3) would allow it, but every deny comes first.',
      ].join('\n'),
    );
  });

  test('a filter is answered part by part', async () => {
    const { code, out } = await can(['alice', 'subscribe', '#'], options);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'In part: alice may receive some of what # covers:',
        '  ✔ home/#  "topic readwrite home/#" (DIR/acl:3)',
        '  ✖ home/alarm/#  "topic deny home/alarm/#" (DIR/acl:4)',
      ].join('\n'),
    );
    expect((await can(['alice', 'subscribe', 'home/kitchen/+'], options)).code).toBe(0);
    expect((await can(['alice', 'subscribe', '$share/g/home/kitchen/+'], options)).code).toBe(0);
    expect((await can(['alice', 'subscribe', 'home/alarm/#'], options)).out).toContain(
      'all that it covers is denied',
    );
  });

  test('any name, none, and a client id', async () => {
    expect((await can(['subscribe', 'news/x'], { ...options, anonymous: true })).code).toBe(0);
    const stranger = await can(['alcie', 'publish', 'x'], options);
    expect(stranger.out).toContain('No rules are for "alcie"; there are some for "alice".');
    expect((await can(['bob', 'subscribe', 'ids/x'], { ...options, clientId: 'x' })).code).toBe(0);
    expect((await can(['bob', 'subscribe', 'ids/x'], options)).out).toContain('--client-id');
  });

  test('for programs', async () => {
    const { out } = await can(['alice', 'subscribe', 'home/alarm/x'], { ...options, json: true });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      allowed: false,
      by: { file: 'DIR/acl', line: 4, text: 'topic deny home/alarm/#' },
      reason: 'rule',
    });
    const none = JSON.parse((await can(['alice', 'publish', 'x'], { ...options, json: true })).out);
    expect(none).toMatchObject({ allowed: false, by: 'default deny', reason: 'default' });
  });

  test('in French', async () => {
    const { out } = await can(['alice', 'publish', 'home/x'], { ...options, lang: 'fr' });
    expect(out).toContain('alice peut publier sur home/x');
  });

  test('what the broker would refuse is told, and makes the answer worth nothing', async () => {
    await writeFile(`${dir}/acl`, `${acl}\ttopic read x\n`);
    const { code, out, notes } = await can(['alice', 'publish', 'home/x'], options);
    expect(code).toBe(65);
    expect(out).toMatch(/^Yes/);
    expect(notes).toContain('DIR/acl:6:1: \\ttopic read x');
    expect(notes).toContain('mosquitto 2.0.21 refuses this file');
    const json = JSON.parse((await can(['alice', 'publish', 'home/x'], { ...options, json: true })).out);
    expect(json).toMatchObject({ ok: false, allowed: true, faults: [{ line: 6, column: 1 }] });
  });

  test('what escapes would do to a terminal is shown', async () => {
    await writeFile(`${dir}/acl`, 'user a\u001b[2J\ntopic a\u202eb/#\n');
    const { out } = await can(['a\u001b[2J', 'publish', 'a\u202eb/x'], options);
    expect(['\u001b', '\u202e'].filter((character) => out.includes(character))).toEqual([]);
  });

  test('who reaches what', async () => {
    const { out, code } = await can([], { ...options, matrix: true });
    expect(code).toBe(0);
    expect(out).toContain('alice        home/#        in part  in part');
    expect(out).toContain('(everyone)   ids/{client}  -        yes');
    const csv = await can([], { ...options, matrix: true, format: 'csv' });
    expect(csv.out.split('\r\n')).toContain('user,alice,home/#,some,some');
    const one = await can([], { ...options, matrix: true, topic: 'home/x', json: true });
    expect(JSON.parse(one.out).rights).toEqual([
      { who: 'user', user: 'alice', topic: 'home/x', publish: 'all', subscribe: 'all' },
    ]);
  });

  test('names with commas, quotes and blanks in CSV', async () => {
    await writeFile(`${dir}/acl`, 'user a,"b"\ntopic read  x y\n');
    const { out } = await can([], { ...options, matrix: true, format: 'csv' });
    expect(out).toContain('\r\nuser,"a,""b""",x y,none,all\r\n');
  });

  test.each([
    [['alice', 'pubish', 'x'], {}, ['usage', 'can.usage.access', 'publish']],
    [['alice', 'publish', 'a/#'], {}, ['usage', 'can.topic.wildcard']],
    [['alice', 'publish', ''], {}, ['usage', 'can.topic.empty']],
    [['alice', 'subscribe', 'a#'], {}, ['usage', 'can.topic.filter']],
    [['alice', 'subscribe', '$share/g'], {}, ['usage', 'can.topic.share']],
    [['alice', 'publish'], {}, ['usage', 'can.usage.topic']],
    [['alice'], {}, ['usage', 'can.usage.access']],
    [[], {}, ['usage', 'can.usage.whom']],
    [['alice', 'publish', 'x'], { anonymous: true }, ['usage', 'can.usage.both']],
    [['alice', 'publish', 'x'], { topic: 'x' }, ['usage', 'can.usage.matrix']],
    [[], { matrix: true, anonymous: true }, ['usage', 'can.usage.noMatrix']],
    [[], { matrix: true, format: 'xml' }, ['usage', 'can.usage.format']],
    [['alice', 'publish', 'x'], { mosquittoVersion: 'new' }, ['usage', 'cli.check.version']],
    [['alice', 'publish', 'x'], { acl: '/nowhere/acl' }, ['input', 'can.acl.missing']],
    [['alice', 'publish', 'x'], { acl: '/tmp' }, ['input', 'can.acl.unfit']],
  ] as const)('%j %j: %j', async (words, more, expected) => {
    expect(await refused(words, { ...options, ...more })).toEqual(expected);
  });
});

describe('what is declared', () => {
  const spec = `version: 1
profile: local
roles:
  gardener:
    publish: ['garden/{user}/#']
    subscribe: ['garden/#']
    deny: ['garden/gate']
everyone:
  subscribe: ['inbox/{client}']
listeners:
  - { name: main, port: 21883, bind: loopback }
  - { name: inner, port: 21884, bind: loopback, mount_point: 'garden/bob/' }
`;

  beforeEach(async () => {
    await writeFile(`${dir}/broker.yaml`, spec);
    await writeFile(
      `${dir}/accounts.jsonl`,
      ['bob', 'carl'].map((name) => `{"name":"${name}","roles":["gardener"],"topics":[]}\n`).join(''),
      { mode: 0o600 },
    );
  });

  const local = (): Options => ({ local: dir });

  test('the role that says so, and that it is not written yet', async () => {
    const { code, out, notes } = await can(['bob', 'publish', 'garden/bob/x'], local());
    expect(code).toBe(0);
    expect(out).toContain('by "topic write garden/bob/#" (role gardener).');
    expect(notes).toContain('The ACL file does not say this yet');
  });

  test('and the line, where it is written', async () => {
    await writeFile(
      `${dir}/acl`,
      'user carl\ntopic write garden/bob/#\nuser bob\n\ntopic write garden/bob/#\n',
    );
    const { out, notes } = await can(['bob', 'publish', 'garden/bob/x'], local());
    expect(out).toContain('(role gardener, DIR/acl:5)');
    expect(notes).toBe('');
  });

  test('roles that would allow it, and mount points', async () => {
    const { code, out } = await can(['bob', 'subscribe', '$SYS/broker/version'], local());
    expect(code).toBe(1);
    expect(out).toContain('Roles that would allow it: monitor, admin.');
    const { out: mounted } = await can(['bob', 'publish', 'x'], local());
    expect(mounted).toContain('Behind the mount point garden/bob/, which goes before the topic: yes.');
  });

  test('nobody without a name, no stranger, and a slip', async () => {
    const { code, out } = await can(['publish', 'x'], { ...local(), anonymous: true });
    expect(code).toBe(1);
    expect(out).toContain('no listener lets clients in without a name');
    expect(await refused(['bib', 'publish', 'x'], local())).toEqual(['usage', 'can.usage.user', 'bob']);
    expect(await refused(['elisabeth', 'publish', 'x'], local())).toEqual(['usage', 'can.usage.user']);
  });

  test('who reaches what: the same below the own name together', async () => {
    const { out } = await can([], { ...local(), matrix: true });
    expect(out).toContain('bob, carl   garden/gate');
    expect(out).toContain('garden/{user}/#');
    const csv = await can(['carl'], { ...local(), matrix: true, format: 'csv' });
    expect(csv.out).toContain('user,carl,garden/carl/#,all,all');
    expect(csv.out).not.toContain('bob');
    const { out: gate } = await can([], { ...local(), matrix: true, topic: 'garden/gate' });
    expect(gate).toBe('Nobody.');
  });

  test('without a spec it says what to do', async () => {
    expect(await refused(['bob', 'publish', 'x'], { local: `${dir}/none` })).toEqual([
      'input',
      'cli.spec.missing',
    ]);
  });
});
