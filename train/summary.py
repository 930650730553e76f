#!/usr/bin/env python3
"""Learns the weights of the summary's ranker: src/digest/summary/weights.rs, stems.odds,
terms.trees and pairs.trees.

    train/summary.py DATA [--only terms,pairs,sentence,stems,salience,set]

DATA holds cnn_val.jsonl.gz, cnn_train.jsonl.gz, gum.jsonl.gz and scitldr.jsonl.gz (see summary_data.py). Each step builds the example
`summary_study`, so that the core's own code measures with the weights learnt so far, and prints cross-validated scores.
The same data gives the same bytes. Needs numpy, scikit-learn, lightgbm, nltk.
"""
import argparse
import pathlib
import re
import subprocess

import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from blocks import table
from summary_data import References, load, study, tokens

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = ROOT / "src/digest/summary/weights.rs"
PROGRAM = ROOT / "target/quick/examples/summary_study"
TREES = {"TERMS": ROOT / "src/digest/summary/terms.trees", "PAIRS": ROOT / "src/digest/summary/pairs.trees"}
STEMS = ROOT / "src/digest/summary/stems.odds"
# As in salience.rs: buckets, the byte of no preference, and its units of log-odds.
BUCKETS, INDIFFERENT, UNITS = 4096, 128, 40
BOOSTING = {
    "objective": "cross_entropy", "num_leaves": 16, "learning_rate": 0.07, "min_data_in_leaf": 100, "lambda_l2": 5.0,
    "deterministic": True, "force_row_wise": True, "num_threads": 1, "seed": 1, "max_bin": 255, "verbose": -1,
}
ROUNDS = {"TERMS": 120, "PAIRS": 80}
# How much more the papers weigh where one sentence is chosen.
PAPERS_ALONE = 4.0
HEAD = "//! Learned weights of the summary. Made by `train/summary.py`; the names of what they weigh stand in the files that use them.\n"
TABLES = {
    "TERMS": "For `terms::Terms::signals`.",
    "PAIRS": "For `terms::Terms::pair_signals`.",
    "SENTENCE": "For `rank::SIGNALS`.",
    "SET": "For `sets::SIGNALS`, of two and more sentences.",
    "SET_OF_ONE": "For `sets::SIGNALS`, of one sentence.",
    "SET_IN_WORDS": "For `sets::SIGNALS`, where words are counted.",
}


def read_weights():
    """The tables of the weights file."""
    found = re.findall(r"static (\w+): \[f32; \d+\] =\s*\[(.*?)\];", FILE.read_text(), re.S)
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
        text += f"\n/// {note}\npub(super) static {name}: [f32; {len(weights[name])}] = [{rows}];\n"
    FILE.write_text(text)
    subprocess.run(["rustfmt", "--edition", "2024", str(FILE)], check=True, cwd=ROOT)
    build()


def build():
    subprocess.run(["cargo", "build", "--quiet", "--profile", "quick", "--example", "summary_study"], check=True, cwd=ROOT)


def news(data, name):
    """News articles: all of cnn_val, every twentieth of cnn_train."""
    step = {"cnn_val": 1, "cnn_train": 20}[name]
    return [{"id": d["id"], "text": " ".join(d["sents"]), "sents": d["sents"], "refs": d["refs"]} for d in load(data, name)[::step]]


def other(data):
    """Other genres: the user-facing ones of GUM, and papers, with their title for every second one."""
    gum = [{"id": d["id"], "text": d["text"] if "text" in d else " ".join(d["sents"]), "refs": d["refs"], "genre": d["genre"], "sents": d["sents"]} for d in load(data, "gum")]
    papers = [
        {"id": d["id"], "text": " ".join(d["sents"]), "refs": d["refs"], "genre": "paper", "sents": d["sents"], **({"title": d["title"]} if n % 2 else {})}
        for n, d in enumerate(load(data, "scitldr", 600))
    ]
    return gum, papers


def asked(document):
    return {key: document[key] for key in ("id", "text", "title") if key in document}


