// The panel for every reader: axe-core in every state, roles and names, keyboard, small screens, text spacing, forced colours.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { settled, stage, withPanel } from "./harness.js";

const axe = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const { chromium, server } = await stage({
  "/news/": { html: withPanel("reservoir-works") },
  "/dark/": { html: withPanel("reservoir-works", { panel: '<nutgraf-summary theme="dark" open></nutgraf-summary>' }) },
  "/links/": { html: withPanel("link-list") },
  "/arabic/": { html: withPanel("maktaba") },
  "/wrong/": { html: withPanel("reservoir-works", { panel: '<nutgraf-summary sentences="0"></nutgraf-summary>' }) },
  "/blocked/": { html: withPanel("link-list"), headers: { "content-security-policy": "script-src 'self'; worker-src 'none'" } },
  "/waiting/": { html: withPanel("reservoir-works", { panel: '<div style="height:4000px"></div><nutgraf-summary loading="lazy"></nutgraf-summary>' }) },
});

async function open(path, options) {
  const page = await chromium.newPage({ viewport: { width: 900, height: 800 }, ...options });
  await page.goto(server.origin + path);
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").state);
  return { page, state: path === "/waiting/" ? await page.evaluate(() => document.querySelector("nutgraf-summary").state) : await settled(page) };
}

for (const [path, state] of [["/waiting/", "loading"], ["/news/", "ready"], ["/dark/", "ready"], ["/arabic/", "ready"], ["/links/", "empty"], ["/wrong/", "error"], ["/blocked/", "blocked"]]) {
  test(`axe-core finds nothing wrong with the panel at ${path} (${state})`, async () => {
    const { page, state: found } = await open(path);
    assert.equal(found, state);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await globalThis.axe.run(document.querySelector("nutgraf-summary"), { resultTypes: ["violations"] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
    });
    assert.deepEqual(violations, []);
    await page.close();
  });
}

test("one region named by its heading, a list, buttons that name their sentence, one live region that speaks once", async () => {
  const page = await chromium.newPage();
  await page.addInitScript(() => {
    globalThis.said = [];
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const shadow = attach.call(this, init);
      new MutationObserver(() => {
        const words = shadow.querySelector("[role=status]")?.textContent;
        if (words && words !== globalThis.said.at(-1)) globalThis.said.push(words);
      }).observe(shadow, { childList: true, subtree: true, characterData: true });
      return shadow;
    };
  });
  await page.goto(`${server.origin}/news/`);
  await settled(page);
  await page.waitForTimeout(200);
  const digest = await page.evaluate(() => document.querySelector("nutgraf-summary").digest);
  const panel = page.locator("nutgraf-summary");
  assert.equal(await panel.getByRole("region", { name: digest.title }).count(), 1);
  assert.equal(await panel.getByRole("heading", { name: digest.title }).count(), 1);
  assert.equal(await panel.locator("[role=status], [aria-live]").count(), 1);
  assert.deepEqual(await page.evaluate(() => globalThis.said), ["Summary ready"]);
  for (const sentence of digest.summary) {
    const name = sentence.text.split(" ").slice(0, 4).join(" ");
    const item = panel.getByRole("listitem").filter({ hasText: sentence.text });
    assert.equal(await item.count(), 1);
    // A figure's button, whose label opens as the sentence does, stands in another list.
    assert.equal(await item.getByRole("button", { name }).count(), 1, name);
  }
  await page.close();
});

/** Notes what the live region says from now on, and whether it is ever put in anew. */
const listen = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("nutgraf-summary");
    const status = shadowRoot.querySelector("[role=status]");
    globalThis.heard = [];
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if ([...addedNodes].includes(status)) globalThis.heard.push("put in anew");
        if (target === status && status.textContent) globalThis.heard.push(status.textContent);
      }
    }).observe(shadowRoot, { childList: true, subtree: true });
  });
const heard = (page) => page.evaluate(() => globalThis.heard.splice(0));
const status = (page) => page.evaluate(() => document.querySelector("nutgraf-summary").shadowRoot.querySelector("[role=status]").textContent);

