import type { saidSystemd as English } from '../../en/doctor/said-systemd.ts';
import type { Same } from '../../messages.ts';

export const saidSystemd: Same<typeof English> = {
  'doctor.title.unit.exec': 'systemd ne peut pas exécuter le broker',
  'doctor.said.unit.exec.cause':
    'systemd ne peut pas exécuter le programme de l’unité (203/EXEC)\u00a0: il est absent, ou n’a pas le droit d’être exécuté',
  'doctor.said.unit.exec.fix':
    'Rendez-le exécutable\u00a0; s’il est absent\u00a0: apt-get install --reinstall mosquitto.',
  'doctor.title.unit.user': 'L’utilisateur de l’unité n’existe pas',
  'doctor.said.unit.user.cause':
    'systemd doit lancer le broker sous un utilisateur ou un groupe que cette machine ne connaît pas (217/USER)',
  'doctor.said.unit.user.fix':
    'Retirez User= et Group= du fichier ajouté\u00a0: le broker change lui-même d’utilisateur.',
  'doctor.title.unit.namespace': 'Le bac à sable de l’unité ne peut pas être créé',
  'doctor.said.unit.namespace.cause': (p) =>
    `systemd ne peut pas créer le bac à sable de l’unité (226/NAMESPACE)${p.path === '' ? '' : `\u00a0: ${p.path} est absent`}`,
  'doctor.said.unit.namespace.fix':
    'Créez le chemin, ou retirez-le de ReadWritePaths=, BindPaths= et semblables\u00a0; un - en tête rend un chemin facultatif.',
  'doctor.title.unit.chdir': 'Le dossier de l’unité est absent',
  'doctor.said.unit.chdir.cause': 'systemd doit lancer le broker dans un dossier absent ou fermé (200/CHDIR)',
  'doctor.said.unit.chdir.fix': 'Créez le dossier, ou retirez WorkingDirectory=.',
  'doctor.title.unit.timeout': 'Le démarrage a duré trop longtemps',
  'doctor.said.unit.timeout.cause':
    'Le broker n’a pas signalé à temps à systemd qu’il est prêt, et a été arrêté',
  'doctor.said.unit.timeout.fix':
    'Type=notify demande un broker qui sait le signaler\u00a0; une grande base demande un TimeoutStartSec= plus long.',
  'doctor.title.unit.killed': 'Le broker a été tué',
  'doctor.said.unit.killed.cause': (p) =>
    `Le broker a été arrêté par un signal (${p.signal})\u00a0: 9/KILL par quelqu’un ou faute de mémoire, 11/SEGV et 6/ABRT par sa propre faute`,
  'doctor.said.unit.killed.fix':
    'journalctl -k dit si la mémoire a manqué\u00a0; après une faute du broker, mettez-le à jour, et retirez les greffons un à un.',
  'doctor.title.unit.start-limit': 'systemd a abandonné',
  'doctor.said.unit.start-limit.cause':
    'Le broker s’est arrêté encore et encore, et systemd ne le démarre plus (start-limit-hit)',
  'doctor.said.unit.start-limit.fix':
    'Réparez d’abord la cause, puis\u00a0: systemctl reset-failed mosquitto.',
};
