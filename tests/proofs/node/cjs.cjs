// The entries that can be required; prints the digest of the document on standard input.

const { readFileSync } = require("node:fs");
const { digest, DigestError } = require("nutgraf");
const inlined = require("nutgraf/inlined");
const { Readability, isProbablyReaderable } = require("nutgraf/readability");
const schema = require("nutgraf/schema.json");

if (inlined.digest !== digest || typeof Readability !== "function" || typeof isProbablyReaderable !== "function" || !schema.$schema) throw new Error("an export is wrong");
const refused = digest(5).then(() => false, (error) => error instanceof DigestError);
Promise.all([digest(readFileSync(0, "utf8")), refused]).then(([found, isRefused]) => {
  if (!isRefused) throw new Error("a number is no document");
  process.stdout.write(JSON.stringify(found));
});
