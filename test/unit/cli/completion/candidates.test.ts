import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { severities } from '../../../../src/audit/score.ts';
import { formats as auditFormats } from '../../../../src/cli/commands/audit.ts';
import { formats as checkFormats } from '../../../../src/cli/commands/check.ts';
import { commonOptions } from '../../../../src/cli/commands/common-options.ts';
import { formats as exportFormats } from '../../../../src/cli/commands/export-users.ts';
import { commandRows } from '../../../../src/cli/commands/registry.ts';
import { actions } from '../../../../src/cli/commands/tls.ts';
import { wishFor } from '../../../../src/cli/completion/candidates.ts';
import { complete } from '../../../../src/cli/completion/complete.ts';
import { shells } from '../../../../src/cli/completion/scripts.ts';
import { own, sourceOf } from '../../../../src/cli/completion/values.ts';
import { reporters } from '../../../../src/report/reporters/registry.ts';
import { profileNames } from '../../../../src/spec/profiles.ts';
import { scratch } from '../../../helpers/scratch.ts';

const offered = (line: string): string[] => wishFor(line.split(' ')).words.map(({ value }) => value);
const lookedUp = (line: string) => {
  const { live, paths } = wishFor(line.split(' '));
  return live ?? paths;
};

describe('what the command line may go on with', () => {
  test('every command, and after one its own options and the common ones', () => {
    expect(offered('')).toEqual(commandRows.map(({ name }) => name));
    expect(offered('--lang fr ')).toEqual(commandRows.map(({ name }) => name));
    for (const { name, options = [] } of commandRows) {
      const flags = [...options, ...commonOptions].map(({ flags: text }) => /--[a-z0-9-]+/.exec(text)?.[0]);
      expect(offered(`${name} -`)).toEqual([...flags, '--help']);
    }
  });

  test.each([
    ['map --format ', ['text', 'svg', 'mermaid', 'dot']],
    ['map --format=', ['--format=text', '--format=svg', '--format=mermaid', '--format=dot']],
    ['verify --lang ', ['en', 'fr']],
    ['--color ', ['auto', 'always', 'never']],
    ['tls ', ['init', 'server', 'client', 'renew', 'revoke', 'status']],
    ['can alice ', ['publish', 'subscribe']],
    ['can --anonymous ', ['publish', 'subscribe']],
    ['completion ', Object.keys(shells)],
    ['nonsense ', []],
    ['map -- ', []],
    ['can alice publish ', []],
  ])('"%s": %j', (line, words) => {
    expect(offered(line)).toEqual(words);
  });

  test.each([
    ['remove-user ', 'accounts'],
    ['set-password ', 'accounts'],
    ['can ', 'accounts'],
    ['doctor --why ', 'accounts'],
    ['map --user ', 'accounts'],
    ['tls client ', 'accounts'],
    ['tls revoke ', 'accounts'],
    ['tls renew ', null],
    ['add-user ', null],
    ['add-user bob --role ', 'roles'],
    ['add-user bob --role=', 'roles'],
    ['doctor --why bob --listener ', 'listeners'],
    ['rollback ', 'generations'],
    ['diff 6 ', 'generations'],
    ['history ', 'generations'],
    ['history --keep ', null],
    ['verify --only ', 'checks'],
    ['help ', 'commands'],
    ['schema --output ', 'outputs'],
    ['check ', 'files'],
    ['map --out ', 'files'],
    ['map --local ', 'folders'],
  ])('"%s" looks up %s', (line, source) => {
    expect(lookedUp(line)).toBe(source);
  });

  test('does not offer again what may stand once', () => {
    expect(offered('add-user bob --generate --role device --')).not.toContain('--generate');
    expect(offered('add-user bob --generate --role device --')).toContain('--role');
  });
});

