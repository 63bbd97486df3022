import { chmod, mkdtemp, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeCli } from '../helpers/cli-describe.ts';
import { type Failure, failure, localBroker } from '../helpers/cli-journey.ts';
import { clientsOf } from '../helpers/cli-mqtt.ts';
import type { CliOptions } from '../helpers/cli-sandbox.ts';
import { applyJson, json, told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

const importJson = applyJson.extend({
  verify: z.unknown(),
  imported: z.object({ added: z.number(), updated: z.number() }),
  passwords: z.object({ file: z.string(), count: z.number() }).nullable(),
});

const listJson = z.object({
  users: z.array(
    z.object({
      name: z.string(),
      roles: z.array(z.string()),
      since: z.string().optional(),
      hash: z.object({ kind: z.string(), iterations: z.number().nullable(), state: z.string() }),
    }),
  ),
});

const codes = ({ problems }: Failure): string[] =>
  problems.map(({ code, place }) => [place?.line ?? '-', place?.column ?? '-', code].join(' '));

const bytes = (...text: string[]): Buffer => Buffer.from(text.join(''), 'latin1');

describeCli('import-users and export-users', (sandbox) => {
  const local = localBroker(sandbox);
  let port = 0;
  let folder = '';
  const path = (name: string): string => join(folder, name);
  const put = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(path(name), content);
    return path(name);
  };
  const importing = async (args: readonly string[], options: CliOptions = {}) =>
    json(importJson, await local.must(['import-users', ...args, '--json'], options));
  const passwordsIn = async (file: string): Promise<Map<string, string>> => {
    const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
    return new Map(lines.map((line) => line.split(',') as [string, string]));
  };
  const own = (name: string): Promise<string> => readFile(join(local.dir, name), 'utf8');

  beforeAll(async () => {
    port = await freePort();
    folder = await mkdtemp(join(sandbox.home, 'lists-'));
    await chmod(folder, 0o777);
    await local.install('--port', `${port}`);
  });

  test('CSV as Excel writes it in French: accounts, rights, passwords in a file of one’s own', async () => {
    const csv =
      '\uFEFFname;roles;topics;password\r\nJosé;device;;\r\n"salle-1";"publisher|subscriber";"salle/1/#|météo/+";"vier ""Worte"" ohne; Sinn"\r\nklaus;subscriber;"a|b\nc\n";\r\n';
    const file = await put('école.csv', csv);
    const plan = await local.unchanged(['import-users', file, '--dry-run']);
    expect(plan.stdout).toContain('+{"name":"José"');
    expect(plan.stderr).toContain('école.passwords.csv');
    const done = await importing([file]);
    expect(done).toMatchObject({ ok: true, restarted: false, reloaded: true, credentials: [] });
    expect(done.imported).toEqual({ added: 3, updated: 0 });
    expect(done.passwords).toEqual({ file: path('école.passwords.csv'), count: 2 });
    expect((await stat(path('école.passwords.csv'))).mode & 0o777).toBe(0o600);
    const passwords = await passwordsIn(path('école.passwords.csv'));
    expect([...passwords.keys()]).toEqual(['José', 'klaus']);
    const jose = await clientsOf(sandbox, port, { name: 'José', password: passwords.get('José') ?? '' });
    const salle = await clientsOf(sandbox, port, { name: 'salle-1', password: 'vier "Worte" ohne; Sinn' });
    await jose.publish('devices/José/t', 'mine', '-r');
    await jose.publish('salle/1/t', 'not mine', '-r');
    await salle.publish('salle/1/t', '21', '-r');
    expect(await salle.read('#', 2, 1)).toEqual(['21']);
    expect(await jose.read('#', 2, 1)).toEqual(['mine']);
    expect(await local.verify()).toMatchObject({ code: 0, failed: [] });
  });

  test('the same file again: everybody is there already; with --update nothing is to be done', async () => {
    const refused = await local.unchanged(['import-users', path('école.csv'), '--json']);
    expect(codes(failure(refused, 65))).toEqual(
      ['2 1', '3 1', '4 1'].map((at) => `${at} cli.account.exists`),
    );
    const done = await importing([path('école.csv'), '--update']);
    expect(done).toMatchObject({ changes: [], imported: { added: 0, updated: 0 }, passwords: null });
  });

  test('--update changes roles and topics where the file names them, and nothing else', async () => {
    const before = await own('passwd');
    const done = await importing(['-', '--update'], { input: 'name,topics\nsalle-1,salle/1/#\n' });
    expect(done.imported).toEqual({ added: 0, updated: 1 });
    expect(await own('accounts.jsonl')).toMatch(
      /"salle-1","roles":\["publisher","subscriber"\],"topics":\["salle\/1\/#"\]/,
    );
    expect(await own('passwd')).toBe(before);
  });

  test('JSON Lines from standard input; roles, and the file for passwords, by flags', async () => {
    const input = '{"name":"k1"}\n{"name":"k2","roles":["both"],"topics":["x/#"]}\n';
    const args = ['-', '--role', 'device', '--out', path('keys.csv')];
    const done = await importing(args, { input });
    expect(done.passwords).toEqual({ file: path('keys.csv'), count: 2 });
    expect(await own('accounts.jsonl')).toContain('{"name":"k1","roles":["device"],"topics":[]');
    const again = await local.unchanged(['import-users', ...args, '--json'], { input: '{"name":"k3"}\n' });
    expect(codes(failure(again, 64))).toEqual(['- - users.out.exists']);
  });

  describe('refuses, and nothing is changed', () => {
    const files: [what: string, content: string | Buffer, problems: string[]][] = [
      ['an empty file', '', ['- - users.import.empty']],
      ['Latin-1', bytes('name,roles\nbob,device\nJos\xe9,device\n'), ['3 - users.import.notUtf8']],
      ['UTF-16', Buffer.from('\uFEFFname\nbob\n', 'utf16le'), ['- - users.import.utf16']],
      ['a program', bytes('\x7fELF\0\0'), ['- - users.import.utf16']],
      [
        'a bad line among many',
        `name,roles\n${Array.from({ length: 7310 }, (_, i) => `p${i},device\n`).join('')}p 7312,device\n`,
        ['7312 1 accounts.name.characters'],
      ],
      ['a name of ours', 'name,roles\nmqtt-setup-x,device\n', ['2 1 accounts.name.reserved']],
      ['no role', 'name\nbob\n', ['2 1 users.import.noRoles']],
      ['a role about topics without one', 'name,roles\nbob,publisher\n', ['2 1 users.import.noTopics']],
      ['the twin of somebody', 'name,roles\njosé,device\n', ['2 1 users.twin']],
      [
        'a password that is tried first',
        'name,roles,password\nb,device,Motdepasse2026!\n',
        ['2 10 accounts.password.common'],
      ],
    ];
    test.each(files)('%s', async (_what, content, problems) => {
      const file = await put('bad.csv', content);
      const error = failure(await local.unchanged(['import-users', file, '--json']), 65);
      expect(codes(error)).toEqual(problems);
    });

    test('a gigabyte, by its size, and from standard input without reading it all', async () => {
      const file = await put('large.csv', 'name\n');
      await truncate(file, 1024 * 1024 * 1024);
      expect(codes(failure(await local.unchanged(['import-users', file, '--json']), 65))).toEqual([
        '- - users.import.large',
      ]);
      const piped = [
        'sh',
        '-c',
        `yes 'bob,device' | head -c 1G | ${sandbox.words(['import-users', '-', '--json', '--local', local.dir]).join(' ')}`,
      ];
      const result = await sandbox.run(piped);
      expect(codes(failure({ ...result, code: 65 }, 65))).toEqual(['- - users.import.large']);
    });

    test('a file that is not there', async () => {
      expect((await local.unchanged(['import-users', path('none.csv')])).code).toBe(65);
    });
  });

  test('what is exported is imported elsewhere, hashes and all; without them it holds no secret', async () => {
    const plain = await local.unchanged(['export-users']);
    expect(plain.stdout).toMatch(/^name,roles,topics,since\n/);
    expect(plain.stdout).not.toContain('$7$');
    expect((await local.unchanged(['export-users', '--hashes'])).code).toBe(64);
    for (const format of ['csv', 'jsonl']) {
      const out = path(`all.${format}`);
      const said = await local.unchanged(['export-users', '--hashes', '--format', format, '--out', out]);
      expect(said.code, told(said)).toBe(0);
      expect((await stat(out)).mode & 0o777).toBe(0o600);
      const other = localBroker(sandbox);
      await other.install('--port', `${await freePort()}`, '--user', 'else');
      const done = json(importJson, await other.must(['import-users', out, '--json']));
      expect(done.imported.added).toBe((await own('accounts.jsonl')).trimEnd().split('\n').length);
      expect(done.passwords).toBeNull();
      const lines = (await readFile(join(other.dir, 'passwd'), 'utf8')).split('\n').slice(2);
      expect(lines).toEqual((await own('passwd')).split('\n').slice(1));
    }
  });

  test('list-users tells what hashes are worth; set-password renews what is not ours', async () => {
    const weak = `$7$101$c2FsdHNhbHRzYWx0$${Buffer.alloc(64, 7).toString('base64')}`;
    const plain = `$6$c2FsdHNhbHRzYWx0$${Buffer.alloc(64, 7).toString('base64')}`;
    await importing(['-'], { input: `name,roles,hash\nold,device,${weak}\nolder,device,${plain}\n` });
    const listed = await local.unchanged(['list-users']);
    expect(listed.stdout).not.toContain('$');
    expect(listed.stderr).toMatch(/weak.*old, older \(2\)/i);
    const state = async (name: string) =>
      json(listJson, await local.unchanged(['list-users', '--json'])).users.find((user) => user.name === name)
        ?.hash;
    expect(await state('old')).toEqual({ kind: 'pbkdf2-sha512', iterations: 101, state: 'weak' });
    expect(await state('older')).toEqual({ kind: 'sha512', iterations: null, state: 'weak' });
    await local.must(['set-password', 'older', '--password-file', '-'], { input: 'vier Worte ohne Sinn' });
    expect(await state('older')).toEqual({ kind: 'pbkdf2-sha512', iterations: 20_000, state: 'good' });
  });

  test('the last account that can administer stays, unless --yes says otherwise', async () => {
    const refused = await local.unchanged(['remove-user', 'owner', '--json']);
    expect(codes(failure(refused, 64))).toEqual(['- - users.lastAdmin']);
    const demoted = await local.unchanged(['import-users', '-', '--update', '--json'], {
      input: 'name,topics\nowner,home/#\n',
    });
    expect(codes(failure(demoted, 64))).toEqual(['- - users.lastAdmin']);
    await local.must(['add-user', 'chief', '--role', 'admin', '--generate']);
    await local.must(['remove-user', 'owner']);
    await local.must(['remove-user', 'chief', '--yes']);
    expect(await local.verify()).toMatchObject({ code: 0, failed: [] });
  });
});

