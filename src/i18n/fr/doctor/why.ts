import type { doctorWhy as English } from '../../en/doctor/why.ts';
import type { Same } from '../../messages.ts';

export const doctorWhy: Same<typeof English> = {
  'doctor.why.noUser': '--why a besoin du nom d’un utilisateur',
  'doctor.why.onlyWhy': (p) => `${p.option} ne va qu’avec --why`,
  'doctor.why.noConf': (p) => `${p.path} ne peut pas être lu\u00a0: on ne sait rien de ce broker`,
  'doctor.why.noListener': (p) =>
    p.known === ''
      ? `Il n’y a pas de listener ${p.listener}`
      : `Il n’y a pas de listener ${p.listener}\u00a0; il y a ${p.known}`,

  'doctor.why.head.yes': (p) => `${p.name} peut se connecter à ${p.door}`,
  'doctor.why.head.no': (p) => `${p.name} est refusé à ${p.door}`,
  'doctor.why.head.open': (p) =>
    `On ne peut pas dire avec certitude si ${p.name} peut se connecter à ${p.door}`,
  'doctor.why.head.password': (p) => `${p.name} peut se connecter à ${p.door} avec le bon mot de passe`,
  'doctor.why.tryPassword': 'Avec --password-file ou --password-env, le mot de passe est essayé aussi.',
  'doctor.why.rights': 'Une fois connecté, ces lignes disent ce qui lui est permis\u00a0:',
  'doctor.why.more': (p) => (p.count === 1 ? '… et une de plus' : `… et ${p.count} de plus`),

  'doctor.why.fix.add': (p) => `Ajoutez ${p.name} au fichier.`,
  'doctor.why.fix.password': (p) => `Donnez un nouveau mot de passe à ${p.name}.`,

  'doctor.why.anonymous': 'les clients qui ne donnent aucun nom sont admis ici aussi',
  'doctor.why.tls': 'ce port ne parle que TLS\u00a0: un client qui ne le fait pas est coupé sans réponse',
  'doctor.why.notRunning': 'le broker ne fonctionne pas',
  'doctor.why.notRunningFix': 'Cherchez pourquoi\u00a0:',

  'doctor.why.noPasswords':
    'ce listener n’a ni fichier de mots de passe ni greffon, et n’admet personne sans nom\u00a0: personne n’entre',
  'doctor.why.noPasswordsFix':
    'Donnez-lui un fichier de mots de passe, par une ligne password_file sous sa ligne listener.',
  'doctor.why.stray.other-listener': (p) =>
    `ce listener n’a pas de fichier de mots de passe\u00a0: ${p.path} est celui d’un autre listener, et per_listener_settings donne à chacun le sien`,
  'doctor.why.stray.above-listeners': (p) =>
    `ce listener n’a pas de fichier de mots de passe\u00a0: ${p.path} est nommé au-dessus de tous les listeners, où, avec per_listener_settings, il n’appartient à aucun d’eux`,
  'doctor.why.stray.above-switch': (p) =>
    `ce listener n’a pas de fichier de mots de passe\u00a0: ${p.path} est nommé au-dessus de per_listener_settings, et ne compte pour aucun listener`,
  'doctor.why.stray.replaced': (p) =>
    `ce listener n’a pas de fichier de mots de passe\u00a0: une ligne lue plus tard a pris la place de ${p.path}`,
  'doctor.why.strayFix': 'Mettez la ligne password_file sous la ligne de ce listener.',

  'doctor.why.file.unseen': (p) =>
    `${p.path} n’a pas été lu\u00a0: cet utilisateur n’en a pas le droit, on ne sait donc rien de ses comptes`,
  'doctor.why.file.unseenFix': 'Demandez de nouveau en tant que root.',
  'doctor.why.file.relative': (p) =>
    `${p.path} n’est pas un chemin complet\u00a0: l’endroit où le broker le cherche dépend de celui où il a été lancé`,

  'doctor.why.name.control': 'le nom contient un caractère que le broker n’accepte d’aucun client',
  'doctor.why.name.colon':
    'le nom contient un deux-points, qui termine un nom dans un fichier de mots de passe\u00a0: il ne peut figurer dans aucun',
  'doctor.why.name.comment':
    'le nom commence par #, ce qui fait de sa ligne un commentaire\u00a0: il ne peut figurer dans aucun fichier de mots de passe',
  'doctor.why.name.long': 'le nom est plus long que MQTT ne le permet',
  'doctor.why.name.fix': 'Choisissez un autre nom.',

  'doctor.why.user.notApplied': (p) => `${p.name} est déclaré, mais pas encore dans ${p.path}`,
  'doctor.why.user.notAppliedFix': 'Appliquez ce qui est déclaré.',
  'doctor.why.user.elsewhere': (p) =>
    `${p.name} n’est pas dans ${p.path}, qui compte ici, mais dans ${p.other}, qui n’est pas lu pour ce listener`,
  'doctor.why.user.commented': (p) => `la ligne de ${p.name} dans ${p.path} est mise en commentaire`,
  'doctor.why.user.unknown': (p) =>
    p.count === 0 ? `${p.path} ne contient aucun compte` : `${p.path} n’a pas d’utilisateur ${p.name}`,
  'doctor.why.user.blanks': (p) =>
    `${p.path} a l’utilisateur «\u00a0${p.like}\u00a0», mais le client dit «\u00a0${p.name}\u00a0»\u00a0: les blancs autour d’un nom comptent`,
  'doctor.why.user.form': (p) =>
    `${p.path} a un utilisateur qui ressemble à ${p.name} et qui s’écrit avec d’autres caractères Unicode`,
  'doctor.why.user.case': (p) =>
    `${p.path} n’a pas d’utilisateur ${p.name}, mais ${p.like}\u00a0: majuscules et minuscules diffèrent`,
  'doctor.why.user.slip': (p) =>
    `${p.path} n’a pas d’utilisateur ${p.name}\u00a0; vouliez-vous dire ${p.like}\u00a0?`,

  'doctor.why.password.notGiven': (p) =>
    `${p.name} est dans ${p.path}\u00a0; le mot de passe n’a pas été essayé`,
  'doctor.why.password.notAsked':
    'aucun mot de passe n’est demandé ici\u00a0: tout nom et tout mot de passe sont admis sans être regardés',
  'doctor.why.password.right': (p) => `le mot de passe est celui de ${p.name} dans ${p.path}`,
  'doctor.why.password.wrong': (p) => `le mot de passe n’est pas celui de ${p.name} dans ${p.path}`,
  'doctor.why.password.blank': (p) =>
    `le mot de passe de ${p.name} ne diffère de celui qui est donné que par un blanc ou une fin de ligne`,
  'doctor.why.password.other': (p) =>
    `${p.name} y figure deux fois\u00a0: le mot de passe est celui de la ligne ${p.first}, mais c’est la ligne ${p.second} qui compte`,
  'doctor.why.password.otherFix': (p) => `Retirez la ligne ${p.second}.`,

  'doctor.why.reload': (p) =>
    `${p.path} a été changé après que le broker l’a lu\u00a0: il ne connaît peut-être que l’ancien`,
  'doctor.why.reloadFix': 'Faites relire ses fichiers au broker.',

  'doctor.why.plugin': (p) =>
    `le greffon ${p.path} est interrogé ici aussi\u00a0: lui seul sait qui il admet`,
  'doctor.why.pluginFix': 'Regardez les réglages du greffon, et le journal du broker.',

  'doctor.why.certificate.needed': 'ce listener n’admet personne sans un certificat que son autorité a signé',
  'doctor.why.certificate.neededFix':
    'Donnez au client son certificat et sa clé, en plus du nom et du mot de passe.',
  'doctor.why.certificate.names': (p) =>
    `ici, le nom vient du certificat du client, et aucun mot de passe n’est regardé\u00a0: un client n’est ${p.name} qu’avec un certificat à ce nom`,
  'doctor.why.certificate.namesFix': (p) =>
    `Le nom commun (CN) du certificat du client doit être ${p.name}\u00a0:`,
  'doctor.why.certificate.subjectFix': 'Le sujet entier du certificat du client est son nom\u00a0:',
  'doctor.why.psk.needed': 'ce listener n’admet personne sans clé partagée (PSK)',
  'doctor.why.psk.names': (p) =>
    `ici, le nom est l’identité d’une clé partagée (PSK), et aucun mot de passe n’est regardé\u00a0: un client n’est ${p.name} qu’avec cette clé`,
  'doctor.why.psk.fix': 'Donnez au client l’identité et la clé du fichier PSK.',
  'doctor.why.psk.unknown': (p) =>
    `ici, le nom est l’identité d’une clé partagée (PSK), et ${p.path} n’a pas de ${p.name}`,
  'doctor.why.psk.unknownFix': (p) =>
    `Ajoutez une ligne «\u00a0${p.name}:CLÉ\u00a0», la clé en chiffres hexadécimaux.`,

  'doctor.why.clientId.isName':
    'le nom est aussi l’identifiant du client\u00a0: un second client de ce nom chasse le premier',
  'doctor.why.clientId.empty': 'le client vient sans identifiant, ce qui est refusé ici',
  'doctor.why.clientId.emptyFix': 'Donnez au client un identifiant à lui.',
  'doctor.why.clientId.prefix': (p) =>
    `seuls les identifiants de client qui commencent par ${p.prefix} sont admis\u00a0; --client-id dit lequel il a`,
  'doctor.why.clientId.notPrefix': (p) =>
    `l’identifiant de client ${p.id} ne commence pas par ${p.prefix}, comme il le faut ici`,
  'doctor.why.clientId.prefixFix': (p) =>
    `Donnez au client un identifiant qui commence par ${p.prefix}, ou retirez la ligne.`,

  'doctor.why.acl.plugin': 'ce qui lui est permis une fois connecté est l’affaire du greffon',
  'doctor.why.acl.none':
    'aucun fichier ACL ne compte ici\u00a0: qui est connecté peut tout lire et tout écrire',
  'doctor.why.acl.unseen': (p) =>
    `${p.path} n’a pas été lu\u00a0: on ne sait pas ce qui lui est permis une fois connecté`,
  'doctor.why.acl.nothing': (p) =>
    `${p.name} se connecte, et ne peut rien faire\u00a0: aucune ligne de ${p.path} ne lui permet quoi que ce soit`,
  'doctor.why.acl.nothingFix': (p) =>
    `Donnez des droits à ${p.name}\u00a0; demandez quelle ligne décide\u00a0:`,

  'doctor.why.live.accepted': 'le broker lui-même l’a admis',
  'doctor.why.live.acceptedAnyway':
    'le broker l’a admis quand même\u00a0: il suit ce qu’il a lu auparavant, et non les fichiers tels qu’ils sont',
  'doctor.why.live.refused': (p) => `les fichiers l’admettraient, mais le broker l’a refusé (${p.code})`,
  'doctor.why.live.refusedToo': (p) => `le broker lui-même l’a refusé aussi (${p.code})`,
  'doctor.why.live.refusedFix':
    'Faites relire ses fichiers au broker\u00a0; si cela ne suffit pas, son journal en dit plus.',
  'doctor.why.live.unreachable': (p) =>
    `le broker n’a pas été interrogé\u00a0: il n’a pas répondu (${p.code})`,
};
