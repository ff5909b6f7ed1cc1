// Asks before a page with unsaved typing is left by mistake.
export function keepTyping(root) {
  const form = root.querySelector('form[data-keep]');
  if (!form) {
    return;
  }
  let typed = false;
  form.addEventListener('input', () => (typed = true));
  form.addEventListener('submit', () => (typed = false));
  window.addEventListener('beforeunload', (event) => {
    if (typed) {
      event.preventDefault();
    }
  });
}
