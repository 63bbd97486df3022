/** The rows of the README's table, in its order: what is measured and against what. */
export const words = {
  version: {
    en: ['`--version`', '`node -e 0`'],
    fr: ['`--version`', '`node -e 0`'],
  },
  help: {
    en: ['`--help`', '`node -e 0`'],
    fr: ['`--help`', '`node -e 0`'],
  },
  completion: {
    en: ['a tab in the shell', '`node -e 0`'],
    fr: ['une tabulation dans le shell', '`node -e 0`'],
  },
  'list-users': {
    en: ['`list-users`', '`node -e 0`'],
    fr: ['`list-users`', '`node -e 0`'],
  },
  check: {
    en: ['`check`', '`node -e 0`'],
    fr: ['`check`', '`node -e 0`'],
  },
  plan: {
    en: ['`plan`, nothing to do', '`node -e 0`'],
    fr: ['`plan`, rien à faire', '`node -e 0`'],
  },
  verify: {
    en: ['`verify`, 20 checks', '`node -e 0`'],
    fr: ['`verify`, 20 vérifications', '`node -e 0`'],
  },
  'verify-tools': {
    en: ['the same', '20 × `mosquitto_pub -r; mosquitto_sub -C 1`'],
    fr: ['la même chose', '20 × `mosquitto_pub -r; mosquitto_sub -C 1`'],
  },
  'install-script': {
    en: [
      '`install` on a bare machine, full `verify` included',
      'a shell script: apt, files, restart, one message',
    ],
    fr: [
      '`install` sur une machine nue, `verify` complet compris',
      'un script shell : apt, fichiers, redémarrage, un message',
    ],
  },
  install: {
    en: ['the same', '`ansible-playbook`, the same job'],
    fr: ['la même chose', '`ansible-playbook`, le même travail'],
  },
  'install-idle': {
    en: ['`install` again, `verify` included', '`ansible-playbook` again'],
    fr: ['`install` de nouveau, `verify` compris', '`ansible-playbook` de nouveau'],
  },
  'apply-idle': {
    en: ['`apply`, nothing to do', '`ansible-playbook` again'],
    fr: ['`apply`, rien à faire', '`ansible-playbook` de nouveau'],
  },
  memory: {
    en: ['its peak memory', '`ansible-playbook` again'],
    fr: ['son pic de mémoire', '`ansible-playbook` de nouveau'],
  },
  'add-user': {
    en: ['`add-user`, rehearsed, loaded and proven', '`mosquitto_passwd -b`, `systemctl reload`, one login'],
    fr: ['`add-user`, essayé, chargé et prouvé', '`mosquitto_passwd -b`, `systemctl reload`, une connexion'],
  },
  npm: {
    en: ['`npm install` of the package, empty cache', 'an empty package'],
    fr: ['`npm install` du paquet, cache vide', 'un paquet vide'],
  },
  'npm-unbundled': {
    en: ['the same', 'its libraries as packages of their own'],
    fr: ['la même chose', 'ses bibliothèques en paquets séparés'],
  },
  tls: {
    en: ['the broker it sets up: TLS, from connecting to CONNACK', 'Debian’s default configuration'],
    fr: ['le broker installé : TLS, de la connexion au CONNACK', 'la configuration par défaut de Debian'],
  },
  qos0: {
    en: ['its QoS 0 messages a second', 'Debian’s default configuration'],
    fr: ['ses messages QoS 0 par seconde', 'la configuration par défaut de Debian'],
  },
  'qos0-throughput': {
    en: ['the same with `throughput: true`', 'Debian’s default configuration'],
    fr: ['la même chose avec `throughput: true`', 'la configuration par défaut de Debian'],
  },
};
