import { describe, expect, test } from 'vitest';
import { enAll } from '../../../src/i18n/en-all.ts';
import { frAll } from '../../../src/i18n/fr-all.ts';
import type { Message } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { mapDot } from '../../../src/map/dot.ts';
import { mapMermaid } from '../../../src/map/mermaid.ts';
import { starMap } from '../../../src/map/model.ts';
import { drawingOf } from '../../../src/map/sides.ts';
import { mapSvg } from '../../../src/map/svg.ts';
import { mapText } from '../../../src/map/text.ts';
import { styleFor } from '../../../src/report/style.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import type { Account } from '../../../src/spec/types.ts';

const spec = loadSpec(
  `version: 1
profile: local
roles:
  sensor:
    publish: ['sensors/{user}/#']
    subscribe: ['sensors/{user}/set']
  house:
    subscribe: ['home/#']
    deny: ['home/alarm']
everyone:
  subscribe: ['inbox/{client}']
bridges:
  - name: cloud
    remote: mqtt.example.org:1883
    topics:
      - { filter: 'weather/#', direction: out, local_prefix: 'garden/' }
`,
  'broker.yaml',
);

const all = { user: null, topic: null };
const limits = { branches: 16, topics: 4, label: 36 };
const t = (message: Message): string => say(enAll, message);
const sensors = Array.from(
  { length: 50 },
  (_, index): Account => ({ name: `sensor-${index + 1}`, roles: ['sensor'], topics: [] }),
);
const dashboard: Account = { name: 'dashboard', roles: ['subscriber'], topics: ['sensors/#'] };
const bob: Account = { name: 'bob', roles: ['house'], topics: [] };
const heads = ['Publish', 'Bridges', 'Read'] as const;

describe('the model', () => {
  test('puts together who may do the same below the own name, numbers in their order', () => {
    const { people, topics } = starMap(spec, [...sensors, dashboard], all);
    expect(people.map(({ who, names }) => [who, names.length])).toEqual([
      ['accounts', 50],
      ['accounts', 1],
      ['everyone', 0],
    ]);
    expect(people[0]).toMatchObject({ publish: ['sensors/{user}/#'], subscribe: ['sensors/{user}/set'] });
    expect(people[0]?.names.at(-1)).toBe('sensor-50');
    expect(topics).toContainEqual({ filter: 'sensors/#', publishers: [], subscribers: [1] });
    expect(topics).toContainEqual({ filter: 'inbox/{client}', publishers: [], subscribers: [2] });
  });

  test('tells one person’s topics as they are', () => {
    const { people } = starMap(spec, sensors, { user: 'sensor-7', topic: null });
    expect(people[0]).toMatchObject({ names: ['sensor-7'], publish: ['sensors/sensor-7/#'] });
  });

  test('is narrowed to a topic, for people and for bridges', () => {
    const ask = (topic: string) => starMap(spec, [...sensors, dashboard, bob], { user: null, topic });
    expect(ask('sensors/sensor-7/set').people.map(({ names }) => names)).toEqual([
      ['sensor-7'],
      ['dashboard'],
    ]);
    expect(ask('garden/weather/x').bridges.map(({ name }) => name)).toEqual(['cloud']);
    expect(ask('weather/x').bridges).toEqual([]);
    expect(ask('inbox/7').people.map(({ who }) => who)).toEqual(['everyone']);
  });

  test('has what is denied', () => {
    expect(starMap(spec, [bob], all).people[0]).toMatchObject({
      subscribe: ['home/#'],
      deny: ['home/alarm'],
    });
  });
});