def fit(name, rows, labels, groups, strength, balance=None):
    """Logistic weights; prints the area under the curve for documents left out."""
    rows, labels = np.array(rows, np.float32), np.array(labels)
    weights = np.ones(len(labels)) if balance is None else np.array(balance)
    model = lambda: LogisticRegression(C=strength, max_iter=2000, fit_intercept=False)
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


def learn_stems(documents, strength=5.0):
    """For each bucket of stems the log-odds that a term is in the summary, above what its spread lets expect."""
    buckets, labels, likely = [], [], []
    for start in range(0, len(documents), 500):
        some = documents[start : start + 500]
        for document, (terms, _) in zip(some, study(PROGRAM, "stems", map(asked, some))):
            seen = {word for reference in document["refs"] for word in tokens(" ".join(reference))}
            for wording, (*_, likelihood, _, bucket) in terms:
                found = tokens(wording)
                if found:
                    buckets.append(int(bucket))
                    likely.append(likelihood / 255)
                    labels.append(all(x in seen for x in found))
    buckets, labels = np.array(buckets), np.array(labels, float)
    likely = np.clip(np.array(likely), 0.01, 0.99)
    offset, odds = np.log(likely / (1 - likely)), np.zeros(BUCKETS)
    for _ in range(12):
        expected = 1 / (1 + np.exp(-offset - odds[buckets]))
        slope = np.bincount(buckets, labels - expected, BUCKETS) - strength * odds
        odds += slope / (np.bincount(buckets, expected * (1 - expected), BUCKETS) + strength)
    odds -= np.average(odds, weights=np.bincount(buckets, minlength=BUCKETS))
    STEMS.write_bytes(np.clip(np.rint(odds * UNITS) + INDIFFERENT, 0, 255).astype(np.uint8).tobytes())
    print(f"stems.odds: {len(labels)} terms, deviation of the log-odds {odds.std():.2f}", flush=True)
    build()


def learn_salience(parts):
    """Boosted trees for the terms, then for the pairs of the best sentences; parts are documents with their weight."""
    for name in ("TERMS", "PAIRS"):
        rows, labels, balance = [], [], []
        for documents, weight in parts:
            for document, (terms, pairs) in zip(documents, study(PROGRAM, "salience", map(asked, documents))):
                words = [tokens(" ".join(reference)) for reference in document["refs"]]
                single, double = [set(x) for x in words], [set(zip(x, x[1:])) for x in words]
                for wording, signals in terms if name == "TERMS" else pairs:
                    found = [tokens(part) for part in wording.split("\x01")]
                    if not all(found):
                        continue
                    if name == "TERMS":
                        hits = sum(all(x in seen for x in found[0]) for seen in single)
                    else:
                        hits = sum((found[0][-1], found[1][0]) in seen for seen in double)
                    rows.append(np.array(signals[:-1] if name == "TERMS" else signals, np.uint8))
                    labels.append(hits / len(words))
                    balance.append(weight)
        rows = np.array(rows, np.float32)
        booster = lightgbm.train(BOOSTING, lightgbm.Dataset(rows, np.array(labels), weight=np.array(balance)), ROUNDS[name])
        TREES[name].write_bytes(table(booster))
        print(f"{name.lower()}.trees: {len(rows)} rows, {np.mean(labels):.3f} positive, {len(TREES[name].read_bytes())} bytes", flush=True)
        build()


class Sets:
    """Sets of sentences with their signals, and how they compare with the references; kinds of text kept apart by weight."""

    def __init__(self):
        self.rows, self.scores, self.sizes, self.documents, self.weights, self.leads, self.kinds = [], [], [], [], [], [], []

    def add(self, kind, documents, weight):
        for document, (texts, sets) in zip(documents, study(PROGRAM, "sets", map(asked, documents))):
            words, references = [tokens(text) for text in texts], References(document)
            for places, signals in sets:
                self.rows.append(np.array(signals, np.float32))
                self.scores.append(references.score([word for place in places for word in words[place]]))
                self.sizes.append(len(places))
                self.documents.append(len(self.leads))
                self.weights.append(weight)
            lead = (document.get("sents") or [])[: 1 if kind == "papers" else 3]
            self.leads.append(references.score([word for text in lead for word in tokens(text)]))
            self.kinds.append(kind)

    def close(self):
        for name in ("rows", "scores", "sizes", "documents", "weights", "leads"):
            setattr(self, name, np.array(getattr(self, name), np.float32 if name in ("rows", "scores", "weights", "leads") else np.int64))
        self.kinds = np.array(self.kinds)


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


