// Figures that follow what happens: the server says that something changed, the page asks for itself anew and takes its
// figures over. A page that nobody looks at asks for nothing.
export function liveFigures(root) {
  const figures = root.getElementById('figures');
  const place = figures?.querySelector('[data-live-figures]');
  if (!place) {
    return;
  }
  let stream;
  let asked = 0;
  let missed = false;

  function say(state) {
    const now = figures.querySelector('[data-live-figures]');
    if (now) {
      now.querySelector('.instant__live').textContent = ` · ${now.dataset[state]}`;
    }
  }

  async function renew() {
    const mine = ++asked;
    const answer = await fetch(location.href).catch(() => null);
    if (mine !== asked || !answer?.ok || answer.redirected) {
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('figures');
    if (next) {
      const held = figures.contains(root.activeElement) ? root.activeElement.getAttribute('href') : null;
      figures.replaceChildren(...next.childNodes);
      if (held) {
        figures.querySelector(`a[href="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
      }
      say('live');
      root.dispatchEvent(new CustomEvent('figures'));
    }
  }

  function listen() {
    stream = new EventSource(place.dataset.liveFigures);
    stream.onopen = () => say('live');
    stream.onerror = () => say('paused');
    stream.addEventListener('changed', (change) => {
      if (Date.parse(change.data) > Date.parse(figures.querySelector('[data-live-figures] time').dateTime)) {
        renew();
      }
    });
    if (missed) {
      missed = false;
      renew();
    }
  }

  function look() {
    if (root.hidden) {
      stream?.close();
      stream = null;
      missed = true;
    } else if (!stream) {
      listen();
    }
  }

  root.addEventListener('visibilitychange', look);
  addEventListener('pagehide', () => stream?.close());
  look();
}
