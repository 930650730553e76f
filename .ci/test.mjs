// Every test, in stages: the core, the package in Node, the command, and the element in a real browser.
//
// `npm test` sets up what is missing first; `npm test -- --no-browser` leaves the browser out.

import { existsSync, readdirSync } from "node:fs";
import { build } from "./build.mjs";
import { setup } from "./setup.mjs";
import { findChromium, isMain, path, run, say } from "./tools.mjs";

/** Runs the stages; stops at the first that fails. */
export async function test({ browser = true } = {}) {
  await setup({ browser });
  await stage("the core: cargo test", () => run("cargo", ["test", "--quiet"]));
  await stage("the package: build", build);
  await stage("the package in Node, and the command", () => nodeTests("js"));
  if (browser) await stage(`the element in ${findChromium()}`, () => nodeTests("browser"));
}

async function stage(name, work) {
  say(`── ${name}`);
  await work();
}

async function nodeTests(folder) {
  const at = path("tests", folder);
  const files = existsSync(at) ? readdirSync(at).filter((name) => name.endsWith(".test.js")).sort() : [];
  if (files.length === 0) return say(`tests/${folder} has no tests`);
  const options = ["--test", "--test-reporter=dot", "--test-concurrency=2"];
  await run(process.execPath, [...options, ...files.map((name) => `${at}/${name}`)], { more: { CHROME_PATH: findChromium() ?? "" } });
}

if (isMain(import.meta.url)) {
  await test({ browser: !process.argv.includes("--no-browser") }).catch((error) => {
    say(error.message);
    process.exit(1);
  });
  say("all tests pass");
}
