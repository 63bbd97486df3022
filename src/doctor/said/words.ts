/** What several families have in common. */

/** What OpenSSL says of it, in many layers: `OpenSSL Error[0]: …`, from 2.1 on `OpenSSL Error while … [0]: …`. */
export const openssl = /^OpenSSL Error(?: while .*?)? ?\[\d+\]: /;

/** The line before a listener is opened. */
export const opening = /^Opening (?:ipv[46]|websockets) listen socket on port (?<port>\d+)\.$/;

/** What the broker says of a client once it has cut it off. */
export const cutOff =
  /^Client .+ disconnected(?:: | due to )(?:Protocol error|protocol error|malformed packet|Success)\.?$/;
