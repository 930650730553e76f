// @ts-check
// A digest → Markdown: its summary, figures and people, then the article, made from the digest's own clean HTML.
//
// Reads no other HTML than that, in one pass, with a stack of what is open: depth costs no recursion.

import { DigestError } from "./core.js";

/** @typedef {import("./index.js").Digest} Digest */
/** @typedef {"title" | "summary" | "figures" | "entities" | "article"} Part */

/** @type {Part[]} */
const ALL = ["title", "summary", "figures", "entities", "article"];

/**
 * @param {Digest} digest
 * @param {{ parts?: Part[] }} [options]
 */
export function toMarkdown(digest, { parts = ALL } = {}) {
  if (typeof digest?.html !== "string" || !Array.isArray(digest.summary)) throw new DigestError("bad-input", "toMarkdown takes a digest");
  const wanted = new Set(parts);
  const lone = wanted.size === 1;
  const section = (/** @type {Part} */ part, /** @type {string} */ title, /** @type {string} */ body) =>
    wanted.has(part) && body !== "" ? [lone ? body : `## ${title}\n\n${body}`] : [];
  const blocks = [
    ...(wanted.has("title") ? heading(digest) : []),
    ...section("summary", "Summary", digest.summary.map(({ text }) => `- ${escaped(line(text))}`).join("\n")),
    ...section("figures", "Key figures", digest.figures.map(({ text, label }) => `- **${escaped(line(text))}** – ${escaped(line(label))}`).join("\n")),
    ...section("entities", "Who’s who", digest.entities.map(entity).join("\n")),
    ...section("article", "Article", htmlToMarkdown(digest.html)),
  ];
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** @param {Digest} digest */
function heading({ title, byline, siteName, publishedTime, canonicalUrl }) {
  const facts = [byline, siteName, publishedTime?.slice(0, 10) ?? null].filter((fact) => fact !== null).map((fact) => escaped(line(fact)));
  const link = canonicalUrl === null ? [] : [`<${canonicalUrl.replace(/[<>\s]/g, encodeURIComponent)}>`];
  const under = [...facts, ...link].join(" · ");
  return [...(title === null ? [] : [`# ${escaped(line(title))}`]), ...(under === "" ? [] : [under])];
}

/** @param {Digest["entities"][number]} entity */
const entity = ({ name, kind, role, count }) => `- **${escaped(line(name))}** – ${escaped(line(role ?? kind))}${count > 1 ? ` (${count}×)` : ""}`;

/** @param {string} text */
const line = (text) => text.replace(/\s+/g, " ").trim();

/** @param {string} text */
const escaped = (text) =>
  text
    .replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/^(\s*)([#>+=~-]|\d+(?=[.)]))/, (_, blank, mark) => (/\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`))
    .replace(/&(?=#?\w+;)/g, "\\&");

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad" };

/** @param {string} text */
const decoded = (text) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const BLOCKS = new Set("p div section article header footer figure figcaption blockquote ul ol li pre table thead tbody tfoot tr th td caption h1 h2 h3 h4 h5 h6 hr dl dt dd details summary address main".split(" "));
/** @type {Record<string, string>} */
const MARKS = { em: "*", i: "*", cite: "*", strong: "**", b: "**", del: "~~", s: "~~" };

// Deeper than this, a list or a quotation gets no further indent: the text matters, its depth doesn't.
const DEPTH_MAX = 12;

/**
 * The clean HTML of a digest as Markdown.
 * @param {string} html
 */
export function htmlToMarkdown(html) {
  const writer = new Writer();
  for (const [, closing, name, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)/gi)) {
    if (text !== undefined) writer.text(decoded(text));
    else if (closing) writer.close(name.toLowerCase());
    else writer.open(name.toLowerCase(), attributes);
  }
  return writer.finish();
}

/** @param {string} attributes @param {string} name */
function attribute(attributes, name) {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}

class Writer {
  /** @type {string[]} */ #blocks = [];
  /** Each open list item and quotation: what every further line begins with, and what the next one does. @type {{ name: string, first: string, then: string }[]} */
  #indents = [];
  /** @type {{ ordered: boolean, count: number }[]} */ #lists = [];
  #inline = "";
  /** @type {number | undefined} */ #heading;
  /** @type {string | undefined} */ #code;
  #pre = 0;
  #language = "";
  /** @type {{ rows: string[][], depth: number } | undefined} */ #table;
  /** @type {(string | undefined)[]} */ #links = [];
  #tight = false;

  /** @param {string} text */
  text(text) {
    if (this.#code !== undefined) this.#code += text;
    else if (this.#pre > 0) this.#inline += text;
    else this.#inline += this.#inline === "" ? escaped(text.replace(/\s+/g, " ").trimStart()) : escaped(` ${text}`.replace(/\s+/g, " ")).slice(/^\s/.test(text) ? 0 : 1);
  }

  /** @param {string} name @param {string} attributes */
  open(name, attributes) {
    if (this.#code !== undefined) return;
    if (this.#pre > 0) {
      if (name === "code") this.#language ||= /language-([\w+#-]+)/.exec(attribute(attributes, "class") ?? "")?.[1] ?? "";
      if (name === "br") this.#inline += "\n";
      if (name === "pre") this.#pre += 1;
      return;
    }
    if (BLOCKS.has(name)) this.#openBlock(name, attributes);
    else this.#openInline(name, attributes);
  }

  /** @param {string} name @param {string} attributes */
  #openBlock(name, attributes) {
    if (this.#table) {
      if (name === "table") this.#table.depth += 1;
      else if (this.#table.depth > 1) this.#inline += " ";
      else if (name === "tr") this.#table.rows.push([]);
      else if (name === "td" || name === "th") this.#inline = "";
      else this.#inline += " ";
      return;
    }
    this.#flush();
    const heading = /^h([1-6])$/.exec(name);
    if (heading) this.#heading = Math.min(6, Number(heading[1]) + 1);
    else if (name === "hr") this.#block("---");
    else if (name === "ul" || name === "ol") this.#lists.push({ ordered: name === "ol", count: Number(attribute(attributes, "start") ?? 1) || 1 });
    else if (name === "li") this.#openItem();
    else if (name === "dd") this.#indents.push({ name, first: ": ", then: "  " });
    else if (name === "blockquote") this.#indents.push({ name, first: "> ", then: "> " });
    else if (name === "table") this.#table = { rows: [], depth: 1 };
    else if (name === "pre") {
      this.#pre = 1;
      this.#language = /language-([\w+#-]+)/.exec(attribute(attributes, "class") ?? "")?.[1] ?? "";
    }
  }

  #openItem() {
    const list = this.#lists.at(-1);
    const marker = list?.ordered ? `${list.count++}. ` : "- ";
    this.#indents.push({ name: "li", first: marker, then: " ".repeat(marker.length) });
    this.#tight = true;
  }

  /** @param {string} name @param {string} attributes */
  #openInline(name, attributes) {
    if (name in MARKS) this.#inline += MARKS[name];
    else if (name === "code" || name === "kbd" || name === "samp") this.#code = "";
    else if (name === "br") this.#inline += this.#table ? " " : "\\\n";
    else if (name === "img") this.#inline += image(attributes);
    else if (name === "a") {
      this.#links.push(attribute(attributes, "href"));
      this.#inline += this.#links.at(-1) === undefined ? "" : "[";
    }
  }

  /** @param {string} name */
  close(name) {
    if (this.#code !== undefined) {
      if (name === "code" || name === "kbd" || name === "samp") this.#closeCode();
      return;
    }
    if (this.#pre > 0) {
      if (name === "pre" && --this.#pre === 0) this.#closePre();
      return;
    }
    if (name in MARKS) this.#closeMark(MARKS[name]);
    else if (name === "a") this.#closeLink();
    else if (this.#table) this.#closeInTable(name);
    else if (BLOCKS.has(name)) this.#closeBlock(name);
  }

  #closeCode() {
    const text = (this.#code ?? "").replace(/\s+/g, " ");
    const fence = "`".repeat(longestRun(text, "`") + 1);
    const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
    this.#code = undefined;
    if (text.trim() !== "") this.#inline += `${fence}${pad}${text}${pad}${fence}`;
  }

  #closePre() {
    const text = this.#inline.replace(/^\n|\s+$/g, "");
    this.#inline = "";
    const fence = "`".repeat(Math.max(3, longestRun(text, "`") + 1));
    if (text !== "") this.#block(`${fence}${this.#language}\n${text}\n${fence}`);
  }

  /** Marks hug their words: blanks go outside, and empty ones go. @param {string} mark */
  #closeMark(mark) {
    const at = this.#inline.lastIndexOf(mark);
    if (at < 0) return;
    const inner = this.#inline.slice(at + mark.length);
    if (inner.trim() === "") this.#inline = this.#inline.slice(0, at) + inner;
    else this.#inline = `${this.#inline.slice(0, at)}${/^\s*/.exec(inner)?.[0]}${mark}${inner.trim()}${mark}${/\s*$/.exec(inner)?.[0]}`;
  }

  #closeLink() {
    const href = this.#links.pop();
    if (href === undefined) return;
    if (this.#inline.endsWith("[")) this.#inline = this.#inline.slice(0, -1);
    else this.#inline += `](${address(href)})`;
  }

  /** @param {string} name */
  #closeInTable(name) {
    const table = /** @type {{ rows: string[][], depth: number }} */ (this.#table);
    if (name === "table" && --table.depth === 0) {
      this.#table = undefined;
      this.#inline = "";
      this.#block(rows(table.rows));
    } else if (table.depth === 1 && (name === "td" || name === "th")) {
      if (table.rows.length === 0) table.rows.push([]);
      table.rows.at(-1)?.push(this.#inline.replace(/\s+/g, " ").trim().replace(/\|/g, "\\|"));
      this.#inline = "";
    } else if (table.depth === 1 && name === "caption") {
      this.#inline = this.#inline.trim();
      this.#table = undefined;
      this.#flush();
      this.#table = table;
    } else {
      this.#inline += " ";
    }
  }

  /** @param {string} name */
  #closeBlock(name) {
    this.#flush();
    if (name === "ul" || name === "ol") this.#lists.pop();
    else if (name === "li" || name === "dd" || name === "blockquote") {
      const at = this.#indents.findLastIndex((indent) => indent.name === name);
      if (at >= 0) this.#indents.length = at;
    }
    this.#tight = name === "li";
  }

  #flush() {
    const text = this.#inline.replace(/[ \t]+\n/g, "\n").replace(/(?:\\\n)+$/, "").trim();
    this.#inline = "";
    const heading = this.#heading;
    this.#heading = undefined;
    if (text !== "") this.#block(heading === undefined ? text : `${"#".repeat(heading)} ${text.replace(/\\?\n/g, " ")}`);
  }

  /** @param {string} text */
  #block(text) {
    if (text === "") return;
    const indents = this.#indents.slice(0, DEPTH_MAX);
    const first = indents.map((indent) => indent.first).join("");
    const then = indents.map((indent) => indent.then).join("");
    const [head, ...others] = text.split("\n");
    const block = [first + head, ...others.map((line) => (then + line).trimEnd())].join("\n");
    // What opened an item or a quotation is written once.
    for (const indent of this.#indents) indent.first = indent.then;
    const apart = this.#blocks.length > 0 && !(this.#tight && indents.length > 0);
    const quoted = indents.filter((indent) => indent.name === "blockquote").map((indent) => indent.then).join("").trimEnd();
    if (apart) this.#blocks.push(quoted && this.#blocks.at(-1)?.startsWith(quoted) ? quoted : "");
    this.#blocks.push(block);
    this.#tight = false;
  }

  finish() {
    this.#flush();
    return this.#blocks.join("\n").trim();
  }
}

/** @param {string} attributes */
function image(attributes) {
  const source = attribute(attributes, "src");
  return source === undefined || source.startsWith("data:") ? "" : `![${escaped(line(attribute(attributes, "alt") ?? ""))}](${address(source)})`;
}

/** @param {string} url */
const address = (url) => url.trim().replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);

/** @param {string} text @param {string} character */
function longestRun(text, character) {
  let longest = 0;
  let run = 0;
  for (const one of text) longest = Math.max(longest, (run = one === character ? run + 1 : 0));
  return longest;
}

/** @param {string[][]} all */
function rows(all) {
  const filled = all.filter((row) => row.some((cell) => cell !== ""));
  if (filled.length === 0) return "";
  const wide = Math.max(...filled.map((row) => row.length));
  const written = filled.map((row) => `| ${[...row, ...Array(wide - row.length).fill("")].join(" | ")} |`);
  return [written[0], `|${" --- |".repeat(wide)}`, ...written.slice(1)].join("\n");
}
