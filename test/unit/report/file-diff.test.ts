import { applyPatch, createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileDiff } from '../../../src/report/file-diff.ts';

const edits = (lines: readonly string[]): number =>
  lines.filter((line) => /^[+-](?![+-]{2} )/.test(line)).length;

it('is a shortest unified diff, which makes the one of the other', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'end'), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const { lines, more } = fileDiff('/f', before, after);
      expect(applyPatch(before, `${lines.join('\n')}\n`)).toBe(after);
      expect(edits(lines)).toBe(edits(createTwoFilesPatch('/f', '/f', before, after).split('\n')));
      expect(more).toEqual({ added: 0, removed: 0 });
    }),
  );
});

it('one line more in ten thousand: its neighbours, at their place', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `line ${i}\n`);
  const after = [...lines.slice(0, 5000), 'new\n', ...lines.slice(5000)];
  expect(fileDiff('/f', lines.join(''), after.join('')).lines).toEqual([
    '--- /f',
    '+++ /f',
    '@@ -4998,6 +4998,7 @@',
    ' line 4997',
    ' line 4998',
    ' line 4999',
    '+new',
    ' line 5000',
    ' line 5001',
    ' line 5002',
  ]);
});

it.each([
  ['a new file', null, 10_000],
  ['another file altogether', 'x\n'.repeat(10_000), 10_000],
])(
  '%s of ten thousand lines is shown in its first lines, and the rest is counted',
  (_what, before, count) => {
    const after = Array.from({ length: count }, (_, i) => `line ${i}\n`).join('');
    const { lines, more } = fileDiff('/f', before, after);
    expect(lines.length).toBeLessThan(250);
    expect(more.added + more.removed).toBeGreaterThan(count - 250);
  },
);
