// @ts-check
// A run of the command over documents by name. Gives the exit status.

import { charsetOf, decode, typeOfContent } from "../input.js";
import { toMarkdown } from "../markdown.js";
import { digest } from "../node.js";
import { fieldLines, fieldOf } from "./field.js";
import { version } from "./options.js";
import { told } from "./record.js";
import { readSource } from "./source.js";
import { toTerminal } from "./text.js";
import { readyFor } from "./tier.js";
import { harmless } from "./width.js";

/**
 * @typedef {object} Job
 * @property {string[]} inputs
 * @property {Record<string, any>} values
 * @property {Record<string, any>} options
 * @property {number} limit bytes of a document
 * @property {import("./output.js").Output} out
 * @property {import("./progress.js").Progress} progress
 * @property {Tally} tally
 * @property {import("./resume.js").Checkpoint} [checkpoint] of a batch that can be gone on with
 * @typedef {import("../index.js").Digest} Digest
 * @typedef {{ digests: number, readable: number, failed: number, passed: number }} Tally
 */

const DEFAULT_TIMEOUT_MS = 30_000;

/** @param {Tally} tally @param {boolean} failed @param {boolean} readable */
function count(tally, failed, readable) {
  if (failed) tally.failed += 1;
  else tally.digests += 1;
  if (readable) tally.readable += 1;
}

/** @returns {Tally} */
export const emptyTally = () => ({ digests: 0, readable: 0, failed: 0, passed: 0 });

/** @param {Tally} tally */
export function statusOf({ digests, readable, failed }) {
  if (failed > 0) return digests > 0 ? 3 : 1;
  return readable > 0 || digests === 0 ? 0 : 1;
}

/** Documents by name. @param {Job} job */
export async function runDocuments(job) {
  const { inputs, values, out, progress, tally } = job;
  const several = inputs.length > 1;
  const format = values.format ?? "text";
  const isList = several && format === "json" && values.field === undefined;
  for (const [at, input] of inputs.entries()) {
    const name = input === "-" ? "standard input" : input;
    const answer = await digestOf(input, job).catch((error) => ({ error: told(error) }));
    count(tally, "error" in answer, "readable" in answer && answer.readable);
    if ("error" in answer) progress.error(`${answer.error.code}: ${name}: ${answer.error.message}`);
    else for (const note of notes(answer)) progress.note(`${name}: ${note}`);
    const text = shown(answer, { input, several, format, job });
    await out.write(isList ? `${at === 0 ? "[\n" : ",\n"}${text.trimEnd()}` : text);
    if (several) progress.count("error" in answer);
  }
  if (isList) await out.write("\n]\n");
  return several ? statusOf(tally) : tally.readable > 0 ? 0 : 1;
}

/** @param {string} input @param {Job} job @returns {Promise<Digest>} */
async function digestOf(input, { values, options, limit }) {
  const { bytes, contentType, url } = await readSource(input, {
    limit,
    timeout: values.timeout ?? DEFAULT_TIMEOUT_MS,
    userAgent: values["user-agent"] ?? `nutgraf/${version()}`,
    allowPrivate: Boolean(values["allow-private"]),
  });
  await readyFor(bytes.length);
  const known = { type: typeOfContent(contentType), url };
  const settled = Object.fromEntries(Object.entries({ ...known, ...options }).filter(([, value]) => value !== undefined));
  return digest(decode(bytes, charsetOf(contentType)), settled);
}

/** @type {Record<string, string>} */
const REASONS = {
  empty: "it is empty",
  "too-short": "it holds too little text",
  "link-list": "it holds hardly anything but links",
  binary: "it isn't text or HTML but another format, such as a PDF, a picture or an archive",
  "not-text": "its characters aren't prose",
  "needs-script": "its content is brought by scripts, which aren't run",
};

/** @param {Digest} digest */
function notes({ readable, reason, warnings }) {
  const why = readable ? [] : [`${reason}: there is nothing to sum up: ${REASONS[reason ?? ""] ?? "no article was found"}`];
  return [...why, ...warnings];
}

/**
 * @param {Digest | { error: { code: string, message: string } }} answer
 * @param {{ input: string, several: boolean, format: string, job: Job }} how
 * @returns {string}
 */
function shown(answer, { input, several, format, job: { values } }) {
  if ("error" in answer) {
    return format === "jsonl" || (several && format === "json") ? `${JSON.stringify({ id: input, ...answer })}\n` : "";
  }
  if (values.field !== undefined) return field(answer, { input, format, path: values.field });
  if (format === "jsonl") return `${JSON.stringify({ id: input, ...answer })}\n`;
  if (format === "json") return `${JSON.stringify(several ? { id: input, ...answer } : answer, null, several ? undefined : 2)}\n`;
  if (!answer.readable) return "";
  if (format === "markdown") return `${toMarkdown(answer)}${several ? "\n" : ""}`;
  if (format === "html") return `${page(answer)}\n`;
  return `${several ? `── ${harmless(input)} ──\n\n` : ""}${toTerminal(answer, view(values))}${several ? "\n" : ""}`;
}

/** @param {Digest} digest @param {{ input: string, format: string, path: string }} how */
function field(digest, { input, format, path }) {
  const value = fieldOf(digest, path);
  if (format === "jsonl") return `${JSON.stringify({ id: input, [path]: value })}\n`;
  return format === "json" ? `${JSON.stringify(value, null, 2)}\n` : fieldLines(value);
}

/** @param {Record<string, any>} values */
function view({ color, output }) {
  const terminal = output === undefined && process.stdout.isTTY;
  const auto = terminal && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  const columns = process.stdout.columns || Number(process.env.COLUMNS) || 80;
  return { width: columns, colour: color === "always" || (color !== "never" && Boolean(auto)) };
}

/** The clean article as a page of its own. @param {Digest} digest */
function page({ title, lang, dir, html }) {
  const safe = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const named = title === null ? "" : safe(title);
  const heading = title === null || /<h1[\s>]/.test(html) ? "" : `<h1>${named}</h1>\n`;
  return `<!doctype html>\n<html${lang === null ? "" : ` lang="${safe(lang)}"`} dir="${dir}">\n<meta charset="utf-8">\n<title>${named}</title>\n<article>\n${heading}${html}\n</article>\n</html>`;
}
