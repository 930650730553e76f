// Where a panel reads from, and when to read again. Takes the panel and the page; gives the source, and calls back, not too
// often, once its content has changed.

import { DigestError } from "../core.js";

/** The content has to rest this long before it is read again. */
const QUIET_MS = 400;

/** A page that never rests is read at most this often. */
const REST_MS_MAX = 30_000;

/** The element that `name` (an id or a selector) names in the panel's page; the document without a name. */
export function sourceOf(panel, name) {
  const document = panel.ownerDocument;
  if (!name) return document;
  const root = panel.getRootNode();
  const found = byId(root, name) ?? byId(document, name) ?? bySelector(root, name) ?? bySelector(document, name);
  if (!found) throw new DigestError("bad-option", `for="${name}" names no element of this page`);
  return found;
}

const byId = (root, name) => root.getElementById?.(name.replace(/^#/, "")) ?? null;

function bySelector(root, name) {
  try {
    return root.querySelector(name);
  } catch {
    throw new DigestError("bad-option", `for="${name}" is neither an id nor a selector`);
  }
}

/** Once the document has all its elements. */
export function parsed(document) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

/**
 * Calls `changed` when the content under `root` has changed and come to rest; a page that goes on changing is told of
 * ever more rarely, until its address changes. Gives the function that ends it.
 */
export function watch(root, changed) {
  const view = (root.ownerDocument ?? root).defaultView;
  let timer = 0;
  let rest = QUIET_MS;
  let address = view.location.href;
  const later = () => {
    if (view.location.href !== address) {
      address = view.location.href;
      rest = QUIET_MS;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      rest = Math.min(rest * 2, REST_MS_MAX);
      changed();
    }, rest);
  };
  const observer = new MutationObserver((records) => {
    if (records.some(({ target }) => !isOurs(target))) later();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

function isOurs(node) {
  const element = node.nodeType === 1 ? node : node.parentElement;
  return Boolean(element?.closest("nutgraf-summary, [data-nutgraf-ignore]"));
}

/** Calls `near` once the element is near the viewport. Gives the function that ends the wait. */
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

/** The level of a heading that stands where the panel stands: one under the heading before it. */
export function headingLevelAt(panel) {
  let level = 1;
  for (const heading of panel.ownerDocument.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!(panel.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING)) break;
    level = Number(heading.localName[1]);
  }
  return Math.min(6, level + 1);
}

/** Scrolls so that a range stands in the middle of what the reader sees. */
export function bringIntoView(range) {
  const view = range.startContainer.ownerDocument.defaultView;
  const still = view.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = still ? "instant" : "smooth";
  const holder = range.startContainer.parentElement;
  if (scrollerOf(holder)) return holder.scrollIntoView({ block: "center", behavior });
  const { top, height } = range.getBoundingClientRect();
  view.scrollBy({ top: top - Math.max(0, (view.innerHeight - height) / 2), behavior });
}

/** The element inside the page that scrolls on its own around this one. */
function scrollerOf(element) {
  const view = element.ownerDocument.defaultView;
  for (let at = element; at && at !== element.ownerDocument.body; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(view.getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
