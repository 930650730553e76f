// What a change must keep beside the tests: format, lints, types, sizes.

import { build } from "./build.mjs";
import { setup } from "./setup.mjs";
import { sizes } from "./sizes.mjs";
import { run, say } from "./tools.mjs";

const CHECKS = [
  ["format", "cargo", ["fmt", "--check"]],
  ["lints of the core", "cargo", ["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"]],
  ["lints of the wasm module", "cargo", ["clippy", "--quiet", "--lib", "--features", "wasm", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]],
  ["types of the JavaScript", "tsc", ["--project", "tsconfig.json"]],
];

try {
  await setup();
  await build();
  for (const [name, command, args] of CHECKS) {
    say(`── ${name}`);
    await run(command, args, { quiet: true });
  }
  say("── sizes");
  await sizes();
} catch (error) {
  say(error.message);
  process.exit(1);
}
say("all checks pass");
