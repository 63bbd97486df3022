import type { SaidCause } from '../types.ts';
import type { SaidFamily } from './family.ts';
import { cutOff, openssl } from './words.ts';

const handshake = (words: string): RegExp =>
  new RegExp(
    `^(?:OpenSSL Error(?: while .*?)? ?\\[\\d+\\]: |Client connection from .* failed: )error:.*(?:${words})\\.?$`,
  );
/** A client whose handshake ends with such words. */
const handshakeFails = (words: string): SaidCause => ({
  severity: 'low',
  stage: 'running',
  says: [handshake(words)],
  more: [openssl, cutOff],
});

/** The client of a bridge of ours: it is the broker itself. */
const ourBridge = /^(?:Bad socket read\/write on client|Client) (?<name>local\.\S+?)(?:: | \[|\s)/;

/** Clients and bridges that do not come in, or are cut off. What one client does wrong is nothing wrong with the broker. */
export const clients = {
  'bridge.tls': {
    severity: 'high',
    stage: 'running',
    says: [
      /^(?<reason>Unable to load CA certificates, check bridge_cafile ".*")\.$/,
      /^(?<reason>host name verification failed)\.$/,
      /^OpenSSL Error(?: while .*?)? ?\[\d+\]: error:\w+:[^:]*:[^:]*:(?<reason>certificate verify failed|wrong version number|.*)$/,
    ],
    more: [openssl, ourBridge, /^host name verification failed\.$/],
    needs: ourBridge,
  },
  'tls.client-distrusts': handshakeFails('alert unknown ca'),
  'tls.client-refuses': handshakeFails(
    'alert (?:certificate expired|bad certificate|internal error|certificate unknown|unsupported certificate|handshake failure|access denied)',
  ),
  'tls.client-without-certificate': handshakeFails('peer did not return a certificate'),
  'tls.client-untrusted': handshakeFails('certificate verify failed'),
  'tls.no-common-version': handshakeFails(
    'unsupported protocol|version too low|no protocols available|alert protocol version',
  ),
  'tls.no-common-cipher': handshakeFails('no shared cipher'),
  'login.psk': handshakeFails(
    'binder does not verify|psk identity not found|no suitable signature algorithm|cipher operation failed|decryption failed or bad record mac',
  ),
  'connection.plain-on-tls': handshakeFails(
    'wrong version number|http request|unknown protocol|packet length too long',
  ),
  'connection.tls-on-plain': {
    severity: 'low',
    stage: 'running',
    says: [/^Client from \S+ appears to be using TLS to connect to a non-TLS listener\.$/],
    more: [/^Protocol error from .*$/, cutOff],
  },
  'login.refused': {
    severity: 'low',
    stage: 'running',
    says: [/^Client .+ disconnected[,:] not authorised\.$/],
  },
  'connection.version': {
    severity: 'low',
    stage: 'running',
    says: [/^Invalid protocol version (?<version>\d+) in CONNECT from .+\.$/],
    more: [cutOff],
  },
  'connection.timeout': {
    severity: 'low',
    stage: 'running',
    says: [
      /^Client .+ has exceeded timeout, disconnecting\.$/,
      /^Client .+ disconnected: exceeded timeout\.$/,
    ],
  },
  'connection.taken-over': {
    severity: 'medium',
    stage: 'running',
    least: 3,
    says: [
      /^Client (?<client>.+) already connected, closing old connection\.$/,
      /^Client (?<client>.+?)(?: \[.*\])? disconnected: session taken over\.$/,
    ],
  },
  'connection.oversize': {
    severity: 'low',
    stage: 'running',
    says: [/^Client (?<client>.+?)(?: \[.*\])? disconnected(?:: | due to )oversize packet\.$/],
  },
  'connection.too-many': {
    severity: 'medium',
    stage: 'running',
    says: [/^Client connection from .+ denied: max_connections exceeded\.$/],
  },
  'connection.tcpd': {
    severity: 'medium',
    stage: 'running',
    says: [/^Client connection from .+ denied access by tcpd\.$/],
  },
  'connection.queue-full': {
    severity: 'medium',
    stage: 'running',
    says: [/^Outgoing messages are being dropped for client (?<client>.+)\.$/],
  },
  'connection.feature': {
    severity: 'low',
    stage: 'running',
    says: [
      /^Client .+ disconnected(?:: | due to )(?:QoS too high|using not allowed feature|used disallowed feature).*$/,
      /^Too high QoS in PUBLISH from .+, disconnecting\.$/,
      /^Client .+ disconnected: bad socket read\/write: (?:Retain not supported|Requested QoS not supported on server)$/,
    ],
    more: [/^Bad socket read\/write on client .+: Requested QoS not supported on server\.$/],
  },
  'connection.origin': {
    severity: 'low',
    stage: 'running',
    says: [/^Client .+ disconnected: non-matching http origin\.$/],
  },
  'connection.malformed': {
    severity: 'low',
    stage: 'running',
    says: [
      /^Client .+ disconnected(?:: | due to )(?:protocol error|malformed packet|Protocol error)\.$/,
      /^Protocol error from .+$/,
      /^Bad client .+ sending multiple CONNECT messages\.$/,
      /^(?:Invalid|Empty) (?:un)?subscription string from .+$/,
      /^Bad socket read\/write on client (?!local\.).+: (?:Invalid|Unknown|Malformed|Protocol|Retain).*$/,
      /^Client (?!local\.).+ disconnected: bad socket read\/write: (?:Invalid|Unknown|Malformed|Protocol).*$/,
    ],
  },
  'rights.publish': {
    severity: 'low',
    stage: 'running',
    says: [/^Denied PUBLISH from .+ \(d\d, q\d, r\d, m\d+, '.*$/],
  },
  'bridge.incomplete': {
    severity: 'critical',
    stage: 'start',
    says: [/^Invalid bridge configuration: (?<reason>.*?)\.$/],
    rules: ['bridge.incomplete'],
  },
  'bridge.same-name': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Duplicate bridge name ["'](?<name>.*)["']\.$/,
      /^Bridge local_clientid "?(?<name>.*?)"? is not unique\. .*$/,
    ],
    rules: ['bridge.same-name', 'bridge.same-local-clientid'],
  },
  'bridge.not-authorised': {
    severity: 'high',
    stage: 'running',
    says: [/^Connection Refused: (?<reason>.*)$/i],
  },
  'bridge.no-such-name': {
    severity: 'high',
    stage: 'running',
    says: [/^Error resolving bridge address: (?<reason>.*?)\.$/],
  },
  'bridge.unreachable': {
    severity: 'high',
    stage: 'running',
    says: [/^Error creating bridge: (?<reason>.*?)\.$/],
    before: /^Connecting bridge (?:\(step \d\) )?(?<name>\S+) \(.*$/,
  },
  'bridge.drops': {
    severity: 'high',
    stage: 'running',
    least: 3,
    unless: /^bridge\./,
    says: [/^Connecting bridge (?:\(step 1\) )?(?<name>\S+) \((?<address>.*)\)$/],
  },
} as const satisfies SaidFamily;
