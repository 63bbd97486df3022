/** The account that verify logs in as. Its name is reserved; it may touch topics below the prefix and nothing else. */
export const probeAccount = 'mqtt-setup-probe';
export const probePrefix = 'mqtt-setup/probe';

/** Three corners of one folder, so that both kinds of denial can be seen by what arrives: see checks/access-*. */
export const probeRights = [
  { access: 'readwrite', filter: `${probePrefix}/rw/#` },
  { access: 'read', filter: `${probePrefix}/ro/#` },
  { access: 'write', filter: `${probePrefix}/wo/#` },
] as const;

/** Whether each bridge stands, as the broker says. */
export const probeBridges = '$SYS/broker/connection/+/state';

/** What a restart would cost, and how busy it is, is asked of the broker itself: numbers, and no message of anybody. */
export const probeNumbers = {
  clients: '$SYS/broker/clients/connected',
  offline: '$SYS/broker/clients/disconnected',
  messages: '$SYS/broker/store/messages/count',
  /** Of the last minute. */
  received: '$SYS/broker/load/publish/received/1min',
  sent: '$SYS/broker/load/publish/sent/1min',
} as const;
