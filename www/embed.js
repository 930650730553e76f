// The script-tag embed: one file. Registers <nutgraf-summary> and, where the page has none, puts one above the article.
//
//   <script type="module" src="…/embed.js" data-for="main" data-show="summary figures" async></script>
//
// Every attribute of the element can be given with `data-` before it. `data-place` says where the panel goes, relative to
// the element that `for` names or to the article: "before", "start" (inside it, first), "end", "after", or "none". In a
// worker the same file is the panel's own worker.

import { Engine } from "./core.js";
import { NutgrafSummaryElement } from "./element/define.js";
import { serve } from "./element/serve.js";
import { instantiate, load } from "./load-browser.js";

/** @type {Record<string, "before" | "prepend" | "append" | "after">} */
const PLACES = { before: "before", start: "prepend", end: "append", after: "after" };

/** Headings and the elements that usually hold an article, best first. */
const ARTICLES = [
  "[data-nutgraf-body]", "[itemprop=articleBody]", "main article", "[role=main] article", "article", "main", "[role=main]",
];

if (globalThis.document) whenParsed(place);
else serve(globalThis, () => new Engine(instantiate, load));

export { NutgrafSummaryElement };

/** @param {() => void} call */
function whenParsed(call) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", call, { once: true });
  else call();
}

/** Puts the panel on the page, unless its author has placed one. */
function place() {
  const script = ownScript();
  const given = script?.dataset ?? {};
  if (given.place === "none" || document.querySelector("nutgraf-summary")) return;
  const panel = document.createElement("nutgraf-summary");
  for (const { name, value } of script?.attributes ?? []) {
    const attribute = name.replace(/^data-/, "");
    if (attribute !== name && NutgrafSummaryElement.observedAttributes.includes(attribute)) panel.setAttribute(attribute, value);
  }
  const target = (given.for && named(given.for)) || article();
  if (!given.place && target.localName === "article") afterTitle(target, panel);
  else target[PLACES[given.place ?? ""] ?? (target === document.body ? "prepend" : "before")](panel);
}

/** The <script> that loaded this file: a module has no document.currentScript. */
function ownScript() {
  return [...document.scripts].find(({ src }) => src === import.meta.url);
}

/** @param {string} name */
function named(name) {
  try {
    return document.getElementById(name.replace(/^#/, "")) ?? document.querySelector(name);
  } catch {
    return null;
  }
}

/** The element with the most text among those that usually hold an article; the body where there is none. */
function article() {
  for (const selector of ARTICLES) {
    const found = [...document.querySelectorAll(selector)];
    found.sort((a, b) => b.textContent.length - a.textContent.length);
    if (found.length) return found[0];
  }
  return document.body;
}

/** Under the article's title, where it stands at its top; else first in the article. @param {Element} target @param {Element} panel */
function afterTitle(target, panel) {
  const title = target.querySelector("h1");
  const header = title?.closest("header");
  const top = header && target.contains(header) ? header : title;
  if (top && top.parentElement === target) top.after(panel);
  else target.prepend(panel);
}
