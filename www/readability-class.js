// @ts-check
// The shape of the package @mozilla/readability 0.6 over nutgraf. Reads the document and leaves it as it is.

import { walk } from "./walk.js";

/**
 * @typedef {object} ReadabilityOptions
 * @property {boolean} [debug] taken, without effect
 * @property {number} [maxElemsToParse] more elements than this are an error; 0 is no limit
 * @property {number} [nbTopCandidates] taken, without effect
 * @property {number} [charThreshold] taken, without effect: a short article is an article
 * @property {string[]} [classesToPreserve] class names that stay in the content, beside "page"
 * @property {boolean} [keepClasses] all of them stay
 * @property {(element: any) => any} [serializer] makes `content` from the article's element
 * @property {boolean} [disableJSONLD] what the page says of itself in JSON-LD isn't believed
 * @property {RegExp} [allowedVideoRegex] taken, without effect: the content has no frames
 * @property {number} [linkDensityModifier] taken, without effect
 */

// What the original wraps its content in; style sheets and scripts look for it.
const OPENING = '<div id="readability-page-1" class="page">';
const CLOSING = "</div>";

const NEAR_MIN_SCORE = 20;
const NEAR_MIN_LENGTH = 140;

/**
 * The package's two exports over an engine that is ready.
 * @param {import("./core.js").Engine} engine
 */
export function readabilityOver(engine) {
  class Readability {
    #document;
    #options;

    /** @param {any} document @param {ReadabilityOptions} [options] */
    constructor(document, options) {
      if (!document?.documentElement) throw new Error("First argument to Readability constructor should be a document object.");
      this.#document = document;
      this.#options = options ?? {};
    }

    /** The article; null where there is none. */
    parse() {
      const { maxElemsToParse = 0, serializer, keepClasses, classesToPreserve = [], disableJSONLD } = this.#options;
      refuseMore(this.#document, maxElemsToParse);
      const classes = keepClasses ? ["*"] : ["page", ...classesToPreserve];
      const digest = digestOf(this.#document, { classes, ...(disableJSONLD && { jsonLd: "drop" }) });
      if (!digest.readable) return null;
      const content = `${OPENING}${digest.html}${CLOSING}`;
      const textContent = textOf(digest.html);
      return {
        title: digest.title ?? "",
        byline: digest.byline,
        dir: declaredDirection(this.#document),
        lang: digest.lang,
        content: serializer ? serializer(elementOf(this.#document, content)) : content,
        textContent,
        length: textContent.length,
        excerpt: digest.excerpt,
        siteName: digest.siteName,
        publishedTime: digest.publishedTime,
      };
    }
  }

  /** @param {any} document @param {object} [options] @returns {import("./index.js").Digest} */
  function digestOf(document, options = {}) {
    const { events, strings } = walk(document);
    return engine.call("digestLive", events, strings, options);
  }

  /**
   * Whether `parse` would find an article. With options, also whether its paragraphs of `minContentLength` characters and
   * more reach `minScore`, each adding the square root of what it has above that length.
   * @param {any} document
   * @param {{ minScore?: number, minContentLength?: number, visibilityChecker?: (node: any) => boolean } | ((node: any) => boolean)} [options]
   */
  function isProbablyReaderable(document, options) {
    const { minScore, minContentLength, visibilityChecker } = typeof options === "function" ? { visibilityChecker: options } : (options ?? {});
    if (visibilityChecker && !someIsVisible(document, visibilityChecker)) return false;
    if (minScore === undefined && minContentLength === undefined) {
      const { events, strings } = walk(document);
      return /** @type {boolean} */ (engine.call("isReadableLive", events, strings, {}));
    }
    const digest = digestOf(document);
    const least = minContentLength ?? NEAR_MIN_LENGTH;
    const lengths = digest.text.split("\n\n").map((paragraph) => paragraph.length - least);
    const score = lengths.filter((more) => more >= 0).reduce((sum, more) => sum + Math.sqrt(more), 0);
    return digest.readable && score > (minScore ?? NEAR_MIN_SCORE);
  }

  return { Readability, isProbablyReaderable };
}

/** @param {any} document @param {(node: any) => boolean} isVisible */
function someIsVisible(document, isVisible) {
  const texts = Array.from(document.querySelectorAll("p, pre, article, br"));
  return texts.length === 0 || texts.some((node) => isVisible(node));
}

/** @param {any} document @param {number} limit */
function refuseMore(document, limit) {
  if (!(limit > 0)) return;
  const found = document.getElementsByTagName("*").length;
  if (found > limit) throw new Error(`Aborting parsing document; ${found} elements found`);
}

/** The direction that the document declares; null where it declares none, as in the original. @param {any} document */
function declaredDirection({ documentElement, body }) {
  return documentElement.getAttribute("dir") || body?.getAttribute("dir") || null;
}

// The digest's HTML is well-formed: tags with quoted attributes, and texts in between.
const TOKEN = /<(\/?)([a-z][a-z0-9-]*)((?: [^ =>]+(?:="[^"]*")?)*) ?\/?>|([^<]+)/gi;
const ATTRIBUTE = / ([^ =>]+)(?:="([^"]*)")?/g;
const VOID = new Set(["area", "br", "col", "hr", "img", "source", "track", "wbr"]);
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
const MATH = "http://www.w3.org/1998/Math/MathML";

/** @param {string} text */
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name) => NAMED[/** @type {keyof typeof NAMED} */ (name)]);

// Elements that start a line of their own.
const LINE = /^(?:blockquote|br|caption|d[dltv]|details|fig.*|h[1-6]|hr|li|ol|p|pre|summary|table|tr|ul)$/;

/** The text of the content: with the captions, which the digest's text hasn't. @param {string} html */
function textOf(html) {
  let text = "";
  for (const [, , name, , run] of html.matchAll(TOKEN)) {
    if (run !== undefined) text += unescaped(run);
    else if (LINE.test(name)) text += "\n";
    else if (/^t[dh]$/.test(name)) text += "\t";
  }
  return text.replace(/\s*\n\s*\n\s*/g, "\n\n").trim();
}

/**
 * The element of the article, made node by node: a page whose policy asks for Trusted Types parses no string.
 * @param {any} document @param {string} html
 */
function elementOf(document, html) {
  const holder = document.createElement("div");
  let open = holder;
  for (const [, closing, name, attributes, text] of html.matchAll(TOKEN)) {
    if (text !== undefined) open.append(document.createTextNode(unescaped(text)));
    else if (closing) open = open.parentNode ?? holder;
    else {
      const inMath = name === "math" || open.namespaceURI === MATH;
      const element = inMath ? document.createElementNS(MATH, name) : document.createElement(name);
      for (const [, key, value = ""] of attributes.matchAll(ATTRIBUTE)) element.setAttribute(key, unescaped(value));
      open.append(element);
      if (!VOID.has(name)) open = element;
    }
  }
  return holder.firstElementChild ?? holder;
}
