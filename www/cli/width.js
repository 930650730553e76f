// @ts-check
// How wide a text is in a terminal, and where its lines break.

// Characters that no terminal should get from a page: they could move the cursor or colour what follows.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A page's words, harmless in a terminal and on one line. @param {string} text */
export const harmless = (text) => text.replace(/\s+/g, " ").replace(CONTROLS, "");

const ZERO = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE = /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}])$/u;

/** Columns that a text takes. @param {string} text */
export function columns(text) {
  let wide = 0;
  for (const character of text) wide += width(character);
  return wide;
}

/** @param {string} character */
function width(character) {
  if (character < "\u0300") return 1;
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/**
 * The lines of a text, none wider than `limit` columns. Breaks at blanks, and between wide characters.
 * @param {string} text
 * @param {number} limit
 */
export function wrap(text, limit) {
  const lines = [];
  let line = "";
  let wide = 0;
  for (const piece of pieces(text)) {
    for (const part of parts(piece, limit)) {
      if (wide > 0 && wide + columns(part.trimEnd()) > limit) {
        lines.push(line.trimEnd());
        line = "";
        wide = 0;
      }
      line += part;
      wide += columns(part);
    }
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  return lines;
}

/** What isn't broken: a word with its blank, or one wide character with the punctuation after it. @param {string} text */
function pieces(text) {
  return text.match(/[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60][、。，．！？；：」』）】》〉・ー]*\s*|[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]+\s*|\s+/gu) ?? [];
}

/** A piece, or the parts of one that is wider than a line. @param {string} piece @param {number} limit */
function* parts(piece, limit) {
  let from = 0;
  let wide = 0;
  let at = 0;
  for (const character of piece.trimEnd()) {
    const takes = width(character);
    if (wide + takes > limit && wide > 0) {
      yield piece.slice(from, at);
      from = at;
      wide = 0;
    }
    wide += takes;
    at += character.length;
  }
  yield piece.slice(from);
}

/** Filled with blanks up to `limit` columns. @param {string} text @param {number} limit */
export const fill = (text, limit) => text + " ".repeat(Math.max(0, limit - columns(text)));
