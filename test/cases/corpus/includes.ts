import type { CaseFiles } from './types.ts';

/** Configurations of several files. */
export const includes: Readonly<Record<string, CaseFiles & { 'mosquitto.conf': string }>> = {
  'one file in conf.d': {
    'mosquitto.conf': 'include_dir DIR/conf.d\n',
    'conf.d/local.conf': 'listener 1883\nallow_anonymous true\n',
  },
  'passwords in another file': {
    'mosquitto.conf': 'include_dir DIR/conf.d\n',
    'conf.d/10-listener.conf': 'listener 1883\n',
    'conf.d/20-auth.conf': 'allow_anonymous false\npassword_file DIR/pw-a\n',
  },
  'the last of three files': {
    'mosquitto.conf': 'listener 1884\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'allow_anonymous true\n',
    'conf.d/B.conf': 'allow_anonymous false\n',
    'conf.d/c.conf': 'allow_anonymous true\nmax_packet_size 3000\n',
  },
  'ten before nine': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\n',
    'conf.d/9.conf': 'allow_anonymous true\n',
    'conf.d/10.conf': 'allow_anonymous false\n',
  },
  'capitals before small letters': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'allow_anonymous true\n',
    'conf.d/A.conf': 'allow_anonymous false\n',
  },
  'files that are not read': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/local.conf.bak': 'allow_anonymous false\n',
    'conf.d/local.conf~': 'nonsense\n',
    'conf.d/LOCAL.CONF': 'nonsense\n',
    'conf.d/README': 'Any files placed in this directory that have a .conf ending will be loaded\n',
  },
  'a hidden file': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/.hidden.conf': 'allow_anonymous false\n',
  },
  'lines behind the folder': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\nallow_anonymous true\n',
    'conf.d/local.conf': 'allow_anonymous false\n',
  },
  'a listener option in another file': {
    'mosquitto.conf': 'listener 1884\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/local.conf': 'max_qos 1\n',
  },
  'a listener goes on behind the folder': {
    'mosquitto.conf': 'listener 1884\ninclude_dir DIR/conf.d\nmax_qos 1\nallow_anonymous true\n',
    'conf.d/local.conf': 'listener 1885\nmax_qos 0\n',
  },
  'each listener its own, in files': {
    'mosquitto.conf': 'per_listener_settings true\ninclude_dir DIR/conf.d\n',
    'conf.d/one.conf': 'listener 1883\nallow_anonymous true\n',
    'conf.d/two.conf': 'listener 1884\npassword_file DIR/pw-b\nacl_file DIR/acl-b\n',
  },
  'each its own, said in a file that comes later': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/z.conf': 'per_listener_settings true\n',
  },
  'each its own, and passwords in a file of their own': {
    'mosquitto.conf':
      'per_listener_settings true\nlistener 1884\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/auth.conf': 'password_file DIR/pw-a\n',
  },
  'the same port in two files': {
    'mosquitto.conf': 'include_dir DIR/conf.d\n',
    'conf.d/a.conf': 'listener 1883\nallow_anonymous true\n',
    'conf.d/b.conf': 'listener 1883\n',
  },
  'the default persistence, changed': {
    'mosquitto.conf': 'persistence true\npersistence_location DIR/\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'persistence false\nlistener 1883\nallow_anonymous true\n',
  },
  'the default folder, changed': {
    'mosquitto.conf': 'persistence true\npersistence_location DIR/\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'persistence_location /var/lib/mosquitto/\nlistener 1883\nallow_anonymous true\n',
  },
  'the default log, changed': {
    'mosquitto.conf': 'log_dest file DIR/mosquitto.log\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'log_dest stderr\nlog_type all\nlistener 1883\nallow_anonymous true\n',
  },
  'passwords twice, in two files': {
    'mosquitto.conf': 'listener 1883\npassword_file DIR/pw-a\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'password_file DIR/pw-b\n',
  },
  'a folder in a folder': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'include_dir DIR/more\n',
    'more/b.conf': 'nonsense\n',
  },
  'a folder called like a file': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf/x': 'nothing\n',
  },
  'the folder twice': {
    'mosquitto.conf':
      'listener 1883\ninclude_dir DIR/conf.d\nallow_anonymous false\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'allow_anonymous true\n',
  },
  'the folder twice, with a listener': {
    'mosquitto.conf': 'include_dir DIR/conf.d\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'listener 1883\nallow_anonymous true\n',
  },
  'two folders': {
    'mosquitto.conf': 'include_dir DIR/conf.d\ninclude_dir DIR/local.d\n',
    'conf.d/z.conf': 'listener 1883\nallow_anonymous false\n',
    'local.d/a.conf': 'listener 1884\nallow_anonymous true\n',
  },
  'a folder with nothing for the broker': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/README': 'nothing\n',
  },
  'a folder with a slash at its end': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d/\n',
    'conf.d/a.conf': 'allow_anonymous true\n',
  },
  'a folder with a blank at its end': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d \n',
    'conf.d/a.conf': 'allow_anonymous true\n',
  },
  'CRLF behind the folder': {
    'mosquitto.conf': 'listener 1883\r\ninclude_dir DIR/conf.d\r\n',
    'conf.d/a.conf': 'allow_anonymous true\r\n',
  },
  'a bridge in a file of its own': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/bridge.conf': 'connection c\naddress 127.0.0.1:1\ntopic # out\n',
  },
  'the topics of a bridge in another file': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'connection c\naddress 127.0.0.1:1\n',
    'conf.d/b.conf': 'topic # out\n',
  },
  'a byte order mark in a file': {
    'mosquitto.conf': 'listener 1883\nallow_anonymous true\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': '\ufeffmax_packet_size 4000\n',
  },
  'a NUL byte in a file': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\nallow_anonymous true\n',
    'conf.d/a.conf': 'max_packet_size 4000\n# \0\nnonsense\n',
  },
  'a file without a final newline': {
    'mosquitto.conf': 'listener 1883\ninclude_dir DIR/conf.d\n',
    'conf.d/a.conf': 'allow_anonymous false',
    'conf.d/b.conf': 'allow_anonymous true',
  },
};
