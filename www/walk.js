// A live DOM → the record that src/page/live.rs reads and describes. Takes a Document or an Element of a browser, jsdom
// or linkedom; gives { events, strings }. Changes nothing on the page and reads no field's current value.

/** @typedef {((element: any) => boolean) | null} Shows */
/** @typedef {{ next: any, list: any[] | null, at: number, hides: boolean, last: any }} Rest */

const VERSION = 1;
const [END, TEXT, BEGIN, BEGIN_HIDDEN, ATTRIBUTE, ADDRESS] = [0, 1, 2, 3, 4, 5];

/** Elements whose content is never read: it is code, a drawing, a choice in a form or another document. */
const OPAQUE = new Set(
  "canvas datalist embed iframe noembed noframes object script select style svg template textarea".split(" "),
);

/** Elements that no style displays, so that being undisplayed says nothing about them. */
const UNDISPLAYED = new Set(
  "area base col head link meta noscript param script source style template title track".split(" "),
);

/** Longer than this, an attribute is data and no description. `content` and `href` may be longer. */
const ATTRIBUTE_CHARS_MAX = 2048;

/** What of a style attribute can hide an element. */
const HIDING = /display|visibility/i;

/** Our own element: the panel isn't part of the page that it sums up. */
const OWN = "nutgraf-summary";

/**
 * The record of a document, or of one element: then its document's head and the elements around it come too, without
 * their other content.
 * @param {Document | Element} root
 */
export function walk(root) {
  const document = root.ownerDocument ?? root;
  const record = new Record();
  const address = document.URL;
  if (/^https?:/.test(address)) record.add(ADDRESS, address);
  const shows = displays(document);
  if (root === document) {
    walkSubtree(document.documentElement, record, shows);
  } else {
    walkElement(root, document, record, shows);
  }
  return record.finish();
}

/**
 * One element with the document's head before it and the elements that hold it around it.
 * @param {any} element
 * @param {any} document
 * @param {Record} record
 * @param {Shows} shows
 */
function walkElement(element, document, record, shows) {
  const holders = [];
  for (let at = parentOf(element); at; at = parentOf(at)) holders.unshift(at);
  for (const holder of holders) {
    begin(holder, record, BEGIN);
    if (holder === document.documentElement && document.head && !document.head.contains(element)) {
      walkSubtree(document.head, record, shows);
    }
  }
  walkSubtree(element, record, shows);
  for (let i = 0; i < holders.length; i++) record.end();
}

/** The element that holds a node; a shadow root's is its host. @param {any} node */
function parentOf(node) {
  const parent = node.parentNode;
  if (parent?.nodeType === 11) return parent.host ?? null;
  return parent?.nodeType === 1 ? parent : null;
}

/**
 * Walks one subtree as it is displayed. Without recursion: the page decides the depth.
 * @param {any} top
 * @param {Record} record
 * @param {Shows} shows
 */
