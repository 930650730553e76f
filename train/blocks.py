#!/usr/bin/env python3
"""Learns what of a page is content and which kind of page it is: blocks.trees, context.trees and kinds/*.trees of src/article.

    train/blocks.py PAGES.jsonl.gz STUDY FOLDER

PAGES has one page a line: {"id", "url", "type", "html", "gold": {"main_content"}}; STUDY is the built example `study`, which gives
the blocks of each page with the very features that the classifier is given; FOLDER is where the models go. The label of a block is
the share of its words that stand, with a neighbour, in the gold text. A first model judges each block on its own, a second one
by how the blocks around it were judged; it learns from judgements of pages whose site the first never saw. One model a kind
judges the page. Prints the F1 of words per kind of page, and how often the kind is right, cross-validated by site (five folds).
The same input gives the same bytes. Needs numpy and lightgbm.
Learnt from the development part of the Web Content eXtraction Benchmark (Murrough Foley, CC BY 4.0).
"""
import argparse, collections, gzip, hashlib, json, pathlib, re, struct, subprocess, tempfile
from urllib.parse import urlparse
import lightgbm as lgb
import numpy as np

FOLDS = 5
KINDS = ["article", "forum", "documentation", "product", "collection", "listing", "service"]
COMMON = dict(bagging_freq=1, lambda_l2=5, max_bin=63, num_threads=2, seed=1, deterministic=True, force_row_wise=True, verbose=-1)
BLOCKS = dict(COMMON, trees=90, learning_rate=.105, objective="cross_entropy", num_leaves=31, min_data_in_leaf=80, feature_fraction=.5, bagging_fraction=.8)
CONTEXT = dict(BLOCKS, trees=40, learning_rate=.15, num_leaves=15)
KIND = dict(COMMON, trees=36, learning_rate=.15, objective="binary", num_leaves=4, min_data_in_leaf=10, feature_fraction=.4, bagging_fraction=.8, max_bin=255)
# A page is learnt from as it is, then with less weight as if its address weren't known, and as if it said nothing of itself either.
WITHOUT_ADDRESS, BARE = .5, .3
# A judgement that is sure, as src/article/context.rs writes it.
SURE = 200


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
        return bytes([place[n["split_feature"]], int(n["threshold"])]) + left + right
    return bytes([len(order), *order, unit]) + struct.pack(">h", int(round(sum(middle) * (1 << unit)))) + b"".join(node(t, m) for t, m in zip(trees, middle))


def study(program, source, judged=None):
    """What the built example says of each page, and the features of all blocks; in their context where `judged` is given."""
    with tempfile.NamedTemporaryFile() as rows, tempfile.NamedTemporaryFile() as given:
        if judged is not None: given.write(judged), given.flush()
        command = [program, rows.name] + ([given.name] if judged is not None else [])
        told = subprocess.run(command, input=source, stdout=subprocess.PIPE, check=True).stdout.decode().split("\n")
        names = json.loads(told[0])["names"]
        return [json.loads(line) for line in told[1:] if line], np.fromfile(rows.name, np.uint8).reshape(-1, len(names)), names


def learn(parameters, X, y, weights):
    parameters = dict(parameters)
    return lgb.train(parameters, lgb.Dataset(X, y, weight=weights, params={"max_bin": parameters["max_bin"], "verbose": -1}), parameters.pop("trees"))


def held_out(parameters, X, y, weights, folds):
    """What models say of each row that saw no page of its site."""
    judged = np.zeros(len(y))
    for fold in range(FOLDS):
        judged[folds == fold] = learn(parameters, X[folds != fold], y[folds != fold], weights[folds != fold]).predict(X[folds == fold])
    return judged


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("pages"); p.add_argument("study"); p.add_argument("folder", type=pathlib.Path)
    a = p.parse_args()
    source = gzip.open(a.pages, "rb").read()
    documents = {d["id"]: d for d in map(json.loads, source.splitlines())}
    told, X, names = study(a.study, source)
    pages, y, amounts, weights, folds, start = [], [], [], [], [], 0
    kinds = collections.Counter(d["type"] for d in documents.values())
    for said in told:
        d = documents[said["id"]]
        blocks, gold = [words(t) for t in said["texts"]], words(d["gold"]["main_content"])
        size = np.array([len(b) for b in blocks], float)
        # A page counts by its words against the gold's, up to six times; rare kinds count more.
        weight = size / (len(gold) + 50)
        weight *= min(1, 6 / (weight.sum() + 1e-9)) * (max(kinds.values()) / kinds[d["type"]]) ** .5
        fold = int(hashlib.md5(site(d["url"], d["id"]).encode()).hexdigest(), 16) % FOLDS
        pages.append({"kind": d["type"], "fold": fold, "blocks": blocks, "gold": collections.Counter(gold), "rows": slice(start, start + len(blocks))})
        start += len(blocks)
        y += labels(blocks, gold); amounts += list(size); weights += list(weight + 1e-6); folds += [fold] * len(blocks)
    y, amounts, weights, folds = map(np.array, (y, amounts, weights, folds))
    print(f"{len(pages)} pages, {len(y)} blocks, {len(names)} features, {BLOCKS['trees']} trees of {BLOCKS['num_leaves']} leaves, then {CONTEXT['trees']} of {CONTEXT['num_leaves']}")

    page_rows = np.array([row for said in told for row in [*said["page"], [0] * 2 * len(KINDS) + said["page"][0][2 * len(KINDS):]]], np.uint8)
    page_folds, page_kinds = (np.repeat([page[key] for page in pages], 3) for key in ("fold", "kind"))
    page_weights = np.tile([1, WITHOUT_ADDRESS, BARE], len(pages)) * np.array([(max(kinds.values()) / kinds[kind]) ** .25 for kind in page_kinds])
    by_kind = np.column_stack([held_out(KIND, page_rows, (page_kinds == kind).astype(float), page_weights, page_folds) for kind in KINDS])
    for at, name in enumerate(["", " without the address", " of a page that says nothing of itself"]):
        right = np.array(KINDS)[by_kind[at::3].argmax(1)] == page_kinds[::3]
        print(f"kind right{name}, cross-validated by site: {right.mean():.3f}; " + ", ".join(f"{k} {right[page_kinds[::3] == k].mean():.2f}" for k in sorted(KINDS)))

    first = held_out(BLOCKS, X, y, weights, folds)
    report("each block on its own, cross-validated by site", pages, first, amounts)
    judged = (first * SURE).astype(np.uint8).tobytes()
    _, in_context, _ = study(a.study, source, judged)
    report("in their context, cross-validated by site", pages, held_out(CONTEXT, in_context, y, weights, folds), amounts)

    models = {"blocks": learn(BLOCKS, X, y, weights), "context": learn(CONTEXT, in_context, y, weights)}
    models |= {f"kinds/{kind}": learn(KIND, page_rows, (page_kinds == kind).astype(float), page_weights) for kind in KINDS}
    for name, model in models.items(): (a.folder / f"{name}.trees").write_bytes(table(model))
    print(f"{sum(len(table(model)) for model in models.values())} bytes")


if __name__ == "__main__":
    main()
