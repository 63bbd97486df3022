import type { saidTls as English } from '../../en/doctor/said-tls.ts';
import type { Same } from '../../messages.ts';

export const saidTls: Same<typeof English> = {
  'doctor.title.tls.certificate-unread': 'Le certificat ne peut pas être lu',
  'doctor.said.tls.certificate-unread.cause': (p) =>
    `Le broker ne peut pas lire le certificat ${p.path} (${p.reason})`,
  'doctor.said.tls.certificate-unread.fix':
    'Mettez-le en place et donnez à l’utilisateur du broker le droit de le lire\u00a0; un lien vers /etc/letsencrypt lui est fermé.',
  'doctor.title.tls.key-unread': 'La clé du certificat ne peut pas être lue',
  'doctor.said.tls.key-unread.cause': (p) => `Le broker ne peut pas lire la clé ${p.path} (${p.reason})`,
  'doctor.said.tls.key-unread.fix': 'Mettez-la en place et donnez-la à l’utilisateur du broker, mode 0600.',
  'doctor.title.tls.not-pem': 'Un certificat ou une clé qui n’en est pas',
  'doctor.said.tls.not-pem.cause': (p) =>
    `${p.path} n’est pas ce qu’il devrait être\u00a0: un certificat ou une clé en PEM, qui commence par -----BEGIN`,
  'doctor.said.tls.not-pem.fix':
    'Voyez si certfile et keyfile ne sont pas échangés, et si le fichier est entier\u00a0; le DER devient PEM avec openssl x509 -inform der.',
  'doctor.title.tls.too-weak': 'Un certificat trop faible',
  'doctor.said.tls.too-weak.cause':
    'OpenSSL refuse le certificat\u00a0: sa clé est trop courte, ou il est signé avec SHA-1',
  'doctor.said.tls.too-weak.fix': 'Faites-le refaire avec une clé d’au moins 2048 bits et SHA-256.',
  'doctor.title.tls.key-mismatch': 'Le certificat et la clé ne vont pas ensemble',
  'doctor.said.tls.key-mismatch.cause': 'La clé n’est pas celle du certificat',
  'doctor.said.tls.key-mismatch.fix':
    'Mettez en place la paire faite ensemble\u00a0; openssl x509 -pubkey et openssl pkey -pubout doivent montrer la même chose.',
  'doctor.title.tls.key-encrypted': 'Une clé avec une phrase secrète',
  'doctor.said.tls.key-encrypted.cause': (p) =>
    `La clé ${p.path} est chiffrée, et un service n’a personne à qui demander la phrase secrète`,
  'doctor.said.tls.key-encrypted.fix':
    'Retirez la phrase secrète avec openssl pkey, et gardez le fichier en 0600.',
  'doctor.title.tls.half-pair': 'Des options TLS qui ne vont pas ensemble',
  'doctor.said.tls.half-pair.cause': (p) => `Un listener ou un pont en dit trop peu, ou trop (${p.reason})`,
  'doctor.said.tls.half-pair.fix':
    'Un listener TLS demande certfile et keyfile, les deux\u00a0; certificats et PSK s’excluent.',
  'doctor.title.tls.authority-unread': 'Les certificats de l’autorité ne peuvent pas être lus',
  'doctor.said.tls.authority-unread.cause': (p) =>
    `Le broker ne peut pas lire les certificats de l’autorité ${p.path}\u00a0: le fichier est absent, fermé, ou n’en contient aucun`,
  'doctor.said.tls.authority-unread.fix': 'Mettez-y le certificat de l’autorité, en PEM.',
  'doctor.title.tls.revocations-unread': 'La liste des certificats révoqués ne peut pas être lue',
  'doctor.said.tls.revocations-unread.cause': (p) =>
    `Le broker ne peut pas lire la liste de révocation ${p.path}`,
  'doctor.said.tls.revocations-unread.fix':
    'Mettez-y la liste de votre autorité, en PEM, ou retirez la ligne crlfile.',
  'doctor.title.tls.bad-setting': 'Un réglage TLS qu’OpenSSL n’accepte pas',
  'doctor.said.tls.bad-setting.cause': (p) => `OpenSSL n’accepte pas ${p.value}`,
  'doctor.said.tls.bad-setting.fix':
    'tls_version accepte tlsv1.2 et tlsv1.3\u00a0; openssl ciphers liste les chiffrements de cette machine.',
  'doctor.title.reload.certificate': 'Un nouveau certificat n’a pas été pris',
  'doctor.said.reload.certificate.cause': (p) =>
    `Au dernier rechargement, le broker n’a pas pu prendre ${p.path}\u00a0: il continue avec l’ancien certificat, jusqu’à l’expiration de celui-ci`,
  'doctor.said.reload.certificate.fix': 'Remettez en ordre le certificat et la clé, puis rechargez.',
  'doctor.title.tls.client-distrusts': 'Des clients qui ne font pas confiance au certificat',
  'doctor.said.tls.client-distrusts.cause':
    'Un client a rompu\u00a0: il ne connaît pas l’autorité qui a signé le certificat du broker',
  'doctor.said.tls.client-distrusts.fix':
    'Donnez au client le certificat de l’autorité (--cafile)\u00a0; certfile doit contenir toute la chaîne.',
  'doctor.title.tls.client-refuses': 'Des clients qui refusent le certificat',
  'doctor.said.tls.client-refuses.cause':
    'Un client a rompu\u00a0: pour lui le certificat du broker a expiré, ou vaut pour un autre nom',
  'doctor.said.tls.client-refuses.fix':
    'Voyez openssl x509 -noout -dates -ext subjectAltName -in CERTFILE\u00a0: les clients doivent appeler le broker par l’un de ces noms.',
  'doctor.title.tls.client-without-certificate': 'Des clients sans certificat',
  'doctor.said.tls.client-without-certificate.cause':
    'Un client n’a pas montré de certificat, et ce listener en demande un (require_certificate)',
  'doctor.said.tls.client-without-certificate.fix':
    'Donnez au client un certificat de votre autorité, et sa clé.',
  'doctor.title.tls.client-untrusted': 'Des clients dont le certificat ne compte pas',
  'doctor.said.tls.client-untrusted.cause':
    'Le certificat d’un client n’est pas de l’autorité de ce listener, a expiré ou a été révoqué',
  'doctor.said.tls.client-untrusted.fix':
    'Examinez-le avec openssl verify -CAfile CAFILE CLIENT.crt, ainsi que ses dates.',
  'doctor.title.tls.no-common-version': 'Aucune version de TLS en commun',
  'doctor.said.tls.no-common-version.cause':
    'Un client ne parle que des versions de TLS que le broker n’accepte plus',
  'doctor.said.tls.no-common-version.fix':
    'Mettez à jour le client\u00a0; tls_version dit quelles versions accepte le listener.',
  'doctor.title.tls.no-common-cipher': 'Aucun chiffrement en commun',
  'doctor.said.tls.no-common-cipher.cause': 'Le client et le broker n’ont aucun chiffrement en commun',
  'doctor.said.tls.no-common-cipher.fix':
    'Mettez à jour le client, ou élargissez les chiffrements du listener.',
};
