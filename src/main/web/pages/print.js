// Prints the page with everything it holds, also what is folded; the button is there only where it works.
export function printing(root) {
  for (const button of root.querySelectorAll('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  let folded = [];
  window.addEventListener('beforeprint', () => {
    folded = [...root.querySelectorAll('details:not([open])')];
    folded.forEach((part) => (part.open = true));
  });
  window.addEventListener('afterprint', () => folded.forEach((part) => (part.open = false)));
}
