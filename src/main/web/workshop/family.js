// A word of the vocabulary that ends with a star stands for many: `userTask_consult_*` is every name that goes on with
// a word of the modeller. The gate says the same.
const OWN = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

export const isFamily = (word) => word.endsWith('*');

/** What the names of a family begin with. */
export const beginning = (word) => word.slice(0, -1);

/** The modeller's own part of a name of the family; null when it is not one. */
export function own(word, name) {
  const rest = isFamily(word) && name?.startsWith(beginning(word)) ? name.slice(beginning(word).length) : '';
  return OWN.test(rest) ? rest : null;
}

/** Whether a model that writes the name means this word. */
export const means = (word, name) => (isFamily(word) ? own(word, name) !== null : word === name);

export const isOwn = (text) => OWN.test(text);

/** What a family is called without what it says of its star. */
export const called = (label) => label.split(/\s*:/)[0];
