import type { users as english } from '../en/users.ts';
import type { Same } from '../messages.ts';

const s = (count: number): string => (count > 1 ? 's' : '');

export const users: Same<typeof english> = {
  'users.command.import':
    'Ajoute (ou modifie avec --update) les comptes d’un fichier CSV ou JSON Lines : tous ou aucun.',
  'users.command.export':
    'Affiche tous les comptes en CSV ou JSON Lines, sous la forme que lit import-users ; sans secret.',
  'users.arg.file':
    'CSV avec en-tête (name, roles, topics, since, password, hash ; seul name est requis), ou JSON Lines ; - pour l’entrée standard. Plusieurs rôles ou topics dans un champ sont séparés par |',
  'users.option.role': 'rôle des nouveaux comptes auxquels le fichier n’en donne pas (répétable)',
  'users.option.topic':
    'filtre de topics des nouveaux comptes auxquels le fichier n’en donne pas (répétable)',
  'users.option.update':
    'les comptes qui existent reçoivent les rôles et topics du fichier, et un mot de passe là où il y en a un',
  'users.option.passwordsOut':
    'nouveau fichier pour les mots de passe inventés (0600 ; par défaut FICHIER.passwords.csv à côté du fichier)',
  'users.option.format': 'csv (par défaut) ou jsonl',
  'users.option.out': 'un nouveau fichier (0600) au lieu de la sortie standard',
  'users.option.hashes': 'avec les empreintes enregistrées, pour un autre broker ; seulement dans un fichier',

  'users.import.column': (p) => `La colonne « ${p.column} » est inconnue.`,
  'users.import.column-twice': (p) => `La colonne « ${p.column} » figure deux fois.`,
  'users.import.no-name': 'La première ligne doit nommer les colonnes, dont « name ».',
  'users.import.fields': (p) => `Cette ligne a ${p.found} champ${s(p.found)}, l’en-tête ${p.wanted}.`,
  'users.import.quote-open':
    'Le guillemet ouvert ici n’est jamais fermé. (Un guillemet à l’intérieur d’un champ s’écrit deux fois.)',
  'users.import.quote-behind': 'Après un guillemet fermant, il faut un séparateur ou la fin de la ligne.',
  'users.import.text': (p) => `« ${p.key} » doit être un texte entre guillemets doubles.`,
  'users.import.both': 'Donnez un mot de passe ou une empreinte, pas les deux.',
  'users.import.hash':
    'Ce n’est pas une empreinte que le broker d’ici sait lire ($7$TOURS$SEL$EMPREINTE, sel de 12 octets).',
  'users.import.noRoles': 'Le compte n’a aucun rôle.',
  'users.import.noRolesFix': 'Donnez-en un dans la colonne « roles », ou pour tous avec --role.',
  'users.import.noTopics': 'Le rôle porte sur des topics, et le compte n’en a pas.',
  'users.import.noTopicsFix': 'Donnez-les dans la colonne « topics », ou pour tous avec --topic.',
  'users.import.update': 'Avec --update, ses rôles et topics deviennent ceux du fichier.',
  'users.import.more': (p) =>
    `… et ${p.count} autre${s(p.count)} problème${s(p.count)}. Rien n’a été modifié.`,
  'users.import.empty': 'Il n’y a aucun compte dans ce fichier.',
  'users.import.form':
    'CSV : une ligne avec les noms des colonnes (name,roles,topics), puis une ligne par compte.',
  'users.import.large': (p) => `${p.path} dépasse ${p.max} Mio : ce n’est pas une liste de comptes.`,
  'users.import.utf16': (p) => `${p.path} n’est pas un texte UTF-8 (UTF-16, ou autre chose que du texte).`,
  'users.import.notUtf8': 'Cette ligne n’est pas en UTF-8 (peut-être en Latin-1).',
  'users.import.utf8Fix': (p) =>
    `Dans un tableur, enregistrez-le en « CSV UTF-8 » ; ou : iconv -f latin1 -t utf-8 ${p.path}`,
  'users.import.done': (p) => `${p.added} ajouté${s(p.added)}, ${p.updated} modifié${s(p.updated)}.`,
  'users.import.would': (p) => `${p.added} seraient ajoutés, ${p.updated} modifiés.`,
  'users.import.written': (p) =>
    `${p.count} mot${s(p.count)} de passe inventé${s(p.count)} : ${p.file} (0600). Ils ne figurent nulle part ailleurs en clair : distribuez-les, puis supprimez le fichier.`,
  'users.import.wouldWrite': (p) =>
    `${p.count} mot${s(p.count)} de passe seraient inventés et écrits dans ${p.file} (0600).`,
  'users.import.sample': (p) =>
    `${p.tried} des ${p.of} nouveaux mots de passe ont été essayés sur le broker.`,

  'users.export.format': (p) => `--format connaît csv et jsonl, pas ${p.value}`,
  'users.export.hashesOut':
    'les empreintes sont des secrets : elles vont dans un fichier, jamais à l’écran ni dans un tube',
  'users.export.hashesOutFix': 'Ajoutez --out FICHIER : il est créé, lisible par vous seul.',
  'users.export.written': (p) => `${p.count} compte${s(p.count)} : ${p.file} (0600)`,
  'users.export.hashesWarning':
    'Qui possède ce fichier peut y essayer des mots de passe jour et nuit. Supprimez-le dès qu’il a servi.',

  'users.out.exists': (p) => `${p.path} existe déjà, et n’est pas écrasé`,
  'users.out.existsFix': 'Nommez-en un autre avec --out.',
  'users.twin': (p) =>
    `Le nom de compte « ${p.name} » ne diffère de « ${p.other} » que par les majuscules : le broker les distingue, les gens non.`,
  'users.lastAdmin': (p) =>
    `${p.name} est le dernier compte qui peut écrire partout (rôle admin, ou # en écriture) : plus personne ne pourrait administrer par MQTT.`,
  'users.lastAdminFix': 'Donnez d’abord le rôle admin à un autre compte, ou continuez avec --yes.',
  'users.denied': (p) =>
    `${p.name} a le topic ${p.topic}, mais ${p.denied} est interdit : ce que les deux couvrent reste refusé.`,
  'users.deniedMore': (p) => `De même pour ${p.count} autre${s(p.count)} topic${s(p.count)}.`,
  'users.cost': (p) =>
    `Chaque connexion coûte environ ${p.milliseconds} ms de l’unique fil du broker (${p.iterations} tours).`,
  'users.hash.none': 'aucune',
  'users.hash.foreign': 'étrangère',
  'users.hash.weak': 'faible',
  'users.hash.noneNote': (p) =>
    `Sans mot de passe que le broker sache lire : ${p.names} (${p.count}). Personne ne peut s’y connecter ; set-password en donne un.`,
  'users.hash.foreignNote': (p) =>
    `Toutes les versions du broker ne savent pas lire l’empreinte de : ${p.names} (${p.count}). Le prochain set-password la renouvelle.`,
  'users.hash.weakNote': (p) =>
    `Empreinte faible, vite essayée par qui vole le fichier : ${p.names} (${p.count}). Le prochain set-password la renouvelle.`,
};
