// In a runtime that is no Node: prints the digest of the document whose path is given.

import { digest } from "nutgraf";
import { readFileSync } from "node:fs";
import process from "node:process";

process.stdout.write(JSON.stringify(await digest(readFileSync(process.argv[2], "utf8"))));
