import type { lintFiles as english } from '../en/lint-files.ts';
import type { Same } from '../messages.ts';

export const lintFiles: Same<typeof english> = {
  'lint.file.own': (p: { command: string }) => `Lancez\u00a0: ${p.command}`,

  'lint.file.missing.title': 'Un fichier nommé n’existe pas',
  'lint.file.missing.why':
    'Le broker s’arrête quand il ne peut pas ouvrir ses fichiers de mots de passe, d’ACL, de greffon ou de certificat\u00a0; un greffon ou un pont échoue plus tard.',
  'lint.file.missing.found': (p: { path: string }) => `${p.path} n’existe pas`,
  'lint.file.missing.folder': (p: { path: string; folder: string }) =>
    `${p.path} n’existe pas\u00a0: ${p.folder} manque déjà`,
  'lint.file.missing.passwords': (p: { path: string }) =>
    `Créez-le\u00a0: mosquitto_passwd -c ${p.path} NOM, puis chown mosquitto: ${p.path}`,
  'lint.file.missing.fix': 'Mettez le fichier en place, ou corrigez le chemin.',

  'lint.file.unseen.title': 'Un fichier n’a pas pu être regardé',
  'lint.file.unseen.why':
    'Cet utilisateur n’a pas le droit de le lire, rien n’est donc connu de son contenu\u00a0; le broker peut l’avoir.',
  'lint.file.unseen.found': (p: { path: string }) =>
    `${p.path} n’a pas été regardé\u00a0: cet utilisateur n’en a pas le droit`,
  'lint.file.unseen.fix': 'Lancez la vérification en root, ou sous l’utilisateur du broker.',

  'lint.file.too-large.title': 'Un fichier trop grand pour être regardé',
  'lint.file.too-large.why':
    'Le broker le lit à chaque démarrage et à chaque rechargement, dans son unique fil.',
  'lint.file.too-large.found': (p: { path: string; size: string }) =>
    `${p.path} fait ${p.size} et n’a pas été regardé`,
  'lint.file.too-large.fix': 'Est-ce le bon fichier\u00a0?',

  'lint.file.wrong-kind.title': 'Autre chose qu’un fichier se trouve là',
  'lint.file.wrong-kind.why':
    'À la place d’un fichier, un dossier ou un tube fait attendre 2.0.11 sans fin au démarrage, et arrête les versions suivantes.',
  'lint.file.wrong-kind.found': (p: { path: string }) => `${p.path} n’est pas un fichier ordinaire`,
  'lint.file.wrong-kind.folder': (p: { path: string }) => `${p.path} n’est pas un dossier`,
  'lint.file.wrong-kind.fix': 'Corrigez le chemin.',

  'lint.file.broker-cannot-read.title': 'Le broker n’a pas le droit de lire un fichier',
  'lint.file.broker-cannot-read.why':
    'Les fichiers de mots de passe, d’ACL, de certificats et de clés sont ouverts une fois les droits de root abandonnés, et chaque dossier du chemin doit aussi être ouvert à l’utilisateur du broker.',
  'lint.file.broker-cannot-read.found': (p: { path: string; user: string; mode: string }) =>
    `${p.user} n’a pas le droit de lire ${p.path} (${p.mode})`,
  'lint.file.broker-cannot-read.folder': (p: { path: string; user: string; folder: string; mode: string }) =>
    `${p.user} n’a pas le droit de lire ${p.path}\u00a0: le dossier ${p.folder} lui est fermé (${p.mode})`,
  'lint.file.broker-cannot-read.fixFolder': (p: { folder: string }) =>
    `chmod o+x ${p.folder}, ou déplacez le fichier vers /etc/mosquitto`,
  'lint.file.broker-cannot-read.letsEncrypt': (p: { user: string }) =>
    `Laissez le dossier de Let’s Encrypt tel quel\u00a0: qu’un script de déploiement copie chaîne et clé dans /etc/mosquitto/certs, les donne à ${p.user}, puis recharge.`,

  'lint.file.link.title': 'Un fichier de mots de passe, d’ACL ou de PSK est un lien symbolique',
  'lint.file.link.why': '2.1 ne suit aucun lien pour ces fichiers et ne démarre pas\u00a0; 2.0 les suit.',
  'lint.file.link.found': (p: { path: string }) => `${p.path} est un lien symbolique`,
  'lint.file.link.fix': (p: { path: string }) => `Nommez le fichier lui-même\u00a0: ${p.path}`,

  'lint.file.open-secret.title': 'Un secret que tout le monde sur la machine peut lire',
  'lint.file.open-secret.why':
    'Des empreintes se devinent à loisir, et une clé privée permet à n’importe qui d’être le broker. À partir de 2.0.16 le journal avertit que de prochaines versions refuseront de tels fichiers.',
  'lint.file.open-secret.found': (p: { path: string; mode: string }) =>
    `tout le monde peut lire ${p.path} (${p.mode})`,

  'lint.file.writable-by-others.title': 'Tout le monde sur la machine peut changer un fichier du broker',
  'lint.file.writable-by-others.why':
    'Qui peut y écrire crée des comptes et des droits, ou met un greffon à la place.',
  'lint.file.writable-by-others.found': (p: { path: string; mode: string }) =>
    `tout le monde peut écrire dans ${p.path} (${p.mode})`,

  'lint.file.owner-notice.title': 'Un fichier dont le propriétaire ou les droits déplaisent au broker',
  'lint.file.owner-notice.why':
    'Le journal en dit que de prochaines versions refuseront de le charger. Seul un fichier de l’utilisateur et du groupe du broker, fermé aux autres, reste silencieux partout.',
  'lint.file.owner-notice.found': (p: { path: string; mode: string }) => `${p.path} est ${p.mode}`,

  'lint.file.relative.title': 'Un chemin qui ne commence pas par /',
  'lint.file.relative.why':
    'Il est cherché là où le broker a été démarré\u00a0: / sous systemd, un autre dossier lors d’un essai à la main\u00a0; ~ et les variables sont inconnus.',
  'lint.file.relative.found': (p: { path: string }) =>
    `${p.path} dépend du dossier dans lequel le broker est démarré`,
  'lint.file.relative.fix': 'Écrivez le chemin entier, depuis /.',

  'lint.file.trailing-blank.title': 'Une espace à la fin d’un chemin',
  'lint.file.trailing-blank.why':
    'Pour include_dir et log_dest file le broker prend les espaces finales pour une partie du nom.',
  'lint.file.trailing-blank.found': (p: { path: string }) => `l’espace finale fait partie du nom ${p.path}`,
  'lint.file.trailing-blank.fix': 'Enlevez l’espace.',

  'lint.file.database-folder.title': 'Ce qui doit être gardé ne peut pas être enregistré',
  'lint.file.database-folder.why':
    'Le broker tourne quand même et ne le dit que dans son journal\u00a0; messages conservés et sessions sont perdus au prochain redémarrage.',
  'lint.file.database-folder.missing': (p: { path: string }) =>
    `il n’y a pas de dossier ${p.path}\u00a0: rien n’est enregistré`,
  'lint.file.database-folder.notFolder': (p: { path: string }) =>
    `${p.path} n’est pas un dossier\u00a0: rien n’est enregistré`,
  'lint.file.database-folder.found': (p: { user: string; path: string; mode: string }) =>
    `${p.user} ne peut pas écrire dans ${p.path} (${p.mode})\u00a0: rien n’est enregistré`,
  'lint.file.database-folder.fix': (p: { path: string; user: string }) =>
    `Faites\u00a0: install -d -o ${p.user} -g ${p.user} -m 750 ${p.path}`,

  'lint.file.no-database-folder.title': 'La persistance sans lieu',
  'lint.file.no-database-folder.why':
    'Sans persistence_location la base est écrite là où le broker a été démarré, / sous systemd\u00a0: son utilisateur n’en a pas le droit, et rien n’est enregistré.',
  'lint.file.no-database-folder.found': 'persistence true, et aucun persistence_location ne dit où',
  'lint.file.no-database-folder.fix': 'persistence_location /var/lib/mosquitto/',

  'lint.file.log-folder.title': 'Le fichier journal ne peut pas être écrit',
  'lint.file.log-folder.why':
    'Le broker continue sans ce journal, et la raison du prochain ennui n’est écrite nulle part.',
  'lint.file.log-folder.missing': (p: { path: string }) => `le dossier de ${p.path} n’existe pas`,
  'lint.file.log-folder.found': (p: { path: string; mode: string }) =>
    `le broker ne peut pas y écrire\u00a0: ${p.path} est ${p.mode}`,
  'lint.file.log-folder.fix': (p: { user: string }) =>
    `Créez le dossier et donnez-le à ${p.user}, ou utilisez log_dest stderr, que le journal système garde.`,

  'lint.file.pid-folder.title': 'Le fichier pid ne peut pas être écrit',
  'lint.file.pid-folder.why': 'Le broker s’arrête quand il ne peut pas l’écrire. systemd n’en a pas besoin.',
  'lint.file.pid-folder.missing': (p: { path: string }) => `le dossier de ${p.path} n’existe pas`,
  'lint.file.pid-folder.found': (p: { path: string; mode: string }) =>
    `le broker ne peut pas y écrire\u00a0: ${p.path} est ${p.mode}`,
  'lint.file.pid-folder.fix': 'Utilisez /run/mosquitto/mosquitto.pid, ou enlevez la ligne.',

  'lint.file.socket-folder.title': 'Le socket ne peut pas être créé',
  'lint.file.socket-folder.why':
    'Le broker crée le socket lui-même, sous son utilisateur, et s’arrête quand il n’en a pas le droit.',
  'lint.file.socket-folder.missing': (p: { path: string }) => `le dossier de ${p.path} n’existe pas`,
  'lint.file.socket-folder.found': (p: { path: string; mode: string }) =>
    `le broker ne peut pas y écrire\u00a0: ${p.path} est ${p.mode}`,
  'lint.file.socket-folder.fix': 'Utilisez un dossier qui appartient à l’utilisateur du broker.',

  'lint.cert.not-pem.title': 'Un certificat ou une clé illisible',
  'lint.cert.not-pem.why':
    'Le broker ne lit que du PEM, le certificat avant sa chaîne, et ne peut pas demander de phrase secrète\u00a0: il s’arrête.',
  'lint.cert.not-pem.found': (p: { path: string }) => `${p.path} ne contient pas de certificat PEM`,
  'lint.cert.not-pem.key': (p: { path: string }) => `${p.path} ne contient pas de clé privée PEM`,
  'lint.cert.not-pem.encrypted': (p: { path: string }) => `${p.path} est protégée par une phrase secrète`,
  'lint.cert.not-pem.fix': 'Convertissez-le en PEM\u00a0; certificat et clé ne doivent pas être intervertis.',
  'lint.cert.not-pem.decrypt': (p: { path: string }) =>
    `openssl pkey -in ${p.path} -out NOUVEAU, et fermez NOUVEAU aux autres`,

  'lint.cert.key-mismatch.title': 'Le certificat et la clé ne vont pas ensemble',
  'lint.cert.key-mismatch.why':
    'Le broker s’arrête au démarrage. Lors d’un rechargement, toutes les connexions TLS échouent jusqu’à ce que les deux soient bons.',
  'lint.cert.key-mismatch.found': (p: { key: string; certificate: string }) =>
    `${p.key} n’est pas la clé de ${p.certificate}`,
  'lint.cert.key-mismatch.fix': 'Remplacez les deux ensemble, puis redémarrez.',

  'lint.cert.expired.title': 'Un certificat expiré',
  'lint.cert.expired.why': 'Le broker démarre avec, et tout client qui vérifie le refuse.',
  'lint.cert.expired.found': (p: { subject: string; day: string }) =>
    `le certificat de ${p.subject} a expiré le ${p.day}`,
  'lint.cert.expired.fix': 'Renouvelez-le, mettez certificat et clé en place ensemble, puis rechargez.',

  'lint.cert.not-yet-valid.title': 'Un certificat pas encore valable',
  'lint.cert.not-yet-valid.why':
    'Les clients le refusent jusque-là. Le plus souvent, l’horloge d’une machine est fausse.',
  'lint.cert.not-yet-valid.found': (p: { subject: string; day: string }) =>
    `le certificat de ${p.subject} est valable à partir du ${p.day}`,
  'lint.cert.not-yet-valid.fix': 'Vérifiez l’horloge (timedatectl), ou émettez-le de nouveau.',

  'lint.cert.expires-soon.title': 'Un certificat qui expire bientôt',
  'lint.cert.expires-soon.why':
    'Un renouvellement qui marche le remplace 30 jours avant la fin\u00a0: celui-ci ne semble pas le faire.',
  'lint.cert.expires-soon.found': (p: { subject: string; day: string; left: number }) =>
    `le certificat de ${p.subject} expire le ${p.day}, dans ${p.left} ${p.left === 1 ? 'jour' : 'jours'}`,
  'lint.cert.expires-soon.fix': 'Renouvelez-le, et cherchez pourquoi cela ne s’est pas fait tout seul.',
  'lint.passwd.fix': (p: { name: string }) =>
    `Refaites-le avec mosquitto_passwd, sans -c\u00a0: mosquitto_passwd FICHIER ${p.name}`,

  'lint.passwd.undecodable.title': 'Un mot de passe que cette version ne peut pas lire',
  'lint.passwd.undecodable.why':
    '2.0 abandonne le compte avec une ligne dans son journal, et cet utilisateur ne peut pas se connecter\u00a0; 2.1 ne démarre pas. Les entrées du mosquitto_passwd de 2.1 (sel de 64 octets) et argon2id sont illisibles pour 2.0.',
  'lint.passwd.undecodable.found': (p: { name: string }) => `l’entrée de ${p.name} est coupée ou abîmée`,
  'lint.passwd.undecodable.foreign': (p: { name: string; version: string }) =>
    `l’entrée de ${p.name} a une forme que ${p.version} ne peut pas lire`,

  'lint.passwd.plaintext.title': 'Un mot de passe en clair',
  'lint.passwd.plaintext.why':
    'Le broker ne connaît que les empreintes\u00a0: 2.0 abandonne le compte, 2.1 ne démarre pas, et le mot de passe est là pour qui peut lire le fichier.',
  'lint.passwd.plaintext.found': (p: { name: string }) => `ce qui suit ${p.name} n’est pas une empreinte`,

  'lint.passwd.weak.title': 'Une empreinte vite devinée',
  'lint.passwd.weak.why':
    'Le mosquitto_passwd de 2.0 calcule 101 tours. Qui obtient le fichier essaie des millions de mots de passe par minute.',
  'lint.passwd.weak.found': (p: { name: string; rounds: number }) =>
    `le mot de passe de ${p.name} n’est haché que ${p.rounds} fois`,
  'lint.passwd.weak.fix': (p: { name: string }) =>
    `Refaites-le avec plus de tours\u00a0: mosquitto_passwd -I 20000 FICHIER ${p.name}`,

  'lint.passwd.duplicate.title': 'Deux entrées du même nom',
  'lint.passwd.duplicate.why':
    '2.0 prend la dernière, l’ancien mot de passe peut donc être celui qui marche\u00a0; 2.1 ne démarre pas.',
  'lint.passwd.duplicate.found': (p: { name: string; first: number }) =>
    `${p.name} se trouve déjà en ligne ${p.first}\u00a0: celle-ci l’emporte`,
  'lint.passwd.duplicate.refused': (p: { name: string; first: number }) =>
    `${p.name} se trouve déjà en ligne ${p.first}`,
  'lint.passwd.duplicate.fix': (p: { first: number }) => `Enlevez la ligne ${p.first}.`,

  'lint.passwd.comment.title': 'Un commentaire ou une ligne vide dans le fichier de mots de passe',
  'lint.passwd.comment.why':
    'Le broker n’y voit rien à redire, mais mosquitto_passwd supprime tout à partir de cette ligne à son prochain changement, et annonce un succès.',
  'lint.passwd.comment.found': (p: { count: number }) =>
    `le prochain mosquitto_passwd supprime ${p.count} ${p.count === 1 ? 'compte' : 'comptes'} sous cette ligne`,
  'lint.passwd.comment.fix': 'Enlevez les commentaires et les lignes vides.',

  'lint.passwd.commented-account.title': 'Un nom qui commence par #',
  'lint.passwd.commented-account.why':
    'mosquitto_passwd accepte un tel nom\u00a0; pour le broker la ligne est un commentaire, et cet utilisateur n’existe pas.',
  'lint.passwd.commented-account.found': (p: { name: string }) =>
    `${p.name} ne peut pas se connecter\u00a0: la ligne est un commentaire`,
  'lint.passwd.commented-account.fix': 'Choisissez un nom sans # au début.',

  'lint.passwd.junk.title': 'Une ligne qui n’est pas un compte',
  'lint.passwd.junk.why':
    'Une ligne sans nom, deux-points ou empreinte est ignorée\u00a0: elle est coupée, ou n’a rien à faire ici. À partir de 2.1, avec un deux-points, elle arrête le broker.',
  'lint.passwd.junk.refused': 'cette ligne n’a pas de nom ou pas d’empreinte',
  'lint.passwd.junk.found': 'cette ligne est ignorée',
  'lint.passwd.junk.fix': 'Enlevez-la, ou refaites le mot de passe de cet utilisateur.',

  'lint.passwd.empty.title': 'Un fichier de mots de passe sans compte',
  'lint.passwd.empty.why':
    'Personne ne peut se connecter. mosquitto_passwd laisse un tel fichier quand il est interrompu.',
  'lint.passwd.empty.found': (p: { path: string }) => `${p.path} ne contient aucun compte`,
  'lint.passwd.empty.fix': 'Ajoutez-en un\u00a0: mosquitto_passwd FICHIER NOM',

  'lint.psk.invalid-line.title': 'Une clé partagée qui n’est pas hexadécimale',
  'lint.psk.invalid-line.why': 'Le broker s’arrête à la première entrée qui n’est pas NOM:HEXADÉCIMAL.',
  'lint.psk.invalid-line.found': (p: { name: string }) => `la clé de ${p.name} n’est pas hexadécimale`,
  'lint.psk.invalid-line.fix': 'Créez-en une avec\u00a0: openssl rand -hex 32',

  'lint.acl.invalid-line.title': 'Une ligne qui rend le fichier d’ACL invalide',
  'lint.acl.invalid-line.why':
    'Une mauvaise ligne gâte tout le fichier\u00a0: le broker ne démarre pas. Lors d’un rechargement 2.0 continue SANS AUCUNE ACL, et chaque compte peut tout lire et tout écrire\u00a0; 2.1 s’arrête.',
  'lint.acl.invalid-line.found': (p: { text: string }) => `le broker refuse la ligne ${p.text}`,
  'lint.acl.invalid-line.tab': 'Remplacez les tabulations par des espaces ordinaires.',
  'lint.acl.invalid-line.comment': 'Les commentaires demandent une ligne à eux, avec # en première colonne.',
  'lint.acl.invalid-line.word': 'Les lignes commencent par user, topic ou pattern, en minuscules.',
  'lint.acl.invalid-line.access':
    'Entre topic et un topic qui contient des espaces se trouve read, write, readwrite ou deny\u00a0: topic readwrite mon topic',
  'lint.acl.invalid-line.filter': '# remplace un dernier niveau entier, + un niveau entier\u00a0: a/#, a/+/c',
  'lint.acl.invalid-line.missing': 'Écrivez le nom ou le topic à la suite.',

  'lint.acl.empty.title': 'Un fichier d’ACL sans règle',
  'lint.acl.empty.why':
    'Avec un acl_file tout ce qu’il ne permet pas est refusé\u00a0: personne ne reçoit ni n’envoie rien.',
  'lint.acl.empty.found': (p: { path: string }) =>
    `${p.path} ne contient aucune règle\u00a0: tout est refusé`,
  'lint.acl.empty.fix': 'Ajoutez des règles, ou enlevez acl_file pour tout permettre.',

  'lint.acl.word-as-topic.title': 'Un mot d’accès sans topic',
  'lint.acl.word-as-topic.why':
    'Un seul mot après topic est le topic lui-même, en lecture et en écriture\u00a0: ici un topic qui porte ce nom.',
  'lint.acl.word-as-topic.found': (p: { word: string }) =>
    `ceci permet un topic nommé ${p.word}, et aucun autre`,
  'lint.acl.word-as-topic.fix': (p: { word: string }) =>
    `Écrivez le topic à la suite\u00a0: topic ${p.word} TOPIC`,

  'lint.acl.no-access-word.title': 'Une règle sans mot d’accès',
  'lint.acl.no-access-word.why':
    'Sans read, write ou deny une règle permet les deux, et un topic qui commence par un tel mot change le sens.',
  'lint.acl.no-access-word.found': (p: { filter: string }) => `${p.filter} peut être lu et écrit`,
  'lint.acl.no-access-word.fix': (p: { kind: string; filter: string }) =>
    `Dites ce qui est voulu\u00a0: ${p.kind} readwrite ${p.filter}`,

  'lint.acl.tab-in-topic.title': 'Une tabulation dans un topic',
  'lint.acl.tab-in-topic.why':
    'Les tabulations ne séparent pas\u00a0: le mot d’accès et la tabulation deviennent une partie du topic.',
  'lint.acl.tab-in-topic.found': (p: { filter: string }) => `le topic de cette règle est ${p.filter}`,

  'lint.acl.quotes.title': 'Des guillemets dans un fichier d’ACL',
  'lint.acl.quotes.why':
    'Le broker ne connaît pas les guillemets\u00a0: ils font partie du nom ou du topic, et la règle n’est pour personne.',
  'lint.acl.quotes.found': (p: { text: string }) => `les guillemets font partie de ${p.text}`,
  'lint.acl.quotes.fix': 'Écrivez sans guillemets\u00a0; des espaces au milieu ne gênent pas.',

  'lint.acl.comment-in-name.title': 'Un commentaire qui fait partie d’un nom',
  'lint.acl.comment-in-name.why':
    'Un nom est tout le reste de sa ligne, l’utilisateur voulu n’a donc aucun de ces droits.',
  'lint.acl.comment-in-name.found': (p: { name: string }) =>
    `ces règles sont pour un utilisateur nommé ${p.name}`,
  'lint.acl.comment-in-name.fix': 'Mettez le commentaire sur une ligne à lui.',

  'lint.acl.pattern-under-user.title': 'Un pattern sous un user est pour tout le monde',
  'lint.acl.pattern-under-user.why':
    'Les lignes pattern valent pour chaque client, où qu’elles se trouvent\u00a0; une ligne user ne les limite pas.',
  'lint.acl.pattern-under-user.found': (p: { filter: string; user: string }) =>
    `pattern ${p.filter} est pour tout le monde, pas seulement pour ${p.user}`,
  'lint.acl.pattern-under-user.fix': (p: { user: string }) =>
    `Utilisez topic si seul ${p.user} est visé, sinon déplacez-la en haut du fichier.`,

  'lint.acl.pattern-for-everybody.title': 'Un pattern sans %u ni %c',
  'lint.acl.pattern-for-everybody.why':
    'Rien n’y représente le client, il donne donc à chacun le même droit\u00a0; le broker en avertit dans son journal.',
  'lint.acl.pattern-for-everybody.found': (p: { filter: string }) =>
    `pattern ${p.filter} donne ce droit à tout le monde`,
  'lint.acl.pattern-for-everybody.fix':
    'Écrivez %u pour le nom de l’utilisateur ou %c pour le client id comme niveau, ou utilisez topic.',

  'lint.acl.part-of-level.title': '%u ou %c comme partie d’un niveau',
  'lint.acl.part-of-level.why':
    'À partir de 2.1 ils ne sont remplacés que s’ils forment un niveau entier\u00a0; une telle règle ne s’applique jamais.',
  'lint.acl.part-of-level.found': (p: { filter: string }) => `pattern ${p.filter} ne s’applique jamais`,
  'lint.acl.part-of-level.fix': 'Donnez à %u ou %c un niveau à lui\u00a0: devices/%u/state',

  'lint.acl.substitution-in-topic.title': '%u ou %c dans une règle topic',
  'lint.acl.substitution-in-topic.why':
    'Ils ne sont remplacés que dans les lignes pattern\u00a0; dans les lignes topic ce sont ces deux caractères.',
  'lint.acl.substitution-in-topic.found': (p: { filter: string }) => `le topic est littéralement ${p.filter}`,
  'lint.acl.substitution-in-topic.fix': (p: { filter: string }) => `pattern readwrite ${p.filter}`,

  'lint.acl.hash-without-sys.title': '# n’atteint pas $SYS',
  'lint.acl.hash-without-sys.why':
    '# et + ne correspondent pas aux topics qui commencent par $\u00a0: les chiffres du broker demandent leur propre règle.',
  'lint.acl.hash-without-sys.found': '# ne couvre pas $SYS/#',
  'lint.acl.hash-without-sys.fix': 'Si c’est voulu, ajoutez\u00a0: topic read $SYS/#',

  'lint.acl.anonymous-rights.title': 'Des droits pour les clients anonymes, qui ne peuvent pas se connecter',
  'lint.acl.anonymous-rights.why':
    'Les lignes topic avant le premier user sont pour les seuls clients anonymes, pas pour tout le monde. Les utilisateurs nommés ne les ont pas.',
  'lint.acl.anonymous-rights.found': (p: { filter: string }) =>
    `personne ne reçoit ${p.filter}\u00a0: la ligne se trouve avant le premier user, et les clients anonymes sont refusés`,
  'lint.acl.anonymous-rights.fix':
    'Pour tout le monde utilisez pattern\u00a0; sinon déplacez-la sous un user.',

  'lint.acl.wildcard-user.title': 'Un nom d’utilisateur avec un joker',
  'lint.acl.wildcard-user.why':
    'Les noms sont comparés lettre par lettre. Un vrai nom qui contient + ou # est refusé par tout pattern.',
  'lint.acl.wildcard-user.found': (p: { name: string }) =>
    `${p.name} est le nom d’un utilisateur, pas de plusieurs`,
  'lint.acl.wildcard-user.fix': 'Pour tout le monde utilisez des lignes pattern avec %u.',

  'lint.acl.unknown-user.title': 'Des règles pour un utilisateur qui n’existe pas',
  'lint.acl.unknown-user.why':
    'Aucun compte du fichier de mots de passe ne porte ce nom, ces droits ne sont donc pour personne.',
  'lint.acl.unknown-user.found': (p: { name: string }) => `il n’y a pas de compte ${p.name}`,
  'lint.acl.unknown-user.fix': (p: { name: string }) =>
    `Ajoutez le compte avec mosquitto_passwd, ou enlevez les règles\u00a0: ${p.name}`,

  'lint.acl.user-without-rights.title': 'Des comptes sans aucun droit',
  'lint.acl.user-without-rights.why':
    'Avec un acl_file tout ce qu’il ne permet pas est refusé\u00a0: ils se connectent, s’abonnent avec succès, et ne reçoivent rien.',
  'lint.acl.user-without-rights.found': (p: { count: number; names: string }) =>
    `${p.count} ${p.count === 1 ? 'compte qui peut' : 'comptes qui peuvent'} se connecter mais ne toucher aucun topic\u00a0: ${p.names}`,
  'lint.acl.user-without-rights.fix': (p: { name: string }) =>
    `Ajoutez\u00a0: user ${p.name}, et en dessous topic readwrite TOPIC`,
};
