// The page of one file: opens the editor of its kind, saves, tells what happens, shows what the gate and people say.
import { Draft } from './draft.js';
import { comments } from './comments.js';
import { button, h, moment, say, speak } from './dom.js';
import { findings } from './findings.js';
import { openText } from './text.js';

const TICK = 60_000;

/**
 * @param open ({ canvas, panel, content, editable, words, version, draft, changed }) => editor, or a promise of one:
 *     { read(), replace(content), undo(), redo(), go(id), mark(findings, comments), named(id), current() },
 *     and where it can: zoom(how), compare(place, theirs, mine), simulate(on), lines
 */
export async function desk(open) {
  const root = document.getElementById('editor');
  const data = root.dataset;
  speak(JSON.parse(data.texts));
  const place = (name) => root.querySelector(`[data-place=${name}]`);
  const draft = new Draft({ api: data.api, name: data.name, token: data.csrf, editable: data.editable === 'true' });
  const state = place('state');
  root.hidden = false;
  let content;
  let version;
  let words;
  try {
    [content, version, words] = await Promise.all([draft.load(), draft.json(''), known(draft, data.vocabulary)]);
  } catch (failure) {
    state.textContent = say('state.unread');
    throw failure;
  }

  const options = {
    canvas: place('canvas'),
    panel: place('panel'),
    content,
    editable: draft.editable,
    words,
    version,
    draft,
    prose: data.name.endsWith('.letter.txt'),
    changed: () => draft.changed(),
  };
  let editor;
  try {
    editor = await open(options);
  } catch (failure) {
    console.warn(failure);
    options.canvas.replaceChildren();
    options.panel.replaceChildren();
    editor = await openText(options);
    note('wrong', say('unreadable'), h('p', {}, failure.message));
  }
  draft.from(() => editor.read());

  const shown = findings({
    place: place('findings'),
    draft,
    go: (id, line) => editor.go(id, line),
    named: (id) => editor.named(id),
    lines: editor.lines,
  });
  const said = comments({ place: place('comments'), draft, editor, may: data.comments === 'true' });
  const mark = () => editor.mark(shown.list, said.list);
  shown.onchange = mark;
  said.onchange = mark;
  shown.refresh();
  said.refresh();

  for (const [name, act] of Object.entries({ undo: () => editor.undo(), redo: () => editor.redo() })) {
    root.querySelectorAll(`[data-do=${name}]`).forEach((one) => one.addEventListener('click', act));
  }
  for (const one of root.querySelectorAll('[data-zoom]')) {
    one.hidden = !editor.zoom;
    one.addEventListener('click', () => editor.zoom(one.dataset.zoom));
  }
  const byHand = root.querySelector('[data-do=simulate]');
  byHand.hidden = !editor.simulate;
  byHand.addEventListener('click', async () => {
    const on = byHand.getAttribute('aria-pressed') !== 'true';
    await editor.simulate(on);
    byHand.setAttribute('aria-pressed', String(on));
    root.querySelectorAll('[data-do=undo], [data-do=redo]').forEach((one) => (one.hidden = on));
  });
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || !draft.editable) {
      return;
    }
    const typing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, [contenteditable]');
    const key = event.key.toLowerCase();
    if (key === 's') {
      event.preventDefault();
      draft.save();
    } else if (!typing && byHand.getAttribute('aria-pressed') !== 'true' && (key === 'z' || key === 'y')) {
      event.preventDefault();
      (key === 'y' || event.shiftKey ? editor.redo : editor.undo)();
    }
  });

  let saved = null;
  const tellSaved = () => saved && (state.textContent = say('state.saved', moment(saved)));
  setInterval(tellSaved, TICK); // « à 14 h 02 » becomes another day's at midnight
  draft.addEventListener('state', ({ detail }) => tell(detail));

  function tell(detail) {
    root.dataset.state = detail.state;
    if (detail.state === 'saved') {
      saved = detail.at;
      tellSaved();
      quiet();
      shown.refresh();
      return;
    }
    saved = null;
    if (detail.state === 'waiting' || detail.state === 'saving') {
      state.textContent = say(`state.${detail.state}`);
    } else if (detail.state === 'taken') {
      quiet();
    } else {
      state.textContent = say('state.unsaved');
      troubles[detail.state](detail);
    }
  }

  function quiet() {
    place('notices').replaceChildren();
  }

  function note(tone, title, ...inside) {
    place('notices').replaceChildren(
      h(
        'section',
        { class: `notice notice--${tone}`, role: 'alert' },
        h('h2', { class: 'notice__title' }, title),
        ...inside,
      ),
    );
  }

  const download = () =>
    button(say('mine.download'), async () => {
      const url = URL.createObjectURL(new Blob([await editor.read()]));
      h('a', { href: url, download: draft.name }).click();
      URL.revokeObjectURL(url);
    });
  const again = () => button(say('again'), () => draft.save());

  const troubles = {
    failed: ({ reason, refused }) =>
      note(
        'wrong',
        say('failed'),
        h('p', {}, reason || say('failed.network')),
        h('p', {}, say(refused ? 'kept' : 'kept.again')),
        h('p', { class: 'actions' }, again(), download()),
      ),
    unreadable: ({ reason }) => note('wrong', say('failed'), h('p', {}, reason), h('p', {}, say('kept'))),
    signedOut: ({ reason }) =>
      note(
        'wrong',
        say('signedOut'),
        h('p', {}, reason || say('signedOut.text')),
        h(
          'p',
          { class: 'actions' },
          button(say('reload'), () => location.reload()),
          download(),
        ),
      ),
    pen: ({ by, until, at }) =>
      note(
        'warn',
        say('pen', by ?? say('somebody')),
        h('p', {}, (until ?? at) ? say('pen.text', moment(until ?? at)) : say('pen.text.short')),
        h(
          'p',
          { class: 'actions' },
          button(say('pen.take'), () => draft.takeOver()),
          download(),
        ),
      ),
    conflict,
  };

  function conflict({ by, at }) {
    const reading = h('div', { class: 'editor__theirs' });
    const who = by ?? say('somebody');
    note(
      'wrong',
      say('conflict', who, at ? moment(at) : ''),
      h('p', {}, say('conflict.text')),
      h(
        'p',
        { class: 'actions' },
        button(say('conflict.read'), async () => {
          const [theirs, mine] = await Promise.all([draft.load(false), editor.read()]);
          if (editor.compare) {
            await editor.compare(reading, theirs, mine);
          } else {
            reading.replaceChildren(h('pre', { class: 'editor__raw', tabindex: 0 }, theirs));
          }
        }),
        button(say('conflict.theirs'), async () => {
          await editor.replace(await draft.load());
          draft.held = null;
          draft.dirty = false;
          draft.drop();
          quiet();
          state.textContent = say('state.theirs', who);
          shown.refresh();
        }),
        button(say('conflict.mine'), () => draft.overwrite()),
        download(),
      ),
      reading,
    );
  }

  function begin() {
    const file = version?.files.find((one) => one.name === draft.name);
    if (!draft.editable) {
      state.textContent = say('state.readonly');
      return;
    }
    state.textContent = file?.changedAt ? say('state.begun', file.changedBy ?? '', moment(file.changedAt)) : '';
    const left = draft.left();
    if (left && left.content !== content) {
      note(
        'warn',
        say('left', moment(left.at)),
        h('p', {}, say(left.revision === file?.revision ? 'left.text' : 'left.changed')),
        h(
          'p',
          { class: 'actions' },
          button(say('left.take'), async () => {
            quiet();
            await editor.replace(left.content);
            draft.changed();
          }),
          button(say('left.drop'), () => {
            draft.drop();
            quiet();
          }),
        ),
      );
    } else if (left) {
      draft.drop();
    }
    if (file?.editing && !file.editing.mine) {
      draft.held = 'pen';
      troubles.pen(file.editing);
    }
  }

  begin();
  const follow = () => location.hash.length > 1 && editor.go(decodeURIComponent(location.hash.slice(1)));
  addEventListener('hashchange', follow);
  follow(); // other pages name an element after the address
  if (new URLSearchParams(location.search).has('derouler') && editor.simulate) {
    byHand.click();
  }
}

async function known(draft, address) {
  const answer = await draft.ask(address);
  if (!answer?.ok) {
    throw new Error('The vocabulary was refused');
  }
  return answer.json();
}
