// Digest → DOM nodes. Takes a digest, the panel's words and what is to be shown; gives nodes that hold text only and call
// back by name: jump, hint, copy, listen, length, more, retry. No state, no markup from strings.

import { fill } from "./strings.js";

const SVG = "http://www.w3.org/2000/svg";

/** Pictures of the buttons, as paths in a square of 24. */
const ICONS = {
  show: "M12 5v14M6 13l6 6 6-6",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  listen: "M5 10v4h3l5 4V6L8 10zM16.5 9a4 4 0 0 1 0 6",
  stop: "M7 7h10v10H7z",
  shorter: "M6 12h12",
  longer: "M6 12h12M12 6v12",
  more: "M6 9l6 6 6-6",
  lock: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
};

/** How many of each are shown before the reader asks for more. */
const FEW = { figures: 5, people: 6, keywords: 6 };

/** The beginning of a sentence that tells its button from the others. */
const NAME_WORDS = 6;
const NAME_CHARS_MAX = 60;

/** An element with its part, properties, and content: nodes and texts. */
function element(name, part, properties, ...content) {
  const made = document.createElement(name);
  if (part) {
    made.className = part;
    made.setAttribute("part", part);
  }
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...content.filter((child) => child !== null && child !== undefined));
  return made;
}

function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", fill: "none", "aria-hidden": "true" })) {
    picture.setAttribute(key, value);
  }
  const stroke = { d: ICONS[name], stroke: "currentColor", "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" };
  for (const [key, value] of Object.entries(stroke)) path.setAttribute(key, value);
  picture.append(path);
  return picture;
}

const slot = (name, ...fallback) => element("slot", null, { name }, ...fallback);

/** The first words of a sentence. */
function beginning(text) {
  const words = text.split(/\s+/).slice(0, NAME_WORDS).join(" ");
  const short = words.length > NAME_CHARS_MAX ? words.slice(0, NAME_CHARS_MAX / 2) : words;
  return short.length < text.length ? `${short}…` : short;
}

/** Texts parted by a dot that no reader hears. */
const dotted = (part, properties, texts) =>
  element("p", part, properties, ...texts.map((text) => (text.nodeType ? text : element("span", null, null, text))));

/** A button of the footer. */
const action = (key, words, call) =>
  element("button", "action", { type: "button", "data-key": key, onclick: call }, icon(key), words);

/** Everything of a ready digest. `given`: { digest, words, lang, show, level, heading, isOpen, length, canSpeak }. */
export function ready(given, on) {
  const { show } = given;
  return [
    header(given, on),
    show.has("summary") && given.digest.summary.length ? summary(given, on) : null,
    show.has("figures") && given.digest.figures.length ? figures(given, on) : null,
    show.has("people") && given.digest.entities.length ? people(given, on) : null,
    show.has("keywords") && given.digest.keywords.length ? keywords(given) : null,
    footer(given, on),
  ].filter(Boolean);
}

function header({ digest, words, lang, show, level, heading, length }, on) {
  const title = heading ?? digest.title ?? words.label;
  const meta = show.has("readability") ? metaOf(digest, words, lang) : [];
  return element(
    "header", "header", null,
    element("div", "top", null, title === words.label ? element("span") : label(words), length ? lengthOf(length, words, on) : null),
    element("div", null, { id: "title" }, slot("heading", element(`h${level}`, "heading", contentOf(digest), title))),
    meta.length ? dotted("meta", null, meta) : null,
  );
}

const label = (words) => element("p", "label", null, words.label);

/** The language and direction of what is quoted. */
const contentOf = (digest) => ({ lang: digest.lang, dir: digest.dir });

function lengthOf({ sentences, least, most }, words, on) {
  const button = (key, step, isEnd) =>
    element(
      "button", null,
      { type: "button", "data-key": key, "aria-label": words[key], title: words[key], "aria-disabled": isEnd ? "true" : null,
        onclick: () => isEnd || on.length(step) },
      icon(key),
    );
  return element(
    "div", "length", { role: "group" },
    button("shorter", -1, sentences <= least), button("longer", 1, sentences >= most),
  );
}

/** Reading time, grade, date, author: what is known of them. */
function metaOf({ readability, publishedTime, byline }, words, lang) {
  const minutes = Math.max(1, Math.round(readability.readingMinutes ?? 0));
  // Without its region: "4 min" in every English.
  const time = new Intl.NumberFormat(lang.split("-")[0], { style: "unit", unit: "minute", unitDisplay: "short" });
  return [
    readability.words ? fill(words.read, time.format(minutes)) : null,
    readability.grade === null ? null : fill(words.grade, new Intl.NumberFormat(lang).format(Math.max(1, Math.round(readability.grade)))),
    publishedTime ? dateOf(publishedTime, lang) : null,
    byline ? element("span", null, { dir: "auto" }, byline) : null,
  ].filter(Boolean);
}

/** A date as the reader's language writes it, as far as it is known; null where it can't be read. */
function dateOf(iso, lang) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const known = /^\d{4}(-\d\d)?(-\d\d)?/.exec(iso) ?? [];
  const form = { year: "numeric", month: known[1] ? "short" : undefined, day: known[2] ? "numeric" : undefined };
  // A date without a time is the same day everywhere; a time is shown as the reader's own clock has it.
  const zone = iso.length <= 10 ? "UTC" : undefined;
  return element("time", null, { datetime: iso }, new Intl.DateTimeFormat(lang, { ...form, timeZone: zone }).format(at));
}

