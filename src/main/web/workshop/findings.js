// What the gate says of the version: asked after each save; each line leads to the element it is about.
import { h, say } from './dom.js';

const SIGNS = { ERROR: '✖', WARNING: '⚠' };

/** @param lines whether the editor shows lines */
export function findings({ place, draft, go, named, lines }) {
  const self = { list: [], onchange: () => {}, refresh };
  let asked = 0;
  let told = '';

  async function refresh() {
    const mine = ++asked;
    const review = await draft.json('/review');
    if (mine !== asked) {
      return;
    }
    if (!review) {
      show(h('p', { class: 'soft' }, say('findings.unknown')));
      return;
    }
    if (JSON.stringify(review) === told) {
      return; // nothing new to say to those who listen
    }
    told = JSON.stringify(review);
    const here = review.findings.filter((one) => one.file === draft.name);
    const elsewhere = review.findings.filter((one) => one.file !== draft.name);
    self.list = here;
    show(
      h('p', { class: 'editor__verdict' }, say(verdict(here), here.length)),
      here.length > 0 && h('ul', { class: 'editor__findings' }, here.map(line)),
      elsewhere.length > 0 &&
        h(
          'p',
          { class: 'soft' },
          say(
            'findings.elsewhere',
            elsewhere.length,
            [...new Set(elsewhere.map((one) => one.file))].filter(Boolean).join(', '),
          ),
        ),
    );
    self.onchange();
  }

  function verdict(list) {
    if (list.length === 0) {
      return 'findings.none';
    }
    return list.some((one) => one.severity === 'ERROR') ? 'findings.errors' : 'findings.warnings';
  }

  function line(one) {
    const where = one.element ? named(one.element) : say('findings.file');
    const at = lines && one.line > 0 ? say('findings.line', one.line) : '';
    return h(
      'li',
      { class: `editor__finding editor__finding--${one.severity}`, 'data-code': one.code },
      h('span', { class: 'editor__sign', 'aria-hidden': 'true' }, SIGNS[one.severity]),
      h(
        'div',
        {},
        h(
          'p',
          {},
          h('span', { class: 'unseen' }, `${say(`severity.${one.severity}`)} `),
          one.element || one.line
            ? h(
                'button',
                { type: 'button', class: 'button button--quiet', onclick: () => go(one.element, one.line) },
                where,
                at && h('span', { class: 'soft small' }, ` ${at}`),
              )
            : h('strong', {}, where),
        ),
        h('p', {}, one.sentence),
        one.remedy && h('p', { class: 'editor__cure' }, one.remedy),
      ),
    );
  }

  function show(...inside) {
    place.replaceChildren(...inside.filter(Boolean));
  }

  return self;
}

/** Findings by the element they are about: { id: { sign, worst, texts } }. */
export function byElement(list) {
  const found = {};
  for (const one of list.filter(({ element }) => element)) {
    const entry = (found[one.element] ??= { worst: 'WARNING', texts: [] });
    entry.worst = one.severity === 'ERROR' ? 'ERROR' : entry.worst;
    entry.texts.push(one.sentence);
    entry.sign = SIGNS[entry.worst];
  }
  return found;
}
