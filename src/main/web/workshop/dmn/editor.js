// Decision tables: the schema of the decisions, and each table as a sheet.
import DmnModeler from 'dmn-js/lib/Modeler';
import DmnViewer from 'dmn-js/lib/NavigatedViewer';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import { Together } from '../bpmn/changes.js';
import { button, h, say } from '../dom.js';
import { Fields } from '../fields.js';
import { byElement } from '../findings.js';
import { french } from './french.js';

const TYPES = { FLAG: 'boolean', CODE: 'string', TEXT: 'string', NUMBER: 'double', MOMENT: 'date' };
const PALETTE = ['hand-tool', 'lasso-tool', 'tool-separator', 'create.decision', 'create.input-data'];
const APPENDS = ['append.decision', 'append.input-data', 'replace', 'connect', 'delete'];

const SIGN = 'font-weight: 700; padding-inline: 4px;';

class Limits {
  constructor(palette, contextPad, popupMenu) {
    palette.registerProvider(500, { getPaletteEntries: () => only((name) => PALETTE.includes(name)) });
    contextPad.registerProvider(500, { getContextPadEntries: () => only((name) => APPENDS.includes(name)) });
    popupMenu.registerProvider('dmn-replace', 500, {
      getPopupMenuEntries: () => only((name) => name === 'replace-with-decision-table'),
    });

    function only(allowed) {
      return (entries) => Object.fromEntries(Object.entries(entries).filter(([name]) => allowed(name)));
    }
  }
}
Limits.$inject = ['palette', 'contextPad', 'popupMenu'];

/** Each letter that is typed into a cell is a change; all that was typed into one is undone, and done again, at once. */
function asOne(step, next) {
  const cell = typedInto(next());
  do {
    step();
  } while (cell && typedInto(next()) === cell);
}

function typedInto(change) {
  const typed = change?.command === 'element.updateProperties' && Object.keys(change.context.properties).join() === 'text';
  return typed ? change.context.element : null;
}

