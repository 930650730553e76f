// Two hundred documents out of the seeds: pages, texts and what is refused, the same on every run.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { random } from "../js/warc-file.js";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));
const NAMES = ["Rosa Lindqvist", "Amadou Keita", "Jana Novotná", "Piotr Zieliński", "Mei Tanaka", "O'Brien", "Ståhl"];
const TOWNS = ["Haverley", "Port Ardent", "Nørre Vig", "São Tomé", "Übersee", "Łódź"];

/** Sentences of a made-up report; `#` is a number, `@` a name, `&` a town. */
const TEMPLATES = [
  "The council of & approved a budget of $# million on Tuesday, after a debate of # hours.",
  "@, the mayor of &, said that “nobody will lose a home” while the # new flats are built.",
  "About #% of the households in & have had no running water since 3 May 2024.",
  "“We counted # cars in one hour,” @ told reporters — more than twice as many as in 2019.",
  "The bridge is #.5 km long and was closed for # days; ferries carried #,000 passengers instead.",
  "A spokesperson for the Ministry of Transport declined to comment on the €# billion plan.",
  "Researchers at the University of & measured # µg/m³, half of what the limit allows 😀.",
  "@ won #–2 in the second round, and meets the champion from & on Saturday at 7:30 p.m.",
  "Prices rose by # percent in the year to March, the statistics office of & reported.",
];

/** The seeds: what a document is, and its text. */
const seeds = readdirSync(SEEDS).flatMap((name) =>
  ["page.html", "text.txt"].flatMap((file) => {
    return existsSync(join(SEEDS, name, file)) ? [{ type: file === "page.html" ? "html" : "text", body: readFileSync(join(SEEDS, name, file), "utf8") }] : [];
  }),
).filter(({ body }) => body.length < 2 ** 18);

/** Options that some documents have. */
const OPTIONS = [{}, {}, {}, { sentences: 1 }, { sentences: 5 }, { words: 60 }, { ratio: 0.3 }, { focus: "water" }, { include: ["sentences"] }, { include: ["sentences", "removed"] }, { lang: "en" }, { boilerplate: "keep" }, { exclude: ["aside", ".share"] }];
/** And what can't be answered. */
const REFUSED = [{ sentences: 0 }, { ratio: 7 }, { boilerplate: "sometimes" }, { include: ["everything"] }];

/** The documents: `{ id, html | text, url, options }`. */
export function documents(count = 200) {
  const next = random(2024);
  const among = (/** @type {any[]} */ all) => all[Math.floor(next() * all.length)];
  const sentence = () => among(TEMPLATES).replace(/[#@&]/g, (mark) => (mark === "#" ? String(1 + Math.floor(next() * 98)) : among(mark === "@" ? NAMES : TOWNS)));
  const paragraph = () => Array.from({ length: 2 + Math.floor(next() * 4) }, sentence).join(" ");
  const report = () => Array.from({ length: 3 + Math.floor(next() * 6) }, paragraph);
  const made = () => {
    const title = sentence().slice(0, 60);
    if (next() < 0.3) return { type: "text", body: [title, ...report()].join("\n\n") };
    const menu = TOWNS.map((town) => `<li><a href="/${encodeURI(town)}">${town}</a>`).join("");
    return { type: "html", body: `<!doctype html><title>${title} | The Paper</title><nav><ul>${menu}</ul></nav><article><h1>${title}</h1><p class=byline>By ${among(NAMES)}${report().map((text) => `<p>${text}`).join("\n")}</article><footer>© The Paper. All rights reserved.` };
  };
  return Array.from({ length: count }, (_, id) => {
    const seed = next() < 0.4 ? among(seeds) : made();
    const body = seed.body.replace(/\d{2,3}(?=,\d{3})/g, () => String(10 + Math.floor(next() * 900)));
    const options = id % 25 === 7 ? among(REFUSED) : among(OPTIONS);
    return { id, [seed.type]: id % 50 === 31 ? "" : body, url: `https://paper.example/${id}`, options };
  });
}
