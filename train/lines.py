#!/usr/bin/env python3
"""Learns which lines of a pasted text are its article; writes src/article/lines.trees and src/article/lines.words.

    cargo build --profile quick --example lines
    train/lines.py DOCUMENTS.jsonl.gz [--examples target/quick/examples] [--write]

DOCUMENTS holds one document a line: {"id", "url", "type", "text", "gold": {"main_content"}}. The scores printed are
cross-validated by site: no line is judged by a model that saw a page of its site. Needs numpy, scipy, scikit-learn, lightgbm.
The same data give the same bytes.
"""
import argparse, collections, gzip, hashlib, json, pathlib, re, subprocess, tempfile
from urllib.parse import urlparse
import lightgbm, numpy, scipy.sparse
from sklearn.linear_model import LogisticRegression

from blocks import table

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDS, BUCKETS, UNIT = 5, 4096, 16


def words(text): return re.findall(r"\w+", (text or "").lower())


def site(url):
    parts = urlparse(url).netloc.lower().split(":")[0].split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in ("co", "com", "org", "ac", "gov", "net", "edu")
    return ".".join(parts[-3:] if short else parts[-2:])


class Document:
    """A text's lines, and how much of each stands in the gold text."""

    def __init__(self, raw, start, study):
        self.kind, self.start = raw["type"], start
        self.fold = int(hashlib.md5((site(raw["url"]) or raw["id"]).encode()).hexdigest(), 16) % FOLDS
        self.texts, self.buckets = study["texts"], study["words"]
        self.lines = [words(text) for text in self.texts]
        gold = words(raw["gold"]["main_content"])
        self.gold, self.gold_words = collections.Counter(gold), len(gold)
        flat = [word for line in self.lines for word in line]
        have, want = (collections.Counter(zip(x, x[1:])) for x in (flat, gold))
        support = numpy.zeros(len(flat) + 1)
        for at, pair in enumerate(zip(flat, flat[1:])):
            if want[pair]: support[at + 1] = min(1, want[pair] / have[pair])
        each = numpy.maximum(support[:-1], support[1:])
        ends = numpy.cumsum([0] + [len(line) for line in self.lines])
        self.shares = [each[a:b].mean() if b > a else 0.0 for a, b in zip(ends, ends[1:])]

    def f1(self, keeps):
        kept = collections.Counter(word for line, keep in zip(self.lines, keeps) if keep for word in line)
        count = sum(kept.values())
        same = sum((kept & self.gold).values())
        return 2 * same / (count + self.gold_words) if same else float(not count and not self.gold_words)


def study(examples, documents, weights):
    """The Rust code's features with these word weights, and the lines it saw."""
    with tempfile.TemporaryDirectory() as folder:
        rows, table = pathlib.Path(folder, "rows"), pathlib.Path(folder, "weights")
        table.write_bytes(weights.tobytes())
        given = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
        out = subprocess.run([examples / "lines", rows, table], input=given.encode(), stdout=subprocess.PIPE, check=True).stdout
        head, *found = (json.loads(line) for line in out.decode().split("\n") if line)
        return head["names"], numpy.fromfile(rows, numpy.uint8).reshape(-1, len(head["names"])), found


def word_weights(matrix, shares, amounts, C):
    """One signed byte a bucket: how much a word speaks for content."""
    model = LogisticRegression(C=C, solver="liblinear", random_state=1)
    model.fit(matrix, shares > 0.5, sample_weight=numpy.sqrt(amounts))
    return numpy.clip(numpy.round(model.coef_[0] * UNIT), -127, 127).astype(numpy.int8)


