// Proves the packed package in small real projects: every way to import it, every bundler and runtime that can be had from
// npm. Each has to give the very bytes that Node gives of the same page.
//
// `npm run proofs [-- NAME…]`. The tools lie in tests/proofs, with a lock file of their own: they are far larger than the
// project. Without names the table of docs/proofs.md is written anew.

import { createHash } from "node:crypto";
import { createReadStream, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { spawn } from "node:child_process";
import { delimiter, extname, join } from "node:path";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";
import { env, isMain, manifest, path, run, say } from "./tools.mjs";

const HOME = path("tests", "proofs");
const WORK = join(HOME, "work");
const TARBALL = join(HOME, `nutgraf-${manifest.version}.tgz`);
const STORY = path("seeds", "reservoir-works", "page.html");
const TOOLS = { PATH: [join(HOME, "node_modules", ".bin"), env.PATH].join(delimiter) };

/** A proof: its name, the npm package whose version is told, what it shows, and what it does. */
const PROOFS = [
  ["publint", "publint", "the manifest: no suggestion, warning or error", () => tool("publint", ["--strict", join(HOME, "node_modules", "nutgraf")])],
  ["types resolve", "@arethetypeswrong/cli", "every entry under node16 and with bundlers; the entries for browsers are modules only", typesResolve],
  ["TypeScript", "typescript", "every public type under --strict, moduleResolution node16 and bundler", typescript],
  ["Node, import", undefined, "every entry, the worker thread", () => same(tool("node", ["esm.mjs"], { cwd: project("node"), input: STORY }))],
  ["Node, require", undefined, "the entries that can be required", () => same(tool("node", ["cjs.cjs"], { cwd: project("node"), input: STORY }))],
  ["Deno", "deno", "`nutgraf` out of node_modules", () => same(tool("deno", ["run", "--allow-read", "--node-modules-dir=manual", "any.mjs", STORY], { cwd: project("node") }))],
  ["Bun", "bun", "`nutgraf` out of node_modules", () => same(tool("bun", ["run", "any.mjs", STORY], { cwd: project("node") }))],
  ["Vite and React", "vite", "examples/react, built; the panel in Chromium", () => example("react")],
  ["Vite and Vue", "vite", "examples/vue, built; the panel in Chromium", () => example("vue")],
  ["webpack", "webpack", "digest, worker and element, in Chromium", webpack],
  ["Rollup", "rollup", "digest, worker and element, in Chromium", rollup],
  ["esbuild", "esbuild", "digest, worker and element, in Chromium", esbuild],
  ["Next", "next", "a client component in Chromium, a route in Node, a route at the edge", next],
  ["workerd", "workerd", "a Worker with the module imported, as at Cloudflare", workerd],
  ["DOMPurify", "dompurify", "nothing to take out of the clean HTML of hostile pages, nothing that runs, the same again when parsed again; in Chromium", purify],
];

async function proofs(wanted) {
  await setup({ browser: true });
  await build();
  await tools();
  await unpackInto(join(HOME, "node_modules", "nutgraf"));
  rmSync(WORK, { recursive: true, force: true });
  const rows = [];
  for (const [name, needs, shows, prove] of PROOFS.filter(([name]) => wanted.length === 0 || wanted.includes(name))) {
    say(`── ${name}`);
    const began = Date.now();
    await prove();
    rows.push({ name, version: needs ? versionOf(needs) : process.versions.node, shows, seconds: Math.round((Date.now() - began) / 1000) });
  }
  for (const { name, version, seconds } of rows) console.log(`${name.padEnd(16)}${version.padEnd(18)}${String(seconds).padStart(4)} s`);
  if (wanted.length === 0) note(rows);
}

/** The tools, as their lock file has them; the stamp says which lock they were installed from. */
async function tools() {
  const lock = createHash("sha256").update(readFileSync(join(HOME, "package-lock.json"))).digest("hex");
  const stamp = join(HOME, "node_modules", ".nutgraf-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("installing the tools of tests/proofs/package-lock.json");
  await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HOME, quiet: true });
  writeFileSync(stamp, lock);
}

const versionOf = (name) => JSON.parse(readFileSync(join(HOME, "node_modules", name, "package.json"), "utf8")).version;

/** The package as npm would publish it, where the proofs find it. */
async function unpackInto(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", HOME], { quiet: true });
  await run("tar", ["-xzf", TARBALL, "--strip-components=1", "-C", folder], { quiet: true });
}

/** A fresh copy of a project. */
function project(name, from = join(HOME, name)) {
  const to = join(WORK, name);
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
}

