// A form: its components as they will stand, and what each says in the panel.
import { FormEditor } from '@bpmn-io/form-js-editor';
import { h, say } from '../dom.js';
import { means } from '../family.js';
import { byElement } from '../findings.js';
import { FormPanel } from './panel.js';

const SAID = "{ content: '“'; color: var(--link); font-weight: 700; }";

/** The palette offers what the place shows right, under French names. */
function limited(components) {
  function Limits(formFields) {
    for (const [type, field] of Object.entries(formFields._formFields)) {
      if (type !== 'default' && !components.includes(type)) {
        delete formFields._formFields[type];
      } else if (field.config?.name && type !== 'default') {
        field.config.name = say(`component.${type}`);
        begun(field.config, type);
      }
    }
  }
  Limits.$inject = ['formFields'];
  return { __init__: ['limits'], limits: ['type', Limits] };
}

/** A new component begins in French, with what the gate asks of every one. */
function begun(config, type) {
  const create = config.create;
  config.create = (given, fresh) => {
    const made = create(given, fresh);
    if (!fresh) {
      return made;
    }
    return {
      ...made,
      ...(made.label && { label: say(`component.${type}`) }),
      ...(['textfield', 'textarea'].includes(type) && { validate: { maxLength: 1000, ...made.validate } }),
      ...(made.values && {
        values: made.values.map((one, at) => ({ label: say('form.answer', at + 1), value: one.value })),
      }),
    };
  };
}

/** The panel of the package is left out for ours. */
const ours = {
  propertiesPanel: ['value', { attachTo() {}, detach() {}, registerProvider() {} }],
  propertiesProvider: ['value', {}],
};

/** Nothing may be changed. */
const still = {
  modeling: ['value', { addFormField() {}, editFormField() {}, moveFormField() {}, removeFormField() {} }],
};

export async function open({ canvas, panel, content, editable, words, version, draft, changed }) {
  canvas.classList.add('editor__canvas--form');
  canvas.classList.toggle('editor__canvas--still', !editable);
  // what is added by Enter takes the focus, and would be left again by the rest of the same stroke
  canvas.addEventListener('keydown', (event) => {
    if (event.code === 'Enter' && event.target.closest('.fjs-palette-field')) {
      event.preventDefault();
    }
  });
  let read = JSON.parse(content);
  const components = words.places[0].components;
  const editor = new FormEditor({
    container: canvas,
    propertiesPanel: { parent: h('div') },
    additionalModules: [limited(components), ours, ...(editable ? [] : [still])],
  });
  const shown = new FormPanel({
    place: panel,
    editor,
    words,
    editable,
    steps: await askedBy(read.id, version, draft, words),
  });
  const self = {
    read: () => {
      shown.flush();
      return `${JSON.stringify(saved(editor.getSchema(), read), null, 2)}\n`;
    },
    replace: load,
    undo: () => {
      shown.flush();
      editor.get('commandStack').undo();
    },
    redo: () => editor.get('commandStack').redo(),
    go: (id) => {
      shown.go(id);
      (
        panel.querySelector('fieldset :is(input, select, textarea):not(:disabled)') ??
        panel.querySelector('#panel-element')
      ).focus();
    },
    named: (id) => shown.named(id),
    current: () => editor.get('selection').get()?.id ?? null,
    mark: (findings, comments) => mark(findings, comments),
    onselect: () => {},
  };
  const look = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  await load(content);
  editor.on('selection.changed', () => self.onselect());
  if (editable) {
    editor.get('eventBus').on('commandStack.changed', ({ trigger }) => {
      if (trigger !== 'clear') {
        changed();
      }
    });
  }
  return self;

  async function load(json) {
    read = JSON.parse(json);
    await editor.importSchema(structuredClone(read));
    shown.show(null);
  }

  function mark(findings, comments) {
    const rules = Object.entries(byElement(findings)).flatMap(([id, { worst, sign }]) => {
      const colour = worst === 'ERROR' ? 'var(--wrong)' : 'var(--warn)';
      const place = `.editor__canvas--form [data-id="${CSS.escape(id)}"]`;
      return [
        `${place} { box-shadow: inset 0 0 0 2px ${colour}; }`,
        `${place}::before { content: '${sign}'; color: ${colour}; font-weight: 700; }`,
      ];
    });
    comments
      .filter((one) => one.element)
      .forEach((one) => rules.push(`.editor__canvas--form [data-id="${CSS.escape(one.element)}"]::after ${SAID}`));
    look.replaceSync(rules.join('\n'));
  }
}

/** As it was read, but for what was changed: the version of the schema is that of the place that shows the form. */
function saved(schema, read) {
  const { schemaVersion, ...rest } = schema;
  const all = { ...rest, ...(read.schemaVersion === undefined ? {} : { schemaVersion: read.schemaVersion }) };
  const names = [...Object.keys(read), ...Object.keys(all)].filter(
    (name, at, list) => list.indexOf(name) === at && name in all,
  );
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

/** The steps whose task shows this form, from the diagrams of the version. */
async function askedBy(form, version, draft, words) {
  const diagrams = (version?.files ?? []).filter((one) => one.name.endsWith('.bpmn'));
  const ids = new Set();
  for (const xml of await Promise.all(diagrams.map((one) => draft.other(one.name)))) {
    const tasks = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS('*', 'userTask');
    for (const task of tasks) {
      if (task.getAttribute('camunda:formRef') === form) {
        ids.add(task.id || task.getAttribute('id'));
      }
    }
  }
  return words.steps.filter((step) => [...ids].some((id) => means(step.id, id)));
}
