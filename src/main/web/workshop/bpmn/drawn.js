// Two diagrams that the server has, side by side.
import { h, say } from '../dom.js';
import { pair } from './pair.js';

/** As `pair`, `before` and `after` being the addresses of the diagrams; empty for one that there is not. */
export async function drawn(place, { before, after, ...more }) {
  try {
    const [old, now] = await Promise.all([text(before), text(after)]);
    await pair(place, { before: old, after: now, ...more });
  } catch (failure) {
    place.replaceChildren(h('p', { class: 'soft' }, say('pair.unreadable')));
    console.warn(failure);
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
