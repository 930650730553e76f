// @ts-check
// Where a document comes from: standard input, a file, or a URL. Gives its bytes and what is known of them.

import { lookup } from "node:dns";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import * as http from "node:http";
import * as https from "node:https";
import { BlockList, isIP } from "node:net";
import * as zlib from "node:zlib";
import { DigestError } from "../core.js";

/** @typedef {{ bytes: Buffer, contentType?: string, url?: string }} Document */
/** @typedef {{ limit: number, timeout: number, userAgent: string, allowPrivate: boolean }} Reading */

const REDIRECTS_MAX = 10;

/** @param {string} input @param {Reading} reading @returns {Promise<Document>} */
export async function readSource(input, reading) {
  if (input === "-") return { bytes: await collect(process.stdin, reading.limit) };
  if (/^https?:\/\//i.test(input)) return fetchDocument(input, reading);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input)) throw new DigestError("bad-input", "only http and https addresses can be read");
  return { bytes: await readFile(input, reading.limit) };
}

/** @type {Record<string, string>} */
const TROUBLES = {
  ENOENT: "there is no such file",
  EACCES: "it may not be read",
  EPERM: "it may not be read",
  EISDIR: "it is a folder",
  ENOTDIR: "there is no such file",
  ENOTFOUND: "the host isn't known",
  EAI_AGAIN: "the host's address can't be looked up now",
  ECONNREFUSED: "the server refuses the connection",
  ECONNRESET: "the server broke the connection off",
  EPROTO: "the server doesn't speak TLS there",
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is its own word only",
  HPE_INVALID_CONSTANT: "the server doesn't speak HTTP",
};

/** @param {any} error @returns {DigestError} */
function unreadable(error) {
  if (error instanceof DigestError) return error;
  return new DigestError("bad-input", TROUBLES[error?.code] ?? error?.message ?? String(error), { cause: error });
}

/** @param {string} name @param {number} limit */
async function readFile(name, limit) {
  try {
    const found = await stat(name);
    if (found.isFile() && found.size > limit) throw tooLarge(found.size, limit);
    return await collect(createReadStream(name), limit);
  } catch (error) {
    throw unreadable(error);
  }
}

/** @param {number} bytes @param {number} limit */
const tooLarge = (bytes, limit) => new DigestError("too-large", `the document has at least ${bytes} bytes; the limit is ${limit}`);

/** @param {AsyncIterable<Buffer>} stream @param {number} limit bytes */
async function collect(stream, limit) {
  /** @type {Buffer[]} */
  const chunks = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge(length, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @param {string} address @param {Reading} reading @returns {Promise<Document>} */
async function fetchDocument(address, reading) {
  const signal = AbortSignal.timeout(reading.timeout);
  try {
    let url = new URL(address);
    for (let turn = 0; turn <= REDIRECTS_MAX; turn++) {
      const response = await request(url, reading, signal);
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400 && response.headers.location) {
        response.destroy();
        url = new URL(response.headers.location, url);
        if (!/^https?:$/.test(url.protocol)) throw new DigestError("bad-input", `it redirects to ${url.protocol}//, which isn't read`);
        continue;
      }
      if (status < 200 || status >= 300) {
        response.destroy();
        throw new DigestError("bad-input", `the server answered ${status} ${response.statusMessage ?? ""}`.trim());
      }
      const bytes = await collect(unpacked(response), reading.limit);
      return { bytes, contentType: response.headers["content-type"], url: url.href };
    }
    throw new DigestError("bad-input", `it redirects more than ${REDIRECTS_MAX} times`);
  } catch (error) {
    if (signal.aborted) throw new DigestError("bad-input", `the server gave no answer in ${reading.timeout} ms`);
    throw unreadable(error);
  }
}

/** @param {URL} url @param {Reading} reading @param {AbortSignal} signal @returns {Promise<http.IncomingMessage>} */
function request(url, reading, signal) {
  if (!reading.allowPrivate && isIP(bare(url.hostname)) && isPrivate(bare(url.hostname))) throw refused(url.hostname);
  const { get } = url.protocol === "https:" ? https : http;
  const headers = {
    "user-agent": reading.userAgent,
    accept: "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "accept-encoding": "gzip, deflate, br",
  };
  return new Promise((resolve, reject) => {
    const sent = get(url, { headers, signal, lookup: reading.allowPrivate ? undefined : publicLookup }, resolve);
    sent.on("error", reject);
  });
}

/** @param {string} host */
const bare = (host) => host.replace(/^\[|\]$/g, "");

/**
 * As dns.lookup, but a name that leads to this machine or its own network is refused: also where the name changes its mind
 * between a check and the connection, for this is the connection's own look-up.
 * @type {import("node:net").LookupFunction}
 */
function publicLookup(host, options, done) {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, "", 0);
    if (addresses.some(({ address }) => isPrivate(address))) return done(refused(host), "", 0);
    if (options.all) return /** @type {any} */ (done)(null, addresses);
    done(null, addresses[0].address, addresses[0].family);
  });
}

/** @param {string} host */
const refused = (host) => new DigestError("bad-input", `${host} is an address of this machine or its own network; --allow-private reads it`);

// IANA special-purpose address registries: what isn't reachable from everywhere.
const PRIVATE = new BlockList();
for (const [net, bits] of /** @type {[string, number][]} */ ([
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12],
  ["192.0.0.0", 24], ["192.0.2.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24],
  ["224.0.0.0", 4], ["240.0.0.0", 4],
])) PRIVATE.addSubnet(net, bits, "ipv4");
for (const [net, bits] of /** @type {[string, number][]} */ ([
  ["::", 128], ["::1", 128], ["64:ff9b:1::", 48], ["100::", 64], ["2001:db8::", 32], ["fc00::", 7], ["fe80::", 10], ["ff00::", 8],
])) PRIVATE.addSubnet(net, bits, "ipv6");

/** @param {string} address an IP address */
export function isPrivate(address) {
  const mapped = /^(?:::ffff:|64:ff9b::)(.+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivate(isIP(mapped) === 4 ? mapped : quad(mapped));
  return PRIVATE.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** "7f00:1" → "127.0.0.1". @param {string} words */
function quad(words) {
  const [high, low] = words.split(":").map((word) => parseInt(word, 16) || 0);
  return [high >> 8, high & 255, (low ?? 0) >> 8, (low ?? 0) & 255].join(".");
}

/** @param {http.IncomingMessage} response @returns {AsyncIterable<Buffer>} */
function unpacked(response) {
  const encoding = response.headers["content-encoding"]?.trim().toLowerCase();
  /** @type {Record<string, () => import("node:stream").Transform>} */
  const unpackers = { gzip: zlib.createGunzip, "x-gzip": zlib.createGunzip, deflate: zlib.createInflate, br: zlib.createBrotliDecompress };
  const make = encoding && unpackers[encoding];
  if (!make) return response;
  const unpacker = make();
  response.on("error", (error) => unpacker.destroy(error));
  return response.pipe(unpacker);
}
