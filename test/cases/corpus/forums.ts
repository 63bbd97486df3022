/**
 * Configurations in the styles of forums, tutorials, home automation and containers, with what people get wrong in
 * them. DIR has pw-a (alice), pw-b (bob), acl-a and acl-b (everybody: a/# and b/#), s.pem and s.key.
 */
export const forums: Readonly<Record<string, string>> = {
  nothing: '',
  'one comment': '# Place your local configuration in /etc/mosquitto/conf.d/\n',
  'the Debian default': `# Place your local configuration in /etc/mosquitto/conf.d/
#
# A full description of the configuration file is at
# /usr/share/doc/mosquitto/examples/mosquitto.conf.example

persistence true
persistence_location /var/lib/mosquitto/

log_dest file /var/log/mosquitto/mosquitto.log

include_dir /etc/mosquitto/conf.d
`,
  'the Debian default of before, with a pid file': `pid_file /run/mosquitto/mosquitto.pid

persistence true
persistence_location /var/lib/mosquitto/

log_dest file /var/log/mosquitto/mosquitto.log

include_dir /etc/mosquitto/conf.d
`,
  'the first answer of every forum': 'listener 1883\nallow_anonymous true\n',
  'the first answer, the other way round': 'allow_anonymous true\nlistener 1883\n',
  'the answer with an address': 'listener 1883 0.0.0.0\nallow_anonymous true\n',
  'IPv6 only': 'listener 1883 ::\nallow_anonymous true\n',
  'before 2.0': 'port 1883\nallow_anonymous false\npassword_file DIR/pw-a\n',
  'before 2.0, with an address': 'bind_address 127.0.0.1\nport 1884\nallow_anonymous true\n',
  'address alone': 'bind_address 127.0.0.1\n',
  'port alone': 'port 1884\n',
  'port and a listener': 'port 1883\nlistener 1884\nallow_anonymous true\n',
  'bind_address below a listener': 'listener 1884\nbind_address 127.0.0.1\nallow_anonymous true\n',
  'password, no listener': 'allow_anonymous false\npassword_file DIR/pw-a\n',
  'password file that nobody made':
    'listener 1883\nallow_anonymous false\npassword_file /etc/mosquitto/passwd\n',
  'home automation': `persistence true
persistence_location DIR/
log_dest stdout
log_dest file DIR/mosquitto.log
allow_anonymous false
password_file DIR/pw-a
listener 1883
listener 1884
protocol websockets
`,
  'home automation, an add-on': `##
##  MQTT configuration
##
protocol mqtt
user root
log_dest stdout
persistence true
persistence_location DIR/

# Authentication plugin
allow_anonymous false
password_file DIR/pw-b
listener 1883 127.0.0.1
listener 9001
protocol websockets
`,
  'a tutorial with both files': `listener 1883
allow_anonymous false
password_file DIR/pw-a
acl_file DIR/acl-a
`,
  'a tutorial with quotes': 'listener 1883\npassword_file "DIR/pw-a"\n',
  'a tutorial with a comment behind a value':
    'listener 1883 # the default port\nallow_anonymous true # for now\n',
  'a tutorial with a comment behind a path': 'listener 1883\npassword_file DIR/pw-a # users\n',
  'a tutorial with equal signs': 'listener=1883\nallow_anonymous=true\n',
  'a tutorial with colons': 'listener: 1883\n',
  'a tutorial with tabs': 'listener\t1883\nallow_anonymous\ttrue\n',
  'tabs before the line': '\tlistener 1883\n',
  'a tab behind a number': 'listener 1883\nmax_packet_size 5000\t\nallow_anonymous true\n',
  'a tab before a number': 'listener 1883\nmax_packet_size \t5000\nallow_anonymous true\n',
  'a tab before a switch': 'listener 1883\nallow_anonymous \ttrue\n',
  'a tab behind a blank behind a switch': 'listener 1883\nallow_anonymous true \t\n',
  'a tab behind a word': 'listener 1883\nallow_anonymous true\nlog_type all\t\n',
  'a tab behind the kind of listener': 'listener 1883\nallow_anonymous true\nprotocol mqtt\t\n',
  'a tab behind a port': 'listener 1883\t\nallow_anonymous true\n',
  'a tab instead of an address': 'listener 1883 \t\nallow_anonymous true\n',
  'a tab before a path': 'listener 1883\npassword_file \tDIR/pw-a\n',
  'a tab behind a duration': 'listener 1883\nallow_anonymous true\npersistent_client_expiration 5d\t\n',
  'a tab instead of a value': 'listener 1883\nallow_anonymous true\nmax_packet_size \t\n',
  'a tab instead of a path': 'listener 1883\npassword_file \t\n',
  'a tab behind the address of a bridge':
    'listener 1883\nallow_anonymous true\nconnection c\naddress 127.0.0.1:1\t\ntopic # out\n',
  'a tab behind the topic of a bridge':
    'listener 1883\nallow_anonymous true\nconnection c\naddress 127.0.0.1:1\ntopic # out\t\n',
  'a tab behind the name of a bridge':
    'listener 1883\nallow_anonymous true\nconnection c\t\naddress 127.0.0.1:1\ntopic # out\n',
  'a form feed behind a switch': 'listener 1883\nallow_anonymous true\f\n',
  'tabs behind the value': 'listener 1883\t\nallow_anonymous true\t\n',
  'a tab in a listener': 'listener 1883 127.0.0.1\t\nallow_anonymous true\n',
  'a tab behind a path': 'listener 1883\npassword_file DIR/pw-a\t\n',
  'blanks everywhere': '   listener    1883    127.0.0.1   \n   \n  allow_anonymous   true  \n',
  'blanks behind a path': 'listener 1883\npassword_file DIR/pw-a   \n',
  'capitals in words': 'listener 1883\nallow_anonymous True\n',
  'capitals in a keyword': 'Listener 1883\n',
  'yes and no': 'listener 1883\nallow_anonymous yes\n',
  'numbers for switches': 'listener 1883\nallow_anonymous 1\n',
  'numbers for switches, no': 'listener 1883\nallow_anonymous 0\npassword_file DIR/pw-a\n',
  'a switch with nothing': 'listener 1883\nallow_anonymous\n',
  'a switch with a blank': 'listener 1883\nallow_anonymous \n',
  CRLF: 'listener 1883\r\nallow_anonymous true\r\n',
  'CRLF and a path': 'listener 1883\r\npassword_file DIR/pw-a\r\nacl_file DIR/acl-a\r\n',
  'CR at the end of the file': 'listener 1883\r\nallow_anonymous true\r',
  'CR twice': 'listener 1883\r\r\nallow_anonymous true\r\r\n',
  'CR alone between lines': 'allow_anonymous true\rlistener 1883\r',
  'mixed line breaks': '# made on two machines\r\nlistener 1883\nallow_anonymous true\r\n\n\r\n',
  'no final newline': 'listener 1883\nallow_anonymous true',
  'a byte order mark': '\ufefflistener 1883\nallow_anonymous true\n',
  'a byte order mark before a comment': '\ufeff# made with an editor\nlistener 1883\n',
  'an indented comment': 'listener 1883\n  # open for all\nallow_anonymous true\n',
  'a comment of Latin letters': '# Paßwörter, für Gäste ☺\nlistener 1883\nallow_anonymous true\n',
  'a slash comment': '// my broker\nlistener 1883\n',
  'a section of an ini file': '[mosquitto]\nlistener 1883\n',
  YAML: '---\nlistener: 1883\n',
  'a shell that wrote escapes': 'allow_anonymous true\\nlistener 1883\n',
  'a NUL byte at the start of a line': 'listener 1883\nallow_anonymous true\n\0\nlistener 1884\n',
  'a NUL byte in a line': 'listener 1883\nallow_anonymous true\n# a\0b\nlistener 1884\n',
  'a NUL byte behind a value, no final newline': 'listener 1883\nallow_anonymous true\0\nlistener 1884',
  'a NUL byte in a comment, no final newline': 'listener 1883\nallow_anonymous true\n#\0\nlistener 1884',
  'a NUL byte last': 'listener 1883\nallow_anonymous true\0',
  'a NUL byte first': '\0\nlistener 1884\nallow_anonymous true\n',
  'a NUL byte first, no final newline': '\0\nlistener 1884\nallow_anonymous true',
  'a NUL byte behind a value': 'listener 1883\nallow_anonymous true\0\nlistener 1884\n',
  'two listeners': 'listener 1883 127.0.0.1\nlistener 1884\nallow_anonymous true\n',
  'two listeners, one secret': `listener 1883 127.0.0.1
allow_anonymous true
listener 1884
allow_anonymous false
password_file DIR/pw-a
`,
  'two listeners, the secret one first': `listener 1884
allow_anonymous false
password_file DIR/pw-a
listener 1883 127.0.0.1
allow_anonymous true
`,
  'each listener its own': `per_listener_settings true
listener 1883 127.0.0.1
allow_anonymous true
listener 1884
allow_anonymous false
password_file DIR/pw-a
acl_file DIR/acl-b
`,
  'each listener its own, without anything': 'per_listener_settings true\nlistener 1883\nlistener 1884\n',
  'each its own, each with passwords': `per_listener_settings true
listener 1883
password_file DIR/pw-a
listener 1884
password_file DIR/pw-b
acl_file DIR/acl-b
`,
  'each its own, said too late': 'allow_anonymous true\nper_listener_settings true\nlistener 1883\n',
  'each its own, said after a listener': `listener 1883
per_listener_settings true
allow_anonymous true
listener 1884
`,
  'each its own, above the listener': `per_listener_settings true
password_file DIR/pw-a
listener 1883
allow_anonymous true
`,
  'each its own, above the listener, port 1884': `per_listener_settings true
allow_anonymous false
listener 1884
allow_anonymous true
`,
  'each its own, switched off again': `per_listener_settings true
per_listener_settings false
allow_anonymous true
listener 1883
listener 1884
`,
  'each its own, switched off later': `per_listener_settings true
listener 1883
allow_anonymous true
per_listener_settings false
listener 1884
allow_anonymous false
`,
  'each its own, on twice':
    'per_listener_settings true\nper_listener_settings true\nlistener 1883\nallow_anonymous true\n',
  'each its own, with port': 'per_listener_settings true\nport 1883\nallow_anonymous true\nlistener 1884\n',
  'anonymous twice, open last': 'listener 1883\nallow_anonymous false\nallow_anonymous true\n',
  'anonymous twice, closed last': 'listener 1883\nallow_anonymous true\nallow_anonymous false\n',
  'passwords, and anonymous too': 'listener 1883\nallow_anonymous true\npassword_file DIR/pw-a\n',
  'passwords twice': 'listener 1883\npassword_file DIR/pw-a\npassword_file DIR/pw-b\n',
  'passwords twice, below each listener': `listener 1883
password_file DIR/pw-a
listener 1884
password_file DIR/pw-b
`,
  'rights twice': 'listener 1883\nallow_anonymous true\nacl_file DIR/acl-a\nacl_file DIR/acl-b\n',
  'rights, and nobody': 'listener 1883\nacl_file DIR/acl-a\n',
  'no listener, but rights': 'acl_file DIR/acl-a\n',
  'no listener, closed': 'allow_anonymous false\n',
  'no listener, open': 'allow_anonymous true\n',
  'no listener, a limit of listeners': 'max_connections 50\n',
  'no listener, max_qos': 'max_qos 1\nallow_anonymous false\n',
  'no listener, protocol mqtt': 'protocol mqtt\n',
  'no listener, protocol websockets': 'protocol websockets\n',
  'no listener, websockets and a port': 'port 9001\nprotocol websockets\nallow_anonymous true\n',
  'no listener, topics of its own': 'mount_point a/\nallow_anonymous true\n',
  'no listener, ids from names': 'use_username_as_clientid true\n',
  'no listener, socket_domain': 'socket_domain ipv4\n',
  'socket_domain ipv4': 'listener 1883\nsocket_domain ipv4\nallow_anonymous true\n',
  'socket_domain ipv6': 'listener 1883\nsocket_domain ipv6\nallow_anonymous true\n',
  'socket_domain against an address': 'listener 1883 127.0.0.1\nsocket_domain ipv6\nallow_anonymous true\n',
  'one interface': 'listener 1883\nbind_interface lo\nallow_anonymous true\n',
  'one interface, one family': 'listener 1883\nbind_interface lo\nsocket_domain ipv4\nallow_anonymous true\n',
  'websockets alone': 'listener 9001\nprotocol websockets\nallow_anonymous true\n',
  'websockets beside': 'listener 1883\nlistener 9001\nprotocol websockets\nallow_anonymous true\n',
  'websockets on one address': `listener 1883 127.0.0.1
listener 9001 127.0.0.1
protocol websockets
allow_anonymous true
`,
  'websockets on one address and family': `listener 1883 127.0.0.1
listener 9001 127.0.0.1
protocol websockets
socket_domain ipv4
allow_anonymous true
`,
  'websockets of a proxy': `per_listener_settings true
listener 1883
password_file DIR/pw-a
listener 9001 127.0.0.1
protocol websockets
socket_domain ipv4
allow_anonymous true
`,
  'websockets twice on a port':
    'listener 1883\nlistener 9001\nprotocol websockets\nlistener 9001\nprotocol websockets\nallow_anonymous true\n',
  'websockets and mqtt on a port':
    'listener 1883\nlistener 9001\nprotocol websockets\nlistener 9001\nallow_anonymous true\n',
  'mqtt and websockets on a port':
    'listener 1883\nlistener 9001\nlistener 9001\nprotocol websockets\nallow_anonymous true\n',
  'websockets twice on a port, one with TLS':
    'listener 1883\nlistener 9001\nprotocol websockets\nlistener 9001\nprotocol websockets\ncertfile DIR/s.pem\nkeyfile DIR/s.key\nallow_anonymous true\n',
  'forgotten default listener': 'per_listener_settings true\nport 1883\n',
  'a default listener closed by its own line':
    'per_listener_settings true\nallow_anonymous false\nmax_qos 1\nlistener 1884\n',
  'protocol mqtts': 'listener 8883\nprotocol mqtts\n',
  'protocol twice': 'listener 1883\nprotocol websockets\nprotocol mqtt\nallow_anonymous true\n',
  TLS: `listener 1883 127.0.0.1
listener 8883
certfile DIR/s.pem
keyfile DIR/s.key
allow_anonymous true
`,
  'TLS, and the CA that lets-encrypt tutorials name': `listener 8883
certfile DIR/s.pem
cafile DIR/s.pem
keyfile DIR/s.key
allow_anonymous false
password_file DIR/pw-a
`,
  'TLS and websockets': `listener 1883 127.0.0.1
listener 8083
protocol websockets
certfile DIR/s.pem
keyfile DIR/s.key
allow_anonymous true
`,
  'TLS with client certificates': `listener 8883
certfile DIR/s.pem
keyfile DIR/s.key
cafile DIR/s.pem
require_certificate true
allow_anonymous true
`,
  'TLS with the key forgotten': 'listener 8883\ncertfile DIR/s.pem\nallow_anonymous true\n',
  'TLS with the CA alone': 'listener 8883\ncafile DIR/s.pem\nallow_anonymous true\n',
  'TLS with the key of another': 'listener 8883\ncertfile DIR/s.pem\nkeyfile DIR/other.key\n',
  'TLS on the default listener': 'port 8883\ncertfile DIR/s.pem\nkeyfile DIR/s.key\nallow_anonymous true\n',
  'TLS above any listener': 'certfile DIR/s.pem\nkeyfile DIR/s.key\nlistener 8883\nallow_anonymous true\n',
  'TLS 1.3':
    'listener 8883\ncertfile DIR/s.pem\nkeyfile DIR/s.key\ntls_version tlsv1.3\nallow_anonymous true\n',
  'TLS 1.0': 'listener 8883\ncertfile DIR/s.pem\nkeyfile DIR/s.key\ntls_version tlsv1\n',
  'TLS version without TLS': 'listener 1883\ntls_version tlsv1.2\nallow_anonymous true\n',
  'certificates of lets-encrypt that are not there': `listener 8883
certfile /etc/letsencrypt/live/mqtt.example.com/fullchain.pem
keyfile /etc/letsencrypt/live/mqtt.example.com/privkey.pem
`,
  'certfile twice':
    'listener 8883\ncertfile DIR/s.pem\ncertfile DIR/s.pem\nkeyfile DIR/s.key\nallow_anonymous true\n',
  'names from certificates without certificates': `listener 1883
use_identity_as_username true
allow_anonymous true
`,
  'a container': `persistence true
persistence_location DIR/
log_dest stdout
listener 1883
allow_anonymous true
`,
  'a container with a folder that is not there': `persistence true
persistence_location /mosquitto/data/
log_dest file /mosquitto/log/mosquitto.log
listener 1883
allow_anonymous true
`,
  'user root': 'user root\nlistener 1883\nallow_anonymous true\n',
  'user twice': 'user mosquitto\nuser mosquitto\nlistener 1883\nallow_anonymous true\n',
  'a Unix socket': 'listener 0 DIR/mqtt.sock\nallow_anonymous true\n',
  'a Unix socket beside': 'listener 1883 127.0.0.1\nlistener 0 DIR/mqtt.sock\nallow_anonymous true\n',
  'a Unix socket without a path': 'listener 0\n',
  'a Unix socket in a folder that is not there': 'listener 0 DIR/no/mqtt.sock\nallow_anonymous true\n',
  'the same port twice': 'listener 1883\nlistener 1883\nallow_anonymous true\n',
  'the same port on two addresses': 'listener 1883 127.0.0.1\nlistener 1883 ::1\nallow_anonymous true\n',
  'the same port on three addresses': `per_listener_settings true
listener 1883 127.0.0.1
allow_anonymous true
listener 1883 127.0.0.2
password_file DIR/pw-a
listener 1883 ::1
password_file DIR/pw-b
`,
  'an address in brackets': 'listener 1883 [::1]\nallow_anonymous true\n',
  'two addresses': 'listener 1883 127.0.0.1 ::1\nallow_anonymous true\n',
  'a port in the address': 'listener 127.0.0.1:1883\n',
  'a port that is none': 'listener mqtt\n',
  'a port too high': 'listener 65536\n',
  'a port too low': 'listener 443\nallow_anonymous true\n',
  'a port with letters behind': 'listener 1883tcp\nallow_anonymous true\n',
  'a port with zeros': 'listener 01883\nallow_anonymous true\n',
  'a port in hexadecimal': 'listener 0x75b\nallow_anonymous true\n',
  'a port with a sign': 'listener +1883\nallow_anonymous true\n',
  limits: `listener 1883
allow_anonymous true
max_packet_size 5000
max_keepalive 120
max_inflight_messages 5
max_queued_messages 10
retain_available false
max_qos 1
max_topic_alias 3
`,
  'limits above the listener': `max_qos 1
max_topic_alias 3
listener 1884
allow_anonymous true
`,
  'limits of two listeners': `listener 1883
max_qos 1
max_topic_alias 0
listener 1884
max_topic_alias 20
allow_anonymous true
`,
  'limits twice':
    'listener 1883\nmax_packet_size 5000\nmax_packet_size 6000\nallow_anonymous true\nmax_qos 0\nmax_qos 1\n',
  'limits in words': 'listener 1883\nmax_packet_size unlimited\nallow_anonymous true\n',
  'limits with units': 'listener 1883\nmax_packet_size 10k\nmax_keepalive 60s\nallow_anonymous true\n',
  'no limits': 'listener 1883\nmax_packet_size 0\nallow_anonymous true\n',
  'no limits of what waits':
    'listener 1883\nmax_inflight_messages 0\nmax_queued_messages 0\nallow_anonymous true\n',
  'keepalive off': 'listener 1883\nmax_keepalive 0\nallow_anonymous true\n',
  'keepalive of an hour': 'listener 1883\nmax_keepalive 3600\nallow_anonymous true\n',
  'the old size limit': 'listener 1883\nmessage_size_limit 1000\nallow_anonymous true\n',
  'ids of the broker': 'listener 1883\nauto_id_prefix srv-\nallow_anonymous true\n',
  'ids of one listener': `per_listener_settings true
listener 1883
auto_id_prefix one-
allow_anonymous true
listener 1884
allow_anonymous true
`,
  'no empty ids': 'listener 1883\nallow_zero_length_clientid false\nallow_anonymous true\n',
  'no empty ids on one listener': `per_listener_settings true
listener 1883
allow_zero_length_clientid false
allow_anonymous true
listener 1884
allow_anonymous true
`,
  'ids that start alike': 'listener 1883\nclientid_prefixes probe-\nallow_anonymous true\n',
  'ids that start otherwise': 'listener 1883\nclientid_prefixes dev-\nallow_anonymous true\n',
  'ids from names': 'listener 1883\nuse_username_as_clientid true\npassword_file DIR/pw-a\n',
  'topics of one listener': 'listener 1883\nmount_point a/\nacl_file DIR/acl-a\nallow_anonymous true\n',
  'no statistics': 'listener 1883\nsys_interval 0\nallow_anonymous true\n',
  'statistics often': 'listener 1883\nsys_interval 1\nallow_anonymous true\n',
  'statistics twice': 'listener 1883\nsys_interval 0\nsys_interval 10\nallow_anonymous true\n',
  'statistics in words': 'listener 1883\nsys_interval never\nallow_anonymous true\n',
  'a quiet log': 'listener 1883\nallow_anonymous true\nlog_dest none\n',
  'a log of errors': 'listener 1883\nallow_anonymous true\nlog_type error\n',
  'a log of all': 'listener 1883\nallow_anonymous true\nlog_type all\n',
  'a log of all, then of nothing': 'listener 1883\nallow_anonymous true\nlog_type all\nlog_type none\n',
  'a log of nothing, then of errors': 'listener 1883\nallow_anonymous true\nlog_type none\nlog_type error\n',
  'a log of nothing, then of all': 'listener 1883\nallow_anonymous true\nlog_type none\nlog_type all\n',
  'a log of two': 'listener 1883\nallow_anonymous true\nlog_type error\nlog_type notice\n',
  'a log of two in one line': 'listener 1883\nallow_anonymous true\nlog_type error notice\n',
  'a log of connections, not': 'listener 1883\nallow_anonymous true\nconnection_messages false\n',
  'a log file': 'listener 1883\nallow_anonymous true\nlog_dest file DIR/mosquitto.log\n',
  'a log file and the terminal':
    'listener 1883\nallow_anonymous true\nlog_dest file DIR/mosquitto.log\nlog_dest stderr\n',
  'a log file, then nothing':
    'listener 1883\nallow_anonymous true\nlog_dest file DIR/mosquitto.log\nlog_dest none\n',
  'nothing, then a log file':
    'listener 1883\nallow_anonymous true\nlog_dest none\nlog_dest file DIR/mosquitto.log\n',
  'a terminal, nothing, a terminal':
    'listener 1883\nallow_anonymous true\nlog_dest stdout\nlog_dest none\nlog_dest stderr\n',
  'a log file with a comment behind':
    'listener 1883\nallow_anonymous true\nlog_dest file DIR/mosquitto.log # here\n',
  'a log file, of nothing': 'listener 1883\nallow_anonymous true\nlog_dest file\n',
  'two log files': 'listener 1883\nlog_dest file DIR/mosquitto.log\nlog_dest file DIR/mosquitto.log\n',
  'a pid file': 'pid_file DIR/mosquitto.pid\nlistener 1883\nallow_anonymous true\n',
  'a pid file twice': 'pid_file DIR/mosquitto.pid\npid_file DIR/mosquitto.pid\nlistener 1883\n',
  'a bridge to nowhere': `listener 1883
allow_anonymous true
connection cloud
address 127.0.0.1:1
topic # out 0
`,
  'a bridge by its old names': `listener 1883
allow_anonymous true
connection cloud
address 127.0.0.1:1
topic sensors/# both 2 "" ""
username alice
password secret
clientid home
try_private false
start_type automatic
notifications false
cleansession true
`,
  'a bridge without an address': 'listener 1883\nconnection cloud\ntopic # out\n',
  'a bridge without topics': 'listener 1883\nconnection cloud\naddress 127.0.0.1:1\n',
  'a bridge without a name': 'listener 1883\nconnection\naddress 127.0.0.1:1\ntopic # out\n',
  'a bridge with topics the wrong way':
    'listener 1883\nconnection c\naddress 127.0.0.1:1\ntopic out sensors/#\n',
  'two bridges of one name': `listener 1883
allow_anonymous true
connection c
address 127.0.0.1:1
topic # out
connection c
address 127.0.0.1:1
topic # in
`,
  'a bridge with a certificate that is not there': `listener 1883
allow_anonymous true
connection c
address 127.0.0.1:1
bridge_cafile /etc/ssl/certs/mosquitto-ca.crt
topic # out
`,
  'a listener option below a bridge': `listener 1883
allow_anonymous true
connection c
address 127.0.0.1:1
topic # out
max_qos 1
`,
  'anonymous below a bridge': `listener 1883
connection c
address 127.0.0.1:1
topic # out
allow_anonymous true
`,
  'options of 1.x': 'listener 1883\nallow_anonymous true\nstore_clean_interval 10\n',
  'options of 1.x that are only ignored': 'listener 1883\nallow_anonymous true\nretry_interval 20\n',
  'options of 2.1': 'listener 1883\nlistener_allow_anonymous true\n',
  'options of 2.1, one of two listeners': `listener 1883
listener_allow_anonymous true
listener 1884
allow_anonymous false
password_file DIR/pw-a
`,
  'options of 2.1, closed where all is open': `allow_anonymous true
listener 1883
listener 1884
listener_allow_anonymous false
`,
  'an option of plugins': 'listener 1883\nauth_opt_backends files\n',
  'a plugin that is not there': 'listener 1883\nplugin /usr/lib/mosquitto-go-auth/go-auth.so\n',
  'a misspelt option': 'listener 1883\nallow_anonymus true\n',
  'an option that never was': 'listener 1883\nmax_clients 10\n',
  'words behind words': 'listener 1883 127.0.0.1 and nowhere else\nallow_anonymous true or false\n',
  'a folder that is not there': 'listener 1883\ninclude_dir DIR/conf.d\n',
};
