// The panel in Firefox, where there is one: the same digest, the same policies. FIREFOX_PATH says where it is.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { find } from "../../.ci/tools.mjs";
import { STRICT, bare, seed, serve, withPanel } from "./harness.js";

const found = find([process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"]);
const skip = found ? false : "there is no Firefox";

const plain = bare(withPanel("reservoir-works"));
const under = (policy) => ({ html: plain, headers: { "content-security-policy": policy } });

let firefox;
let server;
before(async () => {
  if (skip) return;
  firefox = await puppeteer.launch({ browser: "firefox", executablePath: found, headless: true });
  server = await serve({
    "/strict/": under(STRICT),
    "/trusted/": under(`${STRICT}; require-trusted-types-for 'script'`),
    "/no-wasm/": under(STRICT.replace(" 'wasm-unsafe-eval'", "")),
    "/blocked/": under(STRICT.replace(" 'wasm-unsafe-eval'", "").replace("worker-src 'self'", "worker-src 'none'")),
    "/seed/": { html: seed("reservoir-works") },
  });
});
after(async () => {
  await firefox?.close();
  await server?.close();
});

async function open(path) {
  const page = await firefox.newPage();
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => globalThis.violations.push(violatedDirective));
  });
  await page.goto(server.origin + path);
  return page;
}

const settled = (page) => page.waitForFunction(() => {
  const { state } = document.querySelector("nutgraf-summary");
  return state && state !== "loading" ? state : false;
}).then((state) => state.jsonValue());

for (const path of ["/strict/", "/trusted/", "/no-wasm/"]) {
  test(`Firefox, ${path}: ready without a violation, and every sentence leads to its words`, { skip }, async () => {
    const page = await open(path);
    assert.equal(await settled(page), "ready");
    const found = await page.evaluate(() => {
      const panel = document.querySelector("nutgraf-summary");
      const untouched = document.documentElement.outerHTML;
      const shown = panel.digest.summary.map((sentence) => {
        panel.jumpTo(sentence);
        const words = globalThis.CSS.highlights ? [...CSS.highlights.get("nutgraf")][0] : getSelection();
        return String(words).replace(/\s+/g, " ") === sentence.text.replace(/\s+/g, " ");
      });
      return { shown, isUntouched: untouched === document.documentElement.outerHTML, violations: globalThis.violations };
    });
    assert.deepEqual(found, { shown: found.shown.map(() => true), isUntouched: true, violations: [] });
    assert.ok(found.shown.length > 0);
    await page.close();
  });
}

test("Firefox: where no way is left the panel is blocked", { skip }, async () => {
  const page = await open("/blocked/");
  assert.equal(await settled(page), "blocked");
  await page.close();
});

test("Firefox: the live page gives what its HTML gives", { skip }, async () => {
  const page = await open("/seed/");
  const [live, html] = await page.evaluate(async (html) => {
    const { digest, digestDocument } = await import("/www/browser.js");
    return Promise.all([digestDocument(document), digest(html, { url: location.href })]);
  }, seed("reservoir-works"));
  for (const part of ["title", "text", "summary", "figures", "entities"]) assert.deepEqual(live[part], html[part], part);
  await page.close();
});
