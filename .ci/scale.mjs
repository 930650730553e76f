// Proves the engines that people with archives use: each has to give the very lines that Node gives of the same two hundred
// documents. And large batches: broken WARC files, runs that are killed, two workers against one.
//
// `npm run scale`. What these need lies in tests/scale, with lists of versions of its own; where Python, Java or a package can't
// be had, the engine is skipped and the reason printed.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, buildAbi } from "./build.mjs";
import { setup } from "./setup.mjs";
import { isMain, path, run, say } from "./tools.mjs";

const HOME = path("tests", "scale");
const ANSWERS = join(HOME, "work", "answers");
const PYTHON = join(HOME, "venv", "bin", "python");

/** Every engine whose lines are compared. */
const ENGINES = ["Node", "command, -j 2", "workerd", "wheel", "Spark pipe", "Spark Arrow", "DuckDB", "Dask"];

async function scale() {
  await setup();
  await build();
  await buildAbi();
  rmSync(join(HOME, "work"), { recursive: true, force: true });
  mkdirSync(ANSWERS, { recursive: true });
  await stage("the module's own tests", () => run("cargo", ["test", "--quiet", "--locked"], { cwd: path("abi") }));
  await stage("its format and lints", async () => {
    await run("cargo", ["fmt", "--check"], { cwd: path("abi") });
    await run("cargo", ["clippy", "--quiet", "--locked", "--all-targets", "--", "-D", "warnings"], { cwd: path("abi") });
  });
  const skipped = [await miniflare(), ...(await python())].filter(Boolean);
  await stage("Node, the command, workerd", () => nodeTests("documents.test.js"));
  if (existsSync(PYTHON)) {
    await stage("the wheel's own tests", () => run(PYTHON, ["-m", "pytest", "-q", "-p", "no:cacheprovider"], { cwd: path("python") }));
    await stage("the wheel, Spark, DuckDB, Dask", () => run(PYTHON, ["-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider"], { cwd: HOME }));
  }
  await stage("large batches", () => nodeTests("archive.test.js"));
  table(skipped);
}

async function stage(name, work) {
  say(`── ${name}`);
  await work();
}

const nodeTests = (file) => run(process.execPath, ["--test", "--test-reporter=spec", join(HOME, file)]);

/** The npm packages of tests/scale. Gives why there are none. */
async function miniflare() {
  const stamp = stampOf("node_modules", "package-lock.json");
  if (existsSync(stamp)) return undefined;
  say("installing the npm packages of tests/scale");
  const { code, output } = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: HOME, quiet: true, may: true });
  if (code !== 0) return `workerd: its packages can't be installed: ${lastLine(output)}`;
  writeFileSync(stamp, "");
}

/** An environment with the packages of requirements.txt and the wheel. Gives what can't be had, and why. */
async function python() {
  if ((await run("python3", ["--version"], { quiet: true, may: true })).code !== 0) return ["Python's engines: there is no python3"];
  const stamp = stampOf("venv", "requirements.txt");
  if (!existsSync(stamp)) {
    say("installing the Python packages of tests/scale");
    const made = await run("python3", ["-m", "venv", "--clear", join(HOME, "venv")], { quiet: true, may: true });
    const { code, output } = made.code === 0 ? await pip("install", "--requirement", join(HOME, "requirements.txt")) : made;
    if (code !== 0) {
      rmSync(join(HOME, "venv"), { recursive: true, force: true });
      return [`Python's engines: their packages can't be installed: ${lastLine(output)}`];
    }
    writeFileSync(stamp, "");
  }
  const wheels = join(HOME, "work", "wheels");
  for (const args of [["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, path("python")], ["install", "--no-deps", "--force-reinstall", "--no-index", "--find-links", wheels, "nutgraf"]]) {
    const { code, output } = await pip(...args);
    if (code !== 0) throw new Error(`pip ${args[0]} failed:\n${output.slice(-4000)}`);
  }
  const java = await run("java", ["-version"], { quiet: true, may: true });
  return java.code === 0 ? [] : ["Spark: there is no Java"];
}

const pip = (...args) => run(PYTHON, ["-m", "pip", "--quiet", "--disable-pip-version-check", ...args], { quiet: true, may: true });

/** Its name says which list of packages was installed. */
function stampOf(folder, list) {
  const hash = createHash("sha256").update(readFileSync(join(HOME, list))).digest("hex");
  return join(HOME, folder, `.nutgraf-${hash.slice(0, 16)}`);
}

const lastLine = (output) => output.trim().split("\n").at(-1);

/** The hash of each engine's sorted lines, and what was skipped. */
function table(skipped) {
  const answered = readdirSync(ANSWERS);
  for (const engine of ENGINES.filter((name) => answered.includes(name))) {
    const lines = readFileSync(join(ANSWERS, engine));
    console.log(`${engine.padEnd(16)}${createHash("sha256").update(lines).digest("hex")}`);
  }
  for (const why of skipped) console.log(`skipped: ${why}`);
}

if (isMain(import.meta.url)) {
  await scale().catch((error) => {
    say(error.message);
    process.exit(1);
  });
  say("every engine that was tried gives the same");
}
