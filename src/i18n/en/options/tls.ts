export const tls = {
  certfile: {
    does: 'The listener’s certificate, followed by the chain up to the authority; together with keyfile it switches TLS on.',
    trap: 'On 2.0.11 one of the two alone is taken without a message, and the listener speaks plain text. A websockets listener of 2.0 needs a restart for a new certificate.',
  },
  keyfile: {
    does: 'The private key of certfile.',
    trap: 'A key with a passphrase cannot be used by a service. After a reload with a key that does not fit, the listener refuses everybody.',
  },
  cafile: {
    does: 'The authorities whose client certificates are believed.',
    trap: 'It is not needed for server TLS. On 2.0.11 it alone, without certificate and key, leaves a plain-text listener; later releases refuse it.',
  },
  capath: {
    does: 'A folder of such authorities, each under the name that openssl rehash gives it.',
    trap: 'Without openssl rehash nothing in it is found.',
  },
  crlfile: {
    does: 'The list of client certificates that are no longer valid.',
    trap: 'It counts only together with require_certificate true, and an expired list refuses everybody.',
  },
  require_certificate: {
    does: 'Lets only clients in that show a certificate of one of the authorities.',
    trap: 'Switched on by a reload, everybody is refused until a restart. On 2.1 a reload that fails between the listener and this line switches it off.',
  },
  use_identity_as_username: {
    does: 'Takes the common name of the certificate, or the PSK identity, for the user name.',
    trap: 'Password and given user name are no longer looked at. Without require_certificate every login fails.',
  },
  use_subject_as_username: {
    does: 'Takes the whole subject of the certificate for the user name, as in CN=alice,O=Org.',
    trap: 'Where use_identity_as_username is on too, that one wins.',
  },
  disable_client_cert_date_checks: {
    does: 'Accepts client certificates that are expired or not yet valid.',
    trap: 'Meant for devices without a clock; a certificate that was stolen then works for ever.',
  },
  tls_version: {
    does: 'The lowest version of TLS that clients may speak.',
    trap: 'One version, not a list: `tlsv1.2` allows 1.3 too. A wrong word is noticed only when the listener has a certificate.',
  },
  ciphers: { does: 'Which ciphers are offered up to TLS 1.2, in OpenSSL’s words.' },
  'ciphers_tls1.3': { does: 'Which cipher suites are offered in TLS 1.3, in OpenSSL’s words.' },
  dhparamfile: {
    does: 'The parameters for Diffie-Hellman key exchange; the broker has good ones by itself.',
    trap: 'On 2.0 a missing file stops a TLS listener; 2.1 does not look at the line any more.',
  },
  psk_hint: {
    does: 'Switches TLS with pre-shared keys on, and is told to clients to choose their key by.',
    trap: 'A listener has either this or a certificate, and it needs a psk_file.',
  },
  tls_engine: { does: 'The OpenSSL engine that holds the key, such as a hardware module.' },
  tls_engine_kpass_sha1: {
    does: 'The SHA-1 hash of the password of the key in the engine, in hexadecimal.',
  },
  tls_keyform: { does: 'Whether keyfile names a PEM file or a key in the engine.' },
};
