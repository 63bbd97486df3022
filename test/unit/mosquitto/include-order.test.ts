import { expect, test } from 'vitest';
import { includedFiles } from '../../../src/mosquitto/include-order.ts';

const conf = (stem: string) => `${stem}.conf`;

test('the order that was observed', () => {
  const order = ['.hidden', '1-x', '10', '9', 'A', 'a', 'b', 'Z', 'z', '_c', 'ä'].map(conf);
  expect(includedFiles(order.toReversed())).toEqual(order);
});

test('only names that end in .conf and have something before it', () => {
  const names = ['.conf', 'a.CONF', 'a.conf.bak', 'a.conf~', 'a.conf.dpkg-dist', 'README', 'aconf', 'x.conf'];
  expect(includedFiles(names)).toEqual(['x.conf']);
});

test('case decides letter by letter', () => {
  expect(includedFiles(['ab', 'aC', 'AD', 'Aa'].map(conf))).toEqual(['Aa', 'AD', 'ab', 'aC'].map(conf));
});
