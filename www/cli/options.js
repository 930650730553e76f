// @ts-check
// The command's options, in one table: it drives the parser, --help, shell completion and the manual page.

import { readFileSync } from "node:fs";

/** An option the command doesn't have, or a value it can't take. */
export class UsageError extends Error {}

/**
 * @typedef {object} Option
 * @property {string} name
 * @property {string} [short]
 * @property {string} [value] what stands for its value in the help; a switch has none
 * @property {string[]} [choices]
 * @property {boolean} [list] several choices, separated by commas
 * @property {"number" | "whole"} [is]
 * @property {boolean} [digest] handed on to the digest under the same name
 * @property {boolean} [many] may be given several times
 * @property {string} help
 */

/** @type {{ title: string, options: Option[] }[]} */
export const GROUPS = [
  {
    title: "What comes out",
    options: [
      { name: "format", short: "f", value: "FORMAT", choices: ["text", "markdown", "json", "html", "jsonl"], help: "text (for the terminal, the default), markdown, json, html or jsonl" },
      { name: "sentences", short: "n", value: "N", is: "whole", digest: true, help: "sentences of the summary, 1 to 100 (default 3)" },
      { name: "words", short: "w", value: "N", is: "whole", digest: true, help: "a budget of words for the summary instead" },
      { name: "ratio", value: "R", is: "number", digest: true, help: "a share of the article's sentences instead, above 0 up to 1" },
      { name: "focus", value: "TEXT", digest: true, help: "what you care about: the summary leans towards it" },
      { name: "include", value: "PARTS", choices: ["sentences", "removed"], list: true, digest: true, help: "add sentences, removed, or both: sentences,removed" },
      { name: "field", value: "PATH", help: "only that part of it, as in title, summary.*.text or readability.grade" },
      { name: "output", short: "o", value: "FILE", help: "write to FILE instead of standard output" },
    ],
  },
  {
    title: "What goes in",
    options: [
      { name: "jsonl", help: "JSON Lines in and out: {\"id\", \"html\" or \"text\", \"url\"?, \"lang\"?, \"options\"?}" },
      { name: "warc", help: "the inputs are WARC files, gzipped or not: a line for each HTML page that a server gave" },
      { name: "type", value: "TYPE", choices: ["html", "text"], digest: true, help: "html or text (default: told from the input)" },
      { name: "url", value: "URL", digest: true, help: "where the document is from: links are made absolute with it" },
      { name: "lang", short: "l", value: "TAG", digest: true, help: "the language, as in en or pt-BR, where you know better than the document" },
      { name: "boilerplate", value: "WHAT", choices: ["drop", "keep"], digest: true, help: "keep takes every line as the article (default drop)" },
      { name: "root", value: "SELECTOR", digest: true, help: "the element that holds the article, as a CSS selector" },
      { name: "exclude", value: "SELECTOR", many: true, digest: true, help: "what is never part of it; may be given several times" },
    ],
  },
  {
    title: "Reading from the web",
    options: [
      { name: "timeout", value: "MS", is: "whole", help: "milliseconds before a URL is given up (default 30000)" },
      { name: "max-bytes", value: "N", is: "whole", digest: true, help: "bytes before a document is refused (default 33554432)" },
      { name: "user-agent", value: "TEXT", help: "the User-Agent that servers are told" },
      { name: "allow-private", help: "also read addresses of this machine and its own network" },
    ],
  },
  {
    title: "How it runs",
    options: [
      { name: "jobs", short: "j", value: "N", is: "whole", help: "worker threads for a batch (default: the processors, at most 4)" },
      { name: "unordered", help: "a batch's answers as they come, not in the order of the input" },
      { name: "resume", value: "FILE", help: "keep in FILE how far the batch is, and go on from there; needs --output" },
      { name: "quiet", short: "q", help: "no progress and no warnings" },
      { name: "progress", value: "HOW", choices: ["auto", "plain", "none"], help: "auto (on a terminal), plain or none" },
      { name: "color", value: "WHEN", choices: ["auto", "always", "never"], help: "auto (on a terminal, unless NO_COLOR is set), always or never" },
      { name: "completion", value: "SHELL", choices: ["bash", "zsh", "fish"], help: "print a completion script for bash, zsh or fish" },
      { name: "man", help: "print the manual page (nutgraf --man | man -l -)" },
      { name: "help", short: "h", help: "print this" },
      { name: "version", short: "V", help: "print the version" },
    ],
  },
];

