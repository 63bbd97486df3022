import type { host as english } from '../en/host.ts';
import type { Same } from '../messages.ts';

export const host: Same<typeof english> = {
  'host.fs.failed': (p) => `échec de l’opération « ${p.what} » sur ${p.path} : ${p.errno}`,
  'host.fs.full':
    'Le disque est plein : libérez de la place (df -h montre où), puis relancez la même commande.',
  'host.fs.readOnly':
    'Le système de fichiers est en lecture seule : remontez-le en écriture, puis relancez la même commande.',
  'host.fs.look': 'Examinez ce chemin et son dossier avec ls -la, puis relancez la même commande.',
  'host.fs.noAccount': (p) => `aucun utilisateur ni groupe ne s’appelle ${p.name} sur cette machine`,
  'host.fs.notAFile': (p) =>
    `${p.path} n’est pas un fichier ordinaire ; on n’écrit jamais à travers un lien, un tube ou un dossier`,
  'host.fs.changedMeanwhile': (p) =>
    `${p.path} a été modifié par quelqu’un d’autre depuis l’établissement du plan ; il n’a pas été touché`,
  'host.fs.lostWrite': (p) =>
    `quelqu’un d’autre (mosquitto_passwd, peut-être) a écrit dans ${p.path} pendant son remplacement : cette modification est perdue, et cette exécution a été annulée`,
  'host.fs.writtenMeanwhile': (p) =>
    `quelqu’un d’autre a écrit dans ${p.path} juste après cette exécution : le fichier est resté tel quel, et le reste de cette exécution a été annulé`,
  'host.fs.again': 'Relancez la même commande : elle établira un nouveau plan d’après l’état actuel.',
  'host.exec.failed': (p) =>
    `${p.command}\ns’est terminé avec le code ${p.code}${p.output === '' ? '' : ` :\n${p.output}`}`,
  'host.exec.missing': (p) => `Installez le programme ${p.program}, puis relancez la même commande.`,
  'host.exec.retry':
    'Les lignes ci-dessus sont celles du programme ; une fois la cause corrigée, relancez la même commande.',
  'host.exec.network':
    'Cette machine est-elle reliée au réseau, et sa source de paquets est-elle la bonne (/etc/apt/sources.list, /etc/apt/sources.list.d) ? Rien n’a été modifié.',
  'host.lock.failed': (p) => `impossible de prendre le verrou ${p.path} (flock a rendu ${p.code})`,
  'host.init.logDenied': (p) => `seul root peut lire ${p.path}`,
  'host.init.startFailed': 'le broker n’a pas démarré',
  'host.init.startEnded': (p) => `le broker s’est arrêté juste après son démarrage (${p.code})`,
  'host.init.startFix': 'Ce qu’il a dit suit ; corrigez-en la cause, puis redémarrez-le.',
  'host.init.said': (p) => `${p.source} : ${p.text}`,
  'host.init.wontStop': (p) => `le broker (processus ${p.pid}) ne s’arrête pas, même forcé`,
  'host.init.notOurs': (p) => `le broker (processus ${p.pid}) appartient à un autre utilisateur`,
  'host.init.cannotRun': (p) => `impossible d’exécuter ${p.program} : ${p.errno}`,
  'host.init.notRunning': 'le broker ne tourne pas',
  'host.init.startIt': 'Démarrez-le avec : mqtt-setup start',
  'host.init.notAFolder': (p) => `${p.path} n’est pas un dossier`,
  'host.init.commandFailed': (p) =>
    `${p.command} s’est terminé avec le code ${p.code}${p.output === '' ? '' : ` :\n${p.output}`}`,
  'host.packages.unreachable': 'les paquets de mosquitto n’ont pas pu être téléchargés',
  'host.packages.unreachableFix':
    'Vérifiez le réseau et les sources de paquets (/etc/apt), puis relancez la même commande ; ou installez mosquitto sur la machine, il sera utilisé tel quel.',
};
