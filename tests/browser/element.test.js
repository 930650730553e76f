// <nutgraf-summary> on real pages in Chromium: what it shows, where it leads, what it leaves alone, and how it ends.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open as opened, settled, stage, withPanel } from "./harness.js";

const { chromium, server } = await stage({
  "/news/": { html: withPanel("reservoir-works") },
  "/links/": { html: withPanel("link-list") },
  "/arabic/": { html: withPanel("maktaba") },
});

const open = (path, options) => opened(chromium, server.origin + path, options);

const settle = (text) => text.replace(/\s+/g, " ").trim();
const source = (page) => page.evaluate(() => document.documentElement.outerHTML);
const marked = (page) =>
  page.evaluate(() => [...(CSS.highlights.get("nutgraf") ?? [])].map((range) => range.toString()));
const isSeen = (page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get("nutgraf");
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
const digestOf = (page) => page.evaluate(() => document.querySelector("nutgraf-summary").digest);

test("every sentence and figure leads to exactly its words, and the page stays as it was", async () => {
  const { page, state, errors } = await open("/news/");
  assert.equal(state, "ready");
  const untouched = await source(page);
  const digest = await digestOf(page);
  assert.ok(digest.summary.length >= 3);
  for (const [part, items] of [["show", digest.summary], ["figure", digest.figures.slice(0, 5)]]) {
    const buttons = page.locator(`nutgraf-summary .${part}`);
    assert.equal(await buttons.count(), items.length, part);
    for (const [at, item] of items.entries()) {
      await buttons.nth(at).click();
      assert.deepEqual((await marked(page)).map(settle), [settle(item.text)]);
      assert.ok(await isSeen(page), item.text);
    }
  }
  assert.equal(await source(page), untouched);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a jump opens what holds its sentence closed", async () => {
  const page = await chromium.newPage();
  const fold = (html) => html.replace(/<article[^>]*>/, (tag) => `${tag}<details><summary>Read on</summary><div hidden="until-found">`).replace("</article>", "</div></details></article>");
  server.pages["/folded/"] = { html: fold(withPanel("reservoir-works")) };
  await page.goto(`${server.origin}/folded/`);
  assert.equal(await settled(page), "ready");
  await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    panel.jumpTo(panel.digest.summary[0]);
  });
  assert.ok(await isSeen(page));
  assert.ok(await page.evaluate(() => CSS.highlights.get("nutgraf").values().next().value.startContainer.parentElement.checkVisibility({ contentVisibilityAuto: true })));
  await page.close();
});

test("a jump moves smoothly, gets there even where the browser drops the movement, and leaves the reader who goes on alone", async () => {
  const { page } = await open("/news/", { reducedMotion: "no-preference" });
  const seen = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    const asked = [];
    const scroll = window.scrollBy.bind(window);
    window.scrollBy = (options) => {
      asked.push(options.behavior);
      if (options.behavior === "instant") scroll(options);
    };
    const rest = () => new Promise((resolve) => setTimeout(resolve, 1500));
    panel.jumpTo(panel.digest.summary.at(-1));
    await rest();
    const made = asked.splice(0);
    scroll({ top: -1e6, behavior: "instant" });
    panel.jumpTo(panel.digest.summary.at(-1));
    dispatchEvent(new WheelEvent("wheel"));
    await rest();
    window.scrollBy = scroll;
    return { made, left: asked };
  });
  assert.deepEqual(seen, { made: ["smooth", "instant"], left: ["smooth"] });
  await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    panel.jumpTo(panel.digest.summary.at(-1));
  });
  assert.equal(await isSeen(page), false, "it takes its time");
  while (!(await isSeen(page))) await page.waitForTimeout(50);
  await page.close();
});

test("a figure that stands twice on the page is shown where its sentence is", async () => {
  const { page } = await open("/news/");
  const found = await page.evaluate(async () => {
    const { rangeFor } = await import("/www/highlight.js");
    const root = document.createElement("div");
    root.innerHTML = "<nav>Rents rose 5%</nav><p>Wages rose 5% in May.</p><p>Rents rose 5% in <b>May</b> and 5%\n in June.</p>";
    const context = "Rents rose 5% in May and 5% in June.";
    document.body.append(root);
    const of = (label) => rangeFor({ text: "5%", label, context }, root);
    const [first, second] = [of("Rents rose 5% in May"), of("5% in June")];
    const sentence = rangeFor({ text: context }, root);
    const place = (range) => [root.children.length, [...root.children].indexOf(range.startContainer.parentElement), range.startOffset];
    const places = [place(first), place(second), sentence.toString()];
    root.remove();
    return places;
  });
  assert.deepEqual(found, [[3, 2, 11], [3, 2, 5], "Rents rose 5% in May and 5%\n in June."]);
  await page.close();
});

