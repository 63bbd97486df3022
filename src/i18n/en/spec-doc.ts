/** What each key of broker.yaml means, by its path. Large: loaded only where it is shown. */
export const specDoc = {
  'spec.doc.version': 'The format of this file, not the version of the broker: always 1.',
  'spec.doc.profile':
    'Who connects, and what follows from it: `local` listens on this machine alone; `lan` on every interface, on 1883 and with TLS on 8883; `internet` with TLS only (8883; 1883 on this machine alone) and with tighter limits. Clients need an account in all of them.',
  'spec.doc.listeners':
    'Where the broker listens: one entry for each port or Unix socket. Without this key: those of the profile.',
  'spec.doc.listeners.*':
    'One listener: a `port` or a `socket`, and what holds for the clients that come in there.',
  'spec.doc.listeners.*.name':
    'Its name in reports, different from all others: at most 32 lower-case letters, digits and hyphens. Default: the protocol, numbered where it is taken (`mqtt`, `mqtt-2`).',
  'spec.doc.listeners.*.protocol':
    'What is spoken there: `mqtt`, or `websockets` for MQTT in web pages. Mosquitto 2.0.11 does not start with websockets alone: it needs an `mqtt` listener beside them.',
  'spec.doc.listeners.*.port':
    'The TCP port, from 1024 up: the broker gives up root’s rights before it listens. MQTT’s own port is 1883, websockets often have 9001.',
  'spec.doc.listeners.*.bind':
    'On which addresses it listens: `all`, `loopback` (this machine alone), an address of this machine, or a list of them. Names are not accepted: a broker should not wait for a name server.',
  'spec.doc.listeners.*.family':
    'Listens with IPv4 or with IPv6 only; with both where it is left out. Not beside addresses in `bind`, which already say it.',
  'spec.doc.listeners.*.interface':
    'Listens on the addresses that this network interface has when the broker starts; takes the place of `bind`. Not for websockets before Mosquitto 2.1.',
  'spec.doc.listeners.*.socket':
    'Path of a Unix socket, in place of a port, for programs of this machine: at most 107 bytes, no blank. It speaks `mqtt` only.',
  'spec.doc.listeners.*.anonymous':
    'Are clients let in there that give no user name? Default: `true` where the key `anonymous` of the file says what they may do, else `false`. Listeners can differ in this from Mosquitto 2.1 on.',
  'spec.doc.listeners.*.tls':
    'Encrypts it, and says whose certificate it shows: `own` (signed by our own CA, which clients have to trust), `acme` (from Let’s Encrypt or another authority: see `acme`), or a mapping that says more. Without it: plain text.',
  'spec.doc.listeners.*.tls.from':
    'Where its certificate comes from: `own` or `acme`; left out where `certificate` and `key` name files of yours.',
  'spec.doc.listeners.*.tls.certificate':
    'Your own certificate: PEM, the certificate of the server first, those that signed it behind it. It is copied to where the broker may read it, together with its key, whenever it changes.',
  'spec.doc.listeners.*.tls.key': 'The private key of that certificate: PEM, without a passphrase.',
  'spec.doc.listeners.*.tls.ca':
    'Who signed your own certificate, where that is nobody whom every system knows: it is checked against it. PEM.',
  'spec.doc.listeners.*.tls.clients':
    'Clients need a certificate too, and who they are is: `identity`, its common name, and no password is asked for; `subject`, its whole subject; or `password`, the user name and password that they give besides. Mosquitto cannot ask for certificates without demanding them: who wants both makes two listeners.',
  'spec.doc.listeners.*.tls.client_ca':
    'Who has signed the certificates of the clients: PEM. Without it our own CA: `mqtt-setup tls client` and `add-user --certificate` make them.',
  'spec.doc.listeners.*.tls.client_crl':
    'Which of them count no more: a list that `client_ca` has signed, PEM. Our own CA has its list already: `mqtt-setup tls revoke`.',
  'spec.doc.listeners.*.tls.min_version':
    'The oldest version that is spoken. Microcontrollers often know TLS 1.2 only.',
  'spec.doc.listeners.*.max_connections':
    'How many clients may be connected there at the same time. On Mosquitto 2.0 every reload, also the daily one of logrotate, takes the limit away until the next restart.',
  'spec.doc.listeners.*.max_qos':
    'The highest QoS that clients may use there. On Mosquitto 2.0 every reload puts it back to 2 until the next restart.',
  'spec.doc.listeners.*.max_topic_alias':
    'How many topic aliases an MQTT 5 client may use towards the broker. On Mosquitto 2.0 every reload puts it back to 10 until the next restart.',
  'spec.doc.listeners.*.mount_point':
    'Put before every topic of its clients, unseen by them: with `garden/`, their `temp` is `garden/temp` for everybody else.',
  'spec.doc.listeners.*.extra':
    'Further lines of mosquitto.conf for this listener, word for word, for options that have no key here. What mqtt-setup writes itself, whatever decides who gets in, and secrets are refused.',
  'spec.doc.certificates': 'What our own CA signs.',
  'spec.doc.certificates.names':
    'Names and addresses by which clients know this machine, beside those that it has by itself: its host name, the same with `.local`, its IPv4 addresses, `localhost`. A certificate is made anew where one is missing.',
  'spec.doc.certificates.key':
    'The kind of key: `rsa` (2048 bits), which every device can load, or `p256`, which is faster and shuts out some, Tasmota for one.',
  'spec.doc.certificates.days':
    'For how many days a certificate of the broker or of a client is good. It is renewed with a third of that time, or 60 days, to go.',
  'spec.doc.acme': 'The certificate for listeners with `tls: acme`, fetched and renewed by certbot.',
  'spec.doc.acme.domains':
    'The domains that it is for. Each has to lead to this machine: the authority asks on port 80.',
  'spec.doc.acme.email': 'Where the authority may write.',
  'spec.doc.acme.server': 'The directory of another authority than Let’s Encrypt.',
  'spec.doc.throughput':
    '`true` gives about a fifth more messages a second, and lets small ones wait up to 40 ms; `false` sends each at once.',
  'spec.doc.reload_guard':
    '`true` has the files looked at before the broker reads them again, whoever asks for it (`systemctl reload`, logrotate): files that would open the broker to others, or end it, are not read. `false` takes that away. Under systemd only.',
  'spec.doc.sandbox':
    '`true` keeps the broker in a sandbox of systemd: no root, no new rights, few system calls, and only its own folders to write in (those that this file names among them). `false` takes that away. Under systemd only.',
  'spec.doc.firewall':
    'Has the firewall that is on here (ufw, firewalld, or nftables as systemd starts it) let in the ports that others are to reach, and takes that back where they are no longer wanted. None is installed or switched on. Of a firewall that is run otherwise the command is told instead.',
  'spec.doc.roles':
    'Roles of your own for accounts (`add-user --role NAME`), beside publisher, subscriber, both, device, monitor and admin. A name has at most 64 lower-case letters, digits, `_` and `-`.',
  'spec.doc.roles.*':
    'What an account with this role may do; what no role names is refused. In a filter `{user}` stands for the account’s name; `{topics}`, alone, for each of the account’s topics.',
  'spec.doc.roles.*.publish': 'Topic filters to which it may publish.',
  'spec.doc.roles.*.subscribe':
    'Topic filters whose messages it may receive. `#` and `+` do not cover topics that begin with `$`.',
  'spec.doc.roles.*.deny': 'Topic filters that are refused both ways, whatever else allows them.',
  'spec.doc.everyone': 'What every account may do beside its roles.',
  'spec.doc.everyone.publish':
    'Topic filters to which every account may publish. `{user}` stands for its name, `{client}`, as a whole level, for the client id of the connection.',
  'spec.doc.everyone.subscribe':
    'Topic filters whose messages every account may receive. `{user}` stands for its name, `{client}`, as a whole level, for the client id of the connection.',
  'spec.doc.everyone.deny':
    'Topic filters that are refused to every account, both ways. `{client}` cannot stand here: what an account is allowed by name would win over it.',
  'spec.doc.anonymous': 'What clients without a user name may do. Without this key none of them is let in.',
  'spec.doc.anonymous.publish': 'Topic filters to which they may publish, without variables.',
  'spec.doc.anonymous.subscribe': 'Topic filters whose messages they may receive, without variables.',
  'spec.doc.anonymous.deny': 'Topic filters that are refused to them both ways, whatever else allows them.',
  'spec.doc.tests':
    'Access tests: what the rights must answer. `plan` and `apply` refuse a spec that does not pass them, before anything is touched; `verify` asks the broker too, in the name of stand-ins with the same rights, so that no real topic is touched and no password is needed. One sentence: `NAME can|cannot publish|read TOPIC`, or `NAME can|cannot connect`. NAME is an account, `anonymous` or `everyone` (every account); `NAME as CLIENTID` names a client id. The topic is a plain one, without wildcards.',
  'spec.doc.passwords':
    'What is asked of passwords, and how dear a login is. Holds for those that are set from now on.',
  'spec.doc.passwords.min_length':
    'The fewest characters of a password that a person chooses; more is safer than signs and digits. Common passwords, runs along the keyboard and the account’s own name are refused at any length.',
  'spec.doc.passwords.iterations':
    'Rounds of PBKDF2-HMAC-SHA512 for a chosen password: what a thief of the password file must do for each guess, and the broker, on its only thread, at each login (20,000 take about 10 ms).',
  'spec.doc.passwords.generated_iterations':
    'The same for a password that mqtt-setup made up: its 140 bits cannot be guessed however fast one tries.',
  'spec.doc.persistence':
    'What survives a restart of the broker: retained messages, lasting sessions and what waits for them.',
  'spec.doc.persistence.enabled': 'Keeps all of that in a file; with `false` every restart loses it.',
  'spec.doc.persistence.location':
    'The folder of that file. Where Debian’s own mosquitto.conf names one (/var/lib/mosquitto/), it can only be that one; a `--local` broker has its own.',
  'spec.doc.persistence.autosave':
    'How often the file is written while the broker runs: a time (0: only when it ends), or `changes`; by itself every 30 minutes. A power cut loses what came since.',
  'spec.doc.persistence.autosave.changes':
    'Writes it after so many changes instead. Each time is the whole file: with a small number a busy broker does little else.',
  'spec.doc.limits': 'How much of this machine one client, and all of them together, can take.',
  'spec.doc.limits.packet_size':
    'The largest MQTT packet that is taken or sent; who sends more is disconnected. `none`: what MQTT itself allows, 256 MiB.',
  'spec.doc.limits.inflight_messages':
    'How many QoS 1 and 2 messages may be on their way to one client at the same time; 0 is no limit. Only 1 keeps their order when some must be sent again.',
  'spec.doc.limits.inflight_bytes':
    'How many bytes of QoS 1 and 2 messages may be on their way to one client; 0 is no limit.',
  'spec.doc.limits.queued_messages':
    'How many QoS 1 and 2 messages wait for one client that is away or slow; what does not fit is lost. With `none`, no limit, one forgotten subscriber can use up the memory.',
  'spec.doc.limits.queued_bytes':
    'How many bytes of messages wait for one client that is away or slow; of this and `queued_messages` the first that is reached counts. `none`: no limit.',
  'spec.doc.limits.queue_qos0': 'Keeps QoS 0 messages too for clients that are away.',
  'spec.doc.limits.keepalive':
    'The longest keepalive that a client may ask for. Mosquitto 2.0.11 holds only MQTT 5 clients to it; later versions refuse MQTT 3 clients that ask for more, or for none at all.',
  'spec.doc.limits.memory':
    'The most memory that the broker takes for itself. Once it is reached, messages and new clients are refused.',
  'spec.doc.limits.connections':
    'How many clients may be connected at the same time, over all listeners. From Mosquitto 2.1 on.',
  'spec.doc.limits.clients':
    'How many clients the broker knows at most, connected or with a session that lasts. From Mosquitto 2.1 on.',
  'spec.doc.limits.session_expiry':
    'After how long the session of a client that stays away is forgotten, and what waits for it too; in whole hours. `none`: never.',
  'spec.doc.limits.retained': 'Allows retained messages.',
  'spec.doc.log': 'Where the broker’s log goes, and what stands in it.',
  'spec.doc.log.to':
    'Where it goes, perhaps to several: `file`, `journal` (systemd only), `syslog`, `topic` (below $SYS/broker/log). An empty list: nowhere. Default: the file that Debian’s own mosquitto.conf names, or the one of the `--local` folder.',
  'spec.doc.log.types':
    'Which kinds of messages are logged. The list takes the place of the broker’s own choice: `[error]` alone silences warnings, notices and logins.',
  'spec.doc.log.rotate':
    'Installs logrotate with the broker. Debian’s package brings the rule for it (daily, and from 100 kB on; seven old files are kept), but not the program, without which the file grows for ever. Not for a broker in a folder (`--local`).',
  'spec.doc.log.connections': 'Logs every client that comes and goes.',
  'spec.doc.log.timestamps':
    'How the time before each line is written, in the words of strftime(3). Default: seconds since 1970; for a `--local` broker, date and time of day.',
  'spec.doc.sys_interval':
    'How often the broker publishes its own figures below $SYS; 0 is never. The role `monitor` reads them.',
  'spec.doc.bridges': 'Connections that this broker opens to other ones, to exchange messages with them.',
  'spec.doc.bridges.*':
    'One connection: to which broker, and what goes across. A bridge is not held to this broker’s rights: its `topics` alone decide.',
  'spec.doc.bridges.*.name':
    'Its name in the configuration, in reports and below $SYS, different from all others: at most 64 letters, digits and `.` `_` `-`.',
  'spec.doc.bridges.*.remote':
    'The other broker: a name or an IPv4 address, with `:port` if it is not 1883; or a list of which the next is tried where one fails.',
  'spec.doc.bridges.*.topics':
    'What goes across, at least one entry. `both` on both brokers for the same filter sends messages round in circles.',
  'spec.doc.bridges.*.topics.*': 'One filter and its way: which messages, in which direction.',
  'spec.doc.bridges.*.topics.*.filter': 'The topic filter, without the prefixes. It cannot hold blanks.',
  'spec.doc.bridges.*.topics.*.direction':
    '`out`: from here to the other broker; `in`: from there to here; `both`.',
  'spec.doc.bridges.*.topics.*.qos': 'The QoS with which these messages go across.',
  'spec.doc.bridges.*.topics.*.local_prefix': 'Put before these topics on this broker.',
  'spec.doc.bridges.*.topics.*.remote_prefix':
    'Put before these topics on the other broker: with `site1/`, `home/temp` is `site1/home/temp` there.',
  'spec.doc.bridges.*.username': 'The user name on the other broker.',
  'spec.doc.bridges.*.password_file':
    'A file whose first line is the password on the other broker, closed to other users (chmod 600). Needs `username`.',
  'spec.doc.bridges.*.client_id':
    'The client id on the other broker. Two bridges with the same one throw each other out, without end.',
  'spec.doc.bridges.*.tls':
    'Encrypts it: `system` trusts whom the system trusts (Let’s Encrypt and the like); a mapping says more. The port is then 8883 where none is named. Before anything is changed, the other broker is looked at: its chain, its name, its dates.',
  'spec.doc.bridges.*.tls.ca':
    'Whom to trust, where the other broker has a CA of its own: PEM, copied to where the broker may read it.',
  'spec.doc.bridges.*.tls.certificate': 'Our own certificate there, where one is asked for: PEM.',
  'spec.doc.bridges.*.tls.key': 'The private key of that certificate: PEM, without a passphrase.',
  'spec.doc.bridges.*.tls.alpn':
    'The name by which some clouds tell MQTT from other traffic on port 443 (ALPN).',
  'spec.doc.bridges.*.clean_session':
    '`true` lets the other broker forget subscriptions and waiting messages when the connection ends.',
  'spec.doc.bridges.*.keepalive':
    'After how long a silence the bridge asks whether the other broker is still there.',
  'spec.doc.bridges.*.protocol': 'Which MQTT is spoken with the other broker: 3.1, 3.1.1 or 5.',
  'spec.doc.bridges.*.notifications':
    'Publishes on both brokers, as a retained message below $SYS/broker/connection, whether the bridge is connected.',
  'spec.doc.bridges.*.start':
    'When the bridge connects: always (`automatic`), when messages wait (`lazy`), or one single time (`once`).',
  'spec.doc.bridges.*.test_topic':
    'A topic, as clients here see it, by which `verify` sends messages through both brokers, under the login of the bridge and a client id of its own. Take one that nobody listens to. Without it, `verify` asks the broker alone whether the bridge stands.',
  'spec.doc.bridges.*.extra':
    'Further lines of mosquitto.conf for this bridge, word for word, for options that have no key here.',
  'spec.doc.extra':
    'Further lines of mosquitto.conf for the whole broker, word for word, for options that have no key here. What mqtt-setup writes itself, whatever decides who gets in, plugins and secrets are refused.',
};

export const specFile = 'What the MQTT broker of a machine should be: mqtt-setup reads this file.';
