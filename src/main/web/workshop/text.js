// Any other kind of file, and what cannot be drawn: a plain text with its lines numbered; prose, with its lines broken.
import { h, say } from './dom.js';

export async function openText({ canvas, panel, content, editable, prose, changed }) {
  const numbers = h('div', { class: 'editor__numbers', 'aria-hidden': 'true', hidden: prose });
  const area = h('textarea', {
    class: 'editor__text',
    'aria-label': say('text.label'),
    spellcheck: 'false',
    wrap: prose ? 'soft' : 'off',
    readonly: editable ? null : 'readonly',
  });
  area.value = content;
  canvas.classList.add('editor__canvas--text');
  canvas.replaceChildren(numbers, area);
  panel.hidden = true;
  let marked = new Map();

  function number() {
    const count = area.value.split('\n').length;
    numbers.replaceChildren(
      ...Array.from({ length: count }, (none, at) => {
        const found = marked.get(at + 1);
        return h(
          'span',
          { class: found ? `editor__number editor__number--${found.severity}` : 'editor__number' },
          found ? `${found.severity === 'ERROR' ? '✖' : '⚠'} ${at + 1}` : `${at + 1}`,
        );
      }),
    );
    numbers.scrollTop = area.scrollTop;
  }

  area.addEventListener('input', () => {
    number();
    changed();
  });
  area.addEventListener('scroll', () => (numbers.scrollTop = area.scrollTop));
  number();

  return {
    read: () => area.value,
    replace: (text) => {
      area.value = text;
      number();
    },
    undo: () => document.execCommand('undo'),
    redo: () => document.execCommand('redo'),
    go: (id, line) => {
      const at = line || area.value.split('\n').findIndex((one) => one.includes(`"${id}"`)) + 1;
      const lines = area.value.split('\n');
      const begin = lines.slice(0, at - 1).join('\n').length + (at > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(begin, begin + (lines[at - 1]?.length ?? 0));
      area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, at - 4);
    },
    mark: (findings) => {
      marked = new Map(findings.filter((one) => one.line > 0).map((one) => [one.line, one]));
      number();
    },
    named: (id) => id,
    current: () => null,
    lines: true,
  };
}