test("errors, policies and another article are told to those who hear the page, each once", async () => {
  for (const [path, words] of [["/wrong/", /couldn’t be made/], ["/blocked/", /wasm-unsafe-eval/], ["/links/", /nothing to sum up/]]) {
    const { page } = await open(path);
    assert.match(await status(page), words);
    await page.close();
  }
  const { page } = await open("/news/", { permissions: ["clipboard-read", "clipboard-write"] });
  await listen(page);
  await page.locator("nutgraf-summary [data-key=copy]").click();
  await page.waitForTimeout(200);
  assert.deepEqual(await heard(page), ["Copied"]);
  await page.evaluate(() => (document.querySelector("nutgraf-summary").theme = "dark"));
  await page.locator("nutgraf-summary [data-key=longer]").click();
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").digest.summary.length > 3);
  assert.deepEqual(await heard(page), []);
  await page.evaluate(() => {
    const town = (at) => `<p>The council of Millport has decided that pier number ${at} is to be painted green by the first of May, said Jane Doe, its mayor.</p>`;
    document.querySelector("article").innerHTML = `<h1>Piers in green</h1>${[1, 2, 3, 4, 5].map(town).join("")}`;
  });
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").digest.text.includes("Millport"));
  const title = await page.evaluate(() => document.querySelector("nutgraf-summary").digest.title);
  assert.deepEqual(await heard(page), [`Summary ready: ${title}`]);
  await page.evaluate(() => document.querySelector("nutgraf-summary").setAttribute("for", "#gone"));
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").state === "error");
  assert.match((await heard(page)).join(), /^The summary couldn’t be made[^,]*$/);
  await page.close();
});

test("trying again keeps the focus in the panel, and Escape clears what the focus tints", async () => {
  const { page } = await open("/wrong/");
  const focus = () => page.evaluate(() => document.querySelector("nutgraf-summary").shadowRoot.activeElement?.dataset.key ?? document.activeElement.localName);
  await page.locator("nutgraf-summary [data-key=retry]").focus();
  await page.keyboard.press("Enter");
  assert.equal(await settled(page), "error");
  assert.equal(await focus(), "retry");
  await page.evaluate(() => document.querySelector("nutgraf-summary").removeAttribute("sentences"));
  await page.waitForFunction(() => document.querySelector("nutgraf-summary").state === "ready");
  assert.equal(await focus(), "nutgraf-summary");
  await page.locator("nutgraf-summary .show").first().focus();
  assert.ok(await page.evaluate(() => CSS.highlights.has("nutgraf-hint")));
  await page.keyboard.press("Escape");
  assert.ok(!(await page.evaluate(() => CSS.highlights.has("nutgraf-hint"))));
  await page.close();
});

test("Tab goes through every control in order and out again, and the focus can be seen", async () => {
  const { page } = await open("/news/");
  const controls = await page.evaluate(() => [...document.querySelector("nutgraf-summary").shadowRoot.querySelectorAll("button")].map((button) => button.dataset.key));
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
  const visited = [];
  for (let press = 0; press < controls.length + 2; press++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      const button = active?.localName === "nutgraf-summary" ? active.shadowRoot.activeElement : null;
      return button && { key: button.dataset.key, width: parseFloat(getComputedStyle(button).outlineWidth), style: getComputedStyle(button).outlineStyle };
    });
    if (!at) {
      if (visited.length) break;
      continue;
    }
    assert.ok(at.width >= 2 && at.style === "solid", at.key);
    visited.push(at.key);
  }
  assert.deepEqual(visited, controls);
  await page.close();
});

for (const path of ["/news/", "/dark/"]) {
  test(`${path}: the focus stands out from the card by 3 to 1`, async () => {
    const { page } = await open(path);
    await page.locator("nutgraf-summary .show").first().focus();
    await page.keyboard.press("Tab");
    const [outline, paper] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("nutgraf-summary");
      const colours = [getComputedStyle(shadowRoot.activeElement).outlineColor, getComputedStyle(shadowRoot.querySelector(".card")).backgroundColor];
      return colours.map((colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number));
    });
    const luminance = (rgb) => {
      const [red, green, blue] = rgb.map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [darker, lighter] = [luminance(outline), luminance(paper)].sort((a, b) => a - b);
    assert.ok((lighter + 0.05) / (darker + 0.05) >= 3, `${outline} on ${paper}`);
    await page.close();
  });
}

