export const bridges = {
  connection: {
    does: 'Begins a bridge, a connection of this broker to another one, and names it; the lines below it, to the end of the file, are about it.',
    trap: 'It needs an address and at least one topic, and no other bridge may have its name. On 2.0 no change of a bridge is taken over by a reload.',
  },
  address: {
    does: 'Where the other broker is: names or addresses, each with :port if it is not 1883; the next one is tried where one fails.',
    trap: 'A name that does not resolve is a warning only: the bridge keeps on trying.',
  },
  addresses: { does: 'The same as address.' },
  topic: {
    does: 'What goes across: a filter, then out, in or both, the QoS, and the prefixes here and there.',
    trap: 'A bridge is not held to this broker’s ACL: these lines alone decide. `both` on both brokers with the same filter sends messages round in circles. Without prefixes a wrong filter is not noticed, and a blank in a filter needs the quotes that came with 2.1. 2.1.2 skips a line that differs from an earlier one only in having prefixes or none.',
  },
  remote_clientid: {
    does: 'The client id on the other broker.',
    trap: 'Two bridges with one id throw each other out, without end.',
  },
  clientid: { does: 'The old name of remote_clientid.' },
  remote_username: { does: 'The user name on the other broker.' },
  username: { does: 'The old name of remote_username.' },
  remote_password: {
    does: 'The password on the other broker.',
    trap: 'It stands in the configuration as it is: a file of its own that others cannot read is the place for it.',
  },
  password: { does: 'The old name of remote_password.' },
  local_clientid: {
    does: 'The client id of the bridge on this broker.',
    trap: 'No other bridge or client may have the same.',
  },
  local_username: {
    does: 'The user name of the bridge on this broker.',
    trap: 'It gives no rights and takes none: here a bridge is neither asked for a password nor held to the ACL.',
  },
  local_password: { does: 'The password of the bridge on this broker.' },
  cleansession: {
    does: 'Lets the other broker forget subscriptions and waiting messages when the connection ends.',
  },
  local_cleansession: { does: 'The same for this broker’s side; unset, it is what cleansession says.' },
  start_type: {
    does: 'When the bridge connects: always, when messages wait (lazy), or one single time (once).',
  },
  idle_timeout: {
    does: 'After how many quiet seconds a lazy bridge disconnects; less than 1 counts as 1.',
  },
  threshold: {
    does: 'How many messages must wait before a lazy bridge connects; less than 1 counts as 1.',
  },
  keepalive_interval: {
    does: 'After how many quiet seconds the bridge asks whether the other broker is there; less than 5 counts as 5.',
  },
  restart_timeout: {
    does: 'How many seconds to wait before connecting again: one number, or the shortest and the longest.',
    trap: 'One number alone means that wait every time, without the growing pauses of the default. The third number came with 2.1.',
  },
  round_robin: {
    does: 'With several addresses, stays with the one that works instead of going back to the first.',
  },
  try_private: {
    does: 'Tells the other broker that this is a bridge, so that it does not send back what came from here.',
  },
  notifications: {
    does: 'Publishes on both brokers whether the bridge is connected.',
    trap: 'The other broker’s ACL must let the bridge write that topic.',
  },
  notifications_local_only: { does: 'Publishes that on this broker only.' },
  notification_topic: { does: 'Where that is published.' },
  bridge_attempt_unsubscribe: {
    does: 'Unsubscribes on the other broker from what goes out only, in case an older configuration had it coming in.',
  },
  bridge_bind_address: { does: 'From which address of this machine the bridge connects.' },
  bridge_outgoing_retain: { does: 'Sends retained messages on as retained.' },
  bridge_protocol_version: { does: 'Which version of MQTT the bridge speaks.' },
  bridge_max_packet_size: {
    does: 'The largest packet, in bytes, that is sent across; 0 is no limit of our own.',
  },
  bridge_max_topic_alias: { does: 'How many topic aliases an MQTT 5 bridge uses.' },
  bridge_receive_maximum: {
    does: 'How many QoS 1 and 2 messages an MQTT 5 bridge takes at the same time; unset, as max_inflight_messages.',
  },
  bridge_session_expiry_interval: {
    does: 'How many seconds the other broker keeps the session of an MQTT 5 bridge after it has gone.',
  },
  bridge_reload_type: {
    does: 'Whether a reload changes the bridge at once, or when it next connects (lazy).',
    trap: 'With `lazy` a changed password or topic may not count for days.',
  },
  bridge_tcp_keepalive: {
    does: 'How the system looks for dead connections: seconds until the first probe, between probes, and how many.',
  },
  bridge_tcp_user_timeout: {
    does: 'After how many milliseconds without an answer the system gives a connection up.',
  },
  bridge_cafile: {
    does: 'The authorities that the other broker’s certificate is checked against; switches TLS on.',
    trap: 'Without it, bridge_capath or bridge_tls_use_os_certs the bridge speaks plain text, also on port 8883.',
  },
  bridge_capath: {
    does: 'The same as a folder, each authority under the name that openssl rehash gives it.',
    trap: 'Without openssl rehash nothing in it is found.',
  },
  bridge_tls_use_os_certs: { does: 'Believes the authorities that this machine believes; switches TLS on.' },
  bridge_certfile: { does: 'The certificate that the bridge shows to the other broker.' },
  bridge_keyfile: { does: 'The private key of that certificate.' },
  bridge_insecure: {
    does: 'Accepts a certificate that is made out to another name.',
    trap: 'Anybody with any certificate of the same authority can then be the other broker, and reads the password.',
  },
  bridge_require_ocsp: {
    does: 'Demands a proof, sent along by the other broker, that its certificate has not been revoked.',
  },
  bridge_tls_version: { does: 'The lowest version of TLS that the bridge speaks.' },
  bridge_ciphers: { does: 'Which ciphers the bridge offers up to TLS 1.2, in OpenSSL’s words.' },
  'bridge_ciphers_tls1.3': {
    does: 'Which cipher suites the bridge offers in TLS 1.3, in OpenSSL’s words.',
  },
  bridge_alpn: {
    does: 'The protocol that the bridge names in the TLS handshake, as some cloud services demand.',
  },
  bridge_identity: {
    does: 'The identity of the bridge for TLS with a pre-shared key.',
    trap: 'It needs bridge_psk beside it, and excludes certificates.',
  },
  bridge_psk: {
    does: 'The pre-shared key, in hexadecimal.',
    trap: 'It stands in the configuration as it is: a file of its own that others cannot read is the place for it.',
  },
};
