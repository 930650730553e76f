// WARC records made by hand, whole and broken, for the tests.

import { gzipSync } from "node:zlib";

const LINE_END = "\r\n";

/** A record's bytes. `length` is what it says of itself, where that is a lie. */
export function record({ number, type = "response", url = `https://paper.example/${number}`, block, length = block.length }) {
  const headers = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <${idOf(number)}>`,
    `WARC-Target-URI: ${url}`,
    "WARC-Date: 2026-01-05T10:00:00Z",
    `Content-Type: ${type === "warcinfo" ? "application/warc-fields" : `application/http; msgtype=${type}`}`,
    `Content-Length: ${length}`,
  ];
  return Buffer.concat([Buffer.from(headers.join(LINE_END) + LINE_END + LINE_END), block, Buffer.from(LINE_END + LINE_END)]);
}

export const idOf = (number) => `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** What a server answered: headers as `{ name: value }`, and a body. */
export function http(body, headers = { "Content-Type": "text/html; charset=utf-8" }, status = "200 OK") {
  const lines = [`HTTP/1.1 ${status}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(lines.join(LINE_END) + LINE_END + LINE_END), Buffer.from(body)]);
}

/** A page's record. */
export const page = (number, html) => record({ number, block: http(html) });

/** Each record a gzip member of its own, as crawlers write them. */
export const members = (records) => records.map((bytes) => gzipSync(bytes));

/** Ways to break a record; each gives bytes of which no whole page can be read. */
export const BREAKS = {
  /** Bytes of the member are overwritten. */
  overwritten: (bytes) => {
    const member = gzipSync(bytes);
    member.fill(0xff, member.length >> 1, (member.length >> 1) + 12);
    return member;
  },
  /** The member ends in its middle, and the next follows at once. */
  cut: (bytes) => gzipSync(bytes).subarray(0, Math.floor(gzipSync(bytes).length * 0.6)),
  /** One bit of the check sum is wrong. */
  miscounted: (bytes) => {
    const member = gzipSync(bytes);
    member[member.length - 8] ^= 1;
    return member;
  },
  /** The member is whole, the record in it isn't. */
  truncated: (bytes) => gzipSync(bytes.subarray(0, Math.floor(bytes.length * 0.7))),
  /** Nothing that a gzip member begins with. */
  headless: (bytes) => gzipSync(bytes).subarray(10),
};

/** A repeatable source of numbers from 0 to 1 (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