test("a sentence between whose words the page shows a footnote mark is found, and words that aren't there are not", async () => {
  const { page } = await open("/news/");
  const found = await page.evaluate(async () => {
    const { rangeFor, highlight } = await import("/www/highlight.js");
    const root = document.createElement("div");
    root.innerHTML = "<p>The bridge was closed<sup>[12]</sup> after the storm had passed.</p>";
    document.body.append(root);
    const range = rangeFor({ text: "The bridge was closed after the storm had passed." }, root);
    const none = rangeFor({ text: "The bridge was opened." }, root);
    const { ranges, clear } = highlight([{ text: "the storm" }, { text: "nowhere" }], root, { name: "test" });
    const size = CSS.highlights.get("test").size;
    clear();
    return [range.toString(), none, ranges.map(String), size, CSS.highlights.has("test")];
  });
  assert.deepEqual(found, ["The bridge was closed[12] after the storm had passed.", null, ["the storm", "null"], 1, false]);
  await page.close();
});

test("a click on a sentence jumps, selecting words of it doesn't", async () => {
  const { page } = await open("/news/");
  await page.evaluate(() => {
    globalThis.jumps = 0;
    addEventListener("nutgraf-jump", () => globalThis.jumps++);
  });
  const { x, y } = await page.locator("nutgraf-summary .text").first().boundingBox();
  await page.mouse.move(x + 20, y + 8);
  await page.mouse.down();
  await page.mouse.move(x + 200, y + 8, { steps: 4 });
  await page.mouse.up();
  assert.equal(await page.evaluate(() => globalThis.jumps), 0);
  await page.mouse.click(x + 20, y + 8);
  assert.equal(await page.evaluate(() => globalThis.jumps), 1);
  await page.close();
});

test("hovering tints, Escape clears, and a listener can say no to a jump", async () => {
  const { page } = await open("/news/");
  await page.locator("nutgraf-summary .sentence").first().hover();
  assert.equal(await page.evaluate(() => CSS.highlights.get("nutgraf-hint").size), 1);
  await page.mouse.move(0, 0);
  await page.waitForFunction(() => !CSS.highlights.has("nutgraf-hint"));
  await page.locator("nutgraf-summary .show").first().focus();
  await page.keyboard.press("Enter");
  assert.equal((await marked(page)).length, 1);
  await page.keyboard.press("Escape");
  assert.equal((await marked(page)).length, 0);
  const jumped = await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    document.addEventListener("nutgraf-jump", (event) => event.preventDefault(), { once: true });
    return panel.jumpTo(panel.digest.summary[0]);
  });
  assert.equal(jumped, false);
  assert.equal((await marked(page)).length, 0);
  await page.close();
});

test("the reader asks for a longer and a shorter summary, and the focus stays where it was", async () => {
  const { page } = await open("/news/");
  const sentences = page.locator("nutgraf-summary .sentence");
  const three = await sentences.count();
  await page.locator("nutgraf-summary [data-key=longer]").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((count) => document.querySelector("nutgraf-summary").digest.summary.length === count, three + 1);
  assert.equal(await sentences.count(), three + 1);
  assert.equal(await page.evaluate(() => document.querySelector("nutgraf-summary").shadowRoot.activeElement.dataset.key), "longer");
  await page.locator("nutgraf-summary [data-key=shorter]").click();
  await page.waitForFunction((count) => document.querySelector("nutgraf-summary").digest.summary.length === count, three);
  await page.close();
});

