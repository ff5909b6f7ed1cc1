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

/** « à 14 h 02 », with the day before it when that is not today. */
export function moment(when, now = new Date()) {
  const date = new Date(when);
  const time = `${date.getHours()} h ${String(date.getMinutes()).padStart(2, '0')}`;
  if (date.toDateString() === now.toDateString()) {
    return say('at.today', time);
  }
  const day = new Intl.DateTimeFormat('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric',
  }).format(date);
  return say('at.day', day, time);
}
