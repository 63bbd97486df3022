import { expect, test } from 'vitest';
import { run } from '../../../../src/cli/commands/completion.ts';
import { shells } from '../../../../src/cli/completion/scripts.ts';
import { callOf } from '../../../helpers/call.ts';
import { exitOf } from '../../../helpers/scratch.ts';

test.each(Object.entries(shells))('prints the script of %s', async (shell, script) => {
  const named = callOf({ command: 'completion', args: [shell] });
  expect(await run(named)).toBe(0);
  expect(named.results).toEqual([script]);
  const used = callOf({ command: 'completion', env: { SHELL: `/usr/bin/${shell}` }, json: true });
  await run(used);
  expect(JSON.parse(used.results.join(''))).toMatchObject({ ok: true, shell, script });
});

test.each([
  [['bsh'], {}, 'completion.unknown', '"bash"'],
  [['powershell'], {}, 'completion.unknown', 'bash, zsh, fish'],
  [[], { SHELL: '/bin/dash' }, 'completion.unknown', ''],
  [[], {}, 'completion.which', 'bash, zsh, fish'],
])('%j with %j is refused', async (args, env, key, cure) => {
  const call = callOf({ command: 'completion', args, env });
  expect(await exitOf(run(call))).toEqual({ exit: 'usage', keys: [key] });
  expect(JSON.stringify(await run(call).catch((error: unknown) => error))).toContain(cure);
});

test('no script evaluates anything', () => {
  for (const script of Object.values(shells)) expect(script).not.toMatch(/\beval\b/);
});
