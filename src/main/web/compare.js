// What differs between two versions, drawn: two diagrams side by side for each `<section data-compare>`.
import { drawn } from './workshop/bpmn/drawn.js';
import { h, speak } from './workshop/dom.js';

for (const section of document.querySelectorAll('section[data-compare]')) {
  const { files } = JSON.parse(section.dataset.compare);
  speak(JSON.parse(section.dataset.texts));
  for (const { name, before, after, marks } of files) {
    const place = h('div', { class: 'pair' });
    section.append(files.length > 1 ? h('h3', {}, name) : '', place);
    await drawn(place, { before, after, marks });
  }
}
