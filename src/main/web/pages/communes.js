// Suggests communes while one types a name, a postal code or an INSEE code, in the browser's own list of suggestions.
// What is chosen reads « Lens (62300) – 62498 »: the server takes the code at its end, or a name typed by hand.
const WAIT = 200;

export function communeFields(root) {
  root.querySelectorAll('input[data-communes]').forEach(suggest);
}

function suggest(input) {
  const list = document.getElementById(input.getAttribute('list'));
  let timer;
  let asked = 0;

  async function search() {
    const text = input.value.trim();
    const mine = ++asked;
    if (!list || text.length < 2 || /\s[–-]\s\w{5}$/.test(text)) {
      return;
    }
    const answer = await fetch(`${input.dataset.communes}?${new URLSearchParams({ q: text })}`, {
      headers: { Accept: 'application/json' },
    }).catch(() => null);
    if (mine !== asked || !answer?.ok) {
      return;
    }
    list.replaceChildren(...(await answer.json()).map(option));
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, WAIT);
  });
}

function option(commune) {
  const option = document.createElement('option');
  const postal = commune.postalCodes?.length ? ` (${commune.postalCodes[0]})` : '';
  option.value = `${commune.name}${postal} – ${commune.code}`;
  return option;
}