function walkSubtree(top, record, shows) {
  // What is still to be visited inside each open element, innermost last: the next node, or the rest of a list.
  /** @type {Rest[]} */
  const open = [];
  let hiddenDepth = 0;
  /** @type {Rest | undefined} */
  let rest = { next: top, list: null, at: 0, hides: false, last: top };
  for (;;) {
    const node = take(rest);
    if (!node) {
      if (rest.hides) hiddenDepth--;
      rest = open.pop();
      if (!rest) return;
      record.end();
      continue;
    }
    if (node.nodeType === 3 || node.nodeType === 4) {
      record.text(node.data);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const name = nameOf(node);
    if (name === OWN) continue;
    const hides = hiddenDepth === 0 && shows !== null && !UNDISPLAYED.has(name) && !shows(node);
    begin(node, record, hides ? BEGIN_HIDDEN : BEGIN);
    if (isClosed(node, name, shows !== null)) {
      if (name === "script" && node.getAttribute("type") === "application/ld+json") record.text(node.textContent);
      record.end();
      continue;
    }
    open.push(rest);
    if (hides) hiddenDepth++;
    rest = contentOf(node, name, hides);
  }
}

/** The next node of what is still to be visited. @param {Rest} rest */
function take(rest) {
  if (rest.list) return rest.list[rest.at++];
  const node = rest.next;
  rest.next = node === null || node === rest.last ? null : node.nextSibling;
  return node;
}

/**
 * What an element displays: the content of its open shadow root, what fills a slot, or its children.
 * @param {any} element
 * @param {string} name
 * @param {boolean} hides
 */
function contentOf(element, name, hides) {
  const content = element.shadowRoot ?? element;
  const list = name === "slot" && element.assignedNodes ? element.assignedNodes() : null;
  return { next: content.firstChild, list: list?.length ? list : null, at: 0, hides, last: null };
}

/** True where an element's content isn't read. @param {any} element @param {string} name @param {boolean} isRendered */
function isClosed(element, name, isRendered) {
  if (OPAQUE.has(name) || element.hasAttribute("data-nutgraf-ignore")) return true;
  // Where scripts run, the content of <noscript> is one text that no reader sees.
  return name === "noscript" && isRendered && !element.firstElementChild;
}

/** @param {any} element */
function nameOf(element) {
  return element.localName ?? element.nodeName.toLowerCase();
}

/** @param {any} element @param {Record} record @param {number} event */
function begin(element, record, event) {
  record.add(event, nameOf(element));
  if (!element.hasAttributes()) return;
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name);
    if (!isNoise(name, value)) record.attribute(name, value);
  }
}

/**
 * True for what says nothing of an element: scripts' handlers, embedded data, styles that hide nothing.
 * @param {string} name
 * @param {string} value
 */
function isNoise(name, value) {
  if (name === "style") return !HIDING.test(value);
  if (name.startsWith("on")) return true;
  return value.length > ATTRIBUTE_CHARS_MAX && (value.startsWith("data:") || (name !== "content" && name !== "href"));
}

/**
 * A test whether an element is displayed, or null where nothing is: in a document that has no window, in jsdom, and
 * while the whole page is kept invisible.
 * @param {any} document
 */
function displays(document) {
  const view = document.defaultView;
  const body = document.body;
  if (!view || !body?.getClientRects || !isDisplayed(body)) return null;
  return isDisplayed;

  /** @param {any} element */
  function isDisplayed(element) {
    const seen = element.checkVisibility
      ? element.checkVisibility({ visibilityProperty: true })
      : element.getClientRects().length > 0;
    if (seen) return true;
    // An element may have no box of its own and still show its content; a closed <details> or a skipped part of the
    // page can be opened by the reader.
    const style = view.getComputedStyle(element);
    return element !== body && style.display !== "none" && style.visibility === "visible";
  }
}

/** Grows the two halves of a record. */
class Record {
  #events = new Uint8Array(4096);
  #count = 0;
  /** @type {string[]} */ #strings = [];

  constructor() {
    this.#push(VERSION);
  }

  /** @param {number} event @param {string} string */
  add(event, string) {
    this.#push(event);
    this.#strings.push(string.includes("\0") ? string.replaceAll("\0", "\uFFFD") : string);
  }

  /** @param {string} characters */
  text(characters) {
    if (characters) this.add(TEXT, characters);
  }

  /** @param {string} name @param {string} value */
  attribute(name, value) {
    this.add(ATTRIBUTE, name.toLowerCase());
    this.#strings.push(value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value);
  }

  end() {
    this.#push(END);
  }

  finish() {
    const strings = this.#strings.length ? this.#strings.join("\0") + "\0" : "";
    return { events: this.#events.slice(0, this.#count), strings };
  }

  /** @param {number} byte */
  #push(byte) {
    if (this.#count === this.#events.length) {
      const larger = new Uint8Array(this.#count * 2);
      larger.set(this.#events);
      this.#events = larger;
    }
    this.#events[this.#count++] = byte;
  }
}
