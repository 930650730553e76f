// Scores the built command on development data and writes the table of docs/scores.md.
//
//   npm run scores -- DIR      DIR holds the scorers: score.py, summary/rouge.py, summary/defects.py, figures/news_figures.py
//
// The data isn't part of the project; without DIR there is nothing to do, and the reason is printed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const scorers = process.argv[2];
if (!scorers || !existsSync(join(scorers, "score.py"))) {
  console.log("scores: skipped, the scorers aren't here (give their folder as the argument)");
  process.exit(0);
}

/** Command, then rows: measure, best peer, goal, where the figure stands in the output. */
const RUNS = [
  ["score.py extraction", [
    ["seven kinds of page, macro F1", "0.799", "0.85, then 0.88", /macro over kinds ([\d.]+)/],
    ["all pages, F1", "0.861", "", /wcxb: F1 ([\d.]+)/],
    ["– articles", "0.936", "0.955", /article .*F1 ([\d.]+)/],
    ["– documentation", "0.954", "0.965", /documentation .*F1 ([\d.]+)/],
    ["– service", "0.830", "0.88", /service .*F1 ([\d.]+)/],
    ["– forum", "0.851", "0.90", /forum .*F1 ([\d.]+)/],
    ["– collection", "0.721", "0.81", /collection .*F1 ([\d.]+)/],
    ["– listing", "0.724", "0.82", /listing .*F1 ([\d.]+)/],
    ["– product", "0.712", "0.82", /product .*F1 ([\d.]+)/],
    ["must-have snippets found", "0.835", "0.90", /with ([\d.]+)/],
    ["must-not-have snippets found (lower is better)", "0.067", "0.05", /without ([\d.]+)/],
    ["title right", "0.730", "0.85", /title ([\d.]+)/],
    ["author right", "0.690", "0.80", /author ([\d.]+)/],
    ["date right", "0.850", "0.90", /date ([\d.]+)/],
  ]],
  ["score.py mozilla", [
    ["Readability's own pages, F1", "0.938", "0.965", /F1 ([\d.]+), pages/],
    ["– share of pages ≥ 0.95", "0.76", "0.90", /pages >= 0.95 ([\d.]+)/],
    ["– metadata equal", "", "0.95", /metadata equal ([\d.]+)/],
  ]],
  ["score.py pasted", [["pasted text, F1", "0.854", "0.92", /pasted: F1 ([\d.]+)/]]],
  ["score.py sentences", [
    ["golden rules, golden of 175", "166", "172", /golden (\d+)\/175/],
    ["golden rules, all of 464", "440", "456", /all (\d+)\/464/],
    ["boundaries of real text, mean F1", "98.2 (ICU)", "99.2", /mean F1 ([\d.]+)/],
  ]],
  ["figures/news_figures.py", [
    ["figures, F1 exact", "59.7", "88", /F1-exact ([\d.]+)/],
    ["– value right", "64", "90", /F1-exact .* value ([\d.]+)/],
    ["– unit right", "71", "92", /F1-exact .* unit ([\d.]+)/],
    ["– traps sprung of 20", "16", "≤ 1", /F1-exact .* traps (\d+)/],
    ["– key figures, precision at K", "60", "78", /F1-exact .* key ([\d.]+)/],
    ["– labels good", "14", "85", /F1-exact .* labels ([\d.]+)/],
    ["entities, strict F1", "71", "90", /F1-exact .* entities ([\d.]+)/],
    ["roles", "0", "85", /F1-exact .* roles ([\d.]+)/],
  ]],
  ["summary/rouge.py --corpus cnn_val", [["cnn_val, R-1 / R-2 / R-L / mean (Lead-3)", "NeuSum about +1.3 / +1.3", "+3.3 / +2.2", beside(0, 4)]]],
  ["summary/rouge.py --corpus cnn_val --cap-words 60", [["cnn_val, R-2 recall at 60 words (Lead-3)", "BERT extractors +3", "+3", beside(4, 5)]]],
  ["summary/rouge.py --corpus gum", [["gum, 23 genres, mean ROUGE (Lead-3)", "21.1", "22.5", beside(3, 4)]]],
  ["summary/rouge.py --corpus scitldr", [["scitldr, one sentence, mean ROUGE (Lead-1)", "Lead-1", "+3", beside(3, 4)]]],
  ["summary/defects.py --corpus cnn_cased", [["clean summaries, cnn_cased", "91 (Lead-3)", "96", /clean=([\d.]+)/]]],
  ["summary/defects.py --corpus gum", [["clean summaries, gum", "", "96", /clean=([\d.]+)/]]],
];

/** Reads our columns of rouge.py's table, and Lead's in brackets. */
function beside(from, to) {
  const columns = (output, name) => {
    const row = output.split("\n").find((line) => line.slice(2).startsWith(name)) ?? "";
    return row.slice(34).trim().split(/\s+/).slice(from, to).join(" / ");
  };
  return (output) => `${columns(output, "nutgraf")} (${columns(output, "Lead-")})`;
}

const rows = [];
for (const [command, measures] of RUNS) {
  process.stderr.write(`${command} …\n`);
  const [file, ...args] = command.split(" ");
  const run = spawnSync("python3", [join(scorers, file), ...args, "--project", "."], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) process.stderr.write(run.stderr);
  for (const [measure, peer, goal, find] of measures) {
    const figure = typeof find === "function" ? find(run.stdout) : find.exec(run.stdout)?.[1];
    rows.push(`| ${measure} | ${peer} | ${goal} | ${figure ?? "–"} | \`${command}\` |`);
  }
}

const page = "docs/scores.md";
const [before, after] = readFileSync(page, "utf8").split(/<!-- table -->[^]*<!-- \/table -->/);
const head = "| measure | best peer | goal | nutgraf | scorer |\n|---|---|---|---|---|\n";
writeFileSync(page, `${before}<!-- table -->\n${head}${rows.join("\n")}\n<!-- /table -->${after}`);
process.stderr.write(`${page} written\n`);
