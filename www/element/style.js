// What the panel looks like: one constructed style sheet for its shadow tree and one for the tints in the page. No
// <style> element and no style attribute, so that strict policies allow it.
//
// Parts: card top label length header heading meta summary sentence text show subheading figures strip figure value
//   figure-label people chips person name role keywords footer actions action promise message skeleton
// Custom properties: --nutgraf-paper -ink -muted -line -wash -accent (colours), --nutgraf-highlight (tint in the page),
//   --nutgraf-font -heading-font -size -radius -padding, --nutgraf-reserve (height held free while loading)
//
// The page's own rules can't reach in: `all: initial` on the card drops what it inherits, sizes are at least 16 px whatever
// the page made of rem, and only the font family is the page's, so that the panel looks at home.

const PANEL = `
:host { display: block; margin-block: 1.5rem; min-inline-size: min(50%, 16rem); }
:host([hidden]) { display: none; }
.card {
  all: initial; display: block; box-sizing: border-box; position: relative;
  --paper: var(--nutgraf-paper, #fffefc); --ink: var(--nutgraf-ink, #1f1d1a); --muted: var(--nutgraf-muted, #625e57);
  --line: var(--nutgraf-line, #e5e0d6); --wash: var(--nutgraf-wash, #f6f2ea); --accent: var(--nutgraf-accent, #15604f);
  --size: var(--nutgraf-size, max(1rem, 16px)); --pad: var(--nutgraf-padding, clamp(1em, 5%, 1.75em));
  color-scheme: light; color: var(--ink); background: var(--paper); border: 1px solid var(--line);
  border-radius: var(--nutgraf-radius, 14px); padding: var(--pad);
  font-family: var(--nutgraf-font, inherit); font-size: var(--size); line-height: 1.5; text-align: start;
  overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; hyphens: manual;
}
.card[data-scheme="dark"] {
  --paper: var(--nutgraf-paper, #1c1d1f); --ink: var(--nutgraf-ink, #edebe7); --muted: var(--nutgraf-muted, #aba79f);
  --line: var(--nutgraf-line, #38393c); --wash: var(--nutgraf-wash, #27282b); --accent: var(--nutgraf-accent, #8ad6c3);
  color-scheme: dark;
}
.card[data-state="loading"] { min-block-size: var(--nutgraf-reserve, 0); }
.card * { box-sizing: border-box; }
.label, .subheading, .message span, .promise span { unicode-bidi: plaintext; }
h1, h2, h3, h4, h5, h6, p, ul, ol { margin: 0; padding: 0; font: inherit; }
ul, ol { list-style: none; }
button { all: unset; box-sizing: border-box; cursor: pointer; font: inherit; color: inherit; border-radius: 6px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
svg { display: block; inline-size: 1.125em; block-size: 1.125em; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.top { display: flex; align-items: center; justify-content: space-between; gap: .75em; min-block-size: 2em; }
.top:not(:has(.label, .length)) { display: none; }
.label { font-size: .8125em; font-weight: 650; letter-spacing: .06em; text-transform: uppercase; color: var(--accent); }
.label:is(:lang(ar), :lang(fa), :lang(he), :lang(hi)) { letter-spacing: 0; }
.length { display: flex; border: 1px solid var(--line); border-radius: 999px; }
.length button {
  display: grid; place-items: center; inline-size: 2.25em; block-size: 1.875em; border-radius: 999px; color: var(--muted);
}
.length svg { inline-size: 1em; block-size: 1em; }
.length button[aria-disabled="true"] { opacity: .35; cursor: default; }
.heading {
  font-family: var(--nutgraf-heading-font, inherit); font-size: 1.375em; font-weight: 680; line-height: 1.22;
  margin-block-start: .25em; text-wrap: balance;
}
.meta { margin-block-start: .45em; font-size: .875em; color: var(--muted); }
.meta > *, .keywords > * { display: inline-block; }
.meta > :not(:last-child)::after, .keywords > :not(:last-child)::after { content: "·"; margin-inline: .5em; }

.summary { margin-block-start: 1em; }
.sentence {
  position: relative; padding-block: .5em; padding-inline: 1.375em .75em; margin-inline: -.75em; border-radius: 10px; cursor: pointer;
}
.sentence::before {
  content: ""; position: absolute; inset-block: .95em .95em; inset-inline-start: .75em; inline-size: 3px;
  border-radius: 2px; background: var(--line); transition: background .15s;
}
.text { font-size: 1.0625em; line-height: 1.5; padding-inline-start: .25em; }
.show {
  display: inline-flex; align-items: center; gap: .25em; min-block-size: 24px; min-inline-size: 24px; font-size: .78em;
  margin-inline: -.25em; padding-inline: .375em; color: var(--muted); white-space: nowrap;
}
.show svg { inline-size: .95em; block-size: .95em; }

.subheading { font-size: .8125em; font-weight: 650; color: var(--muted); }
.figures { container-type: inline-size; }
.figures, .people { margin-block-start: 1.125em; padding-block-start: 1em; border-block-start: 1px solid var(--line); }
.strip { display: grid; margin-block-start: .375em; margin-inline: -.625em; }
@container (min-width: 18em) { .strip { grid-template-columns: fit-content(50%) minmax(0, 1fr); } }
.strip li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
.figure {
  display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; align-content: start;
  gap: .125em .75em; padding: .5em .625em; border-radius: 10px;
}
.value { font-size: 1.1875em; font-weight: 660; line-height: 1.2; color: var(--accent); font-variant-numeric: tabular-nums; hyphens: auto; }
.figure-label { font-size: .8125em; line-height: 1.4; color: var(--muted); }
@container (min-width: 34em) {
  .strip { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .strip li { grid-column: auto; }
  .strip li, .figure { grid-template-columns: minmax(0, 1fr); }
}
@container (34em <= width < 54em) { .strip:has(> :nth-child(4):last-child) { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@container (min-width: 54em) { .strip { grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr)); } }
.chips { display: flex; flex-wrap: wrap; gap: .5em; margin-block-start: .625em; }
.person {
  display: block; padding: .375em .75em; min-block-size: 24px; border-radius: 1.125em; background: var(--wash);
  font-size: .875em; line-height: 1.4; max-inline-size: 100%;
}
.name { font-weight: 620; }
.role { color: var(--muted); }
.keywords { margin-block-start: 1em; font-size: .875em; color: var(--muted); }

.footer { margin-block-start: 1.125em; padding-block-start: .875em; border-block-start: 1px solid var(--line); }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: .375em .5em; margin-inline: -.625em; }
.action {
  display: inline-flex; align-items: center; gap: .375em; min-block-size: 2.125em; padding: .25em .625em;
  border-radius: 999px; font-size: .875em; font-weight: 560; color: var(--accent);
}
.action[aria-expanded="true"] svg { transform: rotate(180deg); }
.promise { display: flex; gap: .45em; margin-block-start: .5em; font-size: .8125em; line-height: 1.45; color: var(--muted); }
.promise svg { margin-block-start: .14em; }
.message { display: flex; flex-wrap: wrap; gap: .375em .75em; align-items: baseline; color: var(--muted); margin-block-start: .25em; }
.message code { font: .8125em ui-monospace, monospace; color: var(--ink); white-space: nowrap; }

@media (hover: hover) {
  .sentence:hover, .figure:hover, .action:hover, .length button:not([aria-disabled="true"]):hover { background: var(--wash); }
  .person:hover { box-shadow: inset 0 0 0 1px var(--accent); }
  .sentence:hover::before { background: var(--accent); }
  .sentence:hover .show { color: var(--accent); }
}
.sentence:focus-within::before { background: var(--accent); }
.sentence:focus-within .show { color: var(--accent); }
@media (pointer: coarse) {
  .show, .person { min-block-size: 2.25em; }
  .person { padding-block: .5em; }
  .action { min-block-size: 2.75em; }
  .length button { inline-size: 3em; block-size: 2.5em; }
}

.skeleton { animation: breathe 1.6s ease-in-out infinite alternate; }
.skeleton *, .skeleton ::after { color: transparent; border-color: transparent; }
.skeleton :is([lang], .meta > *) { background: var(--wash); border-radius: 4px; }
.skeleton :is(.heading, .value) { inline-size: fit-content; }
.skeleton .top { display: none; }
@keyframes breathe { to { opacity: .45; } }
@media (prefers-reduced-motion: reduce) { .skeleton { animation: none; } .sentence::before { transition: none; } }
@media (forced-colors: active) {
  .card, .length, .figures, .people, .footer { border-color: CanvasText; }
  .sentence::before { background: CanvasText; forced-color-adjust: none; }
  .person { border: 1px solid ButtonBorder; }
  .skeleton * { forced-color-adjust: none; }
  .skeleton [lang] { background: GrayText; }
}
@media print {
  .card[data-scheme] {
    --paper: #fff; --ink: #000; --muted: #333; --line: #999; --wash: #fff; --accent: #000;
    color-scheme: light; break-inside: avoid; padding: 1em;
  }
  .length, .show, .actions { display: none; }
  .person { padding-inline: 0; }
}
`;

