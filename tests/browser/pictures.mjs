// Takes the pictures of docs/pictures/: the panel in its states, and the playground. `npm run pictures`, after a build.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { browser, serve, settled, withPanel } from "./harness.js";

const folder = fileURLToPath(new URL("../../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

const FRAME = `<style>body{margin:0;padding:24px;font:17px/1.6 "DejaVu Sans",sans-serif;background:#fff}
nutgraf-summary{margin:0 0 6rem}</style>`;
const DARK = FRAME.replace("background:#fff", "background:#131416;color:#ddd");

const alone = (seed, head, attributes = "") =>
  withPanel(seed, { head: head + `<style>nutgraf-summary{--nutgraf-heading-font:"DejaVu Serif Condensed",serif}</style>`, panel: `<nutgraf-summary ${attributes}></nutgraf-summary>` });

const server = await serve({
  "/light/": { html: alone("reservoir-works", FRAME) },
  "/dark/": { html: alone("reservoir-works", DARK) },
  "/open/": { html: alone("reservoir-works", FRAME, "open") },
  "/rtl/": { html: alone("maktaba", FRAME) },
  "/german/": { html: alone("gezeitenkraftwerk", FRAME) },
  "/empty/": { html: alone("link-list", FRAME) },
  "/error/": { html: alone("reservoir-works", FRAME, 'for="#nowhere"') },
  "/blocked/": { html: alone("reservoir-works", FRAME), headers: { "content-security-policy": "script-src 'self'; worker-src 'none'" } },
  "/loading/": { html: alone("reservoir-works", FRAME, "") },
});

/** Name, path, width, and what differs. */
const PICTURES = [
  ["panel", "/examples/plain/index.html", 900, { height: 1300, clip: true }],
  ["jump", "/examples/plain/index.html", 900, { height: 760, clip: true, jump: 2 }],
  ["light", "/light/", 720],
  ["dark", "/dark/", 720],
  ["open", "/open/", 720],
  ["narrow", "/light/", 320],
  ["wide", "/light/", 1040],
  ["rtl", "/rtl/", 720],
  ["german", "/german/", 720],
  ["empty", "/empty/", 720],
  ["error", "/error/", 720],
  ["blocked", "/blocked/", 720],
  ["loading", "/loading/", 720, { waits: true }],
  ["forced-colours", "/light/", 720, { context: { forcedColors: "active" } }],
  ["playground", "/www/index.html", 1280, { height: 1000, clip: true }],
  ["playground-dark", "/www/index.html", 1280, { height: 1000, clip: true, context: { colorScheme: "dark" } }],
];

const only = process.argv.slice(2);
const chromium = await browser();
for (const [name, path, width, { height = 700, clip = false, jump, waits = false, context = {} } = {}] of PICTURES) {
  if (only.length && !only.includes(name)) continue;
  const page = await chromium.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, ...context });
  // As if nothing had been drawn before the script came: then the panel stands under the title.
  await page.addInitScript(() => (performance.getEntriesByName = () => []));
  if (waits) await page.route(/nutgraf\.wasm/, () => {});
  await page.goto(server.origin + path);
  await (waits ? page.locator("nutgraf-summary .skeleton").waitFor() : page.waitForFunction(() => document.querySelector("nutgraf-summary")));
  if (!waits) await settled(page);
  if (jump !== undefined) {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator("nutgraf-summary .show").nth(jump).click();
  }
  await page.waitForTimeout(300);
  const card = clip ? undefined : await page.locator("nutgraf-summary").boundingBox();
  // The card with the margin around it, without the page under it.
  const area = card && { x: 0, y: 0, width, height: Math.ceil(card.y + card.height + card.y) };
  if (card) await page.setViewportSize({ width, height: area.height });
  await page.screenshot({ path: `${folder}${name}.png`, clip: area, animations: "disabled" });
  await page.close();
}
await chromium.close();
await server.close();
