// What bpmn-js says in the menus that are left, in French.
const FRENCH = {
  'Change element': 'Changer de nature',
  Delete: 'Supprimer',
  'Connect to other element': 'Relier à un autre élément',
  'Connect using association': 'Relier par une association',
  'Add text annotation': 'Ajouter une note',
  'Add lane above': 'Ajouter un couloir au-dessus',
  'Add lane below': 'Ajouter un couloir en dessous',
  'Divide into two lanes': 'Diviser en deux couloirs',
  'Divide into three lanes': 'Diviser en trois couloirs',
  'Append receive task': 'Ajouter une attente de message (tâche)',
  'Append message intermediate catch event': 'Ajouter une attente de message',
  'Append timer intermediate catch event': 'Ajouter une attente de date',
  'Append end event': 'Ajouter une fin',
  'Append gateway': 'Ajouter un branchement',
  'Search in diagram': 'Chercher dans le diagramme',
  'No matching results': 'Rien de tel',
  'Toggle non-interrupting': 'Sans interrompre la tâche',
  'Open {element}': 'Ouvrir {element}',
  'User task': 'Tâche humaine',
  'Service task': 'Action du programme',
  'Receive task': 'Attente d’un message (tâche)',
  'Business rule task': 'Table de décision',
  'Sub-process': 'Sous-processus',
  'Sub-process (expanded)': 'Sous-processus',
  'Event sub-process': 'Sous-processus déclenché par un événement',
  'Exclusive gateway': 'Branchement : une seule voie',
  'Parallel gateway': 'Branchement : toutes les voies',
  'Event-based gateway': 'Branchement : la première chose qui arrive',
  'Start event': 'Début',
  'End event': 'Fin',
  'Terminate end event': 'Fin qui arrête tout',
  'Message start event': 'Début par un message',
  'Timer start event': 'Début par une date',
  'Message start event (non-interrupting)': 'Début par un message, sans interrompre',
  'Timer start event (non-interrupting)': 'Début par une date, sans interrompre',
  'Intermediate throw event': 'Jalon',
  'Message intermediate catch event': 'Attente d’un message',
  'Timer intermediate catch event': 'Attente d’une date',
  'Message boundary event': 'Message, interrompt la tâche',
  'Timer boundary event': 'Date, interrompt la tâche',
  'Message boundary event (non-interrupting)': 'Message, sans interrompre la tâche',
  'Timer boundary event (non-interrupting)': 'Date, sans interrompre la tâche',
  'Sequence flow': 'Flèche simple',
  'Default flow': 'Flèche par défaut',
  'flow elements must be children of pools/participants': 'les éléments doivent rester dans le cadre du processus',
};

export function translator(words) {
  return {
    translate: [
      'value',
      (text, values = {}) => (words[text] ?? text).replace(/{([^}]+)}/g, (place, name) => values[name] ?? place),
    ],
  };
}

export const french = translator(FRENCH);
