// The panel's attributes as properties. `lang` is HTML's own, and `focus` stays the method that it is on every element.

const TEXTS = ["for", "show", "theme", "loading", "heading"];
const NUMBERS = ["sentences", "words", "heading-level"];
const FLAGS = ["open", "no-worker"];
const ATTRIBUTES = [...TEXTS, ...NUMBERS, ...FLAGS];

/** @param {string} attribute */
const nameOf = (attribute) => attribute.replace(/-./, ([, letter]) => letter.toUpperCase());

/** The properties that stand for attributes. */
export const propertyNames = ATTRIBUTES.map(nameOf);

/** Gives a class of elements its properties: texts, "" without the attribute; numbers, null without; flags. @param {object} prototype */
export function reflect(prototype) {
  for (const attribute of ATTRIBUTES) {
    Object.defineProperty(prototype, nameOf(attribute), { ...propertyOf(attribute), enumerable: true, configurable: true });
  }
}

/** @param {string} attribute @returns {PropertyDescriptor & ThisType<Element>} */
const propertyOf = (attribute) => ({
  get() {
    const value = this.getAttribute(attribute);
    if (FLAGS.includes(attribute)) return value !== null;
    if (NUMBERS.includes(attribute)) return value ? Number(value) : null;
    return value ?? "";
  },
  set(value) {
    if (FLAGS.includes(attribute)) this.toggleAttribute(attribute, Boolean(value));
    else if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  },
});
