// The panel under strict policies, under hostile style sheets, and when its own files don't come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { STRICT, bare, seed, settled, stage, withPanel } from "./harness.js";

const NONCE = STRICT.replace("script-src 'self'", "script-src 'nonce-abc' 'strict-dynamic'");
const NO_WASM = STRICT.replace(" 'wasm-unsafe-eval'", "");

const news = bare(withPanel("reservoir-works", { head: '<link rel="icon" href="/favicon.png">' }));
const withNonce = news.replaceAll('<script type="module"', '<script nonce="abc" type="module"');

const under = (policy, html = news) => ({ html, headers: { "content-security-policy": policy } });
const { chromium, server } = await stage({
  "/favicon.png": { body: "", type: "image/png" },
  "/strict/": under(STRICT),
  "/nonce/": under(NONCE, withNonce),
  "/trusted/": under(`${STRICT}; require-trusted-types-for 'script'`),
  "/no-wasm/": under(NO_WASM),
  "/no-worker/": under(NO_WASM.replace("worker-src 'self'", "worker-src 'none'")),
  "/plain/": { html: news },
});

/** Opens a page that notes violations of its policy, errors that nobody caught, and what the panel tells. */
async function open(path, prepare) {
  const context = await chromium.newContext();
  const page = await context.newPage();
  await prepare?.(page);
  await page.addInitScript(() => {
    globalThis.noted = { violations: [], uncaught: [], told: [] };
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => noted.violations.push(`${violatedDirective} ${blockedURI}`));
    addEventListener("unhandledrejection", ({ reason }) => noted.uncaught.push(String(reason)));
    addEventListener("error", ({ message }) => message && noted.uncaught.push(message));
    for (const type of ["load", "empty", "error"]) addEventListener(`nutgraf-${type}`, ({ error }) => noted.told.push(error?.code ?? type));
  });
  await page.goto(server.origin + path);
  const state = await settled(page);
  await page.waitForTimeout(100);
  return { page, state, noted: await page.evaluate(() => globalThis.noted), close: () => context.close() };
}

for (const [path, name] of [["/strict/", "a strict policy"], ["/nonce/", "a policy of nonces"], ["/trusted/", "Trusted Types"]]) {
  test(`${name}: ready, marks are shown, and nothing is violated`, async () => {
    const { page, state, noted, close } = await open(path);
    assert.equal(state, "ready");
    await page.locator("nutgraf-summary .show").first().click();
    assert.equal(await page.evaluate(() => CSS.highlights.get("nutgraf").size), 1);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("nutgraf-summary").shadowRoot.querySelector(".card")).borderTopWidth), "1px");
    assert.deepEqual(await page.evaluate(() => globalThis.noted), { violations: [], uncaught: [], told: ["load"] });
    assert.ok(page.workers().length > 0, "off the main thread");
    await close();
  });
}

test("a page that forbids WebAssembly is served by a worker whose own response doesn't", async () => {
  const { state, noted, close } = await open("/no-wasm/");
  assert.equal(state, "ready");
  assert.deepEqual(noted, { violations: [], uncaught: [], told: ["load"] });
  await close();
});

test("where no way is left the panel is blocked, names the directive, and tells once", async () => {
  const { page, state, noted, close } = await open("/no-worker/");
  assert.equal(state, "blocked");
  assert.deepEqual(noted.told, ["wasm-blocked"]);
  assert.deepEqual(noted.uncaught, []);
  const message = page.locator("nutgraf-summary .message");
  assert.match(await message.textContent(), /script-src 'wasm-unsafe-eval'/);
  await page.evaluate(() => (document.querySelector("nutgraf-summary").strings = { blocked: "Not allowed here." }));
  assert.equal(await message.textContent(), "Not allowed here.");
  await close();
});

