import { describe, expect, it } from 'vitest';
import type { Options } from '../../../src/cli/context.ts';
import { saidYes } from '../../../src/cli/flow/consent.ts';
import { decideInstall } from '../../../src/cli/flow/decide-install.ts';
import { declaredIn } from '../../../src/cli/flow/declared.ts';
import { talker } from '../../../src/cli/flow/prove.ts';
import { output } from '../../../src/cli/output.ts';
import type { Secret } from '../../../src/desired/hashes.ts';
import { Hidden } from '../../../src/hidden.ts';
import { realHost } from '../../../src/host/real.ts';
import { msg } from '../../../src/i18n/messages.ts';
import { defaultSpec } from '../../../src/spec/resolve.ts';
import type { Account } from '../../../src/spec/types.ts';
import { callOf } from '../../helpers/call.ts';
import { healthyFacts, missingFile } from '../../helpers/facts.ts';
import { exitOf } from '../../helpers/scratch.ts';

const bare = () => {
  const facts = healthyFacts({ records: null });
  return { ...facts, files: Object.fromEntries(Object.keys(facts.files).map((path) => [path, missingFile])) };
};

async function specOf(options: Options, env: Record<string, string>): Promise<string> {
  const facts = bare();
  const decide = await decideInstall(callOf({ options, env }));
  return (await decide(declaredIn(facts, msg('cli.needsRoot')), facts)).specText;
}

describe('what install is told', () => {
  it.each<[string, Options, Record<string, string>, RegExp]>([
    ['by default', {}, {}, /^profile: lan$/m],
    ['by the environment', {}, { MQTT_SETUP_PORT: '1999' }, /^\s*port: 1999$/m],
    ['by a flag before the environment', { port: '2000' }, { MQTT_SETUP_PORT: '1999' }, /^\s*port: 2000$/m],
    ['nothing, by an empty variable', {}, { MQTT_SETUP_PORT: '', MQTT_SETUP_PROFILE: '' }, /^profile: lan$/m],
    ['addresses by the environment', {}, { MQTT_SETUP_BIND: 'loopback' }, /bind: loopback$/m],
    ['addresses by a flag first', { bind: ['all'] }, { MQTT_SETUP_BIND: 'loopback' }, /bind: all$/m],
  ])('%s', async (_what, options, env, wanted) => {
    expect(await specOf(options, env)).toMatch(wanted);
  });

  it('is yes by flag or by environment, alike for the questions and for the plan', () => {
    expect(saidYes(callOf({ options: { yes: true } }))).toBe(true);
    expect(saidYes(callOf({ env: { MQTT_SETUP_YES: '1' } }))).toBe(true);
    expect(saidYes(callOf({ env: { MQTT_SETUP_YES: '' } }))).toBe(false);
  });

  it('is not asked of somebody who lacks the rights: they would be questioned for nothing', async () => {
    const host = { ...realHost(), user: { uid: 4711, gid: 4711, name: 'user' } };
    const facts = bare();
    // Were it to ask, there would be no terminal here to answer.
    const decide = await decideInstall(callOf({ host, interactive: true }));
    expect((await decide(declaredIn(facts, msg('cli.needsRoot')), facts)).accounts).toHaveLength(1);
  });
});

describe('declarations that may not be read', () => {
  it('are a lack of rights, with the cure that was handed in', async () => {
    const facts = healthyFacts();
    const { accounts } = facts.layout;
    const closed = {
      ...facts,
      files: { ...facts.files, [accounts]: { ...missingFile, kind: 'unreadable' as const } },
    };
    const reading = Promise.resolve().then(() =>
      declaredIn(closed, msg('cli.runThis', { command: 'sudo x' })),
    );
    await expect(reading).rejects.toMatchObject({
      exit: 'needsRoot',
      problems: [{ fix: { params: { command: 'sudo x' } } }],
    });
    expect((await exitOf(reading)).keys).toEqual(['engine.unreadable']);
  });
});

describe('a link in the place of the accounts', () => {
  it('is refused, and never taken for "no accounts"; everything of that kind is told at once', async () => {
    const facts = healthyFacts();
    const { accounts, conf } = facts.layout;
    const link = { ...missingFile, kind: 'symlink' as const };
    const linked = { ...facts, files: { ...facts.files, [accounts]: link, [conf]: link } };
    const reading = Promise.resolve().then(() => declaredIn(linked, msg('cli.needsRoot')));
    expect(await exitOf(reading)).toEqual({
      exit: 'refused',
      keys: ['preflight.notAFile', 'preflight.notAFile'],
    });
  });
});

describe('who sends the message of the smoke test', () => {
  const secret: Secret = { password: new Hidden('x'), generated: true };
  const account = (name: string, roles: Account['roles'], topics: string[]): Account => ({
    name,
    roles,
    topics,
  });
  const owner = account('owner', ['both'], ['#']);
  const pair = account('pair', ['publisher', 'subscriber'], ['a', '#']);
  const sensor = account('sensor', ['publisher'], ['weather/#']);
  const viewer = account('viewer', ['subscriber'], ['#']);

  it.each<[string, Account[], string[], string | undefined]>([
    ['the owner', [sensor, owner], ['sensor', 'owner'], 'owner'],
    ['whoever may do both everywhere', [viewer, pair], ['viewer', 'pair'], 'pair'],
    ['the probe, where nobody who may is known', [sensor, viewer], ['sensor', 'viewer'], undefined],
    ['the probe, where the owner’s password is not known', [owner, sensor], ['sensor'], undefined],
  ])('is %s', (_who, accounts, known, wanted) => {
    const secrets = new Map(known.map((name) => [name, secret]));
    expect(talker({ accounts, secrets }, defaultSpec())?.username).toBe(wanted);
  });
});

it('a terminal that went away does not end a run in the middle', () => {
  output();
  const gone = Object.assign(new Error('write EIO'), { code: 'EIO' });
  expect(() => process.stderr.emit('error', gone)).not.toThrow();
});