def learn_sets(sets, half):
    """Weights for more sentences, for one, and for a budget of words; prints what is reached on documents left out, which
    are those whose trees and weights were learnt from the other half."""
    rows, first, second, recall = sets.rows, sets.scores[:, 0], sets.scores[:, 1], sets.scores[:, 3]
    target = first + second
    one, kinds, halves = sets.sizes == 1, sets.kinds[sets.documents], half[sets.documents]
    # Papers are summed up in one sentence: they say nothing of more.
    more = ~one & (kinds != "papers")
    within = sets.documents * 10 + sets.sizes

    # News, whose sentences differ more, would drown what papers say of one sentence.
    weights = sets.weights * np.where(one & (kinds == "papers"), PAPERS_ALONE, 1.0).astype(np.float32)

    def fit(of):
        return fit_sets(rows[of], target[of], weights[of], within[of])

    for kind, size in (("news", 3), ("gum", 3), ("papers", 1)):
        picked = []
        for part in range(2):
            test = np.flatnonzero((halves == part) & (kinds == kind) & (sets.sizes == size))
            found = fit((halves != part) & (one if size == 1 else more))
            picked.extend(test[best_sets(rows[test] @ found, sets.documents[test])])
        gain = sets.scores[picked] - sets.leads[sets.documents[picked]]
        print("%s left out, %d texts, %d sentences: ROUGE-1 %.2f ROUGE-2 %.2f, above as many first sentences %+.2f %+.2f, ROUGE-2 recall at 60 words %+.2f"
              % (kind, len(picked), size, *(100 * sets.scores[picked].mean(0)[:2]), *(100 * gain.mean(0)[:3])), flush=True)
    short = (rows[:, 5] * 50 <= 110) & (one | more)
    return fit(more), fit(one), fit_sets(rows[short], recall[short], sets.weights[short], sets.documents[short])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("--only", default="terms,pairs,sentence,stems,salience,set")
    options = options.parse_args()
    steps = options.only.split(",")
    build()
    weights = read_weights()
    all_news, more = news(options.data, "cnn_val"), news(options.data, "cnn_train")
    # The few weights of sentences need no more than half of them.
    train = all_news[::2]
    gum, papers = other(options.data)
    for step, table in (("terms", "TERMS"), ("pairs", "PAIRS")):
        if step in steps:
            weights[table] = learn_terms(step, train[::2] + more[::4] + gum + papers[:200])
            write_weights(weights)
    if "sentence" in steps:
        weights["SENTENCE"] = learn_sentences(train + more[::2] + gum + papers)
        write_weights(weights)
    if "stems" in steps:
        learn_stems([{"id": d["id"], "text": " ".join(d["sents"]), "refs": d["refs"]} for d in load(options.data, "cnn_train")[1::2]])
    parts = {"news": (all_news, 1.0), "older news": (more, 0.3), "gum": (gum, 3.0), "papers": (papers, 0.5)}
    if "set" in steps:
        # The trees know the texts they learnt from too well: the sets of a half are seen with the trees of the other.
        sets, half = Sets(), []
        for part in range(2):
            learn_salience([(documents[1 - part :: 2], weight) for documents, weight in parts.values()])
            for kind, (documents, weight) in parts.items():
                sets.add(kind, documents[part::2], weight)
                half += [part] * len(documents[part::2])
        sets.close()
        weights["SET"], weights["SET_OF_ONE"], weights["SET_IN_WORDS"] = learn_sets(sets, np.array(half))
        write_weights(weights)
    if "salience" in steps:
        learn_salience(list(parts.values()))


if __name__ == "__main__":
    main()
