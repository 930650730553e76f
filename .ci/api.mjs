// The reference in docs/api.md, made from the types that the package ships: `node .ci/api.mjs`. A test compares the two.

import { readFileSync, writeFileSync } from "node:fs";
import { isMain, path } from "./tools.mjs";

const ENTRIES = [
  ["nutgraf", "www/index.d.ts", "`nutgraf/inlined` gives the same, the module inside the script."],
  ["nutgraf/worker", "www/worker.d.ts"],
  ["nutgraf/element", "www/element/element.d.ts", "Importing it registers the element; `nutgraf/element/class` only gives the class. [panel.md](panel.md) says the rest."],
  ["nutgraf/highlight", "www/highlight.d.ts"],
  ["nutgraf/readability", "www/readability.d.ts"],
  ["nutgraf/summarizer", "www/summarizer.d.ts"],
  ["nutgraf/polyfill", "www/polyfill.d.ts", "Importing it installs the Summarizer where the browser has none that works."],
];

/** A top-level declaration: its comment, its first line, and its body where it has one. */
const DECLARATION = /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n)?^(export (?:declare )?(?:interface|class|type|function|const)[^]*?)(?:;$| \{\n([^]*?)^\}$)/gm;

/** A member of a body: its comment and its text. */
const MEMBER = /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n)?^ {2}(?!\/\*\*|\*)(\S[^]*?);$/gm;

/** The text of the reference. */
export const reference = () =>
  ENTRIES.map(([name, file, more]) => [`## ${name}`, ...(more ? [more] : []), ...declarations(readFileSync(path(...file.split("/")), "utf8"))].join("\n\n")).join("\n\n");

function declarations(source) {
  return [...source.matchAll(DECLARATION)].map(([, comment, head, body]) => {
    const [, kind, name] = /^export (?:declare )?(interface|class|type|function|const) (\w+)/.exec(head) ?? [];
    const title = `### ${kind === "function" ? `${name}()` : name}`;
    const code = kind === "interface" || kind === "class" ? [] : [`\`\`\`ts\n${head.replace(/^export (declare )?/, "")};\n\`\`\``];
    const base = /^export interface \w+ extends (\w+)/.exec(head)?.[1];
    const inherits = base ? [`It has the members of [${base}](#${base.toLowerCase()}) too.`] : [];
    return [title, ...said(comment), ...inherits, ...code, ...(body ? [members(body)] : [])].join("\n\n");
  });
}

const said = (comment) => (comment ? [words(comment)] : []);

const words = (comment) => comment.replace(/^\s*\* ?/gm, "").replace(/\{@link ([\w.]+)\}/g, "`$1`").trim();

function members(body) {
  const rows = [...body.matchAll(MEMBER)].map(([, comment, text]) => {
    const type = text.replace(/\s+/g, " ");
    return `| \`${cell(type)}\` | ${comment ? cell(words(comment).replace(/\s+/g, " ")) : ""} |`;
  });
  return ["| member | |", "|---|---|", ...rows].join("\n");
}

const cell = (text) => text.replaceAll("|", "\\|");

const MARKS = /(<!-- types -->\n)[^]*(\n<!-- \/types -->)/;

/** docs/api.md with the reference of today between its marks. */
export const apiPage = () => readFileSync(path("docs", "api.md"), "utf8").replace(MARKS, (_, open, close) => `${open}\n${reference()}\n${close}`);

if (isMain(import.meta.url)) writeFileSync(path("docs", "api.md"), apiPage());
