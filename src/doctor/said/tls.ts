import type { SaidFamily } from './family.ts';
import { openssl } from './words.ts';

const certificate = /^Unable to load server certificate "(?<path>.*)"\. Check certfile\.$/;
const key = /^Unable to load server key file "(?<path>.*)"\. Check keyfile\.$/;

/** Certificates and keys with which no listener can be opened. */
export const tls = {
  'tls.too-weak': {
    severity: 'critical',
    stage: 'start',
    says: [certificate, key],
    more: [openssl],
    needs: /(?:ee key too small|ca md too weak|ca key too small)/,
  },
  'tls.key-encrypted': {
    severity: 'critical',
    stage: 'start',
    says: [key],
    more: [openssl],
    needs: /(?:problems getting password|bad password read)/,
  },
  'tls.key-mismatch': {
    severity: 'critical',
    stage: 'start',
    says: [key, /^Server certificate\/key are inconsistent\.$/],
    more: [openssl],
    needs: /(?:key values mismatch|no certificate assigned|private key mismatch)/,
  },
  'tls.certificate-unread': {
    severity: 'critical',
    stage: 'start',
    says: [certificate],
    more: [openssl],
    needs: /:(?<reason>No such file or directory|Permission denied|Is a directory)$/,
    rules: ['file.missing', 'file.broker-cannot-read'],
  },
  'tls.key-unread': {
    severity: 'critical',
    stage: 'start',
    says: [key],
    more: [openssl],
    needs: /:(?<reason>No such file or directory|Permission denied|Is a directory)$/,
    rules: ['file.missing', 'file.broker-cannot-read'],
  },
  'tls.not-pem': { severity: 'critical', stage: 'start', says: [certificate, key], more: [openssl] },
  'tls.half-pair': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^(?<reason>Both certfile and keyfile must be provided to enable a TLS listener)\.$/,
      /^(?<reason>cafile specified without certfile and keyfile)\.$/,
      /^(?:'\w+': )?(?<reason>Cannot use both certificate and psk encryption in a single (?:listener|bridge))\.$/,
    ],
    rules: ['listener.half-tls', 'listener.certificate-and-psk', 'bridge.certificate-and-psk'],
  },
  'tls.authority-unread': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to load CA certificates\. Check cafile "(?<path>.*)"\.$/],
    more: [openssl],
    rules: ['file.missing', 'file.broker-cannot-read'],
  },
  'tls.revocations-unread': {
    severity: 'critical',
    stage: 'start',
    says: [/^Unable to load certificate revocation file "(?<path>.*)"\. Check crlfile\.$/],
    more: [openssl, /^(?:No such file or directory|Protocol not available|Permission denied|Success)$/],
    rules: ['file.missing', 'file.broker-cannot-read'],
  },
  'tls.bad-setting': {
    severity: 'critical',
    stage: 'start',
    says: [
      /^Unsupported tls_version "(?<value>.*)"\.$/,
      /^Unable to set TLS (?:1\.3 )?cipher(?:s|suites)\. Check (?:cipher list|cipher_tls13 list) "(?<value>.*)"\.$/,
      /^Error loading dhparamfile "(?<value>.*)"\.$/,
      /^Error loading (?<value>\S+) engine$/,
    ],
    more: [openssl],
    rules: ['listener.tls-version', 'listener.ciphers', 'file.missing'],
  },
  'reload.certificate': {
    severity: 'high',
    stage: 'running',
    until: 'reload',
    says: [/^Error when reloading certificate '(?<path>.*)' or key '.*'\.$/],
  },
} as const satisfies SaidFamily;
