import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSpec } from '../../../src/spec/load.ts';
import { defaultSpec } from '../../../src/spec/resolve.ts';
import { brief, problemsOf } from './problems.ts';

const listener = (rest: string) => `version: 1\nlisteners:\n  - ${rest}\n`;
const port = (text: string) => listener(`port: ${text}`);
const bind = (text: string) => listener(`port: 1883\n    bind: ${text}`);

describe('what is accepted', () => {
  const all = { name: 'mqtt', protocol: 'mqtt', port: 1883, bind: 'all' };
  const cases: [name: string, text: string, listeners: unknown[]][] = [
    ['nothing but the version', 'version: 1\n', [all]],
    ['a byte order mark', '\uFEFFversion: 1\n', [all]],
    ['CRLF', 'version: 1\r\nprofile: lan\r\n', [all]],
    ['flow form', '{version: 1, profile: lan}', [all]],
    ['the local profile', 'version: 1\nprofile: local\n', [{ ...all, bind: 'loopback' }]],
    ['a listener that says only its port', port('1884'), [{ ...all, port: 1884 }]],
    ['one address', bind('192.0.2.1'), [{ ...all, bind: ['192.0.2.1'] }]],
    ['addresses', bind('["::1", 127.0.0.1]'), [{ ...all, bind: ['::1', '127.0.0.1'] }]],
    [
      'names that are made up',
      `${port('1884')}  - port: 1885\n`,
      [
        { ...all, port: 1884 },
        { ...all, name: 'mqtt-2', port: 1885 },
      ],
    ],
    [
      'one port, two addresses',
      `${bind('127.0.0.1')}  - port: 1883\n    bind: 192.0.2.1\n`,
      [
        { ...all, bind: ['127.0.0.1'] },
        { ...all, name: 'mqtt-2', bind: ['192.0.2.1'] },
      ],
    ],
    [
      'the lowest and the highest port',
      `${port('1024')}  - port: 65535\n`,
      [
        { ...all, port: 1024 },
        { ...all, name: 'mqtt-2', port: 65535 },
      ],
    ],
  ];
  test.each(cases)('%s', (_name, text, listeners) => {
    expect(loadSpec(text, 'broker.yaml').listeners).toEqual(listeners);
  });

  test('the default is the file that says nothing', () => {
    expect(loadSpec('version: 1', 'f')).toEqual(defaultSpec('lan'));
    expect(loadSpec('version: 1\nprofile: local', 'f')).toEqual(defaultSpec('local'));
  });
});

