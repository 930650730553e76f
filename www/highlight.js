// A span of the digest → its place in the live page. Takes an item of a digest (a sentence, a figure, a mention) and the
// part of the page to look in; gives a Range, a tint over the untouched DOM (CSS Custom Highlight), or a text fragment.

/** @typedef {import("./highlight.js").Marked} Marked */
/** @typedef {[start: number, end: number]} Place in a TextIndex */

/** Elements whose text the digest never holds. */
const UNREAD = new Set(
  ("audio canvas datalist head iframe noembed noframes noscript nutgraf-summary object option rp rt script select style " +
    "svg template textarea title video").split(" "),
);

/** White space and marks without a width: the digest settles them, so they count for nothing when texts are compared. */
const BLANK = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g;

/** How many characters on either side tell two places with the same words apart. */
const CONTEXT_CHARS = 60;

/** Between two words of a sentence the page may show this many characters that the digest left out (footnote marks). */
const GAP_CHARS_MAX = 24;

/** Places with the same words that are compared; the rest of an endless repetition isn't looked at. */
const PLACES_MAX = 200;

/** @param {string} text */
const compact = (text) => text.replace(BLANK, "");

/** The readable characters of a part of the page without their white space, and the way back to text nodes. */
class TextIndex {
  /** @type {Text[]} */ #nodes = [];
  /** @type {number[]} */ #starts = [];

  /** @param {Document | Element} root */
  constructor(root) {
    const parts = [];
    let length = 0;
    for (const node of textNodes(root)) {
      const part = compact(node.data);
      if (!part) continue;
      this.#nodes.push(node);
      this.#starts.push(length);
      parts.push(part);
      length += part.length;
    }
    this.text = parts.join("");
  }

  /** The Range of `text` from `start` up to `end`; null where its ends stand in different trees. @param {number} start @param {number} end */
  range(start, end) {
    const [first, from] = this.#place(start);
    const [last, to] = this.#place(end - 1);
    if (first.getRootNode() !== last.getRootNode()) return null;
    const range = first.ownerDocument.createRange();
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    return range;
  }

  /** The text node of a character and its offset there. @param {number} at @returns {[Text, number]} */
  #place(at) {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    const node = this.#nodes[low];
    let left = at - this.#starts[low];
    for (const run of node.data.matchAll(/[^\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g)) {
      if (left < run[0].length) return [node, run.index + left];
      left -= run[0].length;
    }
    return [node, node.data.length - 1];
  }
}

/** The text nodes of a part of the page that a reader can read, open shadow roots included. @param {any} root @returns {Generator<Text>} */
function* textNodes(root) {
  const document = root.ownerDocument ?? root;
  const top = root === document ? document.body : root;
  const filter = { acceptNode: (/** @type {any} */ node) => (node.nodeType === 1 && isUnread(node) ? 2 : 1) };
  const walkers = top ? [document.createTreeWalker(top, 5, filter)] : [];
  if (top?.shadowRoot) walkers.push(document.createTreeWalker(top.shadowRoot, 5, filter));
  for (let walker = walkers.at(-1); walker; walker = walkers.at(-1)) {
    const node = walker.nextNode();
    if (!node) walkers.pop();
    else if (node.nodeType === 3) yield node;
    else if (node.shadowRoot) walkers.push(document.createTreeWalker(node.shadowRoot, 5, filter));
  }
}

/** @param {Element} element */
function isUnread(element) {
  return UNREAD.has(element.localName) || element.hasAttribute("data-nutgraf-ignore");
}

/** Where `words` begins in `text`, each time. @param {string} words @param {string} text @returns {Place[]} */
function placesOf(words, text) {
  /** @type {Place[]} */
  const places = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < PLACES_MAX; at = text.indexOf(words, at + 1)) {
    places.push([at, at + words.length]);
  }
  return places;
}

/**
 * Where a sentence stands between whose words the page shows more than the digest: word after word, with small gaps.
 * @param {string} text
 * @param {string} index
 * @returns {Place[]}
 */
function loosePlaces(text, index) {
  const words = text.split(/\s+/).map(compact).filter(Boolean);
  if (words.length < 4) return [];
  return placesOf(words.slice(0, 2).join(""), index).flatMap(([start]) => {
    let at = start;
    for (const word of words) {
      const next = index.indexOf(word, at);
      if (next < 0 || next - at > GAP_CHARS_MAX) return [];
      at = next + word.length;
    }
    return [[start, at]];
  });
}

/**
 * How many characters two texts share at the end of the first pair and at the start of the second.
 * @param {string} before
 * @param {string} after
 * @param {string} index
 * @param {Place} place
 */
function likeness(before, after, index, [start, end]) {
  let left = 0;
  while (left < before.length && before[before.length - 1 - left] === index[start - 1 - left]) left++;
  let right = 0;
  while (right < after.length && after[right] === index[end + right]) right++;
  return left + right;
}

