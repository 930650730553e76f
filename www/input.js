// @ts-check
// What came in → a string: bytes are decoded as browsers do, and markup is told from plain text.

/** @typedef {"html" | "text"} InputType */

// How far into a document its own word on its encoding is looked for.
const PRESCAN_BYTES = 4096;

/**
 * Bytes as text: by their byte order mark, then by what HTTP says, then by what the document says, then as UTF-8.
 * @param {Uint8Array} bytes
 * @param {string} [charset] from HTTP
 */
export function decode(bytes, charset) {
  const label = byteOrderMark(bytes) ?? charset ?? declared(bytes) ?? "utf-8";
  return decoder(label).decode(bytes);
}

/** @param {string} label */
function decoder(label) {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

/** @param {Uint8Array} bytes */
function byteOrderMark(bytes) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return undefined;
}

/**
 * The encoding that a document's head declares (HTML Standard, "prescan a byte stream to determine its encoding").
 * @param {Uint8Array} bytes
 */
function declared(bytes) {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN_BYTES));
  const xml = /^<\?xml[^>]*?\bencoding\s*=\s*["']([^"'>]+)["']/.exec(head);
  if (xml) return ascii(xml[1]);
  for (const [tag] of head.replace(/<!--[\s\S]*?(?:-->|$)/g, "").matchAll(/<meta[\s/][^>]*/gi)) {
    const charset = attribute(tag, "charset");
    if (charset) return ascii(charset);
    if (attribute(tag, "http-equiv")?.toLowerCase() !== "content-type") continue;
    const content = charsetOf(attribute(tag, "content"));
    if (content) return ascii(content);
  }
  return undefined;
}

/** A declaration that could be read is in a superset of ASCII, whatever it says. @param {string} label */
function ascii(label) {
  const name = label.trim().toLowerCase();
  if (/^utf-?16|^ucs-2|^unicode$/.test(name)) return "utf-8";
  return name === "x-user-defined" ? "windows-1252" : name;
}

/** @param {string} tag @param {string} name */
function attribute(tag, name) {
  const found = new RegExp(`[\\s/"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** The charset of a content type. @param {string | null | undefined} contentType */
export function charsetOf(contentType) {
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType ?? "");
  return (found?.[1] ?? found?.[2] ?? found?.[3])?.trim() || undefined;
}

/** What a content type says of the input, where it says anything. @param {string | null | undefined} contentType @returns {InputType | undefined} */
export function typeOfContent(contentType) {
  const type = contentType?.split(";")[0].trim().toLowerCase();
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  // text/plain says nothing: a Response made from a string has it whatever the string is.
  return type === "text/markdown" ? "text" : undefined;
}

const OPENING = /^[\s\ufeff]*<(?:!doctype|\?xml|!--|html|head|body|title|meta|link|script|style|base|header|nav|main|article|section|aside|footer|div|p|h[1-6]|ul|ol|dl|table|blockquote|pre|figure|img|a|span|b|i|em|strong|center|font|br|hr|form|frameset|noframes|noscript|template|iframe|svg|math|picture|video|button|label|textarea|details|plaintext)(?=[\s>/])/i;
const TAG = /<\/?(?:html|body|div|p|article|section|main|span|a|h[1-6]|ul|ol|li|table|tr|td|blockquote|em|strong|b|i|br|hr|img)(?:\s[^<>]*)?\/?>/gi;

// A text that opens with words is markup when it has at least one tag in so many characters, and no fewer than two.
const CHARACTERS_A_TAG = 400;

/**
 * Markup or plain text, told from the text itself.
 * @param {string} text
 * @returns {InputType}
 */
export function typeOf(text) {
  if (OPENING.test(text)) return "html";
  const tags = text.match(TAG)?.length ?? 0;
  return tags >= 2 && tags * CHARACTERS_A_TAG >= text.length ? "html" : "text";
}
