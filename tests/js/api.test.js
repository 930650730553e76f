// The package in Node: every kind of input, every refusal, and that a failed call harms no later one.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { Engine } from "../../www/core.js";
import { createApi } from "../../www/api.js";
import * as inlined from "../../www/inlined.js";
import { OPTIONS } from "../../www/options.js";
import { DigestError, digest, digestDocument, digestStream, isProbablyReadable, setup, toMarkdown } from "../../www/node.js";

const root = new URL("../../", import.meta.url);
const seed = (name) => readFileSync(new URL(`seeds/${name}`, root), "utf8");
const page = seed("reservoir-works/page.html");
const text = seed("night-ferry/text.txt");
const bytes = (string) => new TextEncoder().encode(string);
const same = (a, b) => {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  if (left === right) return;
  const at = [...left].findIndex((character, index) => character !== right[index]);
  assert.fail(`the digests differ from ${at}: ${left.slice(at - 60, at + 60)} | ${right.slice(at - 60, at + 60)}`);
};
const refused = (code, pattern = /./) => (error) => {
  assert.ok(error instanceof DigestError, `${error}`);
  assert.equal(error.code, code, error.message);
  assert.match(error.message, pattern);
  return true;
};

test("every way in gives the same digest of the same page", async () => {
  const expected = await digest(page);
  assert.equal(expected.readable, true);
  assert.ok(expected.text.length > 500 && expected.summary.length === 3);
  same(await digest(bytes(page)), expected);
  same(await digest(bytes(page).buffer), expected);
  same(await digest(Buffer.from(page)), expected);
  same(await digest(new Response(page)), expected);
  same(await digest(new Blob([page])), expected);
  same(await digestStream([page.slice(0, 999), page.slice(999)]), expected);
  same(await digestStream(new Response(page).body), expected);
  same(await inlined.digest(page), expected);
  const required = createRequire(import.meta.url)("../../dist/nutgraf.cjs");
  same(await required.digest(page), expected);
});

test("a chunk of a stream may end within a character", async () => {
  const whole = bytes(text);
  async function* chunks() {
    for (let at = 0; at < whole.length; at += 777) yield whole.subarray(at, at + 777);
  }
  same(await digestStream(chunks()), await digest(text));
});

test("every span slices back to its text", async () => {
  for (const input of [page, text]) {
    const found = await digest(input, { include: ["sentences", "removed"] });
    for (const item of [...found.summary, ...found.sentences, ...found.figures]) {
      assert.equal(found.text.slice(item.start, item.end), item.text);
    }
    for (const { mentions, count } of found.entities) {
      assert.equal(mentions.length, count);
      for (const { start, end } of mentions) assert.ok(start < end && end <= found.text.length);
    }
    assert.ok(Array.isArray(found.removed));
  }
});

test("bytes are decoded by their mark, by HTTP, by the document, and then as UTF-8", async () => {
  const words = "Das Gezeitenkraftwerk läuft über die Jahre gleichmäßig, sagte die Prüferin. ".repeat(8);
  const latin = (string) => Buffer.from(string, "latin1");
  const textOf = async (input, options) => (await digest(input, { boilerplate: "keep", ...options })).text;
  const expected = await textOf(words);
  const body = `<p>${words}</p>`;
  assert.equal(await textOf(latin(`<meta charset="windows-1252">${body}`)), expected);
  assert.equal(await textOf(latin(`<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">${body}`)), expected);
  assert.equal(await textOf(new Response(latin(body), { headers: { "content-type": "text/html; charset=ISO-8859-1" } })), expected);
  assert.equal(await textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, "utf16le")])), expected);
  assert.equal(await textOf(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`<meta charset=latin1>${body}`)])), expected);
  assert.equal(await textOf(Buffer.from(`<!-- <meta charset=latin1> -->${body}`)), expected);
  assert.equal(await textOf(Buffer.from(`<meta charset="no-such-charset">${body}`)), expected);
});

test("markup is told from plain text", async () => {
  const { typeOf } = await import("../../www/input.js");
  for (const html of ["<!DOCTYPE html><p>A", "\ufeff\n <html>", "<p>One</p>", "<div class=a>x", "<!-- x --><b>y</b>", '<frameset cols="1,2">', "<noscript><p>", "One <b>bold</b> word"]) {
    assert.equal(typeOf(html), "html", html);
  }
  const prose = "The tag <b> makes text bold and ends at </b>, as the standard has it. ".padEnd(5000, "Words follow words. ");
  for (const plain of ["", "Hello", "a < b and b > c", "<3 this", "x <y@z.example>", prose, "%PDF-1.7 <</Type /Page>>"]) {
    assert.equal(typeOf(plain), "text", plain);
  }
});

