// The playground: a text or HTML in, its digest beside it, with every span marked in the article's text.

import { digest as digestOf } from "./browser.js";
import "./element/define.js";

/** Samples of seeds/: folder, file, what the button says. */
const SAMPLES = [
  ["night-ferry", "text.txt", "Pasted news"],
  ["reservoir-works", "page.html", "News page"],
  ["queue-docs", "page.html", "Documentation"],
  ["lentil-soup", "page.html", "Recipe"],
  ["camp-kettle", "page.html", "Product"],
  ["bike-forum", "page.html", "Forum"],
  ["gezeitenkraftwerk", "page.html", "Deutsch"],
  ["maktaba", "page.html", "العربية"],
  ["link-list", "page.html", "Only links"],
];

/** The digest follows the typing after this pause. */
const PAUSE_MS = 250;

const at = (id) => document.getElementById(id);
const [input, sentences, focus, keep, view] = ["input", "sentences", "focus", "keep", "view"].map(at);
const panel = document.createElement("nutgraf-summary");
panel.setAttribute("for", "view");
let shown = "article";
let digest = null;
let asked = 0;
let timer = 0;

const element = (name, properties, ...content) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
};

/** Digests what stands in the field and shows it; an answer that comes late is dropped. */
async function refresh() {
  const mine = ++asked;
  at("count").textContent = sentences.value;
  const options = {
    sentences: Number(sentences.value),
    focus: focus.value.trim() || undefined,
    boilerplate: keep.checked ? "keep" : "drop",
    include: ["removed"],
  };
  for (const name of Object.keys(options)) if (options[name] === undefined) delete options[name];
  try {
    const began = performance.now();
    const answer = await digestOf(input.value, options);
    if (mine !== asked) return;
    digest = answer;
    at("took").textContent = `${answer.readability.words ?? 0} words in ${Math.max(1, Math.round(performance.now() - began))} ms`;
    panel.digest = answer;
    if (!panel.isConnected) at("panel").append(panel);
    show();
  } catch (error) {
    if (mine !== asked) return;
    at("took").textContent = `${error.code ?? "error"}: ${error.message}`;
  }
}

/** Fills the chosen view. */
function show() {
  at("removed-count").textContent = digest.removed?.length || "";
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const isShown = tab.dataset.view === shown;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    if (isShown) view.setAttribute("aria-labelledby", tab.id);
  }
  const views = { article, removed, json };
  view.replaceChildren(...views[shown]());
}

/** The article's text, its sentences, figures and names marked. */
function article() {
  const body = element("div", { className: "article", lang: digest.lang ?? "", dir: digest.dir });
  if (digest.title) body.append(element("h2", {}, digest.title));
  const spans = marks();
  let start = 0;
  for (const paragraph of digest.text ? digest.text.split("\n\n") : []) {
    const inside = spans.filter((span) => span.end > start && span.start < start + paragraph.length);
    body.append(element("p", {}, ...marked(start, start + paragraph.length, inside)));
    start += paragraph.length + 2;
  }
  if (!digest.text) body.append(element("p", { className: "nothing" }, `Nothing to sum up: ${digest.reason ?? "empty"}.`));
  return [legend(), body];
}

/** Every span of the digest with what it is; later ones stand inside earlier ones. */
function marks() {
  const of = (name, spans) => spans.map(({ start, end }) => ({ start, end, name }));
  return [
    ...of("summary", digest.summary),
    ...digest.entities.flatMap(({ kind, mentions }) => of(kind, mentions)),
    ...of("figure", digest.figures),
  ];
}

/** The text from `start` up to `end`, cut wherever a span begins or ends. */
function marked(start, end, spans) {
  const cuts = new Set([start, end]);
  for (const span of spans) for (const cut of [span.start, span.end]) if (cut > start && cut < end) cuts.add(cut);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const text = digest.text.slice(from, places[index + 1]);
    const names = spans.filter((span) => span.start <= from && span.end > from).map((span) => span.name);
    return names.reduceRight((inner, name) => element(name === "summary" ? "mark" : "span", { className: name }, inner), text);
  });
}

const legend = () =>
  element(
    "div", { className: "legend" },
    element("span", {}, element("mark", {}, "summary")),
    element("span", { className: "figure" }, "figure"),
    ...["person", "organisation", "place"].map((name) => element("span", { className: name }, name)),
  );

/** What was left out, and why. */
function removed() {
  const rows = digest.removed.filter(({ text }) => text).map(({ reason, text, selector }) =>
    element("div", {}, element("dt", {}, reason), element("dd", {}, text.length > 400 ? `${text.slice(0, 400)} …` : text, element("code", {}, selector))));
  return [rows.length ? element("dl", { className: "removed" }, ...rows) : element("p", { className: "article nothing" }, "Nothing was removed.")];
}

const json = () => [element("pre", {}, JSON.stringify(digest, null, 2))];

async function load([folder, file], button) {
  const answer = await fetch(`../seeds/${folder}/${file}`);
  input.value = answer.ok ? await answer.text() : "";
  for (const other of at("samples").querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === button));
  refresh();
}

for (const sample of SAMPLES) {
  const button = element("button", { type: "button" }, sample[2]);
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => load(sample, button));
  at("samples").append(element("li", {}, button));
}
for (const field of [input, sentences, focus, keep]) {
  field.addEventListener("input", () => {
    if (field === input) for (const button of at("samples").querySelectorAll("button")) button.setAttribute("aria-pressed", "false");
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MS);
  });
}
const tabs = document.querySelector("[role=tablist]");
tabs.addEventListener("click", ({ target }) => {
  const tab = target.closest("[role=tab]");
  if (!tab || !digest) return;
  shown = tab.dataset.view;
  show();
});
tabs.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...tabs.children];
  const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
  next.focus();
  next.click();
});
// A span can be shown in the article only where the article is: a jump from another view goes there first.
panel.addEventListener("nutgraf-jump", (event) => {
  if (shown === "article" || event.detail.range) return;
  event.preventDefault();
  shown = "article";
  show();
  panel.jumpTo(event.detail.item);
});
load(SAMPLES[0], at("samples").querySelector("button"));
