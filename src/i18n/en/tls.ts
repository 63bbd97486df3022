/** The words of TLS: what broker.yaml says of it, certificates and what is wrong with them. */
export const tls = {
  'spec.tls.name': (p: { value: string }) =>
    `${p.value} is neither a name of the DNS nor an address, so that no certificate can be for it`,
  'spec.tls.email': (p: { value: string }) => `${p.value} is no mail address`,
  'spec.tls.directory': (p: { value: string }) =>
    `${p.value} is no address of an ACME directory: it starts with https://`,
  'spec.tls.noAcme': 'A certificate from an ACME authority needs to know for which domain.',
  'spec.tls.noAcmeFix': 'Write "acme:" with "domains: [mqtt.example.org]" below, as a part of its own.',
  'spec.tls.acmeNowhere': 'No listener has "tls: acme", so that nobody would show this certificate.',
  'spec.tls.pair': '"certificate" and "key" belong together: both paths are needed.',
  'spec.tls.caAlone': '"ca" says who signed your own certificate, and none is named here.',
  'spec.tls.caAloneFix':
    'Name "certificate" and "key" too, or "client_ca" for those who sign certificates of clients.',
  'spec.tls.needsClients': (p: { key: string }) =>
    `"${p.key}" is about certificates of clients, which "clients" asks for: write "clients: identity".`,
  'spec.tls.crlAlone':
    'Our own CA has its list of what was revoked already; "client_crl" goes with "client_ca".',
  'spec.tls.flagsPair': '--cert and --key belong together: both are needed',
  'spec.tls.flagsTwo': '--acme fetches a certificate, and --cert brings one: one of the two',
  'spec.tls.flagsDomain': '--acme needs to know for which domain: --domain mqtt.example.org',
  'spec.tls.flagsAcme': '--domain, --email and --acme-server go with --acme',
  'spec.tls.extra': 'What "tls" says cannot stand in "extra" of the same listener too.',
  'spec.tls.internet': (p: { listener: string }) =>
    `The profile "internet" has no listener in plain text that others can reach, and "${p.listener}" is one: everybody on the way would read the passwords.`,
  'spec.tls.internetFix': 'Write "tls: own" or "tls: acme", or "bind: loopback".',
  'tls.option.name':
    'a name or address by which clients know this machine, for its certificate; may be repeated',
  'tls.option.cert': 'your own certificate, PEM, its chain behind it',
  'tls.option.key': 'its private key, PEM',
  'tls.option.ca': 'the CA that has signed it, where clients do not know it by themselves',
  'tls.option.acme': 'fetch the certificate from an ACME authority (Let’s Encrypt)',
  'tls.option.domain': 'the domain it is for; may be repeated',
  'tls.option.email': 'where the authority writes before a certificate ends',
  'tls.option.acmeServer': 'another authority’s directory',
  'tls.option.passphrase': 'a file with the passphrase of our CA’s key, or - for standard input',
  'tls.command': 'certificates: our own CA, what it signs for the broker and its clients, what is shown',
  'tls.arg.action': 'init, server, client, renew, revoke or status',
  'tls.arg.name': 'of a client',
  'tls.option.certificate':
    'a certificate of our own CA comes with it; without a password option it is the only way in',
  'tls.option.needsCertificate': (p: { option: string }) => `${p.option} goes with --certificate`,
  'tls.option.certWithin': 'fails where a certificate ends within this time, as in 21d',
  'tls.option.certWithinTime': (p: { value: string }) =>
    `--cert-within is a time, as in 21d or 12h, and ${p.value} is none`,
  'tls.option.firewall': 'have ufw, firewalld or nftables, where one is on, let in what others are to reach',
  'tls.why.firewall': 'So that others reach the broker through the firewall of this machine.',
  'tls.why.firewallKept':
    'nftables forgets what it was told whenever it reads its own file, which stays yours: the ports are opened again behind it.',
  'tls.why.firewallShut': 'Nobody listens there for others any more, and it was opened for that.',
  'tls.firewall.same': (p: { port: number; tool: string }) =>
    `${p.tool} is as it should be at TCP port ${p.port}`,
  'tls.option.out': 'the folder for what the client needs; by default one called after it, here',
  'tls.option.p12': 'all of it in one PKCS#12 file too, with a password that is shown once',
  'tls.option.force': 'make it anew, whatever is there',
  'tls.action.unknown': (p: { name: string; names: string }) =>
    `tls does not know "${p.name}"; it knows ${p.names}`,
  'tls.action.option': (p: { option: string; actions: string }) => `${p.option} goes with tls ${p.actions}`,
  'tls.client.name': (p: { name: string }) =>
    `"${p.name}" cannot stand in a certificate of ours: letters of ASCII, digits and . _ @ - only, 64 at most`,
  'tls.client.nameFix':
    'A client’s name in its certificate is its user name; choose another one for this account.',
  'tls.client.done': (p: { name: string; folder: string }) => `What ${p.name} needs is in ${p.folder}:`,
  'tls.client.ca': 'whom it has to trust',
  'tls.client.pair': 'its certificate and its key: the key is like a password',
  'tls.client.store': (p: { password: string }) =>
    `all of it in one file; password ${p.password}, shown once`,
  'tls.client.nowhere':
    'No listener asks for certificates yet: write "clients: identity" below "tls:" of one, in broker.yaml.',
  'tls.client.noAccount': (p: { name: string }) =>
    `There is no account ${p.name}: with this certificate it may connect and do nothing. mqtt-setup add-user ${p.name} gives it rights.`,
  'tls.revoke.unknown': (p: { name: string }) => `our CA has signed nothing for ${p.name}`,
  'tls.revoke.unknownFix': 'mqtt-setup tls status lists what it has signed.',
  'tls.revoke.already': (p: { name: string }) => `what our CA has signed for ${p.name} is revoked already`,
  'tls.revoke.connected':
    'Who is connected with it stays so until the connection ends: mqtt-setup restart ends all.',
  'tls.revoke.nowhere': 'No listener asks for certificates, so that nobody looks at this list yet.',
  'tls.uninstall.kept': (p: { path: string }) => `Our own CA stays in ${p.path}: clients trust it.`,
  'tls.status.none':
    'No listener speaks TLS. mqtt-setup tls server makes a certificate and a listener on port 8883.',
  'tls.status.authority': 'Our own CA:',
  'tls.status.trust': (p: { path: string }) => `Clients have to trust it: give them ${p.path}`,
  'tls.status.unread': (p: { path: string }) => `no certificate can be read from ${p.path}`,
  'tls.status.from.own': 'signed by our own CA',
  'tls.status.from.acme': 'from an ACME authority',
  'tls.status.from.files': 'from files of yours',
  'tls.status.clients.identity': 'Clients need a certificate; its common name is their user name.',
  'tls.status.clients.subject': 'Clients need a certificate; its whole subject is their user name.',
  'tls.status.clients.password': 'Clients need a certificate, and their password too.',
  'tls.status.clients': 'Signed for clients:',
  'tls.status.revoked': (p: { date: string }) => `revoked on ${p.date}`,
  'tls.status.until': (p: { date: string; days: number }) => `until ${p.date} (${p.days} days)`,
  'tls.status.ended': (p: { date: string }) => `ended on ${p.date}`,
  'tls.status.byHand': (p: { command: string }) =>
    `Nothing renews these by itself here. Have cron run once a day: ${p.command}`,
  'tls.status.try': 'Try it:',
  'tls.card.authority': (p: { path: string }) => `clients with TLS have to trust ${p.path}: give it to them`,
  'tls.card.ports': (p: { ports: string }) =>
    `where a firewall stands before this machine, these TCP ports have to be open: ${p.ports}`,
  'tls.card.firewall': (p: { firewall: string; ports: string }) =>
    `${p.firewall} is on: so that others reach the broker, it has to let ${p.ports} in`,
  'tls.why.authority': 'our own CA: it signs the certificates of this broker and of its clients',
  'tls.why.authorityKey':
    'the key of our own CA, for root alone: whoever has it can pretend to be this broker',
  'tls.why.issued': 'what our CA has signed: for revoking, and for tls status',
  'tls.why.published': 'what clients have to trust',
  'tls.why.server': 'what the broker shows to its clients',
  'tls.why.serverKey': 'the key of that certificate, for the broker alone',
  'tls.why.revoked': 'certificates of clients that count no more',
  'tls.why.probe': 'lets our own checks in where clients need a certificate',
  'tls.why.copy': (p: { path: string }) => `a copy of ${p.path}, which the broker may read`,
  'tls.why.folder': 'where certificates and keys are',
  'tls.why.renew': 'Certificates end: once a day it is seen whether one has to be made anew.',
  'tls.why.renewLook': 'Another program renews this certificate: the broker shows it within a minute.',
  'tls.why.noRenewal': 'No listener has a certificate any more that would need it.',
  'tls.why.certbot': 'it fetches certificates from the authority, and renews them by itself',
  'tls.why.acme':
    'The authority asks on port 80 of this machine whether the domain is yours, and signs the certificate. With --acme you accept its terms.',
  'tls.why.openssl': 'certificates are made with it',
  'tls.made.authority': (p: { name: string; until: string }) =>
    `(made when this is applied: the CA "${p.name}", good until ${p.until})`,
  'tls.made.server': (p: { names: string; until: string }) =>
    `(made when this is applied: a certificate for ${p.names}, good until ${p.until})`,
  'tls.made.client': (p: { name: string; until: string }) =>
    `(made when this is applied: a certificate for ${p.name}, good until ${p.until})`,
  'tls.made.key': '(made when this is applied: a private key)',
  'tls.made.entries': (p: { made: number; revoked: number }) =>
    `(${p.made} signed${p.revoked > 0 ? `, ${p.revoked} revoked` : ''}: entered when this is applied)`,
  'tls.made.list': '(made when this is applied: signed by our CA)',
  'tls.reason.missing': 'there is none yet',
  'tls.reason.unreadable': 'what is there is no certificate with its key',
  'tls.reason.pair': 'certificate and key do not belong together',
  'tls.reason.authority': 'our CA of today has not signed it',
  'tls.reason.names': (p: { names: string }) => `it is not for ${p.names}`,
  'tls.reason.ends': (p: { until: string }) => `it ends on ${p.until}`,
  'tls.reason.early': (p: { from: string }) => `it begins on ${p.from} only: was the clock wrong?`,
  'tls.reason.key': 'another kind of key is wanted',
  'tls.reason.asked': 'asked for',
  'tls.note.renews': (p: { what: string; reason: string }) => `A new certificate for ${p.what}: ${p.reason}.`,
  'tls.note.newAuthority': (p: { reason: string }) =>
    `A new CA: ${p.reason}. Clients have to be given its certificate, and those with certificates of the old one new ones.`,
  'tls.authority.noKey': (p: { path: string }) =>
    `our CA should sign a certificate, and its key ${p.path} is not there`,
  'tls.authority.noKeyFix': (p: { command: string }) =>
    `Put it back from where you keep it, or make a new CA, which every client has to be told of: ${p.command}`,
  'tls.authority.half': (p: { key: string; certificate: string }) =>
    `${p.key} is there, and its certificate ${p.certificate} is not: a new CA would overwrite the key`,
  'tls.authority.halfFix': 'Put the certificate back, or move the key to a safe place.',
  'tls.authority.encrypted': (p: { path: string }) => `our CA’s key ${p.path} asks for a passphrase`,
  'tls.authority.encryptedFix': 'Give it with --ca-passphrase-file PATH (or "-" for standard input).',
  'tls.authority.early': (p: { from: string; now: string }) =>
    `our CA begins on ${p.from} only, and this machine’s clock says ${p.now}: one of the two is wrong`,
  'tls.authority.again': (p: { command: string }) =>
    `Look at the clock first (timedatectl). A new CA, which every client has to be told of: ${p.command}`,
  'tls.authority.passphrase': 'the passphrase does not open our CA’s key',
  'tls.authority.ended': (p: { until: string }) =>
    `our CA has ended on ${p.until}: nothing that it signs counts any more`,
  'tls.openssl.missing': 'certificates are made with openssl, which is not here',
  'tls.openssl.missingFix': 'Install it: sudo apt install openssl',
  'tls.openssl.failed': (p: { command: string; text: string }) => `${p.command} failed: ${p.text}`,
  'tls.openssl.wrong': 'what openssl made is not what was asked for',
  'tls.passphrase.length': 'A passphrase has 4 to 1023 bytes, in the first line of its file.',
  'tls.acme.port': (p: { process: string }) =>
    `the authority has to be answered on port 80, and ${p.process} listens there`,
  'tls.acme.portFix':
    'Let the web server fetch the certificate (certbot --nginx, --apache, --webroot, or Caddy), then name its files: --cert and --key.',
  'tls.remote.untrusted': (p: { bridge: string; remote: string; reason: string }) =>
    `the bridge ${p.bridge} cannot trust ${p.remote} (${p.reason})`,
  'tls.remote.away': (p: { bridge: string; remote: string; reason: string }) =>
    `${p.remote}, where the bridge ${p.bridge} goes, does not answer in TLS now (${p.reason}); the bridge goes on trying`,
  'tls.remote.fix':
    'Name the CA that has signed its certificate ("ca"), and dial it by a name that stands in the certificate.',
  'tls.acme.nothing': 'certbot has ended well, and no certificate is there',
  'tls.file.missing': (p: { path: string }) => `${p.path} is not there`,
  'tls.file.unread': (p: { path: string; errno: string }) => `${p.path} cannot be read (${p.errno})`,
  'tls.file.der': (p: { path: string }) => `${p.path} is DER, and the broker reads PEM`,
  'tls.file.pkcs12': (p: { path: string }) => `${p.path} is PKCS#12, and the broker reads PEM`,
  'tls.file.none': (p: { path: string }) => `${p.path} holds no certificate in PEM`,
  'tls.file.broken': (p: { path: string }) =>
    `a certificate in ${p.path} cannot be read: it is cut off or changed`,
  'tls.file.isKey': (p: { path: string }) => `${p.path} is a private key, and a certificate was expected`,
  'tls.file.isCertificate': (p: { path: string }) =>
    `${p.path} is a certificate, and a private key was expected`,
  'tls.file.noKey': (p: { path: string }) => `${p.path} holds no private key in PEM`,
  'tls.file.encrypted': (p: { path: string }) =>
    `the key ${p.path} asks for a passphrase, which nobody gives the broker when it starts`,
  'tls.file.swapped': 'Certificate and key seem to be exchanged.',
  'tls.file.notPair': (p: { certificate: string; key: string }) =>
    `${p.key} is not the key of ${p.certificate}: no client could connect`,
  'tls.file.authority': (p: { path: string; name: string }) =>
    `the first certificate in ${p.path} ("${p.name}") is a CA, not that of a server`,
  'tls.file.order': (p: { path: string; name: string; issuer: string }) =>
    `the chain in ${p.path} is not in order: "${p.name}" is not followed by "${p.issuer}", which signed it`,
  'tls.file.orderFix': 'The certificate of the server comes first, then the one that signed it, and so on.',
  'tls.file.noNames': (p: { path: string }) =>
    `the certificate in ${p.path} names no name (subjectAltName): no client of today accepts it`,
  'tls.file.ended': (p: { path: string; until: string }) => `${p.path} has ended on ${p.until}`,
  'tls.file.early': (p: { path: string; from: string; now: string }) =>
    `${p.path} counts from ${p.from} on, and this machine’s clock says ${p.now}`,
  'tls.file.earlyFix': 'Look at the clock first: timedatectl',
  'tls.file.notSigned': (p: { path: string; ca: string }) =>
    `${p.path} does not lead to ${p.ca}: clients that trust it would refuse`,
  'tls.file.purpose.server': (p: { path: string }) =>
    `the certificate in ${p.path} is not for servers (extendedKeyUsage)`,
  'tls.file.purpose.client': (p: { path: string }) =>
    `the certificate in ${p.path} is not for clients (extendedKeyUsage)`,
  'tls.file.weak': (p: { path: string; what: string }) =>
    `the certificate in ${p.path} has ${p.what}: OpenSSL refuses it today`,
  'tls.file.notCa': (p: { path: string; name: string }) =>
    `"${p.name}" in ${p.path} is no CA: it cannot have signed anything`,
  'tls.file.crl': (p: { path: string }) => `${p.path} is no list of revoked certificates in PEM`,
};
