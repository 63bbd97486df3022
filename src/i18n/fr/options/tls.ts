export const tls = {
  certfile: {
    does: 'Le certificat du listener, suivi de la chaîne jusqu’à l’autorité ; avec keyfile, il active TLS.',
    trap: 'Avec 2.0.11, l’un des deux seul est accepté sans message, et le listener parle en clair. Un listener websockets de 2.0 demande un redémarrage pour un nouveau certificat.',
  },
  keyfile: {
    does: 'La clé privée de certfile.',
    trap: 'Un service ne peut pas utiliser une clé protégée par une phrase secrète. Après un rechargement avec une clé qui ne va pas avec le certificat, le listener refuse tout le monde.',
  },
  cafile: {
    does: 'Les autorités dont les certificats de clients sont crus.',
    trap: 'Elle n’est pas nécessaire au TLS du serveur. Avec 2.0.11, seule, sans certificat ni clé, elle laisse un listener en clair ; les versions suivantes la refusent.',
  },
  capath: {
    does: 'Un dossier de telles autorités, chacune sous le nom que lui donne openssl rehash.',
    trap: 'Sans openssl rehash, rien n’y est trouvé.',
  },
  crlfile: {
    does: 'La liste des certificats de clients qui ne sont plus valables.',
    trap: 'Elle ne compte qu’avec require_certificate true, et une liste périmée fait refuser tout le monde.',
  },
  require_certificate: {
    does: 'Ne laisse entrer que les clients qui montrent un certificat d’une des autorités.',
    trap: 'Activée par un rechargement, elle fait refuser tout le monde jusqu’au redémarrage. Avec 2.1, un rechargement qui échoue entre le listener et cette ligne la désactive.',
  },
  use_identity_as_username: {
    does: 'Prend pour nom d’utilisateur le nom commun (CN) du certificat, ou l’identité PSK.',
    trap: 'Le mot de passe et le nom donnés ne sont plus regardés. Sans require_certificate, toute connexion échoue.',
  },
  use_subject_as_username: {
    does: 'Prend pour nom d’utilisateur le sujet entier du certificat, comme CN=alice,O=Org.',
    trap: 'Si use_identity_as_username est active aussi, c’est elle qui l’emporte.',
  },
  disable_client_cert_date_checks: {
    does: 'Accepte les certificats de clients périmés ou pas encore valables.',
    trap: 'Prévue pour les appareils sans horloge ; un certificat volé sert alors pour toujours.',
  },
  tls_version: {
    does: 'La plus basse version de TLS que les clients peuvent parler.',
    trap: 'Une version, pas une liste : `tlsv1.2` permet aussi 1.3. Un mot faux n’est remarqué que si le listener a un certificat.',
  },
  ciphers: { does: 'Les chiffrements proposés jusqu’à TLS 1.2, dans les mots d’OpenSSL.' },
  'ciphers_tls1.3': {
    does: 'Les suites de chiffrement proposées en TLS 1.3, dans les mots d’OpenSSL.',
  },
  dhparamfile: {
    does: 'Les paramètres de l’échange de clés Diffie-Hellman ; le broker en a de bons de lui-même.',
    trap: 'Avec 2.0, un fichier manquant arrête un listener TLS ; 2.1 ne regarde plus cette ligne.',
  },
  psk_hint: {
    does: 'Active TLS à clés pré-partagées, et dit aux clients d’après quoi choisir leur clé.',
    trap: 'Un listener a soit cette ligne, soit un certificat, et il lui faut un psk_file.',
  },
  tls_engine: { does: 'Le moteur OpenSSL qui détient la clé, par exemple un module matériel.' },
  tls_engine_kpass_sha1: {
    does: 'Le hachage SHA-1, en hexadécimal, du mot de passe de la clé que détient le moteur.',
  },
  tls_keyform: { does: 'Si keyfile nomme un fichier PEM ou une clé du moteur.' },
};
