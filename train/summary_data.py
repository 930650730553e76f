"""What train/summary.py learns from: documents with reference summaries, and ROUGE as the learner needs it.

Takes a folder of JSON Lines files (gzip): {"id", "sents", "refs": [[sentence, ...], ...], "text"?, "title"?, "genre"?}.
Gives documents, tokens as the rouge-score package makes them, and ROUGE-1 and ROUGE-2 of many candidate summaries at once.
"""
import gzip
import json
import pathlib
import re
import subprocess
from collections import Counter

from nltk.stem import porter

STEMMER = porter.PorterStemmer()
STEMS = {}


def load(folder, name, count=None):
    """The first `count` documents of a corpus; all without it."""
    with gzip.open(pathlib.Path(folder) / (name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for _, line in zip(range(count or 10**9), lines)]


def tokens(text):
    """Lower case, letters and digits only, words above three letters stemmed: as rouge-score has it."""
    found = []
    for word in re.sub(r"[^a-z0-9]+", " ", text.lower()).split():
        if len(word) > 3:
            if word not in STEMS:
                STEMS[word] = STEMMER.stem(word)
            word = STEMS[word]
        found.append(word)
    return found


def study(program, what, documents):
    """What the core's own code sees of the documents, one answer a document."""
    feed = "".join(json.dumps(document) + "\n" for document in documents)
    run = subprocess.run([program, what], input=feed.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


class References:
    """The references of one document, ready to be compared with."""

    def __init__(self, document):
        self.sides = []
        for reference in document["refs"]:
            words = tokens(" ".join(reference))
            self.sides.append((Counter(words), Counter(zip(words, words[1:])), len(words)))

    def score(self, words):
        """Mean F1 of ROUGE-1 and of ROUGE-2 over the references, 0 to 1; ROUGE-2 recall of the first 60 words;
        the sum of both recalls."""
        one, two, cut = Counter(words), Counter(zip(words, words[1:])), Counter(zip(words[:60], words[1:60]))
        first = second = recall = both = 0.0
        for ref_one, ref_two, length in self.sides:
            first += 2 * hits(one, ref_one) / max(1, len(words) + length)
            second += 2 * hits(two, ref_two) / max(1, len(words) + length - 2)
            recall += hits(cut, ref_two) / max(1, length - 1)
            both += hits(one, ref_one) / max(1, length) + hits(two, ref_two) / max(1, length - 1)
        count = len(self.sides)
        return first / count, second / count, recall / count, both / count


def hits(a, b):
    """Size of the intersection of two bags."""
    if len(b) < len(a):
        a, b = b, a
    return sum(min(count, b[key]) for key, count in a.items() if key in b)
