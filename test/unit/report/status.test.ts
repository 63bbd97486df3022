import { describe, expect, test } from 'vitest';
import { enAll } from '../../../src/i18n/en-all.ts';
import type { Message } from '../../../src/i18n/messages.ts';
import { say } from '../../../src/i18n/translate.ts';
import { renderStatus, type StatusView, sparkline } from '../../../src/report/status.ts';
import { styleFor } from '../../../src/report/style.ts';

const t = (message: Message): string => say(enAll, message);
const plain = styleFor({ unicode: true, colour: false, width: 80 });
const ascii = styleFor({ unicode: false, colour: false, width: 80 });

const view: StatusView = {
  running: true,
  pid: 812,
  version: '2.0.21',
  enabled: true,
  urls: ['mqtt://192.0.2.7:1883', 'mqtts://192.0.2.7:8883'],
  users: 3,
  numbers: { clients: 12, offline: 1, messages: 40, received: 61.4, sent: 1 },
  certificates: [
    { name: 'mqtts', until: '2027-12-29', days: 397 },
    { name: 'old', until: '2026-12-01', days: 4 },
  ],
  change: {
    number: 7,
    made: '2026-11-27T12:30:11.123Z',
    who: 'root',
    command: 'add-user',
    message: 'a probe',
  },
  drift: ['/etc/mosquitto/mqtt-setup.acl'],
  next: [{ command: 'sudo mqtt-setup diff', why: 'what was changed by hand' }],
};

describe('status', () => {
  test('names the busiest topics where somebody asks, and never sends their signs to the terminal raw', () => {
    const busiest = {
      filter: 'home/#',
      topics: [
        { topic: 'home/kitchen', count: 120 },
        { topic: 'home/\u001b[2J', count: 3 },
      ],
    };
    const lines = renderStatus({ ...view, busiest }, t, plain).split('\n');
    const from = lines.findIndex((line) => line.includes('busiest'));
    expect(lines.slice(from, from + 3)).toEqual([
      '  busiest under home/#, messages in the last minute:',
      '    120  home/kitchen',
      '      3  home/\\u{1b}[2J',
    ]);
    const none = renderStatus({ ...view, busiest: { ...busiest, topics: [] } }, t, plain);
    expect(none).toContain('busiest under home/#: nothing has arrived yet');
  });

  test('says everything that there is to say', () => {
    expect(renderStatus(view, t, plain)).toMatchInlineSnapshot(`
      "✔ The broker is running (pid 812).
        mosquitto 2.0.21
        starts with the machine
        mqtt://192.0.2.7:1883
        mqtts://192.0.2.7:8883
        3 accounts
        12 clients connected, 1 away
        61 messages in, in the last minute
        1 message out
        40 messages kept
        certificate of mqtts: until 2027-12-29 (397 days)
        ! certificate of old: until 2026-12-01 (4 days)
        last change: generation 7, 2026-11-27 12:30 UTC, add-user, by root (a probe)
        ! changed by hand: /etc/mosquitto/mqtt-setup.acl
        Next:
          $ sudo mqtt-setup diff  what was changed by hand"
    `);
  });

  test('says less of a broker that does not run, and of one that is not ours to see', () => {
    const text = renderStatus(
      {
        ...view,
        running: false,
        users: null,
        numbers: null,
        certificates: [],
        change: null,
        drift: [],
        next: [],
      },
      t,
      ascii,
    );
    expect(text).toMatchInlineSnapshot(`
      "[fail] The broker is not running.
        mosquitto 2.0.21
        starts with the machine
        mqtt://192.0.2.7:1883
        mqtts://192.0.2.7:8883
        (accounts are shown to root)"
    `);
    expect(text).toMatch(/^[\n -~]*$/);
  });

  test('shows how the numbers went where somebody watches', () => {
    const before = [1, 2, 9].map((clients) => ({
      clients,
      offline: 0,
      messages: 5,
      received: null,
      sent: clients,
    }));
    const lines = renderStatus(view, t, plain, before).split('\n');
    expect(lines.find((line) => line.includes('connected'))).toMatch(/ {2}▁▂█$/);
    expect(lines.find((line) => line.includes(' kept'))).toMatch(/ {2}▁▁▁$/);
  });

  test('keeps what others have written harmless', () => {
    const evil = '\u001b[2Jx\u202e';
    const change = { number: 1, made: '2026-11-27T12:30:11Z', who: evil, command: evil, message: evil };
    const drawn = renderStatus({ ...view, change, drift: [evil] }, t, plain);
    expect(drawn).not.toContain('\u001b');
    expect(drawn).not.toContain('\u202e');
  });
});

test.each([
  [[], true, ''],
  [[3], true, '▁'],
  [[0, 7], true, '▁█'],
  [[0, 1, 2, 4], false, '_.-#'],
  [[5, 5, 5], false, '___'],
] as const)('the course of %j', (values, unicode, drawn) => {
  expect(sparkline(values, unicode)).toBe(drawn);
});
