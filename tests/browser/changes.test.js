// A page that changes under the panel: what is read again, and when.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browser, open as opened, serve } from "./harness.js";

let chromium;
let server;
before(async () => {
  chromium = await browser();
  server = await serve();
});
after(async () => {
  await chromium?.close();
  await server?.close();
});

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
