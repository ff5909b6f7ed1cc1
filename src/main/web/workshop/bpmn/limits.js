// What can be drawn: only what a model of ours may hold. The gate decides in the end; this keeps one from beginning
// what it would refuse.
import { say } from '../dom.js';

const TIMER = { eventDefinitionType: 'bpmn:TimerEventDefinition' };
const MESSAGE = { eventDefinitionType: 'bpmn:MessageEventDefinition' };

/** What can be added, in the order of the palette. */
export const SHAPES = [
  ['startEvent', 'event', 'start-event-none', 'bpmn:StartEvent'],
  ['endEvent', 'event', 'end-event-none', 'bpmn:EndEvent'],
  ['timer', 'event', 'intermediate-event-catch-timer', 'bpmn:IntermediateCatchEvent', TIMER],
  ['message', 'event', 'intermediate-event-catch-message', 'bpmn:IntermediateCatchEvent', MESSAGE],
  ['userTask', 'activity', 'user-task', 'bpmn:UserTask'],
  ['serviceTask', 'activity', 'service-task', 'bpmn:ServiceTask'],
  ['ruleTask', 'activity', 'business-rule-task', 'bpmn:BusinessRuleTask'],
  ['exclusiveGateway', 'gateway', 'gateway-xor', 'bpmn:ExclusiveGateway'],
  ['parallelGateway', 'gateway', 'gateway-parallel', 'bpmn:ParallelGateway'],
  ['eventGateway', 'gateway', 'gateway-eventbased', 'bpmn:EventBasedGateway'],
  ['subProcess', 'activity', 'subprocess-expanded', 'bpmn:SubProcess', { isExpanded: true }],
  ['annotation', 'artifact', 'text-annotation', 'bpmn:TextAnnotation'],
  ['group', 'artifact', 'group', 'bpmn:Group'],
];

/** What can follow another box. */
export const NEXT = [
  'userTask',
  'serviceTask',
  'ruleTask',
  'exclusiveGateway',
  'parallelGateway',
  'timer',
  'message',
  'endEvent',
];

/** What can be put in the middle of an arrow. */
export const BETWEEN = NEXT.filter((name) => name !== 'endEvent');

const REPLACEMENTS = new Set(
  [
    'user-task',
    'service-task',
    'receive-task',
    'rule-task',
    'expanded-subprocess',
    'event-subprocess',
    'subprocess',
    'exclusive-gateway',
    'parallel-gateway',
    'event-based-gateway',
    'none-start',
    'none-end',
    'none-intermediate-throw',
    'none-intermediate-throwing',
    'terminate-end',
    'message-intermediate-catch',
    'timer-intermediate-catch',
    'message-boundary',
    'timer-boundary',
    'non-interrupting-message-boundary',
    'non-interrupting-timer-boundary',
    'message-start',
    'timer-start',
    'non-interrupting-message-start',
    'non-interrupting-timer-start',
    'default-flow',
    'sequence-flow',
  ].map((name) => `replace-with-${name}`),
);
const OUTSIDE = new Set(['message-start', 'timer-start'].map((name) => `replace-with-${name}`));
const REFUSED_APPENDS = [
  'append.append-task',
  'append.intermediate-event',
  'append.condition-intermediate-event',
  'append.signal-intermediate-event',
  'append.compensation-activity',
  'append.gateway',
];

