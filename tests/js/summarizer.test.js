// nutgraf/summarizer and nutgraf/polyfill: the shape of the browsers' own Summarizer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Summarizer } from "nutgraf/summarizer";

const text = readFileSync(new URL("../../seeds/night-ferry/text.txt", import.meta.url), "utf8");
const words = (line) => line.trim().split(/\s+/).length;

test("the class has the shape of the standard", async () => {
  assert.throws(() => new Summarizer(), { name: "TypeError", message: "Illegal constructor" });
  const summarizer = await Summarizer.create();
  assert.equal(Object.prototype.toString.call(summarizer), "[object Summarizer]");
  assert.deepEqual([Summarizer.create.length, Summarizer.availability.length, summarizer.summarize.length, summarizer.destroy.length], [0, 0, 1, 0]);
  assert.deepEqual([summarizer.type, summarizer.format, summarizer.length, summarizer.sharedContext], ["key-points", "markdown", "short", ""]);
  assert.deepEqual([summarizer.outputLanguage, summarizer.expectedInputLanguages], [null, null]);
  const { set, get } = Object.getOwnPropertyDescriptor(Summarizer.prototype, "type");
  assert.deepEqual([set, typeof get], [undefined, "function"]);
  assert.throws(() => Summarizer.prototype.type, TypeError);
  const tuned = await Summarizer.create({ expectedInputLanguages: ["EN-us"], outputLanguage: "en", sharedContext: "ferries" });
  assert.ok(Object.isFrozen(tuned.expectedInputLanguages));
  assert.deepEqual([tuned.expectedInputLanguages, tuned.outputLanguage, tuned.sharedContext], [["en-US"], "en", "ferries"]);
});

test("bad options are rejected as the standard says", async () => {
  await assert.rejects(Summarizer.create({ type: "poem" }), TypeError);
  await assert.rejects(Summarizer.availability({ format: "html" }), TypeError);
  await assert.rejects(Summarizer.create({ outputLanguage: "not a tag" }), RangeError);
  await assert.rejects(Summarizer.create({ expectedInputLanguages: ["en"], outputLanguage: "fr" }), { name: "NotSupportedError" });
  assert.equal(await Summarizer.availability(), "available");
  assert.equal(await Summarizer.availability({ expectedInputLanguages: ["tlh"] }), "unavailable");
  const french = await Summarizer.create({ outputLanguage: "fr" });
  await assert.rejects(french.summarize(text), { name: "NotSupportedError" });
});

test("every type and length keeps its bounds", async () => {
  for (const [length, points, sentences, most] of [["short", 3, 1, 12], ["medium", 5, 3, 17], ["long", 7, 5, 22]]) {
    const make = async (type, format = "plain-text") => (await Summarizer.create({ type, length, format })).summarize(text);
    const bullets = (await make("key-points", "markdown")).split("\n");
    assert.ok(bullets.length <= points && bullets.every((line) => line.startsWith("* ")), `${bullets}`);
    assert.ok(words(await make("headline")) <= most);
    for (const type of ["tldr", "teaser"]) {
      const found = await make(type);
      assert.ok(found.length > 20 && !found.includes("\n"));
      if (sentences === 1) assert.ok(text.replace(/\s+/g, " ").includes(found));
    }
  }
});

test("a headline is a whole clause, and a teaser isn't the summary", async () => {
  const make = async (input, type, length = "short") => (await Summarizer.create({ type, length, format: "plain-text" })).summarize(input);
  const denial = "The minister did not say on Sunday that the government would ever want to raise the tax on bread.";
  assert.equal(await make(denial, "headline"), denial.slice(0, -1));
  const bridge = "The council of Harwick will close the old iron bridge for two years, after engineers found cracks in three of its main supports.";
  assert.equal(await make(bridge, "headline", "medium"), "The council of Harwick will close the old iron bridge for two years");
  const told = "Engineers of the firm Larsen will close the old iron bridge over the river for two years, the council said.";
  assert.equal(await make(told, "headline"), told.slice(0, -1));
  for (const length of ["short", "medium", "long"]) {
    assert.notEqual(await make(text, "teaser", length), await make(text, "tldr", length));
    const headline = await make(text, "headline", length);
    assert.ok(text.replace(/\s+/g, " ").includes(headline), headline);
  }
});

test("empty input, quota, abort and destroy", async () => {
  const summarizer = await Summarizer.create();
  assert.equal(await summarizer.summarize(""), "");
  const usage = await summarizer.measureInputUsage(text);
  assert.ok(usage > 0 && usage < summarizer.inputQuota && Number.isFinite(summarizer.inputQuota));
  const long = "x".repeat(summarizer.inputQuota);
  await assert.rejects(summarizer.summarize(long), (error) => error.name === "QuotaExceededError" && error.quota === summarizer.inputQuota && error.requested === long.length);
  const reason = new Error("enough");
  const aborted = AbortSignal.abort(reason);
  await assert.rejects(summarizer.summarize(text, { signal: aborted }), (error) => error === reason);
  assert.throws(() => summarizer.summarizeStreaming(text, { signal: aborted }), (error) => error === reason);
  await assert.rejects(Summarizer.create({ signal: aborted }), (error) => error === reason);
  const whole = await summarizer.summarize(text);
  let streamed = "";
  for await (const delta of summarizer.summarizeStreaming(text)) streamed += delta;
  assert.equal(streamed, whole);
  const waiting = assert.rejects(summarizer.summarize(text), { name: "AbortError" });
  summarizer.destroy();
  await waiting;
  await assert.rejects(summarizer.summarize(text), { name: "AbortError" });
});

test("the monitor is told of progress from 0 to 1", async () => {
  const told = [];
  await Summarizer.create({ monitor: (m) => m.addEventListener("downloadprogress", ({ loaded, total }) => told.push([loaded, total])) });
  assert.deepEqual(told, [[0, 1], [1, 1]]);
  await assert.rejects(Summarizer.create({ monitor: 5 }), TypeError);
  globalThis.ProgressEvent = class extends Event {
    constructor(type, { loaded }) {
      super(type);
      this.loaded = loaded;
    }
  };
  const events = [];
  await Summarizer.create({ monitor: (m) => (m.ondownloadprogress = (event) => events.push(event)) });
  assert.ok(events.length === 2 && events.every((event) => event instanceof ProgressEvent));
  delete globalThis.ProgressEvent;
});

test("the polyfill stands where the browser's own is missing or can't work, and nowhere else", async () => {
  assert.equal(globalThis.Summarizer, undefined);
  const missing = await import("nutgraf/polyfill");
  assert.deepEqual([missing.installed, missing.native, globalThis.Summarizer], [true, undefined, Summarizer]);
  assert.equal(Object.getOwnPropertyDescriptor(globalThis, "Summarizer").enumerable, false);
  const idle = class { static availability = async () => "unavailable"; };
  globalThis.Summarizer = idle;
  const unavailable = await import("../../www/polyfill.js?unavailable");
  assert.deepEqual([unavailable.installed, unavailable.native === idle, globalThis.Summarizer], [true, true, Summarizer]);
  const able = class { static availability = async () => "downloadable"; };
  globalThis.Summarizer = able;
  const present = await import("../../www/polyfill.js?present");
  assert.deepEqual([present.installed, globalThis.Summarizer === able], [false, true]);
});
