// @ts-check
// Bytes → the records of a WARC file, by what each says of its length. Where that can't be true, the next record is looked for.

/**
 * @typedef {object} Piece
 * @property {number} start where it stands, counted from the framer's first byte
 * @property {number} size
 * @property {Buffer} bytes all of it, or its beginning where it is past the limit
 * @property {string} [damage] why it isn't a whole record
 */

const OPENING = Buffer.from("WARC/");
const VERSION = Buffer.from("WARC/1.");
// Words of a page may name the format: a record's first line is followed by a field.
const BEGINNING = /^WARC\/1\.\d\r?\n[a-z-]{1,40}:/i;
const BEGINNING_BYTES = 64;
const HEADER_END = /\r?\n\r?\n/;
// A header is some hundred bytes long.
const HEADER_BYTES_MAX = 2 ** 16;
// Two line ends follow a record.
const GAP_BYTES = 4;

/** Where the next record begins, from a place on; less than 0 where none does. @param {Buffer} bytes @param {number} from */
function nextRecord(bytes, from) {
  let at = bytes.indexOf(VERSION, from);
  while (at >= 0 && !BEGINNING.test(bytes.toString("latin1", at, at + BEGINNING_BYTES))) at = bytes.indexOf(VERSION, at + 1);
  return at;
}

/** How many bytes surely hold no beginning. @param {Buffer} bytes @param {boolean} isEnd */
const settled = (bytes, isEnd) => (isEnd ? bytes.length : Math.max(0, bytes.length - BEGINNING_BYTES));

/** Takes bytes as they come, gives records as they are complete. */
export class Framer {
  /** @type {Buffer[]} */ #parts = [];
  #held = 0;
  /** What must be there before it is worth looking again. */ #needed = OPENING.length;
  /** Bytes of a record past the limit that are still to come. */ #skipped = 0;
  /** Whether what comes before the next record belongs to one that was told of. */ #isLost = false;
  #start = 0;
  #limit;

  /** @param {number} limit bytes of a record that are kept */
  constructor(limit) {
    this.#limit = limit;
  }

  /** @param {Buffer} bytes @returns {Generator<Piece>} */
  *push(bytes) {
    this.#parts.push(bytes);
    this.#held += bytes.length;
    while (this.#held >= this.#needed) {
      const piece = this.#step(false);
      if (piece) yield piece;
      if (this.#held === 0) return;
    }
  }

  /** What is left when no more comes. @param {string} [why] @returns {Generator<Piece>} */
  *end(why) {
    while (this.#held > 0) {
      const piece = this.#step(true, why);
      if (piece) yield piece;
    }
  }

  /** One step ahead: a record, something broken, or nothing yet. @param {boolean} isEnd @param {string} [why] @returns {Piece | undefined} */
  #step(isEnd, why) {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    this.#parts = [bytes];
    if (this.#skipped > 0) return this.#skip(bytes, isEnd);
    const blank = bytes.findIndex((byte) => byte !== 10 && byte !== 13);
    if (blank !== 0) return this.#drop(blank < 0 ? bytes.length : blank);
    if (!bytes.subarray(0, OPENING.length).equals(OPENING)) return this.#junk(bytes, isEnd, why);
    const header = HEADER_END.exec(bytes.toString("latin1", 0, HEADER_BYTES_MAX));
    if (header) return this.#record(bytes, header.index + header[0].length, isEnd, why);
    if (isEnd || bytes.length >= HEADER_BYTES_MAX) return this.#broken(bytes, OPENING.length, isEnd, why ?? "its header has no end");
    this.#needed = bytes.length + 1;
  }

  /** @param {Buffer} bytes @param {number} body where it begins @param {boolean} isEnd @param {string} [why] */
  #record(bytes, body, isEnd, why) {
    const length = /^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$/im.exec(bytes.toString("latin1", 0, body))?.[1];
    if (length === undefined) return this.#broken(bytes, body, isEnd, "its header says no length");
    const size = body + Number(length);
    const isTooLong = size > this.#limit && !isEnd;
    const needed = isTooLong ? body + HEADER_BYTES_MAX : size + GAP_BYTES;
    if (bytes.length < needed && !isEnd) {
      this.#needed = needed;
      return undefined;
    }
    if (isTooLong) return this.#tooLong(bytes, body, size);
    if (bytes.length < size) return this.#broken(bytes, body, isEnd, why ?? `it ends after ${bytes.length - body} of ${length} bytes`);
    const isClosed = bytes.length === size || bytes[size] === 10 || bytes[size] === 13;
    if (!isClosed) return this.#broken(bytes, body, isEnd, `it isn't ${length} bytes long, as its header says`);
    this.#isLost = false;
    return this.#take(size, { bytes: bytes.subarray(0, size), size });
  }

  /** A record that isn't what its header says: up to where another begins. @param {Buffer} bytes @param {number} after @param {boolean} isEnd @param {string} damage */
  #broken(bytes, after, isEnd, damage) {
    const next = nextRecord(bytes, after);
    const size = next >= 0 ? next : Math.max(after, settled(bytes, isEnd));
    this.#isLost = true;
    return this.#take(size, { bytes: bytes.subarray(0, Math.min(size, this.#limit)), size, damage });
  }

  // Its length may also be wrong: a record that begins within it is read.
  /** @param {Buffer} bytes @param {number} body @param {number} size */
  #tooLong(bytes, body, size) {
    this.#skipped = size - body;
    return this.#take(body, { bytes: bytes.subarray(0, body + HEADER_BYTES_MAX), size });
  }

  /** @param {Buffer} bytes @param {boolean} isEnd */
  #skip(bytes, isEnd) {
    const next = nextRecord(bytes.subarray(0, this.#skipped + BEGINNING_BYTES), 0);
    const whole = isEnd || bytes.length >= this.#skipped;
    const count = next >= 0 ? next : whole ? Math.min(bytes.length, this.#skipped) : settled(bytes, false);
    this.#drop(count);
    this.#skipped = next >= 0 || whole ? 0 : this.#skipped - count;
    if (this.#skipped > 0) this.#needed = this.#held + 1;
    return undefined;
  }

  /** Bytes that are no record: told once. @param {Buffer} bytes @param {boolean} isEnd @param {string} [why] @returns {Piece | undefined} */
  #junk(bytes, isEnd, why) {
    const next = nextRecord(bytes, 0);
    const size = next >= 0 ? next : settled(bytes, isEnd);
    const isTold = this.#isLost;
    this.#isLost = true;
    if (isTold || size === 0) {
      this.#drop(size);
      this.#needed = next >= 0 || isEnd ? 1 : this.#held + 1;
      this.#isLost = isTold;
      return undefined;
    }
    return this.#take(size, { bytes: bytes.subarray(0, 0), size, damage: why ?? "what stands here is no WARC record" });
  }

  /** @param {number} count @returns {undefined} */
  #drop(count) {
    this.#parts = this.#held > count ? [this.#parts[0].subarray(count)] : [];
    this.#held -= count;
    this.#start += count;
    this.#needed = OPENING.length;
  }

  /** @param {number} count @param {Omit<Piece, "start">} piece @returns {Piece} */
  #take(count, piece) {
    const start = this.#start;
    this.#drop(count);
    return { ...piece, start };
  }
}
