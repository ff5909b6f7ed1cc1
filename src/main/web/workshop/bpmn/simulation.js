// A dossier led through the diagram by hand: where it waits and which way it came are drawn, what may happen next is
// said in the panel, in words and as buttons.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { button, h, say } from '../dom.js';
import { told } from './conditions.js';
import { french } from './french.js';
import { called, kind } from './panel.js';
import { Tokens, tokenModule } from './tokens.js';

/**
 * @param desk where the canvas and the panel of the simulation are put, in place of those that are there
 * @param xml the diagram as it is now
 * @param words the vocabulary
 * @return { viewer, show(id), close() }
 */
export async function simulate({ desk, xml, words }) {
  const replaced = [...desk.children];
  const canvas = h('div', { class: 'editor__canvas', role: 'group', 'aria-label': say('simulation.canvas') });
  const panel = h('section', { class: 'editor__panel simulation', 'aria-label': say('simulation.panel') });
  replaced.forEach((one) => (one.hidden = true));
  desk.append(canvas, panel);
  const viewer = new NavigatedViewer({
    container: canvas,
    moddleExtensions: { camunda },
    additionalModules: [french, tokenModule],
  });
  await viewer.importXML(xml);
  canvas.querySelector('svg')?.setAttribute('aria-label', say('simulation.canvas'));
  const tokens = new Tokens(viewer);
  let drawn = 0;
  const view = viewer.get('canvas');
  const state = h('p', { class: 'simulation__state', role: 'status' });
  const body = h('div');
  panel.append(h('h2', {}, say('simulation.title')), h('p', { class: 'soft small' }, say('simulation.text')), state, body);
  viewer.on('selection.changed', ({ newSelection: [one] }) => one && place(one)?.querySelector('button')?.focus());
  draw();

  return {
    viewer,
    show: (id) => viewer.get('elementRegistry').get(id) && view.scrollToElement(id, 60),
    begin: () => panel.querySelector('button').focus(),
    close() {
      viewer.destroy();
      canvas.remove();
      panel.remove();
      replaced.forEach((one) => (one.hidden = false));
    },
  };

  /** @param tool that was used, which keeps the focus; else the first choice has it */
  function act(change, tool = '') {
    change();
    draw();
    travel();
    const next = tool && panel.querySelector(`[data-tool=${tool}]:not(:disabled)`);
    (next || panel.querySelector('button:not(:disabled)')).focus();
    const [first] = tokens.waiting;
    if (first) {
      view.scrollToElement(first.element, 120);
    }
  }

  function draw() {
    const { waiting, choices } = tokens;
    mark(waiting);
    state.textContent = situation(waiting);
    body.replaceChildren(
      ...waiting.map(({ element }) =>
        offered(
          element,
          choices.filter(({ at }) => at === element),
        ),
      ),
      ...choices
        .filter(({ at }) => at && !waiting.some(({ element }) => element === at))
        .map((choice) => offered(choice.at, [choice])),
      always(choices.filter(({ at }) => !at)),
      tools(),
      way(),
    );
  }

  function situation(waiting) {
    if (tokens.ended) {
      return say('simulation.ended', tokens.steps, called(tokens.path.findLast((one) => is(one, 'bpmn:EndEvent'))));
    }
    return tokens.begun
      ? say('simulation.at', tokens.steps, waiting.map(({ element }) => `« ${called(element)} »`).join(', '))
      : say('simulation.none');
  }

  function place(element) {
    return panel.querySelector(`[data-at="${CSS.escape((element.labelTarget ?? element).id)}"]`);
  }

  function offered(element, choices) {
    const text = getBusinessObject(element).documentation?.[0]?.text;
    return h(
      'section',
      { class: 'simulation__place', 'data-at': element.id },
      h('p', { class: 'eyebrow' }, say(`kind.${kind(element)}`)),
      h('h3', {}, called(element)),
      text && h('p', { class: 'small soft' }, text),
      choices.length > 0 ? choices.map(take) : h('p', { class: 'small' }, say('simulation.others')),
    );
  }

  function always(choices) {
    return choices.length === 0
      ? ''
      : h(
          'section',
          { class: 'simulation__place' },
          h('h3', {}, say('simulation.anytime')),
          choices.map(take),
        );
  }

  function take(choice) {
    return h(
      'p',
      { class: 'simulation__choice' },
      button(sentence(choice), () => act(() => tokens.take(choice))),
      choice.way && h('span', { class: 'small soft' }, ` ${reason(choice.way)}`),
    );
  }

  function sentence({ at, element, way }) {
    if (way) {
      return say('simulation.way', getBusinessObject(way).name ?? called(way.target));
    }
    const type = kind(element);
    if (type === 'userTask') {
      return say('simulation.answer');
    }
    if (!tokens.begun) {
      return say('simulation.begin');
    }
    const event = getBusinessObject(element).eventDefinitions?.[0];
    const how = is(event ?? element, 'bpmn:TimerEventDefinition') ? 'timer' : 'message';
    return at === element ? say(`simulation.${how}`) : say(`simulation.${how}.of`, called(element));
  }

  function reason(way) {
    const object = getBusinessObject(way);
    return object.sourceRef.default === object
      ? say('simulation.otherwise')
      : told(object.conditionExpression?.body ?? '', words.facts);
  }

  function tools() {
    const back = () => act(() => tokens.back(), 'back');
    return h(
      'p',
      { class: 'actions simulation__tools' },
      button(say('simulation.back'), back, { 'data-tool': 'back', disabled: tokens.steps === 0 }),
      button(say('simulation.again'), () => act(() => tokens.begin()), { disabled: tokens.steps === 0 }),
    );
  }

  function way() {
    const met = tokens.path.filter((one) => !is(one, 'bpmn:Process') && !silent(one));
    return met.length === 0
      ? ''
      : h(
          'section',
          {},
          h('h3', {}, say('simulation.path')),
          h(
            'ol',
            { class: 'simulation__path' },
            met.map((one) =>
              is(one, 'bpmn:SequenceFlow')
                ? h('li', {}, say('simulation.way', getBusinessObject(one).name))
                : h('li', {}, called(one), ' ', h('span', { class: 'small soft' }, say(`kind.${kind(one)}`))),
            ),
          ),
        );
  }

  /** An arrow or a meeting of ways that says nothing. */
  function silent(one) {
    return (is(one, 'bpmn:SequenceFlow') || is(one, 'bpmn:Gateway')) && !getBusinessObject(one).name;
  }

  /** A dot goes the way of the last step, for those who like things that move. */
  function travel() {
    const made = tokens.path.slice(drawn);
    drawn = tokens.path.length;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    const ways = [];
    made
      .filter((one) => is(one, 'bpmn:SequenceFlow'))
      .forEach((arrow) => {
        const before = ways.find((way) => way.at(-1).target === arrow.source);
        before ? before.push(arrow) : ways.push([arrow]);
      });
    const layer = view.getLayer('tokens');
    layer.replaceChildren(...ways.map(dot));
  }

  function dot(arrows) {
    const points = arrows.flatMap(({ waypoints }) => waypoints.map(({ x, y }) => `${x},${y}`));
    const circle = svg('circle', { class: 'simulation__dot', r: 9 });
    const motion = svg('animateMotion', {
      path: `M${points.join(' L')}`,
      dur: `${Math.min(2.4, 0.5 * arrows.length)}s`,
      begin: 'indefinite',
      fill: 'remove',
    });
    motion.addEventListener('endEvent', () => circle.remove());
    circle.append(motion);
    requestAnimationFrame(() => motion.beginElement());
    return circle;
  }

  function mark(waiting) {
    const overlays = viewer.get('overlays');
    overlays.remove({ type: 'token' });
    viewer.get('elementRegistry').forEach(({ id }) => {
      for (const marker of ['walked', 'waits']) {
        if (view.hasMarker(id, marker)) {
          view.removeMarker(id, marker);
        }
      }
    });
    tokens.path.filter((one) => one.parent).forEach(({ id }) => view.addMarker(id, 'walked'));
    waiting.forEach(({ element, number }) => {
      view.addMarker(element.id, 'waits');
      const html = h(
        'div',
        { class: 'simulation__token' },
        h('span', { 'aria-hidden': 'true' }, String(number)),
        h('span', { class: 'unseen' }, say('simulation.token', number)),
      );
      overlays.add(element.id, 'token', { position: { top: -12, left: -12 }, scale: { min: 0.8 }, html });
    });
  }
}

function svg(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
