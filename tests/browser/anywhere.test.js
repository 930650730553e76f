// The panel on pages that know nothing of it: from a bookmark, and from a browser extension.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium as playwright } from "playwright-core";
import { FLAGS, NO_SCRIPTS, bare, browser, executable, seed, serve, settled } from "./harness.js";

const example = (name) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

let server;
before(async () => {
  server = await serve({
    "/news/": { html: seed("reservoir-works") },
    "/wasm/": { html: bare(seed("reservoir-works")), headers: { "content-security-policy": `${NO_SCRIPTS}; script-src 'wasm-unsafe-eval'` } },
    "/strict/": { html: bare(seed("reservoir-works")), headers: { "content-security-policy": NO_SCRIPTS } },
  });
});
after(() => server?.close());

const isShown = (page) => page.evaluate(() => document.querySelector("nutgraf-summary") !== null);

test("the bookmarklet puts the panel on a page, takes it away, and puts it there again", async () => {
  const chromium = await browser();
  const code = /^javascript:(.*)$/m.exec(readFileSync(example("bookmarklet/README.md"), "utf8"))[1];
  const click = code.replace("https://your.site/nutgraf/embed.js", `${server.origin}/dist/embed.js`);
  const page = await chromium.newPage();
  await page.goto(`${server.origin}/news/`);
  await page.evaluate(click);
  assert.equal(await settled(page), "ready");
  assert.ok(await page.evaluate(() => document.querySelector("nutgraf-summary").getBoundingClientRect().top < innerHeight), "in view");
  await page.evaluate(click);
  assert.equal(await isShown(page), false);
  await page.evaluate(click);
  assert.equal(await settled(page), "ready");
  await chromium.close();
});

/** The sample with the embed beside it, allowed to read every page: no reader clicks here, who would allow it. */
function extension() {
  const folder = mkdtempSync(join(tmpdir(), "nutgraf-extension-"));
  cpSync(example("extension"), folder, { recursive: true });
  cpSync(fileURLToPath(new URL("../../dist/embed.js", import.meta.url)), join(folder, "embed.js"));
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, host_permissions: ["<all_urls>"] }));
  return folder;
}

test("the extension puts the panel on a page and takes it away; where the page forbids WebAssembly the panel says so", async () => {
  const folder = extension();
  const profile = mkdtempSync(join(tmpdir(), "nutgraf-profile-"));
  const args = [...FLAGS, "--headless=new", `--disable-extensions-except=${folder}`, `--load-extension=${folder}`, "--disable-features=DisableLoadExtensionCommandLineSwitch"];
  const context = await playwright.launchPersistentContext(profile, { executablePath: executable(), headless: false, args });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const click = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.action.onClicked.dispatch(tab);
    });
  const page = await context.newPage();
  for (const [path, state] of [["/news/", "ready"], ["/wasm/", "ready"], ["/strict/", "blocked"]]) {
    await page.goto(server.origin + path);
    await page.bringToFront();
    await click();
    assert.equal(await settled(page), state, path);
    assert.ok(await page.evaluate(() => document.querySelector("nutgraf-summary").getBoundingClientRect().top < innerHeight), "in view");
    await click();
    await page.waitForFunction(() => document.querySelector("nutgraf-summary") === null);
  }
  await context.close();
  rmSync(folder, { recursive: true });
  rmSync(profile, { recursive: true });
});
