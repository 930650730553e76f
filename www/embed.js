// The script-tag embed: one file. Registers <nutgraf-summary> and, where the page has none, puts one at the article, and
// there again when a page exchanges its article without being loaded anew.
//
//   <script type="module" src="…/embed.js" data-for="main" data-show="summary figures" async></script>
//
// Every attribute of the element can be given with `data-` before it. `data-place` says where the panel goes, relative to
// the element that `for` names or to the article: "before", "start" (inside it, first), "end", "after", or "none". Without
// it that is under the title; in a text that the reader has before them already, where nothing that they see moves. In a
// worker the same file is the panel's own worker.

import { Engine } from "./core.js";
import { NutgrafSummaryElement } from "./element/define.js";
import { serve } from "./element/serve.js";
import { HEADINGS, named } from "./element/source.js";
import { instantiate, load } from "./load-browser.js";

/** @type {Record<string, "before" | "prepend" | "append" | "after">} */
const PLACES = { before: "before", start: "prepend", end: "append", after: "after" };

/** Headings and the elements that usually hold an article, best first. */
const ARTICLES = [
  "[data-nutgraf-body]", "[itemprop=articleBody]", "main article", "[role=main] article", "article", "main", "[role=main]",
];

/** What a panel can stand in, among other things. */
const FLOW = "article, body, div, main, section";

if (globalThis.document) whenParsed(keep);
else serve(globalThis, () => new Engine(instantiate, load));

export { NutgrafSummaryElement };

/** @param {() => void} call */
function whenParsed(call) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", call, { once: true });
  else call();
}

/** Keeps a panel at the page's article, unless the page's author has placed one. Whoever takes it out alone means it. */
function keep() {
  const script = ownScript();
  const { place = "", for: name } = script?.dataset ?? {};
  const all = document.getElementsByTagName("nutgraf-summary");
  if (place === "none" || all.length) return;
  const panel = made(script);
  /** @type {Element | undefined} */
  let at;
  let wasFound = false;
  /** @param {MutationRecord[]} records what has come and hasn't been drawn yet */
  const settle = (records, isSeen = true) => {
    if (panel.isConnected && wasFound && isSeen) return;
    const found = name ? named(document, name) : article();
    // What isn't there yet may come, and then the panel moves to it; a page that shows nothing is waited for.
    const target = found ?? (wasFound || !document.body.innerText.trim() ? undefined : (article() ?? document.body));
    wasFound ||= Boolean(found);
    if (!target || (panel.isConnected && target === at)) return;
    at = target;
    const isNew = records.some(({ addedNodes }) => [...addedNodes].some((node) => node.contains(target)));
    if (!place && !isNew && isDrawn() && !isBelow(target)) outOfSight(target, panel);
    else put(panel, target, place);
  };
  const observer = new MutationObserver((records) => {
    const isOver = records.some(({ target, removedNodes: [first, ...others] }) => first === panel && !others.length && target.isConnected && !panel.isConnected);
    const hasOther = [...all].some((other) => other !== panel);
    if (isOver || hasOther) observer.disconnect();
    if (hasOther) panel.remove();
    else if (!isOver) settle(records);
  });
  observer.observe(document, { childList: true, subtree: true });
  panel.addEventListener("nutgraf-load", () => settle([], panel.checkVisibility?.()));
  settle([]);
}

/** A panel with the attributes that the script was given. @param {HTMLScriptElement | undefined} script */
function made(script) {
  const panel = document.createElement("nutgraf-summary");
  for (const { name, value } of script?.attributes ?? []) {
    const attribute = name.replace(/^data-/, "");
    if (attribute !== name && NutgrafSummaryElement.observedAttributes.includes(attribute)) panel.setAttribute(attribute, value);
  }
  return panel;
}

/** @param {Element} panel @param {Element} target @param {string} place */
function put(panel, target, place) {
  if (!place && target.localName === "article") afterTitle(target, panel);
  else target[PLACES[place] ?? (target === document.body ? "prepend" : "before")](panel);
}

/** True once the reader has something of the page before them. */
function isDrawn() {
  return performance.getEntriesByName("first-contentful-paint").length > 0;
}

/** True for what is still below all that the reader sees. @param {Element} element */
function isBelow(element) {
  return element.getBoundingClientRect().top >= innerHeight;
}

/** In the running text, before the first of its parts that is still below what the reader sees; above or at its end where none is. @param {Element} target @param {Element} panel */
function outOfSight(target, panel) {
  for (const part of target.querySelectorAll("p, h2, h3")) {
    let at = /** @type {any} */ (part);
    // What a part begins begins with it, and between the items of a list there is no place.
    while (at.parentElement !== target && !(at.previousElementSibling && at.parentElement.matches(FLOW))) at = at.parentElement;
    if (isBelow(at) && !at.previousElementSibling?.matches(HEADINGS)) return at.before(panel);
  }
  // A reader who has scrolled that far is held in place by the browser.
  if (target.getBoundingClientRect().top < 0) afterTitle(target, panel);
  else target.append(panel);
}

/** The <script> that loaded this file: a module has no document.currentScript, and one that was redirected another address. */
function ownScript() {
  const scripts = [...document.scripts];
  return scripts.find(({ src }) => src === import.meta.url) ?? scripts.find(({ src, type }) => type === "module" && /embed|nutgraf/.test(src));
}

/** The element with the most text among those that are shown and usually hold an article. */
function article() {
  for (const selector of ARTICLES) {
    const found = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility?.() !== false);
    found.sort((a, b) => b.textContent.length - a.textContent.length);
    if (found.length) return found[0];
  }
  return null;
}

/** Under the article's title, where it stands at its top; else first in the article. @param {Element} target @param {Element} panel */
function afterTitle(target, panel) {
  const title = target.querySelector("h1");
  const header = title?.closest("header");
  const top = header && target.contains(header) ? header : title;
  if (top && top.parentElement === target) top.after(panel);
  else target.prepend(panel);
}