export async function open({ canvas, panel, content, editable, words, changed }) {
  canvas.classList.add('editor__canvas--table');
  const views = h('nav', { class: 'editor__views', 'aria-label': say('dmn.views') });
  const sheet = h('div', { class: 'editor__sheet' });
  canvas.replaceChildren(views, sheet);
  const spoken = { additionalModules: [french] };
  const limited = {
    additionalModules: [french, ...(editable ? [{ __init__: ['limits'], limits: ['type', Limits] }] : [])],
  };
  const dmn = new (editable ? DmnModeler : DmnViewer)({
    container: sheet,
    moddleExtensions: { camunda },
    drd: limited,
    decisionTable: spoken,
    literalExpression: spoken,
    boxedExpression: spoken,
  });
  const look = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  const self = {
    read: async () => `${(await dmn.saveXML({ format: true })).xml.trimEnd()}\n`,
    replace: load,
    undo: () => step('undo', '_getUndoAction'),
    redo: () => step('redo', '_getRedoAction'),
    go,
    named,
    current: () => {
      const selected = dmn.getActiveViewer()?.get('selection', false)?.get();
      return (Array.isArray(selected) ? selected[0]?.id : (selected?.row?.id ?? selected?.id)) ?? null;
    },
    mark,
    onselect: () => {},
  };
  dmn.on('viewer.created', ({ viewer }) => {
    if (editable) {
      stackOf(viewer)?.registerHandler('ruche.together', Together);
      viewer.on('commandStack.changed', ({ trigger }) => {
        if (trigger !== 'clear') {
          changed();
          requestAnimationFrame(showPanel);
        }
      });
    }
    viewer.on(['selection.changed', 'cellSelection.changed'], () => self.onselect());
  });
  let shown = null;
  let told = null;
  dmn.on('views.changed', ({ activeView }) => {
    if (activeView !== shown && activeView?.type === 'drd') {
      uncover();
    }
    shown = activeView;
    showViews();
    showPanel();
  });
  await load(content);
  return self;

  /** A cell that is being typed into would answer with a change of its own: it is left first. */
  async function step(way, next) {
    if (!stack()) {
      return;
    }
    if (sheet.querySelector('.cell-editor')) {
      dmn.getActiveViewer().get('selection').deselect();
      await new Promise((drawn) => setTimeout(drawn));
    }
    asOne(
      () => stack()[way](),
      () => stack()[next](),
    );
  }

  function stack() {
    return stackOf(dmn.getActiveViewer());
  }

  function stackOf(viewer) {
    return viewer?.get('commandStack', false);
  }

  /** The head of the schema covers its beginning. */
  function uncover() {
    const view = dmn.getActiveViewer().get('canvas');
    const { inner, outer } = view.viewbox();
    view.viewbox({ x: inner.x - 90, y: inner.y - 130, width: outer.width, height: outer.height });
  }

  async function load(xml) {
    const { warnings } = await dmn.importXML(xml);
    if (warnings.length > 0) {
      throw new Error(warnings.map(({ message }) => message).join(' '));
    }
    const tables = dmn.getViews().filter((view) => view.type === 'decisionTable');
    if (tables.length > 0) {
      await dmn.open(tables[0]);
    }
  }

  function showViews() {
    const active = dmn.getActiveView();
    views.replaceChildren(
      ...dmn.getViews().map((view) =>
        h(
          'button',
          {
            type: 'button',
            class: 'button button--second',
            'aria-pressed': String(view === active),
            onclick: () => dmn.open(view),
          },
          view.type === 'drd' ? say('dmn.drd') : view.name || view.id,
        ),
      ),
    );
  }

  /** What the program gives a table and what it reads of it, beside the table. */
  function showPanel() {
    const view = dmn.getActiveView();
    if (!view || view.type !== 'decisionTable') {
      panel.replaceChildren(h('p', { class: 'soft' }, say('dmn.drd.text')));
      return;
    }
    if (
      panel.contains(document.activeElement) &&
      document.activeElement.matches('input, textarea') &&
      told === view.element
    ) {
      return;
    }
    told = view.element;
    const table = view.element.decisionLogic;
    const word = words.tables.find((one) => one.id === view.element.id);
    const inputs = (table.input ?? []).map((one) => one.inputExpression?.text ?? '');
    const outputs = (table.output ?? []).map((one) => one.name);
    panel.replaceChildren(
      h('h2', {}, view.element.name ?? view.element.id),
      h(
        'fieldset',
        { disabled: !editable },
        h('legend', { class: 'unseen' }, say('panel.title')),
        decision(view.element),
      ),
      h('p', { class: 'soft small' }, word ? say('dmn.known', word.label) : say('dmn.own')),
      word ? '' : h('p', { class: 'soft small' }, say('dmn.facts')),
      list('dmn.inputs', word ? word.inputs : words.facts, inputs, addInput),
      word ? list('dmn.outputs', word.outputs, outputs, addOutput) : '',
    );
  }

  function decision(element) {
    const fields = new Fields('panel', editable);
    const put = (values) => dmn.getActiveViewer().get('modeling').updateProperties(element, values);
    const days = element.get('camunda:historyTimeToLive')?.match(/^P(\d+)D$/)?.[1] ?? '';
    const rest = { commit: true };
    return [
      fields.text('name', element.name ?? '', (value) => put({ name: value }), rest),
      fields.text('id', element.id, (value) => renamed(element, value.trim(), put), rest),
      fields.area(
        'documentation',
        element.description ?? '',
        (value) => put({ description: value || undefined }),
        rest,
      ),
      fields.text(
        'history',
        days,
        (value) => put({ 'camunda:historyTimeToLive': value ? `P${value.replace(/\D/g, '')}D` : undefined }),
        {
          ...rest,
          inputmode: 'numeric',
        },
      ),
    ];
  }

  function renamed(element, id, put) {
    if (!/^[A-Za-z_][\w.-]*$/.test(id)) {
      return say('panel.id.bad');
    }
    if (id !== element.id && found(id)) {
      return say('panel.id.taken');
    }
    put({ id });
    return null;
  }

  function list(title, columns, present, add) {
    return h(
      'section',
      {},
      h('h3', {}, say(title)),
      h(
        'ul',
        { class: 'editor__columns' },
        columns.map((one) => {
          const there = present.some(
            (text) => text === one.name || (title === 'dmn.inputs' && text.split(/[^\w.]+/).includes(one.name)),
          );
          return h(
            'li',
            {},
            h('strong', {}, one.label ?? one.name),
            one.label ? h('span', { class: 'soft small' }, ` ${one.name}`) : '',
            h(
              'span',
              { class: 'soft small' },
              ` ${[say(`type.${one.type}`), one.values.map((value) => `"${value}"`).join(', ')].filter(Boolean).join(' : ')}`,
            ),
            there
              ? h('span', { class: 'tag' }, say('dmn.there'))
              : editable &&
                  button(say('dmn.add'), () => add(one), {
                    class: 'button button--quiet',
                    'aria-label': say('dmn.add.of', one.label ?? one.name),
                  }),
          );
        }),
      ),
    );
  }

  function addInput(word) {
    add('addInput', (modeling, column) => {
      modeling.editInputExpression(column.inputExpression, { text: word.name, typeRef: TYPES[word.type] });
      modeling.updateProperties(column, { label: word.label ?? word.name });
    });
  }

  function addOutput(word) {
    add('addOutput', (modeling, column) =>
      modeling.updateProperties(column, { name: word.name, label: word.name, typeRef: TYPES[word.type] }),
    );
  }

  function add(action, tell) {
    const viewer = dmn.getActiveViewer();
    stack().execute('ruche.together', {
      run: () => tell(viewer.get('modeling'), viewer.get('editorActions').trigger(action).businessObject),
    });
  }

  /** The decision and the part of it that has this id. */
  function found(id) {
    for (const decision of dmn.getDefinitions()?.drgElement ?? []) {
      const table = decision.decisionLogic;
      if (decision.id === id || table?.id === id) {
        return { decision };
      }
      const column = [...(table?.input ?? []), ...(table?.output ?? [])].find(
        (one) => one.id === id || one.inputExpression?.id === id,
      );
      if (column) {
        return { decision, column };
      }
      for (const [at, rule] of (table?.rule ?? []).entries()) {
        const cells = [...(rule.inputEntry ?? []), ...(rule.outputEntry ?? [])];
        const cell = cells.findIndex((one) => one.id === id);
        if (rule.id === id || cell >= 0) {
          return { decision, row: at + 1, rule, column: [...(table.input ?? []), ...(table.output ?? [])][cell] };
        }
      }
    }
    return null;
  }

  function named(id) {
    const place = found(id);
    if (!place) {
      return id;
    }
    const { decision, row, column } = place;
    return [
      decision.name ?? decision.id,
      row && say('dmn.row', row),
      column && say('dmn.column', column.label || column.name || column.inputExpression?.text || column.id),
    ]
      .filter(Boolean)
      .join(', ');
  }

  async function go(id) {
    const place = found(id);
    const view = place && dmn.getViews().find((one) => one.element === place.decision);
    if (!view) {
      return;
    }
    if (dmn.getActiveView() !== view) {
      await dmn.open(view);
    }
    const key = CSS.escape(id);
    const cell = sheet.querySelector(
      `td[data-element-id="${key}"], th[data-col-id="${key}"], td[data-row-id="${key}"]`,
    );
    cell?.scrollIntoView({ block: 'center', inline: 'center' });
    const writable = cell?.querySelector('[contenteditable], [tabindex]');
    if (writable) {
      writable.focus();
    } else {
      cell?.setAttribute('tabindex', '-1');
      cell?.focus();
    }
  }

  /** By a style sheet of its own: the sheet draws its cells anew as it likes. */
  function mark(findings, comments) {
    const rules = [];
    for (const [id, { worst, sign }] of Object.entries(byElement(findings))) {
      const colour = worst === 'ERROR' ? 'var(--wrong)' : 'var(--warn)';
      const key = CSS.escape(id);
      const cells = ['td[data-element-id', 'th[data-col-id', 'td.rule-index[data-row-id'].map(
        (one) => `${one}="${key}"]`,
      );
      rules.push(
        `${cells.join()} { box-shadow: inset 0 0 0 2px ${colour}; }`,
        `${cells.map((cell) => `${cell}::after`).join()} { content: '${sign}'; color: ${colour}; ${SIGN} }`,
      );
    }
    comments
      .filter((one) => one.element)
      .forEach((one) =>
        rules.push(
          `td[data-element-id="${CSS.escape(one.element)}"]::before { content: '“'; color: var(--link); ${SIGN} }`,
        ),
      );
    look.replaceSync(rules.join('\n'));
  }
}
