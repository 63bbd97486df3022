import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../src/host/logs/line.ts';
import { pastedLine } from '../../../src/host/logs/pasted.ts';

const said = 'Error: Unable to open pwfile "/etc/mosquitto/passwd".';

describe('a pasted line', () => {
  it.each([
    ['the file', `1795697966: ${said}`],
    ['a file with ISO times', `2024-05-01T12:00:00: ${said}`],
    ['a file with other times', `2024-05-01 12:00:00: ${said}`],
    ['a file with other times', `01/05/2024 12:00:00: ${said}`],
    ['a file with other times', `Wed May  1 12:00:00 2024: ${said}`],
    ['a file without times', said],
    ['syslog', `Nov 26 12:00:00 pi mosquitto[12]: 1795697966: ${said}`],
    ['syslog, raw', `<27>May  1 12:00:00 mosquitto[1]: ${said}`],
    ['journalctl -o short-iso', `2024-05-01T12:00:00+0200 pi mosquitto[771]: ${said}`],
    ['journalctl -o short-iso-precise', `2024-05-01T12:00:00.123456+02:00 pi mosquitto[771]: ${said}`],
    ['docker compose', `mosquitto-1  | 1795697966: ${said}`],
    ['docker compose -t', `broker  | 2024-05-01T10:00:00.000000000Z 1714557600: ${said}`],
    ['docker, json-file', JSON.stringify({ log: `1714557600: ${said}\n`, stream: 'stderr' })],
    ['journalctl -o json', JSON.stringify({ MESSAGE: said, _PID: '1' })],
    ['an add-on', `[12:00:03] 2024-05-01 12:00:00: ${said}`],
    ['Windows line ends', `1795697966: ${said}\r`],
  ])('of %s: %s', (_, line) => {
    expect(parseLine(pastedLine(line), 'file').text).toBe(said);
  });

  it('keeps what only looks like a prefix', () => {
    for (const line of ['OpenSSL Error[0]: error:0A: x', 'Client a | b disconnected.', '{ no json', 'a: b'])
      expect(parseLine(pastedLine(line), 'file').text).toBe(line);
  });

  it('keeps what systemd says of the unit', () => {
    const line =
      'May 01 12:00:00 pi systemd[1]: mosquitto.service: Main process exited, code=exited, status=217/USER';
    expect(pastedLine(line)).toMatch(/^mosquitto\.service: Main/);
  });
});
