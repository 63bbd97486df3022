import { describe, expect, test } from 'vitest';
import { invocation } from '../../../src/cli/invocation.ts';
import { isExecutable, selfArgv, selfAsTwo } from '../../../src/cli/self.ts';

describe('how the program names itself', () => {
  test.each([
    ['/usr/local/bin/mqtt-setup', 'mqtt-setup'],
    ['/root/.npm/_npx/1a2b/node_modules/.bin/mqtt-setup', 'npx mqtt-setup'],
    ['/home/alice/dist/mqtt-setup.mjs', 'node dist/mqtt-setup.mjs'],
    ['/opt/mqtt-setup/mqtt-setup.mjs', 'node /opt/mqtt-setup/mqtt-setup.mjs'],
  ])('%s: %s', (script, said) => {
    expect(invocation(['/usr/bin/node', script], '/home/alice')).toBe(said);
  });

  test.each(['mqtt-setup', './mqtt-setup-linux-x64', '/opt/mine/bin/mqtt-setup'])(
    'an executable as it was called: %s',
    (typed) => {
      expect(invocation(['/opt/mine/bin/mqtt-setup', typed], '/home/alice', true)).toBe(typed);
    },
  );
});

describe('how it is called by others', () => {
  test('by node and a script, which are two words', () => {
    expect(isExecutable()).toBe(false);
    expect(selfArgv()).toHaveLength(2);
    expect(selfAsTwo(['/usr/bin/node', '/opt/m.mjs'])).toEqual(['/usr/bin/node', '/opt/m.mjs']);
  });

  test('an executable by env, for scripts that read two words', () => {
    expect(selfAsTwo(['/usr/local/bin/mqtt-setup'])).toEqual(['/usr/bin/env', '/usr/local/bin/mqtt-setup']);
  });
});
