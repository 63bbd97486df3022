import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvRecords, delimiterOf, printCsv } from '../../../../src/spec/import/csv.ts';

const read = (text: string, delimiter: ',' | ';' | '\t' = ',') => [...csvRecords(text, delimiter)];
const texts = (text: string, delimiter: ',' | ';' | '\t' = ',') =>
  read(text, delimiter).map((record) =>
    Array.isArray(record) ? record.map((field) => field.text) : record.fault,
  );

describe('CSV', () => {
  test.each<[what: string, text: string, records: (string[] | string)[]]>([
    ['nothing', '', []],
    ['blank lines', '\n\r\n  \n', []],
    [
      'LF, CRLF and CR',
      'a,b\nc,d\r\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    ['empty fields, at the end too', ',a,,\n', [['', 'a', '', '']]],
    ['quotes', '"a,b","c ""d""",""\n', [['a,b', 'c "d"', '']]],
    ['line breaks inside quotes', '"a\nb","c\r\nd"\ne\n', [['a\nb', 'c\r\nd'], ['e']]],
    ['a quote inside a plain field', 'a"b,c\n', [['a"b', 'c']]],
    ['a quote that nobody closes', 'a,b\nc,"d\ne\n', [['a', 'b'], 'open']],
    ['text behind a quote', '"a"b,c\n', ['behind']],
    ['no line end at the end', 'a,"b"', [['a', 'b']]],
    ['a separator at the very end', 'a,', [['a', '']]],
  ])('%s', (_what, text, records) => {
    expect(texts(text)).toEqual(records);
  });

  it('tells where each field starts, and where a fault is', () => {
    expect(read('name,topics\r\n"a\nb",  c\nd,"e\n')).toEqual([
      [
        { text: 'name', line: 1, column: 1 },
        { text: 'topics', line: 1, column: 6 },
      ],
      [
        { text: 'a\nb', line: 2, column: 1 },
        { text: '  c', line: 3, column: 4 },
      ],
      { fault: 'open', line: 4, column: 3 },
    ]);
  });

  test.each<[header: string, delimiter: string]>([
    ['name', ','],
    ['name,roles', ','],
    ['name;roles', ';'],
    ['name\troles', '\t'],
    ['"a,b";roles', ';'],
    ['name;roles,topics', ';'],
  ])('the header %j separates by %j', (header, delimiter) => {
    expect(delimiterOf(header)).toBe(delimiter);
  });

  it('reads back whatever it prints, under each separator', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', '\r', ' ', '|', '\t') });
    const record = fc.array(field, { minLength: 1, maxLength: 5 });
    const some = record.filter((fields) => fields.some((text) => text.trim() !== ''));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), (records) => {
        expect(texts(records.map(printCsv).join(''))).toEqual(records);
      }),
    );
  });

  it('any text is read to its end, or to a fault', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ') });
    fc.assert(
      fc.property(text, (any) => {
        for (const record of csvRecords(any, ','))
          for (const { line, column } of Array.isArray(record) ? record : [record])
            expect(line >= 1 && column >= 1).toBe(true);
      }),
    );
  });
});
