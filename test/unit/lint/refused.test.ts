import { expect, test } from 'vitest';
import { gatherConfTree } from '../../../src/facts/conf-tree.ts';
import { effective } from '../../../src/lint/effective.ts';
import { lint } from '../../../src/lint/lint.ts';
import type { ConfTree } from '../../../src/lint/types.ts';
import { versionOf } from '../../helpers/lint.ts';
import { memoryHost } from '../../helpers/memory-host.ts';

/** Verdicts that the corpus has set right: what is refused, by which rule. */

const path = '/etc/mosquitto/mosquitto.conf';
const treeOf = (text: string, version: string): Promise<ConfTree> =>
  gatherConfTree(memoryHost({ [path]: text }, new Date()), path, versionOf(version));

const verdicts: [text: string, version: string, refused: string[]][] = [
  ['listener 1883\nallow_anonymous true\t', '2.0.11', ['conf.wrong-value']],
  ['listener 1883\nallow_anonymous \ttrue', '2.0.11', ['conf.wrong-value']],
  ['listener 1883\nlog_type all\t', '2.0.21', ['conf.wrong-value']],
  ['listener 1883\nmax_packet_size 5000\t', '2.0.21', []],
  ['listener 1883\nmax_packet_size 5000\t', '2.1.2', ['conf.wrong-value']],
  ['listener 1883\nmax_packet_size \t5000', '2.1.2', []],
  ['listener 1883 127.0.0.1\t', '2.0.11', ['listener.address']],
  ['listener 1883 127.0.0.1\nsocket_domain ipv6', '2.0.21', ['listener.address']],
  ['listener 1883 ::1\nsocket_domain ipv6', '2.0.21', []],
  ['listener 1883 127.0.0.1\nlistener 1883 127.0.0.1\nsocket_domain ipv4', '2.0.21', ['listener.same-port']],
  ['listener 1883 127.0.0.1\nlistener 1883\nsocket_domain ipv6', '2.0.21', []],
  [
    'listener 1883\nlistener 9001\nprotocol websockets\nlistener 9001\nprotocol websockets',
    '2.0.21',
    ['listener.same-port'],
  ],
  ['protocol mqtt\nlistener 1883', '2.0.21', []],
  ['protocol mqtt\nlistener 1883', '2.1.2', ['listener.same-port']],
  [
    'per_listener_settings true\nlistener 1883\nallow_anonymous true\nper_listener_settings true',
    '2.0.21',
    ['conf.per-listener-late'],
  ],
  [
    'per_listener_settings true\nlistener 1883\nallow_anonymous true\nper_listener_settings true',
    '2.1.2',
    [],
  ],
  ['per_listener_settings true\nport 1884\nallow_anonymous true\nlistener 1883', '2.1.2', []],
  ['per_listener_settings true\nallow_anonymous true\nlistener 1883', '2.1.2', ['conf.early-security']],
  ['max_topic_alias 3\nlistener 1883', '2.1.2', ['conf.outside-listener']],
  ['port 1884\nmax_topic_alias 3\nlistener 1883', '2.1.2', []],
  ['max_qos 1\nmax_topic_alias 3\nlistener 1884', '2.1.2', []],
];
test.each(verdicts)('%j, %s', async (text, version, refused) => {
  const found = lint(await treeOf(text, version), versionOf(version));
  expect(found.filter((one) => one.refused === true).map(({ id }) => id)).toEqual(refused);
});

test('none takes away what was said of the log before it', async () => {
  const text =
    'log_type all\nlog_dest stdout\nlog_type none\nlog_dest none\nlog_dest stderr\nlog_type error\n';
  const { lines } = effective(await treeOf(text, '2.0.21'), versionOf('2.0.21'));
  expect(lines.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
});
