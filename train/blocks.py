#!/usr/bin/env python3
"""Learns the block classifier: src/article/blocks.trees.

    train/blocks.py PAGES.jsonl.gz STUDY OUT.trees [--scores]

PAGES has one page a line: {"id", "url", "type", "html", "gold": {"main_content"}}; STUDY is the built example `study`, which gives
the blocks of each page with the very features that the classifier is given. The label of a block is the share of its words that
stand, with a neighbour, in the gold text. Prints the F1 of words per kind of page: with --scores cross-validated by site (five
folds), and always on the pages learnt from. The same input gives the same bytes. Needs numpy and lightgbm.
Learnt from the development part of the Web Content eXtraction Benchmark (Murrough Foley, CC BY 4.0).
"""
import argparse, collections, gzip, hashlib, json, re, struct, subprocess, tempfile
from urllib.parse import urlparse
import lightgbm as lgb
import numpy as np

TREES, FOLDS = 120, 5
PARAMETERS = dict(objective="cross_entropy", learning_rate=.08, num_leaves=31, min_data_in_leaf=80, feature_fraction=.5, bagging_fraction=.8,
                  bagging_freq=1, lambda_l2=5, num_threads=2, seed=1, deterministic=True, force_row_wise=True, verbose=-1)


def words(text): return re.findall(r"\w+", (text or "").lower())


def site(url, otherwise):
    host = urlparse(url).netloc.lower().split(":")[0].split(".")
    short = len(host) > 2 and len(host[-1]) == 2 and host[-2] in ("co", "com", "org", "ac", "gov", "net", "edu")
    return ".".join(host[-3 if short else -2:]) or otherwise


def labels(blocks, gold):
    """Share of each block's words that stand in the gold beside the same word as in the page; a text that stands more often in the page
    than in the gold counts in proportion."""
    flat = [w for block in blocks for w in block]
    in_gold, in_page = collections.Counter(zip(gold, gold[1:])), collections.Counter(zip(flat, flat[1:]))
    pairs = [min(1, in_gold[p] / in_page[p]) if p in in_gold else 0 for p in zip(flat, flat[1:])]
    held = np.maximum([0] + pairs, pairs + [0]) if flat else np.zeros(0)
    ends = np.cumsum([len(block) for block in blocks])
    return [held[end - len(block):end].mean() if block else 0 for block, end in zip(blocks, ends)]


def choose(shares, amounts):
    """As `choose` in src/article/classifier.rs."""
    order = np.argsort(-shares, kind="stable")
    content, amount = np.cumsum((shares * amounts)[order]), np.cumsum(amounts[order])
    keeps = np.zeros(len(shares), bool)
    if len(order): keeps[order[:np.argmax(content / (amount + content[-1] + 1e-9)) + 1]] = True
    return keeps


def f1(page, keeps):
    """Of the kept blocks' words against the gold's, repeats of six words and more kept once."""
    mine, seen = collections.Counter(), set()
    for index in np.nonzero(keeps)[0]:
        text = tuple(page["blocks"][index])
        if len(text) < 6 or text not in seen: mine.update(text)
        seen.add(text)
    same = sum((mine & page["gold"]).values())
    return 2 * same / (sum(mine.values()) + sum(page["gold"].values())) if same else 0.0


def report(name, pages, shares, amounts):
    by_kind = collections.defaultdict(list)
    for page in pages: by_kind[page["kind"]].append(f1(page, choose(shares[page["rows"]], amounts[page["rows"]])))
    every = [f for fs in by_kind.values() for f in fs]
    print(f"{name}: F1 {np.mean(every):.4f}, macro {np.mean([np.mean(fs) for fs in by_kind.values()]):.4f}; " + ", ".join(f"{k} {np.mean(v):.3f}" for k, v in sorted(by_kind.items())))


def table(booster):
    """The bytes that src/article/trees.rs reads."""
    trees = [tree["tree_structure"] for tree in booster.dump_model()["tree_info"]]
    def leaves(n): return [n["leaf_value"]] if "leaf_value" in n else leaves(n["left_child"]) + leaves(n["right_child"])
    def inputs(n): return [] if "leaf_value" in n else [n["split_feature"]] + inputs(n["left_child"]) + inputs(n["right_child"])
    used = collections.Counter(i for tree in trees for i in inputs(tree))
    order = sorted(used, key=lambda i: (-used[i], i)); place = {i: p for p, i in enumerate(order)}
    middle = [(max(leaves(tree)) + min(leaves(tree))) / 2 for tree in trees]
    widest = max(abs(v - m) for tree, m in zip(trees, middle) for v in leaves(tree))
    unit = max(bits for bits in range(16) if widest * (1 << bits) <= 127)
    def node(n, m):
        if "leaf_value" in n: return bytes([254, int(round((n["leaf_value"] - m) * (1 << unit))) & 255])
        left, right = node(n["left_child"], m), node(n["right_child"], m)
        length = bytes([len(left)]) if len(left) < 255 else bytes([255, len(left) >> 8, len(left) & 255])
        return bytes([place[n["split_feature"]], int(n["threshold"])]) + length + left + right
    return bytes([len(order), *order, unit]) + struct.pack(">h", int(round(sum(middle) * (1 << unit)))) + b"".join(node(t, m) for t, m in zip(trees, middle))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("pages"); p.add_argument("study"); p.add_argument("out"); p.add_argument("--scores", action="store_true")
    a = p.parse_args()
    source = gzip.open(a.pages, "rb").read()
    documents = {d["id"]: d for d in map(json.loads, source.splitlines())}
    with tempfile.NamedTemporaryFile() as rows:
        told = subprocess.run([a.study, rows.name], input=source, stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
        names = json.loads(told[0])["names"]
        X = np.fromfile(rows.name, np.uint8).reshape(-1, len(names))
    pages, y, amounts, weights, folds, start = [], [], [], [], [], 0
    kinds = collections.Counter(d["type"] for d in documents.values())
    for line in filter(None, told[1:]):
        study = json.loads(line); d = documents[study["id"]]
        blocks, gold = [words(t) for t in study["texts"]], words(d["gold"]["main_content"])
        size = np.array([len(b) for b in blocks], float)
        # A page counts by its words against the gold's, up to six times; rare kinds count more.
        weight = size / (len(gold) + 50)
        weight *= min(1, 6 / (weight.sum() + 1e-9)) * (max(kinds.values()) / kinds[d["type"]]) ** .5
        fold = int(hashlib.md5(site(d["url"], d["id"]).encode()).hexdigest(), 16) % FOLDS
        pages.append({"kind": d["type"], "blocks": blocks, "gold": collections.Counter(gold), "rows": slice(start, start + len(blocks))})
        start += len(blocks)
        y += labels(blocks, gold); amounts += list(size); weights += list(weight + 1e-6); folds += [fold] * len(blocks)
    y, amounts, weights, folds = map(np.array, (y, amounts, weights, folds))
    print(f"{len(pages)} pages, {len(y)} blocks, {len(names)} features, {TREES} trees of {PARAMETERS['num_leaves']} leaves")
    learn = lambda of: lgb.train(PARAMETERS, lgb.Dataset(X[of], y[of], weight=weights[of]), TREES)
    if a.scores:
        held_out = np.zeros(len(y))
        for fold in range(FOLDS): held_out[folds == fold] = learn(folds != fold).predict(X[folds == fold])
        report("cross-validated by site", pages, held_out, amounts)
    booster = learn(np.ones(len(y), bool))
    report("pages learnt from", pages, booster.predict(X), amounts)
    open(a.out, "wb").write(table(booster))


if __name__ == "__main__":
    main()
