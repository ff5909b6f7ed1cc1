// Where dossiers that follow another version would go on: on both diagrams, drawn when `<details data-plan>` is opened.
import { drawn } from './workshop/bpmn/drawn.js';
import { h, speak } from './workshop/dom.js';

for (const details of document.querySelectorAll('details[data-plan]')) {
  speak(JSON.parse(details.dataset.texts));
  const plan = JSON.parse(details.dataset.plan);
  const draw = () => {
    if (!details.open || details.querySelector('.pair')) {
      return;
    }
    const place = h('div', { class: 'pair pair--long' });
    details.append(place);
    drawn(place, { ...plan, also: ['ADDED'] });
  };
  details.addEventListener('toggle', draw);
  draw();
}
