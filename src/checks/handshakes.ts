import type { Connect, ConnectResult } from './types.ts';

/**
 * Wraps `connect` for a whole run. At most `parallel` handshakes are under way: the broker checks passwords one at
 * a time, up to 0.1 s each, and forty at once would keep its clients waiting and run into our own time limit.
 * An address that nobody answers at is asked once: every later attempt gets the same answer at once.
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
    const { host, port, transport } = options.endpoint;
    const key = `${transport} ${host} ${port} ${options.protocolVersion}`;
    await enter();
    try {
      const known = dead.get(key);
      if (known !== undefined) return known;
      const result = await connect(options);
      if (result.outcome === 'unreachable') dead.set(key, result);
      return result;
    } finally {
      leave();
    }
  };
}
