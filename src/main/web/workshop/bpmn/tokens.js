// One dossier that does not exist, led through a diagram by hand. What BPMN makes of each step is known by
// bpmn-js-token-simulation; who decides, when it may be decided and how to go back is said here.
import { is, isAny } from 'bpmn-js/lib/util/ModelUtil';
import simulator from 'bpmn-js-token-simulation/lib/simulator';
import ExclusiveGatewayBehavior from 'bpmn-js-token-simulation/lib/simulator/behaviors/ExclusiveGatewayBehavior';

const SIMULATOR = 'tokenSimulation.simulator';
/** Answered by somebody; the program does what is left of itself. */
const ANSWERED = ['bpmn:UserTask', 'bpmn:ManualTask'];
/** What somebody may make happen. The others are the simulator's own. */
const HAPPENING = ['none', 'continue', 'message', 'timer'];
/** What holds the places where a dossier waits. */
const AROUND = ['bpmn:Process', 'bpmn:Participant', 'bpmn:SubProcess'];

/** Waits where the ways part until one is chosen: there are no facts here that could choose. */
class Parting extends ExclusiveGatewayBehavior {
  constructor(simulator, scopeBehavior, activityBehavior) {
    super(simulator, scopeBehavior);
    this.activity = activityBehavior;
  }

  enter(context) {
    const { element } = context;
    if (ways(element).length > 1) {
      const chosen = { element, type: 'continue', interrupting: false, boundary: false };
      this.activity.signalOnEvent(context, chosen);
    } else {
      this._simulator.exit(context);
    }
  }

  signal(context) {
    this._simulator.exit(context);
  }
}
Parting.$inject = ['simulator', 'scopeBehavior', 'activityBehavior'];

/** To be given to the viewer that draws the diagram. */
export const tokenModule = { __depends__: [simulator], exclusiveGatewayBehavior: ['type', Parting] };

/** The arrows that leave a gateway. */
const ways = (gateway) => gateway.outgoing.filter((one) => is(one, 'bpmn:SequenceFlow'));

export class Tokens {
  #simulator;
  #elements;
  #beginnings;
  #dossier = null;
  #done = [];

  /** Each element met, in order; an arrow is one too. */
  path = [];

  /** @param viewer of bpmn-js with the `tokenModule`, its diagram imported */
  constructor(viewer) {
    this.#simulator = viewer.get('simulator');
    this.#elements = viewer.get('elementRegistry');
    viewer.get('eventBus').on(`${SIMULATOR}.createScope`, ({ scope }) => this.path.push(scope.element));
    this.#elements
      .filter((one) => isAny(one, ANSWERED))
      .forEach((one) => this.#simulator.waitAtElement(one));
    this.begin();
  }

  /** Nothing has begun. */
  begin() {
    this.#simulator.reset();
    this.#beginnings = new Set(this.#simulator.findScopes((scope) => !scope.parent));
    this.#dossier = null;
    this.#done = [];
    this.path = [];
  }

  get begun() {
    return this.#dossier !== null;
  }

  get ended() {
    return this.begun && this.#dossier.destroyed;
  }

  /** How many steps were taken. */
  get steps() {
    return this.#done.length;
  }

  /** Where it waits: { element, number }, number because two ways may wait at the same place. */
  get waiting() {
    const counted = new Map();
    if (!this.ended) {
      this.#simulator
        .findScopes((scope) => scope.active && !isAny(scope.element, AROUND))
        .forEach(({ element }) => counted.set(element, (counted.get(element) ?? 0) + 1));
    }
    return [...counted].map(([element, number]) => ({ element, number }));
  }

  /**
   * What may happen next: { at, element, way }. `at` is the element that waits for it, null for what may happen at any
   * time; `element` what happens, `way` the arrow that would be taken. What the place is for comes first.
   */
  get choices() {
    return this.#open()
      .flatMap((one) => {
        const choice = { at: this.#waiter(one), element: one.element, subscription: one };
        return is(one.element, 'bpmn:ExclusiveGateway') ? ways(one.element).map((way) => ({ ...choice, way })) : [choice];
      })
      .sort((a, b) => (b.at === b.element) - (a.at === a.element));
  }

  /** What is chosen happens, with all that follows of itself. */
  take({ subscription, element, way }) {
    const same = this.#open().filter((one) => one.element === element && one.event.type === subscription.event.type);
    this.#done.push({ element, type: subscription.event.type, at: same.indexOf(subscription), way });
    if (way) {
      this.#simulator.setConfig(element, { activeOutgoing: way });
    }
    const { event, scope } = subscription;
    const [made] = this.#simulator.trigger({ event, scope });
    this.#dossier ??= made;
  }

  /** As it was before the last step: all the others are taken again. */
  back() {
    const again = this.#done.slice(0, -1);
    this.begin();
    again.forEach(({ element, type, at, way }) => {
      const subscription = this.#open().filter((one) => one.element === element && one.event.type === type)[at];
      this.take({ subscription, element, way });
    });
  }

  /** A dossier begins once, and is led no further than its end. */
  #open() {
    if (this.ended) {
      return [];
    }
    return this.#simulator.findSubscriptions(
      ({ event, element, scope }) =>
        element && HAPPENING.includes(event.type) && this.#beginnings.has(scope) !== this.begun,
    );
  }

  #waiter({ element, scope }) {
    if (is(element, 'bpmn:StartEvent')) {
      return this.begun ? null : element;
    }
    if (element.host) {
      return element.host;
    }
    const gate = element.incoming.find(({ source }) => is(source, 'bpmn:EventBasedGateway'))?.source;
    return scope.element === element || !gate ? element : gate;
  }
}
