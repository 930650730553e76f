// Where a panel reads from, and when to read again. Takes the panel and the page; gives the source, and calls back, not too
// often, once its content has changed.

import { DigestError } from "../core.js";

/** The content has to rest this long before it is read again. */
const QUIET_MS = 400;

/** A page that changes again after each reading has to rest up to this long. */
const REST_MS_MAX = 5000;

/** A page that never rests is read after so many times the rest that is asked of it. */
const RESTS_MAX = 4;

/** A page that hasn't changed for this long after a reading is a restless one no more. */
const CALM_MS = 10_000;

/**
 * The element that `name` (an id or a selector) names in the panel's page; the document without a name.
 * @param {HTMLElement} panel
 * @param {string | null} name
 */
export function sourceOf(panel, name) {
  const document = panel.ownerDocument;
  if (!name) return document;
  const root = panel.getRootNode();
  const found = named(root, name) ?? named(document, name);
  if (!found) throw new DigestError("bad-option", `for="${name}" names no element of this page`);
  return found;
}

/** The element of a tree that an id or a selector names; null for what is neither. @param {any} tree @param {string} name @returns {Element | null} */
export function named(tree, name) {
  try {
    return tree.getElementById?.(name.replace(/^#/, "")) ?? tree.querySelector(name);
  } catch {
    return null;
  }
}

/** Once the document has all its elements. @param {Document} document */
export function parsed(document) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

/** A page that isn't drawn, for nobody looks at it, is read after this long all the same. */
const UNDRAWN_MS = 100;

/** Once the page has been drawn: reading it before would make it be laid out in one go with our own work. */
export function drawn() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNDRAWN_MS);
  });
}

/** What may make a page show another part of it. */
const SHOWING = { attributeFilter: ["class", "hidden", "style"] };

/**
 * Calls `changed` when what the document says or shows has changed and come to rest; one that goes on changing is told of
 * all the same, ever more rarely until its address changes. Gives the function that ends it.
 * @param {Document} document
 * @param {() => void} changed
 */
export function watch(document, changed) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let rest = QUIET_MS;
  let since = 0;
  let readAt = 0;
  let address = location.href;
  const read = () => {
    timer = undefined;
    readAt = performance.now();
    rest = Math.min(rest * 2, REST_MS_MAX);
    look();
    changed();
  };
  const later = () => {
    const now = performance.now();
    const isElsewhere = location.href !== address;
    address = location.href;
    if (isElsewhere || (!timer && now - readAt > CALM_MS)) rest = QUIET_MS;
    if (isElsewhere || !timer) since = now;
    clearTimeout(timer);
    timer = setTimeout(read, Math.min(rest, since + rest * RESTS_MAX - now));
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !isOurs(target))) later();
  });
  const look = () => {
    for (const tree of treesIn(document)) observer.observe(tree, { childList: true, characterData: true, subtree: true, ...SHOWING });
  };
  look();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** A tree and the open shadow trees in it, which no observer of the document sees. @param {Document | ShadowRoot} tree @returns {Generator<Document | ShadowRoot>} */
function* treesIn(tree) {
  yield tree;
  for (const host of tree.querySelectorAll("*")) if (host.shadowRoot && !isOurs(host)) yield* treesIn(host.shadowRoot);
}

/** @param {Node} node */
function isOurs(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return Boolean(element?.closest("nutgraf-summary, [data-nutgraf-ignore]"));
}

/** Calls `near` once the element is near the viewport. Gives the function that ends the wait. @param {Element} element @param {() => void} near */
export function whenNear(element, near) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: "400px" },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

export const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** The level of a heading that stands where the panel stands: one under the heading before it, in its tree or around it. @param {HTMLElement} panel */
export function headingLevelAt(panel) {
  for (let at = /** @type {any} */ (panel); at; at = at.getRootNode().host) {
    const before = [...at.getRootNode().querySelectorAll(HEADINGS)].filter((heading) => at.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING);
    if (before.length) return Math.min(6, Number(before[before.length - 1].localName[1]) + 1);
  }
  return 2;
}

/** Opens whatever the reader could have opened to see a range: the one thing of the page that a jump changes. @param {Range} range */
export function unfold(range) {
  for (let at = /** @type {any} */ (range.startContainer); at; at = at.parentNode ?? at.host) {
    if (at.localName === "details") at.open = true;
    if (at.hidden === "until-found") at.hidden = false;
  }
}

/** By now a smooth scroll has ended; what loaded above meanwhile, or a browser that dropped it, can have led it elsewhere. */
const SCROLL_MS = 1000;

/** Whatever a reader does to scroll on, or to leave. */
const OWN_WILL = ["wheel", "touchmove", "keydown", "pointerdown"];

/** Ends the watch over the last scroll. */
let scrolling = new AbortController();

/** Scrolls so that a range stands in the middle of what the reader sees, and stays out of the reader's own way. @param {Range} range */
export function bringIntoView(range) {
  scrolling.abort();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return scrollTo(range, "instant");
  scrollTo(range, "smooth");
  const watch = (scrolling = new AbortController());
  const { signal } = watch;
  for (const type of OWN_WILL) addEventListener(type, () => watch.abort(), { signal, passive: true, capture: true });
  setTimeout(() => {
    if (!signal.aborted && !isInView(range)) scrollTo(range, "instant");
    watch.abort();
  }, SCROLL_MS);
}

/** @param {Range} range */
function isInView(range) {
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > innerHeight ? top < innerHeight && bottom > 0 : top >= 0 && bottom <= innerHeight;
}

/** @param {Range} range @param {ScrollBehavior} behavior */
function scrollTo(range, behavior) {
  const holder = range.startContainer.parentElement;
  if (holder && scrollsWithin(holder)) return holder.scrollIntoView({ block: "center", behavior });
  const { top, height } = range.getBoundingClientRect();
  scrollBy({ top: top - Math.max(0, (innerHeight - height) / 2), behavior });
}

/** True where a part of the page around this element scrolls on its own. @param {Element} element */
function scrollsWithin(element) {
  for (let at = element; at && at !== element.ownerDocument.body; at = /** @type {Element} */ (at.parentElement)) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return true;
  }
  return false;
}
