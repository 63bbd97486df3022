import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concreteTopics, dollarRoots } from '../../../../src/mosquitto/shadow/topics.ts';

const alice = { name: 'alice', clientId: 'id' };
const rule = (filter: string, isPattern = false) => ({ isPattern, access: 'read' as const, filter });
const topics = (...filters: string[]): string[] =>
  concreteTopics(
    filters.map((one) => rule(one)),
    alice,
    1000,
  );
const patterns = (...filters: string[]): string[] =>
  concreteTopics(
    filters.map((one) => rule(one, true)),
    alice,
    1000,
  );

/** MQTT's own rule: does the filter match the topic? */
function matches(filter: string, topic: string): boolean {
  const [f, t] = [filter.split('/'), topic.split('/')];
  for (const [at, level] of f.entries()) {
    if (level === '#') return true;
    if (t[at] === undefined || (level !== '+' && level !== t[at])) return false;
  }
  return f.length === t.length || (f.length === t.length + 1 && f.at(-1) === '#');
}

describe('concrete topics', () => {
  it.each<[string, string[]]>([
    ['a/b', ['a/b', 'a', 'a/shadow-beside', 'a/b/shadow-below']],
    ['a/+/c', ['a/shadow-any/c', 'a/shadow-any', 'a/shadow-any/shadow-beside']],
    ['a/#', ['a/shadow-below', 'a/shadow-below/shadow-below/shadow-below', 'a', 'shadow-beside']],
    ['#', ['shadow-below', 'shadow-beside']],
    ['/a', ['/a', '/shadow-beside']],
    ['$aws/#', ['$aws/shadow-below', '$aws']],
  ])('of %s', (filter, expected) => {
    expect(topics(filter)).toEqual(expect.arrayContaining(expected));
  });

  it('put in one’s own name and id, and a stranger’s', () => {
    expect(patterns('u/%u/#')).toEqual(
      expect.arrayContaining(['u/alice/shadow-below', 'u/shadow-any/shadow-below']),
    );
    expect(patterns('c/%c')).toEqual(expect.arrayContaining(['c/id', 'c/alice', 'c/shadow-any']));
    expect(topics('u/%u')).toContain('u/%u');
    const dollar = concreteTopics([rule('u/%u', true)], { name: '$&', clientId: 'id' }, 100);
    expect(dollar).toContain('u/$&');
    expect(concreteTopics([rule('u/%u', true)], { name: null, clientId: 'id' }, 100)).toContain(
      'u/shadow-any',
    );
  });

  it('show which of two rules wins where they meet', () => {
    expect(topics('a/+/c', 'a/b/+')).toContain('a/b/c');
    expect(topics('a/#', '+/b')).toContain('a/b');
    expect(topics('+/x/#', 'a/+/y/#')).toContain('a/x/y/shadow-below');
  });

  it('leave out what a client could not send', () => {
    const odd = concreteTopics(
      [rule('u/%u', true), rule('$SYS/#'), rule('a\u0007b')],
      { name: 'a+b', clientId: '#' },
      100,
    );
    for (const topic of odd) expect(topic).not.toMatch(/[+#]|\p{Cc}|^\$SYS/u);
  });

  it('have one for every filter, that it matches', () => {
    const level = fc.constantFrom('a', 'b', '+', '', '$x');
    const filter = fc
      .tuple(fc.array(level, { minLength: 1, maxLength: 5 }), fc.boolean())
      .map(([levels, open]) => [...levels, ...(open ? ['#'] : [])].join('/'))
      .filter((one) => one !== '');
    fc.assert(
      fc.property(filter, (one) => {
        expect(topics(one).some((topic) => matches(one, topic))).toBe(true);
      }),
    );
  });

  it('are not more than wanted, the rules’ own first', () => {
    const many = Array.from({ length: 500 }, (_, index) => rule(`t/${index}`));
    const found = concreteTopics(many, alice, 20);
    expect(found).toHaveLength(20);
    expect(found[0]).toBe('t/0');
  });

  it('know the roots that # does not cover', () => {
    expect(dollarRoots([rule('$aws/+'), rule('$SYS/#'), rule('a'), rule('$aws/x')])).toEqual(['$aws']);
  });
});