function summary({ digest, words }, on) {
  const item = (sentence) => {
    const jump = (event) => {
      event.stopPropagation();
      on.jump(sentence);
    };
    const name = `${words.show}: ${beginning(sentence.text)}`;
    const button = element(
      "button", "show", { type: "button", "data-key": `s${sentence.start}`, "aria-label": name, onclick: jump }, words.show, icon("show"),
    );
    // A reader who selects words of the sentence doesn't mean to leave it.
    const click = () => getSelection()?.isCollapsed !== false && on.jump(sentence);
    return element(
      "li", "sentence", { onclick: click, ...hints(sentence, on) },
      element("p", "text", null, element("span", null, contentOf(digest), sentence.text), " ", button),
    );
  };
  return element("ul", "summary", { role: "list" }, ...digest.summary.map(item));
}

/** Hovering and focusing tint the item in the page. */
const hints = (item, on) => ({
  onpointerenter: () => on.hint(item),
  onpointerleave: () => on.hint(null),
  onfocusin: () => on.hint(item),
  onfocusout: () => on.hint(null),
});

const subheading = (level, words) => element(`h${Math.min(6, level + 1)}`, "subheading", null, words);

function figures({ digest, words, level, isOpen }, on) {
  const item = (figure) =>
    element(
      "li", null, null,
      element(
        "button", "figure", { type: "button", "data-key": `f${figure.start}`, onclick: () => on.jump(figure), ...hints(figure, on) },
        element("span", "value", contentOf(digest), figure.text), " ",
        figure.label && figure.label !== figure.text ? element("span", "figure-label", contentOf(digest), figure.label) : null,
      ),
    );
  const shown = isOpen ? digest.figures : digest.figures.slice(0, FEW.figures);
  return element(
    "div", "figures", null, subheading(level, words.figures),
    element("ul", "strip", { role: "list" }, ...shown.map(item)),
  );
}

function people({ digest, words, level, isOpen }, on) {
  const item = (entity) =>
    element(
      "li", null, null,
      element(
        "button", "person",
        { type: "button", "data-key": `p${entity.name}`, onclick: () => on.jump(entity), ...hints(entity, on) },
        element("span", "name", contentOf(digest), entity.name),
        ...(entity.role ? [", ", element("span", "role", contentOf(digest), entity.role)] : []),
      ),
    );
  return element(
    "div", "people", null, subheading(level, words.people),
    element("ul", "chips", { role: "list" }, ...who(digest.entities, isOpen).map(item)),
  );
}

/** People first, then those who act: organisations; places only where the reader asks for all. */
function who(entities, isOpen) {
  const of = (kind) => entities.filter((entity) => entity.kind === kind);
  if (isOpen) return [...of("person"), ...of("organisation"), ...of("place")];
  return [...of("person"), ...of("organisation")].slice(0, FEW.people);
}

function keywords({ digest, words, isOpen }) {
  const shown = isOpen ? digest.keywords : digest.keywords.slice(0, FEW.keywords);
  const texts = shown.map((keyword) => element("span", null, contentOf(digest), keyword.text));
  return dotted("keywords", { "aria-label": words.keywords, role: "group" }, texts);
}

/** True where a digest holds more than is shown at first. */
function hasMore({ figures, entities, keywords }, show) {
  return (
    (show.has("figures") && figures.length > FEW.figures) ||
    (show.has("people") && entities.length > who(entities, false).length) ||
    (show.has("keywords") && keywords.length > FEW.keywords)
  );
}

function footer({ digest, words, show, isOpen, canSpeak }, on) {
  return element(
    "footer", "footer", null,
    element(
      "div", "actions", null,
      action("copy", words.copy, on.copy),
      canSpeak ? action("listen", words.listen, on.listen) : null,
      hasMore(digest, show) ? toggle(isOpen, words, on) : null,
      slot("actions"),
    ),
    slot("footer", element("p", "promise", null, icon("lock"), element("span", null, null, words.promise))),
  );
}

function toggle(isOpen, words, on) {
  const button = action("more", isOpen ? words.less : words.more, on.more);
  button.setAttribute("aria-expanded", String(Boolean(isOpen)));
  return button;
}

/** While the page is read: the card's shape without its words. */
export function loading(words) {
  const lines = Array.from({ length: 15 }, () => document.createElement("i"));
  return [
    element("div", "top", null, element("div", null, { id: "title" }, label(words))),
    slot("loading", element("div", "skeleton", { "aria-hidden": "true" }, ...lines)),
  ];
}

/** Why there is nothing to sum up: the word for each reason. */
const REASONS = { "too-short": "tooShort", "link-list": "links" };

/** One line: nothing to sum up, and why. */
export const empty = (words, reason) => said("empty", words, `${words.empty}: ${words[REASONS[reason] ?? "noText"]}`);

/** One line: a policy of the page forbids it; the directive that would allow it stands in it. */
export const blocked = (words, directive) => said("error", words, fill(words.blocked, directive));

/** One line: it failed, with what can be done. */
export const failed = (words, error, on) =>
  said(
    "error", words, `${words.error} (${error.code})`,
    element("button", "action", { type: "button", "data-key": "retry", title: error.message, onclick: on.retry }, words.retry),
  );

const said = (name, words, text, ...more) => [
  element("div", "top", null, element("div", null, { id: "title" }, label(words))),
  slot(name, element("div", "message", null, element("span", null, null, text), ...more)),
];

/** The name and picture of a button that has been used: "Copied", "Stop". */
export function rename(button, picture, words) {
  button.replaceChildren(icon(picture), words);
}
