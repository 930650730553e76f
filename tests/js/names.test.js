// The names: index.d.ts and the schema against a real digest, so that no part of the surface says another thing.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { apiPage } from "../../.ci/api.mjs";
import * as nutgraf from "../../www/node.js";
import * as browserless from "../../www/inlined.js";
import { OPTIONS } from "../../www/options.js";
import { NutgrafSummaryElement } from "../../www/element/nutgraf-summary.js";

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const types = read("www/index.d.ts");
const page = read("seeds/reservoir-works/page.html");

/** The members of an interface of index.d.ts: name → optional. */
function members(name) {
  const body = new RegExp(`interface ${name}[^{]*\\{([^]*?)\\n\\}`).exec(types)?.[1];
  assert.ok(body, `index.d.ts has no interface ${name}`);
  const plain = body.replace(/\/\*\*[^]*?\*\//g, "");
  return new Map([...plain.matchAll(/^ {2}(?:readonly )?(\w+)(\??):/gm)].map(([, key, optional]) => [key, optional === "?"]));
}

/** @param {object} value @param {string} name @param {string[]} inherited */
function agrees(value, name, inherited = []) {
  const declared = members(name);
  const required = [...declared].filter(([, optional]) => !optional).map(([key]) => key);
  const found = Object.keys(value);
  assert.deepEqual([...required, ...inherited].filter((key) => !found.includes(key)), [], `${name}: declared, but not given`);
  assert.deepEqual(found.filter((key) => !declared.has(key) && !inherited.includes(key)), [], `${name}: given, but not declared`);
}

test("a digest has the members that index.d.ts declares", async () => {
  const found = await nutgraf.digest(page, { include: ["sentences", "removed"] });
  agrees(found, "Digest");
  agrees(found.readability, "Readability");
  const span = ["start", "end"];
  const lists = { summary: ["SummarySentence", span], figures: ["Figure", span], entities: ["Entity"], keywords: ["Keyword"], sentences: ["Sentence", span], removed: ["Removed"] };
  for (const [list, [name, inherited]] of Object.entries(lists)) {
    for (const item of found[list]) agrees(item, name, inherited);
  }
  assert.ok(found.summary.length > 0 && found.keywords.length > 0);
});

test("the parts on request are there only on request", async () => {
  const found = await nutgraf.digest(page);
  assert.ok(!("sentences" in found) && !("removed" in found));
});

test("index.d.ts declares the options that are checked", () => {
  assert.deepEqual([...members("DigestOptions").keys()].sort(), Object.keys(OPTIONS).sort());
});

test("index.d.ts declares what the entries export", () => {
  const declared = [...types.matchAll(/^export (?:declare )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name).sort();
  assert.deepEqual(Object.keys(nutgraf).sort(), declared);
  assert.deepEqual(Object.keys(browserless).sort(), declared);
});

test("docs/api.md is the reference of the types as they are: node .ci/api.mjs writes it", () => {
  assert.equal(read("docs/api.md"), apiPage());
});

test("what isn't known is null or empty, never missing", async () => {
  const found = await nutgraf.digest("");
  const readable = await nutgraf.digest(page);
  assert.deepEqual(Object.keys(found), Object.keys(readable));
  assert.doesNotMatch(JSON.stringify(found), /undefined/);
  for (const key of ["title", "byline", "siteName", "excerpt", "publishedTime", "modifiedTime", "image", "canonicalUrl"]) assert.equal(found[key], null, key);
});

test("every seed's digest fits the schema", async () => {
  const validate = new Ajv.default({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(read("www/schema.json")));
  const folders = readdirSync(new URL("../../seeds", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.ok(folders.length > 5);
  for (const { name } of folders) {
    const [file] = readdirSync(new URL(`../../seeds/${name}`, import.meta.url)).filter((file) => /^(page\.html|text\.txt)$/.test(file));
    const found = await nutgraf.digest(read(`seeds/${name}/${file}`), { include: ["sentences", "removed"] });
    assert.ok(validate(found), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  }
});

test("the element's manifest names its attributes, members, parts and custom properties, and no others", () => {
  const declarations = JSON.parse(read("www/custom-elements.json")).modules.flatMap((module) => module.declarations ?? []);
  const element = declarations.find(({ customElement }) => customElement);
  const names = (list) => list.map(({ name }) => name).sort();
  assert.deepEqual(names(element.attributes), [...NutgrafSummaryElement.observedAttributes].sort());
  // HTML's own property; the rest of its members are inherited in a browser only.
  const own = Object.getOwnPropertyNames(NutgrafSummaryElement.prototype).filter((name) => !/Callback$|^constructor$/.test(name));
  assert.deepEqual(names(element.members).filter((name) => name !== "lang"), own.sort());
  const style = read("www/element/style.js");
  const parts = /Parts: ([^:]*?)\n\/\/ Custom/.exec(style)[1].replaceAll("//", "").split(/\s+/);
  assert.deepEqual(names(element.cssParts), parts.sort());
  const properties = new Set(style.match(/var\((--nutgraf-[a-z-]+)/g).map((use) => use.slice(4)));
  assert.deepEqual(names(element.cssProperties), [...properties].sort());
});
