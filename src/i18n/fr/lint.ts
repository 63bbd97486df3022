import type { lint as english } from '../en/lint.ts';
import type { Same } from '../messages.ts';

export const lint: Same<typeof english> = {
  'lint.moreThan': (p: { count: number }) => `au moins ${p.count} fois encore la même chose`,
  'lint.more': (p: { count: number }) => `encore ${p.count} fois la même chose dans ce fichier`,
  'lint.summary': (p: { errors: number; warnings: number; infos: number; files: number }) =>
    `${p.errors} ${p.errors === 1 ? 'erreur' : 'erreurs'}, ${p.warnings} ${p.warnings === 1 ? 'avertissement' : 'avertissements'}, ${p.infos} ${p.infos === 1 ? 'remarque' : 'remarques'} dans ${p.files} ${p.files === 1 ? 'fichier' : 'fichiers'}`,
  'lint.clean': (p: { version: string; files: number }) =>
    `Rien à dire de cette configuration pour mosquitto ${p.version} (${p.files} ${p.files === 1 ? 'fichier' : 'fichiers'}).`,
  'lint.severity.error': 'erreur',
  'lint.severity.warning': 'avertissement',
  'lint.severity.info': 'remarque',
  'lint.refused': 'le broker ne démarre pas',
  'lint.fromRefused': (p: { version: string }) => `à partir de ${p.version} le broker ne démarre pas`,
  'lint.wouldStart': (p: { version: string }) => `mosquitto ${p.version} démarrerait ainsi.`,
  'lint.wouldNotStart': (p: { version: string }) => `mosquitto ${p.version} ne démarrerait pas ainsi.`,
  'lint.effective.listener': 'écouteur',
  'lint.effective.anonymous': 'anonyme',
  'lint.effective.default': 'par défaut',

  'lint.include.missing.title': 'Le dossier include_dir n’existe pas',
  'lint.include.missing.why':
    'Le broker s’arrête à cette ligne\u00a0: il ouvre le dossier pendant la lecture du fichier.',
  'lint.include.missing.found': (p: { path: string }) => `il n’y a pas de dossier ${p.path}`,
  'lint.include.missing.fix': (p: { path: string }) => `Créez le dossier ${p.path}, ou enlevez la ligne.`,

  'lint.include.no-file.title': 'Un nom du dossier include_dir finit par .conf sans être un fichier',
  'lint.include.no-file.why':
    'Tout nom qui finit par .conf est ouvert. Un dossier ou un lien vers rien arrête le broker\u00a0; un tube le fait attendre sans fin.',
  'lint.include.no-file.folder': 'c’est un dossier, et son nom finit par .conf',
  'lint.include.no-file.missing': 'c’est un lien vers quelque chose qui n’existe pas',
  'lint.include.no-file.found': 'ce n’est ni un fichier ni un dossier, et son nom finit par .conf',
  'lint.include.no-file.fix': 'Donnez-lui un autre nom, ou sortez-le du dossier.',

  'lint.include.unread.title': 'Un fichier de la configuration n’a pas pu être lu ici',
  'lint.include.unread.why':
    'Son contenu est inconnu, le verdict sur le reste peut donc être faux\u00a0: une ligne plus loin peut tout changer.',
  'lint.include.unread.folder': 'cet utilisateur n’a pas le droit de regarder dans le dossier',
  'lint.include.unread.found': 'cet utilisateur n’a pas le droit de lire le fichier',
  'lint.include.unread.large': 'plus de 64 Mio\u00a0: ce n’est pas une configuration, elle n’a pas été lue',

  'lint.include.broker-cannot-read.title': 'Le broker ne peut pas lire sa propre configuration',
  'lint.include.broker-cannot-read.why':
    '2.0 démarre en root, mais relit ses fichiers sous son propre utilisateur à chaque rechargement, que logrotate demande chaque jour\u00a0: le rechargement échoue et les anciens réglages restent. À partir de 2.1, le service de Debian n’est jamais root et ne démarre pas.',
  'lint.include.broker-cannot-read.found': (p: { user: string; path: string; mode: string }) =>
    `${p.user} n’a pas le droit de le lire lors d’un rechargement\u00a0: ${p.path} est ${p.mode}`,
  'lint.include.broker-cannot-read.refused': (p: { user: string; path: string; mode: string }) =>
    `${p.user} n’a pas le droit de le lire\u00a0: ${p.path} est ${p.mode}`,

  'lint.include.writable-by-others.title': 'Tout le monde sur la machine peut changer la configuration',
  'lint.include.writable-by-others.why':
    'Qui peut y écrire décide de qui entre, et des greffons chargés sous l’utilisateur du broker.',
  'lint.include.writable-by-others.found': (p: { path: string; mode: string }) =>
    `tout le monde peut écrire dans ${p.path} (${p.mode})`,

  'lint.include.nested.title': 'Un include_dir dans un fichier inclus',
  'lint.include.nested.why':
    'Seul le fichier principal peut en inclure d’autres. 2.0 ignore la ligne sans un mot, 2.1 ne démarre pas.',
  'lint.include.nested.found': 'cet include_dir est ignoré\u00a0: il se trouve dans un fichier inclus',
  'lint.include.nested.refused': 'include_dir ne peut se trouver que dans le fichier principal',
  'lint.include.nested.fix': (p: { file: string }) => `Déplacez la ligne vers ${p.file}.`,

  'lint.include.listener-goes-on.title': 'Un listener continue après des listeners inclus',
  'lint.include.listener-goes-on.why':
    'Quand un fichier inclus ajoute un listener, le broker peut déplacer sa liste, et il continue d’écrire à l’ancienne place\u00a0: ces lignes se perdent, et on a vu 2.1.2 planter.',
  'lint.include.listener-goes-on.found': (p: { name: string }) =>
    `${p.name} appartient à un listener d’avant ceux qui sont inclus\u00a0: la ligne peut se perdre`,
  'lint.include.listener-goes-on.fix':
    'Déplacez la ligne include_dir à la fin du fichier, ou cette ligne au-dessus d’elle.',

  'lint.include.not-loaded.title': 'Un fichier qui ressemble à de la configuration n’est pas lu',
  'lint.include.not-loaded.why': 'Seuls les noms qui finissent par .conf, en minuscules, sont lus.',
  'lint.include.not-loaded.found': 'le broker ne lit pas ce fichier',
  'lint.include.not-loaded.fix':
    'Faites finir son nom par .conf s’il doit compter\u00a0; laissez-le si c’est une copie.',

  'lint.include.order.title': 'Les fichiers sont lus dans un autre ordre que celui de leurs numéros',
  'lint.include.order.why':
    'Les noms sont comparés lettre par lettre, 10 avant 9, et pour la plupart des options la dernière ligne l’emporte.',
  'lint.include.order.found': (p: { first: string; second: string }) => `${p.first} est lu avant ${p.second}`,
  'lint.include.order.fix': 'Écrivez les numéros avec le même nombre de chiffres\u00a0: 09, 10.',

  'lint.conf.unknown-option.title': 'Une option qu’aucune version ne connaît',
  'lint.conf.unknown-option.why': 'Le broker s’arrête à la première option qu’il ne connaît pas.',
  'lint.conf.unknown-option.found': (p: { name: string }) => `il n’y a pas d’option ${p.name}`,
  'lint.conf.unknown-option.didYouMean': (p: { name: string }) => `Vouliez-vous dire ${p.name}\u00a0?`,
  'lint.conf.unknown-option.fix': 'Enlevez la ligne, ou mettez # dans sa première colonne.',

  'lint.conf.newer-option.title': 'Une option d’une version plus récente',
  'lint.conf.newer-option.why': 'Pour un broker plus ancien c’est une option inconnue, et il s’arrête là.',
  'lint.conf.newer-option.found': (p: { name: string; since: string; version: string }) =>
    `${p.name} existe depuis mosquitto ${p.since}\u00a0; ceci est ${p.version}`,
  'lint.conf.newer-option.fix': 'Enlevez la ligne, ou passez à la version plus récente.',

  'lint.conf.removed-option.title': 'Une option qui n’existe plus',
  'lint.conf.removed-option.why': 'Le broker s’arrête à une option retirée comme à une option inconnue.',
  'lint.conf.removed-option.found': (p: { name: string; removed: string }) =>
    `${p.name} a été retirée dans mosquitto ${p.removed}`,
  'lint.conf.removed-option.fix': 'Enlevez la ligne\u00a0: rien ne doit prendre sa place.',

  'lint.conf.upper-case.title': 'Des majuscules dans le nom d’une option',
  'lint.conf.upper-case.why':
    'Les noms d’options sont en minuscules\u00a0; avec des majuscules ils sont inconnus, et le broker s’arrête.',
  'lint.conf.upper-case.found': (p: { name: string }) => `${p.name} est écrit avec des majuscules`,
  'lint.conf.upper-case.fix': (p: { name: string }) => `Écrivez ${p.name}.`,

  'lint.conf.assignment.title': 'Un signe entre l’option et la valeur',
  'lint.conf.assignment.why':
    'Entre l’option et la valeur il y a une espace et rien d’autre\u00a0: un signe devient une partie du nom.',
  'lint.conf.assignment.found': (p: { name: string }) => `${p.name} est pris pour le nom d’une option`,
  'lint.conf.assignment.fix': 'Écrivez\u00a0: option valeur, sans = ni deux-points',

  'lint.conf.tab.title': 'Une tabulation à la place d’une espace',
  'lint.conf.tab.why':
    'Seule l’espace ordinaire sépare. Une tabulation, ou une espace copiée d’une page web, devient une partie du nom, et le broker s’arrête.',
  'lint.conf.tab.found': (p: { name: string }) =>
    `${p.name}\u00a0: une tabulation ou une espace spéciale est prise pour une partie du nom de l’option`,
  'lint.conf.tab.fix': 'Remplacez-la par des espaces ordinaires, ou videz la ligne.',

  'lint.conf.bom.title': 'Une marque d’ordre des octets (BOM) au début',
  'lint.conf.bom.why':
    'Des éditeurs de Windows la mettent là sans qu’on la voie. Pour le broker elle fait partie du premier mot, qu’il ne connaît alors pas.',
  'lint.conf.bom.found': 'le fichier commence par une marque d’ordre des octets',
  'lint.conf.bom.fix': "Enregistrez-le en UTF-8 sans BOM\u00a0: sed -i '1s/^\\xEF\\xBB\\xBF//' FICHIER",

  'lint.conf.indented-comment.title': 'Un commentaire qui ne commence pas dans la première colonne',
  'lint.conf.indented-comment.why':
    '# ne commence un commentaire qu’en colonne 1\u00a0; après des espaces c’est une option inconnue, et le broker s’arrête.',
  'lint.conf.indented-comment.found': '# se trouve après des espaces',
  'lint.conf.indented-comment.fix': 'Mettez # dans la première colonne.',

  'lint.conf.missing-value.title': 'Une option sans valeur',
  'lint.conf.missing-value.why':
    'Sans valeur la ligne ne dit rien. La plupart des options arrêtent alors le broker\u00a0; quelques-unes sont ignorées avec une ligne dans le journal.',
  'lint.conf.missing-value.found': (p: { name: string }) => `${p.name} n’a pas de valeur`,
  'lint.conf.missing-value.fix': (p: { name: string; expected: string }) => `${p.name} ${p.expected}`,

  'lint.conf.wrong-value.title': 'Une valeur que le broker refuse',
  'lint.conf.wrong-value.why': 'Le broker s’arrête à une valeur qu’il ne peut pas prendre.',
  'lint.conf.wrong-value.found': (p: { name: string; value: string }) =>
    `${p.name} ne peut pas valoir ${p.value}`,
  'lint.conf.wrong-value.fix': (p: { name: string; expected: string }) => `${p.name} ${p.expected}`,

  'lint.conf.lenient-number.title': 'Un nombre qui n’en est pas un',
  'lint.conf.lenient-number.why':
    '2.0 lit les chiffres du début et prend pour 0 ce qui n’en a pas, sans message. 2.1 ne démarre pas avec la plupart.',
  'lint.conf.lenient-number.found': (p: { name: string; value: string; number: number }) =>
    `${p.name} ${p.value} est lu comme ${p.number}`,
  'lint.conf.lenient-number.fix': (p: { name: string }) => `Donnez à ${p.name} un nombre ordinaire.`,

  'lint.conf.trailing-words.title': 'Des mots après la valeur que personne ne lit',
  'lint.conf.trailing-words.why':
    'Ici seul le premier mot compte. Le même commentaire après un chemin ou un texte en ferait partie.',
  'lint.conf.trailing-words.found': (p: { words: string }) => `pas regardé\u00a0: ${p.words}`,
  'lint.conf.trailing-words.fix': 'Mettez les commentaires sur une ligne à eux, et enlevez le reste.',

  'lint.conf.comment-in-value.title': 'Un commentaire qui fait partie de la valeur',
  'lint.conf.comment-in-value.why': 'Les chemins et les textes sont tout le reste de la ligne, # compris.',
  'lint.conf.comment-in-value.found': (p: { value: string }) => `la valeur est ${p.value}`,
  'lint.conf.comment-in-value.fix': 'Mettez le commentaire sur une ligne à lui.',

  'lint.conf.quotes.title': 'Des guillemets autour d’une valeur',
  'lint.conf.quotes.why':
    'Le broker ne connaît pas les guillemets\u00a0: ils deviennent une partie du nom du fichier, qu’il ne trouve alors pas.',
  'lint.conf.quotes.found': (p: { value: string }) => `les guillemets font partie de la valeur ${p.value}`,
  'lint.conf.quotes.fix': 'Écrivez-la sans guillemets\u00a0; des espaces au milieu ne gênent pas.',

  'lint.conf.control-character.title': 'Un caractère de contrôle dans une valeur',
  'lint.conf.control-character.why':
    'Une tabulation ou un autre caractère de contrôle dans un texte est pour le broker de l’UTF-8 mal formé, et il s’arrête.',
  'lint.conf.control-character.found': (p: { value: string }) => `caractère de contrôle dans ${p.value}`,
  'lint.conf.control-character.fix': 'Enlevez-le\u00a0; c’est le plus souvent une tabulation.',

  'lint.conf.not-utf8.title': 'Une valeur qui n’est pas en UTF-8',
  'lint.conf.not-utf8.why':
    'Les textes et les chemins doivent être en UTF-8, sinon le broker s’arrête\u00a0; les commentaires peuvent être n’importe quoi.',
  'lint.conf.not-utf8.found': (p: { name: string }) => `la valeur de ${p.name} n’est pas en UTF-8`,
  'lint.conf.not-utf8.fix': (p: { file: string }) =>
    `Convertissez le fichier\u00a0: iconv -f latin1 -t utf-8 ${p.file}`,

  'lint.conf.nul.title': 'Un octet NUL',
  'lint.conf.nul.why':
    'Le broker ne lit pas plus loin que cet octet dans la ligne, ni le plus souvent dans le fichier\u00a0: la suite ne compte pas, sans message.',
  'lint.conf.nul.ends': 'le broker arrête ici de lire le fichier',
  'lint.conf.nul.found': 'le broker ne lit pas cette ligne',
  'lint.conf.nul.fix': 'Enlevez l’octet\u00a0: le fichier est abîmé, ou n’est pas un texte.',

  'lint.conf.duplicate.title': 'Une option qui ne peut se trouver qu’une fois',
  'lint.conf.duplicate.why':
    'Le broker s’arrête à la deuxième ligne, quels que soient les fichiers. Le mosquitto.conf de Debian fixe persistence_location, le fichier journal et, jusqu’à Debian 12, pid_file\u00a0: un fichier de conf.d ne peut pas les fixer à nouveau.',
  'lint.conf.duplicate.found': (p: { name: string; first: string }) =>
    `${p.name} a déjà été fixé, en ${p.first}`,
  'lint.conf.duplicate.fix': (p: { first: string; second: string }) =>
    `Gardez une seule des deux lignes ${p.first} et ${p.second}.`,

  'lint.conf.overridden.title': 'Une ligne qu’une ligne suivante annule',
  'lint.conf.overridden.why':
    'La dernière ligne dans l’ordre de lecture l’emporte sans message, quel que soit son fichier.',
  'lint.conf.overridden.found': (p: { name: string; value: string; other: string; second: string }) =>
    `${p.name} ${p.value} ne compte pas\u00a0: ${p.second} dit ${p.other}`,
  'lint.conf.overridden.fix': (p: { second: string }) => `Enlevez cette ligne, ou celle de ${p.second}.`,

  'lint.conf.reopened.title': 'Une ligne suivante laisse rentrer les clients anonymes',
  'lint.conf.reopened.why':
    'allow_anonymous a été coupé puis rétabli par une ligne lue plus tard, qui l’emporte sans message.',
  'lint.conf.reopened.found': (p: { first: string }) => `ceci annule le allow_anonymous false de ${p.first}`,
  'lint.conf.reopened.fix': (p: { second: string }) => `Enlevez la ligne ${p.second}.`,

  'lint.conf.true-stays.title': 'per_listener_settings ne peut plus être coupé',
  'lint.conf.true-stays.why': 'À partir de 2.1, le premier true reste.',
  'lint.conf.true-stays.found': (p: { name: string; first: string }) =>
    `${p.name} reste true, comme le dit ${p.first}`,
  'lint.conf.true-stays.fix': (p: { first: string }) => `Enlevez cette ligne, ou celle de ${p.first}.`,

  'lint.conf.per-listener-late.title': 'per_listener_settings arrive trop tard',
  'lint.conf.per-listener-late.why':
    'Elle décide à qui appartiennent les options de sécurité, elle doit donc précéder la première, quel que soit son fichier\u00a0; sinon le broker s’arrête.',
  'lint.conf.per-listener-late.found': (p: { name: string; first: string }) =>
    `${p.name} se trouve avant elle, en ${p.first}`,
  'lint.conf.per-listener-late.fix': (p: { file: string }) => `Faites-en la première ligne de ${p.file}.`,

  'lint.conf.early-security.title':
    'Une option de sécurité avant le premier listener, avec per_listener_settings',
  'lint.conf.early-security.why':
    'Avec per_listener_settings elle n’appartient à aucun listener déclaré. 2.0 en crée un pour elle, sur le port 1883 de toutes les interfaces, et le vôtre s’en passe\u00a0; 2.1 s’arrête.',
  'lint.conf.early-security.found': (p: { name: string }) =>
    `${p.name} ouvre son propre listener sur le port 1883, et les autres s’en passent`,
  'lint.conf.early-security.refused': (p: { name: string }) => `${p.name} a besoin d’un listener au-dessus`,
  'lint.conf.early-security.fix': (p: { name: string }) =>
    `Déplacez ${p.name} sous chaque ligne listener concernée, dans le même fichier.`,

  'lint.conf.not-per-listener.title': 'Une option de sécurité sous un listener vaut pour tous',
  'lint.conf.not-per-listener.why':
    'Sans per_listener_settings true tout au début, ces lignes concernent le broker entier, où qu’elles se trouvent.',
  'lint.conf.not-per-listener.found': (p: { name: string }) =>
    `${p.name} vaut pour tous les listeners, pas seulement pour celui au-dessus`,
  'lint.conf.not-per-listener.fix': (p: { name: string }) =>
    `Déplacez ${p.name} avant le premier listener, pour qu’elle dise ce qu’elle fait.`,

  'lint.conf.deprecated.title': 'Une option qui va disparaître',
  'lint.conf.deprecated.why':
    'Elle fonctionne encore\u00a0; une version à venir ne la connaîtra pas et ne démarrera pas.',
  'lint.conf.deprecated.found': (p: { name: string; since: string }) =>
    `${p.name} est dépréciée depuis ${p.since}`,
  'lint.conf.deprecated.fix': (p: { name: string }) => `Utilisez ${p.name}.`,
  'lint.conf.deprecated.drop': 'Enlevez la ligne\u00a0: rien ne doit prendre sa place.',

  'lint.conf.reset-by-reload.title': 'Une limite que chaque rechargement enlève',
  'lint.conf.reset-by-reload.why':
    '2.0 remet les limites des listeners à leurs valeurs par défaut à chaque SIGHUP, même si rien n’a changé, et le logrotate de Debian en envoie un chaque jour.',
  'lint.conf.reset-by-reload.found': (p: { name: string; default: string }) =>
    `${p.name} vaut de nouveau ${p.default} après le premier rechargement`,
  'lint.conf.reset-by-reload.fix':
    'Redémarrez au lieu de recharger, et faites faire de même à logrotate (postrotate dans /etc/logrotate.d/mosquitto)\u00a0; ou passez à 2.1.',

  'lint.conf.outside-listener.title': 'Une option de listener, et aucun listener au-dessus',
  'lint.conf.outside-listener.why':
    'Le bloc d’un listener commence à sa ligne et finit avec son fichier. Avant lui, et dans le fichier suivant, le broker s’arrête à une telle ligne.',
  'lint.conf.outside-listener.found': (p: { name: string }) =>
    `${p.name} n’a pas de listener au-dessus dans ce fichier`,
  'lint.conf.outside-listener.fix': (p: { name: string }) =>
    `Déplacez ${p.name} sous une ligne listener du même fichier.`,

  'lint.conf.stray-option.title': 'Une option de listener qui n’appartient à aucun',
  'lint.conf.stray-option.why':
    'Le bloc d’un listener finit avec son fichier. Une option hors d’un bloc va à un listener que le broker invente sur le port 1883\u00a0: avant 2.0.12 ouvert sur toutes les interfaces, et à côté du vôtre il prend le port.',
  'lint.conf.stray-option.found': (p: { name: string; port: number }) =>
    `${p.name} n’appartient à aucun de vos listeners, mais à un que le broker invente sur le port ${p.port}`,
  'lint.conf.stray-option.all': (p: { name: string; port: number }) =>
    `${p.name} ouvre le port ${p.port} sur toutes les interfaces\u00a0: elle ne se trouve sous aucun listener de ce fichier`,
  'lint.conf.stray-option.open': (p: { name: string; port: number }) =>
    `${p.name} ouvre le port ${p.port} sur toutes les interfaces à n’importe qui\u00a0: elle ne se trouve sous aucun listener de ce fichier`,
  'lint.conf.stray-option.fix': (p: { name: string }) =>
    `Déplacez ${p.name} sous la ligne listener concernée, dans le même fichier.`,

  'lint.conf.outside-bridge.title': 'Une option de pont, et aucune connection au-dessus',
  'lint.conf.outside-bridge.why':
    'Un pont commence à sa ligne connection et finit avec son fichier\u00a0; en dehors, le broker s’arrête à une telle ligne.',
  'lint.conf.outside-bridge.found': (p: { name: string }) =>
    `${p.name} appartient à un pont, et aucune ligne connection ne se trouve au-dessus dans ce fichier`,
  'lint.conf.outside-bridge.fix': (p: { name: string }) =>
    `Déplacez ${p.name} sous une ligne connection du même fichier.`,

  'lint.conf.outside-plugin.title': 'Une option de greffon, et aucun greffon au-dessus',
  'lint.conf.outside-plugin.why':
    'Ce qui est remis à un greffon doit se trouver sous lui, dans le même fichier\u00a0; sinon le broker s’arrête.',
  'lint.conf.outside-plugin.found': (p: { name: string }) =>
    `${p.name} n’a pas de greffon au-dessus dans ce fichier`,
  'lint.conf.outside-plugin.fix': (p: { name: string }) =>
    `Déplacez ${p.name} sous la ligne plugin concernée.`,

  'lint.conf.plugin-not-loaded.title': 'plugin_use d’un greffon qui n’a pas été chargé',
  'lint.conf.plugin-not-loaded.why': 'plugin_load doit le nommer avant, sinon le broker s’arrête.',
  'lint.conf.plugin-not-loaded.found': (p: { name: string }) =>
    `aucun plugin_load au-dessus ne nomme ${p.name}`,
  'lint.conf.plugin-not-loaded.fix': (p: { name: string }) =>
    `Ajoutez plugin_load ${p.name} CHEMIN avant le listener.`,

  'lint.bridge.incomplete.title': 'Il manque quelque chose à un pont',
  'lint.bridge.incomplete.why':
    'Un pont a besoin d’une adresse et d’au moins un topic, et une clé partagée de son identité\u00a0; sans eux le broker entier ne démarre pas.',
  'lint.bridge.incomplete.found': (p: { name: string; option: string }) =>
    `le pont ${p.name} n’a pas de ${p.option}`,
  'lint.bridge.incomplete.fix': (p: { option: string }) =>
    `Ajoutez une ligne ${p.option} en dessous, dans le même fichier.`,

  'lint.bridge.certificate-and-psk.title': 'Un pont avec un certificat et une clé partagée',
  'lint.bridge.certificate-and-psk.why':
    'Il ne peut utiliser que l’un des deux\u00a0; le broker s’arrête quand les deux sont fixés.',
  'lint.bridge.certificate-and-psk.found': (p: { name: string }) => `ce pont a aussi ${p.name}`,
  'lint.bridge.certificate-and-psk.fix': 'Gardez les certificats, ou bridge_psk et bridge_identity.',

  'lint.bridge.same-name.title': 'Deux ponts du même nom',
  'lint.bridge.same-name.why':
    'Le nom d’une connection doit être unique\u00a0; le broker s’arrête à la deuxième.',
  'lint.bridge.same-name.found': (p: { name: string; first: string }) =>
    `un pont ${p.name} se trouve déjà en ${p.first}`,
  'lint.bridge.same-name.fix': 'Donnez un autre nom à l’un des deux.',

  'lint.bridge.same-local-clientid.title': 'Deux ponts avec le même local_clientid',
  'lint.bridge.same-local-clientid.why':
    'Deux ponts d’un broker doivent avoir des local_clientid différents\u00a0; sinon il s’arrête.',
  'lint.bridge.same-local-clientid.found': (p: { name: string; first: string }) =>
    `local_clientid ${p.name} est aussi celui du pont en ${p.first}`,
  'lint.bridge.same-local-clientid.fix': 'Changez-le dans l’un des deux, ou enlevez-le dans les deux.',

  'lint.bridge.insecure.title': 'Un pont qui croit n’importe quel nom',
  'lint.bridge.insecure.why':
    'Avec bridge_insecure le nom dans le certificat de l’autre broker n’est pas vérifié\u00a0: quiconque détient un certificat de cette autorité peut s’interposer.',
  'lint.bridge.insecure.found': 'ce pont ne vérifie pas à qui il parle',
  'lint.bridge.insecure.fix':
    'Enlevez la ligne, et utilisez comme adresse le nom qui figure dans le certificat.',

  'lint.listener.none.title': 'Aucun listener\u00a0: seule cette machine est servie',
  'lint.listener.none.why':
    'Depuis 2.0, un broker sans ligne listener n’ouvre que 127.0.0.1 et\u00a0::1. Tout marche sur la machine, et tous les autres appareils sont refusés.',
  'lint.listener.none.open':
    'aucun listener\u00a0: seuls les programmes de cette machine peuvent se connecter, et sans mot de passe',
  'lint.listener.none.found':
    'aucun listener\u00a0: seuls les programmes de cette machine peuvent se connecter',
  'lint.listener.none.fix':
    'Pour le réseau\u00a0: listener 1883, allow_anonymous false et password_file CHEMIN. Pour cette machine seule\u00a0: listener 1883 127.0.0.1',

  'lint.listener.low-port.title': 'Un port inférieur à 1024',
  'lint.listener.low-port.why':
    'Le broker abandonne les droits de root avant d’ouvrir ses ports, il ne peut donc pas avoir ceux-ci (sauf si la machine abaisse net.ipv4.ip_unprivileged_port_start).',
  'lint.listener.low-port.found': (p: { port: number }) =>
    `l’utilisateur du broker ne peut pas ouvrir le port ${p.port}`,
  'lint.listener.low-port.fix':
    'Prenez un port à partir de 1024, et faites-y mener un proxy ou une règle de pare-feu.',

  'lint.listener.same-port.title': 'Deux listeners sur un port',
  'lint.listener.same-port.why':
    'Le deuxième trouve l’adresse occupée, et le broker s’arrête. Un listener sans adresse prend le port sur toutes les adresses.',
  'lint.listener.same-port.found': (p: { port: number; first: string }) =>
    `le port ${p.port} est pris par le listener de ${p.first}`,
  'lint.listener.same-port.fix': 'Donnez un autre port à l’un des deux, ou enlevez-le.',

  'lint.listener.address.title': 'Une adresse qui n’en est pas une',
  'lint.listener.address.why':
    'Ce qui n’est pas une adresse est pris pour un nom d’hôte, que personne ne connaît, et le broker s’arrête.',
  'lint.listener.address.found': (p: { address: string }) => `${p.address} n’est pas une adresse`,
  'lint.listener.address.family': (p: { address: string; domain: string }) =>
    `${p.address} n’est pas une adresse de socket_domain ${p.domain}`,
  'lint.listener.address.brackets': 'Écrivez-la sans crochets\u00a0: listener 1883\u00a0::1',
  'lint.listener.address.fix':
    'Quatre nombres jusqu’à 255 (192.168.1.10), une adresse IPv6, ou un nom de cette machine.',

  'lint.listener.ciphers.title': 'Des chiffrements qu’OpenSSL ne connaît pas',
  'lint.listener.ciphers.why':
    'Le broker s’arrête quand aucun chiffrement de la liste n’est connu. Les valeurs par défaut sont bonnes\u00a0; la plupart des listes de vieux guides sont moins bonnes.',
  'lint.listener.ciphers.found': (p: { value: string }) => `aucun chiffrement n’est connu dans ${p.value}`,
  'lint.listener.ciphers.fix': 'Enlevez la ligne.',

  'lint.listener.half-tls.title': 'Un chiffrement sans son certificat ou sa clé',
  'lint.listener.half-tls.why':
    'Un listener est chiffré quand il a certfile et keyfile. Avec un seul, ou cafile seul, un broker antérieur à 2.0.12 sert en clair sans un mot\u00a0; les suivants ne démarrent pas.',
  'lint.listener.half-tls.found': (p: { name: string; missing: string }) =>
    `${p.name} sans ${p.missing}\u00a0: ce listener n’est PAS chiffré`,
  'lint.listener.half-tls.refused': (p: { name: string; missing: string }) => `${p.name} sans ${p.missing}`,
  'lint.listener.half-tls.fix': (p: { missing: string }) => `Ajoutez ${p.missing} sous le même listener.`,

  'lint.listener.certificate-and-psk.title': 'Un listener avec un certificat et une clé partagée',
  'lint.listener.certificate-and-psk.why':
    'Un listener ne peut utiliser que l’un des deux. Si psk_hint vient d’abord le broker s’arrête, sinon il l’ignore.',
  'lint.listener.certificate-and-psk.found': (p: { name: string }) =>
    `ce listener a à la fois psk_hint et ${p.name}`,
  'lint.listener.certificate-and-psk.fix': 'Faites un deuxième listener pour les clés partagées.',

  'lint.listener.require-without-ca.title':
    'Des certificats clients sont exigés, et aucune autorité n’est nommée',
  'lint.listener.require-without-ca.why':
    'Sans cafile ni capath aucun certificat client ne peut être bon\u00a0: le broker démarre et refuse tout le monde.',
  'lint.listener.require-without-ca.found':
    'personne ne peut se connecter\u00a0: require_certificate sans cafile',
  'lint.listener.require-without-ca.fix':
    'Ajoutez cafile avec l’autorité qui a signé les certificats des clients.',

  'lint.listener.identity-without-certificate.title':
    'Les noms viennent de certificats que personne ne doit montrer',
  'lint.listener.identity-without-certificate.why':
    'Sans require_certificate le broker n’en demande pas, n’a de nom pour personne, et refuse chaque client.',
  'lint.listener.identity-without-certificate.found': (p: { name: string }) =>
    `personne ne peut se connecter\u00a0: ${p.name} sans require_certificate true`,
  'lint.listener.identity-without-certificate.fix': 'Ajoutez require_certificate true et cafile.',

  'lint.listener.tls-version.title': 'Une version de TLS que le broker ne connaît pas',
  'lint.listener.tls-version.why':
    'C’est un seul mot, la plus ancienne version permise\u00a0; toute autre chose, les listes aussi, arrête le broker.',
  'lint.listener.tls-version.found': (p: { value: string }) => `tls_version ne peut pas valoir ${p.value}`,
  'lint.listener.tls-version.fix': 'tls_version tlsv1.2, ou tlsv1.3 pour les seuls clients récents.',

  'lint.listener.plain-8883.title': 'Le port de MQTT chiffré n’est pas chiffré',
  'lint.listener.plain-8883.why':
    'Les clients prennent 8883 pour TLS\u00a0: ils échouent avec des erreurs TLS, et d’autres envoient leurs mots de passe en clair sans le savoir.',
  'lint.listener.plain-8883.found': 'le port 8883 sans certfile ni keyfile sert en clair',
  'lint.listener.plain-8883.fix': 'Ajoutez certfile et keyfile en dessous, ou utilisez le port 1883.',

  'lint.listener.websockets-everywhere.title': 'Un listener websockets qui n’écoute pas son adresse',
  'lint.listener.websockets-everywhere.why':
    'Dans 2.0.11 un listener websockets ouvre son port sur toutes les interfaces, quelle que soit l’adresse donnée, et pour un socket un port au hasard.',
  'lint.listener.websockets-everywhere.found': (p: { port: number; address: string }) =>
    `le port ${p.port} est ouvert sur toutes les interfaces, pas seulement sur ${p.address}`,
  'lint.listener.websockets-everywhere.fix': (p: { domain: string }) =>
    `Ajoutez socket_domain ${p.domain} en dessous\u00a0: l’adresse compte alors.`,
  'lint.listener.websockets-everywhere.socket':
    'aucun socket n’est créé\u00a0: un port TCP au hasard est ouvert sur toutes les interfaces',
  'lint.listener.websockets-everywhere.port': 'Donnez un port au listener, ou enlevez protocol websockets.',

  'lint.listener.websockets-alone.title': 'Des listeners websockets seuls',
  'lint.listener.websockets-alone.why':
    'Tel que Debian 12 construit 2.0.11, un broker sans aucun listener ordinaire s’arrête avec «\u00a0Unable to start any listening sockets\u00a0».',
  'lint.listener.websockets-alone.found': (p: { door: string }) =>
    `il n’y a que des listeners websockets (${p.door})\u00a0: le broker de Debian 12 ne démarre pas`,
  'lint.listener.websockets-alone.fix': 'Ajoutez-en un ordinaire à côté\u00a0: listener 1883 127.0.0.1',

  'lint.access.anonymous.title': 'N’importe qui peut se connecter',
  'lint.access.anonymous.why':
    'Sans nom ni mot de passe, quiconque atteint le port peut lire et écrire tout ce que l’ACL n’interdit pas aux clients anonymes.',
  'lint.access.anonymous.found': (p: { door: string }) =>
    `${p.door} laisse entrer n’importe qui, sans nom ni mot de passe`,
  'lint.access.anonymous.here': (p: { door: string }) =>
    `${p.door} laisse entrer tout programme de cette machine, sans nom ni mot de passe`,
  'lint.access.anonymous.fix': 'allow_anonymous false, et password_file avec les noms autorisés.',

  'lint.access.local-only-open.title': 'Un allow_anonymous false qui ne compte pas',
  'lint.access.local-only-open.why':
    'Avant 2.0.21 la ligne est ignorée quand aucun listener n’est déclaré\u00a0: tout programme de la machine entre.',
  'lint.access.local-only-open.found': (p: { version: string }) =>
    `${p.version} ignore cette ligne\u00a0: aucun listener n’est déclaré`,
  'lint.access.local-only-open.fix': 'Déclarez le listener\u00a0: listener 1883 127.0.0.1',

  'lint.access.passwords-optional.title': 'Des mots de passe dont personne n’a besoin',
  'lint.access.passwords-optional.why': 'Un mot de passe faux est refusé, mais qui n’en donne pas entre.',
  'lint.access.passwords-optional.found': (p: { door: string }) =>
    `il y a un fichier de mots de passe, mais ${p.door} laisse entrer les clients sans nom`,
  'lint.access.passwords-optional.fix': 'Mettez allow_anonymous false.',

  'lint.access.nobody.title': 'Personne ne peut se connecter',
  'lint.access.nobody.why':
    'Un listener est fermé aux clients anonymes sauf si une ligne l’ouvre, et aucun fichier de mots de passe, greffon ou certificat ne dit qui peut entrer\u00a0: chaque client reçoit «\u00a0not authorised\u00a0».',
  'lint.access.nobody.found': (p: { door: string }) =>
    `personne ne peut se connecter à ${p.door}\u00a0: pas de password_file, et les clients anonymes sont refusés`,
  'lint.access.nobody.fix': 'Ajoutez password_file CHEMIN (avec per_listener_settings sous chaque listener).',

  'lint.access.no-acl-of-its-own.title': 'Un listener sans ACL propre',
  'lint.access.no-acl-of-its-own.why':
    'Avec per_listener_settings un acl_file ne vaut que pour son listener. Qui entre par un autre peut tout faire.',
  'lint.access.no-acl-of-its-own.found': (p: { door: string }) =>
    `${p.door} n’a pas d’acl_file\u00a0: tout y est permis`,
  'lint.access.no-acl-of-its-own.fix': 'Répétez acl_file sous ce listener.',
};
