// @ts-check
// The shape of the package @mozilla/readability 0.6 over nutgraf. Reads the document and leaves it as it is.

import { walk } from "./walk.js";

/**
 * @typedef {object} ReadabilityOptions
 * @property {boolean} [debug] taken, without effect
 * @property {number} [maxElemsToParse] more elements than this are an error; 0 is no limit
 * @property {number} [nbTopCandidates] taken, without effect
 * @property {number} [charThreshold] taken, without effect: a short article is an article
 * @property {string[]} [classesToPreserve] taken, without effect: the content has no classes
 * @property {boolean} [keepClasses] taken, without effect
 * @property {(element: any) => any} [serializer] makes `content` from the article's element
 * @property {boolean} [disableJSONLD] taken, without effect
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
      const { maxElemsToParse = 0, serializer } = this.#options;
      refuseMore(this.#document, maxElemsToParse);
      const digest = digestOf(this.#document);
      if (!digest.readable) return null;
      const content = `${OPENING}${digest.html}${CLOSING}`;
      return {
        title: digest.title ?? "",
        byline: digest.byline,
        dir: this.#document.documentElement.getAttribute("dir") || digest.dir,
        lang: digest.lang,
        content: serializer ? serializer(elementOf(this.#document, content)) : content,
        textContent: digest.text,
        length: digest.text.length,
        excerpt: digest.excerpt,
        siteName: digest.siteName,
        publishedTime: digest.publishedTime,
      };
    }
  }

  /** @param {any} document @returns {import("./index.js").Digest} */
  function digestOf(document) {
    const { events, strings } = walk(document);
    return engine.call("digestLive", events, strings, {});
  }

  /**
   * Whether `parse` would find an article. With options, also whether its paragraphs of `minContentLength` characters and
   * more reach `minScore`, each adding the square root of what it has above that length.
   * @param {any} document
   * @param {{ minScore?: number, minContentLength?: number, visibilityChecker?: (node: any) => boolean } | ((node: any) => boolean)} [options]
   */
  function isProbablyReaderable(document, options) {
    const { minScore, minContentLength } = typeof options === "object" && options !== null ? options : {};
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

/** @param {any} document @param {number} limit */
function refuseMore(document, limit) {
  if (!(limit > 0)) return;
  const found = document.getElementsByTagName("*").length;
  if (found > limit) throw new Error(`Aborting parsing document; ${found} elements found`);
}

/** @param {any} document @param {string} html */
function elementOf(document, html) {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder.firstElementChild ?? holder;
}

