/** The shape of the package `@mozilla/readability` 0.6. The document is read and left as it is. */

export interface ReadabilityOptions<T = string> {
  debug?: boolean;
  /** More elements than this are an error; 0 is no limit. */
  maxElemsToParse?: number;
  nbTopCandidates?: number;
  charThreshold?: number;
  /** Class names that stay in the content, beside "page". */
  classesToPreserve?: string[];
  /** All class names stay. */
  keepClasses?: boolean;
  /** Makes `content` from the article's element; a string of HTML by default. */
  serializer?: (element: Node) => T;
  /** What the page says of itself in JSON-LD isn't believed. */
  disableJSONLD?: boolean;
  allowedVideoRegex?: RegExp;
  linkDensityModifier?: number;
}

export interface ReadabilityArticle<T = string> {
  title: string;
  byline: string | null;
  dir: string | null;
  lang: string | null;
  content: T;
  textContent: string;
  length: number;
  excerpt: string | null;
  siteName: string | null;
  publishedTime: string | null;
}

export class Readability<T = string> {
  constructor(document: Document, options?: ReadabilityOptions<T>);
  /** The article; null where there is none. */
  parse(): ReadabilityArticle<T> | null;
}

/** Whether {@link Readability.parse} would find an article. */
export function isProbablyReaderable(
  document: Document,
  options?: { minScore?: number; minContentLength?: number; visibilityChecker?: (node: Node) => boolean } | ((node: Node) => boolean),
): boolean;