describe('the text', () => {
  const text = (width: number, unicode = true, accounts = [...sensors, dashboard, bob]): string =>
    mapText(
      drawingOf(starMap(spec, accounts, all), t, limits, unicode),
      heads,
      styleFor({ width, unicode, colour: false }),
    );

  test('stands beside the broker on a wide screen', () => {
    expect(text(120)).toMatch(
      /^sensor-1 … sensor-50 \(50\) +sensors\/\{user\}\/# ─▶ ┌─+┐ ─▶ sensors\/\{user\}\/set/m,
    );
    expect(text(120)).toMatch(/✖ home\/alarm$/m);
    expect(text(120)).toMatch(/cloud: mqtt\.example\.org:1883\n +to there: garden\/weather\/#/);
  });

  test.each([40, 60, 80, 120])('fits a screen of %i columns, with long topics too', (width) => {
    const long: Account = { name: 'x'.repeat(60), roles: ['both'], topics: [`${'level/'.repeat(40)}#`] };
    const lines = text(width, true, [...sensors, dashboard, bob, long]).split('\n');
    expect(lines.filter((line) => Array.from(line).length > width)).toEqual([]);
    expect(lines.length).toBeLessThan(30);
  });

  test('does with ASCII', () => {
    for (const width of [60, 120]) expect(text(width, false)).toMatch(/^[\n -~]*$/);
  });

  test('puts hundreds of groups together by their roles', () => {
    const many = Array.from(
      { length: 300 },
      (_, index): Account => ({ name: `room-${index}`, roles: ['both'], topics: [`rooms/${index + 1}/#`] }),
    );
    const drawing = drawingOf(starMap(spec, many, all), t, limits);
    expect(drawing.publishers).toHaveLength(1);
    expect(drawing.publishers[0]?.label).toBe('room-0 … room-299 (300)');
    expect(drawing.publishers[0]?.topics.at(-1)?.text).toBe('and 297 more');
  });
});

const hostile = [
  '</text><script>alert(1)</script>/#',
  `"]; evil --> x["'`,
  '\\" ]; a -> b [label="',
  '%%{init: {}}%%',
  '`code` **bold** &lt;&#60;',
  'a]]>b',
  '-->',
];

/** As nasty as accounts may be, and as many groups as there is room for. */
function nasty() {
  const accounts = Array.from({ length: 40 }, (_, index): Account => {
    const topics = hostile.map((topic) => `${'"<&>\''.repeat(6)}${index}${topic}`);
    return { name: `user-${index}`, roles: ['both'], topics: [...hostile, ...topics] };
  });
  const own = Object.fromEntries(
    accounts.map(({ name, topics }) => [`r-${name}`, { publish: topics, subscribe: topics, deny: [] }]),
  );
  const roles = accounts.map((one) => ({ ...one, roles: [`r-${one.name}`], topics: [] }));
  return drawingOf(starMap({ ...spec, roles: own }, roles, all), t, limits);
}

describe('the pictures', () => {
  test('SVG: nothing but our own elements, entities and classes, below 50 KB', () => {
    const svg = mapSvg(nasty());
    expect(Buffer.byteLength(svg)).toBeLessThan(50_000);
    expect(svg.match(/<(?!\/?(?:svg|title|desc|style|rect|path|text)\b)/g)).toBeNull();
    expect(svg.match(/&(?!(?:amp|lt|gt|quot|#39);)/g)).toBeNull();
    expect(svg).not.toMatch(/href|\bon\w+=|url\(|@import/);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title desc">\n<title id="title">/);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test('SVG: marks that turn the direction of writing are shown, not obeyed', () => {
    const turned = { ...bob, roles: ['both'], topics: ['a\u202eb'] };
    const svg = mapSvg(drawingOf(starMap(spec, [turned], all), t, limits));
    expect(svg).not.toContain('\u202e');
    expect(svg).toContain(String.raw`a\u{202e}b`);
  });

  test('Mermaid: a label ends where we end it', () => {
    const lines = mapMermaid(nasty()).split('\n');
    const label = String.raw`"(?:[\p{L}\p{M}\p{N} _/:,…-]|#\d+;|<br/>)*"`;
    const node = new RegExp(
      String.raw`^  (?:[psb]\d+|broker)(?:\[${label}\]|\[\[${label}\]\]|\(\[${label}\]\))$`,
      'u',
    );
    const edge = new RegExp(String.raw`^  \w+ (?:-->|-\.-x|<-->)\|${label}\| \w+$`, 'u');
    expect(lines.slice(2).filter((line) => !node.test(line) && !edge.test(line))).toEqual([]);
  });

  test('DOT: a label ends where we end it', () => {
    const inside = mapDot(nasty()).replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"');
    const statement = /^ {2}(?:\w+|\w+ -> \w+)(?:=| \[)["\w=,… ]+\]?;$|^ {2}\w+=\w+;$/;
    expect(
      inside
        .split('\n')
        .slice(1, -1)
        .filter((line) => !statement.test(line)),
    ).toEqual([]);
  });

  test('speak French', () => {
    const french = (message: Message): string => say(frAll, message);
    const svg = mapSvg(drawingOf(starMap(spec, [bob], all), french, limits));
    expect(svg).toContain('Qui publie où, qui lit où');
    expect(svg).toContain('(chaque compte)');
  });
});
