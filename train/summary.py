#!/usr/bin/env python3
"""Learns the weights of the summary's ranker and writes them to src/digest/summary/weights.rs.

    train/summary.py DATA [--only terms,pairs,sentence,set]

DATA holds cnn_val.jsonl.gz, cnn_train.jsonl.gz, gum.jsonl.gz and scitldr.jsonl.gz (see summary_data.py). Each step builds the example
`summary_study`, so that the core's own code measures with the weights learnt so far, and prints cross-validated scores.
The same data gives the same bytes. Needs numpy, scikit-learn, nltk.
"""
import argparse
import pathlib
import re
import subprocess

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from summary_data import References, load, study, tokens

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = ROOT / "src/digest/summary/weights.rs"
PROGRAM = ROOT / "target/quick/examples/summary_study"
HEAD = "//! Learned weights of the summary. Made by `train/summary.py`; the names of what they weigh stand in the files that use them.\n"
TABLES = {
    "TERMS": "For `terms::Terms::signals`.",
    "PAIRS": "For `terms::Terms::pair_signals`.",
    "SENTENCE": "For `rank::SIGNALS`.",
    "SET": "For `sets::SIGNALS`, where sentences are counted.",
    "SET_IN_WORDS": "For `sets::SIGNALS`, where words are counted.",
}


def read_weights():
    """The tables of the weights file."""
    found = re.findall(r"const (\w+): \[f32; \d+\] =\s*\[(.*?)\];", FILE.read_text(), re.S)
    result = {}
    for name, body in found:
        repeated = re.fullmatch(r"\s*0\.0; (\d+)\s*", body)
        result[name] = [0.0] * int(repeated[1]) if repeated else [float(x) for x in body.replace("_", "").split(",") if x.strip()]
    return result


def write_weights(weights):
    """Writes the tables, formats them, and builds the program anew."""
    text = HEAD
    for name, note in TABLES.items():
        rows = ", ".join(f"{x:.4g}" if "." in f"{x:.4g}" else f"{x:.1f}" for x in map(float, weights[name]))
        text += f"\n/// {note}\npub(super) const {name}: [f32; {len(weights[name])}] = [{rows}];\n"
    FILE.write_text(text)
    subprocess.run(["rustfmt", "--edition", "2024", str(FILE)], check=True, cwd=ROOT)
    build()


def build():
    subprocess.run(["cargo", "build", "--quiet", "--profile", "quick", "--example", "summary_study"], check=True, cwd=ROOT)


def news(data, name):
    """News articles: every second of cnn_val (the others are for reporting), every twentieth of cnn_train."""
    step = {"cnn_val": 2, "cnn_train": 20}[name]
    return [{"id": d["id"], "text": " ".join(d["sents"]), "sents": d["sents"], "refs": d["refs"]} for d in load(data, name)[::step]]


def other(data):
    """Other genres: the user-facing ones of GUM, and papers, with their title for every second one."""
    gum = [{"id": d["id"], "text": d["text"] if "text" in d else " ".join(d["sents"]), "refs": d["refs"], "genre": d["genre"]} for d in load(data, "gum")]
    papers = [
        {"id": d["id"], "text": " ".join(d["sents"]), "refs": d["refs"], "genre": "paper", **({"title": d["title"]} if n % 2 else {})}
        for n, d in enumerate(load(data, "scitldr", 600))
    ]
    return gum, papers


def asked(document):
    return {key: document[key] for key in ("id", "text", "title") if key in document}


def fit(name, rows, labels, groups, strength, balance=None):
    """Logistic weights; prints the area under the curve for documents left out."""
    rows, labels = np.array(rows, np.float32), np.array(labels)
    weights = np.ones(len(labels)) if balance is None else np.array(balance)
    model = lambda: LogisticRegression(C=strength, max_iter=500, fit_intercept=False)
    scores = np.zeros(len(labels))
    for train, test in GroupKFold(3).split(rows, labels, groups):
        scores[test] = model().fit(rows[train], labels[train], weights[train]).decision_function(rows[test])
    print(f"{name}: {len(labels)} rows, {labels.mean():.3f} positive, area under the curve left out {roc_auc_score(labels, scores):.4f}", flush=True)
    return model().fit(rows, labels, weights).coef_[0]


def learn_terms(what, documents):
    rows, labels, groups = [], [], []
    for number, (document, seen) in enumerate(zip(documents, study(PROGRAM, what, map(asked, documents)))):
        for reference in document["refs"][:1]:
            words = tokens(" ".join(reference))
            single, double = set(words), set(zip(words, words[1:]))
        for name, signals in seen:
            parts = [tokens(part) for part in name.split("\x01")]
            if not all(parts):
                continue
            rows.append(signals)
            labels.append(all(x in single for x in parts[0]) if what == "terms" else (parts[0][-1], parts[1][0]) in double)
            groups.append(number)
    return fit(what, rows, labels, groups, 10.0)


def oracle(texts, references, most=3):
    """Places of the sentences that greedily raise ROUGE-1 + ROUGE-2."""
    words, chosen, best = [tokens(text) for text in texts], [], 0.0
    while len(chosen) < most:
        tries = []
        for place in range(len(words)):
            if place not in chosen:
                first, second, *_ = references.score([w for p in sorted(chosen + [place]) for w in words[p]])
                tries.append((first + second, -place))
        if not tries or max(tries)[0] <= best:
            break
        best, place = max(tries)
        chosen.append(-place)
    return chosen


