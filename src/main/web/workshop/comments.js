// What people say about the file or one of its elements. An answer is a further comment; what is done is folded away.
import { button, h, moment, say } from './dom.js';

/** @param may whether whoever reads may write, too */
export function comments({ place, draft, editor, may }) {
  const self = { list: [], onchange: () => {}, refresh };
  const about = h('p', { class: 'soft small', id: 'comment-about' });
  const text = h('textarea', { id: 'comment-text', rows: 3, maxlength: 2000, 'aria-describedby': 'comment-about' });
  const fault = h('p', { class: 'field__fault', role: 'alert', hidden: true });
  const open = h('ul', { class: 'editor__comments' });
  const done = h('ul', { class: 'editor__comments' });
  const fold = h('details', {}, h('summary', {}), done);
  place.append(
    open,
    h(
      'form',
      { class: 'form', onsubmit: add, hidden: !may },
      h('div', { class: 'field' }, h('label', { for: 'comment-text' }, say('comments.add')), about, fault, text),
      h('button', { class: 'button button--second' }, say('comments.send')),
    ),
    fold,
  );
  const tellAbout = () => {
    const id = editor.current?.();
    about.textContent = id ? say('comments.about', editor.named(id)) : say('comments.about.file');
  };
  editor.onselect = tellAbout;
  tellAbout();

  async function refresh() {
    const all = await draft.json('/comments');
    self.list = (all ?? []).filter((one) => one.file === draft.name);
    const parts = { false: [], true: [] };
    self.list.forEach((one) => parts[Boolean(one.done ?? one.doneAt)].push(line(one)));
    open.replaceChildren(...parts.false);
    done.replaceChildren(...parts.true);
    fold.hidden = parts.true.length === 0;
    fold.querySelector('summary').textContent = say('comments.done.list', parts.true.length);
    self.list = self.list.filter((one) => !(one.done ?? one.doneAt));
    self.onchange();
  }

  function line(one) {
    const isDone = one.done ?? one.doneAt;
    return h(
      'li',
      {},
      h(
        'p',
        { class: 'small' },
        h('strong', {}, one.by),
        ` ${moment(one.at)} `,
        one.element &&
          h(
            'button',
            { type: 'button', class: 'button button--quiet', onclick: () => editor.go(one.element) },
            editor.named(one.element),
          ),
      ),
      h('p', { class: 'pre' }, one.text),
      may &&
        !isDone &&
        button(say('comments.done'), () => finish(one), {
          class: 'button button--quiet',
          'aria-label': say('comments.done.of', one.text.slice(0, 60)),
        }),
    );
  }

  async function add(event) {
    event.preventDefault();
    if (!text.value.trim()) {
      told(say('comments.empty'));
      return;
    }
    const made = await draft.send('/comments', {
      file: draft.name,
      element: editor.current?.() ?? null,
      text: text.value,
    });
    if (made) {
      text.value = '';
      told('');
      await refresh();
    } else {
      told(say('comments.failed'));
    }
  }

  async function finish(one) {
    const answer = await draft.ask(`${draft.workshop}/comments/${one.id}/done`, { method: 'POST' });
    told(answer?.ok ? '' : say('comments.failed'));
    await refresh();
  }

  function told(wrong) {
    fault.textContent = wrong;
    fault.hidden = !wrong;
    if (wrong) {
      text.focus();
    }
  }

  return self;
}
