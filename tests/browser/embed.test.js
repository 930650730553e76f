// The script-tag embed: one file that finds the article and puts the panel there, from any origin; and the examples.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { open as opened, seed, serve, settled, stage } from "./harness.js";

const embed = readFileSync(new URL("../../dist/embed.js", import.meta.url));
const withScript = (name, script) => seed(name).replace("</head>", `${script}</head>`);

const elsewhere = await serve();
after(() => elsewhere.close());
const integrity = `sha384-${createHash("sha384").update(embed).digest("base64")}`;
const { chromium, server } = await stage({
  "/plain/": { html: withScript("reservoir-works", '<script type="module" src="/dist/embed.js" async blocking="render"></script>') },
  "/late/embed.js": { body: embed, type: "text/javascript", wait: 800 },
  "/given/": { html: withScript("reservoir-works", '<script type="module" src="/dist/embed.js" data-for="main" data-place="start" data-show="summary" data-sentences="2" data-heading-level="5"></script>') },
  "/placed/": { html: withScript("reservoir-works", '<script type="module" src="/dist/embed.js"></script>').replace("</main>", '<nutgraf-summary id="own"></nutgraf-summary></main>') },
  "/elsewhere/": { html: withScript("reservoir-works", `<script type="module" crossorigin src="${elsewhere.origin}/dist/embed.js" integrity="${integrity}"></script>`) },
  "/strict/": {
    html: withScript("reservoir-works", `<script type="module" crossorigin src="${elsewhere.origin}/dist/embed.js"></script>`),
    headers: { "content-security-policy": `default-src 'none'; script-src 'self' ${elsewhere.origin} 'wasm-unsafe-eval'; worker-src 'self'; img-src *; style-src 'unsafe-inline'` },
  },
});

const open = (path) => opened(chromium, server.origin + path);

test("one script tag puts the panel under the article's title, and one file is all it loads", async () => {
  const before = server.requests.length;
  const { page, state, errors } = await open("/plain/");
  assert.equal(state, "ready");
  assert.equal(await page.evaluate(() => Boolean(document.querySelector("article nutgraf-summary"))), true);
  assert.equal(await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    return Boolean(panel.compareDocumentPosition(document.querySelector("h1")) & Node.DOCUMENT_POSITION_PRECEDING);
  }), true);
  const ours = new Set(server.requests.slice(before).filter((path) => /dist|www/.test(path)));
  assert.deepEqual([...ours], ["/dist/embed.js"]);
  assert.ok(page.workers().length > 0, "off the main thread");
  assert.deepEqual(errors, []);
  await page.close();
});

/** A page whose script comes after the reader has seen it, told what has shifted in it. */
async function late(html, size, meanwhile) {
  server.pages["/late/"] = { html };
  const page = await chromium.newPage({ viewport: { width: size[0], height: size[1] } });
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifted += value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`${server.origin}/late/`, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length);
  await meanwhile?.(page);
  assert.equal(await settled(page), "ready");
  await page.waitForTimeout(300);
  return page;
}

const LATE = '<script type="module" src="/late/embed.js" async></script>';
for (const size of [[1280, 800], [390, 700]]) {
  for (const [name, scroll] of [["hasn't scrolled", 0], ["has scrolled", 900]]) {
    test(`a script that comes late moves nothing that a reader sees who ${name} (${size.join(" × ")})`, async () => {
      const page = await late(withScript("reservoir-works", LATE), size, (page) => page.evaluate((top) => scrollTo(0, top), scroll));
      const shifted = await page.evaluate(() => globalThis.shifted);
      assert.ok(shifted < 0.02, `${shifted}`);
      assert.ok(await page.evaluate(() => document.querySelector("article nutgraf-summary").checkVisibility()));
      await page.close();
    });
  }
}

