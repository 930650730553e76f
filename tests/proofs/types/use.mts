// Every public type, used as people use them, under --strict.

import { DigestError, digest, digestDocument, digestStream, isProbablyReadable, setup, supportedLanguages, toMarkdown, version, type Digest, type DigestErrorCode, type DigestOptions, type Figure } from "nutgraf";
import { NutgrafSummaryElement } from "nutgraf/element";
import { NutgrafSummaryElement as Class } from "nutgraf/element/class";
import { highlight, rangeFor, textFragment } from "nutgraf/highlight";
import { digest as inlined } from "nutgraf/inlined";
import { installed, native } from "nutgraf/polyfill";
import { Readability, isProbablyReaderable } from "nutgraf/readability";
import { Summarizer } from "nutgraf/summarizer";
import { WorkerDigester } from "nutgraf/worker";

export async function use(response: Response, document: Document): Promise<string> {
  const options: DigestOptions = { sentences: 3, include: ["removed"], signal: AbortSignal.timeout(1000) };
  await setup({ wasm: fetch("/nutgraf.wasm") });
  const found: Digest = await digest(response, options);
  const money: Figure[] = found.figures.filter(({ kind }) => kind === "money");
  const [first] = found.removed ?? [];
  const grade: number | null = found.readability.grade;
  for (const other of [await digestDocument(document), await digestStream(["a", "b"]), await inlined("text")]) toMarkdown(other, { parts: ["summary"] });
  const worker = new WorkerDigester();
  const isReadable: boolean = (await worker.isProbablyReadable(document)) && (await isProbablyReadable("text"));
  worker.dispose();

  const panel: NutgrafSummaryElement = document.createElement("nutgraf-summary");
  panel.sentences = 5;
  panel.digest = found;
  panel.addEventListener("nutgraf-load", ({ detail }) => detail.digest.title);
  panel.addEventListener("nutgraf-error", ({ error }) => error.code);
  const range: Range | null = rangeFor(found.summary[0]!, document, found.text);
  highlight(found.figures, document).clear();

  const article = new Readability(document, { charThreshold: 100 }).parse();
  const title: string | undefined = article?.title;
  const summarizer = await Summarizer.create({ type: "tldr", length: "long" });
  const parts: string[] = [await summarizer.summarize("text"), textFragment(found.summary[0]!), version, ...supportedLanguages];
  try {
    // @ts-expect-error a number is no document
    await digest(5);
    // @ts-expect-error there is no such option
    await digest("text", { sentence: 3 });
  } catch (error) {
    const code: DigestErrorCode | null = error instanceof DigestError ? error.code : null;
    parts.push(String(code));
  }
  return [...parts, money.length, first?.reason, grade, isReadable, range, title, installed, native, isProbablyReaderable(document), Class.define().name].join();
}