/** @param {Range | null} range */
function isShown(range) {
  return !range?.getClientRects || range.getClientRects().length > 0;
}

/**
 * The Range of the best of some places: the one whose surroundings are most alike, seen before unseen.
 * @param {Place[]} places
 * @param {TextIndex} index
 * @param {string} before
 * @param {string} after
 */
function best(places, index, before, after) {
  const scored = places.map((place) => ({ place, score: likeness(before, after, index.text, place) }));
  scored.sort((a, b) => b.score - a.score);
  let unseen = null;
  for (const { place: [start, end] } of scored) {
    const range = index.range(start, end);
    if (isShown(range)) return range;
    unseen ??= range;
  }
  return unseen;
}

/**
 * What the digest says before and after an item: in its text where that is given, else in a figure's sentence.
 * @param {Marked} item
 * @param {string} [text]
 */
function surroundings(item, text) {
  const { start = 0, end = 0, context } = item;
  if (text !== undefined && text.slice(start, end) === item.text) {
    const reach = CONTEXT_CHARS * 2;
    return [compact(text.slice(Math.max(0, start - reach), start)), compact(text.slice(end, end + reach))];
  }
  if (!context) return ["", ""];
  const at = placeInContext(item, context);
  return [compact(context.slice(0, at)), compact(context.slice(at + item.text.length))];
}

/** @param {TextIndex} index @param {Marked} item @param {string} [text] */
function rangeIn(index, item, text) {
  const words = compact(item.text);
  if (!words) return null;
  const [before, after] = surroundings(item, text);
  const places = placesOf(words, index.text);
  return best(places.length ? places : loosePlaces(item.text, index.text), index, before, after);
}

/** Where a figure stands in its sentence: inside its label, where the sentence has the same figure twice. @param {Marked} item @param {string} context */
function placeInContext({ text, label = "" }, context) {
  const inLabel = label.indexOf(text);
  const labelAt = inLabel >= 0 ? context.indexOf(label) : -1;
  return labelAt >= 0 ? labelAt + inLabel : Math.max(0, context.indexOf(text));
}

/**
 * The Range of an item in the page, or null where the page doesn't show it. `root` is the part of the page to look in;
 * `text`, the digest's text, tells places with the same words apart.
 * @param {Marked} item
 * @param {Document | Element} [root]
 * @param {string} [text]
 */
export function rangeFor(item, root = document, text) {
  return rangeIn(new TextIndex(root), item, text);
}

/**
 * Tints items in the page, under the name of a CSS highlight: style it as `::highlight(nutgraf)`. Gives the Ranges, null
 * for an item that the page doesn't show, and `clear()`. Where the browser has no custom highlights nothing is tinted.
 * @param {readonly Marked[]} items
 * @param {Document | Element} [root]
 * @param {{ name?: string, text?: string }} [options]
 */
export function highlight(items, root = document, { name = "nutgraf", text } = {}) {
  const index = new TextIndex(root);
  const ranges = items.map((item) => rangeIn(index, item, text));
  /** @type {any} */
  const view = (root.ownerDocument ?? /** @type {Document} */ (root)).defaultView;
  const registry = view?.CSS?.highlights;
  const shown = ranges.filter(Boolean);
  const tint = registry && shown.length ? new view.Highlight(...shown) : null;
  if (tint) registry.set(name, tint);
  else registry?.delete(name);
  return {
    ranges,
    clear() {
      if (tint && registry.get(name) === tint) registry.delete(name);
    },
  };
}

/** Words at either end of a long sentence that name it in a link. */
const FRAGMENT_WORDS = 5;

/** Up to this many characters a sentence is written out in a link. */
const FRAGMENT_CHARS_MAX = 80;

/** @param {string} text */
const encode = (text) => encodeURIComponent(text.trim().replace(/\s+/g, " ")).replaceAll("-", "%2D");

/** The directive that makes a link scroll to an item: "text=…", to be put behind "#:~:". Several are joined with "&". @param {Marked} item */
export function textFragment(item) {
  const text = item.text.trim();
  const context = item.context;
  const at = context ? placeInContext(item, context) : -1;
  if (context && at >= 0 && context !== text) {
    const before = context.slice(0, at).trim().split(/\s+/).slice(-3).join(" ");
    const after = context.slice(at + text.length).trim().split(/\s+/).slice(0, 3).join(" ");
    const isWord = /[\p{L}\p{N}]/u;
    return `text=${isWord.test(before) ? `${encode(before)}-,` : ""}${encode(text)}${
      isWord.test(after) ? `,-${encode(after)}` : ""
    }`;
  }
  const words = text.split(/\s+/);
  if (text.length <= FRAGMENT_CHARS_MAX || words.length <= 2 * FRAGMENT_WORDS) return `text=${encode(text)}`;
  const [first, last] = [words.slice(0, FRAGMENT_WORDS), words.slice(-FRAGMENT_WORDS)];
  return `text=${encode(first.join(" "))},${encode(last.join(" "))}`;
}
