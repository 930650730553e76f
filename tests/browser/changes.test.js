// A page that changes under the panel: what is read again, and when.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open as opened, stage } from "./harness.js";

const { chromium, server } = await stage();

/** An article about a town. */
const story = (name) => `<h1>Piers of ${name}</h1>${[1, 2, 3, 4, 5].map((at) => `<p>The council of ${name} has decided that pier number ${at} is to be painted green by the first of May, said Jane Doe, its mayor.</p>`).join("")}`;

/** Opens a page with this body, in whose title nothing is said. */
async function open(body, { head = "", panel = "<nutgraf-summary></nutgraf-summary>" } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title></title>${head}<script type="module" src="/www/element/define.js"></script></head><body>${panel}${body}</body></html>`;
  server.pages["/page/"] = { html };
  return opened(chromium, `${server.origin}/page/`);
}

/** Waits until the panel tells of this town, up to some seconds. */
const tells = (page, name, seconds = 5) =>
  page.waitForFunction((name) => document.querySelector("nutgraf-summary").digest?.text.includes(`council of ${name}`), name, { timeout: seconds * 1000 });

for (const ms of [100, 1000]) {
  test(`a page with a clock that ticks every ${ms} ms is read again`, async () => {
    const { page } = await open(`<p id="clock"></p><main><article>${story("Millport")}</article></main><script>setInterval(() => (clock.textContent = Date.now()), ${ms})</script>`);
    await page.waitForTimeout(3000);
    await page.evaluate((html) => (document.querySelector("article").innerHTML = html), story("Kelso"));
    await tells(page, "Kelso", 15);
    await page.evaluate((html) => {
      history.pushState({}, "", "/page/second");
      document.querySelector("article").innerHTML = html;
    }, story("Dunbar"));
    await tells(page, "Dunbar");
    await page.close();
  });
}

test("views that only show and hide are read again", async () => {
  const body = `<style>.off { display: none }</style><main><article>${story("Millport")}</article><article>${story("Kelso")}</article></main><script>
    const [first, second] = document.querySelectorAll("article"); second.hidden = true;
  </script>`;
  const { page } = await open(body);
  await tells(page, "Millport");
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("article");
    history.pushState({}, "", "/page/second");
    [first.hidden, second.hidden] = [true, false];
  });
  await tells(page, "Kelso");
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll("article");
    first.hidden = false;
    second.className = "off";
  });
  await tells(page, "Millport");
  await page.close();
});

test("an article in a shadow tree is read again, and so is one in a tree that came later", async () => {
  const { page } = await open(`<x-story></x-story><script>document.querySelector("x-story").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(`<article>${story("Millport")}</article>`)}</script>`);
  await tells(page, "Millport");
  await page.evaluate((html) => (document.querySelector("x-story").shadowRoot.querySelector("article").innerHTML = html), story("Kelso"));
  await tells(page, "Kelso");
  for (const name of ["Dunbar", "Oban"]) {
    await page.evaluate(([name, html]) => {
      const inner = document.querySelector("x-story").shadowRoot;
      if (name === "Dunbar") inner.innerHTML = "<x-inner></x-inner>";
      const host = inner.querySelector("x-inner");
      (host.shadowRoot ?? host.attachShadow({ mode: "open" })).innerHTML = `<article>${html}</article>`;
    }, [name, story(name)]);
    await tells(page, name);
  }
  await page.close();
});

test("a page whose body is exchanged, twice, and whose title comes late is read again", async () => {
  const { page } = await open(`<article>${story("Millport")}</article>`);
  for (const name of ["Kelso", "Dunbar"]) {
    await page.evaluate(([name, html]) => {
      const body = document.createElement("body");
      body.innerHTML = `<article>${html}</article>`;
      body.prepend(document.querySelector("nutgraf-summary"));
      document.documentElement.replaceChild(body, document.body);
      history.pushState({}, "", `/page/${name}`);
    }, [name, story(name)]);
    await tells(page, name);
  }
  await page.evaluate(() => (document.querySelector("article").innerHTML = document.querySelector("article").innerHTML.replace(/<h1>.*?<.h1>/, "")));
  await page.waitForTimeout(1500);
  await page.evaluate(() => (document.title = "A town paints its piers"));
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").digest.title === "A town paints its piers");
  await page.close();
});
