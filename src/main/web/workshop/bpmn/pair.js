// Two diagrams side by side, at the same place and size; what differs is marked by colour and by sign.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { button, h, say } from '../dom.js';
import { french } from './french.js';

/** The sentence of each is `pair.…`. */
const KINDS = {
  ADDED: { sign: '+', sides: ['after'] },
  REMOVED: { sign: '−', sides: ['before'] },
  CHANGED: { sign: '~', sides: ['before', 'after'] },
  MOVED: { sign: '↕', sides: ['before', 'after'] },
  LOST: { sign: '✖', sides: ['before'] },
  KEPT: { sign: '=', sides: ['before', 'after'] },
};
const MARGIN = 30;

/**
 * @param marks [{ element, kind, number }], the number of what waits there where it is known; without them, what differs
 * @param also kinds of what differs that are shown besides the marks
 */
export async function pair(
  place,
  { before, after, beforeTitle = say('pair.before'), afterTitle = say('pair.after'), marks, also = [] },
) {
  const boxes = { before: box(beforeTitle), after: box(afterTitle) };
  const legend = h('ul', { class: 'pair__legend' });
  place.classList.add('pair');
  place.replaceChildren(legend, tools(), h('div', { class: 'pair__two' }, boxes.before.figure, boxes.after.figure));
  const viewers = {};
  for (const [side, xml] of Object.entries({ before, after })) {
    if (xml) {
      viewers[side] = new NavigatedViewer({
        container: boxes[side].canvas,
        moddleExtensions: { camunda },
        additionalModules: [french],
      });
      await viewers[side].importXML(xml);
    } else {
      boxes[side].canvas.replaceChildren(h('p', { class: 'soft pair__none' }, say('pair.none')));
    }
  }
  const all = marks
    ? [...marks, ...(also.length > 0 ? differences(viewers).filter(({ kind }) => also.includes(kind)) : [])]
    : differences(viewers);
  all.forEach((mark) => KINDS[mark.kind].sides.forEach((side) => draw(viewers[side], mark)));
  const kinds = Object.keys(KINDS).filter((kind) => all.some((one) => one.kind === kind));
  legend.append(
    ...kinds.map((kind) =>
      h(
        'li',
        {},
        h('span', { class: `pair__sign pair__sign--${kind}`, 'aria-hidden': 'true' }, KINDS[kind].sign),
        ` ${say('pair.count', say(`pair.${kind}`), all.filter((one) => one.kind === kind).length)}`,
      ),
    ),
  );
  together(Object.values(viewers));
  fit();

  function box(title) {
    const canvas = h('div', { class: 'pair__canvas', role: 'group', 'aria-label': title });
    return { canvas, figure: h('figure', {}, h('figcaption', {}, title), canvas) };
  }

  function tools() {
    const zoom = (by) => () => (viewers.after ?? viewers.before)?.get('zoomScroll').stepZoom(by);
    return h(
      'div',
      { class: 'actions pair__tools' },
      button(say('pair.in'), zoom(1)),
      button(say('pair.out'), zoom(-1)),
      button(say('pair.fit'), fit),
    );
  }

  /** As high as the place, where the first difference is. */
  function fit() {
    const lead = viewers.after ?? viewers.before;
    if (!lead) {
      return;
    }
    const canvas = lead.get('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const { inner, outer } = canvas.viewbox();
    const scale = Math.max(canvas.zoom(), Math.min(0.8, outer.height / (inner.height + 2 * MARGIN)));
    const drawn = (element) =>
      [viewers.after, viewers.before].map((one) => one?.get('elementRegistry').get(element)).find((one) => one?.width);
    const first = all.map(({ element }) => drawn(element)).find(Boolean);
    const x = first ? first.x - outer.width / scale / 3 : inner.x - MARGIN;
    const y = first ? Math.max(inner.y - MARGIN, first.y - outer.height / scale / 2) : inner.y - MARGIN;
    canvas.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
  }
}

function draw(viewer, { element: id, kind, number }) {
  const element = viewer?.get('elementRegistry').get(id);
  if (!element || !element.parent) {
    return;
  }
  viewer.get('canvas').addMarker(id, `differs-${kind}`);
  const arrow = element.waypoints;
  const middle = arrow?.[Math.floor(arrow.length / 2)];
  const position = arrow
    ? {
        top: middle.y - Math.min(...arrow.map((one) => one.y)) - 12,
        left: middle.x - Math.min(...arrow.map((one) => one.x)) - 12,
      }
    : { top: -12, left: -10 };
  viewer.get('overlays').add(id, {
    position,
    scale: { min: 0.7 },
    html: h(
      'div',
      { class: `pair__sign pair__sign--${kind}` },
      h('span', { 'aria-hidden': 'true' }, number ? `${KINDS[kind].sign} ${number}` : KINDS[kind].sign),
      h('span', { class: 'unseen' }, number ? say('pair.count', say(`pair.${kind}`), number) : say(`pair.${kind}`)),
    ),
  });
}

/** Both show the same part of the plane. */
function together(viewers) {
  let following = false;
  viewers.forEach((one) =>
    one.on('canvas.viewbox.changed', ({ viewbox }) => {
      if (following) {
        return;
      }
      following = true;
      viewers
        .filter((other) => other !== one)
        .forEach((other) => {
          const { outer } = other.get('canvas').viewbox();
          other
            .get('canvas')
            .viewbox({
              x: viewbox.x,
              y: viewbox.y,
              width: outer.width / viewbox.scale,
              height: outer.height / viewbox.scale,
            });
        });
      following = false;
    }),
  );
}

function differences({ before, after }) {
  const ids = (viewer) =>
    new Set(
      viewer
        ?.get('elementRegistry')
        .filter((one) => one.type !== 'label' && one.parent)
        .map((one) => one.id),
    );
  const [old, now] = [ids(before), ids(after)];
  return [
    ...[...now].filter((id) => !old.has(id)).map((element) => ({ element, kind: 'ADDED' })),
    ...[...old].filter((id) => !now.has(id)).map((element) => ({ element, kind: 'REMOVED' })),
    ...[...now]
      .filter((id) => old.has(id) && told(before, id) !== told(after, id))
      .map((element) => ({ element, kind: 'CHANGED' })),
  ];
}

/** What an element says, without what only draws it. */
function told(viewer, id) {
  const seen = new Set();
  return JSON.stringify(viewer.get('elementRegistry').get(id).businessObject, (name, value) => {
    if (['incoming', 'outgoing', 'flowElements', 'artifacts', 'di', 'lanes', 'flowNodeRef'].includes(name)) {
      return undefined;
    }
    if (value?.id && name && ['sourceRef', 'targetRef', 'default', 'attachedToRef'].includes(name)) {
      return value.id;
    }
    if (value && typeof value === 'object') {
      if (seen.has(value)) {
        return value.id;
      }
      seen.add(value);
    }
    return value;
  });
}