test("every target is at least 24 by 24 pixels", async () => {
  const { page } = await open("/dark/");
  const small = await page.evaluate(() =>
    [...document.querySelector("nutgraf-summary").shadowRoot.querySelectorAll("button")]
      .map((button) => [button.textContent, button.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 24 || height < 24)
      .map(([text, { width, height }]) => `${text} ${width} × ${height}`));
  assert.deepEqual(small, []);
  await page.close();
});

const overflows = (page) =>
  page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    const card = panel.shadowRoot.querySelector(".card").getBoundingClientRect();
    const out = [...panel.shadowRoot.querySelectorAll(".card *:not(.unseen)")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < card.left - 0.5 || right > card.right + 0.5 || element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible");
    });
    return { page: document.scrollingElement.scrollWidth - innerWidth, out: out.map((element) => element.className || element.localName) };
  });

for (const path of ["/news/", "/arabic/", "/dark/"]) {
  test(`${path} at 320 pixels, which is 1,280 at 400 %: nothing scrolls sideways, nothing is clipped`, async () => {
    const { page } = await open(path, { viewport: { width: 320, height: 640 } });
    await page.addStyleTag({ content: "body > *:not(nutgraf-summary) { display: none }" });
    const found = await overflows(page);
    assert.ok(found.page <= 0, `${found.page} pixels too wide`);
    assert.deepEqual(found.out, []);
    await page.close();
  });
}

test("with the reader's own text spacing nothing overlaps and nothing is cut off", async () => {
  const { page } = await open("/news/", { viewport: { width: 420, height: 800 } });
  const overlaps = await page.evaluate(() => {
    const shadow = document.querySelector("nutgraf-summary").shadowRoot;
    const spacing = new CSSStyleSheet();
    spacing.replaceSync("*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}");
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, spacing];
    const blocks = [...shadow.querySelectorAll(".heading, .meta, .text, .figure, .person, .action, .promise")].map((element) => [element.className, element.getBoundingClientRect()]);
    const meet = ([, a], [, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    return blocks.flatMap((a, at) => blocks.slice(at + 1).filter((b) => meet(a, b)).map((b) => `${a[0]} and ${b[0]}`));
  });
  assert.deepEqual(overlaps, []);
  assert.deepEqual((await overflows(page)).out, []);
  await page.close();
});

test("whoever asked for less motion gets none", async () => {
  const { page } = await open("/news/", { reducedMotion: "reduce" });
  const top = await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    panel.jumpTo(panel.digest.summary.at(-1));
    const { top, bottom } = [...CSS.highlights.get("nutgraf")][0].getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(top, "it is there at once");
  await page.close();
});

test("a dark panel is printed dark on light", async () => {
  const { page } = await open("/dark/");
  await page.emulateMedia({ media: "print" });
  const colours = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("nutgraf-summary");
    const of = (selector, name) => getComputedStyle(shadowRoot.querySelector(selector))[name];
    return [of(".card", "backgroundColor"), of(".text", "color"), of(".value", "color"), of(".card", "colorScheme")];
  });
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(0, 0, 0)", "light"]);
  await page.close();
});

test("in forced colours and on paper the card keeps its border and its words", async () => {
  const { page } = await open("/news/", { forcedColors: "active" });
  const style = () => page.evaluate(() => {
    const shadow = document.querySelector("nutgraf-summary").shadowRoot;
    const of = (selector) => getComputedStyle(shadow.querySelector(selector));
    return { border: of(".card").borderTopStyle, actions: of(".actions").display, text: of(".text").display };
  });
  assert.deepEqual(await style(), { border: "solid", actions: "flex", text: "block" });
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await style(), { border: "solid", actions: "none", text: "block" });
  await page.close();
});
