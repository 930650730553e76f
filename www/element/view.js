// Digest → DOM nodes. Takes a digest, the panel's words and what is to be shown; gives nodes that hold text only and call
// back by name: jump, hint, copy, listen, length, more, retry. No state, no markup from strings.

import { fill } from "./strings.js";

/** @typedef {import("../index.js").Digest} Digest */
/** @typedef {import("../index.js").SummarySentence} SummarySentence */
/** @typedef {import("../index.js").Figure} Figure */
/** @typedef {import("../index.js").Entity} Entity */
/** @typedef {import("./element.js").Item} Item */
/** @typedef {Record<string, string>} Words the panel's own, by key */
/** @typedef {{ sentences: number, least: number, most: number }} Length */
/** @typedef {Node | string | null} Content */
/** @typedef {Record<string, string | ((event: Event) => void) | null | undefined>} Properties */
/**
 * @typedef {object} Given what is shown, and how
 * @property {Digest} digest
 * @property {Words} words
 * @property {string} lang the panel's own
 * @property {Set<string>} show the parts
 * @property {number} level of the heading
 * @property {string} heading instead of the title; "" for none
 * @property {boolean} isOpen
 * @property {Length | null} length
 * @property {boolean} canSpeak
 */
/**
 * @typedef {object} Calls what the panel does when the reader asks for it
 * @property {(item: Item) => void} jump
 * @property {(item: Item | null) => void} hint
 * @property {(step: number) => void} length
 * @property {() => void} copy
 * @property {() => void} listen
 * @property {() => void} more
 * @property {() => void} retry
 */

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

/** @typedef {keyof typeof ICONS} Picture */

/** How many of each are shown before the reader asks for more. */
const FEW = { figures: 5, people: 6, keywords: 6 };

/** A pointer that has moved this far between press and release has selected something. */
const STROKE_PX = 5;

/** The beginning of a sentence that tells its button from the others. */
const NAME_WORDS = 6;
const NAME_CHARS_MAX = 60;

/**
 * An element with its part, properties, and content: nodes and texts.
 * @param {string} name
 * @param {string | null} part
 * @param {Properties | null} properties
 * @param {...Content} content
 */
function element(name, part, properties, ...content) {
  const made = document.createElement(name);
  if (part) {
    made.className = part;
    made.setAttribute("part", part);
  }
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null) continue;
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value);
  }
  made.append(...content.filter((child) => child !== null));
  return made;
}

/** @param {Picture} name */
function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  picture.append(path);
  return picture;
}

/** @param {string} name @param {...Node} fallback */
const slot = (name, ...fallback) => element("slot", null, { name }, ...fallback);

/** The first words of a sentence. @param {string} text */
function beginning(text) {
  const words = text.split(/\s+/).slice(0, NAME_WORDS).join(" ");
  const short = words.length > NAME_CHARS_MAX ? words.slice(0, NAME_CHARS_MAX / 2) : words;
  return short.length < text.length ? `${short}…` : short;
}

/**
 * Texts parted by a dot that no reader hears.
 * @param {string | null} part
 * @param {Properties | null} properties
 * @param {(string | Element | null)[]} texts
 */
const dotted = (part, properties, texts) =>
  element("p", part, properties, ...texts.map((text) => (typeof text === "string" ? element("span", null, null, text) : text)));

/** A button of the footer. @param {Picture} key @param {string} words @param {() => void} call */
const action = (key, words, call) =>
  element("button", "action", { type: "button", "data-key": key, onclick: call }, icon(key), words);

/**
 * Everything of a ready digest.
 * @param {Given} given
 * @param {Calls} on
 */
export function ready(given, on) {
  const { show } = given;
  return [
    header(given, on),
    show.has("summary") && given.digest.summary.length ? summary(given, on) : null,
    show.has("figures") && given.digest.figures.length ? figures(given, on) : null,
    show.has("people") && given.digest.entities.length ? people(given, on) : null,
    show.has("keywords") && given.digest.keywords.length ? keywords(given) : null,
    footer(given, on),
  ].filter((part) => part !== null);
}

/** @param {Given} given @param {Calls} on */
function header({ digest, words, lang, show, level, heading, length }, on) {
  const title = heading || digest.title || words.label;
  const meta = show.has("readability") ? metaOf(digest, words, lang) : [];
  return element(
    "header", "header", null,
    element("div", "top", null, title === words.label ? element("span", null, null) : label(words), length ? lengthOf(length, words, on) : null),
    element("div", null, { id: "title" }, slot("heading", element(`h${level}`, "heading", contentOf(digest), title))),
    meta.length ? dotted("meta", null, meta) : null,
  );
}

