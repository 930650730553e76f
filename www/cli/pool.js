// @ts-check
// Answers lines of a batch in worker threads, in order, with a bounded number of lines under way.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { answerLine } from "./record.js";

/** @typedef {import("./record.js").Answer} Answer @typedef {import("./lines.js").Line} Line */

// A worker costs its start: the first lines are answered here.
const LINES_BEFORE_WORKERS = 12;
const DEFAULT_JOBS_MAX = 4;
// What a worker has waiting, so that it never stands still.
const LINES_AHEAD = 2;
// And however long the lines are, no more than this is held at once beside what is being worked on.
const CHARACTERS_AHEAD = 2 ** 26;

/**
 * The answers of `lines`, in their order.
 * @param {AsyncIterable<Line>} lines
 * @param {import("./record.js").Settings} settings
 * @param {number} [jobs]
 * @returns {AsyncGenerator<Answer>}
 */
export async function* answersOf(lines, settings, jobs = Math.min(availableParallelism(), DEFAULT_JOBS_MAX)) {
  const pool = new Pool(jobs, settings);
  /** @type {{ answer: Promise<Answer>, size: number }[]} */
  const waiting = [];
  let held = 0;
  let seen = 0;
  try {
    for await (const line of lines) {
      seen += 1;
      const size = "text" in line ? line.text.length : 0;
      if (jobs === 1 || (seen <= LINES_BEFORE_WORKERS && waiting.length === 0)) {
        yield await answerLine(line, settings);
        continue;
      }
      waiting.push({ answer: pool.answer(line), size });
      held += size;
      while (waiting.length > 0 && (waiting.length >= jobs * LINES_AHEAD || held > CHARACTERS_AHEAD)) {
        const first = /** @type {typeof waiting[number]} */ (waiting.shift());
        yield await first.answer;
        held -= first.size;
      }
    }
    for (const { answer } of waiting) yield await answer;
  } finally {
    await pool.close();
  }
}

class Pool {
  /** @type {Seat[]} */ #seats = [];
  #jobs;
  #settings;

  /** @param {number} jobs @param {import("./record.js").Settings} settings */
  constructor(jobs, settings) {
    this.#jobs = jobs;
    this.#settings = settings;
  }

  /** @param {Line} line */
  answer(line) {
    if (this.#seats.length < this.#jobs && this.#seats.every((seat) => seat.load > 0)) this.#seats.push(new Seat(this.#settings));
    const seat = this.#seats.reduce((best, seat) => (seat.load < best.load ? seat : best));
    return seat.answer(line);
  }

  async close() {
    await Promise.all(this.#seats.map((seat) => seat.close()));
  }
}

/** One worker thread, renewed where it dies: only the line it was at fails. */
class Seat {
  /** @type {Worker | undefined} */ #worker;
  /** @type {{ line: Line, resolve: (answer: Answer) => void }[]} */ #queue = [];
  #settings;

  /** @param {import("./record.js").Settings} settings */
  constructor(settings) {
    this.#settings = settings;
  }

  get load() {
    return this.#queue.length;
  }

  /** @param {Line} line @returns {Promise<Answer>} */
  answer(line) {
    return new Promise((resolve) => {
      this.#queue.push({ line, resolve });
      if (this.#queue.length === 1) this.#send();
    });
  }

  #send() {
    const next = this.#queue[0];
    if (!next) return this.#worker?.unref();
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(next.line);
  }

  #start() {
    const worker = new Worker(new URL("./record-worker.js", import.meta.url), { workerData: this.#settings });
    worker.on("message", (answer) => this.#done(answer));
    worker.on("error", (error) => {
      this.#worker = undefined;
      const line = this.#queue[0]?.line.number;
      const told = { id: null, line, error: { code: "internal", message: `the worker thread failed: ${error.message}` } };
      this.#done({ text: JSON.stringify(told), failed: true, readable: false });
    });
    return worker;
  }

  /** @param {Answer} answer */
  #done(answer) {
    this.#queue.shift()?.resolve(answer);
    this.#send();
  }

  async close() {
    await this.#worker?.terminate();
  }
}
