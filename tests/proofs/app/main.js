// What the bundlers bundle: the digest here and in a worker, and the element.

import { digest } from "nutgraf";
import "nutgraf/element";
import { WorkerDigester } from "nutgraf/worker";

async function prove() {
  const page = await (await fetch("/story.html")).text();
  const there = new WorkerDigester();
  return { here: JSON.stringify(await digest(page)), there: JSON.stringify(await there.digest(page)) };
}

globalThis.proof = prove();
