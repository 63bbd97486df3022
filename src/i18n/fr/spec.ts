import type { spec as english } from '../en/spec.ts';
import type { Same } from '../messages.ts';

export const spec: Same<typeof english> = {
  'spec.did-you-mean': (p) => `Vouliez-vous dire «\u00a0${p.word}\u00a0»\u00a0?`,
  'spec.root':
    'Le fichier doit être une suite de réglages, comme «\u00a0version: 1\u00a0» et «\u00a0profile: lan\u00a0».',
  'spec.value': (p) => `«\u00a0${p.value}\u00a0» n’a pas sa place ici.`,
  'spec.choice': (p) =>
    `«\u00a0${p.value}\u00a0» n’est pas une valeur de ${p.key}. Valeurs possibles\u00a0: ${p.words}.`,
  'spec.key.unknown': (p) => `La clé «\u00a0${p.key}\u00a0» est inconnue.`,
  'spec.key.known': (p) => `Les clés possibles ici\u00a0: ${p.keys}.`,
  'spec.key.missing': (p) => `La clé «\u00a0${p.key}\u00a0» manque.`,
  'spec.version.unknown': (p) =>
    `La version «\u00a0${p.version}\u00a0» de ce fichier est inconnue\u00a0: écrivez «\u00a0version: 1\u00a0». (C’est la version du format du fichier, non celle du broker.)`,
  'spec.version.fix': 'Écrivez «\u00a0version: 1\u00a0» sur une ligne à part.',
  'spec.listeners.none':
    'Le broker doit écouter quelque part\u00a0: déclarez un listener, ou retirez «\u00a0listeners\u00a0» pour garder celui par défaut.',
  'spec.listeners.list':
    '«\u00a0listeners\u00a0» doit être une liste\u00a0: un «\u00a0- port: …\u00a0» par listener.',
  'spec.listeners.item': 'Un listener doit contenir ses réglages, comme «\u00a0- port: 1883\u00a0».',
  'spec.listener.name': (p) =>
    `«\u00a0${p.name}\u00a0» ne peut pas nommer un listener\u00a0: 32 minuscules, chiffres et «\u00a0-\u00a0» au plus, entre guillemets s’il n’y a que des chiffres.`,
  'spec.port.form': (p) =>
    `«\u00a0${p.port}\u00a0» n’est pas un port\u00a0: écrivez un simple nombre entier de ${p.min} à ${p.max}, comme 1883.`,
  'spec.port.range': (p) => `Le port ${p.port} n’existe pas\u00a0: choisissez-en un de ${p.min} à ${p.max}.`,
  'spec.port.low': (p) =>
    `Le port ${p.port} est inférieur à ${p.min}\u00a0: seul root peut l’ouvrir, et le broker abandonne root avant d’écouter.`,
  'spec.port.quoted': (p) =>
    `Le port «\u00a0${p.port}\u00a0» est écrit comme un texte\u00a0: retirez les guillemets.`,
  'spec.bind.form': (p) =>
    `«\u00a0bind\u00a0» doit être l’un des mots ${p.words}, une adresse ou une liste d’adresses.`,
  'spec.bind.unknown': (p) => `«\u00a0${p.word}\u00a0» n’est pas une adresse d’écoute.`,
  'spec.bind.mixed': (p) => `«\u00a0${p.word}\u00a0» s’emploie seul, non parmi plusieurs adresses.`,
  'spec.address.blank': (p) =>
    `«\u00a0${p.address}\u00a0» n’est pas une adresse\u00a0: elle est vide ou contient une espace.`,
  'spec.address.zone': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: retirez la zone (le «\u00a0%\u00a0» et ce qui le suit).`,
  'spec.address.brackets': (p) => `«\u00a0${p.address}\u00a0»\u00a0: écrivez l’adresse sans crochets.`,
  'spec.address.range': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: donnez une adresse de cette machine, non un réseau.`,
  'spec.address.mapped': (p) =>
    `«\u00a0${p.address}\u00a0»\u00a0: écrivez une adresse IPv4 sous sa propre forme, comme 192.0.2.1.`,
  'spec.address.link-local': (p) =>
    `«\u00a0${p.address}\u00a0» est une adresse de lien local\u00a0: le broker ne peut pas y écouter sans son interface. Prenez une autre adresse, ou «\u00a0all\u00a0».`,
  'spec.address.form': (p) =>
    `«\u00a0${p.address}\u00a0» n’est pas une adresse IPv4 ou IPv6. Les noms ne sont pas admis\u00a0: un broker ne doit pas attendre un serveur de noms.`,
  'spec.rule.local': (p) =>
    `Le profil «\u00a0local\u00a0» n’écoute que sur cette machine, mais le listener «\u00a0${p.listener}\u00a0» est accessible de l’extérieur.`,
  'spec.rule.local.fix':
    'Écrivez «\u00a0bind: loopback\u00a0», ou «\u00a0profile: lan\u00a0» si le réseau doit y accéder.',
  'spec.rule.name-twice': (p) => `Deux listeners s’appellent «\u00a0${p.name}\u00a0».`,
  'spec.rule.port-twice': (p) =>
    `Les listeners «\u00a0${p.first}\u00a0» et «\u00a0${p.second}\u00a0» veulent tous deux le port ${p.port} sur la même adresse.`,
  'spec.rule.address-twice': (p) => `L’adresse ${p.address} figure deux fois.`,
  'spec.edit.by-hand':
    'La forme de ce fichier ne permet pas de le modifier sans toucher au reste\u00a0: modifiez-le à la main.',
  'spec.yaml.large': (p) => `Le fichier dépasse ${p.max} octets\u00a0: ce n’est pas un broker.yaml.`,
  'spec.yaml.encoding':
    'Le fichier n’est pas un texte UTF-8 (serait-ce de l’UTF-16 ou du Latin-1\u00a0?)\u00a0: enregistrez-le en UTF-8.',
  'spec.yaml.documents':
    'Le fichier contient plusieurs documents\u00a0: «\u00a0---\u00a0» ne peut figurer qu’au début.',
  'spec.yaml.tab': 'Le YAML ne s’indente pas avec des tabulations\u00a0: employez des espaces.',
  'spec.yaml.indent':
    'L’indentation ne convient pas\u00a0: les réglages d’un même groupe commencent dans la même colonne.',
  'spec.yaml.alias':
    'Les ancres et les alias («\u00a0&nom\u00a0», «\u00a0*nom\u00a0») ne sont pas admis\u00a0: écrivez la valeur elle-même.',
  'spec.yaml.tag': 'Les étiquettes («\u00a0!nom\u00a0») ne sont pas admises\u00a0: écrivez la simple valeur.',
  'spec.yaml.key': 'Une clé doit être un simple texte.',
  'spec.yaml.twice': (p) => `La clé «\u00a0${p.key}\u00a0» figure déjà à la ligne ${p.line}.`,
  'spec.yaml.deep': 'Le fichier comporte trop de niveaux imbriqués\u00a0: ce n’est pas un broker.yaml.',
  'spec.yaml.syntax': (p) => `Ce n’est pas du YAML valide (${p.code}).`,
  'spec.file.header':
    'Ce que doit être le broker MQTT de cette machine\u00a0: mqtt-setup lit ce fichier. Il ne contient aucun secret et peut aller dans git.\nAprès une modification, `mqtt-setup plan` montre ce qu’elle entraîne et `mqtt-setup apply` la met en place.',
  'spec.file.profile':
    'Qui se connecte\u00a0: local = cette machine seulement, lan = le réseau local. Il faut un compte dans les deux cas.',
  'spec.file.listeners':
    'Où le broker écoute. bind\u00a0: all, loopback, une adresse de cette machine, ou une liste d’adresses.\nSans cette partie\u00a0: port 1883, là où le profil le dit.',
};
