import type { guide as english } from '../en/guide.ts';
import type { Same } from '../messages.ts';

export const guide: Same<typeof english> = {
  'guide.title': 'Votre broker MQTT, à la main',
  'guide.intro':
    'MQTT est une étoile. Des clients publient des messages, chacun sous un topic (un sujet)\u00a0: capteurs, programmes, services web. Le broker (le courtier), au milieu, c’est le serveur\u00a0: il les reçoit et les remet à tous les abonnés de ce topic, et à personne d’autre. Cette page installe ce serveur avec Eclipse Mosquitto sous Debian ou Ubuntu, sécurisé, une commande après l’autre. Comptez un quart d’heure.',
  'guide.star': 'Le broker en étoile\u00a0: qui publie à gauche, qui lit à droite',
  'guide.spec': (p) =>
    `Tout ce qui suit découle de ${p.file}. Le même broker vient d’une seule commande, sudo mqtt-setup install\u00a0; ici, vous voyez ce qu’elle fait, et pourquoi.`,
  'guide.install.title': 'Installer le broker',
  'guide.install.intro':
    'Les programmes viennent de l’archive de Debian, qui apporte aussi leurs mises à jour de sécurité. D’abord la liste des paquets, puis les paquets.',
  'guide.declare.title': 'Écrire ce qu’il doit être',
  'guide.declare.intro':
    'Un fichier dit ce qu’est le broker, un autre qui a un compte. Le broker ne lit ni l’un ni l’autre\u00a0: ils sont pour vous, et pour mqtt-setup, qui peut dire ensuite à tout moment si la machine est encore ainsi.',
  'guide.tls.title': 'Les certificats',
  'guide.tls.intro':
    'Sans TLS, mots de passe et messages traversent le réseau lisibles par tous. Un certificat prouve à un client qu’il parle à votre broker. Une autorité à vous le signe, et vos clients font confiance à cette autorité\u00a0: son certificat n’est pas secret, sa clé ne quitte jamais cette machine.',
  'guide.tls.authority': 'L’autorité\u00a0: une clé, et un certificat qu’elle signe pour elle-même.',
  'guide.tls.server': (p) =>
    `Le certificat du broker contient chaque nom et chaque adresse par lesquels les clients l’atteignent\u00a0: ${p.names}. Un client qui en utilise un autre refuse.`,
  'guide.tls.clients':
    'Un listener (un point d’écoute) demande aux clients un certificat à eux. Pour les vérifications il y en a un, et une liste des certificats qui ne valent plus, encore vide.',
  'guide.tls.request': 'Une clé, et la demande d’un certificat.',
  'guide.tls.sign': 'L’autorité la signe.',
  'guide.tls.revoked': 'La liste, signée par l’autorité.',
  'guide.tls.places':
    'Chaque fichier va à sa place. Une clé appartient à qui en a besoin, et personne d’autre ne peut la lire.',
  'guide.people.title': 'Qui peut se connecter, et faire quoi',
  'guide.people.intro':
    'Chaque client a un nom, un mot de passe et des droits. Des mots de passe, seules des empreintes salées sont gardées. Le premier compte sert aux vérifications\u00a0: son mot de passe est tiré au hasard ici, et root seul peut le lire.',
  'guide.people.file': 'Le fichier des mots de passe commence par ce compte, pour le broker seul.',
  'guide.people.tester': (p) =>
    `${p.name} tient la place de quelqu’un dans les essais d’accès\u00a0; il a le même mot de passe.`,
  'guide.people.chance': 'des signes au hasard, de ceux que personne ne prend pour un autre',
  'guide.people.first': 'les 24 premiers',
  'guide.people.together':
    'met ensemble le nom et le mot de passe\u00a0; il fait partie du shell, et aucune liste de processus ne les montre',
  'guide.people.pipe': 'remet ce qui sort à gauche à ce qui est à droite',
  'guide.people.hash':
    'Jusqu’ici le mot de passe est en clair dans le fichier\u00a0: il devient maintenant une empreinte.',
  'guide.people.ask': (p) => `Un mot de passe pour ${p.name}, tapé deux fois.`,
  'guide.conf.title': 'La configuration',
  'guide.conf.intro':
    'Le mosquitto.conf de Debian reste tel quel\u00a0: il lit chaque fichier de conf.d, et celui-ci est le nôtre. Depuis la version 2.0, un broker sans ligne listener est pour cette machine seule, et personne n’entre sans nom à moins qu’une ligne ne le dise.',
  'guide.unit.title': 'Le service',
  'guide.unit.intro':
    'systemd démarre le broker avec la machine, et de nouveau après un plantage. Ce qui est ajouté ici l’enferme, pour que qui le prendrait ne prenne guère autre chose\u00a0; regarde ses fichiers avant qu’ils ne soient relus\u00a0; et garde les certificats frais. Les scripts sont pour mqtt-setup\u00a0: tant qu’il n’a pas tourné ici une fois, ils refusent de faire relire des fichiers changés, et ne renouvellent rien. Qui veut s’en passer les laisse de côté, et écrit reload_guard: false dans broker.yaml.',
  'guide.start.title': 'Le démarrer',
  'guide.start.intro':
    'Le paquet a démarré le broker avec les réglages de Debian\u00a0: les nôtres comptent à partir du prochain démarrage.',
  'guide.firewall': (p) =>
    `Si un pare-feu protège cette machine, il doit laisser entrer ces ports TCP\u00a0: ${p.ports}.`,
  'guide.try.title': 'L’essayer',
  'guide.try.intro':
    'Dans un terminal quelqu’un lit, dans un autre quelqu’un publie. Le message doit apparaître dans le premier.',
  'guide.try.read': (p) => `Le lecteur, au port ${p.port}. Il attend un message.`,
  'guide.try.write': 'Celui qui publie, dans l’autre terminal.',
  'guide.try.password': 'MOT-DE-PASSE',
  'guide.try.stranger':
    'Essayez aussi sans nom ni mot de passe\u00a0: «\u00a0not authorised\u00a0» est la bonne réponse. Une publication interdite est jetée sans un mot\u00a0: jugez à ce qui arrive.',
  'guide.try.nobody': 'Personne n’a encore de compte\u00a0: sudo mqtt-setup add-user en fait un.',
  'guide.fails.title': 'Quand ça ne marche pas',
  'guide.fails.intro': 'Le broker dit pourquoi, mais pas toujours là où l’on regarde. Dans cet ordre\u00a0:',
  'guide.fails.status': 'Tourne-t-il\u00a0?',
  'guide.fails.journal': 'Qu’a vu systemd\u00a0?',
  'guide.fails.log': 'Qu’a dit le broker en dernier\u00a0? Lisez l’avant-dernière ligne.',
  'guide.fails.port':
    '«\u00a0Address already in use\u00a0»\u00a0: un autre broker, ou un plus ancien, tient le port. sudo ss -ltnp montre lequel.',
  'guide.fails.rights':
    '«\u00a0Unable to open\u00a0», «\u00a0Permission denied\u00a0»\u00a0: le broker tourne sous l’utilisateur mosquitto, qui doit atteindre le fichier et chaque dossier au-dessus.',
  'guide.fails.line':
    '«\u00a0Unknown configuration variable\u00a0», «\u00a0Invalid\u00a0»\u00a0: la ligne et le fichier sont nommés. Une option peut être trop récente pour votre version.',
  'guide.fails.refused':
    '«\u00a0Connection refused\u00a0»\u00a0: rien n’écoute à cette adresse et à ce port. «\u00a0not authorised\u00a0»\u00a0: nom ou mot de passe sont faux.',
  'guide.fails.silent':
    'Rien n’arrive, et rien ne se plaint\u00a0: le topic n’est pas dans les droits de qui lit ou de qui publie.',
  'guide.fails.tls':
    '«\u00a0certificate verify failed\u00a0»\u00a0: le client ne fait pas confiance à l’autorité, emploie un nom que le certificat n’a pas, ou son horloge est fausse.',
  'guide.fails.doctor': 'Ou faites chercher\u00a0: chaque cause avec sa preuve et son remède.',
  'guide.after.title': 'Ensuite',
  'guide.after.text':
    'sudo mqtt-setup verify prouve que tout cela fonctionne et reste fermé aux inconnus\u00a0; sudo mqtt-setup plan dit qu’il ne reste rien à faire. sudo mqtt-setup apply prend note que tout cela est à lui\u00a0; dès lors sudo mqtt-setup add-user crée des comptes, et sudo mqtt-setup uninstall retire le tout.',
  'guide.word.meaning': 'Ce que cela veut dire',
  'guide.word.write': 'Écrire',
  'guide.word.folder':
    'Pour les commandes de ce chapitre, travaillez dans un dossier où personne d’autre ne peut entrer\u00a0:',
  'guide.word.folderGone': 'Ce qui reste dans ce dossier est une copie de clés\u00a0: retirez-le.',
  'guide.word.script':
    'À lancer en tant que root, ou par quelqu’un qui a droit à sudo\u00a0: sh FICHIER\nDans un terminal il demande les mots de passe\u00a0; sans terminal il les tire au hasard et les affiche.\nIl est fait pour une machine sans broker\u00a0: ce qu’il écrit prend la place de ce qui était là.',
  'guide.word.made': 'mot de passe, tiré au hasard',
  'guide.word.done': 'Fait. Le broker tourne.',
};
