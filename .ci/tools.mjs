// What the scripts share: where things lie, which versions are wanted, and how a command is run and told about.

import { spawn } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** A path inside the project. */
export const path = (...parts) => join(root, ...parts);

/** package.json, the one place where versions of tools are written. */
export const manifest = JSON.parse(readFileSync(path("package.json"), "utf8"));

/** The version of a crate in Cargo.lock. */
export function locked(crate) {
  const found = new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`).exec(readFileSync(path("Cargo.lock"), "utf8"));
  if (!found) throw new Error(`Cargo.lock names no ${crate}`);
  return found[1];
}

/** The environment of every command: the project's own tools come first. */
export const env = {
  ...process.env,
  PATH: [path(".tools", "bin"), path("node_modules", ".bin"), process.env.PATH].join(delimiter),
};

const began = Date.now();
const colour = process.stderr.isTTY && !process.env.NO_COLOR;

/** One line on standard error: the second it was said, and what is happening. */
export function say(text) {
  const seconds = String(Math.round((Date.now() - began) / 1000)).padStart(4);
  process.stderr.write(colour ? `\x1b[2m${seconds}s\x1b[0m ${text}\n` : `${seconds}s ${text}\n`);
}

/** Ends the script with a message for people. */
export function fail(text) {
  process.stderr.write(colour ? `\x1b[31m${text}\x1b[0m\n` : `${text}\n`);
  process.exit(1);
}

/**
 * Runs a command. `quiet` keeps its output back and shows it only where it fails; a command that takes long says so.
 * Gives `{ code, output }`; throws where it fails unless `may` is set.
 */
export function run(command, args, { quiet = false, may = false, cwd = root, more = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...env, ...more },
      stdio: quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    const started = Date.now();
    const waiting = quiet && setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      say(`  … ${command} ${args[0] ?? ""} still runs (${seconds} s)`);
    }, 30_000);
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => {
      clearInterval(waiting);
      if (may) resolve({ code: 127, output: String(error) });
      else reject(new Error(`${command} can't be started: ${error.message}`));
    });
    child.on("close", (code) => {
      clearInterval(waiting);
      if (code === 0 || may) return resolve({ code, output });
      reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${output.slice(-6000)}`));
    });
  });
}

/** The first of `candidates` that exists, or that is found on the PATH. */
export function find(candidates) {
  for (const candidate of candidates.filter(Boolean)) {
    if (candidate.includes("/") ? existsSync(candidate) : env.PATH.split(delimiter).some((at) => existsSync(join(at, candidate)))) {
      return candidate;
    }
  }
  return undefined;
}

/** A browser of Chromium's kind, or undefined. */
export const findChromium = () =>
  find([
    process.env.CHROME_PATH,
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ]);

/** True where the module at `url` is the script that was started. */
export const isMain = (url) => Boolean(process.argv[1]) && fileURLToPath(url) === realpathSync(process.argv[1]);
