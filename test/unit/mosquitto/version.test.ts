import { expect, test } from 'vitest';
import {
  compareVersions,
  defaultListenerFixed,
  isAtLeast,
  parseVersion,
} from '../../../src/mosquitto/version.ts';

const cases: [text: string, version: string | null][] = [
  ['2.0.11-1.2+deb12u2', '2.0.11'],
  ['2.0.11', '2.0.11'],
  ['1:2.1.2-3', '2.1.2'],
  ['2.0.21-1', '2.0.21'],
  ['2.1~rc1-1', '2.1.0'],
  ['2', null],
  ['', null],
  ['mosquitto 2.0.11', null],
  ['2.0.11.4', null],
];
test.each(cases)('%j', (text, version) => {
  const parsed = parseVersion(text);
  expect(parsed === null ? null : `${parsed.major}.${parsed.minor}.${parsed.patch}`).toBe(version);
});

test('comparing', () => {
  const versions = ['1.6.12', '2.0.9', '2.0.11', '2.0.21', '2.1.2', '10.0.0'].map((text) =>
    parseVersion(text),
  );
  for (const [i, a] of versions.entries()) {
    for (const [j, b] of versions.entries()) {
      if (a !== null && b !== null) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
    }
  }
  expect(isAtLeast(null, defaultListenerFixed)).toBe(false);
  expect(isAtLeast(defaultListenerFixed, defaultListenerFixed)).toBe(true);
});
