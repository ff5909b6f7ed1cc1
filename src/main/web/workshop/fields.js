// Fields of a panel. Each has a name whose sentences are `panel.<name>` and, where there is one, `panel.<name>.hint`.
import { h, say } from './dom.js';

export class Fields {
  /** @param prefix of the ids @param editable whether anything may be changed */
  constructor(prefix, editable) {
    this.prefix = prefix;
    this.editable = editable;
  }

  #field(name, control, { label, hint, group } = {}) {
    const key = name.replace(/\.\d+$/, '');
    const told = hint ?? (say(`panel.${key}.hint`) === `panel.${key}.hint` ? null : say(`panel.${key}.hint`));
    const id = `${this.prefix}-${name}`;
    if (told) {
      (group ?? control).setAttribute('aria-describedby', `${id}-hint`);
    }
    return h(
      'div',
      { class: 'field' },
      h('label', { for: id }, label ?? say(`panel.${key}`)),
      told && h('p', { class: 'field__hint', id: `${id}-hint` }, told),
      control,
    );
  }

  /** @param write is given the text while it is typed; with `commit` once it is left, and may answer what is wrong */
  text(name, value, write, more = {}) {
    return this.#typed('input', name, value, write, more);
  }

  area(name, value, write, more = {}) {
    return this.#typed('textarea', name, value, write, { rows: 3, ...more });
  }

  #typed(tag, name, value, write, { commit, label, hint, ...attributes }) {
    const id = `${this.prefix}-${name}`;
    const control = h(tag, {
      id,
      name,
      ...(tag === 'input' ? { type: 'text' } : {}),
      autocomplete: 'off',
      ...attributes,
    });
    control.value = value;
    control.readOnly = !this.editable;
    const field = this.#field(name, control, { label, hint });
    const written = () => {
      const wrong = write(control.value);
      field.querySelector('.field__fault')?.remove();
      field.classList.toggle('field--wrong', Boolean(wrong));
      if (wrong) {
        control.before(h('p', { class: 'field__fault', role: 'alert' }, wrong));
      }
    };
    control.addEventListener(commit ? 'change' : 'input', written);
    return field;
  }

  /** @param options [[value, text, attributes?]]; a value that is not among them stays, and is told */
  choice(name, value, options, write, { empty, label, hint } = {}) {
    const id = `${this.prefix}-${name}`;
    const known = options.some(([one]) => one === (value ?? ''));
    const control = h(
      'select',
      { id, name, onchange: ({ target }) => write(target.value) },
      empty !== undefined && h('option', { value: '', selected: !value }, empty),
      empty === undefined && !value && h('option', { value: '', selected: true, disabled: true }, say('panel.choose')),
      value && !known && h('option', { value, selected: true }, say('panel.unknown', value)),
      options.map(([one, text, more]) => h('option', { value: one, selected: one === value, ...more }, text)),
    );
    return this.#field(name, control, { label, hint });
  }

  check(name, value, write) {
    const id = `${this.prefix}-${name}`;
    return h(
      'div',
      { class: 'field editor__check' },
      h('input', { type: 'checkbox', id, name, checked: value, onchange: ({ target }) => write(target.checked) }),
      h('label', { for: id }, say(`panel.${name}`)),
    );
  }

  /** Several of a list, as boxes. */
  many(name, values, options, write) {
    const all = [
      ...options,
      ...values
        .filter((one) => one && !options.some(([known]) => known === one))
        .map((one) => [one, say('panel.unknown', one)]),
    ];
    const box = h('fieldset', { class: 'field editor__many' }, h('legend', {}, say(`panel.${name}`)));
    all.forEach(([value, text], at) => {
      const id = `${this.prefix}-${name}-${at}`;
      box.append(
        h(
          'div',
          { class: 'editor__check' },
          h('input', {
            type: 'checkbox',
            id,
            name: id,
            value,
            checked: values.includes(value),
            onchange: () => write([...box.querySelectorAll('input:checked')].map((one) => one.value)),
          }),
          h('label', { for: id }, text),
        ),
      );
    });
    return box;
  }
}
