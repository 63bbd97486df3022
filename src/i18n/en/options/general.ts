export const general = {
  include_dir: {
    does: 'Reads every file of that folder whose name ends in .conf, at this place of the main file.',
    trap: 'Files come in alphabetical order without regard to capitals; a listener, bridge or plugin block ends with its file; lines after include_dir win. In an included file it is ignored by 2.0 and fatal to 2.1.',
  },
  user: {
    does: 'The account the broker turns into after reading its configuration, when root starts it.',
    trap: 'Everything but the configuration itself (keys, password and ACL files, log) is opened as this account.',
  },
  pid_file: {
    does: 'Writes the process number into this file.',
    trap: 'The file is written after root’s rights are gone: a folder that the broker’s account cannot write to stops the start.',
  },
  per_listener_settings: {
    does: 'Gives each listener its own password file, ACL file, plugins and anonymous access instead of common ones.',
    trap: 'It must stand before all of them, in every file. Before 2.1 a password_file above the first listener then opens port 1883 to anybody, and a reload that fails half way can let anonymous clients in.',
  },
  sys_interval: {
    does: 'Publishes the broker’s own figures under $SYS every so many seconds; 0 switches them off.',
    trap: 'An ACL filter of # does not cover $SYS: who should read it needs a line for $SYS/#.',
  },
  set_tcp_nodelay: {
    does: 'Sends each small packet at once instead of gathering several (Nagle’s algorithm).',
    trap: 'Switched off, a small message may wait about 40 ms; switched on, the highest throughput is about a fifth lower.',
  },
  enable_control_api: {
    does: 'Answers questions about listeners and plugins under $CONTROL/broker/v1.',
    trap: 'Whoever may write to that topic may ask: allow it in the ACL to administrators only.',
  },
  websockets_log_level: {
    does: 'Which messages of libwebsockets go to the log, as a sum of its level numbers.',
    trap: 'From 2.1 on Debian’s broker no longer uses libwebsockets: the line is accepted whatever it says, and does nothing.',
  },
  websockets_headers_size: {
    does: 'How many bytes the HTTP headers of a websockets client may take.',
  },
  packet_buffer_size: {
    does: 'The size of the buffer that each client’s packets are read into, which also limits websockets headers.',
  },
  log_dest: {
    does: 'Where the log goes; several lines add up, and `none` takes away those before it.',
    trap: 'A second `file` is fatal, also in another file. A log file that cannot be written does not stop the broker: it runs without.',
  },
  log_type: {
    does: 'Which kinds of messages are logged; several lines add up, and `none` takes away those before it.',
    trap: 'The first line replaces the defaults: `log_type error` alone silences warnings, notices and logins.',
  },
  connection_messages: { does: 'Logs every client that comes and goes.' },
  log_timestamp: { does: 'Puts the time before each line of the log.' },
  log_timestamp_format: {
    does: 'How that time is written, in the words of strftime; without it, as seconds since 1970.',
    trap: 'A second line of it is fatal, also in another file.',
  },
  log_facility: { does: 'Under which of the facilities local0 to local7 syslog files the messages.' },
  retry_interval: { does: 'Without effect: QoS 1 and 2 are sent again only when a client comes back.' },
  store_clean_interval: { does: 'Gone: the broker cleans its store by itself.' },
  trace_level: { does: 'Gone: it was an option of another broker, RSMB.' },
  trace_output: { does: 'Gone: it was an option of another broker, RSMB.' },
  max_log_entries: { does: 'Gone: it was an option of another broker, RSMB.' },
  ffdc_output: { does: 'Gone: it was an option of another broker, RSMB.' },
};
