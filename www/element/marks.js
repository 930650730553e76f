// What the panel marks in the page: an item of the digest → the span that stands for it, its Range, and a tint over it.

import { highlight, rangeFor } from "../highlight.js";
import { allowTints } from "./style.js";

/** @typedef {import("./element.js").Item} Item */
/** @typedef {import("../highlight.js").Marked} Marked */

/** True where the browser can tint text without changing the page. */
export const hasTints = () => Boolean(globalThis.CSS?.highlights);

/** Where it can't, the reader's own selection shows a place. @param {Range} range */
export function select(range) {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The marks of one panel: "hint" on what is pointed at, "jump" on what a jump has led to. */
export class Marks {
  #panel;
  #read;
  /** @type {Partial<Record<"hint" | "jump", { clear(): void }>>} */ #shown = {};
  /** How many of an entity's mentions have been jumped to. @type {WeakMap<object, number>} */ #steps = new WeakMap();

  /**
   * @param {Element} panel
   * @param {() => { place: Document | Element, text: string }} read the part of the page that was read, and what was read there
   */
  constructor(panel, read) {
    this.#panel = panel;
    this.#read = read;
  }

  /** Where the page shows an item; an entity's next mention each time. @param {Item} item */
  find(item) {
    const { place, text } = this.#read();
    const target = this.spanOf(item, 1);
    return { target, range: target && rangeFor(target, place, text) };
  }

  /** What is marked for an item: itself, or the next mention of an entity. @param {Item} item @param {number} step @returns {Marked | null} */
  spanOf(item, step) {
    if (!item) return null;
    const { text } = this.#read();
    const withText = (/** @type {any} */ span) => ({ ...span, text: span.text ?? text.slice(span.start, span.end) });
    if (!("mentions" in item)) return withText(item);
    if (!item.mentions.length) return null;
    const at = (this.#steps.get(item) ?? 0) % item.mentions.length;
    this.#steps.set(item, at + step);
    return withText(item.mentions[at]);
  }

  /** Tints one item, or none. @param {"hint" | "jump"} kind @param {Marked | null} item */
  tint(kind, item) {
    this.#shown[kind]?.clear();
    delete this.#shown[kind];
    if (!item || !hasTints()) return;
    const { place, text } = this.#read();
    const root = place.getRootNode();
    const colour = getComputedStyle(this.#panel).getPropertyValue("--nutgraf-highlight");
    allowTints(this.#panel.ownerDocument, colour);
    if (root instanceof ShadowRoot) allowTints(root, colour);
    this.#shown[kind] = highlight([item], place, { name: kind === "hint" ? "nutgraf-hint" : "nutgraf", text });
  }
}
