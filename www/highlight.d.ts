/** Something with words that stand in the page: an item of a digest. `label` and `context` tell like places apart. */
export interface Marked {
  text: string;
  start?: number;
  end?: number;
  label?: string;
  context?: string;
}

/** The Range of an item in a part of the page; null where it isn't shown. `text` is the digest's text. */
export function rangeFor(item: Marked, root?: Document | Element, text?: string): Range | null;

/** Tints items in the page as `::highlight(name)`, "nutgraf" where no name is given. */
export function highlight(
  items: readonly Marked[],
  root?: Document | Element,
  options?: { name?: string; text?: string },
): { ranges: (Range | null)[]; clear(): void };

/** "text=…", to be put behind "#:~:" of the page's address. */
export function textFragment(item: Marked): string;
