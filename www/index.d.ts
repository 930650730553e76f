/**
 * nutgraf reads any web page or pasted text: the article without its boilerplate, a summary of verbatim sentences, key
 * figures, who's who, keywords and readability.
 *
 * ```js
 * import { digest } from "nutgraf";
 * const { title, summary, figures } = await digest(await fetch("https://example.org/news"));
 * ```
 */

/** A place in {@link Digest.text}, in UTF-16 code units, half-open: `digest.text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence of the summary, word for word as the article has it. */
export interface SummarySentence extends Span {
  text: string;
  /** How much it says of the whole, for comparing the sentences of one summary. */
  score: number;
  /** The paragraph it stands in, counted from 0. */
  paragraph: number;
}

/** A sentence of the article. */
export interface Sentence extends Span {
  text: string;
  /** The paragraph it stands in, counted from 0. */
  paragraph: number;
}

export type FigureKind =
  | "money"
  | "percent"
  | "count"
  | "quantity"
  | "date"
  | "time"
  | "duration"
  | "age"
  | "ordinal"
  | "fraction"
  | "multiple"
  | "ratio"
  | "score"
  | "range";

/** A number the article gives, with what it counts. */
export interface Figure extends Span {
  kind: FigureKind;
  /** As written: "$4.5m". */
  text: string;
  /** The number; `[low, high]` of a range; ISO 8601 of a date or time, as far as the text goes. */
  value: number | [number, number] | string | [string, string] | null;
  /** ISO 4217 for money; "%", "pp" or "bp"; a singular word such as "kilometre". */
  unit: string | null;
  /** A verbatim part of the text that holds the figure and what it counts. */
  label: string;
  /** The sentence it stands in. */
  context: string;
  /** How much it matters, for comparing the figures of one article. */
  score: number;
}

/** Someone, or something with a name. */
export interface Entity {
  name: string;
  kind: "person" | "organisation" | "place";
  /** What the text says they are, verbatim: "director of the Carnegie Russia Eurasia Center". */
  role: string | null;
  /** Every mention, also by surname or acronym. */
  mentions: Span[];
  /** How many mentions there are. */
  count: number;
}

/** A word or phrase the article is about. */
export interface Keyword {
  text: string;
  score: number;
}

/** Counts, and the readability formulas; null where the text's language has no such formula. */
export interface Readability {
  words: number;
  sentences: number;
  syllables: number;
  characters: number;
  /** At the pace usual for the language. */
  readingMinutes: number | null;
  /** 100 is easy, 0 hard; it can fall outside. */
  fleschReadingEase: number | null;
  /** A school grade, as the four below. */
  fleschKincaidGrade: number | null;
  gunningFog: number | null;
  smog: number | null;
  colemanLiau: number | null;
  automatedReadability: number | null;
  /** Up to 4.9 for the fourth grade, from 10 for graduates. */
  daleChall: number | null;
  /** Under 30 is easy, above 60 hard. */
  lix: number | null;
  /** Long words a sentence. */
  rix: number | null;
  /** The school grade that the formulas agree on. */
  grade: number | null;
  /** The formulas of the text's own language. */
  [formula: string]: number | null;
}

/** Something that was left out of the article. */
export interface Removed {
  /** Why: "navigation", "caption", "share-bar" … */
  reason: string;
  text: string;
  /** A CSS selector of the element; in a plain text the number of its line, from 1, blank lines not counted and wrapped ones once. */
  selector: string;
}

/** Why there is nothing to sum up. */
export type UnreadableReason = "empty" | "too-short" | "link-list" | "binary" | "not-text" | "needs-script";

