// Sets up what is missing, and only that: the wasm target, wasm-pack, wasm-bindgen, the npm packages, and a browser.
//
// `node .ci/setup.mjs [--browser]`, and `setup()` for the other scripts. A second run finds everything and is done at once.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fail, findChromium, isMain, locked, manifest, path, run, say } from "./tools.mjs";

/** Sets up what a build needs; with `browser`, what the tests in a browser need too. */
export async function setup({ browser = false } = {}) {
  await needs("cargo", ["--version"], "Rust is missing: install it with rustup (https://rustup.rs), then run this again.");
  if (Number(process.versions.node.split(".")[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
  await Promise.all([target(), crates(), packages()]);
  if (browser) await chromium();
}

async function needs(command, args, message) {
  const { code } = await run(command, args, { quiet: true, may: true });
  if (code !== 0) fail(message);
}

const WASM_TARGET = "wasm32-unknown-unknown";

async function target() {
  const { output: sysroot } = await run("rustc", ["--print", "sysroot"], { quiet: true });
  if (existsSync(`${sysroot.trim()}/lib/rustlib/${WASM_TARGET}`)) return;
  say(`adding the Rust target ${WASM_TARGET}`);
  const { code, output } = await run("rustup", ["target", "add", WASM_TARGET], { quiet: true, may: true });
  if (code !== 0) fail(`The Rust target ${WASM_TARGET} can't be added:\n${output}\nrun: rustup target add ${WASM_TARGET}`);
}

// The two share most of their dependencies' downloads, and cargo locks what they share; on two cores that is as fast as it gets.
async function crates() {
  const bindgen = locked("wasm-bindgen");
  await Promise.all([
    // wasm-pack is built with the versions its authors locked.
    crate("wasm-pack", "wasm-pack", manifest.config["wasm-pack"], ["--locked"]),
    // wasm-bindgen-cli's own lock can name versions that were withdrawn; its version must be the library's, and that is enough.
    crate("wasm-bindgen-cli", "wasm-bindgen", bindgen, []),
  ]);
}

/** A tool of crates.io in .tools, unless it is there in this version. */
export async function crate(name, command, version, more) {
  const { code, output } = await run(command, ["--version"], { quiet: true, may: true });
  if (code === 0 && output.includes(` ${version}`)) return;
  say(`building ${name} ${version} into .tools (a few minutes, once)`);
  const args = ["install", name, "--version", version, "--root", path(".tools"), "--force", ...more];
  const built = await run("cargo", args, {
    quiet: true,
    may: true,
    more: { CARGO_TARGET_DIR: path(".tools", "target", name), CARGO_PROFILE_RELEASE_LTO: "off" },
  });
  if (built.code !== 0) fail(`${name} ${version} can't be built:\n${built.output.slice(-4000)}\nrun: cargo ${args.join(" ")}`);
  rmSync(path(".tools", "target", name), { recursive: true, force: true });
  say(`${name} ${version} is there`);
}

/** The npm packages, as package-lock.json has them; the stamp's name says which lock they were installed from. */
async function packages() {
  const lock = createHash("sha256").update(readFileSync(path("package-lock.json"))).digest("hex");
  const stamp = path("node_modules", `.nutgraf-lock-${lock.slice(0, 16)}`);
  if (existsSync(stamp)) return;
  say("installing the npm packages of package-lock.json");
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { quiet: true, may: true });
  if (code !== 0) fail(`npm ci failed:\n${output.slice(-4000)}`);
  writeFileSync(stamp, "");
}

async function chromium() {
  if (findChromium()) return;
  if (process.platform !== "linux" || (await run("apt-get", ["--version"], { quiet: true, may: true })).code !== 0) {
    fail("No Chromium or Chrome was found: install one, or set CHROME_PATH to it.");
  }
  say("installing Chromium with apt-get (a few minutes, once)");
  const sudo = process.getuid() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    return run(command, rest, { quiet: true, may: true, more: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  await apt("update", "-q");
  const { output } = await apt("install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  if (!findChromium()) {
    fail(`Chromium can't be installed:\n${output.slice(-2000)}\ninstall it yourself, or set CHROME_PATH to a Chrome.`);
  }
}

if (isMain(import.meta.url)) {
  await setup({ browser: process.argv.includes("--browser") });
  say("everything is set up");
}
