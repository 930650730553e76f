// nutgraf/readability: the shape of @mozilla/readability, on jsdom and linkedom.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { Readability, isProbablyReaderable } from "../../www/readability-node.js";

const seed = (name) => readFileSync(new URL(`../../seeds/${name}/page.html`, import.meta.url), "utf8");
const jsdom = (html) => new JSDOM(html, { url: "https://paper.example/a" }).window.document;
const FIELDS = ["title", "byline", "dir", "lang", "content", "textContent", "length", "excerpt", "siteName", "publishedTime"];

test("an article has the fields of the original, and the document stays as it was", () => {
  const document = jsdom(seed("reservoir-works"));
  const before = document.documentElement.outerHTML;
  const article = new Readability(document, { charThreshold: 20, keepClasses: true }).parse();
  assert.deepEqual(Object.keys(article), FIELDS);
  assert.equal(article.title, "Old reservoir to power 22,000 homes by 2029");
  assert.equal(article.lang, "en-GB");
  assert.equal(article.length, article.textContent.length);
  assert.match(article.content, /^<div id="readability-page-1" class="page"><[^]*<\/div>$/);
  assert.equal(document.documentElement.outerHTML, before);
  const shown = jsdom(article.content).body.textContent;
  assert.equal(article.textContent.replace(/\s/g, ""), shown.replace(/\s/g, ""));
});

test("jsdom and linkedom give the same article", () => {
  const html = seed("reservoir-works");
  const [one, other] = [jsdom(html), parseHTML(html).document].map((document) => new Readability(document).parse());
  assert.equal(one.textContent, other.textContent);
  assert.equal(one.title, other.title);
});

test("a page without an article gives null, and isProbablyReaderable says so before", () => {
  for (const [name, readable] of [["link-list", false], ["reservoir-works", true], ["gezeitenkraftwerk", true]]) {
    const document = jsdom(seed(name));
    assert.equal(isProbablyReaderable(document), readable, name);
    assert.equal(new Readability(document).parse() !== null, readable, name);
  }
  const document = jsdom(seed("reservoir-works"));
  assert.equal(isProbablyReaderable(document, { minScore: 1e6 }), false);
  assert.equal(isProbablyReaderable(document, { minContentLength: 100 }), true);
  assert.equal(isProbablyReaderable(document, () => true), true);
  assert.equal(isProbablyReaderable(document, { visibilityChecker: () => false }), false);
});

test("the refusals and the serializer are those of the original", () => {
  assert.throws(() => new Readability(), /First argument to Readability constructor should be a document object/);
  assert.throws(() => new Readability(jsdom("<p>a<p>b"), { maxElemsToParse: 2 }).parse(), /Aborting parsing document; 5 elements found/);
  const { content } = new Readability(jsdom(seed("reservoir-works")), { serializer: (element) => element }).parse();
  assert.equal(content.id, "readability-page-1");
});

test("the serializer gets the element of the content, though no string may be parsed", () => {
  const document = jsdom(seed("reservoir-works"));
  const { content } = new Readability(document).parse();
  const prototype = document.defaultView.Element.prototype;
  Object.defineProperty(prototype, "innerHTML", { set() { throw new TypeError("This document requires 'TrustedHTML' assignment."); } });
  const made = new Readability(document, { serializer: (element) => element }).parse().content;
  const parsed = jsdom(content).body.firstElementChild;
  assert.ok(made.isEqualNode(parsed));
});

test("the direction is the declared one, or null", () => {
  assert.equal(new Readability(jsdom(seed("reservoir-works"))).parse().dir, null);
  assert.equal(new Readability(jsdom(seed("reservoir-works").replace("<html", '<html dir="ltr"'))).parse().dir, "ltr");
});

test("it can be required", () => {
  const required = createRequire(import.meta.url)("../../dist/readability.cjs");
  const article = new required.Readability(jsdom(seed("reservoir-works"))).parse();
  assert.ok(article.length > 500);
});

test("classes stay where they are asked for, and JSON-LD is believed unless it isn't to be", () => {
  const story = seed("reservoir-works").replaceAll("<p>", '<p class="page lead &quot;quoted">').replace("</head>", '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Old reservoir to power 22,000 homes by 2029","author":{"@type":"Person","name":"Jo Sandbach"}}</script></head>');
  const parse = (options) => new Readability(jsdom(story), options).parse();
  const classes = ({ content }) => new Set(Array.from(jsdom(content).querySelectorAll("p.page"), (element) => element.className));
  assert.deepEqual(classes(parse()), new Set(["page"]));
  assert.deepEqual(classes(parse({ classesToPreserve: ["lead"] })), new Set(["page lead"]));
  assert.deepEqual(classes(parse({ keepClasses: true })), new Set(['page lead "quoted']));
  assert.match(parse().byline, /Jo Sandbach/);
  assert.doesNotMatch(parse({ disableJSONLD: true }).byline, /Jo Sandbach/);
});
