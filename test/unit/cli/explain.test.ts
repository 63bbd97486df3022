import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/commands/explain.ts';
import { exitCodes } from '../../../src/errors.ts';
import { options } from '../../../src/mosquitto/options/registry.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf } from '../../helpers/scratch.ts';

async function explained(word: string | undefined, version = '2.0.11', json = false): Promise<string> {
  const args = word === undefined ? [] : [word];
  const call = callOf({ command: 'explain', args, json, options: { mosquittoVersion: version } });
  expect(await run(call)).toBe(0);
  return call.results.join('\n');
}

async function asJson(word: string, version?: string): Promise<{ option: Record<string, unknown> }> {
  return JSON.parse(await explained(word, version, true));
}

describe('explain OPTION', () => {
  it.each(['2.0.11', '2.0.21', '2.1.2'])('has something to say of every option in %s', async (version) => {
    for (const name of options.keys()) expect(await explained(name, version)).toContain(name);
  });

  it('says what holds in the version asked about', async () => {
    expect(await explained('max_packet_size', '2.0.11')).toMatch(/Default +0; from 2\.1: 2000000/);
    expect(await explained('max_packet_size', '2.1.2')).toMatch(/Default +2000000\n/);
    expect(await explained('max_keepalive', '2.0.11')).toContain('10 to 65535 seconds');
    expect(await explained('max_qos', '2.0.21')).toContain('every reload puts it back');
    expect(await explained('max_qos', '2.1.2')).toContain('a reload is enough');
    expect(await explained('acl_file', '2.0.21')).toMatch(/Twice +the broker does not start/);
    expect(await explained('acl_file', '2.1.2')).toMatch(/Twice +the last line wins/);
  });

  it('says of an option that the version lacks since when there is one, and of a lost one no more', async () => {
    expect(await explained('listener_allow_anonymous', '2.0.21')).toContain(
      'does not know it yet (since 2.1)',
    );
    expect(await explained('listener_allow_anonymous', '2.0.21')).toContain('a reload is enough');
    expect(await explained('trace_level')).toContain('removed in 2.0');
    expect(await explained('trace_level')).not.toContain('Default');
  });

  it('says what we write, and why', async () => {
    expect(await explained('allow_anonymous')).toMatch(/Ours +false, so that every client says who it is/);
    expect(await explained('upgrade_outgoing_qos')).toMatch(/Ours +mqtt-setup does not set it/);
  });

  it('gives a machine the same', async () => {
    const { option } = await asJson('max_keepalive', '2.0.21');
    expect(option).toMatchObject({
      name: 'max_keepalive',
      scope: 'broker',
      known: true,
      value: { kind: 'int', min: 0, max: 65535, unit: 'seconds' },
      default: '0',
      effect: 'restart',
      again: 'wins',
      since: '1.6',
      mqttSetup: 'only where broker.yaml says so. Key limits.keepalive.',
    });
  });

  it.each([
    ['max_keepalife', 'explain.unknown', 'max_keepalive'],
    ['Listener', 'explain.unknown', 'listener'],
    ['nothing_like_it_at_all', 'explain.unknown', null],
    ['3', 'explain.unknownCode', null],
  ])('refuses %s and says what was meant', async (word, key, meant) => {
    const call = callOf({ command: 'explain', args: [word], options: { mosquittoVersion: '2.0.11' } });
    expect(await exitOf(run(call))).toEqual({ exit: 'usage', keys: [key] });
    const error = await run(call).catch((thrown: unknown) => JSON.stringify(thrown));
    if (meant !== null) expect(error).toContain(meant);
  });

  it('wants a version that is one', async () => {
    const call = callOf({ command: 'explain', args: ['user'], options: { mosquittoVersion: 'new' } });
    expect(await exitOf(run(call))).toEqual({ exit: 'usage', keys: ['explain.badVersion'] });
  });
});

describe('explain CODE', () => {
  it.each(Object.values(exitCodes))('%d', async (code) => {
    expect(await explained(String(code))).toMatch(new RegExp(`^${code} {2}\\S.+\\.$`));
  });
});

it('explain alone lists every option', async () => {
  expect((await explained(undefined)).split('\n').filter(Boolean).toSorted()).toEqual(
    [...options.keys()].toSorted(),
  );
});
