// One news page in the three forms it can come in: as a reader pastes it, as HTML, and as a live page in Chromium.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { digest } from "../../www/node.js";
import { stage } from "./harness.js";

/** Pasted pages of the same build: what stands where a reader began to select, then the paragraphs. */
const PASTED = [["night-ferry", "../../seeds/night-ferry/text.txt"], ["putin-xi", "../../../shared/seeds/putin-xi.txt"]];
const SAME = ["readable", "title", "lang", "text", "summary", "figures"];

const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** The page that such a text was copied from, with the navigation around it that a reader doesn't select. */
function wrapped(text) {
  const [skip, title, headline, minutes, standfirst, caption, ...rest] = text.split("\n").map((line) => safe(line.trim())).filter(Boolean);
  const related = rest.indexOf("Related stories");
  const [paragraphs, links] = related < 0 ? [rest, []] : [rest.slice(0, related), rest.slice(related + 1)];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Daily Line</title></head><body>
<a class="skip-link" href="#main">${skip}</a>
<header><a href="/">The Daily Line</a><nav><ul><li><a href="/world">World</a></li><li><a href="/money">Money</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main id="main"><article><header><h1>${title}</h1><h2>${headline}</h2><p class="reading-time">${minutes}</p></header>
<p class="standfirst">${standfirst}</p>
<figure><img src="/lead.jpg" alt=""><figcaption>${caption}</figcaption></figure>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article>${links.length ? `<aside><h2>Related stories</h2><ul>${links.map((link) => `<li><a href="/more">${link}</a></li>`).join("")}</ul></aside>` : ""}</main>
<footer><a href="/terms">Terms</a> <a href="/privacy">Privacy</a> <p>© The Daily Line</p></footer></body></html>`;
}

const { chromium, server } = await stage();

for (const [name, place] of PASTED) {
  const file = new URL(place, import.meta.url);
  const skip = existsSync(file) ? false : `${file.pathname} isn't there`;
  test(`${name}: pasted, as HTML and as a live page it has one text, one summary and the same figures`, { skip }, async () => {
    const text = readFileSync(file, "utf8");
    const html = wrapped(text);
    const pasted = await digest(text);
    assert.ok(pasted.readable && pasted.summary.length === 3 && pasted.figures.length > 0);
    server.pages[`/${name}/`] = { html };
    const page = await chromium.newPage();
    await page.goto(`${server.origin}/${name}/`);
    const live = await page.evaluate(async () => (await import("/www/browser.js")).digestDocument());
    await page.close();
    const asHtml = await digest(html);
    for (const part of SAME) {
      assert.deepEqual(asHtml[part], pasted[part], `${part} of the HTML`);
      assert.deepEqual(live[part], pasted[part], `${part} of the live page`);
    }
  });
}
