import { describe, expect, it } from 'vitest';
import { type Plan, planQuestions, type Side } from '../../../../src/engine/shadow/questions.ts';
import { hashPassword, newSalt } from '../../../../src/mosquitto/hash.ts';
import { readTree } from '../../../../src/mosquitto/shadow/read.ts';
import { readPeople } from '../../../../src/mosquitto/shadow/rules.ts';
import { shadowConf } from '../../../../src/mosquitto/shadow/write.ts';
import { versionOf } from '../../../helpers/lint.ts';
import type { MemoryFile } from '../../../helpers/memory-host.ts';
import { keys, treeOf, witness } from '../../../helpers/shadow-tree.ts';

const [hash, other] = [await hashPassword('x', newSalt(), 1), await hashPassword('x', newSalt(), 1)];

async function side(conf: string, files: Readonly<Record<string, MemoryFile | string>> = {}): Promise<Side> {
  const read = readTree(await treeOf(conf, files), versionOf('2.0.11'));
  const ports = read.listeners.map((_one, index) => 20_001 + index);
  const { listeners } = shadowConf(read, { name: 's', ports, keys, witness, user: null });
  return { people: readPeople(read), listeners };
}

function plan(before: Side, after: Side): Plan {
  return planQuestions(before, after, keys, 'tag');
}

const conf = 'listener 1883\npassword_file /pw\nacl_file /acl\n';

describe('who is asked what', () => {
  it('the same people on both sides: everybody, nobody, strangers, wrong and empty passwords', async () => {
    const one = await side(conf, { '/pw': `alice:${hash}\nbob:junk\n`, '/acl': 'topic a\n' });
    const { before, after, sample } = plan(one, one);
    expect(before).toEqual(after);
    const people = before.get('*:1883') ?? [];
    expect(people.map(({ kind, name }) => [kind, name])).toEqual([
      ['account', 'alice'],
      ['account', 'bob'],
      ['anonymous', null],
      ['unknown', 'shadow-unknown-tag'],
      ['wrong-password', 'alice'],
      ['empty-password', 'alice'],
    ]);
    expect(people[0]?.password?.reveal()).toBe(keys.of(hash).password);
    expect(people[3]?.topics).toContain('a');
    expect(people[4]?.topics).toEqual([]);
    expect(sample).toEqual({ names: ['alice', 'bob'], known: 2, unasked: 0 });
  });

  it('with the password of before, so that another hash shows', async () => {
    const [was, is] = [
      await side(conf, { '/pw': `alice:${hash}\n` }),
      await side(conf, { '/pw': `alice:${other}\n` }),
    ];
    for (const people of [plan(was, is).before, plan(was, is).after])
      expect(people.get('*:1883')?.[0]?.password?.reveal()).toBe(keys.of(hash).password);
  });

  it('with the password that counts on each listener', async () => {
    const two = await side(
      'per_listener_settings true\nlistener 1883\npassword_file /one\nlistener 1884\npassword_file /two\n',
      { '/one': `alice:${hash}\n`, '/two': `alice:${other}\n` },
    );
    const { before } = plan(two, two);
    expect(before.get('*:1883')?.[0]?.password?.reveal()).toBe(keys.of(hash).password);
    expect(before.get('*:1884')?.[0]?.password?.reveal()).toBe(keys.of(other).password);
  });

  it('only strangers where a listener has no counterpart', async () => {
    const [was, is] = [await side('listener 1883\n'), await side('listener 1884\nlistener 1885\n')];
    const { before, after } = plan(was, is);
    expect(before.size).toBe(0);
    expect(after.get('*:1885')?.map(({ kind }) => kind)).toEqual(['anonymous', 'unknown']);
  });

  it('with client ids that are let in, and topics below a mount point', async () => {
    const one = await side('clientid_prefixes home-\nlistener 1883\nmount_point m/\nacl_file /acl\n', {
      '/acl': 'topic m/a\n',
    });
    const [somebody] = plan(one, one).before.get('*:1883') ?? [];
    expect(somebody?.clientId).toMatch(/^home-/);
    expect(somebody?.topics).toEqual(expect.arrayContaining(['a', 'm/a']));
  });

  it('a bounded number, however many there are', async () => {
    const names = Array.from({ length: 5000 }, (_, index) => `u${index}`);
    const big = await side(conf, {
      '/pw': names.map((name) => `${name}:${hash}\n`).join(''),
      '/acl': names.map((name, index) => `user ${name}\ntopic t/${index % 400}/#\n`).join(''),
    });
    const { before, topics, sample } = plan(big, big);
    const people = before.get('*:1883') ?? [];
    expect(people.length).toBeLessThanOrEqual(104);
    expect(people.reduce((sum, one) => sum + one.topics.length, 0)).toBeLessThan(25_000);
    expect(topics).toBeLessThan(5000);
    expect(sample).toMatchObject({ known: 5000, unasked: 3700 });
  });
});
