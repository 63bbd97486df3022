import { symlink } from 'node:fs/promises';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/commands/check.ts';
import { callOf } from '../../helpers/call.ts';
import { type Files, writeTree } from '../../helpers/lint.ts';
import { exitOf, scratch, snapshot } from '../../helpers/scratch.ts';

interface Checked {
  code: number;
  out: string;
}

async function check(
  file: string,
  options: Record<string, string | boolean> = {},
  json = false,
): Promise<Checked> {
  const call = callOf({
    command: 'check',
    args: [file],
    options: { mosquittoVersion: '2.0.21', ...options },
    json,
  });
  const code = await run(call);
  return { code, out: call.results.join('\n') };
}

async function tree(files: Files): Promise<string> {
  const { dir } = await scratch();
  await writeTree(dir, files);
  return dir;
}

const open = 'listener 1883 127.0.0.1\nallow_anonymous true\n';

describe('what it answers', () => {
  test('0 without errors, also with warnings', async () => {
    const dir = await tree({ 'mosquitto.conf': 'listener 1883\nallow_anonymous true\n' });
    const { code, out } = await check(`${dir}/mosquitto.conf`);
    expect(code).toBe(0);
    expect(out).toContain('access.anonymous');
    expect(out).toContain('mosquitto 2.0.21 would start with it.');
  });

  test('1 with an error; it changes nothing', async () => {
    const dir = await tree({ 'mosquitto.conf': `${open}nonsense\n` });
    const before = await snapshot(dir);
    expect((await check(`${dir}/mosquitto.conf`)).code).toBe(1);
    expect(await snapshot(dir)).toEqual(before);
  });

  test('JSON', async () => {
    const dir = await tree({ 'mosquitto.conf': `${open}nonsense\n` });
    const { code, out } = await check(`${dir}/mosquitto.conf`, {}, true);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      command: 'check',
      ok: false,
      mosquittoVersion: '2.0.21',
      starts: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ id: 'conf.unknown-option', line: 3, column: 1, refused: true }),
      ]),
      summary: { error: 1, files: 1 },
    });
  });

  test.each(['github', 'sarif'])('the format %s', async (format) => {
    const dir = await tree({ 'mosquitto.conf': `${open}nonsense\n` });
    const { code, out } = await check(`${dir}/mosquitto.conf`, { format });
    expect(code).toBe(1);
    expect(out).toContain('conf.unknown-option');
    if (format === 'sarif') expect(JSON.parse(out).version).toBe('2.1.0');
  });

  test('the merged configuration, without secrets', async () => {
    const dir = await tree({
      'mosquitto.conf': `sys_interval 5\nsys_interval 6\nlistener 1883 127.0.0.1\ninclude_dir DIR/c\n`,
      'c/b.conf':
        'connection x\naddress h\ntopic #\nremote_password geheim\nplugin /p.so\nplugin_opt_db_password geheim\n',
    });
    const { code, out } = await check(`${dir}/mosquitto.conf`, { effective: true });
    expect(code).toBe(0);
    expect(out).not.toContain('geheim');
    expect(out).not.toContain('sys_interval 5');
    expect(out).toMatch(/mosquitto\.conf:2 +sys_interval 6/);
    expect(out).toMatch(/c\/b\.conf:4 +remote_password \*{8}/);
    expect(out).toContain('listener 127.0.0.1:1883 mqtt');
    const json = await check(`${dir}/mosquitto.conf`, { effective: true }, true);
    expect(json.out).not.toContain('geheim');
    expect(JSON.parse(json.out).listeners).toEqual([
      { address: '127.0.0.1:1883', protocol: 'mqtt', anonymous: false, by: `${dir}/mosquitto.conf:3` },
    ]);
  });

  test('secrets stay secret in findings too', async () => {
    const dir = await tree({
      'mosquitto.conf': `${open}connection x\naddress h\ntopic #\nremote_password=geheim\nremote_password\tgeheim\nlocal_password gehe\tim\nbridge_psk geheim\nbridge_psk geheim\npassword_file DIR/pw\n`,
      pw: 'alice:geheim\nbob geheim\n',
    });
    for (const json of [true, false])
      expect((await check(`${dir}/mosquitto.conf`, {}, json)).out).not.toMatch(/gehe/);
  });
});

describe('what it refuses', () => {
  test.each([
    ['nothing there', 'none.conf', 'cli.check.missing'],
    ['a folder', '.', 'cli.check.notAFile'],
    ['a pipe', 'pipe', 'cli.check.notAFile'],
    ['a link to nothing', 'dangling', 'cli.check.missing'],
    ['a link to itself', 'loop', 'cli.check.missing'],
  ])('%s', async (_name, file, key) => {
    const dir = await tree({});
    await execa('mkfifo', [`${dir}/pipe`]);
    await symlink('nowhere', `${dir}/dangling`);
    await symlink('loop', `${dir}/loop`);
    expect(await exitOf(check(`${dir}/${file}`))).toEqual({ exit: 'input', keys: [key] });
  });

  test.each([
    [{ format: 'xml' }, 'cli.check.format'],
    [{ mosquittoVersion: 'newest' }, 'cli.check.version'],
  ])('%o', async (options, key) => {
    expect(await exitOf(check('/etc/passwd', options))).toEqual({ exit: 'usage', keys: [key] });
  });
});

describe('files that are none', () => {
  test('pipes, folders, devices and loops are told and never waited for', async () => {
    const dir = await tree({
      'mosquitto.conf':
        'include_dir DIR/c\nlistener 1883 127.0.0.1\nacl_file DIR/pipe\npassword_file /dev/null\ncertfile /dev/zero\nkeyfile DIR/loop/x\n',
      'c/a.conf/x': '',
    });
    await execa('mkfifo', [`${dir}/pipe`, `${dir}/c/b.conf`]);
    await symlink('loop', `${dir}/loop`);
    await symlink(`${dir}/c`, `${dir}/c/again.conf`);
    const { code, out } = await check(`${dir}/mosquitto.conf`, {}, true);
    expect(code).toBe(1);
    const ids = (JSON.parse(out).findings as { id: string; file: string }[]).map(
      ({ id, file }) => `${id} ${file.slice(dir.length + 1)}`,
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        'include.no-file c/a.conf',
        'include.no-file c/b.conf',
        'include.no-file c/again.conf',
        'file.wrong-kind mosquitto.conf',
        'file.missing mosquitto.conf',
      ]),
    );
  });

  test.skipIf(process.getuid?.() === 0)('what this user may not read is said so', async () => {
    const dir = await tree({
      'mosquitto.conf': `${open}acl_file DIR/acl\ninclude_dir DIR/c\n`,
      'acl 0000': 'user x\n',
      'c/a.conf 0000': '',
    });
    const { out } = await check(`${dir}/mosquitto.conf`, {}, true);
    const ids = (JSON.parse(out).findings as { id: string }[]).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['file.unseen', 'include.unread']));
    expect(await exitOf(check(`${dir}/acl`))).toEqual({ exit: 'input', keys: ['cli.check.denied'] });
  });
});
