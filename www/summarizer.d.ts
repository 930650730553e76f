/** The shape of the browsers' own Summarizer (W3C Writing Assistance APIs). */

export interface SummarizerCoreOptions {
  type?: "key-points" | "tldr" | "tl;dr" | "teaser" | "headline";
  format?: "markdown" | "plain-text";
  length?: "short" | "medium" | "long";
  expectedInputLanguages?: string[];
  expectedContextLanguages?: string[];
  outputLanguage?: string;
}

export interface SummarizerCreateOptions extends SummarizerCoreOptions {
  sharedContext?: string;
  signal?: AbortSignal;
  monitor?: (monitor: EventTarget) => void;
}

export interface SummarizeOptions {
  /** What the reader cares about: the summary leans towards it. */
  context?: string;
  signal?: AbortSignal;
}

export class Summarizer {
  private constructor();
  static create(options?: SummarizerCreateOptions): Promise<Summarizer>;
  static availability(options?: SummarizerCoreOptions): Promise<"available" | "unavailable">;
  summarize(input: string, options?: SummarizeOptions): Promise<string>;
  summarizeStreaming(input: string, options?: SummarizeOptions): ReadableStream<string>;
  measureInputUsage(input: string, options?: SummarizeOptions): Promise<number>;
  destroy(): void;
  readonly sharedContext: string;
  readonly type: "key-points" | "tldr" | "teaser" | "headline";
  readonly format: "markdown" | "plain-text";
  readonly length: "short" | "medium" | "long";
  readonly expectedInputLanguages: readonly string[] | null;
  readonly expectedContextLanguages: readonly string[] | null;
  readonly outputLanguage: string | null;
  readonly inputQuota: number;
}
