import { describe, expect, it } from 'vitest';
import type { Options } from '../../../src/cli/context.ts';
import { layoutOf, specIsOurs } from '../../../src/cli/flow/layout.ts';
import { callOf } from '../../helpers/call.ts';
import { exitOf } from '../../helpers/scratch.ts';

const at = (options: Options, env: Record<string, string> = {}) => layoutOf(callOf({ options, env }));

describe('which broker a call is about', () => {
  it.each<[string, Options, Record<string, string>, string | null]>([
    ['the machine’s', {}, {}, null],
    ['a folder’s by flag', { local: '/srv/a' }, {}, '/srv/a'],
    ['a folder’s by environment', {}, { MQTT_SETUP_LOCAL: '/srv/b' }, '/srv/b'],
    ['the flag’s before the environment’s', { local: '/srv/a' }, { MQTT_SETUP_LOCAL: '/srv/b' }, '/srv/a'],
    ['the machine’s with an empty variable', {}, { MQTT_SETUP_LOCAL: '' }, null],
  ])('%s', (_what, options, env, dir) => {
    expect(at(options, env).dir).toBe(dir);
  });

  it.each<[string, Options]>([
    ['an empty --local, as of an unset shell variable', { local: '' }],
    ['an empty --spec', { spec: '' }],
    ['an empty --cache', { local: '/srv/a', cache: '' }],
    ['the root folder', { local: '/' }],
    ['a line break', { local: '/srv/a\nuser root' }],
    ['a blank at the end', { local: '/srv/a ' }],
  ])('refuses %s', async (_what, options) => {
    expect((await exitOf(Promise.resolve().then(() => at(options)))).exit).toBe('usage');
  });

  it('reads the spec of --spec, and does not take it for ours', () => {
    const options = { local: '/srv/a', spec: '/srv/my.yaml' };
    expect(at(options)).toMatchObject({ spec: '/srv/my.yaml', accounts: '/srv/a/accounts.jsonl' });
    expect(specIsOurs(callOf({ options }))).toBe(false);
    expect(specIsOurs(callOf({ options: {}, env: { MQTT_SETUP_SPEC: '' } }))).toBe(true);
  });
});
