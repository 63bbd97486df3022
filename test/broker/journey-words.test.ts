import { writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandRows } from '../../src/cli/commands/registry.ts';
import { en } from '../../src/i18n/en.ts';
import { fr } from '../../src/i18n/fr.ts';
import { describeCli } from '../helpers/cli-describe.ts';
import { failure, localBroker } from '../helpers/cli-journey.ts';
import { leftOvers } from '../helpers/cli-words.ts';
import { told } from '../helpers/host-cli.ts';
import { freePort } from '../helpers/mosquitto.ts';

/** Blanks and line ends alike: help is folded to the width of the terminal. No-break spaces stay what they are. */
const folded = (text: string): string => text.replace(/[ \n]+/g, ' ');

describeCli('one JSON object, whatever happens', (sandbox) => {
  const local = localBroker(sandbox);
  beforeAll(async () => {
    await local.install('--port', `${await freePort()}`);
  });

  const rows: [string, number][] = [
    ['install --yes', 0],
    ['install --yes --dry-run', 0],
    ['install --port 0', 64],
    ['plan', 0],
    ['plan --port 20 --profile lann', 64],
    ['apply --yes', 0],
    ['apply --dry-run', 0],
    ['verify', 0],
    ['verify --list', 0],
    ['verify --only auth', 0],
    ['verify --only nothing', 64],
    ['add-user', 64],
    ['add-user a:b --generate', 64],
    ['add-user bob --generate --dry-run', 0],
    ['add-user bob --password-file /nowhere', 65],
    ['remove-user nobody', 64],
    ['set-password owner', 64],
    ['list-users', 0],
    ['status', 0],
    ['start', 0],
    ['restart --dry-run', 0],
    ['version', 0],
    ['explain 78', 0],
    ['logs', 0],
    ['schema', 0],
    ['schema --output verify', 0],
    ['schema --output verifi', 64],
    ['instal', 64],
    ['install --prot 1', 64],
    ['install --yes --spec /nowhere/broker.yaml', 65],
    ['uninstall --dry-run', 0],
    ['uninstall', 64],
    ['verify --lang xx', 64],
  ];

  test.each(rows)('%s --json', async (line, code) => {
    const result = await local.cli([...line.split(' '), '--json', '--verbose'], { env: { LANGUAGE: 'fr' } });
    expect(result.code, told(result)).toBe(code);
    const parsed: unknown = JSON.parse(result.stdout);
    expect(parsed).toMatchObject({ schemaVersion: 1, ok: code === 0 });
    // What is no command has no name.
    if (line !== 'instal') expect(parsed).toHaveProperty('command', line.split(' ')[0]);
    if (code !== 0) expect(failure(result, code).message).not.toBe('');
    expect(leftOvers(result.stdout, fr, en)).toEqual([]);
    expect(result.stderr).not.toMatch(/^\s*[{}]/m);
  });
});