/** @param {Words} words */
const label = (words) => element("p", "label", null, words.label);

/** The language and direction of what is quoted. @param {Digest} digest */
const contentOf = (digest) => ({ lang: digest.lang, dir: digest.dir });

/** @param {Length} length @param {Words} words @param {Calls} on */
function lengthOf({ sentences, least, most }, words, on) {
  /** @param {"shorter" | "longer"} key @param {number} step @param {boolean} isEnd */
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

/** Reading time, grade, date, author: what is known of them. @param {Digest} digest @param {Words} words @param {string} lang */
function metaOf({ readability, publishedTime, byline }, words, lang) {
  const minutes = Math.max(1, Math.round(readability.readingMinutes ?? 0));
  // Without its region: "4 min" in every English.
  const time = new Intl.NumberFormat(lang.split("-")[0], { style: "unit", unit: "minute", unitDisplay: "short" });
  return [
    readability.words ? fill(words.read, time.format(minutes)) : null,
    Number.isFinite(readability.grade) ? fill(words.grade, new Intl.NumberFormat(lang).format(Math.max(1, Math.round(readability.grade ?? 0)))) : null,
    publishedTime ? dateOf(publishedTime, lang) : null,
    byline ? element("span", null, { dir: "auto" }, byline) : null,
  ].filter(Boolean);
}

/** A date as the reader's language writes it, as far as it is known; null where it can't be read. @param {string} iso @param {string} lang */
function dateOf(iso, lang) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return null;
  const known = /^\d{4}(-\d\d)?(-\d\d)?/.exec(iso) ?? [];
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { year: "numeric", month: known[1] ? "short" : undefined, day: known[2] ? "numeric" : undefined };
  // A date without a time is the same day everywhere; a time is shown as the reader's own clock has it.
  const zone = iso.length <= 10 ? "UTC" : undefined;
  return element("time", null, { datetime: iso }, new Intl.DateTimeFormat(lang, { ...form, timeZone: zone }).format(at));
}

/** @param {Given} given @param {Calls} on */
function summary({ digest, words }, on) {
  /** @param {SummarySentence} sentence */
  const item = (sentence) => {
    /** @param {Event} event */
    const jump = (event) => {
      event.stopPropagation();
      on.jump(sentence);
    };
    const name = `${words.show}: ${beginning(sentence.text)}`;
    const button = element(
      "button", "show", { type: "button", "data-key": `s${sentence.start}`, "aria-label": name, onclick: jump }, words.show, icon("show"),
    );
    // A reader who selects words of the sentence doesn't mean to leave it: selections in shadow trees are seen by their strokes.
    let [x, y] = [0, 0];
    const press = (/** @type {any} */ event) => void ([x, y] = [event.clientX, event.clientY]);
    const click = (/** @type {any} */ event) => Math.hypot(event.clientX - x, event.clientY - y) < STROKE_PX && on.jump(sentence);
    return element(
      "li", "sentence", { onpointerdown: press, onclick: click, ...hints(sentence, on) },
      element("p", "text", null, element("span", null, contentOf(digest), sentence.text), " ", button),
    );
  };
  return element("ul", "summary", { role: "list" }, ...digest.summary.map(item));
}

/** Hovering and focusing tint the item in the page. @param {Item} item @param {Calls} on */
const hints = (item, on) => ({
  onpointerenter: () => on.hint(item),
  onpointerleave: () => on.hint(null),
  onfocusin: () => on.hint(item),
  onfocusout: () => on.hint(null),
});

/** @param {number} level @param {string} words */
const subheading = (level, words) => element(`h${Math.min(6, level + 1)}`, "subheading", null, words);

