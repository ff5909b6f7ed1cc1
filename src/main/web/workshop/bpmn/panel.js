// What an element says, as a form beside the canvas: only what a model of ours may say, chosen from the vocabulary.
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
import { button, h, say } from '../dom.js';
import { beginning, called as short, isFamily, isOwn, means, own } from '../family.js';
import { Fields } from '../fields.js';
import { TESTS, parsed, written } from './conditions.js';
import { BETWEEN, NEXT, append, insert } from './limits.js';

const PAUSE = 400;
const DEADLINE = /^\$\{([\w.]+)\(execution\.processBusinessKey(?:, '[^']*')?\)}$/;
const ACTION = /^\$\{(\w+)}$/;
const KINDS = [
  ['userTask', 'bpmn:UserTask'],
  ['serviceTask', 'bpmn:ServiceTask'],
  ['ruleTask', 'bpmn:BusinessRuleTask'],
  ['receiveTask', 'bpmn:ReceiveTask'],
  ['eventSubProcess', 'bpmn:SubProcess', (object) => object.triggeredByEvent],
  ['subProcess', 'bpmn:SubProcess'],
  ['boundary', 'bpmn:BoundaryEvent'],
  ['startEvent', 'bpmn:StartEvent'],
  ['endEvent', 'bpmn:EndEvent'],
  ['timer', 'bpmn:CatchEvent', (object) => is(object.eventDefinitions?.[0], 'bpmn:TimerEventDefinition')],
  ['message', 'bpmn:CatchEvent', (object) => is(object.eventDefinitions?.[0], 'bpmn:MessageEventDefinition')],
  ['milestone', 'bpmn:Event'],
  ['exclusiveGateway', 'bpmn:ExclusiveGateway'],
  ['parallelGateway', 'bpmn:ParallelGateway'],
  ['eventGateway', 'bpmn:EventBasedGateway'],
  ['flow', 'bpmn:SequenceFlow'],
  ['annotation', 'bpmn:TextAnnotation'],
  ['group', 'bpmn:Group'],
  ['participant', 'bpmn:Participant'],
  ['lane', 'bpmn:Lane'],
  ['process', 'bpmn:Process'],
  ['process', 'bpmn:Collaboration'],
];

/** Its key in the sentences `kind.…`. */
export function kind(element) {
  const object = getBusinessObject(element);
  return KINDS.find(([, type, when]) => is(object, type) && (!when || when(object)))?.[0] ?? 'other';
}

/** How it is called in lists. */
export function called(element) {
  const object = getBusinessObject(element);
  const name = object.name || object.text || object.categoryValueRef?.value;
  if (kind(element) === 'flow' && name) {
    return say('flow.named', name, called(object.sourceRef)); // « Non » says nothing without its question
  }
  if (name) {
    return name;
  }
  if (kind(element) === 'flow') {
    return say('flow.between', called(object.sourceRef), called(object.targetRef));
  }
  return `${say(`kind.${kind(element)}`)} (${object.id})`;
}

export class Panel {
  #shown = null;
  #timer = null;
  #late = null;
  #typing = null;

  /**
   * @param place the form
   * @param changes null where nothing may be changed
   * @param words the vocabulary
   * @param bundle { forms, decisions }: what the other files of the version offer
   */
  constructor({ place, modeler, changes, words, bundle }) {
    Object.assign(this, { place, modeler, changes, words, bundle });
    this.editable = changes.editable;
    this.elements = modeler.get('elementRegistry');
    const bus = modeler.get('eventBus');
    place.addEventListener('submit', (event) => event.preventDefault());
    bus.on('selection.changed', ({ newSelection }) => this.show(newSelection.length === 1 ? newSelection[0] : null));
    if (this.editable) {
      bus.on('elements.changed', () => this.#again());
      bus.on('commandStack.changed', () => this.#again());
    }
    this.show(null);
  }

  /** What waits to be typed to its end is written. */
  flush() {
    clearTimeout(this.#timer);
    this.#late?.();
    this.#late = null;
  }

  get root() {
    return this.modeler.get('canvas').getRootElement();
  }

  show(element) {
    this.flush();
    this.#shown = element?.labelTarget ?? element ?? this.root;
    this.#build();
  }

  /** After a change made elsewhere: everything anew, but what is being typed. */
  #again() {
    if (this.#shown !== this.root && !this.elements.get(this.#shown.id)) {
      this.#shown = this.root;
    }
    const active = document.activeElement;
    const typing = this.place.contains(active) && active.matches('textarea, input:not([type=checkbox])');
    if (!typing || this.#built !== this.#shown) {
      this.#build();
    } else {
      this.place.firstElementChild.replaceWith(this.#chooser(this.#shown));
    }
  }

  #built = null;

  #build() {
    const active = document.activeElement;
    const focused = this.place.contains(active) ? active.name || active.id : '';
    const chosen = this.#built === this.#shown ? this.#chosen() : [];
    if (this.#built !== this.#shown) {
      this.place.scrollTop = 0;
    }
    this.#built = this.#shown;
    const fields = new Fields('panel', this.editable);
    const element = this.#shown;
    const type = kind(element);
    const content = h('fieldset', { disabled: !this.editable }, h('legend', { class: 'unseen' }, say('panel.title')));
    content.append(...this.#fields(fields, element, type).flat().filter(Boolean));
    this.place.replaceChildren(
      this.#chooser(element),
      h('p', { class: 'eyebrow editor__kind' }, say(`kind.${type}`)),
      content,
      this.#building(element, type) ?? '',
    );
    chosen.forEach(([name, value]) => {
      const select = this.place.querySelector(`.editor__build select[name=${name}]`);
      if (select && [...select.options].some((option) => option.value === value)) {
        select.value = value;
      }
    });
    if (focused) {
      this.place.querySelector(`[name="${CSS.escape(focused)}"], #${CSS.escape(focused)}`)?.focus();
    }
  }

  /** What was chosen of what is not in the model: to be drawn next, to be linked to. */
  #chosen() {
    return [...this.place.querySelectorAll('.editor__build select')].map((select) => [select.name, select.value]);
  }

  /** Every element can be reached without a mouse. */
  #chooser(current) {
    const groups = new Map();
    this.elements
      .filter((one) => one.type !== 'label' && one.parent && kind(one) !== 'other')
      .sort((a, b) => (a.x ?? a.waypoints?.[0].x) - (b.x ?? b.waypoints?.[0].x))
      .forEach((one) => {
        const key = kind(one);
        groups.set(key, [...(groups.get(key) ?? []), one]);
      });
    const select = h(
      'select',
      { id: 'panel-element', name: 'element', onchange: ({ target }) => this.go(target.value) },
      h('option', { value: this.root.id, selected: current === this.root }, say('panel.whole')),
      KINDS.map(([key]) => key)
        .filter((key, at, all) => all.indexOf(key) === at && groups.has(key))
        .map((key) =>
          h(
            'optgroup',
            { label: say(`kind.${key}`) },
            groups.get(key).map((one) => h('option', { value: one.id, selected: one === current }, called(one))),
          ),
        ),
    );
    return h('div', { class: 'field' }, h('label', { for: 'panel-element' }, say('panel.element')), select);
  }

  /** Shows this element on the canvas and its form. */
  go(id) {
    const element = this.elements.get(id);
    const selection = this.modeler.get('selection');
    if (!element || element === this.root) {
      selection.deselect(selection.get());
      this.show(null);
      return;
    }
    selection.select(element);
    this.modeler.get('canvas').scrollToElement(element, 60);
  }

  #fields(fields, element, type) {
    const object = getBusinessObject(element);
    const changes = this.changes;
    const typed = (write) => (value) => this.#typed(() => write(value));
    const name = () =>
      fields.text(
        'name',
        object.name ?? '',
        typed((value) => changes.set(element, { name: value || undefined })),
      );
    const documentation = () =>
      fields.area(
        'documentation',
        changes.documentation(element),
        typed((value) => changes.setDocumentation(element, value)),
      );
    const id = () => fields.text('id', object.id, (value) => this.#rename(element, value), { commit: true });
    const clock = (required) =>
      fields.choice(
        'clock',
        changes.property(element, 'clock'),
        this.words.clocks.map((one) => [one.name, one.label]),
        (value) => changes.setProperty(element, 'clock', value),
        { empty: required ? undefined : say('panel.clock.none') },
      );

    switch (type) {
      case 'process':
        return this.#process(fields, object, name, documentation);
      case 'userTask':
        return this.#userTask(fields, element, object, { name, documentation, clock });
      case 'serviceTask':
        return this.#serviceTask(fields, element, object, { name, documentation, clock });
      case 'ruleTask':
        return [
          name(),
          fields.choice(
            'table',
            object.get('camunda:decisionRef'),
            this.bundle.decisions.map((one) => [one.id, one.name]),
            (value) =>
              changes.set(element, {
                'camunda:decisionRef': value,
                'camunda:decisionRefBinding': 'deployment',
                'camunda:mapDecisionResult': 'singleEntry',
              }),
          ),
          fields.text('result', object.get('camunda:resultVariable') ?? '', (value) =>
            this.#typed(() => changes.set(element, { 'camunda:resultVariable': value || undefined })),
          ),
          clock(false),
          documentation(),
          this.#more(fields, element, object, id),
        ];
      case 'receiveTask':
        return [
          name(),
          this.#message(fields, element),
          clock(false),
          documentation(),
          this.#more(fields, element, object, id),
        ];
      case 'boundary':
      case 'timer':
      case 'message':
      case 'startEvent':
        return [
          name(),
          ...this.#event(fields, element, object),
          documentation(),
          this.#more(fields, element, object, id),
        ];
      case 'flow':
        return [
          name(),
          ...this.#condition(fields, element, object),
          documentation(),
          this.#more(fields, element, object, id),
        ];
      case 'annotation':
        return [
          fields.area(
            'text',
            object.text ?? '',
            typed((text) => changes.set(element, { text })),
          ),
        ];
      case 'group':
        return [
          fields.text(
            'name',
            object.categoryValueRef?.value ?? '',
            typed((value) => this.modeler.get('modeling').updateLabel(element, value)),
          ),
        ];
      default:
        return [name(), documentation(), this.#more(fields, element, object, id)];
    }
  }

  #process(fields, object, name, documentation) {
    const process = is(object, 'bpmn:Process') ? object : object.participants?.[0]?.processRef;
    if (process !== object) {
      return [name()];
    }
    const days = process.get('camunda:historyTimeToLive')?.match(/^P(\d+)D$/)?.[1] ?? '';
    return [
      name(),
      documentation(),
      fields.text(
        'history',
        days,
        (value) =>
          this.#typed(() =>
            this.changes.set(this.root, {
              'camunda:historyTimeToLive': value ? `P${value.replace(/\D/g, '')}D` : undefined,
            }),
          ),
        { inputmode: 'numeric' },
      ),
      fields.check('executable', process.isExecutable === true, (value) =>
        this.changes.set(this.root, { isExecutable: value }),
      ),
      h('p', { class: 'soft small' }, say('panel.process.id', process.id)),
    ];
  }

  #userTask(fields, element, object, { name, documentation, clock }) {
    const changes = this.changes;
    const step = this.#stepWord(object.id);
    const page = step?.page ?? this.words.clocks.find((one) => one.name === changes.property(element, 'clock'))?.page;
    const groups = (object.get('camunda:candidateGroups') ?? '').split(',').map((one) => one.trim());
    const readers = changes
      .property(element, 'readers')
      .split(',')
      .map((one) => one.trim());
    return [
      fields.choice(
        'step',
        step?.id ?? object.id,
        this.#offered(this.words.steps).map((one) => [
          one.id,
          short(one.label),
          { disabled: one !== step && !isFamily(one.id) && !changes.free(one.id) },
        ]),
        (value) => this.#step(element, value),
      ),
      step &&
        isFamily(step.id) &&
        fields.text('own', own(step.id, object.id), (value) => this.#own(element, step, value), { commit: true }),
      name(),
      !page &&
        fields.choice(
          'form',
          object.get('camunda:formRef'),
          this.bundle.forms.map((one) => [one, one]),
          (value) => changes.set(element, { 'camunda:formRef': value, 'camunda:formRefBinding': 'deployment' }),
        ),
      !page &&
        fields.many('groups', groups, this.#groupWords(step, object.id, groups), (values) =>
          this.#groups(element, values),
        ),
      fields.choice('due', object.get('camunda:dueDate'), this.#moments(false, element), (value) =>
        changes.set(element, { 'camunda:dueDate': value }),
      ),
      clock(true),
      page &&
        fields.many('readers', readers, this.#groupWords(step, object.id, readers), (values) =>
          changes.setProperty(element, 'readers', values.join(',')),
        ),
      this.#byHand(fields, element),
      documentation(),
      this.#more(fields, element, object, null, [
        fields.text(
          'priority',
          object.get('camunda:priority') ?? '',
          (value) =>
            this.#typed(() =>
              changes.set(element, { 'camunda:priority': value.replace(/\D/g, '').slice(0, 3) || undefined }),
            ),
          { inputmode: 'numeric' },
        ),
      ]),
    ];
  }

  #stepWord(id) {
    return this.words.steps.find((one) => means(one.id, id));
  }

  /** Of a family of groups: those that are chosen, and the one of the step's own name. */
  #groupWords(step, id, chosen) {
    const mine = step && own(step.id, id);
    return this.words.groups.flatMap((word) => {
      if (!isFamily(word.name)) {
        return [[word.name, word.label]];
      }
      const names = [...chosen.filter((one) => means(word.name, one)), ...(mine ? [beginning(word.name) + mine] : [])];
      return [...new Set(names)].map((one) => [one, say('panel.groups.own', short(word.label), own(word.name, one))]);
    });
  }

  /** The step's own name changes, and with it the group that is called the same. */
  #own(element, step, value) {
    const before = own(step.id, element.id);
    const after = value.trim();
    if (after === before) {
      return null;
    }
    if (!isOwn(after)) {
      return say('panel.own.bad');
    }
    const id = beginning(step.id) + after;
    if (!this.changes.free(id)) {
      return say('panel.id.taken');
    }
    const groups = getBusinessObject(element).get('camunda:candidateGroups') ?? '';
    const renamed = groups
      .split(',')
      .map((one) => one.trim())
      .map((one) => {
        const word = this.words.groups.find((group) => isFamily(group.name) && own(group.name, one) === before);
        return word ? beginning(word.name) + after : one;
      })
      .join(',');
    this.changes.together(() => {
      this.changes.rename(element, id);
      this.#groups(element, [renamed].filter(Boolean));
    });
    return null;
  }

  #groups(element, values) {
    this.changes.set(element, { 'camunda:candidateGroups': values.join(',') || undefined });
  }

  /** An answer belongs to the step by its id: with another step, what is said of the old one goes. */
  #step(element, value) {
    const step = this.words.steps.find((one) => one.id === value);
    const object = getBusinessObject(element);
    const before = this.#stepWord(object.id);
    const id = isFamily(value) ? this.changes.unusedId(`${beginning(value)}service`, element, '-') : value;
    this.changes.together(() => {
      this.changes.rename(element, id);
      if (!object.name || object.name === short(before?.label ?? '')) {
        this.changes.set(element, { name: short(step.label) });
      }
      if (step.page) {
        this.changes.set(element, {
          'camunda:formRef': undefined,
          'camunda:formRefBinding': undefined,
          'camunda:candidateGroups': undefined,
        });
      } else if (!object.get('camunda:formRef')) {
        const form = id.replace(/^userTask_/, '');
        if (this.bundle.forms.includes(form)) {
          this.changes.set(element, { 'camunda:formRef': form, 'camunda:formRefBinding': 'deployment' });
        }
      }
    });
  }

  #byHand(fields, element) {
    const places = this.elements
      .filter((one) => one.type !== 'label' && is(one, 'bpmn:FlowNode') && one !== element)
      .map((one) => [one.id, called(one)])
      .sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
    return fields.choice(
      'byHand',
      this.changes.property(element, 'byHand'),
      [['no', say('panel.byHand.no')], ...places],
      (value) => this.changes.setProperty(element, 'byHand', value),
      { empty: say('panel.byHand.here') },
    );
  }

  #serviceTask(fields, element, object, { name, documentation, clock }) {
    const action = object.get('camunda:delegateExpression')?.match(ACTION)?.[1];
    const word = this.words.actions.find((one) => one.name === action);
    return [
      fields.choice(
        'action',
        object.get('camunda:delegateExpression'),
        this.#offered(this.words.actions).map((one) => [`\${${one.name}}`, one.label]),
        (value) => this.#action(element, value.match(ACTION)[1]),
        {
          hint:
            word &&
            [word.does, word.sets.length > 0 && say('panel.sets', this.#facts(word.sets))].filter(Boolean).join(' '),
        },
      ),
      name(),
      clock(false),
      documentation(),
      this.#more(fields, element, object, null),
    ];
  }

  /** A diagram is about dossiers or about sessions, as most of its tasks are: the words of the other stay away. */
  #offered(words) {
    const counted = new Map();
    this.elements.forEach((element) => {
      const action = getBusinessObject(element)?.get?.('camunda:delegateExpression')?.match(ACTION)?.[1];
      const about = [...this.words.steps, ...this.words.actions].find(
        (one) => (one.id && means(one.id, element.id)) || (action && one.name === action),
      )?.about;
      if (about) {
        counted.set(about, (counted.get(about) ?? 0) + 1);
      }
    });
    const [subject] = [...counted].sort(([, a], [, b]) => b - a)[0] ?? [];
    return subject ? words.filter((one) => one.about === subject) : words;
  }

  #facts(names) {
    return names.map((name) => this.words.facts.find((one) => one.name === name)?.label ?? name).join(', ');
  }

  #action(element, name) {
    const object = getBusinessObject(element);
    const label = (one) => this.words.actions.find((action) => `\${${action.name}}` === one)?.label;
    const before = label(object.get('camunda:delegateExpression'));
    this.changes.together(() => {
      const id = `serviceTask_${name}`;
      if (element.id !== id && !element.id.startsWith(`${id}_`)) {
        this.changes.rename(element, this.changes.unusedId(id, element));
      }
      this.changes.set(element, { 'camunda:delegateExpression': `\${${name}}` });
      if (!object.name || object.name === before) {
        this.changes.set(element, { name: label(`\${${name}}`) });
      }
    });
  }

  /** One that each element has of its own is asked for by the element's name. */
  #moments(repeats, element) {
    return this.#offered(this.words.deadlines)
      .filter((one) => repeats === null || one.repeats === repeats)
      .map((one) => [
        `\${${one.name}(execution.processBusinessKey${one.own ? `, '${element.id}'` : ''})}`,
        one.label,
      ]);
  }

  #message(fields, element) {
    return fields.choice(
      'message',
      this.changes.message(element),
      this.#offered(this.words.messages).map((one) => [one.name, one.label]),
      (value) => this.changes.together(() => this.changes.setMessage(element, value)),
    );
  }

  #event(fields, element, object) {
    const event = this.changes.event(element);
    const boundary = is(object, 'bpmn:BoundaryEvent');
    const goesOn = boundary ? object.cancelActivity === false : object.isInterrupting === false;
    const inSubProcess = is(object, 'bpmn:StartEvent') && object.$parent?.triggeredByEvent;
    const interrupts =
      (boundary || inSubProcess) &&
      fields.check('interrupts', !goesOn, (value) =>
        this.changes.set(element, boundary ? { cancelActivity: value } : { isInterrupting: value }),
      );
    if (is(event, 'bpmn:MessageEventDefinition')) {
      return [this.#message(fields, element), interrupts];
    }
    if (is(event, 'bpmn:TimerEventDefinition')) {
      return [
        fields.choice('moment', this.changes.moment(element).trim(), this.#moments(goesOn ? null : false, element), (value) =>
          this.changes.setMoment(
            element,
            value,
            this.words.deadlines.find((one) => one.name === value.match(DEADLINE)?.[1])?.repeats,
          ),
        ),
        interrupts,
      ];
    }
    return [interrupts];
  }

  #condition(fields, flow, object) {
    const source = object.sourceRef;
    if (!is(source, 'bpmn:ExclusiveGateway') || (source.outgoing ?? []).length < 2) {
      const left = this.changes.condition(flow);
      return left
        ? [fields.area('condition.text', left, (value) => this.#typed(() => this.changes.setCondition(flow, value)))]
        : [];
    }
    const otherwise = source.default === object;
    const check = fields.check('otherwise', otherwise, (value) =>
      this.changes.together(() => {
        if (value) {
          this.changes.setCondition(flow, '');
        }
        this.changes.set(flow.source, { default: value ? object : undefined });
      }),
    );
    if (otherwise) {
      return [check];
    }
    const body = this.changes.condition(flow);
    const condition = parsed(body);
    if (!condition) {
      return [
        check,
        fields.area('condition.text', body, (value) => this.#typed(() => this.changes.setCondition(flow, value)), {
          hint: say('panel.condition.text.hint'),
        }),
      ];
    }
    return [check, this.#rows(fields, flow, condition)];
  }

  #rows(fields, flow, condition) {
    const write = (change) => {
      const next = parsed(this.changes.condition(flow));
      change(next);
      this.changes.setCondition(flow, written(next));
    };
    const now = (change) => {
      this.flush();
      write(change);
    };
    const shown = condition.rows.length > 0 ? condition.rows : [{ fact: '', test: 'true', value: '' }];
    const box = h('fieldset', { class: 'editor__rows' }, h('legend', {}, say('panel.condition')));
    if (shown.length > 1) {
      box.append(
        fields.choice(
          'joined',
          condition.joined,
          [
            ['&&', say('panel.condition.and')],
            ['||', say('panel.condition.or')],
          ],
          (value) => now((next) => (next.joined = value)),
        ),
      );
    }
    shown.forEach((row, at) => {
      const fact = this.words.facts.find((one) => one.name === row.fact);
      const changed = (values) => (next) => (next.rows[at] = { ...(next.rows[at] ?? row), ...values });
      const put = (values) => write(changed(values));
      const putNow = (values) => now(changed(values));
      box.append(
        h(
          'div',
          { class: 'editor__row' },
          fields.choice(
            `fact.${at}`,
            row.fact,
            this.words.facts.map((one) => [one.name, one.label]),
            (value) => putNow(first(this.words.facts.find((one) => one.name === value))),
            { label: say('panel.fact') },
          ),
          row.fact &&
            fields.choice(
              `test.${at}`,
              row.test,
              (fact?.type === 'FLAG' ? ['true', 'false'] : ['==', '!=']).map((one) => [one, say(`test.${TESTS[one]}`)]),
              (value) => putNow({ test: value }),
              { label: say('panel.test') },
            ),
          row.fact &&
            fact?.type !== 'FLAG' &&
            (fact?.values.length > 0
              ? fields.choice(
                  `value.${at}`,
                  row.value,
                  fact.values.map((one) => [one, one]),
                  (value) => putNow({ value }),
                  {
                    label: say('panel.value'),
                  },
                )
              : fields.text(
                  `value.${at}`,
                  row.value,
                  (value) => this.#typed(() => put({ value: value.replace(/[^\w-]/g, '') })),
                  {
                    label: say('panel.value'),
                  },
                )),
          condition.rows.length > 1 &&
            button(say('panel.condition.remove', at + 1), () => now((next) => next.rows.splice(at, 1)), {
              class: 'button button--quiet',
            }),
        ),
      );
    });
    if (condition.rows.length > 0 && this.editable) {
      const fact = this.words.facts[0];
      box.append(
        button(say('panel.condition.add'), () => now((next) => next.rows.push(first(fact))), {
          class: 'button button--quiet',
          id: 'panel-condition-add',
        }),
      );
    }
    return box;

    function first(fact) {
      return fact.type === 'FLAG'
        ? { fact: fact.name, test: 'true', value: '' }
        : { fact: fact.name, test: '==', value: fact.values[0] ?? '' };
    }
  }

  /** What is seldom changed. */
  #more(fields, element, object, id, others = []) {
    const flags = ['asyncBefore', 'asyncAfter']
      .filter(
        () =>
          is(object, 'bpmn:Activity') ||
          is(object, 'bpmn:Gateway') ||
          kind(element) === 'timer' ||
          kind(element) === 'message',
      )
      .map((flag) =>
        fields.check(flag, object.get(`camunda:${flag}`) === true, (value) =>
          this.changes.set(element, { [`camunda:${flag}`]: value || undefined }),
        ),
      );
    const inside = [...others, ...flags, id ? id() : h('p', { class: 'soft small' }, say('panel.id.made', object.id))];
    return h(
      'details',
      { class: 'editor__more', open: this.#opened, ontoggle: ({ target }) => (this.#opened = target.open) },
      h('summary', {}, say('panel.more')),
      ...inside,
    );
  }

  #opened = false;

  #rename(element, value) {
    const id = value.trim();
    if (id === element.id) {
      return null;
    }
    if (!/^[A-Za-z_][\w.-]*$/.test(id)) {
      return say('panel.id.bad');
    }
    if (!this.changes.free(id)) {
      return say('panel.id.taken');
    }
    this.changes.together(() => this.changes.rename(element, id));
    return null;
  }

  /** What the mouse does on the canvas, without one. */
  #building(element, type) {
    if (!this.editable || type === 'process') {
      return null;
    }
    const tools = h('fieldset', { class: 'editor__build' }, h('legend', {}, say('panel.build')));
    const object = getBusinessObject(element);
    if (is(object, 'bpmn:FlowNode') && type !== 'endEvent' && type !== 'eventSubProcess') {
      const next = h(
        'select',
        { id: 'panel-next', name: 'next' },
        NEXT.map((name) => h('option', { value: name }, say(`shape.${name}`))),
      );
      tools.append(
        h(
          'div',
          { class: 'field' },
          h('label', { for: 'panel-next' }, say('panel.next')),
          next,
          button(say('panel.next.do'), () => this.#goOn(append(this.modeler, element, next.value).id)),
        ),
      );
      const targets = this.elements
        .filter(
          (one) => one.type !== 'label' && one !== element && is(one, 'bpmn:FlowNode') && one.parent === element.parent,
        )
        .filter((one) => !['startEvent', 'boundary', 'eventSubProcess'].includes(kind(one)))
        .sort((a, b) => a.x - b.x);
      const to = h(
        'select',
        { id: 'panel-to', name: 'to' },
        targets.map((one) => h('option', { value: one.id }, called(one))),
      );
      tools.append(
        h(
          'div',
          { class: 'field' },
          h('label', { for: 'panel-to' }, say('panel.to')),
          to,
          button(say('panel.to.do'), () => {
            const arrow = this.modeler.get('modeling').connect(element, this.elements.get(to.value));
            if (arrow) {
              this.#goOn(arrow.id);
            }
          }),
        ),
      );
    }
    if (type === 'flow') {
      const between = h(
        'select',
        { id: 'panel-between', name: 'between' },
        BETWEEN.map((name) => h('option', { value: name }, say(`shape.${name}`))),
      );
      tools.append(
        h(
          'div',
          { class: 'field' },
          h('label', { for: 'panel-between' }, say('panel.between')),
          between,
          button(say('panel.between.do'), () => {
            let made;
            this.changes.together(() => (made = insert(this.modeler, element, between.value)));
            this.#goOn(made.id);
          }),
        ),
      );
    }
    tools.append(
      button(
        say('panel.remove'),
        () => {
          this.modeler.get('modeling').removeElements([element]);
          this.#goOn(this.root.id);
        },
        {
          class: 'button button--grave',
        },
      ),
    );
    return tools;
  }

  /** The button that was pressed is gone with its panel: whoever uses the keyboard goes on from the top. */
  #goOn(id) {
    this.go(id);
    this.place.querySelector('#panel-element').focus();
  }

  /** Written once the typing pauses; what was typed in another field before is written first. */
  #typed(write) {
    if (this.#typing !== document.activeElement) {
      this.flush();
    }
    this.#typing = document.activeElement;
    clearTimeout(this.#timer);
    this.#late = () => {
      this.#late = null;
      write();
    };
    this.#timer = setTimeout(() => this.flush(), PAUSE);
  }
}