/** Everything nutgraf says of a document. Every key is always there; what isn't known is null or empty. */
export interface Digest {
  /** False where the page has no article to sum up; `reason` says why. */
  readable: boolean;
  /** Null where it is readable. */
  reason: UnreadableReason | null;
  /** The best guess at what the page is. */
  kind: "article" | "forum" | "product" | "listing" | "documentation" | "collection" | "service";
  /** Without the site's name. */
  title: string | null;
  /** Who wrote it, without "By". */
  byline: string | null;
  siteName: string | null;
  /** The page's own description, else the first paragraph. */
  excerpt: string | null;
  /** BCP 47. */
  lang: string | null;
  dir: "ltr" | "rtl";
  /** ISO 8601. */
  publishedTime: string | null;
  /** ISO 8601. */
  modifiedTime: string | null;
  /** The address of the lead image. */
  image: string | null;
  canonicalUrl: string | null;
  /** The article: paragraphs separated by one blank line. Every offset counts UTF-16 code units in it. */
  text: string;
  /** The article as safe HTML: a short list of elements and attributes, no script, no style. Pictures have their captions, which aren't in `text`. */
  html: string;
  /** In the order of the article. */
  summary: SummarySentence[];
  /** Most important first. */
  figures: Figure[];
  /** Most important first. */
  entities: Entity[];
  /** Most important first. */
  keywords: Keyword[];
  readability: Readability;
  /** Only with `include: ["sentences"]`. */
  sentences?: Sentence[];
  /** Only with `include: ["removed"]`. */
  removed?: Removed[];
  /** What a reader should know about this result. */
  warnings: string[];
}

/** What a caller can ask for. Unknown names and wrong types are refused with `bad-option`. */
export interface DigestOptions {
  /** What the input is; told from the input where it isn't said. */
  type?: "html" | "text";
  /** Where the document is from: links are made absolute with it. */
  url?: string;
  /** The language (BCP 47), where you know better than the document. */
  lang?: string;
  /** Sentences of the summary, 1 to 100. Default 3. */
  sentences?: number;
  /** A budget of words instead, 1 to 100,000. */
  words?: number;
  /** A share of the article's sentences instead, above 0 and at most 1. */
  ratio?: number;
  /** What the reader cares about: the summary leans towards it. */
  focus?: string;
  /** Parts that are given only on request. */
  include?: ("sentences" | "removed")[];
  /** "keep" takes every line of the input as the article. Default "drop". */
  boilerplate?: "drop" | "keep";
  /** A CSS selector of the element that holds the article. */
  root?: string;
  /** CSS selectors of what is never part of it. */
  exclude?: string[];
  /** Ends the wait; the promise is rejected with the signal's own reason. */
  signal?: AbortSignal;
  /** Bytes that are read before a document is refused with `too-large`. Default 32 MiB. */
  maxBytes?: number;
  /** Elements that are read before a document is refused with `too-large`. Default 2,000,000. */
  maxElements?: number;
}

/** Why no digest was made. */
export type DigestErrorCode = "bad-option" | "bad-input" | "too-large" | "wasm-blocked" | "aborted" | "internal";

/** Every error nutgraf throws, but for an aborted signal's own reason. */
export class DigestError extends Error {
  constructor(code: DigestErrorCode, message: string, options?: { cause?: unknown });
  readonly name: "DigestError";
  /** Stable: made for programs. The message is for people. */
  readonly code: DigestErrorCode;
}

/** What a document can come as. Bytes are decoded as a browser does. */
export type DigestInput = string | Uint8Array | ArrayBuffer | Response | Blob | Document | Element;

/** The digest of a page or a text. The input is never changed. */
export function digest(input: DigestInput, options?: DigestOptions): Promise<Digest>;

/** The digest of a live document or of a part of it. */
export function digestDocument(input?: Document | Element, options?: DigestOptions): Promise<Digest>;

/** The digest of what a stream brings: strings or bytes. */
export function digestStream(
  source: ReadableStream<string | Uint8Array> | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  options?: DigestOptions,
): Promise<Digest>;

/** Whether {@link digest} would find an article: true exactly where `readable` would be. */
export function isProbablyReadable(input: DigestInput, options?: DigestOptions): Promise<boolean>;

/** Loads the wasm module ahead of the first call, or from a place of your own. */
export function setup(options?: { wasm?: string | URL | Response | BufferSource | WebAssembly.Module | Promise<Response> }): Promise<void>;

/** The digest as Markdown: title, summary, figures, people and the article, or only the parts that are named. */
export function toMarkdown(digest: Digest, options?: { parts?: ("title" | "summary" | "figures" | "entities" | "article")[] }): string;

/** This package's version. */
export const version: string;

/** The languages (ISO 639) that nutgraf tells by their texts. Those without word lists, of these and of others, are read with a warning. */
export const supportedLanguages: readonly string[];
