// <nutgraf-summary>: the panel. Importing this changes nothing on the page; define.js registers it.
//
// It reads the live page (walk.js), has it digested (digester.js), shows the digest (view.js) and leads back into the page
// (highlight.js). The page itself is never changed.

import { DigestError } from "../core.js";
import { walk } from "../walk.js";
import { asMarkdown, asText, toClipboard } from "./copy.js";
import { digest as digestOf, prepare } from "./digester.js";
import { Marks, hasTints, select } from "./marks.js";
import { propertyNames, reflect } from "./reflect.js";
import { bringIntoView, drawn, headingLevelAt, parsed, sourceOf, unfold, watch, whenNear } from "./source.js";
import { canSpeak, speak, whenVoices } from "./speech.js";
import { spoken, wordsOf } from "./strings.js";
import { dress, schemeBehind, whenSchemeChanges } from "./style.js";
import * as view from "./view.js";

/** @typedef {import("../index.js").Digest} Digest */
/** @typedef {import("./element.js").Item} Item */
/** @typedef {"loading" | "ready" | "empty" | "error" | "blocked"} State */

/** @type {State[]} */
const STATES = ["loading", "ready", "empty", "error", "blocked"];
/** What a digest of the author's own may leave out. @type {any} */
const NOTHING = { text: "", summary: [], figures: [], entities: [], keywords: [], readability: { grade: null } };
const PARTS = ["summary", "figures", "people", "keywords", "readability"];
const SENTENCES = { least: 1, most: 12 };
/** What a sentence has on average: a budget of words holds the place of so many. */
const SENTENCE_WORDS = 22;
const COPIED_MS = 2000;

// Attributes that change what is asked of the engine, and those that only change how the answer is shown.
const ASKING = ["for", "sentences", "words", "focus", "no-worker"];
const SHOWING = ["show", "lang", "theme", "heading", "heading-level", "open"];

export class NutgrafSummaryElement extends (globalThis.HTMLElement ?? class {}) {
  static observedAttributes = [...ASKING, ...SHOWING, "loading"];

  /** Registers the element; a name that is taken already is left as it is. */
  static define(name = "nutgraf-summary", registry = globalThis.customElements) {
    if (registry && !registry.get(name)) registry.define(name, this);
    return this;
  }

  #internals = this.attachInternals?.();
  // Made when the panel first stands in a page.
  /** @type {any} */ #shadow;
  /** @type {any} */ #card;
  /** @type {any} */ #status;
  /** @type {State} */ #state = "loading";
  /** @type {DigestError | undefined} */ #error;
  /** @type {Digest | null} */ #digest = null;
  /** The digest that the page's author gave. @type {Digest | null} */ #given = null;
  /** @type {Partial<Record<string, string>> | null} */ #strings = null;
  /** The length that the reader asked for. @type {number | null} */ #sentences = null;
  /** How many sentences there are to ask for. */
  #most = SENTENCES.most;
  #isHere = false;
  /** The button that had the focus when it went. @type {string | undefined} */ #leftKey;
  #work = new AbortController();
  #asked = 0;
  /** What the page said when it was read. @type {string | null} */ #read = null;
  #marks = new Marks(this, () => ({ place: this.#place(), text: this.#digest?.text ?? "" }));
  /** @type {(() => void) | null} */ #stopSpeech = null;
  /** @type {(() => void) | null} */ #pending = null;

  get state() {
    return this.#state;
  }

  /** The digest that is shown. Set one of your own and nothing is read or loaded; set null to read the page again. */
  get digest() {
    return this.#given ?? this.#digest;
  }

