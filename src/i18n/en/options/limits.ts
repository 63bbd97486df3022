export const limits = {
  max_packet_size: {
    does: 'The largest MQTT packet, in bytes, that the broker takes or sends; 0 where it is not set and there is no limit.',
    trap: 'Without a limit one client can make the broker hold 256 MB for one message. Clients that send more are disconnected.',
  },
  message_size_limit: {
    does: 'The largest payload of a published message, in bytes; 0 is no limit.',
    trap: 'Larger messages are thrown away; a client of MQTT 3 is told all the same that they arrived.',
  },
  max_inflight_messages: {
    does: 'How many QoS 1 and 2 messages may be on their way to one client at the same time; 0 is no limit.',
    trap: 'Only 1 keeps the order of messages when some must be sent again.',
  },
  max_inflight_bytes: {
    does: 'How many bytes of QoS 1 and 2 messages may be on their way to one client; 0 is no limit.',
  },
  max_queued_messages: {
    does: 'How many QoS 1 and 2 messages wait for one client that is away or slow; 0 is no limit.',
    trap: 'What does not fit is lost. With 0, one forgotten subscriber can use up all memory, and 2.0 ends the connection of every client whose message of QoS 1 or 2 is denied.',
  },
  max_queued_bytes: {
    does: 'How many bytes of messages wait for one client that is away or slow; 0 is no limit.',
    trap: 'Where max_queued_messages is set too, whichever is reached first counts.',
  },
  queue_qos0_messages: { does: 'Keeps QoS 0 messages too for clients that are away.' },
  max_keepalive: {
    does: 'The longest keepalive, in seconds, that a client may ask for.',
    trap: '2.0.11 needs at least 10 and holds only MQTT 5 clients to it. Later releases refuse older clients that ask for more, also for none at all.',
  },
  memory_limit: {
    does: 'The most memory, in bytes, that the broker takes for itself; 0 is no limit.',
    trap: 'Once it is reached the broker refuses whatever needs more: messages, and new clients too. What is no number counts as 0, without a word.',
  },
  global_max_clients: {
    does: 'How many clients, connected or with a session that lasts, the broker knows at most; -1 is no limit.',
  },
  global_max_connections: {
    does: 'How many clients may be connected at the same time, over all listeners; -1 is no limit.',
  },
  persistent_client_expiration: {
    does: 'After how long the session of a client that stays away is forgotten: a number and h, d, w, m or y.',
    trap: 'Without it such sessions stay for ever, their queues with them. A month has 30 days, and seconds (s) came with 2.1.',
  },
  retain_available: { does: 'Allows retained messages.' },
  retain_expiry_interval: {
    does: 'Every how many minutes expired retained messages that nobody reads are removed; 0 where it is not set: never.',
  },
  check_retain_source: {
    does: 'Before a retained message is delivered, checks whether who published it still may.',
    trap: 'It is off, although the manual says that it is on: what a user retained stays after that user loses the right.',
  },
  upgrade_outgoing_qos: {
    does: 'Delivers with the QoS of the subscription, even where the message was published with a lower one.',
  },
  allow_duplicate_messages: {
    does: 'Lets a message reach a client more than once if several of its subscriptions match.',
  },
};
