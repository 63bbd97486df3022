import { randomBytes } from 'node:crypto';
import type { CheckContext } from '../../src/checks/types.ts';
import type { HostReader } from '../../src/host/types.ts';

/** A machine on which nothing is, with a clock. */
const emptyHost: HostReader = {
  user: { uid: 0, gid: 0, name: 'root' },
  read: async () => ({ ok: false, reason: 'missing', errno: 'ENOENT' }),
  stat: async () => null,
  list: async () => null,
  readLink: async () => null,
  query: async () => ({ code: 127, stdout: '', stderr: '' }),
  freeBytes: async () => null,
  portIsFree: async () => true,
  addresses: () => [],
  now: () => new Date(),
};

/** A context in which nothing is known, with what the test gives. */
export function contextWith(given: Partial<CheckContext>): CheckContext {
  return {
    facts: null,
    spec: null,
    accounts: null,
    host: emptyHost,
    endpoints: [],
    credentials: null,
    isProbeAccount: false,
    topicPrefix: 'mqtt-setup/probe',
    nonce: () => randomBytes(12).toString('hex'),
    timeoutMs: 2000,
    connect: async () => ({ outcome: 'unreachable', error: 'ECONNREFUSED' }),
    ...given,
  };
}
