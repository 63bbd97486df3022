import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSpec } from '../../../src/spec/load.ts';
import { plainListener, plainTls } from '../../../src/spec/profiles.ts';
import { defaultSpec } from '../../../src/spec/resolve.ts';
import { bind, port, refused } from '../../cases/spec/refused.ts';
import { brief, problemsOf } from './problems.ts';

describe('what is accepted', () => {
  const all = plainListener('mqtt', 1883, 'all');
  const secure = { ...plainListener('mqtts', 8883, 'all'), tls: plainTls };
  const cases: [name: string, text: string, listeners: unknown[]][] = [
    ['nothing but the version', 'version: 1\n', [all, secure]],
    ['a byte order mark', '\uFEFFversion: 1\n', [all, secure]],
    ['CRLF', 'version: 1\r\nprofile: lan\r\n', [all, secure]],
    ['flow form', '{version: 1, profile: lan}', [all, secure]],
    ['for the internet', 'version: 1\nprofile: internet\n', [secure, { ...all, bind: 'loopback' }]],
    ['TLS in a word', `${port('8883')}    tls: own\n`, [{ ...all, port: 8883, tls: plainTls }]],
    [
      'TLS with files',
      `${port('8883')}    tls: { certificate: /c, key: /k, clients: identity }\n`,
      [
        {
          ...all,
          port: 8883,
          tls: { ...plainTls, from: 'files', certificate: '/c', key: '/k', clients: 'identity' },
        },
      ],
    ],
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
  test.each(refused)('%s', (_name, text, problems) => {
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
