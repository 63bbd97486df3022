import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { addressProblem, isLoopback } from '../../../src/spec/addresses.ts';
import { isLine } from '../../../src/spec/fields.ts';
import {
  addressPattern,
  filterPattern,
  linePattern,
  loopbackPattern,
} from '../../../src/spec/json-schema/patterns.ts';
import { between, durationPattern, sizePattern } from '../../../src/spec/json-schema/ranges.ts';
import { specJsonSchema } from '../../../src/spec/json-schema/spec.ts';
import { loadSpec } from '../../../src/spec/load.ts';
import { parseDuration, parseSize } from '../../../src/spec/quantities.ts';
import { filterProblem } from '../../../src/spec/rights.ts';
import { refused } from '../../cases/spec/refused.ts';
import { validator } from '../../helpers/json-schema.ts';
import { anySpec } from '../../helpers/spec-arbitrary.ts';
import { problemsOf } from './problems.ts';

const validate = validator(specJsonSchema(() => 'x'));
const whole = readFileSync(join(import.meta.dirname, '../../cases/spec/whole.yaml'), 'utf8');

function isAccepted(text: string): boolean {
  return problemsOf(() => loadSpec(text, 'f')).length === 0;
}

describe('the JSON Schema of broker.yaml', () => {
  test('takes everything once', () => {
    validate(parse(whole));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses what loadSpec refuses, but for what YAML hides and what must be unlike something else', () => {
    const seen = ([, text]: (typeof refused)[number]): boolean => {
      const document = parseDocument(text, { logLevel: 'error' });
      return document.errors.length > 0 || !validate(document.toJS());
    };
    expect(refused.filter((one) => !seen(one)).map(([name]) => name)).toEqual([
      'T16 port 1883.0',
      'T16 port 0x75B',
      'octal',
      'T19 leading zero',
      'T19 exponent',
      'a sign',
      'a name twice',
      'a port twice',
      'an address twice',
      'a tag of YAML',
      'Latin-1',
      'too large',
      'a bridge to itself',
      'two bridges with one client id',
      'TLS twice',
      'a domain for nobody',
    ]);
  });

  test('never refuses what loadSpec takes', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anySpec, (spec) => {
        const text = stringify(spec);
        if (!isAccepted(text)) return;
        accepted += 1;
        validate(parse(text));
        expect(validate.errors ?? []).toEqual([]);
      }),
      { numRuns: 800 },
    );
    expect(accepted).toBeGreaterThan(50);
  }, 60_000);
});

describe('a regular expression says what the function says', () => {
  const says = (pattern: string, flags = 'u') => {
    const expression = new RegExp(pattern, flags);
    return (text: string): boolean => expression.test(text);
  };

  test('numbers', () => {
    const span = fc.tuple(fc.nat(3000), fc.nat(3000));
    fc.assert(
      fc.property(span, fc.nat(7000), ([min, more], number) => {
        const inside = says(`^(?:${between(min, min + more)})$`);
        expect(inside(String(number))).toBe(number >= min && number <= min + more);
      }),
    );
    expect(says(`^(?:${between(1024, 2_147_483_647)})$`)('2147483648')).toBe(false);
  });

  const quantity = fc
    .tuple(
      fc.oneof(fc.nat(70_000), fc.nat(3_000_000_000)).map(String),
      fc.constantFrom('', ' ', '  '),
      fc.constantFrom('', 'B', 'kB', 'MB', 'GB', 'KiB', 'MiB', 'GiB', 'KB', 's', 'min', 'h', 'd', 'w', 'm'),
    )
    .map((parts) => parts.join(''));

  test('sizes and times', () => {
    const [size, time] = [says(sizePattern(1024, 268_435_460)), says(durationPattern(30, 65_535))];
    fc.assert(
      fc.property(quantity, (text) => {
        expect(size(text)).toBe((parseSize(text, 268_435_460) ?? -1) >= 1024);
        expect(time(text)).toBe((parseDuration(text, 65_535) ?? -1) >= 30);
      }),
      { numRuns: 5000 },
    );
  });

  test('lines', () => {
    const line = says(linePattern);
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\u00a0', '\n', '\u0085', '\ufeff', '\uffff', '😀', '"'),
    });
    fc.assert(
      fc.property(text, (some) => {
        expect(line(some)).toBe(some !== '' && isLine(some));
      }),
    );
  });

  test('addresses', () => {
    const [address, loopback] = [says(addressPattern), says(loopbackPattern)];
    const any = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.string({
        unit: fc.constantFrom('0', '1', ':', '::', 'f', 'fe80', 'ffff', '.', '127', '255'),
        maxLength: 12,
      }),
      fc.constantFrom(
        '::1',
        '0:0::1',
        '0000:0::0001',
        '::ffff:127.0.0.1',
        '::ffff:0',
        '0:0:0:0:0:FFFF:1:2',
        'fe80::1',
        'FEBF::',
      ),
    );
    fc.assert(
      fc.property(any, (text) => {
        expect(address(text)).toBe(addressProblem(text) === null);
        if (addressProblem(text) === null) expect(loopback(text)).toBe(isLoopback(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('filters', () => {
    const filter = says(filterPattern(['user', 'client', 'topics']));
    const piece = fc.constantFrom(
      'a',
      'bc',
      '/',
      '/',
      '+',
      '#',
      '{user}',
      '{client}',
      '{topics}',
      '{x}',
      '{',
      '}',
      '$',
      '%u',
      '%',
      ' ',
      '\t',
      '$share',
      '$CONTROL',
      'é',
    );
    const any = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      fc.nat(300).map((depth) => `${'a/'.repeat(depth)}b`),
    );
    fc.assert(
      fc.property(any, (text) => {
        expect(filter(text)).toBe(filterProblem(text) === null);
      }),
      { numRuns: 5000 },
    );
  });
});
