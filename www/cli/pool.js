// @ts-check
// Answers the items of a batch in worker threads, with a bounded number of items under way.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { compiled } from "../node-engine.js";
import { answering } from "./answering.js";

/** @typedef {import("./record.js").Answer} Answer @typedef {import("./answering.js").Item} Item */
/** @typedef {{ item: Item, answer: Answer }} Answered */
/** @typedef {{ settings: import("./record.js").Settings, module: WebAssembly.Module }} Given to a worker when it starts */
/** @typedef {{ item: Item, size: number, answered: Promise<void>, answer?: Answer }} Place of an item under way */

// A worker costs its start: the first items are answered here.
const ITEMS_BEFORE_WORKERS = 12;
const DEFAULT_JOBS_MAX = 4;
// What a worker has waiting, so that it never stands still.
const ITEMS_AHEAD = 2;
// While one item takes long, others are answered behind it: so many a worker wait for their turn.
const ITEMS_KEPT = 8;
// And however long the items are, no more than this is held at once beside what is being worked on.
const BYTES_AHEAD = 2 ** 26;

/**
 * The answers of `items`: in their order, or as they come.
 * @param {AsyncIterable<Item>} items
 * @param {import("./record.js").Settings} settings
 * @param {{ jobs?: number, isOrdered?: boolean }} [how]
 * @returns {AsyncGenerator<Answered>}
 */
export async function* answersOf(items, settings, { jobs = Math.min(availableParallelism(), DEFAULT_JOBS_MAX), isOrdered = true } = {}) {
  const answer = await answering(settings);
  const pool = new Pool(jobs, { settings, module: await compiled() }, isOrdered);
  let seen = 0;
  try {
    for await (const item of items) {
      seen += 1;
      if (jobs === 1 || (seen <= ITEMS_BEFORE_WORKERS && pool.isIdle)) {
        yield { item, answer: await answer(item) };
        continue;
      }
      pool.take(item);
      while (pool.isFull) yield* pool.next();
    }
    while (!pool.isIdle) yield* pool.next();
  } finally {
    await pool.close();
  }
}

class Pool {
  /** @type {Seat[]} */ #seats = [];
  /** @type {Place[]} */ #waiting = [];
  #held = 0;
  #working = 0;
  #jobs;
  #given;
  #isOrdered;

  /** @param {number} jobs @param {Given} given @param {boolean} isOrdered */
  constructor(jobs, given, isOrdered) {
    this.#jobs = jobs;
    this.#given = given;
    this.#isOrdered = isOrdered;
  }

  get isIdle() {
    return this.#waiting.length === 0;
  }

  get isFull() {
    const isBusy = this.#working >= this.#jobs * ITEMS_AHEAD;
    return isBusy || this.#waiting.length >= this.#jobs * ITEMS_KEPT || this.#held > BYTES_AHEAD;
  }

  /** @param {Item} item */
  take(item) {
    const size = item.bytes?.length ?? 0;
    this.#held += size;
    this.#working += 1;
    const place = /** @type {Place} */ ({ item, size });
    place.answered = this.#seat().answer(item).then((answer) => {
      place.answer = answer;
      this.#working -= 1;
    });
    this.#waiting.push(place);
  }

  /** The answers whose turn it is; where there is none, waits for one, which may be another's turn. @returns {AsyncGenerator<Answered>} */
  async *next() {
    if (this.#ready() < 0) await Promise.race(this.#waiting.filter(({ answer }) => !answer).map(({ answered }) => answered));
    for (let at = this.#ready(); at >= 0; at = this.#ready()) {
      const [{ item, size, answer }] = this.#waiting.splice(at, 1);
      this.#held -= size;
      yield { item, answer: /** @type {Answer} */ (answer) };
    }
  }

  #ready() {
    if (!this.#isOrdered) return this.#waiting.findIndex(({ answer }) => answer);
    return this.#waiting[0]?.answer ? 0 : -1;
  }

  #seat() {
    if (this.#seats.length < this.#jobs && this.#seats.every((seat) => seat.load > 0)) this.#seats.push(new Seat(this.#given));
    return this.#seats.reduce((best, seat) => (seat.load < best.load ? seat : best));
  }

  async close() {
    await Promise.all(this.#seats.map((seat) => seat.close()));
  }
}

/** One worker thread, renewed where it dies: only the item it was at fails. */
class Seat {
  /** @type {Worker | undefined} */ #worker;
  /** What the worker has, the item it is at first. @type {{ item: Item, resolve: (answer: Answer) => void }[]} */ #queue = [];
  #given;

  /** @param {Given} given */
  constructor(given) {
    this.#given = given;
  }

  get load() {
    return this.#queue.length;
  }

  /** @param {Item} item @returns {Promise<Answer>} */
  answer(item) {
    return new Promise((resolve) => {
      this.#queue.push({ item, resolve });
      this.#send(item);
    });
  }

  /** @param {Item} item */
  #send(item) {
    this.#worker ??= this.#start();
    this.#worker.ref();
    // Its bytes may be a view of far more than they are.
    const bytes = item.bytes && new Uint8Array(item.bytes);
    this.#worker.postMessage({ ...item, bytes }, bytes ? [bytes.buffer] : []);
  }

  #start() {
    const worker = new Worker(new URL("./record-worker.js", import.meta.url), { workerData: this.#given });
    worker.on("message", (answer) => this.#done(answer));
    worker.on("error", (error) => {
      this.#worker = undefined;
      const number = this.#queue[0]?.item.number;
      const told = { id: null, [this.#given.settings.warc ? "record" : "line"]: number, error: { code: "internal", message: `the worker thread failed: ${error.message}` } };
      this.#done({ text: JSON.stringify(told), failed: true, readable: false });
      for (const { item } of this.#queue) this.#send(item);
    });
    return worker;
  }

  /** @param {Answer} answer */
  #done(answer) {
    this.#queue.shift()?.resolve(answer);
    if (this.load === 0) this.#worker?.unref();
  }

  async close() {
    await this.#worker?.terminate();
  }
}
