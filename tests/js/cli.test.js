// The command: formats, exit statuses, batches, addresses, and what it says of every bad input.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { fieldOf } from "../../www/cli/field.js";
import { OPTIONS } from "../../www/cli/options.js";
import { isPrivate } from "../../www/cli/source.js";
import { toTerminal } from "../../www/cli/text.js";
import { columns, wrap } from "../../www/cli/width.js";
import { digest } from "../../www/node.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = join(root, JSON.parse(readFileSync(join(root, "package.json"), "utf8")).bin.nutgraf);
const page = join(root, "seeds", "reservoir-works", "page.html");
const text = join(root, "seeds", "night-ferry", "text.txt");
const links = join(root, "seeds", "link-list", "page.html");
const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the command; gives its status and what it wrote. */
function nutgraf(args, { input = "", env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, NO_COLOR: "1", ...env } });
    const written = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (written.out += chunk));
    child.stderr.on("data", (chunk) => (written.err += chunk));
    child.on("close", (status) => resolve({ status, ...written }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

async function served(answer, work) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const lines = (out) => out.trimEnd().split("\n").map((line) => JSON.parse(line));

test("the text format shows title, summary and reading time, within the width", async () => {
  const { status, out, err } = await nutgraf([page], { env: { COLUMNS: "60" } });
  assert.equal(status, 0, err);
  assert.match(out, /^Old reservoir to power 22,000 homes by 2029\n/);
  assert.match(out, /min read/);
  assert.match(out, /\nSummary\n {2}• /);
  for (const line of out.split("\n")) assert.ok(columns(line) <= 60, line);
  assert.doesNotMatch(out, /\x1b/);
  assert.match((await nutgraf([page, "--color", "always"])).out, /\x1b\[1m/);
});

test("every format gives what it says", async () => {
  const expected = await digest(readFileSync(page, "utf8"));
  assert.deepEqual(JSON.parse((await nutgraf(["-f", "json", page])).out), expected);
  assert.deepEqual(lines((await nutgraf(["-f", "jsonl", page])).out), [{ id: page, ...expected }]);
  assert.match((await nutgraf(["-f", "markdown", page])).out, /^# Old reservoir[^]*\n## Summary\n[^]*\n## Article\n/);
  const html = (await nutgraf(["--format=html", page])).out;
  assert.match(html, /^<!doctype html>\n<html lang="en-GB" dir="ltr">/);
  assert.ok(html.includes(expected.html));
});

test("standard input is read without a name and with a dash", async () => {
  const input = readFileSync(text);
  const named = await nutgraf(["-f", "json", text]);
  for (const args of [["-f", "json"], ["-f", "json", "-"]]) assert.equal((await nutgraf(args, { input })).out, named.out);
});

test("several documents: one that fails doesn't stop the others", async () => {
  const { status, out, err } = await nutgraf(["-f", "json", page, "nowhere.html", text]);
  assert.equal(status, 3);
  assert.match(err, /bad-input: nowhere\.html: there is no such file/);
  const found = JSON.parse(out);
  assert.deepEqual(found.map(({ id }) => id), [page, "nowhere.html", text]);
  assert.equal(found[1].error.code, "bad-input");
});

test("options reach the digest, and a field can be asked for", async () => {
  const two = await nutgraf(["-n2", "--field", "summary.*.text", page]);
  assert.equal(two.out.trimEnd().split("\n").length, 2);
  assert.equal((await nutgraf(["--field", "title", page])).out, "Old reservoir to power 22,000 homes by 2029\n");
  assert.equal((await nutgraf(["--field=summary[0].nothing", page])).out, "\n");
  const found = JSON.parse((await nutgraf(["-f", "json", "--include", "sentences,removed", page])).out);
  assert.ok(Array.isArray(found.sentences) && Array.isArray(found.removed));
  assert.equal(fieldOf({ a: [{ b: 1 }, {}] }, "a.*.b").join(), "1,");
  const file = join(folder, "out.json");
  assert.equal((await nutgraf(["-f", "json", "-o", file, page])).out, "");
  assert.equal(JSON.parse(readFileSync(file, "utf8")).readable, true);
});

test("wrong usage is told with its code, and ends with 2", async () => {
  const wrong = [
    ["--sentence", "3"], ["-x"], ["--sentences"], ["--sentences", "many"], ["-n", "0"], ["-n", "101"], ["-n", "2.5"],
    ["--ratio", "2"], ["--ratio", "x"], ["--format", "xml"], ["--include", "everything"], ["--type", "pdf"], ["--jsonl=yes"],
    ["--max-bytes", "0"], ["--color", "sometimes"], ["-j", "0"], ["--field", "headline"], ["--field", ""], ["--field", "removed.0"],
  ];
  for (const args of wrong) {
    const { status, out, err } = await nutgraf([...args, page]);
    assert.deepEqual([status, out], [2, ""], `${args}: ${err}`);
    assert.match(err, /^nutgraf: bad-option: /, `${args}`);
  }
});

test("what can't be read, or holds no article, is told with its code and ends with 1", async () => {
  const pdf = join(folder, "a.pdf");
  writeFileSync(pdf, Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256))]));
  const cases = [
    [["nowhere.html"], "", /^nutgraf: bad-input: nowhere\.html: there is no such file\n$/],
    [[folder], "", /^nutgraf: bad-input: .*: it is a folder\n$/],
    [["ftp://example.org/x"], "", /^nutgraf: bad-input: .*only http and https/],
    [["http://127.0.0.1:9/x"], "", /^nutgraf: bad-input: .*--allow-private/],
    [["http://localhost:9/x"], "", /^nutgraf: bad-input: .*--allow-private/],
    [["--allow-private", "http://127.0.0.1:9/x"], "", /^nutgraf: bad-input: .*refuses the connection/],
    [["http://no-such-host.invalid/"], "", /^nutgraf: bad-input: /],
    [[], "", /^nutgraf: standard input: empty: /],
    [["-"], " \n\t\n", /^nutgraf: standard input: empty: /],
    [[pdf], "", /: binary: /],
    [[links], "", /: link-list: /],
    [["--max-bytes", "100", page], "", /^nutgraf: too-large: /],
    [["-o", join(folder, "no", "such", "folder"), page], "", /^nutgraf: bad-input: .*can't be written/],
  ];
  for (const [args, input, pattern] of cases) {
    const { status, out, err } = await nutgraf(args, { input });
    assert.deepEqual([status, out], [1, ""], `${args}: ${err}`);
    assert.match(err, pattern);
  }
  const { status, out } = await nutgraf(["-f", "json", links]);
  assert.deepEqual([status, JSON.parse(out).reason], [1, "link-list"]);
});

test("a batch answers line for line, in order, and no bad line disturbs another", async () => {
  const html = readFileSync(page, "utf8");
  const input = [
    JSON.stringify({ id: "a", html, url: "https://paper.example/a" }),
    "not json",
    "",
    "[1,2]",
    JSON.stringify({ id: 5 }),
    JSON.stringify({ id: "b", text: readFileSync(text, "utf8"), lang: null, options: { sentences: 1 } }),
    JSON.stringify({ id: "c", html, options: { sentences: 0 } }),
    JSON.stringify({ id: "d", html, options: { unheard: 1 } }),
    JSON.stringify({ id: "e", html: 7 }),
    JSON.stringify({ id: "f", text: "" }),
  ].join("\n");
  const { status, out, err } = await nutgraf(["--jsonl"], { input });
  assert.equal(status, 3, err);
  const found = lines(out);
  assert.deepEqual(found.map(({ id }) => id), ["a", null, null, 5, "b", "c", "d", "e", "f"]);
  assert.deepEqual(found.map(({ error }) => error?.code ?? "well"), ["well", "bad-input", "bad-input", "bad-input", "well", "bad-option", "bad-option", "bad-input", "well"]);
  assert.deepEqual([found[1].line, found[2].line], [2, 4]);
  assert.deepEqual(found[0], { id: "a", ...(await digest(html, { url: "https://paper.example/a" })) });
  assert.equal(found[4].summary.length, 1);
  assert.equal(found[8].reason, "empty");
});

test("worker threads change nothing but the time", async () => {
  const html = readFileSync(page, "utf8");
  const input = Array.from({ length: 60 }, (_, id) => (id % 9 === 5 ? "{broken" : JSON.stringify({ id, html: html.repeat(1 + (id % 3)) }))).join("\n");
  const one = await nutgraf(["--jsonl", "-j", "1"], { input });
  const three = await nutgraf(["--jsonl", "-j", "3"], { input });
  assert.equal(one.status, 3);
  assert.equal(three.out, one.out);
  assert.equal(lines(one.out).length, 60);
});

test("a batch says how far it is where it is asked to, and nothing else on standard output", async () => {
  const input = `${JSON.stringify({ id: 1, text: "The ferry left the harbour at dawn with forty people on board." })}\n`;
  const { err, out } = await nutgraf(["--jsonl", "--progress", "plain"], { input });
  assert.match(err, /^1 documents/m);
  assert.equal(lines(out).length, 1);
  assert.equal((await nutgraf(["--jsonl"], { input: "" })).status, 0);
  assert.equal((await nutgraf(["--jsonl"], { input: "{\n" })).status, 1);
});

test("a reader who leaves ends the run quietly", async () => {
  const input = Array.from({ length: 400 }, (_, id) => JSON.stringify({ id, html: readFileSync(page, "utf8") })).join("\n");
  const child = spawn(process.execPath, [command, "--jsonl", "-j", "1"], { stdio: ["pipe", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (chunk) => (err += chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  child.stdout.once("data", () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on("close", resolve));
  assert.deepEqual([status, err], [0, ""]);
});

test("an interrupted run ends with 130", async () => {
  const child = spawn(process.execPath, [command, "--jsonl"], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.write(`${JSON.stringify({ id: 1, text: "A line of words that is long enough to be read." })}\n`);
  child.stdout.once("data", () => child.kill("SIGINT"));
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 130);
});

test("an address is read with its charset, its redirects and its compression", async () => {
  const words = "<p>Die Prüfer öffneten die Schleuse am Montag über dem Wehr, sagte die Behörde. ".repeat(9);
  const answer = (request, response) => {
    if (request.url === "/from") return response.writeHead(302, { location: "/to" }).end();
    if (request.url === "/round") return response.writeHead(302, { location: "/round" }).end();
    if (request.url === "/gone") return response.writeHead(410).end();
    if (request.url === "/slow") return;
    if (request.url === "/endless") {
      response.writeHead(200, { "content-encoding": "gzip" });
      return response.end(gzipSync("x".repeat(5_000_000)));
    }
    response.writeHead(200, { "content-type": "text/html; charset=iso-8859-1", "content-encoding": "gzip" });
    response.end(gzipSync(Buffer.from(`<title>${request.headers["user-agent"]}</title>${words}`, "latin1")));
  };
  await served(answer, async (at) => {
    const ask = (path, ...args) => nutgraf(["--allow-private", "--user-agent", "tester", "-f", "json", `${at}${path}`, ...args]);
    const found = await ask("/from");
    assert.equal(found.status, 0, found.err);
    assert.match(JSON.parse(found.out).text, /Prüfer öffneten/);
    assert.match((await ask("/round")).err, /redirects more than 10 times/);
    assert.match((await ask("/gone")).err, /answered 410/);
    assert.match((await ask("/slow", "--timeout", "200")).err, /no answer in 200 ms/);
    assert.match((await ask("/endless", "--max-bytes", "100000")).err, /too-large/);
  });
});

test("addresses of this machine and its network are told from public ones", () => {
  for (const address of ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "172.20.0.1", "100.64.0.1", "0.0.0.0", "::1", "::", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "64:ff9b::10.0.0.1"]) {
    assert.equal(isPrivate(address), true, address);
  }
  for (const address of ["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1", "::ffff:8.8.8.8"]) assert.equal(isPrivate(address), false, address);
});

test("help, manual page and completions name every option", async () => {
  const [help, man, ...scripts] = await Promise.all([["--help"], ["--man"], ...["bash", "zsh", "fish"].map((shell) => ["--completion", shell])].map((args) => nutgraf(args)));
  for (const { name } of OPTIONS) {
    assert.ok(help.out.includes(`--${name}`), name);
    assert.ok(man.out.includes(`\\-\\-${name.replace(/-/g, "\\-")}`), name);
    for (const { out } of scripts) assert.ok(out.includes(name), name);
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.equal((await nutgraf(["-V"])).out, `nutgraf ${version}\n`);
});

test("a page can't send control characters to the terminal", async () => {
  const hostile = await digest(`<title>A \x1b]0;owned\x07 title</title><p>${"The \x1b[31mred\x1b[0m council met on Monday, said \u202eOle. ".repeat(12)}`);
  assert.doesNotMatch(toTerminal(hostile, { width: 80 }), /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
});

test("a word wider than a line is cut into lines, however long it is", () => {
  const lines = wrap(`so ${"a".repeat(1e6)}東京 end`, 40);
  assert.equal(lines.join("").replaceAll(" ", ""), `so${"a".repeat(1e6)}東京end`);
  assert.ok(lines.every((line) => columns(line) <= 40));
});

test("lines are broken by columns, wide characters counting two", () => {
  assert.equal(columns("日本語 ok"), 9);
  assert.equal(columns("e\u0301"), 1);
  for (const sample of ["one two three four five", "漢字が続く長い文章は、空白がなくても折り返される。", "x".repeat(50), "a 漢字 b"]) {
    const broken = wrap(sample, 10);
    for (const line of broken) assert.ok(columns(line) <= 10, line);
    assert.equal(broken.join("").replace(/\s/g, ""), sample.replace(/\s/g, ""));
  }
});
