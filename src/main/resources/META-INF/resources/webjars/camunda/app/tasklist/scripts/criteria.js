// The criteria of a filter have no keys in the locale files: their labels are changed where the dialog reads them.
// A script that throws leaves Tasklist blank: English labels are better.
const SAMPLES = {
  'E.g.: `${ currentUser() }`': 'Par exemple `${ currentUser() }`',
  'E.g.: `${ now() }`, `${ dateTime() }` or `${ dateTime().plusWeeks(2) }`':
    'Par exemple `${ now() }`, `${ dateTime() }` ou `${ dateTime().plusWeeks(2) }`',
  'List of values seperated by comma. E.g.: `keyC, keyA, keyB`':
    'Valeurs séparées par des virgules. Par exemple `cleC, cleA, cleB`',
  'List of values separated by comma or an expression which evaluates to a list. E.g.: `camunda-admin, accounting` or `${ currentUserGroups() }`':
    'Valeurs séparées par des virgules, ou expression qui donne une liste. Par exemple `officers, managers` ou `${ currentUserGroups() }`',
};
const LABELS = {
  'Process Instance': 'Instance de processus',
  'Process definition': 'Modèle de processus',
  'Case Instance': 'Instance de cas',
  'Case definition': 'Modèle de cas',
  'Other': 'Autres',
  'User / Group': 'Personne / Groupe',
  'Task': 'Tâche',
  'Dates': 'Dates',
  'ID': 'Identifiant',
  'Business Key': 'Numéro de dossier',
  'Business Key Like': 'Numéro de dossier comme',
  'Key': 'Clé',
  'Key In': 'Clé parmi',
  'Name': 'Nom',
  'Name Like': 'Nom comme',
  'Active': 'Active',
  'Activity Instance ID In': 'Identifiant d’instance d’activité parmi',
  'Execution ID': 'Identifiant d’exécution',
  'Assignee': 'Affectée à',
  'Assignee in': 'Affectée à l’un de',
  'Assignee Like': 'Affectée à, comme',
  'Owner': 'Propriétaire',
  'Candidate Group': 'Groupe candidat',
  'Candidate Groups': 'Groupes candidats',
  'Candidate User': 'Personne candidate',
  'Involved User': 'Personne concernée',
  'Assigned': 'Affectée',
  'Unassigned': 'Non affectée',
  'Delegation State': 'État de la délégation',
  'Definition Key': 'Clé dans le modèle',
  'Definition Key In': 'Clé dans le modèle parmi',
  'Definition Key Like': 'Clé dans le modèle comme',
  'Description': 'Description',
  'Description Like': 'Description comme',
  'Priority': 'Priorité',
  'Priority Max': 'Priorité maximale',
  'Priority Min': 'Priorité minimale',
  'Tenant ID In': 'Entité parmi',
  'Without Tenant ID': 'Sans entité',
  'Without Due Date': 'Sans échéance',
  'Created Before': 'Créée avant',
  'Created After': 'Créée après',
  'Due Before': 'Échéance avant',
  'Due After': 'Échéance après',
  'Follow Up After': 'Rappel après',
  'Follow Up Before': 'Rappel avant',
  'Follow Up Before or Not Existent': 'Rappel avant, ou sans rappel',
};

const translate = ({ criteria, criteriaHelp }) => {
  criteria.forEach(group => {
    group.group = LABELS[group.group] ?? group.group;
    group.options.forEach(option => { option.label = LABELS[option.label] ?? option.label; });
  });
  Object.keys(criteriaHelp).forEach(name => { criteriaHelp[name] = SAMPLES[criteriaHelp[name]] ?? criteriaHelp[name]; });
};

try {
  window.angular.module('cam.tasklist.custom').decorator('camTasklistFilterModalFormCriteriaDirective', [
    '$delegate',
    directives => {
      const [directive] = directives;
      const { link } = directive;
      directive.compile = () => function (scope, ...rest) {
        link.call(this, scope, ...rest);
        translate(scope);
      };
      return directives;
    },
  ]);
} catch (changed) {
  console.error(changed);
}
