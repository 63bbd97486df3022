import type { lesson as english } from '../en/lesson.ts';
import type { Same } from '../messages.ts';

export const lesson: Same<typeof english> = {
  'lesson.unknown': (p) => `il n’y a pas d’étape «\u00a0${p.word}\u00a0»`,
  'lesson.unknownFix': 'Il y en a sept\u00a0: mqtt-setup lesson en donne la liste.',
  'lesson.done': 'Cette machine en est là.',
  'lesson.check': (p) => `Quand c’est fait\u00a0: ${p.command}`,
  'lesson.allDone': 'Les sept étapes sont faites\u00a0: le broker est sécurisé, et prouvé.',

  'lesson.1.title': 'Installer le broker et ses clients',
  'lesson.1.text':
    'Le broker est le serveur au milieu de l’étoile\u00a0; mosquitto_pub et mosquitto_sub sont deux clients pour l’essayer. Le paquet de Debian démarre le broker aussitôt, et à chaque démarrage de la machine.',
  'lesson.1.missing': 'Le broker ne tourne pas encore, ou ses clients ne sont pas installés.',

  'lesson.2.title': 'Un premier message',
  'lesson.2.text':
    'Ouvrez deux terminaux. Dans le premier, quelqu’un s’abonne à un filtre de topics et attend\u00a0; dans le second, quelqu’un publie. Ce qui est publié sous class/hello arrive à tous ceux qui lisent class/#. Essayez d’autres topics\u00a0: que voit un lecteur de class/+\u00a0?',
  'lesson.2.missing': 'Le broker ne répond pas.',

  'lesson.3.title': 'Laisser entrer les autres\u00a0: un listener',
  'lesson.3.text':
    'Sans ligne listener (point d’écoute), Mosquitto 2 ne parle qu’à sa propre machine. Un fichier de conf.d est lu au prochain démarrage\u00a0; mettez-y\u00a0:\n  listener 1883\nAprès cela le réseau atteint le broker, et le broker refuse tout le monde\u00a0: personne n’a encore de nom. C’est ainsi que ce doit être. N’écrivez jamais allow_anonymous true pour que ça marche.',
  'lesson.3.missing': 'Aucune ligne de la configuration ne déclare de listener, ou rien n’y répond.',

  'lesson.4.title': 'Noms et mots de passe',
  'lesson.4.text':
    'mosquitto_passwd garde une empreinte salée de chaque mot de passe. L’utilisateur du broker doit pouvoir lire ce fichier, et personne d’autre. Dans votre fichier de conf.d\u00a0:\n  allow_anonymous false\n  password_file /etc/mosquitto/passwd\nPuis essayez trois fois\u00a0: avec le bon mot de passe, avec un faux, sans aucun.',
  'lesson.4.missing': 'Quelqu’un entre sans nom, ou il n’y a pas de compte qui le pourrait.',

  'lesson.5.title': 'Qui peut faire quoi',
  'lesson.5.text':
    'Qui est entré peut tout lire et tout écrire, tant qu’un fichier d’ACL (de droits) ne dit pas moins. Dans /etc/mosquitto/acl\u00a0:\n  user alice\n  topic readwrite class/alice/#\n  topic read class/#\net dans votre fichier de conf.d\u00a0:\n  acl_file /etc/mosquitto/acl\nUne publication interdite est jetée sans un mot. Jugez donc à ce qui arrive chez un lecteur.',
  'lesson.5.missing': 'Aucun fichier d’ACL ne sert, il ne permet rien, ou l’une de ses lignes est fausse.',

  'lesson.6.title': 'TLS\u00a0: personne n’écoute en chemin',
  'lesson.6.text':
    'Jusqu’ici les mots de passe traversent le réseau lisibles par tous. Un certificat, signé par une autorité à qui les clients font confiance, y met fin. Le chapitre des certificats de mqtt-setup guide a chaque commande\u00a0; dans votre fichier de conf.d\u00a0:\n  listener 8883\n  certfile /etc/mosquitto/certs/server.crt\n  keyfile /etc/mosquitto/certs/server.key',
  'lesson.6.missing': 'Aucun listener ne présente de certificat lisible.',

  'lesson.7.title': 'Le prouver',
  'lesson.7.text':
    'Est-ce que ça marche, et est-ce fermé à qui doit rester dehors\u00a0? mqtt-setup lit ce que vous avez fait à la main et en fait une déclaration, montre que les deux se comportent de même, et le prouve dès lors chaque fois que vous le demandez. Vos fichiers sont gardés\u00a0: uninstall les remet.',
  'lesson.7.missing':
    'Rien n’est encore déclaré, ou une vérification échoue\u00a0: sudo mqtt-setup verify dit laquelle.',
};