/** @param {Given} given @param {Calls} on */
function figures({ digest, words, level, isOpen }, on) {
  /** @param {Figure} figure */
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

/** @param {Given} given @param {Calls} on */
function people({ digest, words, level, isOpen }, on) {
  /** @param {Entity} entity */
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

/** People first, then those who act: organisations; places only where the reader asks for all. @param {Entity[]} entities @param {boolean} isOpen */
function who(entities, isOpen) {
  /** @param {Entity["kind"]} kind */
  const of = (kind) => entities.filter((entity) => entity.kind === kind);
  if (isOpen) return [...of("person"), ...of("organisation"), ...of("place")];
  return [...of("person"), ...of("organisation")].slice(0, FEW.people);
}

/** Names that stand among the people aren't said again. @param {Given} given */
function keywords({ digest, words, show, isOpen }) {
  const named = new Set(show.has("people") ? who(digest.entities, isOpen).map(({ name }) => name) : []);
  const others = digest.keywords.filter(({ text }) => !named.has(text));
  const shown = isOpen ? others : others.slice(0, FEW.keywords);
  const texts = shown.map((keyword) => element("span", null, contentOf(digest), keyword.text));
  return dotted("keywords", { "aria-label": words.keywords, role: "group" }, texts);
}

/** True where a digest holds more than is shown at first. @param {Digest} digest @param {Set<string>} show */
function hasMore({ figures, entities, keywords }, show) {
  return (
    (show.has("figures") && figures.length > FEW.figures) ||
    (show.has("people") && entities.length > who(entities, false).length) ||
    (show.has("keywords") && keywords.length > FEW.keywords)
  );
}

/** @param {Given} given @param {Calls} on */
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

/** @param {boolean} isOpen @param {Words} words @param {Calls} on */
function toggle(isOpen, words, on) {
  const button = action("more", isOpen ? words.less : words.more, on.more);
  button.setAttribute("aria-expanded", String(Boolean(isOpen)));
  return button;
}

/** Words that nobody reads, as long as those of most pages. @param {number} chars */
const blank = (chars) => "nnnnn ".repeat(chars / 6);

/** A digest as long as most are of this many sentences: what holds the place of the one to come. @param {number} sentences @param {string} lang @returns {any} */
export const likely = (sentences, lang) => ({
  lang, title: blank(42), byline: blank(12), publishedTime: "2026", readability: { words: 1, readingMinutes: 1, grade: 9 },
  summary: Array(sentences).fill({ start: 0, text: blank(132) }),
  figures: Array(FEW.figures).fill({ start: 0, text: blank(12), label: blank(54) }),
  entities: Array(4).fill({ kind: "person", name: blank(12), role: blank(18) }),
  // Not as long as a name: what is said among the people isn't said again.
  keywords: Array(FEW.keywords).fill({ text: blank(6) }),
});

/** While the page is read: the card's shape without its words. @param {Given} given @param {Calls} on */
export function loading(given, on) {
  const skeleton = element("div", "skeleton", { "aria-hidden": "true", inert: "" }, ...ready(given, on));
  skeleton.querySelector("#title")?.removeAttribute("id");
  return [
    element("div", "top", null, element("div", null, { id: "title" }, label(given.words))),
    slot("loading", skeleton),
  ];
}

/** Why there is nothing to sum up: the word for each reason. */
/** @type {Record<string, string>} */
const REASONS = { "too-short": "tooShort", "link-list": "links" };

/** One line: nothing to sum up, and why. @param {Words} words @param {string | null} reason */
export const empty = (words, reason) => said("empty", words, [`${words.empty}: ${words[REASONS[reason ?? ""] ?? "noText"]}`]);

/** One line: a policy of the page forbids it; the directive that would allow it stands in it. @param {Words} words @param {string} directive */
export const blocked = (words, directive) => {
  const [before, after] = words.blocked.split("{}");
  return said("error", words, after === undefined ? [before] : [before, element("code", null, null, directive), after]);
};

/** One line: it failed, with what can be done. @param {Words} words @param {any} error @param {Calls} on */
export const failed = (words, error, on) =>
  said(
    "error", words, [words.error],
    element("button", "action", { type: "button", "data-key": "retry", title: error.message, onclick: on.retry }, words.retry),
  );

/** @param {string} name @param {Words} words @param {Content[]} text @param {...Node} more */
const said = (name, words, text, ...more) => [
  element("div", "top", null, element("div", null, { id: "title" }, label(words))),
  slot(name, element("div", "message", null, element("span", null, null, ...text), ...more)),
];

/**
 * The name and picture of a button that has been used: "Copied", "Stop".
 * @param {Element} button
 * @param {Picture} picture
 * @param {string} words
 */
export function rename(button, picture, words) {
  button.replaceChildren(icon(picture), words);
}
