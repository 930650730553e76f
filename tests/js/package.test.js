// The package as npm would publish it: its files are a snapshot, and every path of its manifest is among them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const snapshot = new URL("package.files.txt", import.meta.url);

const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const files = JSON.parse(printed.slice(printed.indexOf("[")))[0].files.map(({ path }) => path).sort();

test("the packed files are those of the snapshot", () => {
  const list = `${files.join("\n")}\n`;
  if (process.env.NUTGRAF_BLESS) writeFileSync(snapshot, list);
  assert.equal(list, readFileSync(snapshot, "utf8"), "NUTGRAF_BLESS=1 writes it anew");
});

test("everything that is published has the package's version", () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  for (const [file, pattern] of [
    ["Cargo.toml", /^version = "(.*)"/m],
    ["abi/Cargo.toml", /^version = "(.*)"/m],
    ["python/pyproject.toml", /^version = "(.*)"/m],
    ["python/src/nutgraf/__init__.py", /^__version__ = "(.*)"/m],
  ]) {
    assert.equal(pattern.exec(readFileSync(`${root}${file}`, "utf8"))?.[1], version, file);
  }
});

/** Every path that a part of the manifest names. */
const pathsOf = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(pathsOf));

test("every path of the manifest is packed", () => {
  const { bin, main, module, types, exports, sideEffects, customElements } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  for (const path of pathsOf([bin, main, module, types, exports, sideEffects, customElements])) {
    assert.ok(files.includes(path.replace(/^\.\//, "")), path);
  }
});
