// @ts-check
// npm entry `nutgraf/summarizer`: a Summarizer with the shape of the browsers' own (W3C Writing Assistance APIs).
//
// Text in, a summary of the text's own sentences out. Nothing is downloaded but nutgraf's module.

import { digest, setup, supportedLanguages } from "nutgraf";

const ENUMS = {
  type: ["key-points", "tldr", "teaser", "headline"],
  format: ["markdown", "plain-text"],
  length: ["short", "medium", "long"],
};
const DEFAULTS = { type: "key-points", format: "markdown", length: "short" };

/** Bullets, sentences and words that each length may have. */
const KEY_POINTS = { short: 3, medium: 5, long: 7 };
const SENTENCES = { short: 1, medium: 3, long: 5 };
const HEADLINE_WORDS = { short: 12, medium: 17, long: 22 };
/** Fewer words are no clause. */
const HEADLINE_WORDS_MIN = 4;
/** A headline is looked for in so many of the best sentences; a teaser is chosen from so many more than it has. */
const HEADLINE_SENTENCES = 3;
const SPARE_SENTENCES = 4;
/** What a quotation or a figure adds to a teaser's score, which is a share. */
const HOOK = 0.2;
/** Words that open a clause which can be left out at a sentence's end: it neither says who told nor takes anything back. */
/** @type {Record<string, string>} */
const CLAUSES = {
  en: "after amid as because following when where which while who whose with",
  de: "als da die der das denn nachdem weil wo wobei während",
  es: "cuando donde mientras porque que quien tras",
  fr: "après dont où qui tandis",
  it: "che dopo dove mentre perché quando",
  nl: "die nadat omdat terwijl waar waarbij",
  pt: "após enquanto onde porque quando que",
  sv: "där eftersom medan som när",
};

// Characters of one call; what the digest takes by default, in the unit that a string has.
const QUOTA_CHARACTERS = 8 * 2 ** 20;

const token = Symbol("create");

/** @typedef {import("nutgraf").Digest} Digest */
/** @typedef {Digest["summary"][number]} Sentence */
/** @typedef {{ type: "key-points" | "tldr" | "teaser" | "headline", format: "markdown" | "plain-text", length: "short" | "medium" | "long", sharedContext: string, expectedInputLanguages: readonly string[] | null, expectedContextLanguages: readonly string[] | null, outputLanguage: string | null }} Settled */

export class Summarizer {
  /** @type {Settled} */ #options;
  #life = new AbortController();

  /** @param {unknown} [key] @param {Settled} [options] */
  constructor(key, options) {
    if (key !== token || !options) throw new TypeError("Illegal constructor");
    this.#options = options;
  }

  /** A summarizer, once its module is loaded. @param {any} [options] */
  static async create(options = undefined) {
    const { signal, monitor, ...core } = options ?? {};
    const settled = settle(core);
    if (signal?.aborted) throw signal.reason;
    if (availabilityOf(settled) === "unavailable") throw new DOMException("nutgraf doesn't summarise in another language than the text's", "NotSupportedError");
    const tell = monitored(monitor);
    tell?.(0);
    await until(setup(), signal);
    tell?.(1);
    return new Summarizer(token, settled);
  }

  /** "available", or "unavailable" where the languages aren't. @param {any} [options] @returns {Promise<"available" | "unavailable">} */
  static async availability(options = undefined) {
    return availabilityOf(settle(options ?? {}));
  }

