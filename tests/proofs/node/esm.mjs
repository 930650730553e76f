// Every entry imported in Node; prints the digest of the document on standard input.

import { digest, digestDocument, digestStream, isProbablyReadable, setup, supportedLanguages, toMarkdown, version } from "nutgraf";
import { NutgrafSummaryElement } from "nutgraf/element";
import { NutgrafSummaryElement as same } from "nutgraf/element/class";
import { highlight, rangeFor, textFragment } from "nutgraf/highlight";
import { digest as inlined } from "nutgraf/inlined";
import { native } from "nutgraf/polyfill";
import { Readability, isProbablyReaderable } from "nutgraf/readability";
import { Summarizer } from "nutgraf/summarizer";
import { WorkerDigester } from "nutgraf/worker";
import { readFileSync } from "node:fs";

const callable = [digestDocument, digestStream, isProbablyReadable, setup, toMarkdown, highlight, rangeFor, textFragment, Readability, isProbablyReaderable, Summarizer];
if (!callable.every((one) => typeof one === "function")) throw new Error("an export is missing");
if (NutgrafSummaryElement !== same || native !== undefined || !version || !supportedLanguages.includes("en")) throw new Error("an export is wrong");
const page = readFileSync(0, "utf8");
const worker = new WorkerDigester();
const [here, there, inside] = (await Promise.all([digest(page), worker.digest(page), inlined(page)])).map((one) => JSON.stringify(one));
worker.dispose();
if (here !== there || here !== inside) throw new Error("the entries differ");
process.stdout.write(here);
