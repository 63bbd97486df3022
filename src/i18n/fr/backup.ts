import type { backup as en } from '../en/backup.ts';

export const backup: typeof en = {
  'backup.nothing': 'Il n’y a rien à sauvegarder : mqtt-setup n’a installé aucun broker ici.',
  'backup.unreadable': (p) => `la sauvegarde ne peut pas être lue (${p.errno})`,
  'backup.foreign': 'ce n’est pas une sauvegarde de mqtt-setup',
  'backup.newer': 'cette sauvegarde a été faite par une version plus récente de mqtt-setup',
  'backup.damaged': 'cette sauvegarde est abîmée : coupée, ou plus telle qu’elle a été écrite',
  'backup.whole':
    'Rien n’est refait à partir d’une moitié. mqtt-setup backup FICHIER --check dit si un fichier est entier.',
  'backup.passphrase': 'la phrase secrète n’ouvre pas cette sauvegarde, ou le fichier est abîmé',
  'backup.passphraseFix': 'Essayez encore : majuscules et espaces comptent.',
  'backup.needsPassphrase': 'Il faut une phrase secrète, et personne ne peut être interrogé.',
  'backup.passphraseHow': 'Donnez-la par --password-file FICHIER (ou -), ou par --password-env NOM.',
  'backup.askPassphrase': 'Phrase secrète de la sauvegarde :',
  'backup.short': (p) =>
    `La phrase secrète est trop courte : au moins ${p.least} caractères, car qui a le fichier peut essayer des années.`,
  'backup.storeTooLarge': (p) =>
    `${p.path} est trop grand pour une sauvegarde (160 Mio au plus) : copiez-le à la main pendant que le broker est arrêté.`,
  'backup.outside': (p) =>
    `la sauvegarde contient ${p.path}, qui n’est pas un endroit pour les fichiers d’un broker : rien n’en est restauré`,
  'backup.ofFolder': 'Cette sauvegarde est celle d’un broker dans un dossier.',
  'backup.ofFolderFix': 'Restaurez-la dans un dossier : mqtt-setup restore FICHIER --local DOSSIER',
  'backup.ofMachine': 'Cette sauvegarde est celle du broker d’une machine.',
  'backup.ofMachineFix': 'Restaurez-la sans --local.',
  'backup.written': (p) => `Sauvegardé : ${p.file}`,
  'backup.isWhole': (p) => `Entière : ${p.file}`,
  'backup.of': (p) => `faite le ${p.made}, génération ${p.generation}, mosquitto ${p.version}`,
  'backup.holds': (p) => `${p.files} fichiers, ${p.generations} générations`,
  'backup.store': (p) =>
    `la base du broker : ${p.bytes} octets (messages retenus, sessions, messages en attente)`,
  'backup.noStore': 'pas de base : ce broker n’en garde pas',
  'backup.left': (p) => `${p.path} n’est pas dans la sauvegarde : il est hors des dossiers du broker`,
  'backup.open':
    'Elle contient en clair des empreintes de mots de passe et des clés : gardez-la fermée, ou chiffrez-la avec --encrypt.',
  'backup.message': (p) => `restauré d’une sauvegarde du ${p.made}`,
  'backup.command.backup': 'Tout ce qu’il serait pénible de perdre, en un fichier.',
  'backup.command.restore': 'Un broker à partir d’une sauvegarde, ici ou sur une machine nue.',
  'backup.arg.new': 'le fichier à écrire (avec --check : à lire)',
  'backup.arg.file': 'un fichier écrit par backup',
  'backup.option.check': 'lit le fichier et dit s’il est entier ; n’écrit rien',
  'backup.option.encrypt': 'le chiffre avec une phrase secrète, qui est demandée',
  'backup.option.withoutStore': 'laisse la base du broker telle qu’elle est',
  'backup.option.passwordFile':
    'la phrase secrète est la première ligne de ce fichier (- pour l’entrée standard)',
  'backup.option.passwordEnv': 'la phrase secrète est dans cette variable d’environnement',
};