def learn_sentences(documents):
    rows, labels, groups, balance = [], [], [], []
    for number, (document, seen) in enumerate(zip(documents, study(PROGRAM, "sentences", map(asked, documents)))):
        seen = [(text, signals) for text, signals in seen if signals[-1] > 0]
        # The start of a long text is enough to learn from.
        seen = seen[:80]
        chosen = oracle([text for text, _ in seen], References(document))
        for place, (_, signals) in enumerate(seen):
            rows.append(signals[:-1])
            labels.append(place in chosen)
            groups.append(number)
            balance.append(1.0)
    return fit("sentence", rows, labels, groups, 1.0, balance)


class Sets:
    """Sets of sentences with their signals, and how they compare with the references; kinds of text kept apart by weight."""

    def __init__(self):
        self.rows, self.scores, self.sizes, self.documents, self.weights, self.leads = [], [], [], [], [], []

    def add(self, documents, weight):
        for document, (texts, sets) in zip(documents, study(PROGRAM, "sets", map(asked, documents))):
            words, references = [tokens(text) for text in texts], References(document)
            for places, signals in sets:
                self.rows.append(signals)
                self.scores.append(references.score([word for place in places for word in words[place]]))
                self.sizes.append(len(places))
                self.documents.append(len(self.leads))
                self.weights.append(weight)
            lead = document.get("sents") or []
            self.leads.append(references.score([word for text in lead[:3] for word in tokens(text)]))

    def close(self):
        for name in ("rows", "scores", "sizes", "documents", "weights", "leads"):
            setattr(self, name, np.array(getattr(self, name), np.float32 if name in ("rows", "scores", "weights", "leads") else np.int64))


def without_mean(values, groups):
    """The values less the mean of their group."""
    _, groups = np.unique(groups, return_inverse=True)
    counts = np.bincount(groups)[:, None]
    sums = np.stack([np.bincount(groups, column) for column in values.T], 1)
    return values - (sums / counts)[groups].astype(np.float32)


def fit_sets(rows, target, weights, groups):
    """Ridge regression on what is particular to a set within its group."""
    rows, target = without_mean(rows, groups), without_mean(target[:, None], groups)[:, 0]
    spread = rows.std(0) + 1e-6
    scaled = rows / spread
    matrix = (scaled * weights[:, None]).T @ scaled + 30.0 * np.eye(scaled.shape[1])
    return np.linalg.solve(matrix, (scaled * weights[:, None]).T @ target) / spread


def best_sets(scores, groups):
    """The row with the largest score of each group."""
    order = np.lexsort((-scores, groups))
    return order[np.concatenate([[True], np.diff(groups[order]) > 0])]


def learn_sets(sets, news_count):
    """Weights for a count of sentences and for a budget of words; prints what three sentences reach on news left out."""
    rows, first, second, recall = sets.rows, sets.scores[:, 0], sets.scores[:, 1], sets.scores[:, 3]
    within = sets.documents * 10 + sets.sizes
    target = first + second
    picked = []
    for part in range(2):
        train, test = sets.documents % 2 != part, (sets.documents % 2 == part) & (sets.documents < news_count) & (sets.sizes == 3)
        found = fit_sets(rows[train], target[train], sets.weights[train], within[train])
        picked.extend(np.flatnonzero(test)[best_sets(rows[test] @ found, sets.documents[test])])
    gain = sets.scores[picked] - sets.leads[sets.documents[picked]]
    print("set: %d rows; news left out: ROUGE-1 %.2f ROUGE-2 %.2f, above the first three sentences %+.2f %+.2f, ROUGE-2 recall at 60 words %+.2f"
          % (len(rows), *(100 * sets.scores[picked].mean(0)[:2]), *(100 * gain.mean(0)[:3])), flush=True)
    short = rows[:, 5] * 50 <= 110
    in_words = fit_sets(rows[short], recall[short], sets.weights[short], sets.documents[short])
    return fit_sets(rows, target, sets.weights, within), in_words


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("--only", default="terms,pairs,sentence,set")
    options = options.parse_args()
    steps = options.only.split(",")
    build()
    weights = read_weights()
    train, more = news(options.data, "cnn_val"), news(options.data, "cnn_train")
    gum, papers = other(options.data)
    for step, table in (("terms", "TERMS"), ("pairs", "PAIRS")):
        if step in steps:
            weights[table] = learn_terms(step, train[::2] + more[::4] + gum + papers[:200])
            write_weights(weights)
    if "sentence" in steps:
        weights["SENTENCE"] = learn_sentences(train + more[::2] + gum + papers)
        write_weights(weights)
    if "set" in steps:
        sets = Sets()
        for documents, weight in ((train, 1.0), (more[::2], 0.3), (gum, 2.0), (papers, 0.5)):
            sets.add(documents, weight)
        sets.close()
        weights["SET"], weights["SET_IN_WORDS"] = learn_sets(sets, len(train))
        write_weights(weights)


if __name__ == "__main__":
    main()
