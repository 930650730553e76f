// www/walk.js in Node, over jsdom and linkedom: what a record holds, and that a live document gives the digest of its HTML.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { instantiate } from "../../dist/nutgraf.glue.js";
import { walk } from "../../www/walk.js";

const file = (name) => new URL(`../../${name}`, import.meta.url);
const nutgraf = instantiate(new WebAssembly.Module(readFileSync(file("dist/nutgraf.wasm"))));

const jsdom = (html, url = "https://paper.example/story") => new JSDOM(html, { url }).window.document;
const linkedom = (html) => parseHTML(html).document;

/** A record as an indented outline. */
function outline({ events, strings }) {
  const rest = strings.split("\0");
  assert.equal(events[0], 1, "the version");
  const lines = [];
  let depth = 0;
  for (const event of events.slice(1)) {
    const indent = "  ".repeat(depth);
    if (event === 0) depth--;
    else if (event === 1) lines.push(`${indent}${JSON.stringify(rest.shift())}`);
    else if (event === 4) lines[lines.length - 1] += ` ${rest.shift()}=${JSON.stringify(rest.shift())}`;
    else if (event === 5) lines.push(`at ${rest.shift()}`);
    else {
      lines.push(`${indent}${event === 3 ? "hidden " : ""}${rest.shift()}`);
      depth++;
    }
  }
  assert.equal(depth, 0, "every element ends");
  assert.deepEqual(rest, [""], "every string is taken");
  return lines.join("\n");
}

const PAGE = `<!doctype html><html lang="en"><head><title>Tide</title><style>p{color:red}</style>
<script>let code = 1</script><script type="application/ld+json">{"headline":"Tide"}</script></head>
<body><nav><a href="/x" onclick="go()">Home</a></nav><main id="m"><p class="lead" style="color:red">One<!-- no --> two</p>
<p style="display:none">Three</p><nutgraf-summary>ours</nutgraf-summary><p data-nutgraf-ignore>Four</p>
<svg><text>Five</text></svg><template><p>Six</p></template></main></body></html>`;

for (const [name, parse] of [["jsdom", jsdom], ["linkedom", linkedom]]) {
  test(`${name}: a record holds elements, attributes and texts, and leaves out code, drawings and our own panel`, () => {
    const lines = outline(walk(parse(PAGE)));
    for (const line of [
      'html lang="en"', '"Tide"', '"{\\"headline\\":\\"Tide\\"}"', 'a href="/x"', '"Home"', 'p class="lead"', '"One"', '" two"',
      'p style="display:none"', '"Three"', 'p data-nutgraf-ignore=""',
    ]) {
      assert.ok(lines.split("\n").some((at) => at.trim() === line), `${line} in\n${lines}`);
    }
    for (const absent of ["let code", "color:red", "onclick", "no ", "ours", "Four", "Five", "Six", "nutgraf-summary"]) {
      assert.ok(!lines.includes(absent), `${absent} in\n${lines}`);
    }
  });

  test(`${name}: of one element the record holds the document's head, the elements around it, and nothing beside it`, () => {
    const document = parse(PAGE);
    const lines = outline(walk(document.querySelector("#m")));
    assert.match(lines, /html lang="en"\n {2}head\n {4}title\n {6}"Tide"/);
    assert.match(lines, /\n {2}body\n {4}main id="m"\n/);
    assert.doesNotMatch(lines, /Home/);
  });

  test(`${name}: walking changes nothing`, () => {
    const document = parse(PAGE);
    const before = document.documentElement.outerHTML;
    walk(document);
    assert.equal(document.documentElement.outerHTML, before);
  });

  for (const seed of readdirSync(file("seeds")).filter((seed) => existsSync(file(`seeds/${seed}/page.html`)))) {
    test(`${name}: ${seed} gives the same digest live as from its HTML`, () => {
      const html = readFileSync(file(`seeds/${seed}/page.html`), "utf8");
      const fromHtml = nutgraf.digestHtml(html, { url: "https://paper.example/story" });
      const { events, strings } = walk(parse(html));
      const live = nutgraf.digestLive(events, strings, { url: "https://paper.example/story" });
      for (const part of ["readable", "title", "kind", "lang", "dir", "text", "summary", "figures", "entities", "keywords"]) {
        assert.deepEqual(live[part], fromHtml[part], part);
      }
    });
  }
}

test("a page nested a hundred thousand deep is walked", () => {
  // Plain objects: the trees of jsdom and linkedom can't be built that deep.
  const element = (firstChild) => ({
    nodeType: 1, localName: "b", firstChild, nextSibling: null, hasAttributes: () => false, hasAttribute: () => false,
  });
  let top = { nodeType: 3, data: "Deep", nextSibling: null };
  for (let depth = 0; depth < 100_000; depth++) top = element(top);
  const { events, strings } = walk({ documentElement: top, URL: "about:blank" });
  assert.equal(events.length, 1 + 100_000 + 1 + 100_000);
  assert.ok(strings.endsWith("b\0Deep\0"));
});

test("a NUL in a text or an attribute doesn't break the record", () => {
  const document = jsdom("<body></body>");
  document.body.append("a\0b");
  document.body.setAttribute("title", "c\0d");
  assert.match(outline(walk(document)), /title="c\uFFFDd"\n {4}"a\uFFFDb"/);
});

test("embedded data is left out, long addresses and descriptions are kept", () => {
  const long = "x".repeat(5000);
  const lines = outline(walk(jsdom(`<meta name="description" content="${long}"><a href="https://a.example/${long}">a</a>
    <img src="data:image/png;base64,${long}" alt="A boat" data-blob="${long}">`)));
  assert.equal(lines.split(long).length - 1, 2);
  assert.match(lines, /img alt="A boat"$/m);
});

test("a record that doesn't decode is refused with bad-input", () => {
  for (const [events, strings] of [[[], ""], [[2], ""], [[1, 2], "p\0"], [[1, 0], ""], [[1, 77], ""]]) {
    assert.throws(() => nutgraf.digestLive(new Uint8Array(events), strings, {}), { code: "bad-input" });
  }
});
