import type { conf as en } from '../en/conf.ts';
import type { Same } from '../messages.ts';

export const conf: Same<typeof en> = {
  'conf.option.unknown': (p) => `Mosquitto ne connaît pas d’option «\u00a0${p.option}\u00a0».`,
  'conf.option.later': (p) =>
    `Il faut pour cela ${p.option}, apparue avec Mosquitto ${p.since}\u00a0: la version d’ici, ${p.version}, ne démarrerait pas avec elle.`,
  'conf.option.removed': (p) =>
    `${p.option} a disparu depuis Mosquitto ${p.removed}\u00a0: la version d’ici, ${p.version}, ne démarrerait pas avec elle.`,
  'conf.value': (p) => `Mosquitto ${p.version} n’accepte pas «\u00a0${p.value}\u00a0» pour ${p.option}.`,
  'conf.explain': (p) => `mqtt-setup explain ${p.option} dit ce qu’elle accepte.`,
  'conf.twice': (p) =>
    `${p.option} vaut déjà «\u00a0${p.value}\u00a0»\u00a0: le broker ne démarre pas si elle figure deux fois.`,
  'conf.extra.managed': (p) =>
    `${p.option} est gérée\u00a0: elle a sa propre clé dans broker.yaml, ou découle des autres.`,
  'conf.extra.managedFix': (p) => `mqtt-setup explain ${p.option} la nomme.`,
  'conf.extra.access': (p) =>
    `${p.option} n’a pas sa place sous «\u00a0extra\u00a0»\u00a0: qui entre, et ce qui est chargé, ne se décide que par les comptes et les rôles.`,
  'conf.extra.secret': (p) =>
    `${p.option} contient un secret, et ce fichier n’en contient aucun\u00a0: d’autres peuvent le lire, et il peut aller dans git.`,
  'conf.extra.place.listener': (p) =>
    `${p.option} appartient à un listener\u00a0: écrivez-la sous «\u00a0extra\u00a0» de ce listener.`,
  'conf.extra.place.bridge': (p) =>
    `${p.option} appartient à un pont\u00a0: écrivez-la sous «\u00a0extra\u00a0» de ce pont.`,
  'conf.extra.place.broker': (p) =>
    `${p.option} appartient au broker entier\u00a0: écrivez-la sous «\u00a0extra\u00a0», contre la marge gauche.`,
  'conf.socket.taken': (p) =>
    `${p.path} existe déjà et n’est pas un socket\u00a0: Mosquitto l’effacerait pour y mettre le sien.`,
  'conf.socket.folder': (p) => `Le dossier ${p.folder} n’existe pas\u00a0: Mosquitto ne démarrerait pas.`,
  'conf.socket.closed': (p) => `Mosquitto ne peut pas écrire dans ${p.folder}, et ne démarrerait pas.`,
  'conf.socket.folderFix': (p) =>
    `Un dossier à lui convient\u00a0: install -d -o mosquitto -g mosquitto -m 750 ${p.folder}`,
  'conf.socket.folderFixLocal': (p) => `Créez-le\u00a0: mkdir -p ${p.folder}`,
  'conf.websockets.alone': (p) =>
    `Mosquitto ${p.version} ne démarre pas s’il n’a que des listeners websockets.`,
  'conf.websockets.aloneFix':
    'Ajoutez un listener mqtt\u00a0: «\u00a0bind: loopback\u00a0» le réserve à cette machine.',
  'conf.websockets.interface':
    'Cette version de Mosquitto ne tient pas compte de l’interface d’un listener websockets\u00a0: il écouterait sur toutes. Donnez son adresse avec «\u00a0bind\u00a0».',
  'conf.websockets.ipv6':
    'Cette version de Mosquitto ne sait pas limiter un listener websockets à IPv6\u00a0: il répondrait aussi en IPv4.',
  'conf.anonymous.mixed': (p) =>
    `Mosquitto ${p.version} admet les clients sans nom sur tous les listeners ou sur aucun\u00a0; un par un, il faut la version 2.1.`,
  'conf.location': (p) =>
    `Le mosquitto.conf de la distribution dit déjà ${p.location}, et le broker ne démarre pas si l’emplacement figure deux fois. Retirez «\u00a0location\u00a0», ou changez-le là-bas.`,
  'conf.log.journal':
    'Il n’y a pas de journal ici\u00a0: il faut systemd, et un broker qui n’est pas dans un dossier.',
  'conf.log.rotate':
    'Un broker dans un dossier n’est pas pris en charge par logrotate, à qui il faut root\u00a0: retirez «\u00a0rotate\u00a0».',
  'conf.note.rotate':
    'logrotate n’est pas installé\u00a0: le journal grossirait sans fin. «\u00a0log: { rotate: true }\u00a0» dans broker.yaml l’installe, «\u00a0log: { to: [journal] }\u00a0» se passe du fichier.',
  'conf.note.limits': (p) =>
    `Tout rechargement de Mosquitto ${p.version}, y compris celui, quotidien, de logrotate, oublie max_connections, max_qos et max_topic_alias jusqu’au prochain redémarrage (${p.listeners}).`,
  'conf.note.packets': (p) =>
    `Mosquitto ${p.version} n’impose pas limits.packet_size aux websockets (${p.listeners}).`,
  'conf.note.mount': (p) =>
    `Mosquitto ${p.version} ne retire pas le point de montage\u00a0: les clients y reçoivent d’autres topics que ceux qu’ils publient (${p.listeners}).`,
  'conf.interface': (p) => `Cette machine n’a pas d’interface réseau «\u00a0${p.interface}\u00a0».`,
  'conf.interfaceFix': (p) => `Elle a\u00a0: ${p.interfaces}.`,
  'conf.bridge.noFile': (p) =>
    `Le pont «\u00a0${p.bridge}\u00a0» prend son mot de passe dans ${p.path}, qui n’existe pas.`,
  'conf.bridge.notAFile': (p) =>
    `${p.path} ne peut pas être lu comme un mot de passe\u00a0: ce n’est pas un fichier, ou il est bien trop long.`,
  'conf.bridge.open': (p) =>
    `${p.path} contient un mot de passe, et tout le monde peut le lire sur cette machine.`,
  'conf.bridge.openFix': (p) => `chmod 600 ${p.path}`,
  'conf.bridge.password': (p) =>
    `La première ligne de ${p.path} ne peut pas être le mot de passe d’un pont\u00a0: elle est vide, a une espace au bord ou contient un caractère non imprimable.`,
};
