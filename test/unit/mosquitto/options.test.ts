import { expect, test } from 'vitest';
import { confChangeEffect } from '../../../src/mosquitto/options.ts';

const base =
  '# ours\nallow_anonymous false\npassword_file /p\n\nlistener 1883 127.0.0.1\nmax_connections 100\n';
const cases: [name: string, after: string, effect: 'reload' | 'restart' | null][] = [
  ['nothing', base, null],
  [
    'a comment, blanks, line breaks',
    base.replace('# ours', '# theirs').replace('false', ' false ').replaceAll('\n', '\r\n'),
    null,
  ],
  ['anonymous access', base.replace('false', 'true'), 'reload'],
  ['another password file', base.replace('/p', '/q'), 'reload'],
  ['an option more', `sys_interval 5\n${base}`, 'reload'],
  ['an option less', base.replace('password_file /p\n', ''), 'reload'],
  ['one that only a start reads', `max_packet_size 1000\n${base}`, 'restart'],
  ['one with and one without', `max_packet_size 1000\nsys_interval 5\n${base}`, 'restart'],
  ['one that nobody knows', `colour blue\n${base}`, 'restart'],
  ['a port', base.replace('1883', '1884'), 'restart'],
  ['a limit of a listener', base.replace('100', '200'), 'restart'],
  ['a listener more', `${base}listener 1884\n`, 'restart'],
  ['no listener any more', 'allow_anonymous false\npassword_file /p\n', 'restart'],
  [
    'another order',
    base.replace('allow_anonymous false\npassword_file /p', 'password_file /p\nallow_anonymous false'),
    'restart',
  ],
  ['a new file', '', 'restart'],
];
test.each(cases)('%s', (_name, after, effect) => {
  expect(confChangeEffect(base, after)).toBe(effect);
  expect(confChangeEffect(after, base)).toBe(effect);
});
