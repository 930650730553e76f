// What the tests in a browser share: a server of the project's files and of pages written in the test, and Chromium.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, normalize } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "../../.ci/tools.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8", ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** Without a sandbox, so that it runs as root in a container; with nothing that asks the network on its own. */
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb",
];

/** Where Chromium is: where CHROME_PATH says or where systems keep it. */
export function executable() {
  const found = findChromium();
  if (!found) throw new Error("no Chromium was found: run npm run setup, or set CHROME_PATH");
  return found.includes("/") ? found : `/usr/bin/${found}`;
}

/** A machine that is busy with something else may take this long for a step; one that hangs takes longer. */
const PATIENCE_MS = 150_000;

/** A Chromium whose pages, unless told otherwise, scroll at once, so that no test has to guess when a movement ends. */
export async function browser() {
  const launched = await chromium.launch({ executablePath: executable(), args: FLAGS, timeout: PATIENCE_MS });
  const newContext = launched.newContext.bind(launched);
  launched.newContext = async (options) => {
    const context = await newContext({ reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return launched;
}

/**
 * Serves the project's files, and pages of the test over them: path → { html | body, type, headers, status, wait }.
 * Gives the origin, the requests that came, and `close`.
 */
export async function serve(pages = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    const page = pages[pathname];
    if (page?.wait) await new Promise((resolve) => setTimeout(resolve, page.wait));
    const file = normalize(`${root}/${pathname.endsWith("/") ? `${pathname}index.html` : pathname}`);
    const headers = { "access-control-allow-origin": "*", "cache-control": "no-store", ...page?.headers };
    if (page?.html !== undefined || page?.body !== undefined) {
      headers["content-type"] = page.type ?? TYPES[".html"];
      response.writeHead(page.status ?? 200, headers).end(page.html ?? page.body);
    } else if (page?.status === undefined && file.startsWith(root) && existsSync(file) && statSync(file).isFile()) {
      headers["content-type"] = page?.type ?? TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, headers).end(readFileSync(file));
    } else {
      response.writeHead(page?.status ?? 404, headers).end("not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    pages,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** What nearly every file of tests wants: a Chromium, and a server of these pages, closed when its tests are over. */
export async function stage(pages) {
  const [chromium, server] = await Promise.all([browser(), serve(pages)]);
  after(async () => {
    await chromium.close();
    await server.close();
  });
  return { chromium, server };
}

/** The HTML of a seed. */
export const seed = (name) => readFileSync(`${root}/seeds/${name}/page.html`, "utf8");

/** The HTML of a seed with a panel at the top of its body, and whatever else belongs in its head. */
export const withPanel = (name, { head = "", panel = "<nutgraf-summary></nutgraf-summary>" } = {}) =>
  seed(name)
    .replace("</head>", `${head}<script type="module" src="/www/element/define.js"></script></head>`)
    .replace(/<body[^>]*>/, (body) => body + panel);

const LONG_BYTES = 200 * 1024;

/** A page of 200 KB with a script: the paragraphs of a seed again and again, each time with other words in them. */
export function longPage(script) {
  const paragraphs = (seed("reservoir-works").match(/<p[^>]*>[^]*?<\/p>/g) ?? []).filter((paragraph) => paragraph.length > 200);
  let body = "";
  for (let at = 0; body.length < LONG_BYTES; at++) body += paragraphs[at % paragraphs.length].replace(/(\w+) /, `$1 ${at} `);
  const head = `<meta charset="utf-8"><title>A long read about water</title><script type="module" src="${script}" async></script>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><main><article><h1>A long read about water</h1>${body}</article></main></body></html>`;
}

/** Resolves to the panel's state once it is no longer loading. */
export const settled = (page) =>
  page.waitForFunction(() => {
    const panel = document.querySelector("nutgraf-summary");
    return panel?.state && panel.state !== "loading" ? panel.state : false;
  }).then((state) => state.jsonValue());

/** Opens a page and waits for its panel. What goes wrong in the page is noted in `errors`. */
export async function open(browser, address, options) {
  const page = await browser.newPage(options);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(address);
  return { page, state: await settled(page), errors };
}

/** A policy that allows what the panel needs, and nothing else. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

/** A policy that allows no script at all. */
export const NO_SCRIPTS = "default-src 'none'";

/** A page without style and scripts of its own, which a strict policy would forbid. */
export const bare = (html) =>
  html.replace(/<style[^]*?<\/style>/g, "").replace(/<script>[^]*?<\/script>/g, "").replace(/ style="[^"]*"/g, "");