test("an option of a wrong type, out of range or unknown is refused, and the next call works", async () => {
  const wrong = {
    type: ["xml", 1],
    url: [5, null],
    lang: [true],
    sentences: [0, 101, 2.5, "3", NaN, null],
    words: [0, "many"],
    ratio: [0, 1.5, -1, "half"],
    focus: [7],
    include: ["sentences", ["everything"], [1]],
    boilerplate: ["some", true],
    root: [1],
    exclude: ["nav", [1]],
    signal: [{}, "now"],
    maxBytes: [0, -1, 1.5, "big"],
    maxElements: [0, "x"],
  };
  assert.deepEqual(Object.keys(wrong), Object.keys(OPTIONS), "every option is tried");
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      await assert.rejects(digest(text, { [name]: value }), refused("bad-option", new RegExp(name)), `${name}: ${value}`);
    }
  }
  for (const options of [null, 5, "fast", ["a"], { sentence: 3 }, { constructor: 1 }]) {
    await assert.rejects(digest(text, options), refused("bad-option"));
  }
  await assert.rejects(setup({ wsam: "x" }), refused("bad-option"));
  assert.equal((await digest(text, { sentences: 2 })).summary.length, 2);
  same(await digest(text, { url: undefined }), await digest(text));
});

test("an input of a wrong kind is refused", async () => {
  for (const input of [undefined, null, 5, true, {}, [], () => text, Symbol("x")]) {
    await assert.rejects(digest(input), refused("bad-input"));
  }
  await assert.rejects(digestDocument(text), refused("bad-input"));
  await assert.rejects(digestDocument(), refused("bad-input"));
  await assert.rejects(digestStream(text), refused("bad-input"));
  await assert.rejects(digestStream([1, 2]), refused("bad-input"));
});

test("what isn't an article says why", async () => {
  const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))]);
  const cases = [
    ["", "empty"],
    [" \n\t\u00a0\n", "empty"],
    ["<html><body></body></html>", "empty"],
    [pdf, "binary"],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0]), "binary"],
    [seed("link-list/page.html"), "link-list"],
  ];
  for (const [input, reason] of cases) {
    const found = await digest(input);
    assert.equal(found.readable, false, reason);
    assert.equal(found.reason, reason);
    assert.deepEqual([found.summary, found.figures, found.entities, found.keywords], [[], [], [], []]);
    assert.equal(await isProbablyReadable(input), false);
  }
  assert.equal(await isProbablyReadable(page), true);
  assert.equal(await isProbablyReadable(text), true);
});

