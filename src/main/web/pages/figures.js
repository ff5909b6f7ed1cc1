// Figures that follow what happens: the server says that something changed, the page asks for itself anew and takes its
// figures over, one answer at a time. What one has ticked, opened and focused stays.
import { changes } from './changes.js';

export function liveFigures(root) {
  const figures = root.getElementById('figures');
  const place = figures?.querySelector('[data-live-figures]');
  if (!place) {
    return;
  }
  let live = false;
  let asking = false;
  let again = false;

  const instant = () => figures.querySelector('[data-live-figures]');

  function say() {
    const now = instant();
    if (now) {
      now.querySelector('.instant__live').textContent = ` · ${live ? now.dataset.live : now.dataset.paused}`;
    }
  }

  async function renew() {
    again = true;
    if (asking) {
      return;
    }
    asking = true;
    try {
      while (again && !root.hidden) {
        again = false;
        await ask();
      }
    } finally {
      asking = false;
    }
  }

  async function ask() {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || answer.redirected) {
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('figures');
    if (next) {
      const restore = held();
      figures.replaceChildren(...next.childNodes);
      restore();
      say();
      root.dispatchEvent(new CustomEvent('figures'));
    }
  }

  /** What would be lost with the old figures: gives how to set it again. */
  function held() {
    const ticked = [...figures.querySelectorAll('input:checked')].map((one) => one.value);
    const scrolled = [...figures.querySelectorAll('.scroll')].map((one) => one.scrollLeft);
    const focused = figures.contains(root.activeElement) ? name(root.activeElement) : null;
    return () => {
      figures.querySelectorAll('input[type=checkbox]').forEach((one) => {
        one.checked = ticked.includes(one.value);
      });
      figures.querySelectorAll('.scroll').forEach((one, at) => {
        one.scrollLeft = scrolled[at] ?? 0;
      });
      if (focused) {
        [...figures.querySelectorAll('a, input, button, [tabindex]')]
          .find((one) => name(one) === focused)
          ?.focus({ preventScroll: true });
      }
    };
  }

  changes(root, place.dataset.liveFigures, (now) => {
    live = now.live;
    say();
    const counted = Date.parse(instant()?.querySelector('time').dateTime);
    if (now.at > counted) {
      renew();
    }
  });
}

/** Under which an element is found again among new figures. */
function name(element) {
  return element.getAttribute('href') ?? element.value ?? element.getAttribute('aria-label') ?? element.textContent;
}
