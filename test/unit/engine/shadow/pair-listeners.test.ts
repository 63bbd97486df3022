import { describe, expect, it } from 'vitest';
import { type Doors, pairListeners } from '../../../../src/engine/shadow/pair-listeners.ts';

/** `1883` is on all addresses, `1883@a` on one. */
function at(...places: string[]): Doors[] {
  return places.map((place) => {
    const [port = '', address, protocol = 'mqtt'] = place.split('@');
    const addresses = address === undefined ? ['0.0.0.0', '[::]'] : [address];
    return { name: `${address ?? '*'}:${port}`, doors: addresses.map((one) => `${one}:${port}`), protocol };
  });
}

describe('which listener is which', () => {
  it.each<[before: string[], after: string[], pairs: string[], gone: string[], come: string[]]>([
    [['1883'], ['1883'], ['*:1883=*:1883'], [], []],
    [['1883'], ['1883@a'], ['*:1883>a:1883'], [], []],
    [['1883@a'], ['1884@a'], ['a:1883>a:1884'], [], []],
    [['1883@a', '1884@a'], ['1883@b', '1884@b'], ['a:1883>b:1883', 'a:1884>b:1884'], [], []],
    [['1883@a', '1884@a'], ['1883@a', '1885@a'], ['a:1883=a:1883', 'a:1884>a:1885'], [], []],
    [['1883@a', '1884@a'], ['1885@a', '1886@a'], [], ['a:1883', 'a:1884'], ['a:1885', 'a:1886']],
    [['1883@a@mqtt'], ['9001@a@websockets'], [], ['a:1883'], ['a:9001']],
    [['1883'], ['1883@0.0.0.0', '1883@[::]'], ['*:1883=0.0.0.0:1883', '*:1883=[::]:1883'], [], []],
    [[], ['1883'], [], [], ['*:1883']],
  ])('%j and %j', (before, after, pairs, gone, come) => {
    const found = pairListeners(at(...before), at(...after));
    const names = (listeners: readonly Doors[]): string[] => listeners.map(({ name }) => name);
    expect(found.pairs.map((one) => `${one.before.name}${one.isMoved ? '>' : '='}${one.after.name}`)).toEqual(
      pairs,
    );
    expect([names(found.gone), names(found.come)]).toEqual([gone, come]);
  });
});
