export const persistence = {
  persistence: {
    does: 'Garde dans un fichier, d’un redémarrage à l’autre, messages retenus, sessions durables et leurs files.',
    trap: 'Sans elle, un redémarrage perd tout cela. Avec 2.1.2, certains démarrages qui échouent écrivent un fichier vide par-dessus l’ancien : gardez une copie avant un changement.',
  },
  retained_persistence: { does: 'L’ancien nom de persistence.' },
  persistence_location: {
    does: 'Le dossier où se trouve ce fichier.',
    trap: 'Une seconde ligne est fatale : conf.d ne peut donc pas changer ce que dit le fichier de Debian. Si le dossier manque, le broker tourne mais ne peut rien enregistrer.',
  },
  persistence_file: { does: 'Le nom de ce fichier.' },
  autosave_interval: {
    does: 'Toutes les combien de secondes le fichier est écrit ; 0 : seulement à la fin.',
    trap: 'Une panne ou une coupure perd ce qui est arrivé depuis : une demi-heure, sauf autre réglage.',
  },
  autosave_on_changes: {
    does: 'Fait compter à autosave_interval des changements au lieu de secondes.',
    trap: 'Chaque enregistrement écrit tout le fichier : avec un petit nombre, un broker actif ne fait presque plus que cela.',
  },
};