  set digest(digest) {
    this.#given = digest ?? null;
    if (this.#isHere) this.#begin();
  }

  /** The panel's wording where it should differ, by key. */
  get strings() {
    return this.#strings;
  }

  set strings(strings) {
    this.#strings = strings ?? null;
    this.#render();
  }

  connectedCallback() {
    if (this.#isHere) return;
    for (const name of /** @type {(keyof NutgrafSummaryElement)[]} */ (["digest", "strings", ...propertyNames])) this.#adopt(name);
    this.#isHere = true;
    // What reads and watches the page knows us by our name, or by this.
    if (this.localName !== "nutgraf-summary") this.setAttribute("data-nutgraf-ignore", "");
    this.#prepare();
    this.#begin();
  }

  disconnectedCallback() {
    // A panel that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  adoptedCallback() {
    if (this.#shadow) dress(this.#shadow);
    // Another document is another page: what is asked of it begins anew.
    this.#leave();
  }

  #leave() {
    if (!this.#isHere) return;
    this.#isHere = false;
    this.#work.abort();
    this.#stopSpeech?.();
    this.#marks.tint("hint", null);
    this.clearHighlight();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (!this.#isHere || before === after) return;
    if (name === "sentences") this.#sentences = null;
    this.#later(SHOWING.includes(name) ? "render" : "begin");
  }

  /** Reads the page again and shows what it says. Resolves to the digest, or to null where there is none. */
  async update() {
    if (this.#state !== "ready") this.#enter("loading");
    return this.#ask();
  }

  /** @param {boolean} [isAgain] what says the same isn't shown again, which would disturb the reader */
  async #ask(isAgain) {
    const asked = ++this.#asked;
    const isLate = () => asked !== this.#asked || !this.#isHere;
    const isOffThread = !this.hasAttribute("no-worker");
    if (isOffThread) prepare();
    try {
      await parsed(this.ownerDocument);
      await drawn();
      if (isLate()) return null;
      const record = walk(this.#source());
      this.#read = record.strings;
      const digest = await digestOf(record, this.#options(), isOffThread);
      if (isLate()) return null;
      const isSame = isAgain && this.#state !== "loading" && JSON.stringify(digest) === JSON.stringify(this.#digest);
      if (!isSame) this.#show(digest);
      return digest;
    } catch (error) {
      if (!isLate()) this.#fail(error);
      return null;
    }
  }

  /**
   * Scrolls to an item of the digest (a sentence, a figure, an entity, any span) and marks it; an entity's mentions one
   * after another. False where the page doesn't show it or a listener has said no.
   * @param {Item} item
   */
  jumpTo(item) {
    const { target, range } = this.#marks.find(item);
    const event = new CustomEvent("nutgraf-jump", { bubbles: true, composed: true, cancelable: true, detail: { item, range } });
    if (!this.dispatchEvent(event) || !range) return false;
    unfold(range);
    this.#marks.tint("hint", null);
    this.#marks.tint("jump", target);
    if (!hasTints()) select(range);
    bringIntoView(range);
    return true;
  }

  clearHighlight() {
    this.#marks.tint("jump", null);
  }

  /** Puts the digest on the clipboard. Resolves to the text that is there now: "" where the browser refuses. */
  async copy(format = "text") {
    if (!this.#digest) return "";
    const address = this.ownerDocument.URL;
    const text = format === "markdown" ? asMarkdown(this.#digest, address) : asText(this.#digest, address);
    if (!(await toClipboard(text, this.#shadow))) return "";
    this.#tell("nutgraf-copy", { detail: { format, text } });
    return text;
  }

  /** @param {keyof NutgrafSummaryElement} name */
  #adopt(name) {
    // A property that was set before the class was there hides the class's own.
    if (!Object.hasOwn(this, name)) return;
    const own = /** @type {any} */ (this);
    const value = own[name];
    delete own[name];
    own[name] = value;
  }

  #prepare() {
    this.#work = new AbortController();
    const { signal } = this.#work;
    whenVoices(() => this.#render(), signal);
    this.ownerDocument.addEventListener("keydown", this.#escape, { signal });
    whenSchemeChanges(this.ownerDocument, () => this.#paint(), signal);
    if (this.#card) return;
    this.#shadow = this.attachShadow({ mode: "open" });
    dress(this.#shadow);
    this.#card = document.createElement("section");
    this.#card.className = "card";
    this.#card.setAttribute("part", "card");
    this.#card.setAttribute("aria-labelledby", "title");
    this.#status = document.createElement("p");
    this.#status.className = "unseen";
    this.#status.setAttribute("role", "status");
    this.#card.tabIndex = -1;
    this.#card.append(this.#status);
    this.#shadow.append(this.#card);
  }

  #begin() {
    this.#asked++;
    this.#pending?.();
    this.#pending = null;
    if (this.#given) return this.#show({ ...NOTHING, ...this.#given });
    if (this.getAttribute("loading") === "lazy" && !this.#digest) {
      this.#enter("loading");
      this.#pending = whenNear(this, () => this.#start());
      this.#work.signal.addEventListener("abort", () => this.#pending?.(), { once: true });
    } else {
      this.#start();
    }
  }

  #start() {
    this.update();
    this.#pending = watch(this.ownerDocument, () => this.#given || this.#refresh());
    this.#work.signal.addEventListener("abort", () => this.#pending?.(), { once: true });
  }

  /** The page has changed: digests it again unless it reads the same. What is shown stays until there is something new. */
  #refresh() {
    if (this.#state === "blocked") return;
    try {
      if (this.#state !== "loading" && walk(this.#source()).strings === this.#read) return;
    } catch {
      // The source is gone, and the answer says so.
    }
    this.#ask(true);
  }

  #source() {
    return sourceOf(this, this.getAttribute("for"));
  }

  /** The part of the page that marks are looked for in. */
  #place() {
    try {
      return this.#source();
    } catch {
      return this.ownerDocument;
    }
  }

  #options() {
    const number = (/** @type {string} */ name) => (this.getAttribute(name) ? Number(this.getAttribute(name)) : undefined);
    const options = {
      sentences: this.#sentences ?? number("sentences"),
      words: this.#sentences === null ? number("words") : undefined,
      focus: this.getAttribute("focus") ?? undefined,
    };
    return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  }

  /** @param {Digest} digest */
  #show(digest) {
    const state = digest.readable ? "ready" : "empty";
    const isOther = this.#state === state && digest.text !== this.#digest?.text;
    const isNews = isOther || this.#state !== state;
    this.#digest = digest;
    // A text that gives fewer sentences than were asked for has no more.
    const { length } = digest.summary;
    const isAll = this.#sentences !== null && length < this.#sentences;
    this.#most = isAll ? length : SENTENCES.most;
    if (isAll) this.#sentences = length || null;
    this.#enter(state);
    if (!isNews) return;
    this.#say(isOther && digest.readable ? [this.#words().ready, digest.title].filter(Boolean).join(": ") : undefined);
    if (digest.readable) this.#tell("nutgraf-load", { detail: { digest } });
    else this.#tell("nutgraf-empty", { detail: { reason: digest.reason, digest } });
  }

  /** @param {any} error */
  #fail(error) {
    const before = this.#error?.message;
    this.#error = error instanceof DigestError ? error : new DigestError("internal", String(error?.message ?? error), { cause: error });
    // A page that changes while its source is missing need not be told again and again.
    if (this.#state === "error" && before === this.#error.message) return;
    const isPolicy = this.#error.code === "wasm-blocked";
    this.#digest = null;
    this.#enter(isPolicy ? "blocked" : "error");
    this.#say();
    this.#tell("nutgraf-error", { error: this.#error });
  }

  /** @param {string} type @param {{ detail?: object, error?: DigestError }} more */
  #tell(type, { error, ...init }) {
    const event = new CustomEvent(type, { bubbles: true, composed: true, ...init });
    this.dispatchEvent(error ? Object.assign(event, { error }) : event);
  }

  /** @param {State} state */
  #enter(state) {
    this.#stopSpeech?.();
    this.#marks.tint("hint", null);
    this.#state = state;
    for (const other of STATES) this.#internals?.states?.delete(other);
    this.#internals?.states?.add(state);
    if (state === "loading") this.#say("");
    this.#render();
  }

  #render() {
    if (!this.#card || !this.#isHere) return;
    const digest = this.#digest;
    const page = this.ownerDocument.documentElement.lang;
    const lang = spoken(this.getAttribute("lang"), digest?.lang, page, ...(navigator.languages ?? []));
    const words = wordsOf(lang, this.#strings);
    const active = this.#shadow.activeElement;
    const key = active === this.#card ? this.#leftKey : active?.dataset.key;
    this.#card.dataset.state = this.#state;
    this.#paint();
    this.#card.lang = lang;
    this.#card.dir = digest?.dir ?? /** @type {any} */ (new Intl.Locale(lang)).getTextInfo?.().direction ?? "auto";
    this.#card.setAttribute("aria-busy", String(this.#state === "loading"));
    // The live region stays: one that is put in again is read again.
    for (const child of [...this.#card.children]) if (child !== this.#status) child.remove();
    this.#card.prepend(...this.#content(digest, words, lang));
    if (this.#stopSpeech) this.#rename("listen", "stop", words.stop);
    if (!active) return;
    // A button that is gone leaves the focus to the card, and has it back when it comes again.
    const button = this.#button(key ?? "");
    this.#leftKey = button ? undefined : key;
    (button ?? this.#card).focus({ preventScroll: true });
  }

  /** @param {Digest | null} digest @param {Record<string, string>} words @param {string} lang */
  #content(digest, words, lang) {
    const on = this.#calls();
    if (this.#state === "blocked") return view.blocked(words, "script-src 'wasm-unsafe-eval'");
    if (this.#state === "error") return view.failed(words, this.#error, on);
    if (this.#state === "empty" && digest) return view.empty(words, digest.reason);
    const named = (this.getAttribute("show") ?? "").split(/[\s,]+/).filter((part) => PARTS.includes(part));
    const isLoading = this.#state === "loading" || !digest;
    const { sentences = 3, words: length = sentences * SENTENCE_WORDS } = /** @type {any} */ (this.#options());
    const likely = Math.min(SENTENCES.most, Math.max(SENTENCES.least, Math.round(length / SENTENCE_WORDS))) || SENTENCES.least;
    const given = {
      digest: isLoading ? view.likely(likely, lang) : digest,
      words, lang,
      show: new Set(named.length ? named : PARTS),
      level: Math.min(6, Math.max(1, Number(this.getAttribute("heading-level")) || headingLevelAt(this))),
      heading: this.getAttribute("heading") ?? "",
      isOpen: this.open,
      length: this.#given || !digest ? null : { ...SENTENCES, sentences: digest.summary.length, most: this.#most },
      canSpeak: canSpeak(digest?.lang ?? null),
    };
    return isLoading ? view.loading(given, on) : view.ready(given, on);
  }

  /** @returns {view.Calls} */
  #calls() {
    return {
      jump: (item) => this.jumpTo(item),
      hint: (item) => this.#marks.tint("hint", item && this.#marks.spanOf(item, 0)),
      copy: () => this.#copied(),
      listen: () => this.#listen(),
      more: () => (this.open = !this.open),
      length: (step) => {
        this.#sentences = Math.min(SENTENCES.most, Math.max(SENTENCES.least, (this.#sentences ?? this.#digest?.summary.length ?? 0) + step));
        this.update();
      },
      retry: () => this.update(),
    };
  }

  /** Tells those who hear the page; without words, what the card says of its state. */
  #say(words = this.#card.querySelector(".message > span")?.textContent ?? this.#words().ready) {
    this.#status.textContent = words;
  }

  /** @param {string} key @returns {HTMLElement | null} */
  #button(key) {
    return this.#card.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  async #copied() {
    if (!(await this.copy("text"))) return;
    const words = this.#words();
    this.#rename("copy", "copy", words.copied);
    this.#say(words.copied);
    setTimeout(() => {
      this.#rename("copy", "copy", words.copy);
      if (this.#status.textContent === words.copied) this.#say("");
    }, COPIED_MS);
  }

  #listen() {
    const digest = this.#digest;
    if (this.#stopSpeech || !digest) return this.#stopSpeech?.();
    const words = this.#words();
    this.#rename("listen", "stop", words.stop);
    this.#stopSpeech = speak(
      digest.summary, digest.lang,
      (sentence) => this.#marks.tint("hint", sentence),
      () => {
        this.#stopSpeech = null;
        this.#marks.tint("hint", null);
        this.#rename("listen", "listen", words.listen);
      },
    );
  }

  #words() {
    return wordsOf(this.#card.lang, this.#strings);
  }

  /** Gives a button another name and picture, where it is there. @param {string} key @param {view.Picture} picture @param {string} words */
  #rename(key, picture, words) {
    const button = this.#button(key);
    if (button) view.rename(button, picture, words);
  }

  #escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    this.#marks.tint("hint", null);
    this.clearHighlight();
  };

  /** Begins anew, or only renders, once however many attributes change together. @param {"begin" | "render"} what */
  #later(what) {
    const isWaiting = this.#waiting.size > 0;
    this.#waiting.add(what);
    if (isWaiting) return;
    queueMicrotask(() => {
      const begins = this.#waiting.has("begin");
      this.#waiting.clear();
      if (!this.#isHere) return;
      if (begins) this.#begin();
      else this.#render();
    });
  }

  /** @type {Set<"begin" | "render">} */ #waiting = new Set();

  #paint() {
    if (!this.#card || !this.#isHere) return;
    const theme = this.getAttribute("theme");
    this.#card.dataset.scheme = theme === "light" || theme === "dark" ? theme : schemeBehind(this);
  }
}

reflect(NutgrafSummaryElement.prototype);