class Palette {
  constructor(palette, create, elementFactory, handTool, lassoTool, spaceTool, globalConnect) {
    this.getPaletteEntries = () => ({
      hand: tool('hand', 'hand-tool', (event) => handTool.activateHand(event)),
      lasso: tool('lasso', 'lasso-tool', (event) => lassoTool.activateSelection(event)),
      space: tool('space', 'space-tool', (event) => spaceTool.activateSelection(event)),
      connect: tool('connect', 'connection-multi', (event) => globalConnect.start(event)),
      separator: { group: 'tools', separator: true },
      ...Object.fromEntries(SHAPES.map((shape) => [`create.${shape[0]}`, made(shape)])),
    });

    function tool(name, icon, click) {
      return { group: 'tools', className: `bpmn-icon-${icon}`, title: say(`tool.${name}`), action: { click } };
    }

    function made([name, group, icon, type, more]) {
      const start = (event) => {
        const shape = drawn(elementFactory, type, more);
        if (name === 'subProcess') {
          const first = elementFactory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: shape });
          Object.assign(shape, { x: 0, y: 0 });
          create.start(event, [shape, first], { hints: { autoSelect: [shape] } });
        } else {
          create.start(event, shape);
        }
      };
      return {
        group,
        className: `bpmn-icon-${icon}`,
        title: say(`shape.${name}`),
        action: { dragstart: start, click: start },
      };
    }

    palette.registerProvider(this);
  }
}
Palette.$inject = ['palette', 'create', 'elementFactory', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect'];

function drawn(elementFactory, type, more = {}) {
  return elementFactory.createShape({ type, ...more });
}

/** Draws a shape after a box and an arrow to it; @return the shape */
export function append(modeler, box, name) {
  const [, , , type, more] = SHAPES.find((shape) => shape[0] === name);
  return modeler.get('autoPlace').append(box, drawn(modeler.get('elementFactory'), type, more));
}

/** Free space on each side of what is put into an arrow, in pixels. */
const ROOM = 50;

/** Between a line and a label above it, in pixels. */
const GAP = 4;

/** Puts a shape into an arrow, and moves what follows to the right when there is no room; @return the shape */
export function insert(modeler, arrow, name) {
  const [, , , type, more] = SHAPES.find((shape) => shape[0] === name);
  const shape = drawn(modeler.get('elementFactory'), type, more);
  const level = arrow.waypoints.findIndex((to, at) => at > 0 && to.y === arrow.waypoints[at - 1].y && to.x > arrow.waypoints[at - 1].x);
  const from = arrow.waypoints[Math.max(level - 1, 0)];
  const before = Math.max(ROOM, ...beside(modeler, arrow, from.y, shape.height).map((x) => x + GAP - from.x));
  const needed = before + shape.width + ROOM;
  const missing = needed - (level > 0 ? arrow.waypoints[level].x - from.x : 0);
  if (missing > 0) {
    const space = modeler.get('spaceTool');
    const start = from.x + 1;
    const elements = modeler.get('elementRegistry').filter((one) => one.parent && one !== arrow && !apart(one, arrow, from.y));
    const { movingShapes, resizingShapes } = space.calculateAdjustments(elements, 'x', missing, start);
    space.makeSpace(movingShapes, resizingShapes, { x: missing, y: 0 }, 'e', start);
  }
  const inserted = modeler.get('modeling').createShape(shape, { x: from.x + before + shape.width / 2, y: from.y }, arrow);
  if (arrow.label) place(modeler, arrow.label, from, inserted);
  return inserted;
}

/** Where the labels end that a box on the line of an arrow would cover: those of its source and of the other ways there. */
function beside(modeler, arrow, line, height) {
  return modeler
    .get('elementRegistry')
    .filter(({ labelTarget }) => labelTarget && labelTarget !== arrow && [labelTarget, labelTarget.source].includes(arrow.source))
    .filter((label) => label.y < line + height / 2 && label.y + label.height > line - height / 2)
    .map((label) => label.x + label.width);
}

/** Whether it is, or is in, an event sub-process above or below the line of an arrow: it follows nothing and may stay. */
function apart(one, arrow, line) {
  for (let box = one; box; box = box.parent) {
    if (box === arrow.parent) return false;
    if (box.businessObject?.triggeredByEvent) return box.y > line || box.y + box.height < line;
  }
  return false;
}

/** Puts the label of an arrow above the piece before a box, or above the box when it is longer than that. */
function place(modeler, label, from, box) {
  const fits = label.width <= box.x - from.x;
  const x = fits ? (from.x + box.x - label.width) / 2 : box.x + (box.width - label.width) / 2;
  const y = (fits ? from.y - GAP : box.y - 2 * GAP) - label.height;
  modeler.get('modeling').moveShape(label, { x: x - label.x, y: y - label.y });
}

class Menus {
  constructor(contextPad, popupMenu, autoPlace, create, elementFactory) {
    contextPad.registerProvider(500, {
      getContextPadEntries: (element) => (entries) => {
        const kept = Object.entries(entries).filter(([name]) => !REFUSED_APPENDS.includes(name));
        const appends = entries['append.append-task'] ? NEXT.filter((name) => !entries[`append.${name}`]) : [];
        return Object.fromEntries([
          ...appends.filter((name) => name !== 'endEvent').map((name) => [`append.${name}`, next(name, element)]),
          ...kept,
        ]);
      },
    });
    popupMenu.registerProvider('bpmn-replace', 500, {
      getPopupMenuEntries: (element) => (entries) =>
        Object.fromEntries(Object.entries(entries).filter(([name]) => REPLACEMENTS.has(name) && fits(element, name))),
      getPopupMenuHeaderEntries: () => (entries) =>
        Object.fromEntries(Object.entries(entries).filter(([name]) => name === 'toggle-non-interrupting')),
    });

    function next(name) {
      const [, , icon, type, more] = SHAPES.find((shape) => shape[0] === name);
      return {
        group: 'model',
        className: `bpmn-icon-${icon}`,
        title: say('append', say(`shape.${name}`)),
        action: {
          click: (event, from) => autoPlace.append(from, drawn(elementFactory, type, more)),
          dragstart: (event, from) => create.start(event, drawn(elementFactory, type, more), { source: from }),
        },
      };
    }

    /** The process itself begins without anything; only a sub-process may wait for something to begin. */
    function fits(element, name) {
      return !OUTSIDE.has(name) || element.parent?.businessObject.triggeredByEvent === true;
    }
  }
}
Menus.$inject = ['contextPad', 'popupMenu', 'autoPlace', 'create', 'elementFactory'];

export const limits = {
  __init__: ['paletteProvider', 'limitedMenus'],
  paletteProvider: ['type', Palette],
  limitedMenus: ['type', Menus],
};
