// Digest → what Copy gives: plain text or Markdown, with links that lead to the sentences in their page.

import { textFragment } from "../highlight.js";

/** @typedef {import("../index.js").Digest} Digest */
/** @typedef {import("../highlight.js").Marked} Marked */

/** The address of the page that scrolls to these items and marks them. @param {string} address @param {readonly Marked[]} items */
export function linkTo(address, items) {
  // A page may keep its own address behind the "#".
  const [page] = address.split(":~:");
  return `${page}${page.includes("#") ? "" : "#"}:~:${items.map(textFragment).join("&")}`;
}

/**
 * The digest as text that can be pasted anywhere: title, sentences, figures, and one link to the sentences in the page.
 * @param {Digest} digest
 * @param {string} address
 */
export function asText(digest, address) {
  const figures = digest.figures.slice(0, 5).map((figure) => `${figure.text} (${figure.label})`);
  return [
    digest.title,
    digest.summary.map((sentence) => `• ${sentence.text}`).join("\n"),
    figures.join("\n"),
    digest.summary.length ? linkTo(address, digest.summary) : address,
  ].filter(Boolean).join("\n\n");
}

/** @param {string} text */
const escape = (text) => text.replace(/[\\`*_[\]<>#|]/g, "\\$&");

/** The digest as Markdown: each sentence and figure with a link of its own. @param {Digest} digest @param {string} address */
export function asMarkdown(digest, address) {
  /** @param {any} item */
  const link = (/** @type {Marked} */ item) => `[↗](<${linkTo(address, [item])}>)`;
  return [
    digest.title ? `## [${escape(digest.title)}](<${address}>)` : null,
    digest.summary.map((sentence) => `- ${escape(sentence.text)} ${link(sentence)}`).join("\n"),
    digest.figures.slice(0, 5).map((figure) => `- **${escape(figure.text)}** ${escape(figure.label)} ${link(figure)}`).join("\n"),
  ].filter(Boolean).join("\n\n");
}

/**
 * Puts a text on the clipboard; the old way where the new one is missing or refused. `shadow` lends a place for it. Tells
 * whether it is there.
 * @param {string} text
 * @param {ShadowRoot} shadow
 */
export async function toClipboard(text, shadow) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    shadow.append(field);
    const before = /** @type {HTMLElement | null} */ (shadow.activeElement);
    field.select();
    const isThere = document.execCommand("copy");
    field.remove();
    before?.focus();
    return isThere;
  }
}
