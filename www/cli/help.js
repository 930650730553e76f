// @ts-check
// --help, the manual page and the completion scripts, all made from the table of options.

import { GROUPS, OPTIONS, version } from "./options.js";

const USAGE = "nutgraf [OPTIONS] [FILE | URL | -]…";
const SAYS = "The article of a page or a text, its summary, key figures and people.";

const EXAMPLES = [
  ["nutgraf story.html", "for the eye"],
  ["nutgraf --format json https://example.org/story", "everything, as JSON"],
  ["pbpaste | nutgraf -n 5", "pasted text, five sentences"],
  ["nutgraf --field 'summary.*.text' story.html", "only the summary"],
  ["nutgraf --jsonl -j 4 < pages.jsonl > digests.jsonl", "a batch"],
  ["nutgraf --warc -j 4 crawl.warc.gz > digests.jsonl", "an archive"],
];

const EXITS = [
  ["0", "all well"],
  ["1", "nothing readable, or the run failed"],
  ["2", "wrong usage"],
  ["3", "some documents of a batch failed"],
  ["130", "interrupted"],
];

/** @param {import("./options.js").Option} option */
const spelled = (option) => `${option.short ? `-${option.short}, ` : "    "}--${option.name}${option.value ? ` ${option.value}` : ""}`;

/** What --help prints. */
export function help() {
  const wide = Math.max(...OPTIONS.map((option) => spelled(option).length));
  const row = (/** @type {string} */ left, /** @type {string} */ right, width = wide) => `  ${left.padEnd(width)}  ${right}`;
  const groups = GROUPS.map(({ title, options }) => `${title}:\n${options.map((option) => row(spelled(option), option.help)).join("\n")}`);
  const examples = EXAMPLES.map(([line, says]) => row(line, says, 52)).join("\n");
  const exits = EXITS.map(([code, says]) => row(code, says, 4)).join("\n");
  return `${SAYS}\n\nUsage: ${USAGE}\n       Without a name, or with -, standard input is read.\n\n${groups.join("\n\n")}\n\nExamples:\n${examples}\n\nExit status:\n${exits}\n`;
}

/** The manual page, in man's own language. */
export function man() {
  const safe = (/** @type {string} */ text) => text.replace(/\\/g, "\\e").replace(/-/g, "\\-").replace(/^([.'])/gm, "\\&$1");
  const option = (/** @type {import("./options.js").Option} */ o) => {
    const names = [o.short && `\\fB\\-${o.short}\\fR`, `\\fB\\-\\-${safe(o.name)}\\fR`].filter(Boolean).join(", ");
    return `.TP\n${names}${o.value ? ` \\fI${safe(o.value)}\\fR` : ""}\n${safe(o.help)}`;
  };
  return [
    `.TH NUTGRAF 1 "" "nutgraf ${version()}" "User Commands"`,
    `.SH NAME\nnutgraf \\- ${safe(SAYS)}`,
    ".SH SYNOPSIS\n.B nutgraf\n[\\fIOPTIONS\\fR] [\\fIFILE\\fR | \\fIURL\\fR | \\-]...",
    `.SH DESCRIPTION\n${safe("Reads web pages or plain text, keeps the article, and prints a summary of verbatim sentences, key figures and people. Without a name, or with -, standard input is read. Standard output is data only; progress and warnings go to standard error.")}`,
    ...GROUPS.map((group) => `.SH ${group.title.toUpperCase()}\n${group.options.map(option).join("\n")}`),
    `.SH "EXIT STATUS"\n${EXITS.map(([code, says]) => `.TP\n.B ${code}\n${safe(says)}`).join("\n")}`,
    `.SH ENVIRONMENT\n.TP\n.B NO_COLOR\n${safe("Set to anything: no colours, unless --color always.")}`,
    `.SH EXAMPLES\n${EXAMPLES.map(([line, says]) => `.TP\n.B ${safe(line)}\n${safe(says)}`).join("\n")}`,
  ].join("\n") + "\n";
}

/** A completion script. @param {string} shell */
export function completion(shell) {
  if (shell === "bash") return bash();
  return shell === "zsh" ? zsh() : fish();
}

function bash() {
  const choices = OPTIONS.filter((option) => option.choices).map((option) => {
    const names = [`--${option.name}`, option.short && `-${option.short}`].filter(Boolean).join("|");
    return `    ${names}) COMPREPLY=($(compgen -W "${option.choices?.join(" ")}" -- "$word")); return;;`;
  });
  const files = OPTIONS.filter((option) => option.value && !option.choices && option.name !== "output").map((option) => `--${option.name}`).join("|");
  return `# bash completion of nutgraf: source <(nutgraf --completion bash)
_nutgraf() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${choices.join("\n")}
    ${files}) return;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "${OPTIONS.map((option) => `--${option.name}`).join(" ")}" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _nutgraf nutgraf
`;
}

function zsh() {
  const quote = (/** @type {string} */ text) => text.replace(/'/g, "'\\''").replace(/([\][:])/g, "\\$1");
  const rows = OPTIONS.map((option) => {
    const action = option.choices ? `:${option.value}:(${option.choices.join(" ")})` : option.value ? `:${option.value}:${option.name === "output" ? "_files" : ""}` : "";
    const long = `--${option.name}`;
    return option.short ? `  '(-${option.short} ${long})'{-${option.short},${long}}'[${quote(option.help)}]${action}'` : `  '${long}[${quote(option.help)}]${action}'`;
  });
  return `#compdef nutgraf\n# zsh completion of nutgraf: source <(nutgraf --completion zsh)\n_nutgraf() {\n  _arguments \\\n${rows.map((row) => `  ${row} \\`).join("\n")}\n    '*:file:_files'\n}\ncompdef _nutgraf nutgraf\n`;
}

function fish() {
  const quote = (/** @type {string} */ text) => `'${text.replace(/\\/g, "\\\\").replace(/'/g, "\\'")}'`;
  const rows = OPTIONS.map((option) => {
    const takes = option.choices ? ` -x -a ${quote(option.choices.join(" "))}` : option.name === "output" ? " -r" : option.value ? " -x" : "";
    return `complete -c nutgraf${option.short ? ` -s ${option.short}` : ""} -l ${option.name}${takes} -d ${quote(option.help)}`;
  });
  return `# fish completion of nutgraf: nutgraf --completion fish | source\n${rows.join("\n")}\n`;
}