  /** @param {string} input @param {{ context?: string, signal?: AbortSignal }} [options] @returns {Promise<string>} */
  async summarize(input, options = undefined) {
    const text = String(input);
    const { context, signal } = options ?? {};
    this.#refuse(signal);
    if (text.length >= QUOTA_CHARACTERS) throw quotaExceeded(text.length);
    if (text.trim() === "") return "";
    const work = summaryOf(text, this.#options, [this.#options.sharedContext, context ?? ""].join(" ").trim());
    return until(until(work, this.#life.signal), signal);
  }

  /** @param {string} input @param {{ context?: string, signal?: AbortSignal }} [options] @returns {ReadableStream<string>} */
  summarizeStreaming(input, options = undefined) {
    this.#refuse(options?.signal);
    const whole = this.summarize(input, options);
    whole.catch(() => {});
    return new ReadableStream({
      async start(controller) {
        try {
          for (const delta of (await whole).match(/[^\n]*\n|[^\n]+/g) ?? []) controller.enqueue(delta);
          controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
    });
  }

  /** What an input takes of the quota. @param {string} input @param {{ context?: string, signal?: AbortSignal }} [options] @returns {Promise<number>} */
  async measureInputUsage(input, options = undefined) {
    this.#refuse(options?.signal);
    return Math.max(1, String(input).length + (options?.context ?? "").length);
  }

  /** Ends what is under way and refuses what comes. */
  destroy() {
    this.#life.abort(new DOMException("The summarizer has been destroyed.", "AbortError"));
  }

  get sharedContext() {
    return this.#options.sharedContext;
  }

  get type() {
    return this.#options.type;
  }

  get format() {
    return this.#options.format;
  }

  get length_() {
    return this.#options.length;
  }

  get expectedInputLanguages() {
    return this.#options.expectedInputLanguages;
  }

  get expectedContextLanguages() {
    return this.#options.expectedContextLanguages;
  }

  get outputLanguage() {
    return this.#options.outputLanguage;
  }

  get inputQuota() {
    this.#options;
    return QUOTA_CHARACTERS;
  }

  /** @param {AbortSignal} [signal] */
  #refuse(signal) {
    if (this.#life.signal.aborted) throw this.#life.signal.reason;
    if (signal?.aborted) throw signal.reason;
  }

  static {
    // As WebIDL has it: members are enumerable, the tag isn't, and an argument that may be left out counts for no length.
    const { get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(this.prototype, "length_"));
    Object.defineProperty(this.prototype, "length", { get, configurable: true, enumerable: true });
    Reflect.deleteProperty(this.prototype, "length_");
    for (const owner of [this.prototype, this]) {
      for (const name of Object.getOwnPropertyNames(owner).filter((name) => !["constructor", "prototype", "length", "name"].includes(name))) {
        Object.defineProperty(owner, name, { enumerable: true });
      }
    }
    Object.defineProperty(this, "length", { value: 0, configurable: true });
    Object.defineProperty(this.prototype, Symbol.toStringTag, { value: "Summarizer", configurable: true });
  }
}

/** @param {any} options @returns {Settled} */
function settle(options) {
  if (typeof options !== "object") throw new TypeError("The options of a Summarizer must be an object.");
  /** @type {any} */
  const settled = {};
  for (const [name, values] of Object.entries(ENUMS)) {
    const value = options[name] === undefined ? DEFAULTS[/** @type {keyof typeof DEFAULTS} */ (name)] : options[name];
    const known = value === "tl;dr" ? "tldr" : String(value);
    if (!values.includes(known)) throw new TypeError(`The provided value '${value}' is not a valid Summarizer ${name}.`);
    settled[name] = known;
  }
  settled.sharedContext = options.sharedContext === undefined ? "" : String(options.sharedContext);
  settled.expectedInputLanguages = languages(options.expectedInputLanguages);
  settled.expectedContextLanguages = languages(options.expectedContextLanguages);
  settled.outputLanguage = options.outputLanguage === undefined ? null : Intl.getCanonicalLocales(String(options.outputLanguage))[0];
  return settled;
}

/** @param {any} given @returns {readonly string[] | null} */
function languages(given) {
  if (given === undefined) return null;
  return Object.freeze(Intl.getCanonicalLocales([...given].map(String)));
}

/** @param {Settled} options */
function availabilityOf({ expectedInputLanguages, outputLanguage }) {
  const primary = (/** @type {string} */ tag) => tag.split("-")[0];
  const inputs = (expectedInputLanguages ?? []).map(primary);
  if (inputs.some((language) => !supportedLanguages.includes(language))) return "unavailable";
  if (outputLanguage === null) return "available";
  const output = primary(outputLanguage);
  return supportedLanguages.includes(output) && inputs.every((language) => language === output) ? "available" : "unavailable";
}

/**
 * @param {string} text
 * @param {Settled} options
 * @param {string} focus
 */
async function summaryOf(text, { type, format, length, outputLanguage }, focus) {
  const ask = (/** @type {number} */ sentences) => digest(text, { sentences, boilerplate: "keep", include: ["sentences"], ...(focus !== "" && { focus }) });
  const asked = type === "key-points" ? KEY_POINTS[length] : type === "headline" ? HEADLINE_SENTENCES : SENTENCES[length];
  const found = await ask(asked);
  refuseOther(found.lang, outputLanguage);
  const summary = type === "teaser" ? teaser(found.summary, await ask(asked + SPARE_SENTENCES)) : found.summary;
  const lines = type === "headline" ? headline(found, HEADLINE_WORDS[length]) : summary.map((sentence) => inLine(sentence.text));
  // A note too short to choose from is its own summary.
  const chosen = lines.length > 0 ? lines : [inLine(text)];
  const safe = format === "markdown" ? chosen.map((line) => line.replace(/[\\`*_[\]<>#]/g, "\\$&")) : chosen;
  return type === "key-points" ? safe.map((line) => `${format === "markdown" ? "*" : "•"} ${line}`).join("\n") : safe.join(" ");
}

/** @param {string} text */
const inLine = (text) => text.replace(/\s+/g, " ").trim();

/** @param {string | null} found @param {string | null} wanted */
function refuseOther(found, wanted) {
  if (found === null || wanted === null || found.split("-")[0] === wanted.split("-")[0]) return;
  throw new DOMException(`The text is in ${found}; nutgraf doesn't translate it to ${wanted}.`, "NotSupportedError");
}

/**
 * What makes curious: of a longer summary the sentences that the short one hasn't, quotations and figures first. One that stands behind
 * another may lean on it.
 * @param {Sentence[]} short
 * @param {Digest} longer
 */
function teaser(short, { summary, sentences = [], figures }) {
  const known = new Set(short.map((sentence) => sentence.start));
  const before = new Map(sentences.slice(1).map((sentence, at) => [sentence.start, sentences[at].start]));
  const chosen = new Set(summary.map((sentence) => sentence.start));
  const free = summary.filter((sentence) => !known.has(sentence.start) && !chosen.has(before.get(sentence.start) ?? -1));
  const hook = (/** @type {Sentence} */ { text, start, end, score }) => score + (/["“«„「]/.test(text) || figures.some((figure) => figure.start >= start && figure.end <= end) ? HOOK : 0);
  const best = [...free].sort((a, b) => hook(b) - hook(a)).slice(0, short.length);
  const rest = [...short].sort((a, b) => b.score - a.score).slice(0, short.length - best.length);
  return [...best, ...(best.length > 0 ? rest : short)].sort((a, b) => a.start - b.start);
}

/**
 * The shortest span that says most: the title, or of the best sentences a whole one that fits, else one without the clause at its end.
 * @param {Digest} found
 * @param {number} words
 */
function headline({ title, summary, lang }, words) {
  const best = [...summary].sort((a, b) => b.score - a.score).map((sentence) => shortest(inLine(sentence.text), lang ?? "", words));
  const spans = title ? [inLine(title), ...best] : best;
  const fits = spans.find((span) => length(span) <= words);
  return spans.length === 0 ? [] : [fits ?? spans.reduce((short, span) => (length(span) < length(short) ? span : short))];
}

/** A sentence without its stop; where it is too long, without the clause behind its last comma. @param {string} line @param {string} lang @param {number} words */
function shortest(line, lang, words) {
  const whole = line.replace(/[.。]+$/, "");
  const [, head = "", tail = ""] = /^(.*\p{L}[\p{L}\d]*)(?:[,;،]| [–—-]) ([^,;–—،"“”«»]*)$/u.exec(whole) ?? [];
  const opens = (tail.match(/^\p{L}+/u) ?? [""])[0];
  const subordinate = (CLAUSES[lang.split("-")[0]] ?? "").split(" ").includes(opens) || (lang.startsWith("en") && /.ing$/.test(opens));
  const torn = head.split(/["“”«»„()]/).length % 2 === 0;
  return length(whole) > words && subordinate && !torn && length(head) >= HEADLINE_WORDS_MIN ? head : whole;
}

/** How many words a line has; two characters are one where there are no blanks. @param {string} line */
function length(line) {
  const unspaced = line.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu) ?? [];
  return Math.max(line.split(" ").length, unspaced.length / 2);
}

/** @param {number} requested */
function quotaExceeded(requested) {
  const error = new DOMException("The input is too large for one summary.", "QuotaExceededError");
  return Object.defineProperties(error, { requested: { value: requested, enumerable: true }, quota: { value: QUOTA_CHARACTERS, enumerable: true } });
}

/** Calls the monitor and gives what tells it of progress. @param {unknown} monitor @returns {((loaded: number) => void) | undefined} */
function monitored(monitor) {
  if (monitor === undefined) return undefined;
  if (typeof monitor !== "function") throw new TypeError("The monitor of a Summarizer must be a function.");
  const target = /** @type {EventTarget & { ondownloadprogress?: ((event: Event) => void) | null }} */ (new EventTarget());
  target.ondownloadprogress = null;
  monitor(target);
  return (loaded) => {
    const event = progress({ loaded, total: 1, lengthComputable: true });
    target.ondownloadprogress?.(event);
    target.dispatchEvent(event);
  };
}

/** A ProgressEvent; where there is none, as in Node, an event with its properties. @param {{ loaded: number, total: number, lengthComputable: boolean }} told */
function progress(told) {
  if (typeof ProgressEvent === "function") return new ProgressEvent("downloadprogress", told);
  return Object.assign(new Event("downloadprogress"), told);
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
function until(work, signal) {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
