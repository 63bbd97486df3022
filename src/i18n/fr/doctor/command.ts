import type { doctorCommand as English } from '../../en/doctor/command.ts';
import type { Same } from '../../messages.ts';

export const doctorCommand: Same<typeof English> = {
  'doctor.ask': 'Réparer cela\u00a0?',
  'doctor.oneForm': (p) => `${p.one} et ${p.other} ne vont pas ensemble`,
  'doctor.mend.gone': (p) =>
    `Ce qui devait être réparé n’est plus là (${p.detail})\u00a0: regardez de nouveau`,
  'doctor.noLog': (p) => `${p.path} ne peut pas être lu (${p.errno})`,
  'doctor.unseen': (p) => `${p.path} n’a pas été examiné\u00a0: seul root peut le lire`,
  'doctor.title.check': 'Une vérification de verify échoue',
  'doctor.summary.none': 'Rien trouvé\u00a0: aucune cause de panne n’est visible.',
  'doctor.summary.found': (p) =>
    `${p.count === 1 ? 'Une cause trouvée' : `${p.count} causes trouvées`}${p.mendable === 0 ? '.' : `\u00a0; --fix propose d’en réparer ${p.mendable === p.count ? (p.count === 1 ? 'une' : 'la totalité') : p.mendable}.`}`,
  'doctor.summary.mended': (p) => (p.count === 1 ? 'Une cause réparée.' : `${p.count} causes réparées.`),
  'doctor.bundle.noPath': '--bundle demande le chemin d’un fichier qui n’existe pas encore',
  'doctor.bundle.written': (p) =>
    `${p.path} est écrit (${p.size} Kio, ${p.secrets === 1 ? 'un secret remplacé' : `${p.secrets} secrets remplacés`}). Il contient des noms, des adresses et des topics\u00a0: relisez-le avant de le transmettre.`,
  'doctor.bundle.unsearched': (p) =>
    `le secret de ${p.where} est trop court pour être cherché ailleurs\u00a0: là où il se trouve, il est remplacé`,
  'doctor.bundle.leak': (p) =>
    `rien n’est écrit\u00a0: le secret de ${p.where} s’y trouverait encore (${p.place})`,
  'doctor.bundle.leakFix':
    'Retirez-le d’où il n’a pas sa place, ou donnez d’abord un autre mot de passe à ce compte.',
};
