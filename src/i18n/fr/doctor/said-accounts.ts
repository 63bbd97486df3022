import type { saidAccounts as English } from '../../en/doctor/said-accounts.ts';
import type { Same } from '../../messages.ts';

export const saidAccounts: Same<typeof English> = {
  'doctor.title.passwords.unopened': 'Le fichier de mots de passe ne peut pas être lu',
  'doctor.said.passwords.unopened.cause': (p) =>
    `Le broker ne peut pas lire le fichier de mots de passe ${p.path} et s’arrête\u00a0: il est absent, fermé à l’utilisateur du broker, ou ce n’est pas un fichier ordinaire`,
  'doctor.said.passwords.unopened.fix':
    'Mettez le fichier en place et donnez-le à l’utilisateur du broker, mode 0600.',
  'doctor.title.passwords.lost-at-reload': 'Les mots de passe ont été perdus à un rechargement',
  'doctor.said.passwords.lost-at-reload.cause': (p) =>
    `Quand il a dû recharger, le broker n’a pas pu lire ${p.path}\u00a0: 2.0 n’admet plus personne, 2.1 s’est arrêté`,
  'doctor.said.passwords.lost-at-reload.fix':
    'Remettez le fichier en ordre, puis rechargez, ou démarrez le broker.',
  'doctor.title.passwords.invalid-line':
    'Une ligne du fichier de mots de passe que le broker ne peut pas lire',
  'doctor.said.passwords.invalid-line.cause': (p) =>
    `Le broker ne peut pas lire une ligne de ${p.path} et s’arrête\u00a0: ce n’est pas nom:empreinte, ou le nom y est deux fois`,
  'doctor.said.passwords.invalid-line.fix': 'Retirez la ligne, et redéfinissez ce mot de passe.',
  'doctor.title.passwords.entry-dropped': 'Un compte dont le broker ne peut pas lire l’empreinte',
  'doctor.said.passwords.entry-dropped.cause': (p) =>
    `Le broker ne peut pas lire le mot de passe enregistré de ${p.user} et écarte le compte\u00a0: il ne peut pas se connecter`,
  'doctor.said.passwords.entry-dropped.fix': (p) =>
    `Redéfinissez le mot de passe de ${p.user}\u00a0: un mot de passe en clair ou l’empreinte d’une autre version ne valent rien.`,
  'doctor.title.psk.unopened': 'Le fichier PSK ne peut pas être lu',
  'doctor.said.psk.unopened.cause': (p) => `Le broker ne peut pas lire le fichier PSK ${p.path} et s’arrête`,
  'doctor.said.psk.unopened.fix':
    'Mettez le fichier en place et donnez-le à l’utilisateur du broker, mode 0600.',
  'doctor.title.psk.invalid-line': 'Une clé qui n’est pas hexadécimale',
  'doctor.said.psk.invalid-line.cause': (p) =>
    `La clé de ${p.user} dans le fichier PSK contient autre chose que des chiffres hexadécimaux`,
  'doctor.said.psk.invalid-line.fix': 'Écrivez la clé avec 0 à 9 et a à f.',
  'doctor.title.acl.unopened': 'Le fichier ACL ne peut pas être lu',
  'doctor.said.acl.unopened.cause': (p) =>
    `Le broker ne peut pas lire le fichier ACL ${p.path} et s’arrête\u00a0: il est absent, fermé à l’utilisateur du broker, ou ce n’est pas un fichier ordinaire`,
  'doctor.said.acl.unopened.fix':
    'Mettez le fichier en place et donnez à l’utilisateur du broker le droit de le lire.',
  'doctor.title.acl.unreadable-line': 'Une ligne du fichier ACL que le broker ne peut pas lire',
  'doctor.said.acl.unreadable-line.cause': (p) =>
    `Le broker ne peut pas lire une ligne de ${p.path} et s’arrête`,
  'doctor.said.acl.unreadable-line.fix':
    'Les lignes sont\u00a0: user NOM, topic [read|write|readwrite|deny] FILTRE, pattern … FILTRE\u00a0; un commentaire commence à la marge.',
  'doctor.title.acl.lost-at-reload': 'Les règles d’accès ont été perdues à un rechargement',
  'doctor.said.acl.lost-at-reload.cause': (p) =>
    `Quand il a dû recharger, le broker n’a pas pu lire tout ${p.path}\u00a0: 2.0 suit ce qu’il avait lu jusque-là, ou plus aucune règle, 2.1 s’est arrêté`,
  'doctor.said.acl.lost-at-reload.fix':
    'Remettez aussitôt le fichier en ordre, puis rechargez, ou démarrez le broker.',
  'doctor.title.acl.pattern-for-all': 'Un motif qui vaut pour tout le monde',
  'doctor.said.acl.pattern-for-all.cause': (p) =>
    `Le motif ${p.pattern} ne contient ni %u ni %c\u00a0: il donne son droit à chaque client`,
  'doctor.said.acl.pattern-for-all.fix': 'Mettez-y %u ou %c, ou écrivez-le comme ligne topic.',
  'doctor.title.file.open-to-others': 'Un fichier qui n’est pas qu’au broker',
  'doctor.said.file.open-to-others.cause': (p) =>
    `${p.path} appartient à un autre que le broker, ou d’autres peuvent le lire\u00a0: une prochaine version ne le chargera plus`,
  'doctor.said.file.open-to-others.fix': 'Donnez-le à l’utilisateur du broker, mode 0600.',
  'doctor.title.login.refused': 'Des clients n’ont pas été admis',
  'doctor.said.login.refused.cause':
    'Le broker a refusé une connexion\u00a0: pas de nom, un nom inconnu ou un mauvais mot de passe',
  'doctor.said.login.refused.fix':
    'Si elle aurait dû être admise\u00a0: mqtt-setup doctor --why UTILISATEUR dit pourquoi.',
  'doctor.title.login.psk': 'Un client avec une identité inconnue ou une mauvaise clé',
  'doctor.said.login.psk.cause':
    'Un client a été coupé, car son identité PSK ou sa clé n’est pas celle d’ici',
  'doctor.said.login.psk.fix': 'Comparez l’identité et la clé du client avec le psk_file.',
  'doctor.title.rights.publish': 'Des messages que personne ne peut envoyer',
  'doctor.said.rights.publish.cause':
    'Le broker a jeté des messages\u00a0: leur expéditeur n’a pas le droit de publier sur ce topic',
  'doctor.said.rights.publish.fix':
    'S’il devrait l’avoir\u00a0: mqtt-setup can UTILISATEUR publish TOPIC dit quelle règle décide.',
};