describeCli('French', (sandbox) => {
  const local = localBroker(sandbox);
  const dir = local.dir;

  test('the languages: flag, own variable, locale, English', async () => {
    const first = async (args: string[], env: Record<string, string>): Promise<string> =>
      (await sandbox.cli(['help', ...args], { env })).stdout;
    const german = { LANG: 'de_DE.UTF-8' };
    expect(await first([], german)).toContain(en['cli.help.first']);
    expect(await first([], { ...german, LANGUAGE: 'fr:en' })).toContain(fr['cli.help.first']);
    expect(await first([], { LC_ALL: 'fr_BE.UTF-8' })).toContain(fr['cli.help.first']);
    expect(await first([], { LANG: 'fr_FR.UTF-8' })).toContain(fr['cli.help.first']);
    expect(await first([], { LANGUAGE: 'fr', MQTT_SETUP_LANG: 'en' })).toContain(en['cli.help.first']);
    expect(await first(['--lang', 'fr'], { MQTT_SETUP_LANG: 'en' })).toContain(fr['cli.help.first']);
    expect(await first(['--lang=en'], { LANGUAGE: 'fr' })).toContain(en['cli.help.first']);
  });

  test('help of every command', async () => {
    const whole = await sandbox.cli(['help', '--lang', 'fr']);
    for (const { name, summary } of commandRows) {
      expect(folded(whole.stdout), name).toContain(fr[summary.key as 'cli.command.install']);
      const { code, stdout } = await sandbox.cli(['help', name, '--lang', 'fr']);
      expect(code).toBe(0);
      expect(folded(stdout)).toContain(fr['cli.option.dryRun']);
      expect(leftOvers(folded(stdout), en, fr)).toEqual([]);
    }
    expect(leftOvers(folded(whole.stdout), en, fr)).toEqual([]);
  });

  const mistakes: [string[], number, RegExp][] = [
    [['instal'], 64, /la commande instal n’existe pas/],
    [['install', '--prot', '1'], 64, /Vouliez-vous/],
    [['add-user'], 64, /argument/],
    [['add-user', 'a:b', '--topic', 'a#', '--role', 'publishr'], 64, /nom/],
    [['install', '--port', '0', '--bind', 'al', '--profile', 'lann'], 64, /port/i],
    [['install', '--yes', '--password-file', '/nowhere', '--generate'], 64, /mot de passe/],
    [['apply', '--yes'], 65, /broker\.yaml/],
  ];

  test.each(mistakes)('the mistake %j', async (args, code, pattern) => {
    const result = await local.cli(args, {
      env: { LANGUAGE: 'fr' },
    });
    expect(result.code, told(result)).toBe(code);
    expect(result.stderr).toMatch(pattern);
    expect(leftOvers(result.stdout + result.stderr, en, fr)).toEqual([]);
  });

  test('plan, install, accounts, verify, status, uninstall', async () => {
    const port = `${await freePort()}`;
    const lines: [string[], number, string | RegExp][] = [
      [['plan', '--port', port], 0, fr['engine.why.passwd']],
      [['install', '--port', port, '--yes'], 0, fr['cli.card.once']],
      [['install', '--yes'], 0, fr['cli.nothingToDo']],
      [['add-user', 'bob', '--generate'], 0, fr['cli.done.reloaded']],
      [['set-password', 'bob', '--password-file', '-'], 65, /au moins 12/],
      [['list-users'], 0, fr['cli.users.name']],
      [['remove-user', 'bob'], 0, fr['cli.done.done']],
      [['verify'], 0, fr['checks.files-mode.pass']],
      [['verify', '--list'], 0, fr['checks.access-read.title']],
      [['status'], 0, fr['cli.card.next']],
      [['stop'], 0, fr['cli.service.stopped']],
      [['verify'], 1, fr['checks.service-active.fail']],
      [['uninstall', '--dry-run'], 0, fr['engine.why.ours']],
      [['uninstall', '--yes'], 0, fr['cli.uninstall.done']],
    ];
    for (const [args, code, said] of lines) {
      const result = await local.cli(args, { env: { LANGUAGE: 'fr' }, input: 'court\n' });
      expect(result.code, told(result)).toBe(code);
      const text = folded(result.stdout + result.stderr);
      if (typeof said === 'string') expect(text, args.join(' ')).toContain(said);
      else expect(text).toMatch(said);
      expect(leftOvers(text, en, fr), args.join(' ')).toEqual([]);
    }
  });

  test('what is written in broker.yaml', async () => {
    await writeFile(`${sandbox.home}/broker.yaml`, 'version: 1\nprofil: lan\nlisteners:\n  - port: 70000\n');
    const result = await sandbox.cli([
      'plan',
      '--local',
      dir,
      '--spec',
      `${sandbox.home}/broker.yaml`,
      '--lang',
      'fr',
    ]);
    expect(result.code).toBe(65);
    expect(result.stderr).toMatch(/broker\.yaml:2:1: .*profil/);
    expect(result.stderr).toMatch(/broker\.yaml:4:11: .*70000/);
    expect(leftOvers(result.stderr, en, fr)).toEqual([]);
  });
});

describeCli('colours', (sandbox) => {
  const escaped = (text: string): boolean => text.includes('\u001b');
  const rows: [string, string[], Record<string, string>, boolean][] = [
    ['no terminal', [], {}, false],
    ['--color always', ['--color', 'always'], {}, true],
    ['--color always and NO_COLOR', ['--color=always'], { NO_COLOR: '1' }, true],
    ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
    ['--color never and FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
    ['NO_COLOR', [], { NO_COLOR: '1' }, false],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['TERM=dumb', [], { TERM: 'dumb' }, false],
  ];
  describe.each(rows)('%s', (_name, args, env, coloured) => {
    test('in help and in errors', async () => {
      expect(escaped((await sandbox.cli(['help', ...args], { env })).stdout)).toBe(coloured);
      expect(escaped((await sandbox.cli(['nonsense', ...args], { env })).stderr)).toBe(coloured);
      expect(escaped((await sandbox.cli(['version', '--json', ...args], { env })).stdout)).toBe(false);
    });
  });

  test('names from outside cannot colour anything', async () => {
    const evil = 'bob\u001b[31m\u202ered';
    const result = await sandbox.cli([
      'add-user',
      evil,
      '--local',
      sandbox.folder(),
      '--topic',
      `${evil}/#`,
      '--generate',
    ]);
    expect(result.code).toBe(64);
    expect(escaped(result.stdout + result.stderr)).toBe(false);
    expect(result.stderr).not.toContain('\u202e');
  });

  test('where the locale is not UTF-8, signs are ASCII', async () => {
    const result = await sandbox.cli(['nonsense'], { env: { LANG: 'C' } });
    expect(result.stderr).toMatch(/^\[fail\]/);
    expect((await sandbox.cli(['nonsense'], { env: { LANG: 'en_GB.UTF-8' } })).stderr).toMatch(/^✖/);
  });
});
