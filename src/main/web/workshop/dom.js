// Elements and sentences of the page, made without markup in texts.
const NARROW = '\u00a0'; // French signs never begin a line
let sentences = {};

/** The sentences of the page: those of `messages.properties` that begin with `editor.`. */
export function speak(all) {
  sentences = all;
}

/** The sentence under this key, its places {0}, {1}… filled. */
export function say(key, ...values) {
  return (sentences[key] ?? key)
    .replace(/\{(\d)\}/g, (place, at) => values[at] ?? place)
    .replace(/ (?=[:;?!»])/g, NARROW)
    .replace(/« /g, `«${NARROW}`);
}

/** An element: h('p', { class: 'soft', onclick: go }, 'Text', other). Children that are null or false are left out. */
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (name in made && typeof value === 'boolean') {
      made[name] = value;
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button of our pages. */
export function button(text, onclick, more = {}) {
  return h('button', { type: 'button', class: 'button button--second', onclick, ...more }, text);
}

/** « à 14 h 02 » in Paris, with the day before it when that is not today there. */
export function moment(when, now = new Date()) {
  const at = inParis(when);
  const today = inParis(now);
  const time = `${at.hour} h ${at.minute}`;
  if (at.day === today.day && at.month === today.month && at.year === today.year) {
    return say('at.today', time);
  }
  return say('at.day', `${at.day === '1' ? '1er' : at.day} ${at.month}${at.year === today.year ? '' : ` ${at.year}`}`, time);
}

const PARIS = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function inParis(when) {
  return Object.fromEntries(PARIS.formatToParts(new Date(when)).map((part) => [part.type, part.value]));
}