test("every press of Longer counts, and there is no more to ask for at the text's end", async () => {
  const { page } = await open("/news/");
  const press = (key, times) => page.evaluate(([key, times]) => {
    const { shadowRoot } = document.querySelector("nutgraf-summary");
    for (let at = 0; at < times; at++) shadowRoot.querySelector(`[data-key=${key}]`).click();
  }, [key, times]);
  const has = (count) => page.waitForFunction((count) => document.querySelector("nutgraf-summary").digest.summary.length === count, count);
  await press("longer", 3);
  await has(6);
  const short = "<h1>Piers</h1>" + [1, 2, 3, 4].map((at) => `<p>The council of ferry town number ${at} has decided that its old pier is to be painted green by the first of May.</p>`).join("");
  await page.evaluate((html) => (document.querySelector("article").innerHTML = html), short);
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").digest.text.includes("ferry town"));
  assert.ok((await digestOf(page)).summary.length < 6);
  assert.equal(await page.locator("nutgraf-summary [data-key=longer]").getAttribute("aria-disabled"), "true");
  const all = (await digestOf(page)).summary.length;
  await press("shorter", 1);
  await has(all - 1);
  assert.equal(await page.locator("nutgraf-summary [data-key=longer]").getAttribute("aria-disabled"), null);
  await page.close();
});

test("a panel in a shadow tree has its heading under the one before it, there or around it", async () => {
  const { page } = await open("/news/");
  const levels = await page.evaluate(async () => {
    const digest = document.querySelector("nutgraf-summary").digest;
    document.body.innerHTML = "<h1>Site</h1><x-a></x-a><h2>Other</h2><x-b></x-b><h4>More</h4>";
    const level = (name, html) => {
      const shadow = document.querySelector(name).attachShadow({ mode: "open" });
      shadow.innerHTML = html;
      const panel = shadow.querySelector("nutgraf-summary");
      panel.digest = digest;
      return panel.shadowRoot.querySelector(".heading").localName;
    };
    return [level("x-a", "<nutgraf-summary></nutgraf-summary><h5>Later</h5>"), level("x-b", "<h4>Before</h4><nutgraf-summary></nutgraf-summary>")];
  });
  assert.deepEqual(levels, ["h2", "h5"]);
  await page.close();
});

test("the panel's own words keep their direction in an article of the other", async () => {
  const { page } = await open("/arabic/");
  await page.evaluate(() => (document.querySelector("nutgraf-summary").lang = "de"));
  const promise = page.locator("nutgraf-summary .promise span");
  while (!(await promise.textContent()).startsWith("Jeder")) await page.waitForTimeout(20);
  const isLast = await promise.evaluate((span) => {
    const range = document.createRange();
    const place = (start, end) => (range.setStart(span.firstChild, start), range.setEnd(span.firstChild, end), range.getBoundingClientRect());
    const end = span.textContent.length;
    return place(end - 1, end).left >= place(end - 2, end - 1).right - 1;
  });
  assert.ok(isLast, "the full stop stands at the sentence's end");
  await page.close();
});

test("what is given wrongly breaks nothing: half a digest, no item, half a wording, a template, another name", async () => {
  const { page, errors } = await open("/news/");
  const found = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    const none = panel.jumpTo(null);
    const half = { readable: true, summary: [], readability: { words: 5 } };
    panel.digest = half;
    const isMine = panel.digest === half && panel.state === "ready" && !panel.shadowRoot.textContent.includes("NaN");
    panel.digest = null;
    panel.strings = { copy: undefined };
    const copy = panel.shadowRoot.querySelector("[data-key=copy]").textContent;
    document.createElement("template").content.append(panel);
    document.body.prepend(panel);
    class Own extends customElements.get("nutgraf-summary") {}
    Own.define("my-brief");
    const own = document.createElement("my-brief");
    panel.replaceWith(own);
    await new Promise((resolve) => own.addEventListener("nutgraf-load", resolve, { once: true }));
    const before = own.digest.text;
    return [none, isMine, copy, (await own.update()).text === before];
  });
  assert.deepEqual(found, [false, true, "Copy", true]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a page with nothing to sum up says so and why, once", async () => {
  const page = await chromium.newPage();
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const type of ["load", "empty", "error"]) addEventListener(`nutgraf-${type}`, (event) => told.push([type, event.detail?.reason]));
  });
  await page.goto(`${server.origin}/links/`);
  assert.equal(await settled(page), "empty");
  const said = await page.locator("nutgraf-summary .message").textContent();
  assert.match(said, /^There is nothing to sum up here: /);
  const told = await page.evaluate(() => globalThis.told);
  assert.equal(told.length, 1);
  assert.equal(told[0][0], "empty");
  assert.ok(await page.evaluate(() => document.querySelector("nutgraf-summary").matches(":state(empty)")));
  await page.close();
});

