import type { man as english } from '../en/man.ts';
import type { Same } from '../messages.ts';

export const man: Same<typeof english> = {
  'man.command': 'Le manuel : chaque commande, option, fichier et code de retour sur une page.',
  'man.option.roff': 'en écrire la source, pour man',
  'man.manual': 'Manuel de mqtt-setup',
  'man.about': 'installe un broker Mosquitto, le sécurise et le prouve',
  'man.section.name': 'Nom',
  'man.section.synopsis': 'Synopsis',
  'man.section.description': 'Description',
  'man.section.environment': 'Environnement',
  'man.section.files': 'Fichiers',
  'man.section.exit': 'Code de retour',
  'man.section.see': 'Voir aussi',
  'man.file.spec':
    'Ce que doit être le broker. Sans secret ; a sa place dans git. Avec --local : broker.yaml dans ce dossier.',
  'man.file.accounts': 'Les comptes, un par ligne : nom, rôles, topics. Sans secret.',
  'man.file.conf': 'La configuration du broker, faite à partir d’eux.',
  'man.file.passwd': 'Les empreintes salées des mots de passe.',
  'man.file.acl': 'Les droits, faits à partir des comptes.',
  'man.file.certs': 'Les certificats et les clés que lit le broker.',
  'man.file.state': 'Journal, générations et registres ; pour root seul.',
};
