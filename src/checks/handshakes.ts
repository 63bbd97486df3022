import type { Connect, ConnectResult } from './types.ts';

/** Errors that whoever connects gets. */
const ofTheAddress = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHTTP',
  'ETLS',
  'ENOTMQTT',
]);

/**
 * Wraps `connect` for a whole run. At most `parallel` handshakes are under way: the broker checks passwords one at
 * a time, up to 0.1 s each, and forty at once would keep its clients waiting and run into our own time limit.
 * An address that nobody answers at is asked once: every later attempt gets the same answer at once. Where only the
 * answer to a login does not come (a broker may let whoever gives a wrong password wait), that login is asked once.
 */
export function gentle(connect: Connect, parallel = 8): Connect {
  const dead = new Map<string, ConnectResult>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const enter = async (): Promise<void> => {
    if (running < parallel) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  return async (options) => {
    const { host, port, transport, client = '' } = options.endpoint;
    // With a certificate and without one, the same address may answer otherwise.
    const address = `${transport} ${host} ${port} ${options.protocolVersion} ${client}`;
    const { credentials } = options;
    const login = JSON.stringify([address, credentials?.username, credentials?.password.reveal()]);
    await enter();
    try {
      const known = dead.get(address) ?? dead.get(login);
      if (known !== undefined) return known;
      const result = await connect(options);
      if (result.outcome === 'unreachable')
        dead.set(ofTheAddress.has(result.error) ? address : login, result);
      return result;
    } finally {
      leave();
    }
  };
}
