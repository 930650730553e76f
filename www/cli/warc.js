// @ts-check
// A stream of bytes → the records of a WARC file, plain or gzipped, in bounded memory. What is broken is told, and the next
// record that can be found is read.

import { Inflate } from "../../dist/warc.js";
import { Framer } from "./frame.js";

/**
 * @typedef {import("./lines.js").Place} Place
 * @typedef {import("./frame.js").Piece} Piece
 * @typedef {{ number: number, after: number, from: Place, size: number, bytes: Uint8Array, damage?: string }} Frame a record as it stands in its file
 */

/**
 * The records of a stream, numbered from 1. Of one with more than `limit` bytes only the beginning is kept.
 * @param {AsyncIterable<Buffer>} stream what stands from `start` on
 * @param {number} limit
 * @param {Place} [start]
 * @returns {AsyncGenerator<Frame>}
 */
export async function* framesOf(stream, limit, start = { at: 0, before: 0 }) {
  const source = new Source(stream, start.at);
  let number = start.before;
  const isPacked = startsMember(await source.peek(MAGIC.length));
  for await (const { at, ...piece } of isPacked ? packed(source, limit, () => number) : plain(source, limit)) {
    const from = typeof at === "number" ? { at, before: number } : at;
    const after = number;
    yield { ...piece, number: ++number, after, from };
  }
}

/** @typedef {Piece & { at: number | Place }} Placed */

/** @param {Source} source @param {number} limit @returns {AsyncGenerator<Placed>} */
async function* plain(source, limit) {
  const base = source.at;
  const framer = new Framer(limit);
  const placed = (/** @type {Piece} */ piece) => ({ ...piece, at: base + piece.start });
  for (let chunk = await source.next(); chunk; chunk = await source.next()) {
    for (const piece of framer.push(chunk)) yield placed(piece);
  }
  for (const piece of framer.end()) yield placed(piece);
}

// A gzip member begins so: the two bytes of its format, and deflate, the only method there is.
const MAGIC = Buffer.from([0x1f, 0x8b, 8]);
// A longer member isn't looked through for the next one, should it be broken.
const SEARCHED_BYTES_MAX = 2 ** 25;
// So much of a member is unpacked to see whether it holds a record.
const TRIED_BYTES = 1024;
const TRIED_STEP = 32;
// Brings out what is unpacked so far.
const SYNC_FLUSH = 2;
const GZIP_WINDOW_BITS = 31;

/** @param {Uint8Array} bytes */
const startsMember = (bytes) => MAGIC.every((byte, at) => bytes[at] === byte);

/**
 * The records of gzip members. Usually each has its own; one member may also hold them all.
 * @param {Source} source
 * @param {number} limit
 * @param {() => number} count how many records have been read
 * @returns {AsyncGenerator<Placed>}
 */
async function* packed(source, limit, count) {
  while ((await source.peek(MAGIC.length)).length > 0) {
    const place = { at: source.at, before: count() };
    const framer = new Framer(limit);
    const member = new Member(framer);
    /** @type {Piece | undefined} */
    let held;
    // The last record waits for the member's end: only there its check sum is known.
    for await (const piece of member.read(source)) {
      if (held) yield { ...held, at: place };
      held = piece;
    }
    for (const piece of framer.end(member.damage)) {
      if (held) yield { ...held, at: place };
      held = piece;
    }
    if (held) yield { ...held, at: place, damage: held.damage ?? member.damage };
    else if (member.damage) yield { start: 0, size: 0, bytes: Buffer.alloc(0), damage: member.damage, at: place };
    if (member.damage) {
      member.giveBack(source);
      await nextMember(source);
    } else {
      await source.skipZeros();
    }
  }
}

/** One gzip member on its way through a framer. */
class Member {
  /** What was read of it, as long as it is worth searching. @type {Buffer[]} */ #raw = [];
  #read = 0;
  /** @type {string | undefined} why it can't be read to its end */ damage;
  /** @type {Uint8Array[]} */ #unpacked = [];
  #framer;

  /** @param {Framer} framer */
  constructor(framer) {
    this.#framer = framer;
  }