def choose(shares, amounts):
    """The lines of the highest shares, as many as promise the best F1: `classifier::choose`."""
    order = numpy.argsort(-shares, kind="stable")
    content, amount = numpy.cumsum((shares * amounts)[order]), numpy.cumsum(amounts[order])
    best = numpy.argmax(content / (amount + content[-1] + 1e-9))
    keeps = numpy.zeros(len(shares), bool)
    keeps[order[: best + 1]] = True
    return keeps


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("--examples", type=pathlib.Path, default=ROOT / "target/quick/examples")
    parser.add_argument("--write", action="store_true", help="write the model; without it only the scores are printed")
    parser.add_argument("--trees", type=int, default=120)
    parser.add_argument("--leaves", type=int, default=15)
    parser.add_argument("--c", type=float, default=0.02, help="inverse strength of the word weights' penalty")
    parser.add_argument("--worst", type=int, default=0)
    a = parser.parse_args()
    raw = [json.loads(line) for line in gzip.open(a.documents, "rt", encoding="utf-8")]
    names, rows, found = study(a.examples, raw, numpy.zeros(BUCKETS, numpy.int8))
    documents, start = [], 0
    for document, lines in zip(raw, found, strict=True):
        documents.append(Document(document, start, lines))
        start += len(lines["texts"])
    folds = numpy.concatenate([numpy.full(len(d.lines), d.fold) for d in documents])
    shares = numpy.concatenate([d.shares for d in documents])
    amounts = numpy.array([len(line) for d in documents for line in d.lines], float)
    pairs = {(at, bucket) for at, line in enumerate(line for d in documents for line in d.buckets) for bucket in line}
    at, bucket = zip(*sorted(pairs))
    matrix = scipy.sparse.csr_matrix((numpy.ones(len(at)), (at, bucket)), (start, BUCKETS))
    # A line's word weights come from other sites than its own, in training as in use.
    out_of_fold = rows.copy()
    for fold in range(FOLDS):
        others = folds != fold
        weights = word_weights(matrix[others], shares[others], amounts[others], a.c)
        out_of_fold[~others] = study(a.examples, raw, weights)[1][~others]

    def fit(chosen):
        parameters = dict(objective="cross_entropy", num_leaves=a.leaves, learning_rate=12 / a.trees, min_data_in_leaf=40,
                          feature_fraction=0.5, bagging_fraction=0.8, bagging_freq=1, lambda_l2=4, max_bin=255, seed=7, num_threads=2,
                          deterministic=True, force_row_wise=True, verbose=-1)
        data = lightgbm.Dataset(out_of_fold[chosen], shares[chosen], weight=numpy.sqrt(amounts[chosen]) + 0.5, feature_name=names)
        return lightgbm.train(parameters, data, a.trees)

    judged = numpy.zeros(start)
    for fold in range(FOLDS):
        judged[folds == fold] = fit(folds != fold).predict(out_of_fold[folds == fold])
    scores = collections.defaultdict(list)
    for d in documents:
        own = slice(d.start, d.start + len(d.lines))
        d.keeps, d.judged = choose(judged[own], amounts[own]), judged[own]
        d.score = d.f1(d.keeps)
        scores[d.kind].append(d.score)
        scores["best"].append(d.f1(numpy.array(d.shares) > 0.5))
    for kind, values in sorted(scores.items()): print(f"{kind:<15}{len(values):>5}  F1 {numpy.mean(values):.4f}")
    print(f"cross-validated F1 {numpy.mean([d.score for d in documents]):.4f}")
    for d in sorted(documents, key=lambda d: d.score)[: a.worst]:
        print(f"----- {d.kind} {d.score:.3f} line {d.start}")
        for text, share, keep, p in zip(d.texts, d.shares, d.keeps, d.judged):
            print(f"{'KEEP' if keep else '    '} {share:.2f} {p:.2f} {text[:110]}")
    if a.write:
        weights, model = word_weights(matrix, shares, amounts, a.c), table(fit(folds >= 0))
        (ROOT / "src/article/lines.words").write_bytes(weights.tobytes())
        (ROOT / "src/article/lines.trees").write_bytes(model)
        print(f"written: {len(model)} bytes of trees, {BUCKETS} of words")


if __name__ == "__main__":
    main()
