export const security = {
  allow_anonymous: {
    does: 'Laisse entrer les clients qui ne donnent pas de nom d’utilisateur.',
    trap: 'Dans le bloc d’un listener, elle vaut quand même pour tous, et la dernière ligne l’emporte, quel que soit le fichier. Sans aucun listener, le broker l’autorise de lui-même sur la boucle locale, et 2.0.11 le fait même si la ligne dit false.',
  },
  password_file: {
    does: 'Le fichier des noms d’utilisateur et des mots de passe hachés auquel les clients sont confrontés.',
    trap: 'Un utilisateur dont la ligne est illisible est écarté sans bruit par 2.0 ; 2.1 ne démarre pas, et un rechargement l’arrête. Sans acl_file, chaque utilisateur peut tout lire et tout écrire.',
  },
  acl_file: {
    does: 'Le fichier qui dit qui peut lire et écrire quels sujets ; ce qu’il ne permet pas est refusé.',
    trap: 'Avec 2.0, un rechargement alors que le fichier manque ou contient une seule ligne fausse laisse le broker tourner sans aucune ACL : tout est permis. 2.1, lui, s’arrête.',
  },
  psk_file: {
    does: 'Le fichier des identités et des clés pour TLS à clés pré-partagées.',
    trap: 'Une ligne fausse empêche le démarrage. Les clés y figurent telles quelles : seul le compte du broker doit pouvoir le lire.',
  },
  allow_zero_length_clientid: {
    does: 'Laisse se connecter les clients sans identifiant ; le broker leur en invente un.',
  },
  auto_id_prefix: { does: 'Par quoi commencent les identifiants que le broker invente.' },
  clientid_prefixes: {
    does: 'Seuls les clients dont l’identifiant commence ainsi peuvent se connecter.',
    trap: 'Chacun choisit son identifiant : cela n’empêche d’entrer personne qui le veuille.',
  },
};
