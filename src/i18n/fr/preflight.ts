import type { preflight as english } from '../en/preflight.ts';
import type { Same } from '../messages.ts';

export const preflight: Same<typeof english> = {
  'preflight.notLinux': (p) => `cette machine tourne sous ${p.os}, pas sous Linux`,
  'preflight.notLinuxFix':
    'Lancez-le sur la machine Debian ou Ubuntu destinée au broker. D’ici, on peut vérifier un broker qui tourne : mqtt-setup verify -h HÔTE',
  'preflight.notDebian': (p) =>
    `ceci est ${p.found} ; un broker pour toute la machine s’installe sur Debian, Ubuntu et leurs dérivés`,
  'preflight.notDebianFix':
    'Installez mosquitto avec le gestionnaire de paquets du système ; ensuite --local DOSSIER met en place un broker dans un dossier.',
  'preflight.notDebianLocal': (p) =>
    `Un mosquitto est présent (${p.binary}) : --local DOSSIER met en place un broker dans un dossier avec lui.`,
  'preflight.noApt': 'il n’y a pas de mosquitto sur cette machine, ni d’apt-get pour l’obtenir',
  'preflight.noAptFix':
    'Installez vous-même mosquitto et ses clients (mosquitto_pub, mosquitto_sub), puis relancez la même commande.',
  'preflight.needsRoot': 'installer le broker de la machine demande les droits de root',
  'preflight.needsRootFix': (p) =>
    `Lancez : ${p.command}\nOu, sans root, un broker dans un dossier à vous : ajoutez --local DOSSIER.`,
  'preflight.masked': (p) => `${p.unit} est masqué : quelqu’un a décidé qu’il ne doit pas tourner`,
  'preflight.maskedFix': (p) => `Si ce n’est plus le cas : systemctl unmask ${p.unit}`,
  'preflight.interrupted':
    'dpkg a été interrompu auparavant ; le plan termine d’abord son travail (dpkg --configure -a).',
  'preflight.packageLock': (p) =>
    `Le système de paquets est occupé par ${p.command} (processus ${p.pid}) ; on attendra.`,
  'preflight.records':
    'le registre de ce qui a été installé est endommagé : impossible de savoir quels fichiers sont les nôtres',
  'preflight.recordsFix': (p) =>
    `Rétablissez-le depuis une sauvegarde ; ou écartez-le (mv ${p.file} ${p.file}.bad) et relancez la même commande avec --overwrite-drift.`,
  'preflight.originals':
    'ce qui a été gardé du broker avant que adopt le reprenne n’est pas lisible en entier, et serait perdu',
  'preflight.originalsFix': (p) =>
    `Rétablissez-le depuis une sauvegarde\u00a0; ou écartez-le (mv ${p.folder} ${p.folder}.bad) et relancez la même commande\u00a0: rien n’est alors remis en place.`,
  'preflight.handMade': (p) => `${p.path} a été écrit à la main : ce broker est déjà configuré`,
  'preflight.handMadeFix':
    'Il est laissé tel quel. `mqtt-setup adopt` montre ce que ce broker serait avec mqtt-setup, et le reprend avec --write\u00a0; ou déplacez le fichier si vous n’en avez plus besoin.',
  'preflight.notOurs': (p) => `${p.path} existe déjà, et ce n’est pas nous qui l’avons écrit`,
  'preflight.notOursFix': 'Écartez-le s’il ne sert plus, ou donnez --overwrite-drift pour le remplacer.',
  'preflight.notDeclared': (p) =>
    `${p.path} n’est pas ce qui est déclaré, et rien ne dit que nous l’avons écrit`,
  'preflight.notDeclaredFix':
    'Avec --overwrite-drift, il est remplacé par ce qui est déclaré. Fait à la main comme déclaré, il devient nôtre avec mqtt-setup apply, avant tout autre changement.',
  'preflight.noMainConf': (p) => `${p.path} a été supprimé, alors que mosquitto est installé`,
  'preflight.noMainConfFix':
    'Rétablissez-le : apt-get install --reinstall -o Dpkg::Options::=--force-confmiss mosquitto',
  'preflight.noInclude': (p) => `il ne charge pas ${p.folder} : notre configuration resterait sans effet`,
  'preflight.noIncludeFix': (p) => `Ajoutez la ligne : ${p.line}`,
  'preflight.notAFile': (p) => `${p.path} devrait être un fichier ordinaire et n’en est pas un (${p.kind})`,
  'preflight.notAFileFix': 'On n’écrit jamais à travers. Écartez-le, puis relancez la même commande.',
  'preflight.drift': (p) => `${p.path} a été modifié à la main depuis que nous l’avons écrit`,
  'preflight.driftFix':
    'mqtt-setup diff montre ce qui a été modifié. mqtt-setup adopt --merge le garde ; --overwrite-drift fait récrire le fichier, et ce qui y est maintenant reste dans la génération.',
  'preflight.notAFolder': (p) => `${p.path} devrait être un dossier et n’en est pas un (${p.kind})`,
  'preflight.writable': (p) =>
    `tout le monde peut écrire dans ${p.path} : un autre utilisateur pourrait mettre autre chose à la place de nos fichiers`,
  'preflight.groupWritable': (p) => `tout le groupe ${p.group} peut écrire dans ${p.path}`,
  'preflight.folderOwner': (p) => `${p.path} appartient à un autre utilisateur (${p.owner})`,
  'preflight.folderFix': (p) =>
    `Examinez-le avec : ls -ld ${p.path}. Il faut un dossier où seul son propriétaire peut écrire : chmod go-w ${p.path}`,
  'preflight.separator': (p) =>
    `le broker serait dépaqueté dans ${p.path}, mais un dossier de bibliothèques ne peut pas contenir « : » ni « ; »`,
  'preflight.separatorFix': 'Choisissez un autre dossier.',
  'preflight.address': (p) => `écoute ${p.listener} : cette machine n’a pas l’adresse ${p.address}`,
  'preflight.addressFix': (p) => `Elle a : ${p.addresses}`,
  'preflight.portTaken': (p) => `le port ${p.port} est pris par un processus d’un autre utilisateur`,
  'preflight.portTakenFix': (p) =>
    `Root peut voir lequel : ss -ltnp 'sport = :${p.port}'. Arrêtez-le, ou choisissez un autre port avec --port.`,
  'preflight.portTakenBy': (p) => `le port ${p.port} est pris par ${p.process} (processus ${p.pid})`,
  'preflight.portFix': (p) =>
    `Arrêtez ${p.process} (processus ${p.pid}) s’il ne sert pas, ou choisissez un autre port avec --port.`,
  'preflight.secondBroker': (p) =>
    `Un autre mosquitto, peut-être démarré à la main. Arrêtez-le (kill ${p.pid}), ou choisissez un autre port avec --port.`,
  'preflight.adoptedRuns': (p) =>
    `C’est peut-être le broker même qui est lu. Arrêtez-le (kill ${p.pid}, ou systemctl stop mosquitto), puis recommencez.`,
  'preflight.otherBroker': (p) =>
    `Un autre mosquitto (processus ${p.pid}) écoute sur le port ${p.port} ; on n’y touche pas.`,
  'preflight.space': (p) => `il ne reste que ${p.free} Mio pour ${p.path} ; il en faut ${p.needed}`,
  'preflight.spaceFix': (p) =>
    `Faites-y de la place : df -h ${p.path} montre de quel système de fichiers il s’agit.`,
};
