// Reads and writes what a model of ours says, as commands that can be undone; several in one where they belong
// together.
import { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';

/** A command of several: what it runs is undone and done again as one. */
export class Together {
  preExecute({ run }) {
    run();
  }
}

export class Changes {
  constructor(modeler) {
    this.modeler = modeler;
    this.modeling = modeler.get('modeling');
    this.elements = modeler.get('elementRegistry');
    this.factory = modeler.get('bpmnFactory');
    this.commands = modeler.get('commandStack');
    this.commands.registerHandler('ruche.together', Together);
  }

  together(run) {
    this.commands.execute('ruche.together', { run });
  }

  set(element, values) {
    this.modeling.updateProperties(element, values);
  }

  create(type, values, parent) {
    const made = this.factory.create(type, values);
    made.$parent = parent;
    return made;
  }

  documentation(element) {
    return getBusinessObject(element).get('documentation')[0]?.text ?? '';
  }

  setDocumentation(element, text) {
    const object = getBusinessObject(element);
    const [first] = object.get('documentation');
    if (first && text) {
      this.modeling.updateModdleProperties(element, first, { text });
    } else {
      this.set(element, { documentation: text ? [this.create('bpmn:Documentation', { text }, object)] : [] });
    }
  }

  /** The value of a property such as `clock`; empty when it is not there. */
  property(element, name) {
    return this.#properties(element).find((one) => one.name === name)?.value ?? '';
  }

  #properties(element) {
    const values = getBusinessObject(element).extensionElements?.get('values') ?? [];
    return values.find((one) => is(one, 'camunda:Properties'))?.get('values') ?? [];
  }

  setProperty(element, name, value) {
    const object = getBusinessObject(element);
    const old = object.extensionElements;
    const extension = this.create('bpmn:ExtensionElements', {}, object);
    const properties = this.create('camunda:Properties', {}, extension);
    const kept = this.#properties(element).map((one) => ({ id: one.id, name: one.name, value: one.value }));
    const at = kept.findIndex((one) => one.name === name);
    if (at >= 0 && value) {
      kept[at].value = value;
    } else if (at >= 0) {
      kept.splice(at, 1);
    } else if (value) {
      kept.push({ name, value });
    }
    properties.values = kept.map((one) => this.create('camunda:Property', one, properties));
    extension.values = (old?.get('values') ?? []).filter((one) => !is(one, 'camunda:Properties'));
    if (kept.length > 0) {
      extension.values.unshift(properties);
    }
    this.set(element, { extensionElements: extension.values.length > 0 ? extension : undefined });
  }

  /** Gives an element another id, and tells those who name it, itself included. */
  rename(element, id) {
    const before = element.id;
    if (before === id) {
      return;
    }
    this.set(element, { id });
    const itself = (text) => text?.replace(`, '${before}')`, `, '${id}')`);
    const due = getBusinessObject(element).get('camunda:dueDate');
    if (due && itself(due) !== due) {
      this.set(element, { 'camunda:dueDate': itself(due) });
    }
    const moment = this.moment(element);
    if (itself(moment) !== moment) {
      this.setMoment(element, itself(moment), Boolean(this.event(element).timeCycle));
    }
    this.elements
      .filter((one) => one.type !== 'label' && this.property(one, 'byHand') === before)
      .forEach((one) => this.setProperty(one, 'byHand', id));
  }

  /** Whether no element has this id. */
  free(id) {
    return !this.elements.get(id);
  }

  event(element) {
    return getBusinessObject(element).eventDefinitions?.[0];
  }

  moment(element) {
    const event = this.event(element);
    return (event?.timeDate ?? event?.timeCycle ?? event?.timeDuration)?.body ?? '';
  }

  setMoment(element, expression, repeats) {
    const event = this.event(element);
    const body = this.create('bpmn:FormalExpression', { body: expression }, event);
    this.modeling.updateModdleProperties(element, event, {
      timeDate: repeats ? undefined : body,
      timeCycle: repeats ? body : undefined,
      timeDuration: undefined,
    });
  }

  message(element) {
    return (this.event(element) ?? getBusinessObject(element)).messageRef?.name ?? '';
  }

  setMessage(element, name) {
    const root = this.modeler.getDefinitions();
    let message = root.rootElements.find((one) => is(one, 'bpmn:Message') && one.name === name);
    if (!message) {
      message = this.create('bpmn:Message', { id: this.#unused(root, `message_${name}`), name }, root);
      const at = root.rootElements.findIndex((one) => !is(one, 'bpmn:Message') && !is(one, 'bpmn:Category'));
      const all = [...root.rootElements];
      all.splice(at, 0, message);
      this.modeling.updateModdleProperties(element, root, { rootElements: all });
    }
    const event = this.event(element);
    if (event) {
      this.modeling.updateModdleProperties(element, event, { messageRef: message });
    } else {
      this.set(element, { messageRef: message });
    }
  }

  #unused(root, id) {
    const taken = (one) => root.rootElements.some((other) => other.id === one) || !this.free(one);
    let name = id;
    for (let n = 2; taken(name); n++) {
      name = `${id}_${n}`;
    }
    return name;
  }

  /** An id that begins so and is not taken. */
  unusedId(begin, except, join = '_') {
    let id = begin;
    for (let n = 2; this.elements.get(id) && this.elements.get(id) !== except; n++) {
      id = `${begin}${join}${n}`;
    }
    return id;
  }

  condition(flow) {
    return getBusinessObject(flow).conditionExpression?.body ?? '';
  }

  setCondition(flow, body) {
    const object = getBusinessObject(flow);
    this.set(flow, {
      conditionExpression: body ? this.create('bpmn:FormalExpression', { body }, object) : undefined,
    });
  }
}
