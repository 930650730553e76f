// @ts-check
// A batch: the lines of JSON Lines, or the records of WARC files, each to one line. Gives the exit status.

import { createReadStream } from "node:fs";
import { DigestError } from "../core.js";
import { linesOf } from "./lines.js";
import { answersOf } from "./pool.js";
import { statusOf } from "./run.js";

/**
 * @typedef {import("./run.js").Job} Job
 * @typedef {import("./lines.js").Place} Place
 * @typedef {import("./answering.js").Item} Item
 */

// Beside the document, a line holds its escapes, an id and options; a record holds headers.
const MORE_BYTES = 2 ** 20;

/** @param {Job} job */
export async function runBatch(job) {
  const { inputs, out, progress, checkpoint, tally } = job;
  for (const input of inputs.slice(checkpoint?.input)) {
    try {
      await readInput(input, job);
    } catch (error) {
      if (/** @type {any} */ (error)?.syscall === undefined) throw error;
      throw new DigestError("bad-input", `${input} can't be read: ${/** @type {Error} */ (error).message}`);
    }
    checkpoint?.next();
  }
  await checkpoint?.save(() => out.flushed(), true);
  const passed = tally.passed;
  if (passed > 0) progress.note(`${passed} ${passed === 1 ? "record" : "records"} passed over: no HTML page that a server gave`);
  return statusOf(tally);
}

/** @param {string} input @param {Job} job */
async function readInput(input, { values, options, limit, out, progress, checkpoint, tally }) {
  const settings = { digest: options, field: values.field, warc: values.warc, limit };
  const items = left(await itemsOf(input, values, limit, checkpoint?.from), checkpoint);
  for await (const { item, answer } of answersOf(items, settings, { jobs: values.jobs, isOrdered: !values.unordered })) {
    if (answer.passed) tally.passed += 1;
    else {
      await out.write(`${answer.text}\n`);
      tally.failed += Number(answer.failed);
      tally.digests += Number(!answer.failed);
      tally.readable += Number(answer.readable);
      progress.count(answer.failed);
    }
    checkpoint?.done(item);
    await checkpoint?.save(() => out.flushed());
  }
}

/** @param {string} input @param {Record<string, any>} values @param {number} limit @param {Place} [from] @returns {Promise<AsyncIterable<Item>>} */
async function itemsOf(input, values, limit, from = { at: 0, before: 0 }) {
  const stream = input === "-" ? behind(process.stdin, from.at) : createReadStream(input, { start: from.at });
  if (!values.warc) return linesOf(stream, 2 * limit + MORE_BYTES, from);
  const { framesOf } = await import("./warc.js");
  return framesOf(stream, limit + MORE_BYTES, from);
}

/** A stream without its first `count` bytes. @param {AsyncIterable<Buffer>} stream @param {number} count */
async function* behind(stream, count) {
  let left = count;
  for await (const chunk of stream) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** The items that no earlier run has answered. @param {AsyncIterable<Item>} items @param {Job["checkpoint"]} checkpoint */
async function* left(items, checkpoint) {
  for await (const item of items) {
    if (checkpoint?.has(item.number)) checkpoint.done(item);
    else yield item;
  }
}
