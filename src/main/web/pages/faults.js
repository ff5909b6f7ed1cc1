// A refused form says so where the person is: the summary takes the focus, as it would after a spoken refusal.
export function focusFaults(root) {
  root.querySelector('[data-focus]')?.focus();
}
