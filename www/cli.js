#!/usr/bin/env node
// @ts-check
// The command `nutgraf`: arguments, documents in, digests out. Standard output is data only.

import { createWriteStream, statSync, truncateSync } from "node:fs";
import { checkField } from "./cli/field.js";
import { completion, help, man } from "./cli/help.js";
import { UsageError, parse, version } from "./cli/options.js";
import { Output } from "./cli/output.js";
import { Progress } from "./cli/progress.js";
import { runBatch } from "./cli/batch.js";
import { Checkpoint } from "./cli/resume.js";
import { emptyTally, runDocuments } from "./cli/run.js";
import { startQuick } from "./cli/tier.js";
import { DigestError } from "./core.js";
import { engine } from "./node-engine.js";

const WRONG_USAGE = 2;
const INTERRUPTED = 130;

process.on("SIGINT", () => process.exit(INTERRUPTED));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = complain(error);
}

/** @param {string[]} argv @returns {Promise<number>} the exit status */
async function main(argv) {
  const { inputs, values, digest: options } = parse(argv);
  const output = new Output(process.stdout);
  if (values.help || values.version || values.man || values.completion) {
    await output.write(values.help ? help() : values.version ? `nutgraf ${version()}\n` : values.man ? man() : completion(values.completion));
    return 0;
  }
  const isBatch = Boolean(values.jsonl || values.warc);
  const read = inputs.length > 0 ? inputs : ["-"];
  startQuick(read, isBatch);
  // An option out of range is told before anything is read.
  await engine.ready();
  engine.call("checkOptions", options);
  checkBatch(values, isBatch);
  if (values.field !== undefined) checkField(values.field, values.jsonl ? undefined : options.include ?? []);
  const limit = options.maxBytes ?? engine.call("defaultMaxBytes");
  const checkpoint = values.resume === undefined ? undefined : new Checkpoint(values.resume, batchOf(read, values, options), emptyTally());
  const out = values.output === undefined ? output : new Output(await opened(values.output, checkpoint?.bytes), checkpoint?.bytes);
  const progress = new Progress(process.stderr, values.quiet ? "none" : (values.progress ?? "auto"), Boolean(values.quiet));
  const job = { inputs: read, values, options, limit, out, progress, checkpoint, tally: checkpoint?.tally ?? emptyTally() };
  if (job.inputs.includes("-") && process.stdin.isTTY) progress.note("reading the terminal; Ctrl-D ends the text");
  const status = await (isBatch ? runBatch(job) : runDocuments(job));
  progress.end();
  await out.end();
  return status;
}

/** @param {Record<string, any>} values @param {boolean} isBatch */
function checkBatch(values, isBatch) {
  if (values.jsonl && values.warc) throw new UsageError("--jsonl and --warc are two kinds of batch: give one of them");
  const only = ["unordered", "resume"].find((name) => values[name] !== undefined);
  if (only && !isBatch) throw new UsageError(`--${only} is for a batch: it needs --jsonl or --warc`);
  if (values.resume !== undefined && values.output === undefined) throw new UsageError("--resume needs --output: what was written must be found again");
}

/** What a checkpoint belongs to: nothing that only changes how fast the batch runs. @param {string[]} inputs @param {Record<string, any>} values @param {Record<string, any>} options */
function batchOf(inputs, { warc = false, field = null, output }, options) {
  return { inputs, warc, field, output, options };
}

/**
 * A file to write to: a new one, or what it holds up to `bytes` and on from there.
 * @param {string} name
 * @param {number} [bytes]
 * @returns {Promise<import("node:fs").WriteStream>}
 */
function opened(name, bytes = 0) {
  if (bytes > 0) shorten(name, bytes);
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(name, bytes > 0 ? { flags: "r+", start: bytes } : {});
    stream.once("open", () => resolve(stream));
    stream.once("error", (error) => reject(new DigestError("bad-input", `${name} can't be written: ${error.message}`)));
  });
}

/** Cuts off what a run that was broken off wrote after its last checkpoint. @param {string} name @param {number} bytes */
function shorten(name, bytes) {
  const found = statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  if (found < bytes) throw new DigestError("bad-input", `${name} has ${found} bytes, ${bytes} were written: without them the batch can't go on`);
  truncateSync(name, bytes);
}

/** @param {unknown} error @returns {number} the exit status */
function complain(error) {
  if (error instanceof UsageError || (error instanceof DigestError && error.code === "bad-option")) {
    process.stderr.write(`nutgraf: bad-option: ${error.message}\nnutgraf --help says what there is\n`);
    return WRONG_USAGE;
  }
  const [code, message] = error instanceof DigestError ? [error.code, error.message] : ["internal", error instanceof Error ? error.message : String(error)];
  process.stderr.write(`nutgraf: ${code}: ${message}\n`);
  return 1;
}