const TINTS = `
::highlight(nutgraf-hint) { background-color: color-mix(in srgb, var(--nutgraf-highlight, #ffd75e) 45%, transparent); }
::highlight(nutgraf) { background-color: var(--nutgraf-highlight, #ffd75e); color: #1f1d1a; }
@media (forced-colors: active) {
  ::highlight(nutgraf), ::highlight(nutgraf-hint) { background-color: Mark; color: MarkText; }
}
`;

const made = new Map();

/** The sheet of a text, made once for each window. @param {string} text @param {any} view */
function sheet(text, view) {
  const of = made.get(text) ?? new WeakMap();
  made.set(text, of);
  if (!of.has(view)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    of.set(view, sheet);
  }
  return of.get(view);
}

/** Gives a shadow root the panel's look. @param {ShadowRoot} shadow */
export function dress(shadow) {
  // A document without a window, such as a template's, shows nothing.
  const view = shadow.ownerDocument.defaultView;
  if (view) shadow.adoptedStyleSheets = [sheet(PANEL, view)];
}

/** The colour that the tints of a window have. @type {WeakMap<CSSStyleSheet, string>} */
const colours = new WeakMap();

/** Makes the page show tints, in a colour or our own: beside its own sheets, without touching one of its elements. @param {any} root @param {string} colour */
export function allowTints(root, colour) {
  const tints = sheet(TINTS, root.defaultView ?? root.ownerDocument.defaultView);
  if (colours.get(tints) !== colour) {
    colours.set(tints, colour);
    tints.replaceSync(colour ? TINTS.replace(/var\([^)]*\)/g, () => colour) : TINTS);
  }
  if (!root.adoptedStyleSheets.includes(tints)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, tints];
}

