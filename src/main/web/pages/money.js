// Writes an amount as the server will read it back: « 1234,5 » becomes « 1 234,50 ». What is no amount stays as typed.
const TYPED = /^-?(\d{1,3}([ \u00a0\u202f]\d{3})+|\d+)([.,]\d{1,2})?$/;
const FRENCH = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function shown(typed) {
  const text = typed.trim().replace(/\s*€$/, '');
  if (!TYPED.test(text)) {
    return typed;
  }
  const [whole, cents = ''] = text.replace(/[ \u00a0\u202f]/g, '').split(/[.,]/);
  if (whole.length > 12) {
    return typed;
  }
  return FRENCH.format(Number(`${whole}.${cents || '0'}`));
}

export function moneyFields(root) {
  root.addEventListener('change', (event) => {
    if (event.target.matches?.('input[data-money]')) {
      event.target.value = shown(event.target.value);
    }
  });
}
