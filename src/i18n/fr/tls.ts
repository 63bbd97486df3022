import type { tls as english } from '../en/tls.ts';
import type { Same } from '../messages.ts';

export const tls: Same<typeof english> = {
  'spec.tls.name': (p) =>
    `${p.value} n’est ni un nom de domaine ni une adresse\u00a0: aucun certificat ne peut le désigner`,
  'spec.tls.email': (p) => `${p.value} n’est pas une adresse électronique`,
  'spec.tls.directory': (p) =>
    `${p.value} n’est pas l’adresse d’un annuaire ACME\u00a0: elle commence par https://`,
  'spec.tls.noAcme': 'Pour demander un certificat à une autorité ACME, il faut savoir pour quel domaine.',
  'spec.tls.noAcmeFix':
    'Écrivez «\u00a0acme:\u00a0» avec «\u00a0domains: [mqtt.example.org]\u00a0» plus bas, comme une partie à elle seule.',
  'spec.tls.acmeNowhere':
    'Aucun listener n’a «\u00a0tls: acme\u00a0»\u00a0: personne ne présenterait ce certificat.',
  'spec.tls.pair':
    '«\u00a0certificate\u00a0» et «\u00a0key\u00a0» vont ensemble\u00a0: il faut les deux chemins.',
  'spec.tls.caAlone': '«\u00a0ca\u00a0» dit qui a signé votre propre certificat, et aucun n’est nommé ici.',
  'spec.tls.caAloneFix':
    'Nommez aussi «\u00a0certificate\u00a0» et «\u00a0key\u00a0», ou «\u00a0client_ca\u00a0» pour qui signe les certificats des clients.',
  'spec.tls.needsClients': (p) =>
    `«\u00a0${p.key}\u00a0» concerne les certificats des clients, que «\u00a0clients\u00a0» demande\u00a0: écrivez «\u00a0clients: identity\u00a0».`,
  'spec.tls.crlAlone':
    'Notre propre autorité a déjà sa liste de révocation\u00a0; «\u00a0client_crl\u00a0» va avec «\u00a0client_ca\u00a0».',
  'spec.tls.flagsPair': '--cert et --key vont ensemble\u00a0: il faut les deux',
  'spec.tls.flagsTwo': '--acme obtient un certificat, --cert en apporte un\u00a0: l’un ou l’autre',
  'spec.tls.flagsDomain': '--acme doit savoir pour quel domaine\u00a0: --domain mqtt.example.org',
  'spec.tls.flagsAcme': '--domain, --email et --acme-server vont avec --acme',
  'spec.tls.extra':
    'Ce que dit «\u00a0tls\u00a0» ne peut pas figurer aussi dans «\u00a0extra\u00a0» du même listener.',
  'spec.tls.internet': (p) =>
    `Le profil «\u00a0internet\u00a0» n’a pas de listener en clair accessible aux autres, et «\u00a0${p.listener}\u00a0» en est un\u00a0: chacun sur le chemin lirait les mots de passe.`,
  'spec.tls.internetFix':
    'Écrivez «\u00a0tls: own\u00a0», «\u00a0tls: acme\u00a0» ou «\u00a0bind: loopback\u00a0».',
  'tls.option.name':
    'nom ou adresse sous lequel les clients connaissent cette machine, pour son certificat\u00a0; répétable',
  'tls.option.cert': 'votre propre certificat, PEM, sa chaîne à la suite',
  'tls.option.key': 'sa clé privée, PEM',
  'tls.option.ca': 'l’autorité qui l’a signé, si les clients ne la connaissent pas d’avance',
  'tls.option.acme': 'obtenir le certificat d’une autorité ACME (Let’s Encrypt)',
  'tls.option.domain': 'le domaine qu’il désigne\u00a0; répétable',
  'tls.option.email': 'où l’autorité écrit avant la fin d’un certificat',
  'tls.option.acmeServer': 'l’annuaire d’une autre autorité',
  'tls.option.passphrase':
    'fichier contenant la phrase secrète de la clé de notre autorité, ou - pour l’entrée standard',
  'tls.command':
    'les certificats\u00a0: notre propre autorité, ce qu’elle signe pour le broker et ses clients, ce qui est présenté',
  'tls.arg.action': 'init, server, client, renew, revoke ou status',
  'tls.arg.name': 'd’un client',
  'tls.option.certificate':
    'un certificat de notre autorité l’accompagne\u00a0; sans option de mot de passe, c’est la seule entrée',
  'tls.option.needsCertificate': (p) => `${p.option} va avec --certificate`,
  'tls.option.certWithin': 'échoue si un certificat expire dans ce délai, par exemple 21d',
  'tls.option.certWithinTime': (p) =>
    `--cert-within est une durée, comme 21d ou 12h, et ${p.value} n’en est pas une`,
  'tls.option.firewall':
    'faire laisser entrer, par ufw, firewalld ou nftables s’il est en marche, ce que d’autres doivent atteindre',
  'tls.why.firewall': 'Pour que d’autres atteignent le broker à travers le pare-feu de cette machine.',
  'tls.why.firewallKept':
    'nftables oublie ce qu’on lui a dit chaque fois qu’il lit son propre fichier, qui reste le vôtre\u00a0: les ports sont rouverts après lui.',
  'tls.why.firewallShut': 'Plus personne n’y écoute pour d’autres, et il avait été ouvert pour cela.',
  'tls.firewall.same': (p) => `${p.tool} est comme il doit être au port TCP ${p.port}`,
  'tls.option.out': 'le dossier de ce qu’il faut au client\u00a0; par défaut un dossier à son nom, ici',
  'tls.option.p12': 'le tout aussi en un fichier PKCS#12, avec un mot de passe montré une seule fois',
  'tls.option.force': 'le refaire, quoi qu’il y ait',
  'tls.action.unknown': (p) => `tls ne connaît pas «\u00a0${p.name}\u00a0»\u00a0; il connaît ${p.names}`,
  'tls.action.option': (p) => `${p.option} va avec tls ${p.actions}`,
  'tls.client.name': (p) =>
    `«\u00a0${p.name}\u00a0» ne peut pas figurer dans un certificat de notre autorité\u00a0: seulement des lettres ASCII, des chiffres et . _ @ -, 64 au plus`,
  'tls.client.nameFix':
    'Le nom d’un client dans son certificat est son nom d’utilisateur\u00a0; choisissez-en un autre pour ce compte.',
  'tls.client.done': (p) => `Ce qu’il faut à ${p.name} est dans ${p.folder}\u00a0:`,
  'tls.client.ca': 'à qui il doit faire confiance',
  'tls.client.pair': 'son certificat et sa clé\u00a0: la clé est comme un mot de passe',
  'tls.client.store': (p) => `le tout en un fichier\u00a0; mot de passe ${p.password}, montré une seule fois`,
  'tls.client.nowhere':
    'Aucun listener ne demande encore de certificat\u00a0: écrivez «\u00a0clients: identity\u00a0» sous le «\u00a0tls:\u00a0» de l’un d’eux, dans broker.yaml.',
  'tls.client.noAccount': (p) =>
    `Il n’y a pas de compte ${p.name}\u00a0: avec ce certificat il peut se connecter, sans rien pouvoir faire. mqtt-setup add-user ${p.name} lui donne des droits.`,
  'tls.revoke.unknown': (p) => `notre autorité n’a rien signé pour ${p.name}`,
  'tls.revoke.unknownFix': 'mqtt-setup tls status donne la liste de ce qu’elle a signé.',
  'tls.revoke.already': (p) => `ce que notre autorité a signé pour ${p.name} est déjà révoqué`,
  'tls.revoke.connected':
    'Qui est connecté avec le reste jusqu’à la fin de sa connexion\u00a0: mqtt-setup restart les ferme toutes.',
  'tls.revoke.nowhere':
    'Aucun listener ne demande de certificat\u00a0: personne ne consulte encore cette liste.',
  'tls.uninstall.kept': (p) =>
    `Notre propre autorité reste dans ${p.path}\u00a0: des clients lui font confiance.`,
  'tls.status.none':
    'Aucun listener ne parle TLS. mqtt-setup tls server fait un certificat et un listener sur le port 8883.',
  'tls.status.authority': 'Notre propre autorité\u00a0:',
  'tls.status.trust': (p) => `Les clients doivent lui faire confiance\u00a0: donnez-leur ${p.path}`,
  'tls.status.unread': (p) => `aucun certificat n’est lisible dans ${p.path}`,
  'tls.status.from.own': 'signé par notre propre autorité',
  'tls.status.from.acme': 'd’une autorité ACME',
  'tls.status.from.files': 'de vos fichiers',
  'tls.status.clients.identity':
    'Les clients présentent un certificat\u00a0; son nom commun est leur nom d’utilisateur.',
  'tls.status.clients.subject':
    'Les clients présentent un certificat\u00a0; son sujet entier est leur nom d’utilisateur.',
  'tls.status.clients.password': 'Les clients présentent un certificat, et leur mot de passe.',
  'tls.status.clients': 'Signé pour des clients\u00a0:',
  'tls.status.revoked': (p) => `révoqué le ${p.date}`,
  'tls.status.until': (p) => `jusqu’au ${p.date} (${p.days} jours)`,
  'tls.status.ended': (p) => `expiré le ${p.date}`,
  'tls.status.byHand': (p) =>
    `Rien ne les renouvelle de soi-même ici. Faites lancer chaque jour par cron\u00a0: ${p.command}`,
  'tls.status.try': 'Essayez\u00a0:',
  'tls.card.authority': (p) => `les clients en TLS doivent se fier à ${p.path}\u00a0: donnez-le-leur`,
  'tls.card.ports': (p) =>
    `si un pare-feu est devant cette machine, ces ports TCP doivent y être ouverts\u00a0: ${p.ports}`,
  'tls.card.firewall': (p) =>
    `${p.firewall} est en marche\u00a0: pour que d’autres atteignent le broker, il doit laisser entrer ${p.ports}`,
  'tls.why.authority':
    'notre propre autorité\u00a0: elle signe les certificats de ce broker et de ses clients',
  'tls.why.authorityKey':
    'la clé de notre autorité, pour root seul\u00a0: qui l’a peut se faire passer pour ce broker',
  'tls.why.issued': 'ce que notre autorité a signé\u00a0: pour révoquer, et pour tls status',
  'tls.why.published': 'ce à quoi les clients doivent faire confiance',
  'tls.why.server': 'ce que le broker présente à ses clients',
  'tls.why.serverKey': 'la clé de ce certificat, pour le broker seul',
  'tls.why.revoked': 'les certificats de clients qui ne valent plus',
  'tls.why.probe': 'fait entrer nos propres vérifications là où il faut un certificat',
  'tls.why.copy': (p) => `une copie de ${p.path}, que le broker peut lire`,
  'tls.why.folder': 'où sont les certificats et les clés',
  'tls.why.renew': 'Les certificats expirent\u00a0: chaque jour, on regarde si l’un est à refaire.',
  'tls.why.renewLook':
    'Un autre programme renouvelle ce certificat\u00a0: le broker le présente dans la minute.',
  'tls.why.noRenewal': 'Plus aucun listener n’a de certificat qui en aurait besoin.',
  'tls.why.certbot': 'il obtient les certificats de l’autorité, et les renouvelle de lui-même',
  'tls.why.acme':
    'L’autorité demande sur le port 80 de cette machine si le domaine est à vous, et signe le certificat. Avec --acme vous acceptez ses conditions.',
  'tls.why.openssl': 'les certificats sont faits avec',
  'tls.made.authority': (p) =>
    `(fait à l’application\u00a0: l’autorité «\u00a0${p.name}\u00a0», jusqu’au ${p.until})`,
  'tls.made.server': (p) =>
    `(fait à l’application\u00a0: un certificat pour ${p.names}, jusqu’au ${p.until})`,
  'tls.made.client': (p) =>
    `(fait à l’application\u00a0: un certificat pour ${p.name}, valable jusqu’au ${p.until})`,
  'tls.made.key': '(fait à l’application\u00a0: une clé privée)',
  'tls.made.entries': (p) =>
    `(signatures\u00a0: ${p.made}${p.revoked > 0 ? `, révocations\u00a0: ${p.revoked}` : ''}\u00a0; inscrites à l’application)`,
  'tls.made.list': '(fait à l’application\u00a0: signé par notre autorité)',
  'tls.reason.missing': 'il n’y en a pas encore',
  'tls.reason.unreadable': 'ce qui est là n’est pas un certificat avec sa clé',
  'tls.reason.pair': 'le certificat et la clé ne vont pas ensemble',
  'tls.reason.authority': 'notre autorité d’aujourd’hui ne l’a pas signé',
  'tls.reason.names': (p) => `il ne désigne pas ${p.names}`,
  'tls.reason.ends': (p) => `il expire le ${p.until}`,
  'tls.reason.early': (p) => `il ne vaut qu’à partir du ${p.from}\u00a0: l’horloge était-elle fausse\u00a0?`,
  'tls.reason.key': 'un autre genre de clé est demandé',
  'tls.reason.asked': 'c’est demandé',
  'tls.note.renews': (p) => `Un nouveau certificat pour ${p.what}\u00a0: ${p.reason}.`,
  'tls.note.newAuthority': (p) =>
    `Une nouvelle autorité\u00a0: ${p.reason}. Il faut donner son certificat aux clients, et de nouveaux certificats à ceux qui en ont de l’ancienne.`,
  'tls.authority.noKey': (p) =>
    `notre autorité devrait signer un certificat, et sa clé ${p.path} n’est pas là`,
  'tls.authority.noKeyFix': (p) =>
    `Remettez-la de là où vous la gardez, ou faites une nouvelle autorité, que chaque client devra connaître\u00a0: ${p.command}`,
  'tls.authority.half': (p) =>
    `${p.key} est là, et son certificat ${p.certificate} n’y est pas\u00a0: une nouvelle autorité écraserait la clé`,
  'tls.authority.halfFix': 'Remettez le certificat, ou mettez la clé en lieu sûr.',
  'tls.authority.encrypted': (p) => `la clé de notre autorité ${p.path} demande une phrase secrète`,
  'tls.authority.encryptedFix':
    'Donnez-la avec --ca-passphrase-file CHEMIN (ou «\u00a0-\u00a0» pour l’entrée standard).',
  'tls.authority.early': (p) =>
    `notre autorité ne commence que le ${p.from}, et l’horloge de cette machine dit ${p.now}\u00a0: l’une des deux se trompe`,
  'tls.authority.again': (p) =>
    `Voyez d’abord l’horloge (timedatectl). Une nouvelle autorité, que chaque client devra connaître\u00a0: ${p.command}`,
  'tls.authority.passphrase': 'la phrase secrète n’ouvre pas la clé de notre autorité',
  'tls.authority.ended': (p) =>
    `notre autorité a expiré le ${p.until}\u00a0: rien de ce qu’elle signe ne vaut plus`,
  'tls.openssl.missing': 'les certificats sont faits avec openssl, qui n’est pas là',
  'tls.openssl.missingFix': 'Installez-le\u00a0: sudo apt install openssl',
  'tls.openssl.failed': (p) => `${p.command} a échoué\u00a0: ${p.text}`,
  'tls.openssl.wrong': 'ce qu’openssl a fait n’est pas ce qui était demandé',
  'tls.passphrase.length': 'Une phrase secrète a de 4 à 1023 octets, sur la première ligne de son fichier.',
  'tls.acme.port': (p) => `il faut répondre à l’autorité sur le port 80, et ${p.process} y écoute`,
  'tls.acme.portFix':
    'Faites obtenir le certificat par le serveur web (certbot --nginx, --apache, --webroot, ou Caddy), puis nommez ses fichiers\u00a0: --cert et --key.',
  'tls.remote.untrusted': (p) => `le pont ${p.bridge} ne peut pas se fier à ${p.remote} (${p.reason})`,
  'tls.remote.away': (p) =>
    `${p.remote}, où va le pont ${p.bridge}, ne répond pas en TLS pour l’instant (${p.reason})\u00a0; le pont continue d’essayer`,
  'tls.remote.fix':
    'Nommez l’autorité qui a signé son certificat («\u00a0ca\u00a0»), et appelez-le par un nom qui figure dans ce certificat.',
  'tls.acme.nothing': 'certbot a bien fini, et il n’y a pas de certificat',
  'tls.file.missing': (p) => `${p.path} n’existe pas`,
  'tls.file.unread': (p) => `${p.path} est illisible (${p.errno})`,
  'tls.file.der': (p) => `${p.path} est en DER, et le broker lit du PEM`,
  'tls.file.pkcs12': (p) => `${p.path} est en PKCS#12, et le broker lit du PEM`,
  'tls.file.none': (p) => `${p.path} ne contient aucun certificat en PEM`,
  'tls.file.broken': (p) => `un certificat de ${p.path} est illisible\u00a0: coupé ou modifié`,
  'tls.file.isKey': (p) => `${p.path} est une clé privée, et un certificat était attendu`,
  'tls.file.isCertificate': (p) => `${p.path} est un certificat, et une clé privée était attendue`,
  'tls.file.noKey': (p) => `${p.path} ne contient aucune clé privée en PEM`,
  'tls.file.encrypted': (p) =>
    `la clé ${p.path} demande une phrase secrète, que personne ne donne au broker quand il démarre`,
  'tls.file.swapped': 'Le certificat et la clé semblent échangés.',
  'tls.file.notPair': (p) =>
    `${p.key} n’est pas la clé de ${p.certificate}\u00a0: aucun client ne pourrait se connecter`,
  'tls.file.authority': (p) =>
    `le premier certificat de ${p.path} («\u00a0${p.name}\u00a0») est celui d’une autorité, non d’un serveur`,
  'tls.file.order': (p) =>
    `la chaîne de ${p.path} n’est pas en ordre\u00a0: «\u00a0${p.name}\u00a0» n’est pas suivi de «\u00a0${p.issuer}\u00a0», qui l’a signé`,
  'tls.file.orderFix': 'Le certificat du serveur vient d’abord, puis celui qui l’a signé, et ainsi de suite.',
  'tls.file.noNames': (p) =>
    `le certificat de ${p.path} ne désigne aucun nom (subjectAltName)\u00a0: aucun client d’aujourd’hui ne l’accepte`,
  'tls.file.ended': (p) => `${p.path} a expiré le ${p.until}`,
  'tls.file.early': (p) =>
    `${p.path} ne vaut qu’à partir du ${p.from}, et l’horloge de cette machine dit ${p.now}`,
  'tls.file.earlyFix': 'Voyez d’abord l’horloge\u00a0: timedatectl',
  'tls.file.notSigned': (p) =>
    `${p.path} ne mène pas à ${p.ca}\u00a0: les clients qui lui font confiance refuseraient`,
  'tls.file.purpose.server': (p) =>
    `le certificat de ${p.path} n’est pas pour des serveurs (extendedKeyUsage)`,
  'tls.file.purpose.client': (p) =>
    `le certificat de ${p.path} n’est pas pour des clients (extendedKeyUsage)`,
  'tls.file.weak': (p) => `le certificat de ${p.path} a ${p.what}\u00a0: OpenSSL le refuse aujourd’hui`,
  'tls.file.notCa': (p) =>
    `«\u00a0${p.name}\u00a0» dans ${p.path} n’est pas une autorité\u00a0: il n’a rien pu signer`,
  'tls.file.crl': (p) => `${p.path} n’est pas une liste de révocation en PEM`,
};
