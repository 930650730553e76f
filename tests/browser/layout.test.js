// The panel in the layouts that pages have: its width, and how its parts fit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open as opened, seed, settled, stage, withPanel } from "./harness.js";

const { chromium, server } = await stage();

const HEAD = '<script type="module" src="/www/element/define.js"></script></head>';
const PANEL = "<nutgraf-summary></nutgraf-summary>";

/** A seed whose body is exchanged for its <main> and a panel. */
function laidOut(css, body = (article) => PANEL + article) {
  const html = seed("reservoir-works").replace(/<style[^]*?<\/style>/g, "").replace("</head>", `<style>${css}</style>${HEAD}`);
  const article = /<article[^]*<\/article>/.exec(html)[0];
  return html.replace(/<body[^]*<\/body>/, () => `<body>${body(article)}</body>`);
}

const LAYOUTS = {
  "a row of a flex box": laidOut("body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh }"),
  "a column of a flex box": laidOut("body { display: flex; flex-direction: column; align-items: center }"),
  "a grid": laidOut("body { display: grid; justify-items: center }"),
  "a float": laidOut("nutgraf-summary { float: right }"),
  "an inline block": laidOut("nutgraf-summary { display: inline-block }"),
  "an aside": laidOut("div { display: flex; gap: 24px } article { max-width: 34rem }", (article) => `<div>${article}<aside>${PANEL}</aside></div>`),
};
for (const [name, html] of Object.entries(LAYOUTS)) {
  test(`in ${name} the panel is as wide as it can be read, and no wider than the page`, async () => {
    server.pages["/layout/"] = { html };
    for (const [width, least] of [[900, 256], [320, 140]]) {
      const { page, state } = await opened(chromium, `${server.origin}/layout/`, { viewport: { width, height: 800 } });
      assert.equal(state, "ready");
      const panel = await page.evaluate(() => document.querySelector("nutgraf-summary").getBoundingClientRect().width);
      assert.ok(panel >= least && panel <= width, `${panel} of ${width} pixels`);
      await page.close();
    }
  });
}

/** Words of figures that leave their own figure, at this width. */
async function misfits(page, width) {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => {
    const { shadowRoot } = document.querySelector("nutgraf-summary");
    return [...shadowRoot.querySelectorAll(".value, .figure-label")].filter((part) => {
      const words = document.createRange();
      words.selectNodeContents(part);
      const [{ left, right }, own] = [words.getBoundingClientRect(), part.closest("li").getBoundingClientRect()];
      return left < own.left - 0.5 || right > own.right + 0.5;
    }).map((part) => part.textContent);
  });
}

test("figures with long words stay in their own place, however wide the panel is", async () => {
  const long = "Das Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
  const frame = '<style>body { margin: 0; max-width: none; padding: 0 } nutgraf-summary { margin: 16px }</style>';
  const german = withPanel("gezeitenkraftwerk", { head: frame });
  const longer = laidOut("").replace(/<article[^]*<\/article>/, () => `<article><h1>Gesetz</h1>${["14 Millionen Euro", "340.000.000.000 Euro", "2.400 Wohnungen"].map((figure) => `<p>${long} kostete die Gemeinde im vergangenen Jahr rund ${figure}, wie der Bürgermeister am Freitag sagte.</p>`).join("")}</article>`);
  for (const html of [german, longer]) {
    server.pages["/german/"] = { html };
    const { page, state } = await opened(chromium, `${server.origin}/german/`);
    assert.equal(state, "ready");
    assert.ok(await page.locator("nutgraf-summary .figure").count() > 1);
    for (const width of [320, 400, 600, 640, 680, 720, 800, 960, 1100, 1280]) assert.deepEqual(await misfits(page, width), [], `${width} pixels`);
    await page.close();
  }
});

test("while it loads the panel holds about the place that it will take, whatever it shows and however wide it is", async () => {
  for (const attributes of ["", 'show="summary"', 'show="summary people" sentences="6"', 'show="summary readability" words="44"']) {
    for (const width of [375, 1000]) {
      server.pages["/dist/nutgraf.wasm"] = { wait: 800 };
      server.pages["/held/"] = { html: withPanel("reservoir-works", { panel: `<nutgraf-summary ${attributes}></nutgraf-summary>` }) };
      const page = await chromium.newPage({ viewport: { width, height: 800 } });
      const height = () => page.evaluate(() => document.querySelector("nutgraf-summary").getBoundingClientRect().height);
      await page.goto(`${server.origin}/held/`);
      await page.locator("nutgraf-summary .skeleton").waitFor();
      const held = await height();
      await settled(page);
      const taken = await height();
      assert.ok(Math.abs(held - taken) < taken * 0.2, `${attributes} at ${width}: ${held} held, ${taken} taken`);
      await page.close();
    }
  }
  delete server.pages["/dist/nutgraf.wasm"];
});