  /** Leaves the source where the member ends, or where it turned out to be broken. @param {Source} source @returns {AsyncGenerator<Piece>} */
  async *read(source) {
    if (!startsMember(await source.peek(MAGIC.length))) {
      this.damage = "what stands here is no gzip member";
      return;
    }
    const inflate = new Inflate({ windowBits: GZIP_WINDOW_BITS, chunkSize: 2 ** 16 });
    inflate.onData = (/** @type {Uint8Array} */ bytes) => this.#unpacked.push(bytes);
    while (!inflate.ended) {
      const chunk = await source.next();
      if (!chunk) break;
      inflate.push(chunk, false);
      if (inflate.ended && !inflate.err) source.back(chunk.subarray(chunk.length - inflate.strm.avail_in));
      else this.#keep(chunk);
      for (const bytes of this.#unpacked.splice(0)) yield* this.#framer.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    }
    if (!inflate.ended) this.damage = "the file ends within the gzip member";
    else if (inflate.err) this.damage = `the gzip member is broken: ${inflate.msg || "it can't be unpacked"}`;
  }

  /** @param {Buffer} chunk */
  #keep(chunk) {
    this.#read += chunk.length;
    if (this.#read <= SEARCHED_BYTES_MAX) this.#raw.push(chunk);
    else this.#raw = [];
  }

  /** Gives back what was read of a broken member. @param {Source} source */
  giveBack(source) {
    for (const chunk of this.#raw.reverse()) source.back(chunk);
  }
}

/** Goes on where the next member that holds a record begins: perhaps within what was taken for the broken one. @param {Source} source */
async function nextMember(source) {
  await source.skip(1);
  for (;;) {
    const bytes = await source.peek(TRIED_BYTES);
    if (bytes.length < MAGIC.length) return source.skip(bytes.length);
    const at = bytes.indexOf(MAGIC);
    if (at === 0 && holdsRecord(bytes)) return;
    await source.skip(at > 0 ? at : at === 0 ? 1 : bytes.length - MAGIC.length + 1);
  }
}

/** Whether what begins here unpacks to the beginning of a record, be it broken further on. @param {Buffer} member */
function holdsRecord(member) {
  const inflate = new Inflate({ windowBits: GZIP_WINDOW_BITS, chunkSize: 2 ** 16 });
  let begins = "";
  inflate.onData = (/** @type {Uint8Array} */ bytes) => (begins += Buffer.from(bytes.subarray(0, 5)).toString("latin1"));
  for (let at = 0; at < TRIED_BYTES && begins.length < 5 && !inflate.ended; at += TRIED_STEP) {
    inflate.push(member.subarray(at, at + TRIED_STEP), SYNC_FLUSH);
  }
  return begins.startsWith("WARC/");
}

/** A stream that can be looked ahead in, and given back to. */
class Source {
  /** Where its next byte stands in the file. */ at;
  /** @type {Buffer[]} */ #ahead = [];
  #chunks;

  /** @param {AsyncIterable<Buffer>} stream @param {number} at */
  constructor(stream, at) {
    this.#chunks = stream[Symbol.asyncIterator]();
    this.at = at;
  }

  /** The next bytes, however many; undefined at the end. @returns {Promise<Buffer | undefined>} */
  async next() {
    let chunk = this.#ahead.shift();
    while (chunk === undefined || chunk.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return undefined;
      chunk = value;
    }
    this.at += chunk.length;
    return chunk;
  }

  /** Gives back what was read last. @param {Buffer} bytes */
  back(bytes) {
    if (bytes.length > 0) this.#ahead.unshift(bytes);
    this.at -= bytes.length;
  }

  /** The next `count` bytes or more, fewer only at the end, without taking them. @param {number} count @returns {Promise<Buffer>} */
  async peek(count) {
    const parts = [];
    let length = 0;
    while (length < count) {
      const chunk = await this.next();
      if (!chunk) break;
      parts.push(chunk);
      length += chunk.length;
    }
    const bytes = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    this.back(bytes);
    return bytes;
  }

  /** @param {number} count */
  async skip(count) {
    let left = count;
    while (left > 0) {
      const chunk = await this.next();
      if (!chunk) return;
      if (chunk.length > left) this.back(chunk.subarray(left));
      left -= chunk.length;
    }
  }

  /** Zeros fill up files on tapes, and mean nothing. */
  async skipZeros() {
    for (let chunk = await this.next(); chunk; chunk = await this.next()) {
      const at = chunk.findIndex((byte) => byte !== 0);
      if (at < 0) continue;
      return this.back(chunk.subarray(at));
    }
  }
}
