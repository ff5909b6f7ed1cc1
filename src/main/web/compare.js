// What differs between two versions, drawn: two diagrams side by side for each `<section data-compare>`.
import { h } from './workshop/dom.js';
import { pair } from './workshop/bpmn/pair.js';

for (const section of document.querySelectorAll('section[data-compare]')) {
  const { files } = JSON.parse(section.dataset.compare);
  for (const { name, before, after, marks } of files) {
    const place = h('div', { class: 'pair' });
    section.append(files.length > 1 ? h('h3', {}, name) : '', place);
    try {
      const [old, now] = await Promise.all([text(before), text(after)]);
      await pair(place, { before: old, after: now, marks });
    } catch (failure) {
      place.replaceChildren(
        h('p', { class: 'soft' }, 'Ce diagramme ne peut pas être dessiné ; ce qui a changé est dit en mots.'),
      );
      console.warn(failure);
    }
  }
}

async function text(address) {
  if (!address) {
    return '';
  }
  const answer = await fetch(address, { headers: { Accept: '*/*' } });
  if (answer.status === 404) {
    return '';
  }
  if (!answer.ok) {
    throw new Error(`The diagram was refused: ${answer.status}`);
  }
  return answer.text();
}
