// @ts-check
// A stream of bytes → its lines, in bounded memory.

/**
 * Where reading can begin anew: at the byte `at`, before which `before` items have been read.
 * @typedef {{ at: number, before: number }} Place
 * @typedef {{ number: number, after: number, from: Place, size: number, bytes?: Uint8Array }} Line `after` is the number of the one
 *   given before it; a line too long has no bytes
 */

const NEWLINE = 10;
const BLANK = new Set([9, 11, 12, 13, 32]);

/**
 * The lines of a stream, numbered from 1, without those that are blank. A line of more than `limit` bytes is dropped as it
 * comes, and told.
 * @param {AsyncIterable<Buffer>} stream what stands from `start` on
 * @param {number} limit
 * @param {Place} [start]
 * @returns {AsyncGenerator<Line>}
 */
export async function* linesOf(stream, limit, start = { at: 0, before: 0 }) {
  let number = start.before;
  let after = start.before;
  let at = start.at;
  let size = 0;
  /** @type {Buffer[]} */
  let parts = [];
  const take = () => {
    const from = { at, before: number };
    const line = { number: ++number, after, from, size, ...(size <= limit && { bytes: Buffer.concat(parts) }) };
    at += size + 1;
    parts = [];
    size = 0;
    if (line.bytes?.every((byte) => BLANK.has(byte))) return undefined;
    after = number;
    return line;
  };
  const keep = (/** @type {Buffer} */ part) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, end));
      from = end + 1;
      const line = take();
      if (line) yield line;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) {
    const line = take();
    if (line) yield line;
  }
}
