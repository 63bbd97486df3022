/** A broker as somebody set it up by hand, and what it lets people do: asked before and after, with real passwords. */
export interface LivingBroker {
  name: string;
  /** By path; `{main}` in the main file stands for what the package brought. */
  files: Readonly<Record<string, string>>;
  /** Written by mosquitto_passwd into this file. */
  passwords: { file: string; users: Readonly<Record<string, string>> };
  /** [user or null, topic, may publish, may read] */
  rights: readonly [user: string | null, topic: string, publish: boolean, read: boolean][];
  /** Shell lines run before the broker is started. */
  prepare?: string;
  /** Files that stay as they are. */
  staying: readonly string[];
}

const home: LivingBroker = {
  name: 'a home',
  files: {
    '/etc/mosquitto/mosquitto.conf': `# Mosquitto for the house. See https://mosquitto.org/man/mosquitto-conf-5.html

persistence true
persistence_location /var/lib/mosquitto/

log_dest file /var/log/mosquitto/mosquitto.log
log_type error
log_type warning
log_type notice

# nobody without a password!
allow_anonymous false
password_file /etc/mosquitto/pwfile

listener 1883
listener 9001 127.0.0.1
protocol websockets
socket_domain ipv4

max_queued_messages 5000
autosave_interval 300

include_dir /etc/mosquitto/conf.d
`,
    '/etc/mosquitto/conf.d/acl.conf': 'acl_file /etc/mosquitto/aclfile\r\n\r\n# that is all\r\n',
    '/etc/mosquitto/conf.d/tuning.conf': '# from a forum\nupgrade_outgoing_qos true\n',
    '/etc/mosquitto/aclfile': `# Home Assistant sees everything
user hass
topic readwrite #
topic read $SYS/#

user zigbee
topic zigbee2mqtt/#
topic readwrite homeassistant/#

# the Shellys
user shelly-kitchen
topic readwrite shellies/shelly-kitchen/#
topic read shellies/command
user shelly-garage
topic readwrite shellies/shelly-garage/#
topic read shellies/command

user tablet
topic read #
topic deny cameras/#
`,
  },
  passwords: {
    file: '/etc/mosquitto/pwfile',
    users: {
      hass: 'hass "quoted" pw',
      zigbee: 'zigbee pw',
      'shelly-kitchen': 'kitchen pw',
      'shelly-garage': 'garage pw',
      tablet: 'tablet pw',
    },
  },
  rights: [
    [null, 'x', false, false],
    ['hass', 'anything/at/all', true, true],
    ['zigbee', 'zigbee2mqtt/lamp', true, true],
    ['zigbee', 'shellies/command', false, false],
    ['shelly-kitchen', 'shellies/shelly-kitchen/relay', true, true],
    ['shelly-kitchen', 'shellies/shelly-garage/relay', false, false],
    ['shelly-kitchen', 'shellies/command', false, true],
    ['tablet', 'zigbee2mqtt/lamp', false, true],
    ['tablet', 'cameras/door', false, false],
  ],
  staying: ['/etc/mosquitto/conf.d/tuning.conf'],
};

const machines = Array.from({ length: 40 }, (_, index) => `press-${String(index + 1).padStart(2, '0')}`);

const fleet: LivingBroker = {
  name: 'a fleet with many rules',
  files: {
    '/etc/mosquitto/mosquitto.conf': '{main}',
    '/etc/mosquitto/conf.d/10-listeners.conf': `listener 1883 0.0.0.0
max_connections 400

listener 1884 127.0.0.1
`,
    '/etc/mosquitto/conf.d/20-access.conf': `allow_anonymous false
password_file /etc/mosquitto/fleet.pw
acl_file /etc/mosquitto/fleet.acl
`,
    '/etc/mosquitto/conf.d/30-limits.conf': `max_packet_size 262144
max_inflight_messages 50
persistent_client_expiration 14d
max_keepalive 600
queue_qos0_messages true
`,
    '/etc/mosquitto/fleet.acl': `# every machine: its own tree, by name and by client
pattern write plant/%u/telemetry/#
pattern read plant/%u/commands/#
pattern readwrite sessions/%c/#

user dispatcher
topic write plant/+/commands/#
topic read plant/+/telemetry/#
topic deny plant/press-13/commands/#

user auditor
topic read plant/#
topic read $SYS/broker/clients/#
topic deny plant/+/secrets/#

${machines.map((name) => `user ${name}\ntopic read plant/all/notice\ntopic readwrite plant/${name}/maintenance\n`).join('\n')}`,
  },
  passwords: {
    file: '/etc/mosquitto/fleet.pw',
    users: {
      dispatcher: 'dispatch 1',
      auditor: 'audit 1',
      ...Object.fromEntries(machines.map((name) => [name, `secret of ${name}`])),
    },
  },
  rights: [
    ['press-01', 'plant/press-01/telemetry/speed', true, false],
    ['press-01', 'plant/press-02/telemetry/speed', false, false],
    ['press-01', 'plant/press-01/commands/stop', false, true],
    ['press-01', 'plant/press-01/maintenance', true, true],
    ['press-01', 'plant/all/notice', false, true],
    ['press-40', 'plant/press-40/maintenance', true, true],
    ['dispatcher', 'plant/press-07/commands/stop', true, false],
    ['dispatcher', 'plant/press-13/commands/stop', false, false],
    ['auditor', 'plant/press-07/telemetry/speed', false, true],
    ['auditor', 'plant/press-07/secrets/key', false, false],
  ],
  staying: [],
};

const bridge: LivingBroker = {
  name: 'a bridge to another broker',
  files: {
    '/etc/mosquitto/mosquitto.conf': '{main}',
    '/etc/mosquitto/conf.d/default.conf': `# 1883 for the house
listener 1883 127.0.0.1
allow_anonymous true
acl_file /etc/mosquitto/acl
password_file /etc/mosquitto/passwords
log_timestamp_format %Y-%m-%d %H:%M:%S
connection_messages false
`,
    '/etc/mosquitto/conf.d/cloud.conf': `connection cloud
address 127.0.0.1:2883
topic # out 1 site/ site7/
topic set/# in 1 "" site7/
remote_username site7
remote_password geheim mit Leerzeichen
remote_clientid site7-bridge
cleansession false
keepalive_interval 45
start_type automatic
notifications false
try_private false
bridge_attempt_unsubscribe false
`,
    '/etc/mosquitto/acl': `topic read public/#
pattern read everyone/%u

user meter
topic write site/meter/#
`,
  },
  passwords: { file: '/etc/mosquitto/passwords', users: { meter: 'meter pw' } },
  rights: [
    [null, 'public/notice', false, true],
    [null, 'site/meter/kwh', false, false],
    ['meter', 'site/meter/kwh', true, false],
    ['meter', 'everyone/meter', false, true],
    ['meter', 'public/notice', false, false],
  ],
  staying: [],
};

export const livingBrokers: readonly LivingBroker[] = [home, fleet, bridge];
