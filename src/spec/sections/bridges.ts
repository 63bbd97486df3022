import * as z from 'zod';
import { msg } from '../../i18n/messages.ts';
import { choice, count, duration, flag, line, list, mapping, path, word } from '../fields.ts';

const bridgeName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** A name or an IPv4 address, with a port or without; the broker takes what follows the last colon for a port. */
const remote = word(
  /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})(?::(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5]))?$/,
  (value) => msg('spec.expects.remote', { value }),
);

/** Blanks separate the parts of a bridge's topic in the configuration. */
const topicWord = (pattern: RegExp) => word(pattern, (value) => msg('spec.expects.bridge-topic', { value }));

export const directions = ['in', 'out', 'both'] as const;

export const bridgeTopicSchema = mapping({
  filter: topicWord(/^[^\s"]\S{0,1023}$/u),
  direction: choice(directions),
  qos: count(0, 2).optional(),
  local_prefix: topicWord(/^[^\s"#+][^\s#+]{0,1023}$/u).optional(),
  remote_prefix: topicWord(/^[^\s"#+][^\s#+]{0,1023}$/u).optional(),
});

/** `system`: trusts whom the system trusts; or a mapping that says more. */
export const bridgeTlsSchema = z.union([
  z.literal('system'),
  mapping({
    ca: path().optional(),
    certificate: path().optional(),
    key: path().optional(),
    alpn: line(64).optional(),
  }),
]);

export const bridgeSchema = mapping({
  name: word(bridgeName, (name) => msg('spec.bridge.name', { name })),
  remote: z.union([remote, z.array(remote).min(1)]),
  topics: list(bridgeTopicSchema).check(z.minLength(1)),
  username: line(256).optional(),
  password_file: path().optional(),
  client_id: line(256).optional(),
  tls: bridgeTlsSchema.optional(),
  clean_session: flag().optional(),
  keepalive: duration(5, 65_535).optional(),
  protocol: choice(['mqttv31', 'mqttv311', 'mqttv50']).optional(),
  notifications: flag().optional(),
  start: choice(['automatic', 'lazy', 'once']).optional(),
  test_topic: topicWord(/^[^\s"#+$][^\s#+]{0,1023}$/u).optional(),
  extra: list(line()).optional(),
});
