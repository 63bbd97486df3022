import * as z from 'zod';
import { msg } from '../../i18n/messages.ts';
import { addressProblem } from '../addresses.ts';
import { bindWords } from '../binds.ts';
import { choice, count, flag, formed, line, list, mapping, path, word } from '../fields.ts';
import { highestPort, lowestPort } from '../ports.ts';
import { listenerTlsSchema } from './tls.ts';

export const protocols = ['mqtt', 'websockets'] as const;
export const families = ['ipv4', 'ipv6'] as const;

/** Names of listeners and bridges stand in reports and in the configuration. */
const listenerName = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** IFNAMSIZ leaves 15 characters; `/` and blanks the kernel refuses itself (dev_valid_name). */
const interfaceName = /^(?!\.{1,2}$)[^\s/:]{1,15}$/;

/** sun_path has room for 107 bytes; a blank would end the path in the configuration. */
const socketPath = formed(
  path().refine((text) => !text.includes(' ') && Buffer.byteLength(text) <= 107),
  { kind: 'socket' },
);

const address = formed(
  z.union([z.ipv4(), z.ipv6()]).refine((text) => addressProblem(text) === null),
  { kind: 'address' },
);

export const listenerSchema = mapping({
  name: word(listenerName, (name) => msg('spec.listener.name', { name })).optional(),
  protocol: choice(protocols).optional(),
  port: z.int().min(lowestPort).max(highestPort).optional(),
  bind: z.union([z.enum(bindWords), address, z.array(address).min(1)]).optional(),
  family: choice(families).optional(),
  interface: word(interfaceName, (value) => msg('spec.expects.interface', { value })).optional(),
  socket: socketPath.optional(),
  anonymous: flag().optional(),
  tls: listenerTlsSchema.optional(),
  /** Fewer would not let the checks in beside the clients. */
  max_connections: count(20, 1_000_000).optional(),
  max_qos: count(1, 2).optional(),
  max_topic_alias: count(0, 65_535).optional(),
  mount_point: line().optional(),
  extra: list(line()).optional(),
});
