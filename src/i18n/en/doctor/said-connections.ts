type Client = { client: string };
type Bridge = { name: string };

/** Causes that the broker speaks of: clients that are cut off, bridges that carry nothing. */
export const saidConnections = {
  'doctor.title.connection.plain-on-tls': 'Clients without TLS on a TLS port',
  'doctor.said.connection.plain-on-tls.cause':
    'A client came to a TLS listener without TLS, or with something else than MQTT',
  'doctor.said.connection.plain-on-tls.fix': 'Let it use mqtts:// (--cafile), or the port without TLS.',
  'doctor.title.connection.tls-on-plain': 'Clients with TLS on a plain port',
  'doctor.said.connection.tls-on-plain.cause': 'A client came with TLS to a listener that has no certificate',
  'doctor.said.connection.tls-on-plain.fix':
    'Let it use the TLS port, or give the listener certfile and keyfile.',
  'doctor.title.connection.version': 'A version of MQTT that the broker does not speak',
  'doctor.said.connection.version.cause': (p: { version: string }) =>
    `A client asks for version ${p.version} of the protocol, which the broker does not speak`,
  'doctor.said.connection.version.fix': 'Use MQTT 3.1.1 (4) or 5.',
  'doctor.title.connection.timeout': 'Clients that fell silent',
  'doctor.said.connection.timeout.cause':
    'The broker has cut off clients of which it heard nothing for one and a half times their keep alive',
  'doctor.said.connection.timeout.fix':
    'Usually the network, or a device that sleeps: let it disconnect first, or raise its keep alive.',
  'doctor.title.connection.taken-over': 'Two clients with one id',
  'doctor.said.connection.taken-over.cause': (p: Client) =>
    `The client id ${p.client} comes again and again while it is still connected: two clients push each other out`,
  'doctor.said.connection.taken-over.fix': 'Give each client an id of its own.',
  'doctor.title.connection.oversize': 'Packets that are too large',
  'doctor.said.connection.oversize.cause': (p: Client) =>
    `${p.client} was cut off: its packet was larger than max_packet_size`,
  'doctor.said.connection.oversize.fix': 'Let it send less at once, or raise the limit.',
  'doctor.title.connection.too-many': 'Too many clients',
  'doctor.said.connection.too-many.cause':
    'The broker turns clients away: the limit of connections is reached (max_connections)',
  'doctor.said.connection.too-many.fix': 'Raise the limit, or find the client that connects over and over.',
  'doctor.title.connection.tcpd': 'Clients that TCP wrappers turn away',
  'doctor.said.connection.tcpd.cause':
    'hosts.allow and hosts.deny turn clients away; the broker says the same once its file descriptors are used up',
  'doctor.said.connection.tcpd.fix':
    'Look into /etc/hosts.deny; else raise LimitNOFILE with systemctl edit mosquitto.',
  'doctor.title.connection.queue-full': 'Messages that were thrown away',
  'doctor.said.connection.queue-full.cause': (p: Client) =>
    `The queue of ${p.client} is full and messages for it are thrown away: it is away too long, or too slow`,
  'doctor.said.connection.queue-full.fix':
    'Raise max_queued_messages, or let it come without a lasting session where old messages are of no use.',
  'doctor.title.connection.feature': 'Clients that ask for what is switched off',
  'doctor.said.connection.feature.cause':
    'A client was cut off: it asked for a QoS, a retained message, a version or a way to log in that is not allowed here',
  'doctor.said.connection.feature.fix':
    'See max_qos, retain_available and accept_protocol_versions, or change the client.',
  'doctor.title.connection.origin': 'Web pages from another address',
  'doctor.said.connection.origin.cause':
    'A web page was turned away: it does not come from an address in websockets_origin',
  'doctor.said.connection.origin.fix':
    'Add the address of the page, as the browser shows it, to websockets_origin.',
  'doctor.title.connection.malformed': 'Connections that speak no proper MQTT',
  'doctor.said.connection.malformed.cause':
    'The broker cut off somebody for what it sent: no MQTT at all (a browser, a scanner), TLS on a plain port, an empty client id, a wrong topic, or a fault of the client',
  'doctor.said.connection.malformed.fix':
    'On the internet that is everyday life. Where it is a client of yours, see its port, its protocol and its topics.',
  'doctor.title.bridge.unreachable': 'A bridge that does not reach the other broker',
  'doctor.said.bridge.unreachable.cause': (p: Bridge & { reason: string }) =>
    `${p.name === '' ? 'A bridge' : `The bridge ${p.name}`} does not reach the other broker (${p.reason})`,
  'doctor.said.bridge.unreachable.fix':
    'Is the other broker up, and the address right? From here: nc -zv ADDRESS PORT.',
  'doctor.title.bridge.no-such-name': 'A bridge to a name that leads nowhere',
  'doctor.said.bridge.no-such-name.cause': (p: { reason: string }) =>
    `The address of a bridge is a name that cannot be resolved (${p.reason})`,
  'doctor.said.bridge.no-such-name.fix':
    'Mend the name or the DNS; getent hosts NAME shows what this machine knows.',
  'doctor.title.bridge.not-authorised': 'A bridge that the other broker refuses',
  'doctor.said.bridge.not-authorised.cause': (p: { reason: string }) =>
    `The other broker does not let the bridge in (${p.reason})`,
  'doctor.said.bridge.not-authorised.fix':
    'Compare remote_username and remote_password with an account over there.',
  'doctor.title.bridge.tls': 'A bridge that does not agree on TLS',
  'doctor.said.bridge.tls.cause': (p: { reason: string }) =>
    `The bridge and the other broker do not agree on TLS (${p.reason})`,
  'doctor.said.bridge.tls.fix':
    'bridge_cafile needs the CA of the other broker, address a name in its certificate, and the port TLS.',
  'doctor.title.bridge.drops': 'A bridge that connects again and again',
  'doctor.said.bridge.drops.cause': (p: Bridge & { address: string }) =>
    `The bridge ${p.name} connects to ${p.address} again and again and does not stay`,
  'doctor.said.bridge.drops.fix':
    'The other side cuts it off: TLS against a plain port or the other way round, a client id that two use, or a bridge to itself.',
};
