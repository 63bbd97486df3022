import type { spec as english } from '../en/spec.ts';
import type { Same } from '../messages.ts';

export const spec: Same<typeof english> = {
  'spec.did-you-mean': (p) => `Vouliez-vous dire «\u00a0${p.word}\u00a0»\u00a0?`,
  'spec.root':
    'Le fichier doit être une suite de réglages, comme «\u00a0version: 1\u00a0» et «\u00a0profile: lan\u00a0».',
  'spec.value': (p) => `«\u00a0${p.value}\u00a0» n’a pas sa place ici.`,
  'spec.choice': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas une valeur de ${p.key}. Valeurs possibles\u00a0: ${p.words}.`,
  'spec.key.unknown': (p) => `La clé «\u00a0${p.key}\u00a0» est inconnue.`,
  'spec.key.known': (p) => `Les clés possibles ici\u00a0: ${p.keys}.`,
  'spec.key.missing': (p) => `La clé «\u00a0${p.key}\u00a0» manque.`,
  'spec.version.unknown': (p) =>
    `La version «\u00a0${p.version}\u00a0» de ce fichier est inconnue\u00a0: écrivez «\u00a0version: 1\u00a0». (C’est la version du format du fichier, non celle du broker.)`,
  'spec.version.fix': 'Écrivez «\u00a0version: 1\u00a0» sur une ligne à part.',
  'spec.listeners.none':
    'Le broker doit écouter quelque part\u00a0: déclarez un listener, ou retirez «\u00a0listeners\u00a0» pour garder celui par défaut.',
  'spec.listeners.list':
    '«\u00a0listeners\u00a0» doit être une liste\u00a0: un «\u00a0- port: …\u00a0» par listener.',
  'spec.listeners.item': 'Un listener doit contenir ses réglages, comme «\u00a0- port: 1883\u00a0».',
  'spec.listener.name': (p) =>
    `«\u00a0${p.name}\u00a0» ne peut pas nommer un listener\u00a0: 32 minuscules, chiffres et «\u00a0-\u00a0» au plus, entre guillemets s’il n’y a que des chiffres.`,
  'spec.port.form': (p) =>
    `«\u00a0${p.port}\u00a0» n’est pas un port\u00a0: écrivez un simple nombre entier de ${p.min} à ${p.max}, comme 1883.`,
  'spec.port.range': (p) => `Le port ${p.port} n’existe pas\u00a0: choisissez-en un de ${p.min} à ${p.max}.`,
  'spec.port.low': (p) =>
    `Le port ${p.port} est inférieur à ${p.min}\u00a0: seul root peut l’ouvrir, et le broker abandonne root avant d’écouter.`,
  'spec.port.quoted': (p) =>
    `Le port «\u00a0${p.port}\u00a0» est écrit comme un texte\u00a0: retirez les guillemets.`,
  'spec.bind.form': (p) =>
    `«\u00a0bind\u00a0» doit être l’un des mots ${p.words}, une adresse ou une liste d’adresses.`,
  'spec.bind.unknown': (p) => `«\u00a0${p.word}\u00a0» n’est pas une adresse d’écoute.`,
  'spec.bind.mixed': (p) => `«\u00a0${p.word}\u00a0» s’emploie seul, non parmi plusieurs adresses.`,
  'spec.address.blank': (p) =>
    `«\u00a0${p.address}\u00a0» n’est pas une adresse\u00a0: elle est vide ou contient une espace.`,
  'spec.address.zone': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: retirez la zone (le «\u00a0%\u00a0» et ce qui le suit).`,
  'spec.address.brackets': (p) => `«\u00a0${p.address}\u00a0»\u00a0: écrivez l’adresse sans crochets.`,
  'spec.address.range': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: donnez une adresse de cette machine, non un réseau.`,
  'spec.address.mapped': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: écrivez une adresse IPv4 sous sa propre forme, comme 192.0.2.1.`,
  'spec.address.link-local': (p) =>
    `«\u00a0${p.address}\u00a0» est une adresse de lien local\u00a0: le broker ne peut pas y écouter sans son interface. Prenez une autre adresse, ou «\u00a0all\u00a0».`,
  'spec.address.form': (p) =>
    `«\u00a0${p.address}\u00a0» n’est pas une adresse IPv4 ou IPv6. Les noms ne sont pas admis\u00a0: un broker ne doit pas attendre un serveur de noms.`,
  'spec.expects.flag': (p) => `«\u00a0${p.value}\u00a0» ne convient pas ici\u00a0: écrivez true ou false.`,
  'spec.expects.count': (p) =>
    `«\u00a0${p.value}\u00a0» ne convient pas ici\u00a0: écrivez un nombre entier de ${p.min} à ${p.max}.`,
  'spec.expects.size': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas une taille\u00a0: écrivez des octets, ou un nombre suivi de kB, MB, KiB ou MiB, comme 2 MB\u00a0; de ${p.min} à ${p.max} octets.`,
  'spec.expects.duration': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas une durée qui convienne ici\u00a0: écrivez un nombre suivi de s, min, h, d (jours) ou w (semaines), comme 30 s ou 12 h.`,
  'spec.expects.line': (p) =>
    `«\u00a0${p.value}\u00a0» ne convient pas ici\u00a0: il faut une ligne de texte, d’au plus ${p.max} caractères, sans espace au bord ni caractère non imprimable.`,
  'spec.expects.path': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas un chemin utilisable ici\u00a0: il commence par «\u00a0/\u00a0» et ne contient rien de non imprimable\u00a0; celui d’un socket a au plus 107 octets et aucune espace.`,
  'spec.expects.interface': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas un nom d’interface réseau, comme eth0\u00a0: \`ip address\` énumère celles de cette machine.`,
  'spec.expects.remote': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas un broker auquel se connecter\u00a0: écrivez un nom ou une adresse IPv4, avec son port si ce n’est pas 1883, comme broker.example.org:1884.`,
  'spec.expects.bridge-topic': (p) =>
    `«\u00a0${p.value}\u00a0» ne convient pas ici\u00a0: dans mosquitto.conf, les espaces et un " initial séparent les parties du topic d’un pont, et un préfixe ne contient ni «\u00a0+\u00a0» ni «\u00a0#\u00a0».`,
  'spec.expects.list':
    'Il faut ici une liste\u00a0: chaque élément après «\u00a0-\u00a0», ou tous entre [ ].',
  'spec.expects.mapping':
    'Il faut ici des réglages, chacun sous la forme «\u00a0clé: valeur\u00a0» sur sa propre ligne.',
  'spec.bridge.name': (p) =>
    `«\u00a0${p.name}\u00a0» ne peut pas nommer un pont\u00a0: au plus 64 lettres, chiffres et . _ -, en commençant par une lettre ou un chiffre.`,
  'spec.bridge.topics': 'Un pont a besoin de topics\u00a0: sans eux, le broker ne démarre pas.',
  'spec.role.name': (p) =>
    `«\u00a0${p.role}\u00a0» ne peut pas nommer un rôle\u00a0: au plus 64 lettres minuscules, chiffres, «\u00a0_\u00a0» et «\u00a0-\u00a0».`,
  'spec.role.built-in': (p) =>
    `«\u00a0${p.role}\u00a0» est un rôle fourni\u00a0: donnez un autre nom au vôtre.`,
  'spec.filter.variable': (p) =>
    `Le filtre «\u00a0${p.filter}\u00a0» contient une variable inconnue. Il existe ${p.known}.`,
  'spec.filter.topics': (p) =>
    `Dans «\u00a0${p.filter}\u00a0», {topics} doit être seul\u00a0: il désigne chacun des topics du compte.`,
  'spec.filter.client': (p) =>
    `Dans «\u00a0${p.filter}\u00a0», {client} doit occuper tout un niveau, comme dans devices/{client}/state\u00a0: le broker ne le connaît qu’ainsi.`,
  'spec.test.form': (p) =>
    `«\u00a0${p.test}\u00a0» n’est pas un test d’accès\u00a0: écrivez NOM can|cannot publish|read TOPIC, ou NOM can|cannot connect, comme «\u00a0toit can publish meteo/toit\u00a0». NOM est un compte, anonymous ou everyone.`,
  'spec.test.topic': (p) => `«\u00a0${p.test}\u00a0»\u00a0: il manque le topic.`,
  'spec.test.no-topic': (p) => `«\u00a0${p.test}\u00a0»\u00a0: une connexion n’a pas de topic.`,
  'spec.test.wildcard': (p) =>
    `«\u00a0${p.test}\u00a0»\u00a0: un test porte sur un seul topic, sans «\u00a0+\u00a0» ni «\u00a0#\u00a0».`,
  'spec.rule.together': (p) =>
    `«\u00a0${p.key}\u00a0» et «\u00a0${p.other}\u00a0» ne vont pas ensemble\u00a0: retirez l’un des deux.`,
  'spec.rule.family':
    'Les adresses de «\u00a0bind\u00a0» disent déjà leur famille\u00a0: retirez «\u00a0family\u00a0».',
  'spec.rule.socket-protocol':
    'Un socket Unix ne parle que mqtt\u00a0: Mosquitto 2.0 ouvrirait à la place un port TCP au hasard.',
  'spec.rule.socket-twice': (p) =>
    `Les listeners «\u00a0${p.first}\u00a0» et «\u00a0${p.second}\u00a0» veulent tous deux le socket ${p.socket}.`,
  'spec.rule.client': (p) =>
    `«\u00a0${p.filter}\u00a0»\u00a0: {client} n’a sa place que sous «\u00a0everyone\u00a0». Le broker ne connaît l’identifiant du client que dans ses «\u00a0patterns\u00a0», qui valent pour tous les comptes.`,
  'spec.rule.client-deny': (p) =>
    `«\u00a0${p.filter}\u00a0»\u00a0: on ne peut pas refuser selon {client}\u00a0: ce qu’un compte peut faire par son nom l’emporterait.`,
  'spec.rule.nameless': (p) =>
    `«\u00a0${p.filter}\u00a0»\u00a0: un client sans nom n’a ni {user}, ni {client}, ni {topics}.`,
  'spec.rule.anonymous': (p) =>
    `Le listener «\u00a0${p.listener}\u00a0» admet des clients sans nom, mais rien ne dit ce qu’ils peuvent faire.`,
  'spec.rule.anonymous.fix': 'Déclarez-le, comme dans «\u00a0anonymous: { subscribe: [public/#] }\u00a0».',
  'spec.rule.anonymous-nowhere':
    'Aucun listener n’admet de clients sans nom\u00a0: retirez «\u00a0anonymous\u00a0».',
  'spec.rule.bridge-twice': (p) => `Deux ponts s’appellent «\u00a0${p.name}\u00a0».`,
  'spec.rule.bridge-rival': (p) =>
    `Les ponts «\u00a0${p.first}\u00a0» et «\u00a0${p.second}\u00a0» ont le même identifiant client auprès du même broker\u00a0: chacun couperait la connexion de l’autre.`,
  'spec.rule.bridge-self': (p) =>
    `Le pont «\u00a0${p.name}\u00a0» mène au listener «\u00a0${p.listener}\u00a0» de ce même broker, avec les mêmes topics\u00a0: chaque message tournerait sans fin.`,
  'spec.rule.log-none': '«\u00a0none\u00a0» se met seul\u00a0: aucun message, donc aucun autre à côté.',
  'spec.rule.bridge-test': (p) =>
    `Aucun topic du pont «\u00a0${p.name}\u00a0» ne couvre «\u00a0${p.topic}\u00a0»\u00a0: un message d’essai n’irait nulle part. Il s’écrit comme les clients de ce broker le voient.`,
  'spec.rule.bridge-user': 'Un mot de passe demande un «\u00a0username\u00a0» à côté de lui.',
  'spec.rule.local': (p) =>
    `Le profil «\u00a0local\u00a0» n’écoute que sur cette machine, mais le listener «\u00a0${p.listener}\u00a0» est accessible de l’extérieur.`,
  'spec.rule.local.fix':
    'Écrivez «\u00a0bind: loopback\u00a0», ou «\u00a0profile: lan\u00a0» si le réseau doit y accéder.',
  'spec.rule.name-twice': (p) => `Deux listeners s’appellent «\u00a0${p.name}\u00a0».`,
  'spec.rule.port-twice': (p) =>
    `Les listeners «\u00a0${p.first}\u00a0» et «\u00a0${p.second}\u00a0» veulent tous deux le port ${p.port} sur la même adresse.`,
  'spec.rule.address-twice': (p) => `L’adresse ${p.address} figure deux fois.`,
  'spec.edit.by-hand':
    'La forme de ce fichier ne permet pas de le modifier sans toucher au reste\u00a0: modifiez-le à la main.',
  'spec.yaml.large': (p) => `Le fichier dépasse ${p.max} octets\u00a0: ce n’est pas un broker.yaml.`,
  'spec.yaml.encoding':
    'Le fichier n’est pas un texte UTF-8 (serait-ce de l’UTF-16 ou du Latin-1\u00a0?)\u00a0: enregistrez-le en UTF-8.',
  'spec.yaml.documents':
    'Le fichier contient plusieurs documents\u00a0: «\u00a0---\u00a0» ne peut figurer qu’au début.',
  'spec.yaml.tab': 'Le YAML ne s’indente pas avec des tabulations\u00a0: employez des espaces.',
  'spec.yaml.indent':
    'L’indentation ne convient pas\u00a0: les réglages d’un même groupe commencent dans la même colonne.',
  'spec.yaml.alias':
    'Les ancres et les alias («\u00a0&nom\u00a0», «\u00a0*nom\u00a0») ne sont pas admis\u00a0: écrivez la valeur elle-même.',
  'spec.yaml.tag': 'Les étiquettes («\u00a0!nom\u00a0») ne sont pas admises\u00a0: écrivez la simple valeur.',
  'spec.yaml.key': 'Une clé doit être un simple texte.',
  'spec.yaml.twice': (p) => `La clé «\u00a0${p.key}\u00a0» figure déjà à la ligne ${p.line}.`,
  'spec.yaml.deep': 'Le fichier comporte trop de niveaux imbriqués\u00a0: ce n’est pas un broker.yaml.',
  'spec.yaml.syntax': (p) => `Ce n’est pas du YAML valide (${p.code}).`,
  'spec.file.header':
    'Ce que doit être le broker MQTT de cette machine\u00a0: mqtt-setup lit ce fichier. Il ne contient aucun secret et peut aller dans git.\nAprès une modification, `mqtt-setup plan` montre ce qu’elle entraîne et `mqtt-setup apply` la met en place.',
  'spec.file.profile':
    'Qui se connecte\u00a0: local = cette machine seulement, lan = le réseau local, internet = tout le monde, en TLS\nseulement. Il faut un compte dans tous les cas.',
  'spec.file.listeners':
    'Où le broker écoute. bind\u00a0: all, loopback, une adresse de cette machine, ou une liste d’adresses.\nSans cette partie, il écoute comme le veut le profil\u00a0:',
};