const paragraphs = (wrap) => Array.from({ length: 20 }, (_, at) => wrap(`<p>The council of Millport has decided that pier number ${at} is to be painted green by the first of May, said Jane Doe, its mayor. Painting it will cost £${at + 14},000, and residents have asked the harbour board for new lamps as well.</p>`)).join("");
const SHAPES = {
  "paragraphs each in a box": paragraphs((paragraph) => `<div>${paragraph}</div>`),
  "sections with headings": paragraphs((paragraph) => `<section><h2>A part</h2>${paragraph}${paragraph}</section>`),
  "one long list": `<ol>${paragraphs((paragraph) => `<li>${paragraph}</li>`)}</ol>`,
  "much that is folded away": `<details><summary>More</summary>${paragraphs(String)}</details>${paragraphs(String)}`,
  "no paragraph": paragraphs(String).replace(/<p>/g, "").replace(/<.p>/g, "<br><br>"),
};
for (const [name, html] of Object.entries(SHAPES)) {
  test(`a late script finds its place in an article of another shape: ${name}`, async () => {
    const page = await late(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Piers</title>${LATE}</head><body><article><h1>Piers of Millport</h1>${html}</article></body></html>`, [1000, 700]);
    const { shifted, found, before } = await page.evaluate(() => {
      const panel = document.querySelector("nutgraf-summary");
      return { shifted: globalThis.shifted, found: panel.checkVisibility() && panel.parentElement.matches("article, section"), before: panel.previousElementSibling?.localName };
    });
    assert.ok(shifted < 0.02, `${shifted}`);
    assert.ok(found);
    assert.notEqual(before, "h2");
    await page.close();
  });
}

test("a late script puts the panel where its author says, whatever moves", async () => {
  const page = await late(withScript("reservoir-works", LATE.replace("async", 'data-place="start" async')), [1280, 800]);
  assert.ok(await page.evaluate(() => document.querySelector("article").firstElementChild.localName === "nutgraf-summary"));
  await page.close();
});

test("data- attributes become the panel's own", async () => {
  const { page } = await open("/given/");
  const panel = await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    return { first: panel.parentElement.localName === "main" && !panel.previousElementSibling, sentences: panel.digest.summary.length, heading: panel.shadowRoot.querySelector("h5") !== null, people: panel.shadowRoot.querySelector(".people") };
  });
  assert.deepEqual(panel, { first: true, sentences: 2, heading: true, people: null });
  await page.close();
});

test("a script that is redirected keeps its data- attributes", async () => {
  server.pages["/latest/embed.js"] = { body: "", status: 302, headers: { location: "/dist/embed.js" } };
  server.pages["/latest/"] = { html: withScript("reservoir-works", '<script type="module" src="/latest/embed.js" data-sentences="1"></script>') };
  const { page } = await open("/latest/");
  assert.equal(await page.evaluate(() => document.querySelector("nutgraf-summary").digest.summary.length), 1);
  await page.close();
});

test("a panel that the page's author has placed is the only one", async () => {
  const { page, state } = await open("/placed/");
  assert.equal(state, "ready");
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("nutgraf-summary")].map((panel) => panel.id)), ["own"]);
  await page.close();
});

const story = (name) => `<article><h1>${name}</h1>${[1, 2, 3, 4, 5].map((at) => `<p>The council of ${name} has decided that pier number ${at} is to be painted green by the first of May, said Jane Doe, its mayor.</p>`).join("")}</article>`;
const app = (html, script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Piers</title><body><div id="root">${html}</div><script type="module" src="/dist/embed.js"></script><script>${script ?? ""}</script>`;
const where = (page) =>
  page.evaluate(() => [...document.querySelectorAll("nutgraf-summary")].map((panel) => [panel.parentElement.localName, panel.id, panel.checkVisibility()]));

test("a page that exchanges its article without being loaded anew has its panel again, with the new one's words", async () => {
  server.pages["/app/"] = { html: app(`<header>Site</header><main>${story("Millport")}</main>`) };
  const { page, errors } = await open("/app/");
  for (const [name, exchange] of [
    ["Kelso", (html) => (document.querySelector("main").innerHTML = html)],
    ["Dunbar", (html) => (document.querySelector("article").innerHTML = html.replace(/<.?article>/g, ""))],
    ["Oban", (html) => {
      document.querySelector("#root").innerHTML = "<p>Loading</p>";
      setTimeout(() => (document.querySelector("#root").innerHTML = `<header>Site</header><main>${html}</main>`), 300);
    }],
    ["Crail", (html) => {
      document.querySelector("article").hidden = true;
      document.querySelector("main").insertAdjacentHTML("beforeend", html);
    }],
  ]) {
    await page.evaluate(exchange, story(name));
    await page.waitForFunction((name) => document.querySelector("nutgraf-summary")?.digest?.text.includes(`council of ${name}`), name);
    await page.waitForTimeout(50);
    assert.deepEqual(await where(page), [["article", "", true]], name);
  }
  assert.deepEqual(errors, []);
  await page.close();
});

test("an app that renders late gets its panel at the article, or keeps its own", async () => {
  for (const [own, expected] of [["", ["article", "", true]], ['<nutgraf-summary id="own"></nutgraf-summary>', ["main", "own", true]]]) {
    server.pages["/late/"] = { html: app("<p>Loading</p>", `setTimeout(() => (root.innerHTML = ${JSON.stringify(`<header>Site</header><main>${own}${story("Millport")}</main>`)}), 900)`) };
    const page = await chromium.newPage();
    await page.goto(`${server.origin}/late/`);
    await page.waitForFunction(() => document.querySelector("nutgraf-summary")?.digest?.text.includes("council of Millport"));
    assert.deepEqual(await where(page), [expected]);
    await page.close();
  }
});

test("a panel that is taken out alone stays out", async () => {
  const { page } = await open("/app/");
  await page.evaluate(() => document.querySelector("nutgraf-summary").remove());
  await page.evaluate((html) => (document.querySelector("main").innerHTML = html), story("Kelso"));
  await page.waitForTimeout(300);
  assert.deepEqual(await where(page), []);
  await page.close();
});

test("from another origin, with its integrity checked, it works off the main thread too", async () => {
  const { page, state, errors } = await open("/elsewhere/");
  assert.equal(state, "ready");
  assert.ok(page.workers().length > 0);
  assert.deepEqual(errors, []);
  await page.close();
});

test("from another origin under a policy without blob workers it stays on the main thread", async () => {
  const { page, state, errors } = await open("/strict/");
  assert.equal(state, "ready");
  assert.equal(page.workers().length, 0);
  assert.deepEqual(errors, []);
  await page.close();
});

test("what was loaded once works without a network", async () => {
  const kept = { "cache-control": "max-age=3600" };
  server.pages["/kept/"] = { html: withScript("reservoir-works", '<script type="module" src="/dist/embed.js" async></script>'), headers: kept };
  server.pages["/dist/embed.js"] = { headers: kept };
  const context = await chromium.newContext();
  for (const isOffline of [false, true]) {
    await context.setOffline(isOffline);
    const { page, state, errors } = await opened(context, `${server.origin}/kept/`);
    assert.equal(state, "ready");
    assert.deepEqual(errors, []);
    await page.close();
  }
  delete server.pages["/dist/embed.js"];
  await context.close();
});

const examples = new URL("../../examples/", import.meta.url);
/** Those that need no bundler; `npm run proofs` opens the others. */
const runsAsItIs = (name) => existsSync(new URL(`${name}/index.html`, examples)) && !readdirSync(new URL(`${name}/`, examples)).some((file) => file.startsWith("main.js"));
for (const name of readdirSync(examples).filter(runsAsItIs)) {
  test(`the example ${name} shows its panel, and every sentence leads to its words`, async () => {
    const { page, state, errors } = await open(`/examples/${name}/index.html`);
    assert.equal(state, "ready");
    const summary = await page.evaluate(() => document.querySelector("nutgraf-summary").digest.summary);
    for (const sentence of summary) {
      const found = await page.evaluate((sentence) => {
        document.querySelector("nutgraf-summary").jumpTo(sentence);
        return [...CSS.highlights.get("nutgraf")][0].toString().replace(/\s+/g, " ").trim();
      }, sentence);
      assert.equal(found, sentence.text.replace(/\s+/g, " ").trim());
    }
    assert.deepEqual(errors, []);
    await page.close();
  });
}