/** Red, green, blue (0 to 255) and alpha (0 to 1) of a computed colour, in whatever colour space it is written. @param {string} colour */
function rgb(colour) {
  if (colour.startsWith("rgb")) return (colour.match(/[\d.]+/g) ?? []).map(Number);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Calls `changed` when what the page shows may have turned dark or light. @param {Document} document @param {() => void} changed @param {AbortSignal} signal */
export function whenSchemeChanges(document, changed, signal) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed, { signal });
  // A page's own switch is an attribute of its outermost elements; one that works slowly has done so when the background has changed.
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) if (element) observer.observe(element, { attributes: true });
  signal.addEventListener("abort", () => observer.disconnect());
  document.addEventListener("transitionend", ({ propertyName }) => propertyName === "background-color" && changed(), { signal });
}

/** "dark" or "light": what the page shows behind the element, whatever the reader's system prefers. @param {Element} element */
export function schemeBehind(element) {
  for (let at = /** @type {any} */ (element).parentNode; at; at = at.parentNode ?? at.host) {
    if (at.nodeType !== 1) continue;
    const [red, green, blue, alpha = 1] = rgb(getComputedStyle(at).backgroundColor);
    if (alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
  }
  const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  return /dark/.test(scheme) && (prefersDark || !/light/.test(scheme)) ? "dark" : "light";
}
