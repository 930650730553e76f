"""Times Python's extractors and summarisers over pages given as JSON strings, one a line; prints {name: ms a page}."""
import json
import sys
import time


def clock(work, inputs):
    start = time.perf_counter()
    for item in inputs:
        try:
            work(item)
        except Exception:  # a peer that fails on a page has still spent its time on it
            pass
    return 1000 * (time.perf_counter() - start) / max(1, len(inputs))


def main():
    pages = [json.loads(line) for line in sys.stdin if line.strip()]
    times = {}
    try:
        import trafilatura
    except ImportError:
        print(json.dumps(times))
        return
    trafilatura.extract(pages[0])
    times["trafilatura"] = clock(trafilatura.extract, pages)
    texts = [text for text in (trafilatura.extract(page) for page in pages) if text]
    try:
        from sumy.nlp.tokenizers import Tokenizer
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
        for name, kind in (("sumy LexRank, of the text", LexRankSummarizer), ("sumy TextRank, of the text", TextRankSummarizer)):
            summarise = lambda text: kind()(PlaintextParser.from_string(text, Tokenizer("english")).document, 3)
            summarise(texts[0])  # fails here, untimed, where NLTK's data is missing
            times[name] = clock(summarise, texts)
    except (ImportError, LookupError):
        pass
    print(json.dumps(times))


main()