test("an aborted signal's own reason comes out", async () => {
  const reason = new Error("the reader left");
  await assert.rejects(digest(text, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  await assert.rejects(digest(text, { signal: AbortSignal.abort() }), { name: "AbortError" });
  const late = new AbortController();
  const never = new ReadableStream({ pull: () => new Promise(() => {}) });
  const waiting = digestStream(never, { signal: late.signal });
  setTimeout(() => late.abort(reason), 20);
  await assert.rejects(waiting, (error) => error === reason);
  assert.equal((await digest(text)).readable, true);
});

test("a response that failed, or that was read already, is refused", async () => {
  await assert.rejects(digest(new Response("gone", { status: 404 })), refused("bad-input", /404/));
  const read = new Response(page);
  await read.text();
  await assert.rejects(digest(read), refused("bad-input", /read already/));
  const broken = new Response(new ReadableStream({ pull: (c) => c.error(new Error("the line was cut")) }));
  await assert.rejects(digest(broken), refused("bad-input", /the line was cut/));
});

test("a response tells its address and its type", async () => {
  const server = createServer((request, response) => {
    response.setHeader("content-type", request.url === "/plain" ? "text/plain" : "text/html");
    response.end(request.url === "/plain" ? "The ferry left the harbour at dawn, and nobody on the quay saw it go." : page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = `http://127.0.0.1:${server.address().port}`;
  try {
    same(await digest(await fetch(`${at}/page`)), await digest(page, { url: `${at}/page` }));
    assert.match((await digest(await fetch(`${at}/plain`), { boilerplate: "keep" })).text, /^The ferry/);
  } finally {
    server.close();
  }
});

test("what is too large is refused at once", async () => {
  await assert.rejects(digest("x".repeat(100 * 2 ** 20)), refused("too-large", /33554432/));
  await assert.rejects(digest(text, { maxBytes: 100 }), refused("too-large"));
  await assert.rejects(digest(bytes(text), { maxBytes: 100 }), refused("too-large"));
  await assert.rejects(digest(new Response(text), { maxBytes: 100 }), refused("too-large"));
  await assert.rejects(digest("<p>a</p>".repeat(100), { maxElements: 50 }), refused("too-large"));
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(bytes("word ".repeat(1000)));
    },
  });
  await assert.rejects(digestStream(endless, { maxBytes: 20_000 }), refused("too-large"));
  assert.ok(pulled < 10, `${pulled} chunks were taken`);
});

test("depth and length are done in bounded time", async () => {
  const deep = `<article>${"<div>".repeat(100_000)}<p>${"The council opened the new bridge on Monday. ".repeat(20)}</p>`;
  assert.equal(typeof (await digest(deep)).readable, "boolean");
  const long = "The council opened the bridge on Monday, and 4,000 people came to see it. ".repeat(140_000);
  assert.ok(long.length > 10_000_000);
  const found = await digest(long);
  assert.ok(found.text.length > 9_000_000);
});

test("two calls at once don't disturb each other", async () => {
  const alone = [await digest(page), await digest(text)];
  const together = await Promise.all([digest(page), digest(text), digest(page), digest(text)]);
  same(together, [...alone, ...alone]);
});

test("a trap renews the instance: later calls answer as before", async () => {
  const module = new WebAssembly.Module(readFileSync(new URL("dist/nutgraf.wasm", root)));
  const { instantiate } = await import("../../dist/nutgraf.glue.js");
  let made = 0;
  let trap = true;
  const engine = new Engine(
    (compiled) => {
      made += 1;
      const instance = instantiate(compiled);
      const digestText = (...args) => {
        if (!trap) return instance.digestText(...args);
        trap = false;
        // A real trap inside this instance: an allocation of an impossible layout.
        return instance.digestLive({ length: 2 ** 31 }, "", {});
      };
      return { ...instance, digestText };
    },
    async () => module,
  );
  const api = createApi(engine, { walk: () => ({ events: new Uint8Array(), strings: "" }) });
  await assert.rejects(api.digest(text), refused("internal"));
  assert.equal(made, 1);
  same(await api.digest(text), await digest(text));
  assert.equal(made, 2);
});

test("an instance whose memory grew far is given back", async () => {
  const module = new WebAssembly.Module(readFileSync(new URL("dist/nutgraf.wasm", root)));
  const { instantiate } = await import("../../dist/nutgraf.glue.js");
  let made = 0;
  const engine = new Engine((compiled) => (made++, { ...instantiate(compiled), memory: { buffer: { byteLength: 2 ** 29 } } }), async () => module);
  await engine.ready();
  engine.call("defaultMaxBytes");
  engine.call("defaultMaxBytes");
  assert.equal(made, 2);
});

test("a policy that forbids WebAssembly is named with the directive that allows it", async () => {
  const blocked = new WebAssembly.CompileError("WebAssembly.instantiate(): violates the following Content Security policy directive");
  const engine = new Engine(() => ({}), () => Promise.reject(blocked));
  await assert.rejects(engine.ready(), refused("wasm-blocked", /wasm-unsafe-eval/));
});

test("a live document isn't changed, and an element can be read alone", async () => {
  const { document } = new JSDOM(page, { url: "https://paper.example/a" }).window;
  const before = document.documentElement.outerHTML;
  const whole = await digestDocument(document);
  same(await digest(document), whole);
  assert.equal(document.documentElement.outerHTML, before);
  assert.equal(whole.readable, true);
  assert.equal((await digest(document.querySelector("article") ?? document.body)).readable, true);
});

test("a document without a body or without any element is refused or unreadable, never a crash", async () => {
  const { document } = new JSDOM("").window;
  document.body.remove();
  assert.equal((await digestDocument(document)).readable, false);
  document.documentElement.remove();
  assert.equal((await digestDocument(document)).reason, "empty");
});

test("Markdown holds the summary and the article", async () => {
  const found = await digest(page, { url: "https://paper.example/a" });
  const markdown = toMarkdown(found);
  assert.ok(markdown.startsWith(`# ${found.title}`), markdown.slice(0, 200));
  assert.match(markdown, /^## Summary\n\n- /m);
  assert.match(markdown, /^## Article$/m);
  assert.equal(toMarkdown(await digest("")), "");
  for (const other of [undefined, null, {}, "text"]) assert.throws(() => toMarkdown(other), refused("bad-input"));
});