describeCli('one account more among two thousand', (sandbox) => {
  test('is one line more in each file; every other stays byte for byte', async () => {
    const local = localBroker(sandbox);
    await local.install('--port', `${await freePort()}`);
    const hash = `$7$1000$c2FsdHNhbHRzYWx0$${Buffer.alloc(64, 7).toString('base64')}`;
    const rows = Array.from({ length: 2000 }, (_, i) => `device-${i},device,${hash}\n`).join('');
    await local.must(['import-users', '-'], { input: `name,roles,hash\n${rows}` });
    const files = ['accounts.jsonl', 'passwd', 'acl'];
    const read = () => Promise.all(files.map((name) => readFile(join(local.dir, name), 'utf8')));
    const before = await read();
    const added = await local.must(['add-user', 'one-more', '--role', 'device', '--generate']);
    const after = await read();
    for (const [index, text] of before.entries()) {
      expect(after[index]?.startsWith(text), files[index]).toBe(true);
      expect(after[index]?.slice(text.length)).toMatch(
        /^(?:\{"name":"one-more".*\n|one-more:.*\n|\nuser one-more\n.*\n)$/,
      );
    }
    // The plan shows what changes, and not two thousand neighbours.
    expect((added.stdout + added.stderr).split('\n').length).toBeLessThan(100);
    await local.must(['remove-user', 'one-more']);
    expect(await read()).toEqual(before);
    expect(await local.verify()).toMatchObject({ code: 0, failed: [] });
  });
});
