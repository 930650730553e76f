// WorkerDigester in Node: the same answers from a thread, its refusals, its end, and what happens where there is no thread.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JSDOM } from "jsdom";
import { engine } from "../../www/node-engine.js";
import { digest } from "../../www/node.js";
import { DigestError, WorkerDigester } from "../../www/worker-node.js";
import { workerDigester } from "../../www/worker-digester.js";

const page = readFileSync(new URL("../../seeds/reservoir-works/page.html", import.meta.url), "utf8");
const refused = (code) => (error) => error instanceof DigestError && error.code === code;

test("a worker gives the digests of the main thread", async () => {
  const digester = new WorkerDigester();
  const expected = await digest(page);
  assert.deepEqual(await digester.digest(page), expected);
  assert.deepEqual(await digester.digest(new Response(page)), expected);
  assert.deepEqual(await digester.digestStream([page]), expected);
  assert.equal(await digester.isProbablyReadable(page), true);
  const { document } = new JSDOM(page).window;
  assert.deepEqual(await digester.digestDocument(document), await digest(document));
  assert.deepEqual(await Promise.all([digester.digest(page), digester.digest("")]), [expected, await digest("")]);
  digester.dispose();
});

test("a worker refuses what the main thread refuses, and goes on", async () => {
  const digester = new WorkerDigester();
  await assert.rejects(digester.digest(page, { sentences: 0 }), refused("bad-option"));
  await assert.rejects(digester.digest(5), refused("bad-input"));
  await assert.rejects(digester.digest(page, { maxBytes: 10 }), refused("too-large"));
  const reason = new Error("enough");
  const late = new AbortController();
  const waiting = digester.digest(page.repeat(50), { signal: late.signal });
  setTimeout(() => late.abort(reason), 5);
  await assert.rejects(waiting, (error) => error === reason);
  assert.equal((await digester.digest(page)).readable, true);
  digester.dispose();
});

test("after dispose, what waits and every later call is refused", async () => {
  const digester = new WorkerDigester();
  await digester.digest("");
  const waiting = digester.digest(page.repeat(20));
  const outcome = assert.rejects(waiting, refused("aborted"));
  digester.dispose();
  await outcome;
  await assert.rejects(digester.digest(page), refused("aborted"));
});

test("where no worker can be had, the work is done in the main thread", async () => {
  const thread = { post() {}, end() {} };
  const ways = [
    () => {
      throw new Error("no workers here");
    },
    ({ failed }) => {
      queueMicrotask(() => failed(new Error("the script may not be loaded")));
      return thread;
    },
  ];
  for (const start of ways) {
    const Digester = workerDigester(start, () => engine);
    assert.deepEqual(await new Digester().digest(page), await digest(page));
  }
});

test("a worker that dies fails its calls, and the next call starts another", async () => {
  let started = 0;
  const Digester = workerDigester(({ message, failed }) => {
    started += 1;
    queueMicrotask(() => message({ ready: true }));
    const post = ({ id, name, args }) => {
      if (started === 1) queueMicrotask(() => failed(new Error("out of memory")));
      else engine.ready().then(() => message({ id, value: engine.call(name, ...args) }));
    };
    return { post, end() {} };
  }, () => engine);
  const digester = new Digester();
  await assert.rejects(digester.digest(page), refused("internal"));
  assert.deepEqual(await digester.digest(page), await digest(page));
  assert.equal(started, 2);
});
