import { describe, expect, it } from 'vitest';
import { mergeOf } from '../../../src/adopt/merge.ts';
import type { Adopted } from '../../../src/adopt/types.ts';
import { setInSpec } from '../../../src/spec/set-in.ts';

const adopted = (more: Partial<Adopted>): Adopted => ({
  input: { version: 1 },
  accounts: [],
  hashes: new Map(),
  bridgePasswords: new Map(),
  lines: [],
  notes: [],
  ...more,
});

describe('what was changed by hand', () => {
  it('is nothing where both readings say the same', () => {
    const same = adopted({ input: { version: 1, sys_interval: '5s' } });
    expect(mergeOf(same, same)).toEqual({ spec: [], accounts: [], removed: [], refused: [] });
  });

  it('is told by the path of each value; a list of another length is one', () => {
    const before = adopted({ input: { version: 1, limits: { inflight: 20 }, extra: ['a 1'] } as never });
    const now = adopted({
      input: { version: 1, limits: { inflight: 7 }, extra: ['a 1', 'b 2'], throughput: true } as never,
    });
    expect(mergeOf(before, now).spec).toEqual([
      { path: ['limits', 'inflight'], value: 7 },
      { path: ['extra'], value: ['a 1', 'b 2'] },
      { path: ['throughput'], value: true },
    ]);
    expect(mergeOf(now, before).spec).toContainEqual({ path: ['throughput'], value: undefined });
  });

  it('is an account more, one less, or one with other rights; never one of ours', () => {
    const person = (name: string, ...roles: string[]) => ({ name, roles, topics: [] });
    const before = adopted({
      accounts: [person('ann', 'own-1'), person('ben', 'both'), person('mqtt-setup-probe')],
      input: { version: 1, roles: { 'own-1': { publish: ['a'] } } },
    });
    const now = adopted({
      accounts: [person('ann', 'own-2'), person('cleo', 'own-1'), person('mqtt-setup-x')],
      // The same role under another name, and another one under the old name.
      input: { version: 1, roles: { 'own-2': { publish: ['a'] }, 'own-1': { publish: ['c'] } } },
    });
    const merge = mergeOf(before, now);
    expect(merge.accounts.map(({ name }) => name)).toEqual(['cleo']);
    expect(merge.removed).toEqual(['ben']);
    expect(merge.spec).toEqual([{ path: ['roles', 'own-1'], value: { publish: ['c'] } }]);
  });
});

describe('setting values in broker.yaml', () => {
  it('keeps comments and order, makes what is missing, takes away what is to go', () => {
    const text = '# mine\nversion: 1\n# of the limits\nlimits:\n  inflight: 20 # few\nthroughput: true\n';
    expect(
      setInSpec(text, [
        { path: ['limits', 'inflight'], value: 7 },
        { path: ['log', 'types'], value: ['error'] },
        { path: ['throughput'], value: undefined },
      ]),
    ).toBe(
      '# mine\nversion: 1\n# of the limits\nlimits:\n  inflight: 7 # few\nlog:\n  types:\n    - error\n',
    );
  });

  it('leaves the text as it is where nothing is to change', () => {
    expect(setInSpec('a:   1   # odd\n', [])).toBe('a:   1   # odd\n');
  });
});
