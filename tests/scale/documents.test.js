// The documents through Node and the command; the answers that every other engine has to give too. And workerd, in miniflare.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { digest } from "../../www/node.js";
import { decode } from "../../www/input.js";
import { documents } from "./documents.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const work = join(root, "tests", "scale", "work");
const given = documents();
mkdirSync(join(work, "answers"), { recursive: true });
writeFileSync(join(work, "documents.jsonl"), given.map((document) => `${JSON.stringify(document)}\n`).join(""));

const told = (error) => ({ error: { code: error.code, message: error.message } });
const answer = ({ html, text, url, options }) => digest(html ?? text, { type: html === undefined ? "text" : "html", url, ...options }).catch(told);
const sha = (text) => createHash("sha256").update(text).digest("hex");

/** The lines sorted by their bytes, kept under an engine's name. */
function kept(name, lines) {
  const text = lines.map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare).join("");
  writeFileSync(join(work, "answers", name), text);
  return text;
}

let expected;
test("Node answers each document, and refuses those that it should", async () => {
  const answers = await Promise.all(given.map(answer));
  expected = kept("Node", answers.map((found, at) => JSON.stringify({ id: given[at].id, ...found })));
  assert.equal(answers.length, 200);
  assert.equal(answers.filter(({ error }) => error).length, 8);
  assert.ok(answers.filter(({ readable }) => readable).length > 170);
});

test("the command with two jobs gives what Node gives", async () => {
  const child = spawn(process.execPath, [join(root, "www", "cli.js"), "--jsonl", "-j", "2", join(work, "documents.jsonl")]);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (out += chunk));
  assert.equal(await new Promise((resolve) => child.on("close", resolve)), 3);
  assert.equal(sha(kept("command, -j 2", out.split("\n").filter(Boolean))), sha(expected));
});

test("bytes in many charsets are kept for the wheel to read", async () => {
  const words = { "windows-1252": "Die Prüfer öffneten – “heute” – die Schleuse. ", "windows-1251": "Мэр города сказал, что мост открыт. ", "koi8-r": "Мэр города сказал, что мост открыт. ", "iso-8859-2": "Žluťoučký kůň úpěl ďábelské ódy. ", shift_jis: "市長は月曜日に橋の再開を発表した。", "euc-jp": "市長は月曜日に橋の再開を発表した。", gbk: "市长星期一宣布大桥重新开放。", big5: "市長星期一宣布大橋重新開放。", "euc-kr": "시장은 월요일에 다리를 다시 연다고 밝혔다. ", "utf-16le": "Half a pair and a whole 😀 one. " };
  const bytes = new Map(await encoded(words));
  const cases = [];
  for (const [charset, raw] of bytes) {
    for (const [head, http] of [["", charset], [`<meta charset="${charset}">`, undefined], [`<meta http-equiv=content-type content="text/html; charset=${charset}">`, undefined], ["", "no-such-charset"], ["", undefined]]) {
      const whole = Buffer.concat([Buffer.from(`${head}<p>`), raw]);
      cases.push({ charset: http ?? null, bytes: whole.toString("hex"), digest: JSON.stringify(await digest(decode(whole, http))) });
    }
  }
  const texts = ["plain words. ".repeat(9), "1 < 2 and 3 > 2. ".repeat(9), "<b>one</b> and two. ".repeat(9), "\ufeff<p>one. ".repeat(9), "Some <i>mark</i> here" + " and very many words after it".repeat(90), "\u00a0<DIV class=a>x</DIV>", "<!--x--><p>One."];
  for (const text of texts) cases.push({ charset: null, bytes: Buffer.from(text).toString("hex"), digest: JSON.stringify(await digest(Buffer.from(text))) });
  writeFileSync(join(work, "bytes.json"), JSON.stringify(cases));
  assert.equal(cases.length, 57);
});

/** Texts in their charsets: Node only decodes, so each two bytes that decode to a character are looked up. */
async function encoded(words) {
  return Object.entries(words).map(([charset, text]) => {
    const table = new Map();
    const decoder = new TextDecoder(charset, { fatal: true });
    const add = (bytes) => {
      try {
        const character = decoder.decode(Uint8Array.from(bytes));
        if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
      } catch {
        // No character is written so.
      }
    };
    if (charset === "utf-16le") return [charset, Buffer.from(text.repeat(9), "utf16le")];
    for (let a = 0; a < 256; a++) add([a]);
    for (let a = 128; a < 256; a++) for (let b = 64; b < 256; b++) add([a, b]);
    return [charset, Buffer.from([...text.repeat(9)].flatMap((character) => table.get(character) ?? []))];
  });
}

test("workerd gives what Node gives", async (t) => {
  const { build } = await import("esbuild");
  const { Miniflare, Response } = await import("miniflare").catch((error) => t.skip(`miniflare can't be had: ${error.message}`) ?? {});
  if (!Miniflare) return;
  const bundle = join(work, "worker.js");
  const files = {
    name: "module-files",
    setup: ({ onResolve }) => {
      onResolve({ filter: /\.wasm$/ }, () => ({ path: "./nutgraf.wasm", external: true }));
      onResolve({ filter: /^nutgraf$/ }, () => ({ path: join(root, "www", "workerd.js") }));
    },
  };
  await build({ entryPoints: [join(root, "examples", "worker", "worker.js")], outfile: bundle, bundle: true, format: "esm", plugins: [files], logLevel: "error" });
  const served = (request) => {
    const { pathname } = new URL(request.url);
    const { html, text } = given[Number(pathname.slice(1))] ?? {};
    if (html === undefined && text === undefined) return new Response("gone", { status: 410 });
    return new Response(html ?? text, { headers: { "content-type": html === undefined ? "text/plain; charset=utf-8" : "text/html; charset=utf-8" } });
  };
  const worker = new Miniflare({
    modules: [
      { type: "ESModule", path: "worker.js", contents: readFileSync(bundle, "utf8") },
      { type: "CompiledWasm", path: "nutgraf.wasm", contents: readFileSync(join(root, "dist", "nutgraf.wasm")) },
    ],
    compatibilityDate: "2025-09-01",
    outboundService: served,
  });
  try {
    const ask = async (query) => {
      const response = await worker.dispatchFetch(`http://edge.example/?${query}`);
      return { status: response.status, text: await response.text() };
    };
    const lines = [];
    for (const { id, html, url, options } of given) {
      const query = new URLSearchParams({ url, type: html === undefined ? "text" : "html" });
      for (const [name, value] of Object.entries(options)) for (const item of [value].flat()) query.append(name, String(item));
      const { status, text } = await ask(query);
      assert.equal(status, text.startsWith('{"error"') ? 422 : 200);
      lines.push(`{"id":${id},${text.slice(1)}`);
    }
    assert.equal(sha(kept("workerd", lines)), sha(expected));
    for (const wrong of ["", "url=ftp://paper.example/1", "url=https://", "url=https://paper.example/9999"]) {
      const { status, text } = await ask(wrong);
      assert.deepEqual([status, JSON.parse(text).error.code], [422, "bad-input"], wrong);
    }
  } finally {
    await worker.dispose();
  }
});

