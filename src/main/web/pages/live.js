// A form that carries data-live="id" is checked by the server while one types; its answer replaces that element.
// The server holds the only copy of the rules and of the way amounts are read.
const WAIT = 400;

export function liveForms(root) {
  root.querySelectorAll('form[data-live]').forEach(live);
}

function live(form) {
  let timer;
  let asked = 0;

  async function check() {
    const mine = ++asked;
    const body = new URLSearchParams(
      [...new FormData(form)].filter(([, value]) => typeof value === 'string'),
    );
    const answer = await fetch(form.dataset.liveAction ?? form.action, {
      method: 'POST',
      headers: { 'X-Fragment': 'true' },
      body,
    }).catch(() => null);
    if (mine === asked && answer?.ok && !answer.redirected) {
      show(await answer.text());
    }
  }

  function show(html) {
    const shown = document.getElementById(form.dataset.live);
    const next = new DOMParser().parseFromString(html, 'text/html').getElementById(form.dataset.live);
    if (shown && next) {
      shown.replaceChildren(...next.childNodes);
    }
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, WAIT);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('lines', later);
}