test("a wasm file that doesn't come is an error with a way to try again, and then it comes", async () => {
  const isWasm = /nutgraf\.(wasm|bytes\.js)$/;
  const { page, state, noted, close } = await open("/plain/", (page) => page.route(isWasm, (route) => route.fulfill({ status: 404, body: "gone" })));
  assert.equal(state, "error");
  assert.equal(noted.told.length, 1);
  assert.equal(await page.locator("nutgraf-summary .message > span").textContent(), "The summary couldn’t be made.");
  assert.deepEqual(noted.uncaught, []);
  await page.unroute(isWasm);
  await page.locator("nutgraf-summary [data-key=retry]").click();
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").state === "ready");
  await close();
});

test("a wasm file of the wrong type works", async () => {
  const type = (page) => page.route(/nutgraf\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  const { state, close } = await open("/plain/", type);
  assert.equal(state, "ready");
  await close();
});

test("a wasm file that takes two seconds: first the skeleton, then the card, and the page hardly moves", async () => {
  server.pages["/dist/nutgraf.wasm"] = { wait: 2000 };
  const page = await chromium.newPage({ viewport: { width: 1000, height: 800 } });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  server.pages["/slow/"] = { html: withPanel("reservoir-works", { head: "<style>body{font:18px/1.6 sans-serif;max-width:44rem;margin:auto}nutgraf-summary:not(:defined){display:block;margin-block:1.5rem;min-block-size:48rem}</style>" }) };
  await page.goto(`${server.origin}/slow/`);
  await page.locator("nutgraf-summary .skeleton").waitFor();
  assert.equal(await settled(page), "ready");
  await page.waitForTimeout(200);
  const shift = await page.evaluate(() => globalThis.shift);
  delete server.pages["/dist/nutgraf.wasm"];
  await page.close();
  assert.ok(shift < 0.02, `layout shift ${shift}`);
});

test("a hostile page can't reach into the panel, and the panel doesn't change the page", async () => {
  const css = `*{all:unset!important;letter-spacing:9px!important}section,ul,p,button{display:none!important}html{font-size:62.5%!important}`;
  const sample = `<p style="display:block!important">Sample</p>`;
  server.pages["/hostile/"] = { html: withPanel("reservoir-works", { head: `<style>${css}</style>`, panel: `${sample}<nutgraf-summary></nutgraf-summary>` }) };
  const { page, state, close } = await open("/hostile/");
  assert.equal(state, "ready");
  const found = await page.evaluate(() => {
    const shadow = document.querySelector("nutgraf-summary").shadowRoot;
    const of = (selector, part = ".card") => getComputedStyle(shadow.querySelector(part))[selector];
    return {
      size: parseFloat(of("fontSize")), text: parseFloat(of("fontSize", ".text")), letters: of("letterSpacing", ".text"),
      list: of("display", ".summary"), seen: shadow.querySelector(".text").getClientRects().length,
    };
  });
  assert.ok(found.size >= 16 && found.text >= 16, JSON.stringify(found));
  assert.equal(found.letters, "normal");
  assert.equal(found.list, "block");
  assert.ok(found.seen > 0);
  await close();
});

/** The whole page, once everything of it is drawn: when it looks twice the same. */
async function picture(page) {
  await page.evaluate(() => document.fonts.ready);
  for (let before = Buffer.alloc(0); ; ) {
    const now = await page.screenshot({ fullPage: true, animations: "disabled" });
    if (now.equals(before)) return now;
    before = now;
  }
}

test("the page beside the panel looks the same with and without it", async () => {
  const page = await chromium.newPage({ viewport: { width: 800, height: 600 } });
  const head = '<style>nutgraf-summary{position:fixed;left:-9999px;width:600px}</style>';
  server.pages["/with/"] = { html: withPanel("reservoir-works", { head }) };
  server.pages["/without/"] = { html: seed("reservoir-works").replace("</head>", `${head}</head>`) };
  // A busy browser smooths a letter now and then in another way; what the panel did to the page it would do each time.
  let isSame = false;
  for (let tries = 0; tries < 5 && !isSame; tries++) {
    await page.goto(`${server.origin}/without/`);
    const without = await picture(page);
    await page.goto(`${server.origin}/with/`);
    assert.equal(await settled(page), "ready");
    isSame = without.equals(await picture(page));
  }
  await page.close();
  assert.ok(isSame, "the same pixels");
});
