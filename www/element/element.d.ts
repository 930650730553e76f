import type { Digest, DigestError, Entity, Figure, Span, SummarySentence } from "../index.js";

/** What can be shown in the page: a sentence, a figure, an entity's mentions, any span of the digest's text. */
export type Item = SummarySentence | Figure | Entity | Span;

/** `<nutgraf-summary>`: a summary of the page it stands in. Attributes are described in custom-elements.json. */
export class NutgrafSummaryElement extends HTMLElement {
  /** Registers the element; a name that is taken already is left as it is. */
  static define(name?: string, registry?: CustomElementRegistry): typeof NutgrafSummaryElement;
  for: string;
  sentences: number | null;
  words: number | null;
  show: string;
  theme: string;
  loading: string;
  heading: string;
  headingLevel: number | null;
  open: boolean;
  noWorker: boolean;
  /** The digest that is shown. Set one of your own and nothing is read or loaded. */
  digest: Digest | null;
  /** The panel's wording where it should differ, by key. */
  strings: Partial<Record<string, string>> | null;
  readonly state: "loading" | "ready" | "empty" | "error" | "blocked";
  /** Reads the page again. */
  update(): Promise<Digest | null>;
  /** Scrolls to an item and marks it; false where the page doesn't show it. */
  jumpTo(item: Item): boolean;
  clearHighlight(): void;
  /** Puts the digest on the clipboard; resolves to the text that is there now, "" where the browser refuses. */
  copy(format?: "text" | "markdown"): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "nutgraf-summary": NutgrafSummaryElement;
  }
  interface HTMLElementEventMap {
    "nutgraf-load": CustomEvent<{ digest: Digest }>;
    "nutgraf-empty": CustomEvent<{ reason: string; digest: Digest }>;
    "nutgraf-error": CustomEvent & { error: DigestError };
    "nutgraf-jump": CustomEvent<{ item: Item; range: Range | null }>;
    "nutgraf-copy": CustomEvent<{ format: "text" | "markdown"; text: string }>;
  }
}
