// What a component of a form says: only what the gate lets through, its name chosen among the fields of the step.
import { button, h, say } from '../dom.js';
import { Fields } from '../fields.js';

const PAUSE = 400;
const CHOICES = ['radio', 'select', 'checklist', 'taglist'];
const TYPED = ['textfield', 'textarea'];

export class FormPanel {
  #shown = null;
  #built = null;
  #timer = null;
  #late = null;
  #typing = null;

  constructor({ place, editor, words, editable, steps }) {
    Object.assign(this, { place, editor, words, editable, steps });
    place.addEventListener('submit', (event) => event.preventDefault());
    editor.on('selection.changed', ({ selection }) => this.show(selection));
    editor.on('changed', () => this.#again());
  }

  flush() {
    clearTimeout(this.#timer);
    this.#late?.();
    this.#late = null;
  }

  get schema() {
    return this.editor._getState().schema;
  }

  show(field) {
    this.flush();
    this.#shown = field && field.type !== 'default' ? field : null;
    if (this.schema) {
      this.#build();
    }
  }

  go(id) {
    const field = this.#all().find((one) => one.id === id) ?? this.#all().find((one) => one.key === id);
    this.editor.get('selection').set(field ?? null);
    if (!field) {
      this.show(null);
    }
  }

  named(id) {
    const field = this.#all().find((one) => one.id === id || one.key === id);
    return field ? this.#name(field) : id;
  }

  #name(field) {
    return (
      field.label ||
      field.text
        ?.replace(/[#*{}[\]()]+/g, ' ')
        .trim()
        .slice(0, 50) ||
      `${say(`component.${field.type}`)} (${field.id})`
    );
  }

  #all(list = this.schema?.components ?? []) {
    return list.flatMap((one) => [one, ...this.#all(one.components ?? [])]);
  }

  #again() {
    if (this.#late) {
      return; // what waits to be written comes with a change of its own
    }
    const active = document.activeElement;
    const typing = this.place.contains(active) && active.matches('textarea, input:not([type=checkbox])');
    if (!typing || this.#built !== this.#shown) {
      this.show(this.#shown && this.#all().includes(this.#shown) ? this.#shown : null);
    }
  }

  #build() {
    const active = document.activeElement;
    const focused = this.place.contains(active) ? active.id : '';
    this.#built = this.#shown;
    const field = this.#shown;
    const chooser = h(
      'div',
      { class: 'field' },
      h('label', { for: 'panel-element' }, say('panel.component')),
      h(
        'select',
        { id: 'panel-element', name: 'element', onchange: ({ target }) => this.go(target.value) },
        h('option', { value: '', selected: !field }, say('panel.form.whole')),
        this.#all().map((one) => h('option', { value: one.id, selected: one === field }, this.#name(one))),
      ),
    );
    const content = h('fieldset', { disabled: !this.editable }, h('legend', { class: 'unseen' }, say('panel.title')));
    const fields = new Fields('panel', this.editable);
    content.append(...(field ? this.#component(fields, field) : this.#whole()).filter(Boolean));
    this.place.replaceChildren(
      chooser,
      h('p', { class: 'eyebrow editor__kind' }, field ? say(`component.${field.type}`) : say('kind.form')),
      content,
    );
    if (focused) {
      this.place.querySelector(`#${CSS.escape(focused)}`)?.focus();
    }
  }

  #whole() {
    return [
      h(
        'p',
        { class: 'soft small' },
        this.steps.length > 0 ? say('form.steps', this.steps.map((one) => one.label).join(', ')) : say('form.unused'),
      ),
      ...this.steps.map((step) =>
        h(
          'details',
          { open: true },
          h('summary', {}, say('form.fields', step.label)),
          h(
            'ul',
            { class: 'editor__columns' },
            step.fields.map((one) =>
              h(
                'li',
                {},
                h('strong', {}, one.key),
                h(
                  'span',
                  { class: 'soft small' },
                  ` ${say(`field.${one.type}`)}${one.required ? ` · ${say('form.required')}` : ''}`,
                ),
                this.#all().some((field) => field.key === one.key) && h('span', { class: 'tag' }, say('form.there')),
              ),
            ),
          ),
        ),
      ),
    ];
  }

  #component(fields, field) {
    const { type } = field;
    const put = (name, value) => this.editor.get('modeling').editFormField(field, { [name]: value });
    const typed =
      (name, clean = (value) => value || undefined) =>
      (value) =>
        this.#typed(() => put(name, clean(value)));
    const inside = (name, values) => {
      const next = Object.fromEntries(
        Object.entries({ ...field[name], ...values }).filter(
          ([, value]) => value !== undefined && value !== false && value !== '',
        ),
      );
      put(name, Object.keys(next).length > 0 ? next : undefined);
    };
    const isField = TYPED.includes(type) || CHOICES.includes(type) || type === 'checkbox';
    const hide = fields.area('hide', field.conditional?.hide ?? '', (value) =>
      this.#typed(() =>
        inside('conditional', {
          hide: value.trim() ? (value.trim().startsWith('=') ? value.trim() : `=${value.trim()}`) : undefined,
        }),
      ),
    );
    const key = () => {
      const known = this.steps.flatMap((step) => step.fields);
      const taken = new Set(
        this.#all()
          .filter((one) => one !== field)
          .map((one) => one.key),
      );
      const options = [
        ...new Map(
          known.map((one) => [
            one.key,
            [
              one.key,
              one.required ? `${one.key} · ${say('form.required')}` : one.key,
              { disabled: taken.has(one.key) },
            ],
          ]),
        ).values(),
      ];
      return options.length > 0
        ? fields.choice('key', field.key, options, (value) => this.#rekey(field, value))
        : fields.text('key', field.key ?? '', (value) => this.#rekey(field, value), { commit: true });
    };
    return [
      isField && key(),
      (isField || type === 'group') && fields.text('label', field.label ?? '', typed('label')),
      type === 'text' &&
        fields.area(
          'markdown',
          field.text ?? '',
          typed('text', (value) => value),
          { rows: 10, hint: this.#shownNames() },
        ),
      isField && fields.area('help', field.description ?? '', typed('description')),
      isField &&
        fields.check('required', field.validate?.required === true, (value) =>
          inside('validate', { required: value || undefined }),
        ),
      TYPED.includes(type) &&
        fields.text(
          'maxLength',
          String(field.validate?.maxLength ?? ''),
          (value) =>
            this.#typed(() => inside('validate', { maxLength: Number(value.replace(/\D/g, '')) || undefined })),
          { inputmode: 'numeric' },
        ),
      type === 'textfield' &&
        fields.text('pattern', field.validate?.pattern ?? '', (value) =>
          this.#typed(() =>
            inside('validate', { pattern: value || undefined, validationType: value ? 'custom' : undefined }),
          ),
        ),
      type === 'textfield' &&
        fields.text('prefix', field.appearance?.prefixAdorner ?? '', (value) =>
          this.#typed(() => inside('appearance', { prefixAdorner: value || undefined })),
        ),
      type === 'textfield' &&
        fields.text('suffix', field.appearance?.suffixAdorner ?? '', (value) =>
          this.#typed(() => inside('appearance', { suffixAdorner: value || undefined })),
        ),
      CHOICES.includes(type) && this.#options(fields, field, put),
      isField && fields.check('readonly', field.readonly === true, (value) => put('readonly', value || undefined)),
      type === 'group' &&
        fields.check('outline', field.showOutline === true, (value) => put('showOutline', value || undefined)),
      type === 'spacer' &&
        fields.text(
          'height',
          String(field.height ?? ''),
          (value) => this.#typed(() => put('height', Number(value.replace(/\D/g, '')) || undefined)),
          { inputmode: 'numeric' },
        ),
      hide,
      h('p', { class: 'soft small' }, say('panel.id.made', field.id)),
      this.editable && this.#order(field),
    ];
  }

  /** A key is what the step reads: an id that was made from the old one follows. */
  #rekey(field, value) {
    const key = value.trim();
    if (!/^[A-Za-z_]\w*$/.test(key)) {
      return say('panel.id.bad');
    }
    if (this.#all().some((one) => one !== field && one.key === key)) {
      return say('panel.key.taken');
    }
    this.editor.get('modeling').editFormField(field, { key });
    return null;
  }

  #shownNames() {
    const names = this.steps
      .map((step) => step.shown)
      .reduce((all, some) => all.filter((one) => some.includes(one)), this.steps[0]?.shown ?? []);
    return names.length > 0 ? say('panel.markdown.names', names.map((one) => `{{${one}}}`).join(' ')) : undefined;
  }

  #options(fields, field, put) {
    const values = field.values ?? [];
    const known = [
      ...new Set(
        this.steps
          .flatMap((step) => step.fields)
          .filter((one) => one.key === field.key)
          .flatMap((one) => one.values),
      ),
    ];
    const write = (change) => {
      const next = structuredClone(field.values ?? []);
      change(next);
      put('values', next);
    };
    const now = (change) => {
      this.flush();
      write(change);
    };
    const box = h('fieldset', { class: 'editor__rows' }, h('legend', {}, say('panel.options')));
    values.forEach((one, at) => {
      const set = (part) => (text) => this.#typed(() => write((next) => (next[at] = { ...next[at], [part]: text })));
      box.append(
        h(
          'div',
          { class: 'editor__row' },
          fields.text(`option.label.${at}`, one.label ?? '', set('label'), { label: say('panel.option.label') }),
          known.length > 0
            ? fields.choice(
                `option.value.${at}`,
                one.value,
                known.map((value) => [value, value]),
                (value) => now((next) => (next[at] = { ...next[at], value })),
                { label: say('panel.value') },
              )
            : fields.text(`option.value.${at}`, one.value ?? '', set('value'), { label: say('panel.value') }),
          button(say('panel.option.remove', one.label), () => now((next) => next.splice(at, 1)), {
            class: 'button button--quiet',
          }),
        ),
      );
    });
    if (this.editable) {
      box.append(
        button(
          say('panel.option.add'),
          () =>
            now((next) =>
              next.push({ label: '', value: known.find((value) => !next.some((one) => one.value === value)) ?? '' }),
            ),
          { class: 'button button--quiet', id: 'panel-option-add' },
        ),
      );
    }
    return box;
  }

  /** What dragging does, without a mouse. */
  #order(field) {
    const parent = this.#parent(field);
    const at = parent.components.indexOf(field);
    const modeling = this.editor.get('modeling');
    const move = (to) => {
      const layouter = this.editor.get('formLayouter');
      const row = layouter.getRowForField(field);
      modeling.moveFormField(field, parent, parent, at, to, row, null);
    };
    return h(
      'div',
      { class: 'actions' },
      at > 0 && button(say('panel.up'), () => move(at - 1)),
      at < parent.components.length - 1 && button(say('panel.down'), () => move(at + 1)),
      button(say('panel.component.remove'), () => modeling.removeFormField(field, parent, at), {
        class: 'button button--grave',
      }),
    );
  }

  #parent(field, inside = this.schema) {
    if (inside.components?.includes(field)) {
      return inside;
    }
    for (const one of inside.components ?? []) {
      const found = one.components && this.#parent(field, one);
      if (found) {
        return found;
      }
    }
    return null;
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
