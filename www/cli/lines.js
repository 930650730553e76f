// @ts-check
// A stream of bytes → its lines, in bounded memory.

/**
 * @typedef {{ number: number, text: string } | { number: number, tooLong: number }} Line
 */

/**
 * The lines of a stream, numbered from 1, without those that are blank. A line of more than `limit` bytes is dropped as it
 * comes, and told.
 * @param {AsyncIterable<Buffer>} stream
 * @param {number} limit
 * @returns {AsyncGenerator<Line>}
 */
export async function* linesOf(stream, limit) {
  let number = 0;
  let length = 0;
  /** @type {Buffer[]} */
  let parts = [];
  const take = () => {
    number += 1;
    const text = length > limit ? undefined : Buffer.concat(parts).toString("utf8");
    const bytes = length;
    parts = [];
    length = 0;
    if (text === undefined) return { number, tooLong: bytes };
    return text.trim() === "" ? undefined : { number, text: number === 1 ? text.replace(/^\ufeff/, "") : text };
  };
  const keep = (/** @type {Buffer} */ part) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      from = at + 1;
      const line = take();
      if (line) yield line;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (length > 0) {
    const line = take();
    if (line) yield line;
  }
}
