import { describe, expect, test } from 'vitest';
import { fitted } from '../../../src/report/fit.ts';

describe('lines that fit a terminal', () => {
  test.each([
    ['short', 'short'],
    ['a line of some more words', 'a line of some\nmore words'],
    ['  ✔ a check that holds, with a reason', '  ✔ a check that\n    holds, with a\n    reason'],
    ['[ok] a check that holds', '[ok] a check that\n     holds'],
    ['a very fine value\u00a0of it: more', 'a very fine\nvalue\u00a0of it: more'],
    ['/a/path/that/is/wider/than/all of it', '/a/path/that/is/wider/than/all\nof it'],
  ])('%j', (text, wanted) => {
    expect(fitted(text, 18)).toBe(wanted);
  });

  test.each([
    '  $ mqtt-setup verify --local ./broker',
    'Run: sudo mqtt-setup install --yes',
    '    +# a line of a file that is long',
  ])('%j stays whole: it is copied', (text) => {
    expect(fitted(text, 18)).toBe(text);
  });

  test('colours have no width, and go on in the next line', () => {
    expect(fitted('\u001b[2mone two three\u001b[22m', 9)).toBe('\u001b[2mone two\nthree\u001b[22m');
  });
});
