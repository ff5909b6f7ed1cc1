// A diagram: drawn on the canvas, said in the panel.
import BpmnModeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { h, say } from '../dom.js';
import { byElement } from '../findings.js';
import { Changes } from './changes.js';
import { french } from './french.js';
import { limits } from './limits.js';
import { Panel, called } from './panel.js';
import { pair } from './pair.js';
import { simulate } from './simulation.js';

const FIELD = 'fieldset :is(input, select, textarea):not(:disabled)';
/** The palette covers so much of the canvas, in pixels. */
const PALETTE = 125;

/** Without the menus that our diagrams do not need and that style themselves in their markup, which pages forbid. */
class Modeler extends BpmnModeler {
  getModules(options) {
    const left = ['alignElements', 'distributeElements'];
    return super.getModules(options).filter((module) => !left.some((name) => module[name]));
  }
}

export async function open({ canvas, panel, content, editable, words, version, draft, changed }) {
  const common = { container: canvas, moddleExtensions: { camunda } };
  const modeler = editable
    ? new Modeler({ ...common, additionalModules: [french, limits] })
    : new NavigatedViewer({ ...common, additionalModules: [french] });
  await load(content);
  canvas.querySelector('svg')?.setAttribute('aria-label', say('canvas.label'));
  const changes = editable ? new Changes(modeler) : new Reading(modeler);
  changes.editable = editable;
  let simulation = null;
  const shown = new Panel({ place: panel, modeler, changes, words, bundle: await offered(version, draft) });
  const self = {
    async read() {
      shown.flush();
      return (await modeler.saveXML({ format: true })).xml;
    },
    async replace(xml) {
      await load(xml);
      shown.show(null);
    },
    undo: () => {
      shown.flush();
      modeler.get('commandStack').undo();
    },
    redo: () => modeler.get('commandStack').redo(),
    zoom: (how) => {
      const drawn = simulation?.viewer ?? modeler;
      if (how === 'fit') {
        fit(drawn, drawn === modeler && editable);
      } else {
        drawn.get('zoomScroll').stepZoom(how === 'in' ? 1 : -1);
      }
    },
    /** A dossier is led by hand through what is drawn now; the drawing waits meanwhile. */
    async simulate(on) {
      simulation?.close();
      simulation = on ? await simulate({ desk: canvas.parentElement, xml: await self.read(), words }) : null;
      if (simulation) {
        fit(simulation.viewer, false);
        simulation.begin();
      }
    },
    go: (id) => {
      if (simulation) {
        simulation.show(id);
        return;
      }
      shown.go(id);
      (panel.querySelector(FIELD) ?? panel.querySelector('#panel-element')).focus();
    },
    named: (id) => {
      const element = modeler.get('elementRegistry').get(id);
      return element ? called(element) : id;
    },
    current: () => {
      const [one] = modeler.get('selection').get();
      return one ? (one.labelTarget ?? one).id : null;
    },
    mark: (findings, comments) => mark(modeler, findings, comments),
    compare: (place, theirs, mine) =>
      pair(place, {
        before: theirs,
        after: mine,
        beforeTitle: say('conflict.theirs.title'),
        afterTitle: say('conflict.mine.title'),
      }),
    onselect: () => {},
  };
  modeler.on('selection.changed', () => self.onselect());
  if (editable) {
    modeler.on('commandStack.changed', ({ trigger }) => trigger !== 'clear' && changed());
    modeler.on('commandStack.changed', () => self.onselect()); // an element may have another name now
  }
  return self;

  async function load(xml) {
    const { warnings } = await modeler.importXML(xml);
    const lost = warnings.filter(({ message }) => !/^missing namespace for extension/.test(message));
    if (lost.length > 0) {
      throw new Error(lost.map(({ message }) => message).join(' '));
    }
    fit(modeler, editable);
  }
}

/** What the panel reads where nothing may be changed. */
class Reading extends Changes {
  constructor(modeler) {
    super({
      get: (name) =>
        ['modeling', 'bpmnFactory', 'commandStack'].includes(name) ? { registerHandler() {} } : modeler.get(name),
    });
  }
}

/** A process is long and low: as high as the canvas, from its beginning. */
function fit(modeler, palette) {
  const view = modeler.get('canvas');
  view.zoom('fit-viewport', 'auto');
  const { inner, outer } = view.viewbox();
  const margin = 40;
  const before = palette ? PALETTE : margin;
  const scale = Math.max(view.zoom(), Math.min(1, outer.height / (inner.height + 2 * margin)));
  view.viewbox({
    x: inner.x - before / scale,
    y: inner.y - margin,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}

/** The forms and the tables that the other files of the version offer. */
async function offered(version, draft) {
  const files = version?.files ?? [];
  const forms = files.filter((one) => one.name.endsWith('.form')).map((one) => one.name.replace(/\.form$/, ''));
  const tables = await Promise.all(
    files.filter((one) => one.name.endsWith('.dmn')).map((one) => draft.other(one.name)),
  );
  const decisions = tables.flatMap((xml) =>
    [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagNameNS('*', 'decision')].map((one) => ({
      id: one.getAttribute('id'),
      name: one.getAttribute('name') ?? one.getAttribute('id'),
    })),
  );
  return { forms, decisions };
}

function mark(modeler, findings, comments) {
  const elements = modeler.get('elementRegistry');
  const canvas = modeler.get('canvas');
  const overlays = modeler.get('overlays');
  overlays.remove({ type: 'ruche' });
  elements.forEach((element) => {
    for (const name of ['ERROR', 'WARNING']) {
      if (canvas.hasMarker(element, `found-${name}`)) {
        canvas.removeMarker(element, `found-${name}`);
      }
    }
  });
  for (const [id, { sign, worst, texts }] of Object.entries(byElement(findings))) {
    if (elements.get(id) && elements.get(id) !== canvas.getRootElement()) {
      canvas.addMarker(id, `found-${worst}`);
      bubble(
        id,
        { top: -12, left: -10 },
        `editor__mark editor__mark--${worst}`,
        sign,
        `${say(`severity.${worst}`)} ${texts.join(' ')}`,
      );
    }
  }
  grouped(comments).forEach((list, id) => {
    if (id && elements.get(id)) {
      bubble(
        id,
        { bottom: 8, right: 14 },
        'editor__mark editor__mark--said',
        `“${list.length}`,
        say('comments.mark', list.length),
      );
    }
  });

  function bubble(id, position, style, sign, text) {
    const html = h(
      'div',
      { class: style, title: text },
      h('span', { 'aria-hidden': 'true' }, sign),
      h('span', { class: 'unseen' }, text),
    );
    overlays.add(id, 'ruche', { position, scale: { min: 0.7 }, html });
  }
}

function grouped(list) {
  const groups = new Map();
  list.forEach((one) => groups.set(one.element, [...(groups.get(one.element) ?? []), one]));
  return groups;
}
