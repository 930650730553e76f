// @ts-check
// How far a batch is, kept in a file, so that a run that was broken off goes on without a line lost or doubled.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { DigestError } from "../core.js";
import { UsageError } from "./options.js";

/**
 * @typedef {import("./lines.js").Place} Place
 * @typedef {import("./run.js").Tally} Tally
 * @typedef {{ number: number, after: number, from: Place }} Item `after` is the number of the one before it
 * @typedef {object} Kept what the file holds
 * @property {unknown} batch the inputs and options that it belongs to
 * @property {number} input which of the inputs is being read
 * @property {Place} from where reading begins anew
 * @property {number} through every item up to this one is answered
 * @property {number[]} beyond items answered before their turn
 * @property {number} bytes of the output that hold the answers
 * @property {Tally} tally
 */

const SAVED_EVERY_MS = 1000;

export class Checkpoint {
  /** @type {Kept} */ #kept;
  /** What was answered in an earlier run is known when it is read again. @type {Map<number, Item | undefined>} */ #beyond;
  #name;
  #saved = 0;

  /**
   * What the file `name` says of a batch; a file that isn't there says that nothing is done.
   * @param {string} name
   * @param {unknown} batch
   * @param {Tally} tally that of a batch in which nothing is done
   */
  constructor(name, batch, tally) {
    this.#name = name;
    this.#kept = existsSync(name) ? read(name) : { batch, input: 0, from: { at: 0, before: 0 }, through: 0, beyond: [], bytes: 0, tally };
    if (JSON.stringify(this.#kept.batch) !== JSON.stringify(batch)) {
      throw new UsageError(`${name} belongs to a batch with other inputs or options; delete it to begin anew`);
    }
    this.#beyond = new Map(this.#kept.beyond.map((number) => [number, undefined]));
  }

  get input() {
    return this.#kept.input;
  }

  get from() {
    return this.#kept.from;
  }

  get bytes() {
    return this.#kept.bytes;
  }

  get tally() {
    return this.#kept.tally;
  }

  /** Whether an item of the input that is being read was answered before. @param {number} number */
  has(number) {
    return number <= this.#kept.through || this.#beyond.has(number);
  }

  /** @param {Item} item that is answered, now or before */
  done(item) {
    if (item.number <= this.#kept.through) return;
    this.#beyond.set(item.number, item);
    const inTurn = [...this.#beyond].sort(([a], [b]) => a - b);
    for (const [number, known] of inTurn) {
      if (known?.after !== this.#kept.through) return;
      this.#kept.through = number;
      this.#kept.from = known.from;
      this.#beyond.delete(number);
    }
  }

  /** The next input's turn. */
  next() {
    this.#kept = { ...this.#kept, input: this.#kept.input + 1, from: { at: 0, before: 0 }, through: 0 };
    this.#beyond.clear();
  }

  /** Saves what is done, where that is due. The answers are written by then. @param {() => Promise<number>} flushed gives the output's bytes @param {boolean} [now] */
  async save(flushed, now = false) {
    if (!now && Date.now() - this.#saved < SAVED_EVERY_MS) return;
    const kept = { ...this.#kept, beyond: [...this.#beyond.keys()], bytes: (this.#kept.bytes = await flushed()) };
    const text = JSON.stringify(kept);
    // Renamed into its place: there is always a whole one.
    writeFileSync(`${this.#name}.new`, text, { flush: true });
    renameSync(`${this.#name}.new`, this.#name);
    this.#saved = Date.now();
  }
}

/** @param {string} name @returns {Kept} */
function read(name) {
  try {
    const kept = JSON.parse(readFileSync(name, "utf8"));
    if (typeof kept.input === "number" && typeof kept.bytes === "number" && Array.isArray(kept.beyond)) return kept;
  } catch {
    // Told below: it isn't a file of ours.
  }
  throw new DigestError("bad-input", `${name} isn't what --resume wrote`);
}
