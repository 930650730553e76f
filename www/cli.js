#!/usr/bin/env node
// @ts-check
// The command `nutgraf`: arguments, documents in, digests out. Standard output is data only.

import { createWriteStream } from "node:fs";
import { checkField } from "./cli/field.js";
import { completion, help, man } from "./cli/help.js";
import { UsageError, parse, version } from "./cli/options.js";
import { Output } from "./cli/output.js";
import { Progress } from "./cli/progress.js";
import { runBatch, runDocuments } from "./cli/run.js";
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
  // An option out of range is told before anything is read.
  await engine.ready();
  engine.call("checkOptions", options);
  if (values.field !== undefined) checkField(values.field, values.jsonl ? undefined : options.include ?? []);
  const limit = options.maxBytes ?? engine.call("defaultMaxBytes");
  const out = values.output === undefined ? output : new Output(await opened(values.output));
  const progress = new Progress(process.stderr, values.quiet ? "none" : (values.progress ?? "auto"), Boolean(values.quiet));
  const job = { inputs: inputs.length > 0 ? inputs : ["-"], values, options, limit, out, progress };
  if (job.inputs.includes("-") && process.stdin.isTTY) progress.note("reading the terminal; Ctrl-D ends the text");
  const status = await (values.jsonl ? runBatch(job) : runDocuments(job));
  progress.end();
  await out.end();
  return status;
}

/** @param {string} name @returns {Promise<import("node:fs").WriteStream>} */
function opened(name) {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(name);
    stream.once("open", () => resolve(stream));
    stream.once("error", (error) => reject(new DigestError("bad-input", `${name} can't be written: ${error.message}`)));
  });
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
