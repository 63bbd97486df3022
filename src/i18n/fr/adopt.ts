import type { adopt as english } from '../en/adopt.ts';
import type { Same } from '../messages.ts';

export const adopt: Same<typeof english> = {
  'adopt.title': (p) => `${p.file}, tel que Mosquitto ${p.version} le lit`,
  'adopt.verdict.kept': (p) => `${p.to}, telle quelle`,
  'adopt.verdict.ours': 'mqtt-setup en décide',
  'adopt.verdict.stays': 'reste où elle est',
  'adopt.verdict.no-effect': 'sans effet',
  'adopt.verdict.refused': 'omise',
  'adopt.because': (p) => `${p.said}\u00a0: ${p.why}`,
  'adopt.value': (p) => `sa valeur n’a pas sa place sous ${p.key}`,
  'adopt.empty': 'elle n’a pas de valeur',
  'adopt.address': (p) =>
    `mqtt-setup veut de simples adresses, et «\u00a0${p.address}\u00a0» n’en est pas une\u00a0: écrivez l’adresse elle-même`,
  'adopt.http-api': 'l’API HTTP n’est pas gérée par mqtt-setup',
  'adopt.data':
    'les données restent dans le dossier de mqtt-setup\u00a0: copiez-y mosquitto.db s’il faut les garder',
  'adopt.unknown': (p) => `cette version ne connaît pas ${p.option}, et ne démarre pas avec elle`,
  'adopt.not-taken': (p) => `Mosquitto ${p.version} n’accepte pas cette ligne`,
  'adopt.acl.order': (p) =>
    `${p.file}:${p.line}\u00a0: ${p.name === '' ? 'une règle pour les clients sans nom' : `une règle propre à ${p.name}`} permet une partie de ce que ce motif refuse, et l’emporte aujourd’hui. Dans broker.yaml, ce qui est refusé à tous l’emporte.`,
  'adopt.acl.never': (p) =>
    `${p.file}:${p.line}\u00a0: le motif «\u00a0${p.filter}\u00a0» ne correspond à rien dans cette version, et il est omis.`,
  'adopt.anonymous-mixed': (p) =>
    `Certains listeners laissent entrer des clients sans nom et d’autres non, ce que Mosquitto ${p.version} ne sait faire qu’avec per_listener_settings\u00a0: tous demanderont alors un nom et un mot de passe.`,
  'adopt.later': 'une ligne ultérieure l’emporte',
  'adopt.nobody': 'elle n’appartient à aucun listener',
  'adopt.unheeded': 'cette version n’en tient pas compte',
  'adopt.twice': 'un autre listener occupe déjà cette place\u00a0: le broker ne démarre pas avec les deux',
  'adopt.family': (p) =>
    `son socket_domain est ${p.family}, et ${p.address} n’en est pas\u00a0: le broker ne démarre pas avec lui`,
  'adopt.listener-out': 'son listener est omis',
  'adopt.no-listener':
    'Aucun des listeners ne peut se dire dans broker.yaml\u00a0: il ouvre le port 1883 aux seuls programmes de cette machine.',
  'adopt.bridge-incomplete':
    'broker.yaml veut d’un pont un nom simple, une adresse et un topic, et n’accepte pas tout cela ici',
  'adopt.bridge-out': 'son pont est omis',
  'adopt.bridge-password': 'le mot de passe ne peut tenir dans un fichier d’une seule ligne',
  'adopt.no-equal': (p) => `${p.option} n’a pas d’équivalent dans broker.yaml`,
  'adopt.bridge-empty': 'un topic de pont sans filtre n’a pas d’équivalent dans broker.yaml',
  'adopt.log-file': (p) => `le journal va dans ${p.ours}, et non plus dans ${p.path}`,
  'adopt.implied': (p) =>
    `Aucune ligne n’ouvre le port ${p.port}\u00a0: le broker le fait de lui-même. broker.yaml le dit en toutes lettres.`,
  'adopt.acl.strangers': (p) =>
    `${p.count === 1 ? 'Un nom a des règles mais' : `${p.count} noms ont des règles mais`} pas de mot de passe, donc pas de compte\u00a0: ${p.names}.`,
  'adopt.acl.fault': (p) => `${p.file}:${p.line}\u00a0: le broker n’accepte pas cette ligne.`,
  'adopt.acl.rule': (p) =>
    `${p.file}:${p.line}\u00a0: la règle pour «\u00a0${p.filter}\u00a0» n’a pas d’équivalent dans broker.yaml.`,
  'adopt.several-acls':
    'Les listeners ont des fichiers de droits différents\u00a0: mqtt-setup ne connaît qu’un jeu de droits pour tous. Le premier est repris.',
  'adopt.several-passwords':
    'Les listeners ont des fichiers de mots de passe différents\u00a0: mqtt-setup ne connaît qu’un jeu de comptes pour tous. Le premier est repris.',
  'adopt.unread': (p) => `${p.path} n’a pas pu être lu\u00a0: ce qu’il dit manque ici.`,
  'adopt.name': (p) => `${p.file}:${p.line}\u00a0: mqtt-setup n’accepte pas ce nom pour un compte.`,
  'adopt.hash': (p) =>
    `${p.count === 1 ? 'Un compte est omis' : `${p.count} comptes sont omis`}, car cette version ne sait pas lire le mot de passe enregistré et ne laisse entrer personne avec lui\u00a0: ${p.names}.`,
  'adopt.any-name':
    'Il n’y a pas de fichier de mots de passe\u00a0: n’importe quel nom entre avec n’importe quel mot de passe. mqtt-setup laisse entrer les clients sans nom, mais aucun nom inconnu.',
  'adopt.spec': (p) => `Ce que dirait ${p.file}\u00a0:`,
  'adopt.accounts': (p) =>
    `${p.count === 0 ? 'Aucun compte' : p.count === 1 ? `1 compte, avec son mot de passe tel quel` : `${p.count} comptes, avec leurs mots de passe tels quels`}${p.roles === 0 ? '' : `\u00a0; ${p.roles} ${p.roles === 1 ? 'rôle tiré' : 'rôles tirés'} du fichier de droits`}.`,
  'adopt.traps': 'Ce qui ne va pas aujourd’hui (mqtt-setup check en dit plus)\u00a0:',
  'adopt.notes': 'À savoir\u00a0:',
  'adopt.more': (p) => `… et ${p.count} de plus\u00a0: --json les donne tous.`,
  'adopt.differences': 'Ce qui changerait\u00a0:',
  'adopt.same': (p) =>
    `Pareil\u00a0: les deux configurations ont tourné côte à côte et donné les mêmes réponses à ${p.questions} questions (${p.identities} tentatives d’entrer, ${p.topics} topics).`,
  'adopt.closed': (p) =>
    `${p.listener} n’a pas pu être interrogé, car il exige ${p.needs}\u00a0: c’est le contenu de son bloc qui a été comparé.`,
  'adopt.unshadowable': 'On n’a pas pu savoir si les deux se comportent de même\u00a0:',
  'adopt.notInstalled':
    'On n’a pas pu savoir si les deux se comportent de même\u00a0: il n’y a pas ici de mosquitto à interroger.',
  'adopt.left-out': (p) =>
    `${p.count === 1 ? 'Une ligne est omise' : `${p.count} lignes sont omises`}, voir ci-dessus.`,
  'adopt.consent': 'Ce ne serait plus le même broker.',
  'adopt.consentFix': 'Voyez les différences ci-dessus\u00a0; --accept-differences les accepte.',
  'adopt.next': (p) => `Pour le reprendre\u00a0: ${p.command}`,
  'adopt.nextKept': 'Les fichiers tels qu’ils sont restent gardés, et uninstall les remet en place.',
  'adopt.nextAll': (p) => `Pour le reprendre malgré tout\u00a0: ${p.command}`,
  'adopt.changed': 'La configuration a changé entre-temps\u00a0: regardez-la de nouveau.',
  'adopt.kept': (p) =>
    `Les fichiers tels qu’ils étaient sont dans ${p.folder}\u00a0; uninstall les remet en place.`,
  'adopt.unfinished':
    'Une exécution précédente a été coupée\u00a0: ce qui se trouve ici n’en est que la moitié.',
  'adopt.unfinishedFix': 'adopt --write l’annule d’abord, puis montre ce qu’il ferait.',
  'adopt.already': (p) => `Ce broker est déjà géré par mqtt-setup\u00a0: ${p.file} dit ce qu’il doit être.`,
  'adopt.unloaded': (p) =>
    `Le broker ne charge pas ${p.folder} aujourd’hui, et des fichiers de configuration s’y trouvent\u00a0: ils prendraient effet.`,
  'adopt.unloadedFix': 'Déplacez-les, ou renommez-les pour qu’ils ne finissent plus en .conf.',
  'adopt.why.kept': 'Garde un fichier tel qu’il était avant mqtt-setup.',
  'adopt.why.main': 'Laisse dans le fichier principal ce que lui seul peut dire.',
  'adopt.why.gone': 'Tout ce qu’il dit est maintenant dans broker.yaml.',
  'adopt.why.bridge': 'Le mot de passe d’un pont, pour root seul.',
  'adopt.main-header': (p) =>
    `# mqtt-setup a repris le reste de ce fichier\u00a0; tel qu’il était, il est dans ${p.folder}.`,
};
