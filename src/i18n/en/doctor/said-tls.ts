type AtPath = { path: string };
type Why = { reason: string };

/** Causes that the broker speaks of: certificates, and handshakes that fail. */
export const saidTls = {
  'doctor.title.tls.certificate-unread': 'The certificate cannot be read',
  'doctor.said.tls.certificate-unread.cause': (p: AtPath & Why) =>
    `The broker cannot read the certificate ${p.path} (${p.reason})`,
  'doctor.said.tls.certificate-unread.fix':
    'Put it there and let the broker’s user read it; a link into /etc/letsencrypt is closed to it.',
  'doctor.title.tls.key-unread': 'The key of the certificate cannot be read',
  'doctor.said.tls.key-unread.cause': (p: AtPath & Why) =>
    `The broker cannot read the key ${p.path} (${p.reason})`,
  'doctor.said.tls.key-unread.fix': 'Put it there and let the broker’s user own it, mode 0600.',
  'doctor.title.tls.not-pem': 'A certificate or key that is none',
  'doctor.said.tls.not-pem.cause': (p: AtPath) =>
    `${p.path} is not what it should be: a certificate or a key as PEM, which begins with -----BEGIN`,
  'doctor.said.tls.not-pem.fix':
    'See that certfile and keyfile are not swapped, and that the file is whole; DER becomes PEM with openssl x509 -inform der.',
  'doctor.title.tls.too-weak': 'A certificate that is too weak',
  'doctor.said.tls.too-weak.cause':
    'OpenSSL refuses the certificate: its key is too short, or it is signed with SHA-1',
  'doctor.said.tls.too-weak.fix': 'Have it issued anew with a key of 2048 bits or more and SHA-256.',
  'doctor.title.tls.key-mismatch': 'Certificate and key do not belong together',
  'doctor.said.tls.key-mismatch.cause': 'The key is not that of the certificate',
  'doctor.said.tls.key-mismatch.fix':
    'Put the pair there that was made together; openssl x509 -pubkey and openssl pkey -pubout must show the same.',
  'doctor.title.tls.key-encrypted': 'A key with a passphrase',
  'doctor.said.tls.key-encrypted.cause': (p: AtPath) =>
    `The key ${p.path} is encrypted, and a service has nobody to ask for the passphrase`,
  'doctor.said.tls.key-encrypted.fix': 'Take the passphrase off with openssl pkey, and keep the file 0600.',
  'doctor.title.tls.half-pair': 'TLS options that do not go together',
  'doctor.said.tls.half-pair.cause': (p: Why) =>
    `A listener or a bridge is told half, or too much (${p.reason})`,
  'doctor.said.tls.half-pair.fix':
    'A TLS listener needs certfile and keyfile, both; certificates and PSK exclude each other.',
  'doctor.title.tls.authority-unread': 'The CA certificates cannot be read',
  'doctor.said.tls.authority-unread.cause': (p: AtPath) =>
    `The broker cannot read the CA certificates ${p.path}: the file is not there, is closed, or holds none`,
  'doctor.said.tls.authority-unread.fix': 'Put the certificate of the CA there, as PEM.',
  'doctor.title.tls.revocations-unread': 'The list of revoked certificates cannot be read',
  'doctor.said.tls.revocations-unread.cause': (p: AtPath) =>
    `The broker cannot read the revocation list ${p.path}`,
  'doctor.said.tls.revocations-unread.fix':
    'Put the list of your CA there, as PEM, or take the crlfile line out.',
  'doctor.title.tls.bad-setting': 'A TLS setting that OpenSSL does not take',
  'doctor.said.tls.bad-setting.cause': (p: { value: string }) => `OpenSSL does not take ${p.value}`,
  'doctor.said.tls.bad-setting.fix':
    'tls_version takes tlsv1.2 and tlsv1.3; openssl ciphers lists the ciphers of this machine.',
  'doctor.title.reload.certificate': 'A new certificate was not taken',
  'doctor.said.reload.certificate.cause': (p: AtPath) =>
    `At the last reload the broker could not take ${p.path}: it goes on with the old certificate, until that runs out`,
  'doctor.said.reload.certificate.fix': 'Put certificate and key right, then reload.',
  'doctor.title.tls.client-distrusts': 'Clients that do not trust the certificate',
  'doctor.said.tls.client-distrusts.cause':
    'A client broke off: it does not know the CA that signed the broker’s certificate',
  'doctor.said.tls.client-distrusts.fix':
    'Give the client the certificate of the CA (--cafile); certfile needs the whole chain.',
  'doctor.title.tls.client-refuses': 'Clients that refuse the certificate',
  'doctor.said.tls.client-refuses.cause':
    'A client broke off: for it the broker’s certificate has run out, or is for another name',
  'doctor.said.tls.client-refuses.fix':
    'See openssl x509 -noout -dates -ext subjectAltName -in CERTFILE: clients must call the broker by one of these names.',
  'doctor.title.tls.client-without-certificate': 'Clients without a certificate',
  'doctor.said.tls.client-without-certificate.cause':
    'A client showed no certificate, and this listener asks for one (require_certificate)',
  'doctor.said.tls.client-without-certificate.fix': 'Give the client a certificate of your CA, and its key.',
  'doctor.title.tls.client-untrusted': 'Clients whose certificate does not count',
  'doctor.said.tls.client-untrusted.cause':
    'The certificate of a client is not from the CA of this listener, has run out, or was revoked',
  'doctor.said.tls.client-untrusted.fix':
    'Look at it with openssl verify -CAfile CAFILE CLIENT.crt, and at its dates.',
  'doctor.title.tls.no-common-version': 'No common version of TLS',
  'doctor.said.tls.no-common-version.cause':
    'A client speaks only versions of TLS that the broker does not take any more',
  'doctor.said.tls.no-common-version.fix':
    'Update the client; tls_version tells which versions the listener takes.',
  'doctor.title.tls.no-common-cipher': 'No common cipher',
  'doctor.said.tls.no-common-cipher.cause': 'Client and broker have no cipher in common',
  'doctor.said.tls.no-common-cipher.fix': 'Update the client, or widen the ciphers of the listener.',
};
