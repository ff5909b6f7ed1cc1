// A part of a page that says how far something has come: it is asked for anew until that is done. What one has focused in
// it stays.
const EVERY = 2000;

export function running(root) {
  const part = root.querySelector('[id][data-running]');
  if (part) {
    setTimeout(() => renew(root, part.id), EVERY);
  }
}

async function renew(root, id) {
  const answer = root.hidden ? null : await fetch(location.href).catch(() => null);
  const shown = root.getElementById(id);
  if (answer?.ok && !answer.redirected) {
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(id);
    const focused = shown.contains(root.activeElement) ? [...shown.querySelectorAll('a, button')].indexOf(root.activeElement) : -1;
    shown.replaceWith(next);
    [...next.querySelectorAll('a, button')][focused]?.focus();
  }
  running(root);
}
