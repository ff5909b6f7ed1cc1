// A part of a page that says how far something has come, and at which address (data-running): it is asked for anew until
// that is done. What one has focused in it stays.
const EVERY = 2000;

export function running(root) {
  const part = root.querySelector('[id][data-running]');
  if (part) {
    setTimeout(() => renew(root, part), EVERY);
  }
}

async function renew(root, shown) {
  const answer = root.hidden ? null : await fetch(shown.dataset.running).catch(() => null);
  const page = answer?.ok && !answer.redirected ? await answer.text() : '';
  const next = new DOMParser().parseFromString(page, 'text/html').getElementById(shown.id);
  if (next) {
    const focused = shown.contains(root.activeElement) ? [...shown.querySelectorAll('a, button')].indexOf(root.activeElement) : -1;
    shown.replaceWith(next);
    [...next.querySelectorAll('a, button')][focused]?.focus();
  }
  running(root);
}
