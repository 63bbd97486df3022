import type { saidConfiguration as English } from '../../en/doctor/said-configuration.ts';
import type { Same } from '../../messages.ts';

export const saidConfiguration: Same<typeof English> = {
  'doctor.title.conf.unknown-variable': 'Une option que cette version du broker ne connaît pas',
  'doctor.said.conf.unknown-variable.cause': (p) =>
    `Le broker ne connaît pas l’option ${p.option} et s’arrête`,
  'doctor.said.conf.unknown-variable.fix': 'Corrigez l’orthographe, ou retirez la ligne.',
  'doctor.title.conf.bad-value': 'Une valeur que le broker n’accepte pas',
  'doctor.said.conf.bad-value.cause': (p) => `Le broker n’accepte pas la valeur de ${p.option} et s’arrête`,
  'doctor.said.conf.bad-value.fix': (p) =>
    `Donnez-lui une valeur acceptée\u00a0: mqtt-setup explain ${p.option} dit lesquelles.`,
  'doctor.title.conf.empty-value': 'Une option sans valeur',
  'doctor.said.conf.empty-value.cause': (p) => `${p.option} est écrite sans valeur, et le broker s’arrête`,
  'doctor.said.conf.empty-value.fix': 'Donnez-lui une valeur, ou retirez la ligne.',
  'doctor.title.conf.duplicate-value': 'Une option qui ne peut être donnée qu’une fois',
  'doctor.said.conf.duplicate-value.cause': (p) =>
    `${p.option} est donnée deux fois, peut-être dans deux fichiers, et le broker s’arrête`,
  'doctor.said.conf.duplicate-value.fix': 'Gardez une seule des lignes.',
  'doctor.title.conf.misplaced': 'Une option au mauvais endroit',
  'doctor.said.conf.misplaced.cause': (p) =>
    `${p.option === '' ? 'Une option' : p.option} est écrite là où le broker ne l’accepte pas\u00a0: les options d’un listener, d’un pont ou d’un greffon suivent la ligne qui l’ouvre`,
  'doctor.said.conf.misplaced.fix': 'Mettez la ligne à sa place, ou retirez-la.',
  'doctor.title.conf.folder-missing': 'Un dossier de la configuration est absent',
  'doctor.said.conf.folder-missing.cause': (p) =>
    `Le broker doit lire le dossier ${p.path} et ne peut pas l’ouvrir`,
  'doctor.said.conf.folder-missing.fix': 'Créez le dossier, ou retirez sa ligne include_dir.',
  'doctor.title.conf.not-utf8': 'Des caractères qui ne sont pas en UTF-8',
  'doctor.said.conf.not-utf8.cause':
    'Une ligne de la configuration n’est pas en UTF-8\u00a0; elle a sans doute été enregistrée en Latin-1',
  'doctor.said.conf.not-utf8.fix': 'Enregistrez le fichier en UTF-8\u00a0: iconv -f latin1 -t utf8 le fait.',
  'doctor.title.conf.file-unread': 'Un fichier de configuration ne peut pas être lu',
  'doctor.said.conf.file-unread.cause': (p) =>
    `Le broker ne peut pas lire ${p.path}\u00a0: il est absent, fermé à l’utilisateur du broker, ou ce n’est pas un fichier`,
  'doctor.said.conf.file-unread.fix': 'Mettez le fichier en place, ou retirez ce qui y renvoie.',
  'doctor.title.conf.deprecated-said': 'Une option appelée à disparaître',
  'doctor.said.conf.deprecated-said.cause': (p) =>
    `${p.option} est abandonnée, ou le sera dans une prochaine version`,
  'doctor.said.conf.deprecated-said.fix': (p) => `mqtt-setup explain ${p.option} dit ce qui la remplace.`,
  'doctor.title.reload.unread': 'Un rechargement n’a pas pu lire la configuration',
  'doctor.said.reload.unread.cause': (p) =>
    `Au dernier rechargement, le broker n’a pas pu lire ${p.path} et continue avec ce qu’il avait`,
  'doctor.said.reload.unread.fix': 'Donnez à l’utilisateur du broker le droit de le lire, puis rechargez.',
  'doctor.title.reload.refused': 'Un rechargement a été refusé',
  'doctor.said.reload.refused.cause': (p) =>
    `Au dernier rechargement, le broker n’a pas pu lire la ligne ${p.number} de ${p.path}\u00a0: il continue avec ce qu’il avait, et ne démarrera pas avec ce fichier`,
  'doctor.said.reload.refused.fix':
    'Corrigez la ligne, puis rechargez\u00a0; mqtt-setup check le dit à l’avance.',
  'doctor.title.reload.listeners': 'Un rechargement ne change pas les listeners',
  'doctor.said.reload.listeners.cause':
    'Des listeners ont été ajoutés ou retirés, et un rechargement ne les ouvre ni ne les ferme',
  'doctor.said.reload.listeners.fix': 'Redémarrez le broker.',
  'doctor.title.bridge.bad-topic': 'Une ligne topic d’un pont que le broker ne peut pas lire',
  'doctor.said.bridge.bad-topic.cause': (p) =>
    `Une ligne topic d’un pont est fausse, et le broker s’arrête (${p.reason})`,
  'doctor.said.bridge.bad-topic.fix':
    'Elle s’écrit\u00a0: topic FILTRE out|in|both QOS PRÉFIXE-LOCAL PRÉFIXE-DISTANT\u00a0; les préfixes ne contiennent pas de joker.',
  'doctor.title.bridge.incomplete': 'Un pont auquel il manque quelque chose',
  'doctor.said.bridge.incomplete.cause': (p) =>
    `Il manque à un pont quelque chose d’indispensable (${p.reason})`,
  'doctor.said.bridge.incomplete.fix':
    'Un pont demande address et au moins une ligne topic\u00a0; une clé PSK demande son identité, et inversement.',
  'doctor.title.bridge.same-name': 'Deux ponts du même nom',
  'doctor.said.bridge.same-name.cause': (p) =>
    `Deux ponts s’appellent ${p.name}, ou se connectent ici avec le même identifiant client`,
  'doctor.said.bridge.same-name.fix':
    'Donnez à chaque connection son propre nom et son propre local_clientid.',
  'doctor.title.plugin.bad-line': 'Une ligne sur un greffon que le broker ne peut pas lire',
  'doctor.said.plugin.bad-line.cause': (p) =>
    `Une ligne sur un greffon est fausse, et le broker s’arrête (${p.reason})`,
  'doctor.said.plugin.bad-line.fix':
    'plugin_load NOM CHEMIN précède plugin_use NOM, chaque nom une seule fois\u00a0; plugin_opt_ demande un nom à sa suite.',
  'doctor.title.plugin.unloadable': 'Un greffon qui ne peut pas être chargé',
  'doctor.said.plugin.unloadable.cause': (p) =>
    `Le broker ne peut pas charger un greffon et s’arrête (${p.reason})`,
  'doctor.said.plugin.unloadable.fix':
    'Installez le greffon pour cette version et cette architecture, ou retirez sa ligne.',
  'doctor.title.plugin.refused': 'Un greffon qui ne fait rien',
  'doctor.said.plugin.refused.cause':
    'Le greffon de sécurité dynamique n’a pas de plugin_opt_config_file et n’est pas actif\u00a0: il ne protège rien',
  'doctor.said.plugin.refused.fix':
    'Mettez plugin_opt_config_file sous sa ligne plugin\u00a0; mosquitto_ctrl dynsec init crée le fichier.',
  'doctor.title.plugin.dynsec-unread': 'Les comptes du greffon de sécurité dynamique sont illisibles',
  'doctor.said.plugin.dynsec-unread.cause': (p) =>
    `Le greffon de sécurité dynamique ne peut pas lire ses comptes (${p.reason})`,
  'doctor.said.plugin.dynsec-unread.fix':
    'Donnez le fichier à l’utilisateur du broker\u00a0; s’il est abîmé, restaurez-le d’une sauvegarde.',
};