test("the panel speaks the page's language and runs in its direction", async () => {
  const { page } = await open("/arabic/");
  const card = page.locator("nutgraf-summary .card");
  assert.equal(await card.getAttribute("dir"), "rtl");
  assert.equal(await card.getAttribute("lang"), "ar");
  assert.equal(await page.locator("nutgraf-summary .label").textContent(), "باختصار");
  await page.evaluate(() => (document.querySelector("nutgraf-summary").lang = "de"));
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").shadowRoot.querySelector(".label").textContent === "Kurz gefasst");
  await page.close();
});

test("a language that is written as no tag of the web is understood as far as it can be", async () => {
  const label = (page) => page.locator("nutgraf-summary .label").textContent();
  for (const [lang, words] of [["en_US", "In brief"], ["en-", "In brief"], ["pt_BR.UTF-8", "Em resumo"], ["x_y", "In brief"]]) {
    server.pages["/tag/"] = { html: withPanel("reservoir-works", { panel: `<nutgraf-summary lang="${lang}"></nutgraf-summary>` }).replace(/<html[^>]*>/, `<html lang="${lang}">`) };
    const { page, state, errors } = await open("/tag/");
    assert.equal(state, "ready", lang);
    assert.equal(await label(page), words, lang);
    assert.deepEqual(errors, []);
    await page.close();
  }
});

test("after it has loaded the panel asks nothing of the network and stores nothing", async () => {
  const { page } = await open("/news/");
  const before = server.requests.length;
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.locator("nutgraf-summary .show").first().click();
  await page.locator("nutgraf-summary [data-key=longer]").click();
  await page.evaluate(() => document.querySelector("nutgraf-summary").update());
  await page.evaluate(() => document.querySelector("nutgraf-summary").copy("markdown"));
  assert.equal(server.requests.length, before);
  assert.deepEqual(asked, []);
  const kept = await page.evaluate(async () => [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(kept, ["", 0, 0, 0, 0]);
  await page.close();
});

test("Copy gives the sentences, and links that lead to them", async () => {
  const { page } = await open("/news/", { permissions: ["clipboard-read", "clipboard-write"] });
  const digest = await digestOf(page);
  await page.locator("nutgraf-summary [data-key=copy]").click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  for (const sentence of digest.summary) assert.ok(text.includes(`• ${sentence.text}`));
  assert.match(text, /\/news\/#:~:text=\S+$/m);
  const markdown = await page.evaluate(() => document.querySelector("nutgraf-summary").copy("markdown"));
  assert.equal(markdown.match(/#:~:text=/g).length, digest.summary.length + Math.min(5, digest.figures.length));
  await page.close();
});

test("Copy keeps the address of a page that routes behind its #, and says nothing where the browser refuses", async () => {
  const { page } = await open("/news/#/article/5");
  await page.evaluate(() => {
    globalThis.isRefused = false;
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => globalThis.isRefused && Promise.reject(new Error("refused")) } });
    document.execCommand = () => false;
  });
  assert.match(await page.evaluate(() => document.querySelector("nutgraf-summary").copy()), /\/news\/#\/article\/5:~:text=\S+$/);
  await page.evaluate(() => {
    globalThis.isRefused = true;
    addEventListener("nutgraf-copy", () => (globalThis.isTold = true));
  });
  await page.locator("nutgraf-summary [data-key=copy]").click();
  await page.waitForTimeout(100);
  assert.equal(await page.locator("nutgraf-summary [data-key=copy]").textContent(), "Copy");
  assert.equal(await page.evaluate(() => globalThis.isTold), undefined);
  await page.close();
});

test("the tint has the panel's own colour", async () => {
  for (const [selector, colour] of [["nutgraf-summary", "rgb(0, 255, 0)"], [":root", "rgb(0, 0, 255)"], ["x-none", "rgb(255, 215, 94)"]]) {
    server.pages["/tint/"] = { html: withPanel("reservoir-works", { head: `<style>${selector}{--nutgraf-highlight:${colour}}</style>` }) };
    const { page } = await open("/tint/");
    await page.locator("nutgraf-summary .show").first().click();
    assert.equal(await page.evaluate(() => getComputedStyle(CSS.highlights.get("nutgraf").values().next().value.startContainer.parentElement, "::highlight(nutgraf)").backgroundColor), colour);
    await page.close();
  }
});

test("a digest of one's own is shown without any engine, and content changes are picked up without one's own", async () => {
  const { page } = await open("/news/");
  const digest = await digestOf(page);
  server.pages["/own/"] = { html: "<!doctype html><title>Own</title><body><nutgraf-summary></nutgraf-summary>" };
  await page.goto(`${server.origin}/own/`);
  const before = server.requests.length;
  await page.evaluate(async (digest) => {
    // A property that is set before the class is there counts too.
    document.querySelector("nutgraf-summary").digest = digest;
    await import("/www/element/define.js");
  }, digest);
  assert.equal(await settled(page), "ready");
  assert.equal(await page.locator("nutgraf-summary .sentence").count(), digest.summary.length);
  assert.ok(!server.requests.slice(before).some((path) => /wasm|worker/.test(path)));
  await page.close();
});

test("an article that is exchanged without a navigation is read again; the same article isn't", async () => {
  const { page } = await open("/news/");
  const loads = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    let loads = 0;
    panel.addEventListener("nutgraf-load", () => loads++);
    document.body.append(document.createComment("nothing"));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    const before = loads;
    history.pushState({}, "", "/news/second");
    const sentence = (at) => `The council of ferry town number ${at} has decided that its old pier is to be painted green by the first of May. `;
    document.querySelector("article").innerHTML = `<h1>Piers in green</h1>${[1, 2, 3, 4, 5, 6].map((at) => `<p>${sentence(at)}${sentence(at + 10)}</p>`).join("")}`;
    await new Promise((resolve) => panel.addEventListener("nutgraf-load", resolve, { once: true }));
    return [before, loads, panel.digest.text.includes("painted green")];
  });
  assert.deepEqual(loads, [0, 1, true]);
  await page.close();
});

test("moving the panel doesn't restart it, removing it ends its work, and late answers are dropped", async () => {
  const { page, errors } = await open("/news/");
  const result = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    let told = 0;
    for (const type of ["load", "empty", "error"]) document.addEventListener(`nutgraf-${type}`, () => told++);
    const card = panel.shadowRoot.querySelector(".summary");
    document.querySelector("main").append(panel);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const isSame = panel.shadowRoot.querySelector(".summary") === card;
    panel.jumpTo(panel.digest.summary[0]);
    panel.update();
    panel.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { isSame, told, marks: CSS.highlights.size };
  });
  assert.deepEqual(result, { isSame: true, told: 0, marks: 0 });
  assert.deepEqual(errors, []);
  await page.close();
});

