// @ts-check
// The digest for a terminal: title, summary, key figures, who's who, reading time and grade.

import { columns, fill, harmless, wrap } from "./width.js";

// A line longer than this is hard to read.
const COLUMNS_MAX = 92;
const COLUMNS_MIN = 24;
const FIGURES_SHOWN = 8;
const ENTITIES_SHOWN = 10;
const KEYWORDS_SHOWN = 10;
const KINDS = ["person", "organisation", "place"];

/** @typedef {(text: string) => string} Paint */

/** @param {boolean} colour @returns {Record<"bold" | "dim" | "accent", Paint>} */
function paints(colour) {
  const paint = (/** @type {string} */ on, /** @type {string} */ off) => (/** @type {string} */ text) => (colour ? `\x1b[${on}m${text}\x1b[${off}m` : text);
  return { bold: paint("1", "22"), dim: paint("2", "22"), accent: paint("36", "39") };
}

/**
 * @param {import("../index.js").Digest} digest
 * @param {{ width?: number, colour?: boolean }} [view]
 */
export function toTerminal(digest, { width = 80, colour = false } = {}) {
  const wide = Math.max(COLUMNS_MIN, Math.min(width, COLUMNS_MAX));
  const paint = paints(colour);
  const parts = [
    heading(digest, wide, paint),
    summary(digest, wide, paint),
    figures(digest, wide, paint),
    people(digest, wide, paint),
    keywords(digest, wide, paint),
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** @typedef {ReturnType<typeof paints>} Paints @typedef {import("../index.js").Digest} Digest */

/** @param {Digest} digest @param {number} wide @param {Paints} paint */
function heading(digest, wide, paint) {
  const title = digest.title ? wrap(harmless(digest.title), wide).map(paint.bold) : [];
  const facts = [digest.byline, digest.siteName, day(digest.publishedTime), ...reading(digest)].filter((fact) => fact !== null);
  return [...title, ...wrap(facts.map(harmless).join(" · "), wide).map(paint.dim)];
}

/** @param {string | null} time */
const day = (time) => /^\d{4}-\d\d-\d\d/.exec(time ?? "")?.[0] ?? time;

/** @param {Digest} digest */
function reading({ readability, lang }) {
  const minutes = readability.readingMinutes;
  return [
    minutes === null ? null : `${Math.max(1, Math.round(minutes))} min read`,
    `${readability.words.toLocaleString("en")} words`,
    readability.grade === null ? null : `grade ${Math.round(readability.grade)}`,
    lang === null ? null : languageName(lang),
  ];
}

/** @param {string} lang */
function languageName(lang) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** @param {Digest} digest @param {number} wide @param {Paints} paint */
function summary(digest, wide, paint) {
  const bullets = digest.summary.flatMap(({ text }) => {
    const [first = "", ...others] = wrap(harmless(text), wide - 4);
    return [`  ${paint.accent("•")} ${first}`, ...others.map((line) => `    ${line}`)];
  });
  return section("Summary", bullets, paint);
}

/** @param {Digest} digest @param {number} wide @param {Paints} paint */
function figures(digest, wide, paint) {
  const rows = digest.figures.slice(0, FIGURES_SHOWN).map(({ text, label }) => [harmless(text), harmless(label)]);
  const left = Math.min(Math.max(0, ...rows.map(([text]) => columns(text))), Math.floor(wide / 3));
  return section("Key figures", [...table(rows, left, wide, paint.accent), ...more(digest.figures.length - FIGURES_SHOWN, paint)], paint);
}

/** People first, then organisations, then places. @param {Digest} digest @param {number} wide @param {Paints} paint */
function people(digest, wide, paint) {
  const ordered = KINDS.flatMap((kind) => digest.entities.filter((entity) => entity.kind === kind));
  const rows = ordered.slice(0, ENTITIES_SHOWN).map(({ name, kind, role, count }) => {
    const times = count > 1 ? ` · ${count}×` : "";
    return [harmless(name), `${role === null ? kind : harmless(role)}${times}`];
  });
  const left = Math.min(Math.max(0, ...rows.map(([name]) => columns(name))), Math.floor(wide / 2));
  return section("Who's who", [...table(rows, left, wide, paint.bold), ...more(digest.entities.length - ENTITIES_SHOWN, paint)], paint);
}

/** @param {string[][]} rows @param {number} left @param {number} wide @param {Paint} name */
function table(rows, left, wide, name) {
  return rows.flatMap(([key, value]) => {
    const lines = wrap(value, wide - left - 4);
    const indent = " ".repeat(left + 4);
    // What is too long for its column stands on lines of its own.
    if (columns(key) > left) return [...wrap(key, wide - 2).map((line) => `  ${name(line)}`), ...lines.map((line) => indent + line)];
    return lines.map((line, at) => (at === 0 ? `  ${name(fill(key, left))}  ${line}` : indent + line));
  });
}

/** @param {number} count @param {Paints} paint */
const more = (count, paint) => (count > 0 ? [paint.dim(`  and ${count} more: --format json has them all`)] : []);

/** @param {Digest} digest @param {number} wide @param {Paints} paint */
function keywords(digest, wide, paint) {
  const words = digest.keywords.slice(0, KEYWORDS_SHOWN).map(({ text }) => harmless(text));
  return section("Keywords", wrap(words.join(" · "), wide - 2).map((line) => `  ${line}`), paint);
}

/** @param {string} title @param {string[]} lines @param {Paints} paint */
const section = (title, lines, paint) => (lines.length > 0 ? [paint.bold(title), ...lines] : []);
