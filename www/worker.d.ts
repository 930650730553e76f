import type { Digest, DigestInput, DigestOptions } from "./index.js";

export { DigestError } from "./index.js";

/** The functions of `nutgraf`, the work done off the main thread; where no worker can be had, in the main thread. */
export class WorkerDigester {
  digest(input: DigestInput, options?: DigestOptions): Promise<Digest>;
  digestDocument(input?: Document | Element, options?: DigestOptions): Promise<Digest>;
  digestStream(
    source: ReadableStream<string | Uint8Array> | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
    options?: DigestOptions,
  ): Promise<Digest>;
  isProbablyReadable(input: DigestInput, options?: DigestOptions): Promise<boolean>;
  /** Ends the worker. What waits, and every later call, is refused with `aborted`. */
  dispose(): void;
}
