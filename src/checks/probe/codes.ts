/** Reason codes that can end a handshake or a publish: MQTT 3.1.1 §3.2.2.3 and MQTT 5 §2.4. */
const names: Record<number, string> = {
  1: 'unacceptable protocol version',
  2: 'identifier rejected',
  3: 'server unavailable',
  4: 'bad user name or password',
  5: 'not authorized',
  16: 'no matching subscribers',
  128: 'unspecified error',
  131: 'implementation specific error',
  132: 'unsupported protocol version',
  133: 'client identifier not valid',
  134: 'bad user name or password',
  135: 'not authorized',
  136: 'server unavailable',
  137: 'server busy',
  138: 'banned',
  140: 'bad authentication method',
  151: 'quota exceeded',
  154: 'retain not supported',
  155: 'QoS not supported',
  159: 'connection rate exceeded',
};

/** A code as people look it up: `5 (not authorized)`, `0x87 (not authorized)`. */
export function codeText(code: number): string {
  const digits = code < 6 ? String(code) : `0x${code.toString(16)}`;
  const name = names[code];
  return name === undefined ? digits : `${digits} (${name})`;
}

/** Codes that speak of the broker's own state, and so prove nothing about who may come in. */
const ofItsOwnState = new Set([3, 0x80, 0x83, 0x88, 0x89, 0x97, 0x9f]);

/** Does this CONNACK code turn the client away for what it is? */
export function isRefusal(code: number): boolean {
  return !ofItsOwnState.has(code);
}