describe('the values', () => {
  test('are decided for every option and argument that takes one', () => {
    const undecided = commandRows.flatMap(({ name, args = [], options = [] }) => [
      ...args
        .filter(({ syntax }) => sourceOf(name, syntax) === undefined)
        .map(({ syntax }) => `${name} ${syntax}`),
      ...[...options, ...commonOptions]
        .filter((option) => option.flags.includes('<') && sourceOf(name, option) === undefined)
        .map(({ flags }) => `${name} ${flags}`),
    ]);
    expect(undecided).toEqual([]);
  });

  test('are of commands and options that there are', () => {
    const known = new Set(
      commandRows.flatMap(({ name, args = [], options = [] }) => [
        ...args.map(({ syntax }) => `${name} ${syntax}`),
        ...options.map(({ flags }) => `${name} ${/--[a-z0-9-]+/.exec(flags)?.[0] ?? ''}`),
      ]),
    );
    expect(Object.keys(own).filter((key) => !known.has(key))).toEqual([]);
  });

  test('are those that the commands know', () => {
    expect(own['audit --format']).toEqual(auditFormats);
    expect(own['check --format']).toEqual(checkFormats);
    expect(own['export-users --format']).toEqual(exportFormats);
    expect(own['verify --reporter']).toEqual(reporters.map(({ name }) => name));
    expect(own['tls [action]']).toEqual(Object.keys(actions));
    expect(sourceOf('install', '<profile>')).toEqual(profileNames);
    expect(sourceOf('audit', '<severity>')).toEqual(severities);
  });
});

describe('what is looked up', () => {
  let dir = '';
  beforeEach(async () => {
    ({ dir } = await scratch());
    await writeFile(
      `${dir}/broker.yaml`,
      'version: 1\nprofile: local\nroles: { gardener: { publish: [a] } }\n',
    );
    const names = ['alice', 'bob@example.org', '$(touch x)', '-rf', 'a b', 'zoé'];
    await writeFile(
      `${dir}/accounts.jsonl`,
      `${names.map((name) => JSON.stringify({ name })).join('\n')}\nnonsense\n\n[]\n`,
    );
    await mkdir(`${dir}/.mqtt-setup/generations`, { recursive: true });
    for (const number of ['000007', '000012'])
      await writeFile(`${dir}/.mqtt-setup/generations/${number}.jsonl`, '');
  });

  const found = async (line: string): Promise<string[]> => {
    const [command = '', ...words] = line.split(' ');
    return (await complete('bash', [command, '--local', dir, ...words], {})).slice(1);
  };

  test('accounts, but no name that a shell would read something into', async () => {
    expect(await found('can ')).toEqual(['alice', 'bob@example.org', 'zoé']);
    expect(await found('can bo')).toEqual(['bob@example.org']);
    expect(await found('can "bo')).toEqual(['bob@example.org']);
    expect(await found('map --user=z')).toEqual(['--user=zoé']);
  });

  test('roles, listeners, generations', async () => {
    expect(await found('add-user x --role g')).toEqual(['gardener']);
    expect(await found('doctor --why alice --listener ')).toEqual(['mqtt']);
    expect(await found('rollback ')).toEqual(['12', '7']);
  });

  test('and what the program knows', async () => {
    expect(await found('verify --only access.r')).toEqual(['access.read']);
    expect(await found('verify --only tls.expiry,access.w')).toEqual(['tls.expiry,access.write']);
    expect(await found('verify --skip=a,access.w')).toEqual(['--skip=a,access.write']);
    expect(await found('schema --output expl')).toEqual(['explain']);
    expect(await found('explain max_queued_m')).toEqual(['max_queued_messages']);
  });

  test('nothing where nothing can be read', async () => {
    await writeFile(`${dir}/broker.yaml`, 'listeners: {');
    expect(await found('doctor --listener ')).toEqual([]);
    expect(await found('add-user x --role d')).toEqual(['device']);
    expect(await complete('bash', ['can', '--local', '/nowhere', ''], {})).toEqual(['words']);
    await chmod(`${dir}/accounts.jsonl`, 0);
    if (process.getuid?.() !== 0) expect(await found('can ')).toEqual([]);
  });

  test('of the broker that the environment names, for which a shell leaves ~ as it is', async () => {
    expect(await complete('bash', ['can', 'al'], { MQTT_SETUP_LOCAL: dir })).toEqual(['words', 'alice']);
    expect(await complete('bash', ['can', '--local', '~/', 'al'], { HOME: dir })).toEqual(['words', 'alice']);
  });

  test('with what each is, in the reader’s language, where the shell shows it', async () => {
    expect(await complete('fish', ['versi'], { LANG: 'fr_FR.UTF-8' })).toEqual([
      'words',
      expect.stringMatching(/^version\tVersion de mqtt-setup/),
    ]);
    expect(await complete('bash', ['versi'], {})).toEqual(['words', 'version']);
  });
});
