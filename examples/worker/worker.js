// The digest of a page as a service at the edge: GET /?url=https://… with any of the options below.

import { DigestError, digest } from "nutgraf";

const NUMBERS = ["sentences", "words", "ratio"];
const TEXTS = ["lang", "focus", "type", "root", "boilerplate"];
const LISTS = ["include", "exclude"];

// What a page may be at most, and how long its server may take.
const MAX_BYTES = 4 * 2 ** 20;
const TIMEOUT_MS = 10_000;

export default {
  /** @param {Request} request */
  async fetch(request) {
    const asked = new URL(request.url).searchParams;
    try {
      const url = addressOf(asked.get("url"));
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const page = await fetch(url, { signal, headers: { accept: "text/html,application/xhtml+xml,text/plain;q=0.9" } });
      return json(await digest(page, { maxBytes: MAX_BYTES, ...optionsOf(asked), url, signal }), 200);
    } catch (error) {
      const code = error instanceof DigestError ? error.code : error?.name === "TimeoutError" ? "aborted" : "bad-input";
      return json({ error: { code, message: error?.message ?? String(error) } }, code === "internal" ? 500 : 422);
    }
  },
};

/** Only the web is read: a Worker may also be bound to what isn't public. @param {string | null} url */
function addressOf(url) {
  if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new DigestError("bad-input", "url must be an address that begins with http:// or https://");
  }
  return url;
}

/** @param {URLSearchParams} asked */
function optionsOf(asked) {
  const given = (/** @type {string[]} */ names) => names.filter((name) => asked.has(name));
  return Object.fromEntries([
    ...given(NUMBERS).map((name) => [name, Number(asked.get(name))]),
    ...given(TEXTS).map((name) => [name, asked.get(name)]),
    ...given(LISTS).map((name) => [name, asked.getAll(name)]),
  ]);
}

/** @param {unknown} body @param {number} status */
const json = (body, status) => Response.json(body, { status });
