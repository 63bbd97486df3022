export const listeners = {
  listener: {
    does: 'Opens a port (on one address or name, or on all), or for port 0 a Unix socket; the lines below it, to the end of the file, are about it.',
    trap: 'Without an address it listens on all interfaces, IPv4 and IPv6. Ports below 1024 cannot be opened by Debian’s service, and a reload can neither add nor remove a listener.',
  },
  port: {
    does: 'The port of the listener that the broker makes by itself.',
    trap: 'It opens that port on all interfaces, beside any listener that is declared.',
  },
  bind_address: {
    does: 'The address of the listener that the broker makes by itself.',
    trap: 'It opens port 1883 there, beside any listener that is declared.',
  },
  protocol: {
    does: 'What is spoken on the listener: MQTT, MQTT over websockets, or since 2.1 the HTTP API.',
    trap: 'On 2.0.11 a websockets listener ignores its address and listens on all interfaces unless socket_domain is given; on Debian 12 it needs an MQTT listener beside it.',
  },
  bind_interface: {
    does: 'Listens on the addresses of this network interface only.',
    trap: 'A websockets listener of 2.0.11 ignores it and listens everywhere.',
  },
  socket_domain: { does: 'Listens with IPv4 or with IPv6 only.' },
  mount_point: {
    does: 'Puts this text before every topic of the listener’s clients, unseen by them.',
    trap: '2.0.11 does not take it off again: what a client publishes as a/b comes back to it as PREFIXa/b. Access rules see the topic with the text before it.',
  },
  max_connections: {
    does: 'How many clients may be connected to the listener; -1 is no limit.',
    trap: 'Any reload of 2.0, also the daily one of logrotate, takes the limit away until the next restart. Without a listener above it, 2.0.11 opens port 1883 to everybody.',
  },
  max_qos: {
    does: 'The highest QoS that clients of the listener may use.',
    trap: 'Any reload of 2.0, also the daily one of logrotate, puts it back to 2 until the next restart.',
  },
  maximum_qos: { does: 'The old name of max_qos.' },
  max_topic_alias: {
    does: 'How many topic aliases an MQTT 5 client may use towards the broker.',
    trap: 'Any reload of 2.0, also the daily one of logrotate, puts it back to 10 until the next restart.',
  },
  max_topic_alias_broker: { does: 'How many topic aliases the broker uses towards an MQTT 5 client.' },
  use_username_as_clientid: {
    does: 'Replaces the client id by the user name, so that each account is connected at most once.',
    trap: 'Clients without a user name are refused, and two devices with one account throw each other out.',
  },
  listener_allow_anonymous: {
    does: 'Lets clients of this listener in that give no user name, or not, whatever allow_anonymous says.',
    trap: 'With `true` this door is open to everybody who reaches it, even if allow_anonymous says false.',
  },
  listener_auto_id_prefix: {
    does: 'What the client ids begin with that the broker makes up for this listener.',
  },
  accept_protocol_versions: {
    does: 'Which versions of MQTT the listener speaks: numbers out of 3 (3.1), 4 (3.1.1) and 5.',
    trap: 'Other words are passed over without a message: a slip may leave no version at all.',
  },
  enable_proxy_protocol: {
    does: 'Expects each connection to begin with a PROXY header, version 1 or 2, that says where the client really is.',
    trap: 'Whoever reaches the listener without the proxy can claim any address: let only the proxy reach it.',
  },
  proxy_protocol_v2_require_tls: {
    does: 'Refuses clients that the proxy did not receive over TLS.',
  },
  websockets_origin: {
    does: 'Accepts websockets only from pages of this origin; may be given several times.',
    trap: 'It keeps out other web pages, not other programs: a client that sends no Origin is accepted.',
  },
  http_dir: {
    does: 'Serves the files of this folder over HTTP on the listener.',
    trap: 'From 2.1 on only where the protocol is http_api, and the folder must exist. Everything in it is public.',
  },
};
