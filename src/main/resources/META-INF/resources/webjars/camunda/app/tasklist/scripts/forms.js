// form-js 1.8.7, as bundled in Tasklist 7.24.0, cannot be given translations: its modules are reached through
// webpack's own registry, before Tasklist draws its first form. A script that throws leaves Tasklist blank, so
// each part may fail alone, and forms are then what they were.
let load;

const find = (...marks) => {
  const id = Object.keys(load.m).find(key => {
    const source = Function.prototype.toString.call(load.m[key]);
    return marks.every(mark => source.includes(mark));
  });
  if (!id) {
    throw new Error(`no module with ${marks}`);
  }
  return load(id);
};

const viewer = () => find('Field is required.', '_createInjector');

const EXACT = {
  'Field is required.': 'Ce champ est obligatoire.',
  'Value is not a number.': 'La valeur n’est pas un nombre.',
  'Value is expected to be an integer.': 'La valeur doit être un nombre entier.',
  'Field must be a valid email.': 'L’adresse électronique n’est pas valide.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Le numéro doit être au format international (ex.\u00a0: +33320000000).',
  'Add new': 'Ajouter',
  'Search': 'Rechercher',
  'Select': 'Choisir',
  'No results': 'Aucun résultat',
  'All values selected': 'Toutes les valeurs sont choisies',
  'Nothing to show.': 'Aucune donnée.',
  'Show all': 'Tout afficher',
  'Show less': 'Réduire',
  'Remove tag': 'Retirer',
  'Increment': 'Augmenter',
  'Decrement': 'Diminuer',
  'Previous page': 'Page précédente',
  'Next page': 'Page suivante',
  'No content to show.': 'Aucun contenu.',
  'External content couldn\'t be loaded.': 'Le contenu externe n’a pas pu être chargé.',
  'dd/mm/yyyy': 'jj/mm/aaaa',
  'mm/dd/yyyy': 'jj/mm/aaaa',
  'hh:mm ?m': 'hh:mm',
  'hh:mm --': 'hh:mm',
};
const PATTERNS = [
  [/^Field must have minimum value of (.+)\.$/, 'La valeur minimale est $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'La valeur maximale est $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Saisissez au moins $1 caractères.'],
  [/^Field must have maximum length of (.+)\.$/, 'Saisissez au plus $1 caractères.'],
  [/^Field must match pattern (.+)\.$/, 'Le format attendu n’est pas respecté.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Au plus $1 décimale(s).'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'Valeurs possibles les plus proches\u00a0: $1 et $2.'],
  [/^Remove list item (\d+)$/, 'Retirer la ligne $1'],
  [/^Show all \((\d+)\)$/, 'Tout afficher ($1)'],
];

const french = text => {
  if (typeof text !== 'string') {
    return text;
  }
  if (Object.hasOwn(EXACT, text)) {
    return EXACT[text];
  }
  const [pattern, sentence] = PATTERNS.find(([known]) => known.test(text)) ?? [];
  return pattern ? text.replace(pattern, sentence) : text;
};

// preact calls options.vnode for every element that it is about to draw
const texts = () => {
  const { options } = find('createContext', 'isValidElement', 'hydrate', 'toChildArray');
  const next = options.vnode;
  options.vnode = node => {
    const { type, props } = node;
    if (Array.isArray(props?.children)) {
      props.children = props.children.map(french);
    } else if (typeof type === 'string' && typeof props.children === 'string') {
      props.children = french(props.children);
    }
    if (typeof type === 'string') {
      ['placeholder', 'aria-label', 'title'].filter(name => props[name]).forEach(name => {
        props[name] = french(props[name]);
      });
    }
    next?.(node);
  };
};

const calendars = () => {
  window.flatpickr.localize({
    firstDayOfWeek: 1,
    rangeSeparator: ' au ',
    weekAbbreviation: 'Sem',
    time_24hr: true,
    weekdays: {
      shorthand: ['dim', 'lun', 'mar', 'mer', 'jeu', 'ven', 'sam'],
      longhand: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    },
    months: {
      shorthand: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
      longhand: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
    },
  });
  // else the order of day and month follows the language of the browser
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (format, [locale, ...rest]) => new format(locale === 'default' ? 'fr-FR' : locale, ...rest),
  });
};

// A dynamic list leaves empty containers in the form's errors, for which Tasklist keeps its button disabled.
const lists = () => {
  const hasMessage = errors => typeof errors === 'string'
    || (errors !== null && typeof errors === 'object' && Object.values(errors).some(hasMessage));
  const real = errors => Object.fromEntries(Object.entries(errors).filter(([, error]) => hasMessage(error)));
  const { Form } = viewer();
  const setState = Form.prototype._setState;
  Form.prototype._setState = function (state) {
    return setState.call(this, state.errors ? { ...state, errors: real(state.errors) } : state);
  };
};

// The link to a dossier would take the place of the form, and of what is typed in it.
const links = () => {
  const { Form } = viewer();
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = function (...schema) {
    this.setProperty('textLinkTarget', '_blank');
    return importSchema.apply(this, schema);
  };
};

const registry = () => {
  self.webpackChunkcamunda_bpm_webapp.push([[Symbol('forms')], {}, require => { load = require; }]);
};

[registry, texts, calendars, lists, links].forEach(part => {
  try {
    part();
  } catch (changed) {
    console.error(part.name, changed);
  }
});
