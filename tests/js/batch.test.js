// Batches: WARC files whole and broken, answers out of order, and runs that are broken off and gone on with.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { digest } from "../../www/node.js";
import { BREAKS, http, idOf, members, page, record } from "./warc-file.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const command = join(root, "www", "cli.js");
const story = readFileSync(join(root, "seeds", "reservoir-works", "page.html"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "nutgraf-"));
after(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(bytes, end = "") {
  const name = join(folder, `${files++}${end}`);
  writeFileSync(name, bytes);
  return name;
}

/** Runs the command; gives its status and what it wrote. `ending` is handed the process while it runs. */
function nutgraf(args, { input = "", ending = () => {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { env: { ...process.env, NO_COLOR: "1" } });
    const written = { out: "", err: "" };
    child.stdout.on("data", (chunk) => (written.out += chunk));
    child.stderr.on("data", (chunk) => (written.err += chunk));
    child.on("close", (status) => resolve({ status, ...written }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    ending(child);
  });
}

const lines = (text) => text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
const texts = Array.from({ length: 20 }, (_, at) => story.replaceAll("22,000", `${at + 3},000`));

test("a WARC file gives a line for each page, packed or not, in one member or many", async () => {
  const records = [record({ number: 0, type: "warcinfo", block: Buffer.from("software: a test\r\n") }), ...texts.flatMap((text, at) => [
    record({ number: 1000 + at, type: "request", block: Buffer.from("GET / HTTP/1.1\r\nHost: paper.example\r\n\r\n") }),
    page(at + 1, text),
  ])];
  const plain = await nutgraf(["--warc", file(Buffer.concat(records))]);
  assert.equal(plain.status, 0, plain.err);
  const found = lines(plain.out);
  assert.deepEqual(found.map(({ id }) => id), texts.map((_, at) => idOf(at + 1)));
  assert.deepEqual(found[7], { id: idOf(8), url: "https://paper.example/8", ...(await digest(texts[7], { url: "https://paper.example/8" })) });
  assert.match(plain.err, /21 records passed over/);
  for (const bytes of [Buffer.concat(members(records)), gzipSync(Buffer.concat(records))]) {
    assert.deepEqual(await nutgraf(["--warc", file(bytes, ".warc.gz"), "-j", "2"]), plain);
    assert.equal((await nutgraf(["--warc"], { input: bytes })).out, plain.out);
  }
});

test("a page is read as the server meant it: its charset, its chunks, its packing", async () => {
  const words = "<p>Die Prüfer öffneten die Schleuse am Montag über dem Wehr, sagte die Behörde. ".repeat(9);
  const html = { "Content-Type": "text/html; charset=utf-8" };
  const chunked = `${Buffer.byteLength(words).toString(16)}\r\n${words}\r\n0\r\n\r\n`;
  const blocks = [
    http(Buffer.from(words, "latin1"), { "Content-Type": "text/html; charset=ISO-8859-1" }),
    http(Buffer.from(`<meta charset=latin1>${words}`, "latin1"), { "content-type": "text/html" }),
    http(chunked, { ...html, "Transfer-Encoding": "chunked" }),
    http(gzipSync(words), { ...html, "Content-Encoding": "gzip" }),
    http(gzipSync(words).subarray(0, -8), { ...html, "Content-Encoding": "gzip" }),
    http(brotliCompressSync(words), { ...html, "Content-Encoding": "br" }),
    http(words, { ...html, "Content-Encoding": "gzip" }),
    http(words, { "X-Powered-By": "no content type" }),
    http(words, { "Content-Type": "application/xhtml+xml", "X-Näme: ": "bad \0 header" }),
    http(words, { "Content-Type": "text/css" }),
    http(words, html, "404 Not Found"),
    http(words, html, "301 Moved"),
    http(words, { ...html, "Content-Encoding": "zstd-of-mine" }).subarray(0, 200),
    http(gzipSync("x".repeat(5_000_000)), { ...html, "Content-Encoding": "gzip" }),
  ];
  const { out, status, err } = await nutgraf(["--warc", "--max-bytes", "1000000", file(Buffer.concat(blocks.map((block, at) => record({ number: at, block }))))]);
  const found = lines(out);
  assert.deepEqual(found.map(({ id }) => id), [0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 13].map(idOf), err);
  for (const { id, text } of found.slice(0, 9)) assert.match(text, /Prüfer öffneten[^]*Behörde/, id);
  assert.deepEqual(found.slice(9).map(({ error }) => error?.code ?? "none"), ["none", "too-large"]);
  assert.equal(status, 3);
});

test("a broken record is told, and those around it are answered", async () => {
  for (const [name, broken] of Object.entries(BREAKS)) {
    const parts = texts.map((text, at) => (at % 5 === 2 ? broken(page(at, text)) : gzipSync(page(at, text))));
    const { out, status, err } = await nutgraf(["--warc", file(Buffer.concat(parts), ".warc.gz")]);
    assert.equal(status, 3, `${name}: ${err}`);
    const found = lines(out);
    assert.equal(found.length, 20, name);
    for (const [at, { id, error, readable }] of found.entries()) {
      if (at % 5 === 2) assert.equal(error?.code, "bad-input", `${name} ${at}`);
      else assert.deepEqual([id, readable], [idOf(at), true], `${name} ${at}`);
    }
  }
});

test("in a plain WARC file lengths that lie, lost bytes and what is no record are told", async () => {
  const text = texts[0];
  const parts = [
    page(0, text),
    record({ number: 1, block: http(text), length: 10 ** 14 }),
    page(2, text),
    page(3, text).subarray(0, 900),
    page(4, text),
    record({ number: 5, block: http(text), length: 100 }),
    page(6, text),
    Buffer.from("\r\nnothing that was ever a record\r\n".repeat(50)),
    page(7, text),
    Buffer.from("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n"),
    page(8, text),
    page(9, text).subarray(0, 2000),
  ];
  const { out, status } = await nutgraf(["--warc", file(Buffer.concat(parts))]);
  const found = lines(out);
  assert.deepEqual(found.filter(({ error }) => !error).map(({ id }) => id), [0, 2, 4, 6, 7, 8].map(idOf));
  assert.deepEqual(found.filter(({ error }) => error).map(({ id, record: number }) => id ?? number), [idOf(1), idOf(3), idOf(5), 8, 10, idOf(9)]);
  assert.equal(status, 3);
  assert.equal((await nutgraf(["--warc"], { input: "<p>no archive" })).status, 1);
  assert.equal((await nutgraf(["--warc"], { input: "" })).status, 0);
});

test("answers out of order are the same answers", async () => {
  const input = texts.map((html, id) => JSON.stringify({ id, html: id % 7 === 0 ? html.repeat(20) : html })).join("\n");
  const [ordered, free] = await Promise.all([["-j", "2"], ["-j", "3", "--unordered"]].map((args) => nutgraf(["--jsonl", ...args], { input })));
  assert.deepEqual(lines(ordered.out).map(({ id }) => id), texts.map((_, id) => id));
  assert.deepEqual(free.out.split("\n").sort(), ordered.out.split("\n").sort());
});

test("an input that pauses before it ends is answered whole", async () => {
  const input = texts.map((html, id) => `${JSON.stringify({ id, html })}\n`).join("");
  for (const more of [[], ["--unordered"]]) {
    const child = spawn(process.execPath, [command, "--jsonl", "-j", "2", ...more], { stdio: ["pipe", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stdin.write(input);
    child.stdout.once("data", () => setTimeout(() => child.stdin.end(), 3000));
    assert.equal(await new Promise((resolve) => child.on("close", resolve)), 0);
    assert.equal(lines(out).length, texts.length);
  }
});

test("a batch that was broken off goes on without a line lost or doubled", async () => {
  const input = texts.concat(texts, texts).map((html, id) => `${JSON.stringify({ id, html: html.repeat(3) })}\n${id % 10 === 0 ? "\n{broken\n" : ""}`).join("");
  const whole = await nutgraf(["--jsonl", "-j", "1"], { input });
  const sorted = (text) => text.split("\n").sort().join("\n");
  for (const [more, from] of [[["-j", "2"], "file"], [["-j", "2", "--unordered"], "file"], [["-j", "1"], "stdin"]]) {
    const [out, state] = [join(folder, `out${files}`), join(folder, `state${files}`)];
    const args = ["--jsonl", ...more, "-o", out, "--resume", state, ...(from === "file" ? [file(input)] : [])];
    const given = from === "file" ? "" : input;
    const killed = await nutgraf(args, { input: given, ending: (child) => killOnceSaved(child, out, state) });
    assert.equal(killed.status, null, "it was killed");
    const before = readFileSync(out, "utf8");
    const { status } = await nutgraf(args, { input: given });
    const found = readFileSync(out, "utf8");
    assert.ok(before.length < found.length, `${more}`);
    assert.equal(sorted(found), sorted(whole.out), `${more}`);
    assert.equal(status, 3, "the status is the whole batch's");
    assert.deepEqual([(await nutgraf(args, { input: given })).status, readFileSync(out, "utf8")], [3, found], "a finished batch stays as it is");
  }
});

/** Kills as soon as something is saved and more than that is written. */
function killOnceSaved(child, out, state) {
  const timer = setInterval(() => {
    const saved = existsSync(state) ? JSON.parse(readFileSync(state, "utf8")).bytes : 0;
    if (saved > 0 && readFileSync(out).length > saved) child.kill("SIGKILL");
  }, 5);
  child.on("close", () => clearInterval(timer));
}

test("a WARC file is gone on with at its members", async () => {
  const records = Array.from({ length: 90 }, (_, at) => (at % 11 === 3 ? BREAKS.cut(page(at, texts[at % 20].repeat(3))) : gzipSync(page(at, texts[at % 20].repeat(3)))));
  for (const bytes of [Buffer.concat(records), gzipSync(Buffer.concat(records.map((_, at) => page(at, texts[at % 20].repeat(3)))))]) {
    const name = file(bytes, ".warc.gz");
    const whole = await nutgraf(["--warc", name]);
    const [out, state] = [join(folder, `out${files}`), join(folder, `state${files}`)];
    const args = ["--warc", name, "-o", out, "--resume", state];
    await nutgraf(args, { ending: (child) => killOnceSaved(child, out, state) });
    assert.equal((await nutgraf(args)).status, whole.status);
    assert.equal(readFileSync(out, "utf8"), whole.out);
  }
});

test("what can't be gone on with is told", async () => {
  const input = file(`${JSON.stringify({ id: 1, html: story })}\n`);
  const [out, state] = [join(folder, "out"), join(folder, "state")];
  const args = ["--jsonl", "-o", out, "--resume", state];
  assert.equal((await nutgraf([...args, input])).status, 0);
  const other = await nutgraf([...args, "-n", "2", input]);
  assert.deepEqual([other.status, /belongs to a batch with other inputs or options/.test(other.err)], [2, true]);
  writeFileSync(out, "");
  const gone = await nutgraf([...args, input]);
  assert.deepEqual([gone.status, /can't go on/.test(gone.err)], [1, true]);
  writeFileSync(state, "{}");
  assert.match((await nutgraf([...args, input])).err, /isn't what --resume wrote/);
  for (const wrong of [["--warc", "--jsonl", input], ["--unordered", input], ["--resume", state, "-o", out, input], ["--jsonl", "--resume", state, input]]) {
    assert.equal((await nutgraf(wrong)).status, 2, `${wrong}`);
  }
});
