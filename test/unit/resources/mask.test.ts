import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskBehindColon, maskVersions } from '../../../src/resources/mask.ts';

it.each<[string, RegExp]>([
  ['', /^$/],
  ['alice:$7$101$salt$hash\n', /^alice:\[hidden [0-9a-f]{4}\]\n$/],
  ['alice:\n', /^alice:\n$/],
  ['a plain password\n', /^\[hidden [0-9a-f]{4}\]\n$/],
  ['alice:a\rb\u2028c:d\n', /^alice:\[hidden [0-9a-f]{4}\]\n$/],
  ['alice:x\n\nbob:y', /^alice:\[hidden [0-9a-f]{4}\]\n\nbob:\[hidden [0-9a-f]{4}\]$/],
])('%j is shown without its secrets', (text, wanted) => {
  expect(maskBehindColon(text)).toMatch(wanted);
});

it('the tag changes with the secret, and only then', () => {
  expect(maskBehindColon('a:one')).toBe(maskBehindColon('a:one'));
  expect(maskBehindColon('a:one')).not.toBe(maskBehindColon('a:two'));
});

it('what stands behind the first colon of a line, or in a line without one, never shows', () => {
  const secret = fc.string({
    minLength: 8,
    unit: fc.constantFrom('Q', 'X', 'Z', ':', '\r', '\u2028', '\t', ' '),
  });
  fc.assert(
    fc.property(fc.option(fc.stringMatching(/^[a-z]{0,8}$/), { nil: null }), secret, (name, hidden) => {
      const masked = maskBehindColon(name === null ? hidden.replaceAll(':', '') : `${name}:${hidden}`);
      expect(masked).not.toMatch(/[QXZ\r\u2028\t]/);
    }),
  );
});

it('two versions: what they share is hidden without a tag, what differs tells that it does', () => {
  const [before, after] = maskVersions('a:1\nb:2\nc:3\n', 'a:1\nb:9\nc:3\n');
  expect(before).toMatch(/^a:\[hidden\]\nb:\[hidden [0-9a-f]{4}\]\nc:\[hidden\]\n$/);
  expect(after).toMatch(/^a:\[hidden\]\nb:\[hidden [0-9a-f]{4}\]\nc:\[hidden\]\n$/);
  expect(before).not.toBe(after);
  expect(maskVersions('', 'a:1\n')[1]).toMatch(/^a:\[hidden [0-9a-f]{4}\]\n$/);
});