/** Runs a tool; gives what it prints on standard output. */
function tool(command, args, { cwd = HOME, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...env, ...TOOLS, NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" } });
    let [out, both] = ["", ""];
    child.stdout.on("data", (chunk) => { out += chunk; both += chunk; });
    child.stderr.on("data", (chunk) => (both += chunk));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(out) : reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${both.slice(-6000)}`))));
    if (input) createReadStream(input).pipe(child.stdin);
    else child.stdin.end();
  });
}

let expected;

/** Fails unless a digest is, byte for byte, the one that the checkout gives in Node. */
async function same(given) {
  const { digest } = await import("../www/node.js");
  expected ??= JSON.stringify(await digest(readFileSync(STORY, "utf8")));
  const found = await given;
  if (found === expected) return;
  const at = [...expected].findIndex((character, index) => character !== found[index]);
  throw new Error(`the digest differs from Node's at ${at}: ${found.slice(Math.max(0, at - 80), at + 80)}`);
}

// What is made for browsers can't be required: a module that is required there is told so by Node itself.
function typesResolve() {
  const args = ["--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", "./embed.js", "./nutgraf.wasm"];
  return tool("attw", [TARBALL, ...args]);
}

async function typescript() {
  const cwd = project("types");
  for (const mode of ["node16", "bundler"]) await tool("tsc", ["--project", `tsconfig.${mode}.json`], { cwd });
}

async function example(name) {
  project("examples", path("examples"));
  const cwd = join(WORK, "examples", name);
  await tool("vite", ["build", "--logLevel", "warn"], { cwd });
  await inChromium(join(cwd, "dist"), async (page) => settled(page));
}

async function webpack() {
  const { default: webpack } = await import(join(HOME, "node_modules", "webpack", "lib", "index.js"));
  await bundled((cwd) => new Promise((resolve, reject) => {
    const config = { mode: "production", context: cwd, entry: "./main.js", output: { path: join(cwd, "out"), filename: "bundle.js" }, performance: false };
    webpack(config, (error, stats) => {
      const said = error ?? (stats.hasErrors() || stats.hasWarnings() ? new Error(stats.toString({ all: false, errors: true, warnings: true })) : null);
      if (said) reject(said);
      else resolve();
    });
  }));
}

async function rollup() {
  const { rollup } = await import(join(HOME, "node_modules", "rollup", "dist", "es", "rollup.js"));
  const { default: resolve } = await import(join(HOME, "node_modules", "@rollup", "plugin-node-resolve", "dist", "es", "index.js"));
  await bundled(async (cwd) => {
    const made = await rollup({ input: join(cwd, "main.js"), plugins: [resolve({ browser: true })], onwarn: (warning) => { throw new Error(warning.message); } });
    await made.write({ dir: join(cwd, "out"), entryFileNames: "bundle.js", format: "es" });
  });
}

async function esbuild() {
  const { build } = await import("esbuild");
  await bundled((cwd) => build({ entryPoints: [join(cwd, "main.js")], outfile: join(cwd, "out", "bundle.js"), bundle: true, format: "esm", logLevel: "error" }));
}

/** Bundles the app, and has Chromium run it. */
async function bundled(bundle) {
  const cwd = project("app");
  await bundle(cwd);
  const story = readFileSync(STORY, "utf8");
  writeFileSync(join(cwd, "out", "story.html"), story);
  const head = '<script type="module" src="/bundle.js"></script></head>';
  writeFileSync(join(cwd, "out", "index.html"), story.replace("</head>", head).replace(/<body[^>]*>/, "$&<nutgraf-summary></nutgraf-summary>"));
  await inChromium(join(cwd, "out"), async (page) => {
    const { here, there } = await page.evaluate(() => globalThis.proof);
    await same(here);
    await same(there);
    await settled(page);
  });
}

async function next() {
  const cwd = project("next");
  await tool("next", ["build"], { cwd });
  await listening("next", (port) => ["start", "--port", String(port)], cwd, async (origin) => {
    for (const runtime of ["node", "edge"]) await same(posted(`${origin}/api/${runtime}`));
    await withPage(origin, settled);
  });
}

async function workerd() {
  const cwd = project("workerd");
  const { build } = await import("esbuild");
  // What wrangler does: the module stays a file of its own, under the name by which it is imported.
  const files = {
    name: "wasm-files",
    setup: ({ onResolve }) => onResolve({ filter: /\.wasm$/ }, () => ({ path: "nutgraf.wasm", external: true })),
  };
  await build({ entryPoints: [join(cwd, "worker.js")], outfile: join(cwd, "bundle.js"), bundle: true, format: "esm", conditions: ["workerd", "worker"], plugins: [files], logLevel: "error" });
  cpSync(path("dist", "nutgraf.wasm"), join(cwd, "nutgraf.wasm"));
  await listening("workerd", (port) => ["serve", "config.capnp", "--socket-addr", `http=127.0.0.1:${port}`], cwd, (origin) => same(posted(origin)));
}

/** The hostile pages, alone, inside an article and one inside the other. */
function hostile() {
  const pages = JSON.parse(readFileSync(path("tests", "rows", "hostile.json"), "utf8"));
  const within = pages.map((page) => `<article><p>The ferry left on time, with all hands.</p>${page}<p>It came back late.</p></article>`);
  const pairs = pages.flatMap((outer, at) => [outer + pages[(at * 7 + 3) % pages.length], outer.replace("x", () => pages[(at * 5 + 1) % pages.length])]);
  return [...pages, ...within, ...pairs];
}

async function purify() {
  const { digest } = await import("../www/node.js");
  const options = { type: "html", boilerplate: "keep", url: "https://harbour.example/news/ferry" };
  const cleaned = await Promise.all(hostile().map(async (page) => ({ page, html: (await digest(page, options)).html })));
  const cwd = join(WORK, "purify");
  mkdirSync(cwd, { recursive: true });
  cpSync(join(HOME, "node_modules", "dompurify", "dist", "purify.js"), join(cwd, "purify.js"));
  writeFileSync(join(cwd, "index.html"), '<!doctype html><meta charset="utf-8"><script src="/purify.js"></script><body>');
  await inChromium(cwd, async (page) => {
    await page.route(/harbour\.example|\/x\b/, (route) => route.abort());
    const broken = await page.evaluate(async (cleaned) => {
      let ran = 0;
      globalThis.alert = () => ran++;
      const written = (html) => new DOMParser().parseFromString(html, "text/html").body.innerHTML;
      const broken = [];
      for (const { page, html } of cleaned) {
        const once = written(html);
        // A description that quotes markup stays: our own writing escapes it.
        const left = globalThis.DOMPurify.sanitize(html, { ADD_TAGS: ["none"], SAFE_FOR_XML: false });
        const before = ran;
        const holder = document.body.appendChild(document.createElement("div"));
        holder.innerHTML = html;
        await new Promise((resolve) => setTimeout(resolve, 5));
        holder.remove();
        if (left !== once || written(once) !== once || ran !== before) broken.push({ page, once, left, ran: ran - before });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return ran ? [...broken, { ran }] : broken;
    }, cleaned);
    if (broken.length) throw new Error(`${broken.length} of ${cleaned.length} pages: ${JSON.stringify(broken.slice(0, 3), null, 1)}`);
  });
}

const posted = async (address) => {
  const answer = await fetch(address, { method: "POST", body: readFileSync(STORY) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text.slice(0, 400)}`);
  return text;
};

/** A server while `use` asks it. */
async function listening(command, args, cwd, use) {
  const port = await freePort();
  const child = spawn(join(HOME, "node_modules", ".bin", command), args(port), { cwd, env: { ...env, ...TOOLS, NEXT_TELEMETRY_DISABLED: "1" } });
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  child.stderr.on("data", (chunk) => (said += chunk));
  const gone = new Promise((_, reject) => child.on("exit", (code) => reject(new Error(`${command} ended with ${code}\n${said.slice(-4000)}`))));
  try {
    await Promise.race([gone, answers(`http://127.0.0.1:${port}`).then(() => use(`http://127.0.0.1:${port}`))]);
  } finally {
    gone.catch(() => {});
    child.kill();
  }
}

async function answers(origin) {
  for (let tries = 0; tries < 150; tries++) {
    if (await fetch(origin, { method: "HEAD" }).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${origin} doesn't answer`);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** Opens the page that lies in `folder`. */
async function inChromium(folder, use) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname === "/" ? "index.html" : pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  await withPage(`http://127.0.0.1:${server.address().port}/`, use).finally(() => server.close());
}

async function withPage(address, use) {
  const { browser } = await import("../tests/browser/harness.js");
  const chromium = await browser();
  try {
    const page = await chromium.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(address);
    await use(page);
    if (errors.length) throw new Error(errors.join("\n"));
  } finally {
    await chromium.close();
  }
}

/** Fails unless the page's panel shows a summary. */
async function settled(page) {
  await page.waitForFunction(() => !["loading", undefined].includes(document.querySelector("nutgraf-summary")?.state));
  const [state, count] = await page.evaluate(() => {
    const panel = document.querySelector("nutgraf-summary");
    return [panel.state, panel.shadowRoot.querySelectorAll(".sentence").length];
  });
  if (state !== "ready" || count === 0) throw new Error(`the panel is ${state}, with ${count} sentences`);
}

/** Writes the table between the marks of docs/proofs.md. */
function note(rows) {
  const file = path("docs", "proofs.md");
  const table = rows.map(({ name, version, shows }) => `| ${name} | ${version} | ${shows} |`).join("\n");
  const between = `<!-- table -->\n| proof | version | shows |\n|---|---|---|\n${table}\n<!-- /table -->`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/<!-- table -->[^]*<!-- \/table -->/, () => between));
}

if (isMain(import.meta.url)) {
  await proofs(process.argv.slice(2)).catch((error) => {
    say(error.message);
    process.exit(1);
  });
  say("everything is proven");
}