describe('what is refused, and where', () => {
  const cases: [name: string, text: string, problems: string[]][] = [
    ['an empty file', '', ['1:1 spec.root']],
    ['a comment only', '# c\n', ['1:1 spec.root']],
    ['a list', '- a\n', ['1:1 spec.root']],
    ['no version', 'profile: lan\n', ['1:1 spec.key.missing > spec.version.fix']],
    ['another version', 'version: 2\n', ['1:10 spec.version.unknown']],
    ['a version that is no number', 'version: "1"\n', ['1:10 spec.version.unknown']],
    ['T20 a misspelt key', 'version: 1\nprofil: lan\n', ['2:1 spec.key.unknown > profile?']],
    [
      'T20 a key of mosquitto',
      'version: 1\nallow_anonymus: true\n',
      ['2:1 spec.key.unknown > spec.key.known'],
    ],
    ['a misspelt key that is required', listener('prot: 1883'), ['3:5 spec.key.unknown > port?']],
    ['T9 __proto__', 'version: 1\n__proto__: {a: 1}\n', ['2:1 spec.key.unknown > spec.key.known']],
    ['a misspelt profile', 'version: 1\nprofile: lna\n', ['2:10 spec.choice > lan?']],
    ['an unknown profile', 'version: 1\nprofile: internet\n', ['2:10 spec.choice']],
    ['an empty profile', 'version: 1\nprofile:\n', ['2:9 spec.choice']],
    ['no listener', 'version: 1\nlisteners: []\n', ['2:12 spec.listeners.none']],
    ['listeners that are no list', 'version: 1\nlisteners: 1883\n', ['2:12 spec.listeners.list']],
    ['a listener that is a number', listener('1883'), ['3:5 spec.listeners.item']],
    ['no port', listener('name: a'), ['3:5 spec.key.missing']],
    ['T16 port 0', port('0'), ['3:11 spec.port.range']],
    ['T16 port 65536', port('65536'), ['3:11 spec.port.range']],
    ['T16 port "1883; "', port('"1883; "'), ['3:11 spec.port.form']],
    ['T16 port 1883.0', port('1883.0'), ['3:11 spec.port.form']],
    ['T16 port 0x75B', port('0x75B'), ['3:11 spec.port.form']],
    ['octal', port('0o3533'), ['3:11 spec.port.form']],
    ['T19 leading zero', port('01883'), ['3:11 spec.port.form']],
    ['T19 exponent', port('2e3'), ['3:11 spec.port.form']],
    ['T19 20 digits', port('12345678901234567890'), ['3:11 spec.port.range']],
    ['a sign', port('+1883'), ['3:11 spec.port.form']],
    ['a negative one', port('-1'), ['3:11 spec.port.form']],
    ['quotes', port('"1883"'), ['3:11 spec.port.quoted']],
    ['below 1024', port('883'), ['3:11 spec.port.low']],
    ['no number', port('.nan'), ['3:11 spec.port.form']],
    ['a port that is a list', port('[1883]'), ['3:11 spec.port.form']],
    ['an empty port', port(''), ['3:11 spec.port.form']],
    ['T17 a zone', bind('"::1%lo"'), ['4:11 spec.address.zone']],
    ['T17 999.1.1.1', bind('999.1.1.1'), ['4:11 spec.address.form']],
    ['T17 a blank', bind('0.0.0.0 extra'), ['4:11 spec.address.blank']],
    ['brackets', bind('"[::1]"'), ['4:11 spec.address.brackets']],
    ['a network', bind('192.0.2.0/24'), ['4:11 spec.address.range']],
    ['a name', bind('localhost'), ['4:11 spec.address.form']],
    ['IPv4 in IPv6', bind('"::ffff:192.0.2.1"'), ['4:11 spec.address.mapped']],
    ['link-local', bind('fe80::1'), ['4:11 spec.address.link-local']],
    ['a misspelt word', bind('lopback'), ['4:11 spec.bind.unknown > loopback?']],
    ['a word among addresses', bind('[all, "::1"]'), ['4:12 spec.bind.mixed']],
    [
      'several bad addresses',
      bind('["::1%lo", "::1", x.y]'),
      ['4:12 spec.address.zone', '4:29 spec.address.form'],
    ],
    ['no address', bind('[]'), ['4:11 spec.bind.form']],
    ['a number as an address', bind('1'), ['4:11 spec.bind.form']],
    ['a name with a line break', listener('port: 1883\n    name: "a\\nb"'), ['4:11 spec.listener.name']],
    ['a name that is a number', listener('port: 1883\n    name: 123'), ['4:11 spec.listener.name']],
    ['another protocol', listener('port: 1883\n    protocol: mqt'), ['4:15 spec.choice > mqtt?']],
    [
      'a name twice',
      `${listener('{port: 1883, name: a}')}  - {port: 1884, name: a}\n`,
      ['4:24 spec.rule.name-twice'],
    ],
    ['a port twice', `${port('1883')}  - port: 1883\n    bind: 127.0.0.1\n`, ['4:11 spec.rule.port-twice']],
    ['an address twice', bind('["::1", "0:0::1"]'), ['4:19 spec.rule.address-twice']],
    [
      'local, open to all',
      'version: 1\nprofile: local\nlisteners:\n  - port: 1883\n    bind: all\n',
      ['5:11 spec.rule.local > spec.rule.local.fix'],
    ],
    [
      'everything at once',
      'vers: 1\nprofile: x\nlisteners:\n  - port: 80\n    bindd: all\n',
      [
        '5:5 spec.key.unknown > bind?',
        '1:1 spec.key.unknown > spec.key.known',
        '1:1 spec.key.missing > spec.version.fix',
        '2:10 spec.choice',
        '4:11 spec.port.low',
      ],
    ],
    ['T18 an alias', 'version: &a 1\nprofile: *a\n', ['1:13 spec.yaml.alias', '2:10 spec.yaml.alias']],
    ['T18 a key twice', 'version: 1\nprofile: lan\nversion: 1\n', ['3:1 spec.yaml.twice']],
    ['T18 a tag', 'version: !!js/function 1\n', ['1:24 spec.yaml.tag']],
    ['a tag of YAML', 'version: !!int 1\n', ['1:16 spec.yaml.tag']],
    ['T18 two documents', 'version: 1\n---\nversion: 1\n', ['2:1 spec.yaml.documents']],
    ['merge keys', 'version: 1\n<<: {profile: lan}\n', ['2:1 spec.key.unknown > spec.key.known']],
    ['a key that is a list', 'version: 1\n? [a]\n: 1\n', ['2:3 spec.yaml.key']],
    ['a key that is a number', 'version: 1\n1: 2\n', ['2:1 spec.yaml.key']],
    ['a tab', 'version: 1\nlisteners:\n\t- port: 1883\n', ['3:1 spec.yaml.tab']],
    ['an open quote', 'version: "1\n', ['2:1 spec.yaml.syntax']],
    ['UTF-16', 'v\0e\0r\0', ['-:- spec.yaml.encoding']],
    ['Latin-1', '# caf\uFFFD\nversion: 1\n', ['-:- spec.yaml.encoding']],
    ['too large', `version: 1\n${'#'.repeat(1024 * 1024)}`, ['-:- spec.yaml.large']],
    ['too deep', '['.repeat(20_000), ['1:819 spec.yaml.deep']],
    ['a byte order mark does not shift columns', '\uFEFFversion: 2\n', ['1:10 spec.version.unknown']],
  ];
  test.each(cases)('%s', (_name, text, problems) => {
    const found = problemsOf(() => loadSpec(text, 'broker.yaml'));
    expect(brief(found).slice(0, 6)).toEqual(problems);
    expect(found.every(({ place }) => place?.file === 'broker.yaml')).toBe(true);
  });
});

test('many keys take linear time', () => {
  const keys = Array.from({ length: 40_000 }, (_, index) => `k${index}: 1`).join('\n');
  expect(problemsOf(() => loadSpec(keys, 'f')).length).toBeGreaterThan(40_000);
});

test('whatever the text is, it loads or throws an AppError', () => {
  const word = fc.constantFrom(
    'version',
    'profile',
    'listeners',
    'port',
    'bind',
    'lan',
    '1',
    '1883',
    'all',
    ': ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!t ',
    '"',
    '|',
    '#',
    '__proto__',
    ',',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
  );
  fc.assert(
    fc.property(text, (anything) => void brief(problemsOf(() => loadSpec(anything, 'f')))),
    { numRuns: 2000 },
  );
});