/** All options, in the order of the help. */
export const OPTIONS = GROUPS.flatMap((group) => group.options);

/** The package's version. */
export const version = () => JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;

/**
 * @typedef {object} Arguments
 * @property {string[]} inputs
 * @property {Record<string, any>} values by the option's name
 * @property {Record<string, any>} digest the options of the digest, under their JavaScript names
 */

/**
 * The arguments, read. Throws UsageError.
 * @param {string[]} argv
 * @returns {Arguments}
 */
export function parse(argv) {
  /** @type {Arguments} */
  const read = { inputs: [], values: {}, digest: {} };
  const rest = [...argv];
  while (rest.length > 0) {
    const argument = /** @type {string} */ (rest.shift());
    if (argument === "--") {
      read.inputs.push(...rest.splice(0));
    } else if (argument === "-" || !argument.startsWith("-")) {
      read.inputs.push(argument);
    } else if (argument.startsWith("--")) {
      const [name, value] = split(argument.slice(2));
      const option = OPTIONS.find((option) => option.name === name);
      if (!option) throw new UsageError(`there is no option --${name}${nearest(name)}`);
      take(option, value, rest, read);
    } else {
      takeShort(argument, rest, read);
    }
  }
  return read;
}

/** @param {string} argument @returns {[string, string | undefined]} */
function split(argument) {
  const at = argument.indexOf("=");
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)];
}

/** "-qn5" is -q and -n 5. @param {string} argument @param {string[]} rest @param {Arguments} read */
function takeShort(argument, rest, read) {
  for (let at = 1; at < argument.length; at++) {
    const option = OPTIONS.find((option) => option.short === argument[at]);
    if (!option) throw new UsageError(`there is no option -${argument[at]}`);
    if (!option.value) {
      take(option, undefined, rest, read);
      continue;
    }
    const value = argument.slice(at + 1).replace(/^=/, "");
    return take(option, value === "" ? undefined : value, rest, read);
  }
}

/** @param {Option} option @param {string | undefined} given @param {string[]} rest @param {Arguments} read */
function take(option, given, rest, read) {
  if (!option.value) {
    if (given !== undefined) throw new UsageError(`--${option.name} takes no value`);
    read.values[option.name] = true;
    return;
  }
  const written = given ?? rest.shift();
  if (written === undefined) throw new UsageError(`--${option.name} needs a value: ${option.help}`);
  const value = valueOf(option, written);
  if (option.many) (read.values[option.name] ??= []).push(value);
  else read.values[option.name] = value;
  if (option.digest) read.digest[camel(option.name)] = read.values[option.name];
}

/** @param {Option} option @param {string} written */
function valueOf(option, written) {
  const refuse = (/** @type {string} */ expected) => new UsageError(`--${option.name} must be ${expected}; it is ${JSON.stringify(written)}`);
  if (option.is) {
    const value = written.trim() === "" ? NaN : Number(written);
    if (!Number.isFinite(value)) throw refuse("a number");
    if (option.is === "whole" && (!Number.isInteger(value) || value < 1)) throw refuse("a whole number, 1 or more");
    return value;
  }
  const parts = option.list ? written.split(",").map((part) => part.trim()).filter(Boolean) : [written];
  for (const part of option.choices ? parts : []) {
    if (!option.choices?.includes(part)) throw refuse(`one of ${option.choices?.join(", ")}`);
  }
  return option.list ? parts : written;
}

/** @param {string} name */
const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** @param {string} name */
function nearest(name) {
  const close = OPTIONS.find((option) => option.name.startsWith(name.slice(0, 3)) && name.length > 2);
  return close ? `; did you mean --${close.name}?` : "";
}