test("a panel that is moved into another document reads that one, and its own when it is back", async () => {
  const { page, errors } = await open("/news/");
  const states = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    const told = (type) => new Promise((resolve) => panel.addEventListener(`nutgraf-${type}`, () => resolve(panel.state), { once: true }));
    const frame = document.body.appendChild(document.createElement("iframe"));
    const there = told("empty");
    frame.contentDocument.body.append(panel);
    const states = [await there];
    const back = told("load");
    document.body.prepend(panel);
    return [...states, await back];
  });
  assert.deepEqual(states, ["empty", "ready"]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("an attribute without a value is as good as none", async () => {
  server.pages["/bare/"] = { html: withPanel("reservoir-works", { panel: '<nutgraf-summary for="" sentences="" words="" focus="" show="" lang="" theme="" loading="" heading="" heading-level=""></nutgraf-summary>' }) };
  const { page, state } = await open("/bare/");
  assert.equal(state, "ready");
  const found = await page.evaluate(() => {
    const { digest, shadowRoot, sentences } = document.querySelector("nutgraf-summary");
    return { length: digest.summary.length, isTitle: shadowRoot.querySelector("h1, h2, h3").textContent === digest.title, sentences, parts: shadowRoot.querySelectorAll(".summary, .figures, .people").length };
  });
  assert.deepEqual(found, { length: 3, isTitle: true, sentences: null, parts: 3 });
  await page.close();
});

test("defining twice is harmless, and every attribute is a property", async () => {
  const { page, errors } = await open("/news/");
  const found = await page.evaluate(async () => {
    await import("/www/element/define.js?again");
    const panel = document.querySelector("nutgraf-summary");
    Object.assign(panel, { for: "main", show: "summary", theme: "dark", heading: "So", sentences: 2, headingLevel: 4, open: true, noWorker: true });
    const attributes = Object.fromEntries(panel.getAttributeNames().map((name) => [name, panel.getAttribute(name)]));
    while (panel.digest?.summary.length !== 2) await new Promise((resolve) => setTimeout(resolve, 20));
    const heading = panel.shadowRoot.querySelector("h4");
    return { attributes, heading: heading?.textContent, sentences: panel.shadowRoot.querySelectorAll(".sentence").length, types: [panel.sentences, panel.open, panel.words] };
  });
  assert.deepEqual(found.attributes, { for: "main", show: "summary", theme: "dark", heading: "So", sentences: "2", "heading-level": "4", open: "", "no-worker": "" });
  assert.deepEqual([found.heading, found.sentences, found.types], ["So", 2, [2, true, null]]);
  assert.deepEqual(errors, []);
  await page.close();
});

test("an option out of range and a source that isn't there are said, with a button to try again", async () => {
  const { page } = await open("/news/");
  for (const [name, value, code] of [["sentences", "0", "bad-option"], ["for", "#nowhere", "bad-option"]]) {
    const told = await page.evaluate(async ([name, value]) => {
      const panel = document.querySelector("nutgraf-summary");
      const told = new Promise((resolve) => panel.addEventListener("nutgraf-error", (event) => resolve(event.error.code), { once: true }));
      panel.setAttribute(name, value);
      return told;
    }, [name, value]);
    assert.equal(told, code);
    assert.ok(await page.locator("nutgraf-summary [data-key=retry]").isVisible());
    await page.evaluate((name) => document.querySelector("nutgraf-summary").removeAttribute(name), name);
    assert.equal(await settled(page), "ready");
  }
  await page.close();
});

test("a lazy panel waits until it is near the viewport", async () => {
  server.pages["/lazy/"] = { html: withPanel("reservoir-works", { panel: '<div style="height:4000px"></div><nutgraf-summary loading="lazy"></nutgraf-summary>' }) };
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/lazy/`);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.querySelector("nutgraf-summary").state), "loading");
  await page.evaluate(() => scrollTo(0, 3400));
  assert.equal(await settled(page), "ready");
  await page.close();
});

test("a page that goes on changing with nothing to sum up keeps its one line and tells nothing more", async () => {
  const { page } = await open("/links/");
  const seen = await page.evaluate(async () => {
    const panel = document.querySelector("nutgraf-summary");
    const states = new Set();
    let told = 0;
    panel.addEventListener("nutgraf-empty", () => told++);
    const watch = setInterval(() => states.add(panel.state), 10);
    for (let at = 0; at < 3; at++) {
      document.body.append(Object.assign(document.createElement("a"), { href: "#", textContent: `Link ${at}` }));
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    clearInterval(watch);
    return { states: [...states], told };
  });
  assert.deepEqual(seen, { states: ["empty"], told: 0 });
  await page.close();
});

test("the panel follows what the page shows behind it, in whatever colour space that is written", async () => {
  const { page } = await open("/news/");
  for (const [colour, scheme] of [["oklch(0.98 0.01 90)", "light"], ["oklch(0.2 0.02 260)", "dark"], ["rgb(20, 20, 24)", "dark"], ["color(display-p3 1 1 0.95)", "light"]]) {
    const found = await page.evaluate(async (colour) => {
      document.body.style.background = colour;
      const panel = document.querySelector("nutgraf-summary");
      panel.theme = "auto";
      panel.toggleAttribute("open");
      await new Promise((resolve) => setTimeout(resolve, 50));
      return panel.shadowRoot.querySelector(".card").dataset.scheme;
    }, colour);
    assert.equal(found, scheme, colour);
  }
  await page.close();
});

test("the panel follows a page's own switch to dark and back, at once or slowly", async () => {
  const style = "<style>body{background:#fff;transition:background .3s}html.dark body,body[data-theme=dark]{background:#111}</style>";
  server.pages["/switch/"] = { html: withPanel("reservoir-works", { head: style }) };
  const { page } = await open("/switch/");
  const shows = (scheme) => page.waitForFunction((scheme) => document.querySelector("nutgraf-summary").shadowRoot.querySelector(".card").dataset.scheme === scheme, scheme, { timeout: 20_000 });
  for (const flip of [() => document.documentElement.classList.toggle("dark"), () => (document.body.dataset.theme = document.body.dataset.theme === "dark" ? "" : "dark")]) {
    await page.evaluate(flip);
    await shows("dark");
    await page.evaluate(flip);
    await shows("light");
  }
  await page.close();
});
