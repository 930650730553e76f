"""The wheel: what it gives, what it refuses, and that a failure stays with its document."""

import json
import threading

import nutgraf
import pyarrow as pa
import pytest
from nutgraf import _engine, arrow

PAGE = "<title>Ferry</title><article><p>The ferry sank on Monday off the coast of Norway. All 47 passengers were rescued by the coastguard within an hour.</p></article>"


def test_a_page_gives_its_article_and_its_figures():
    found = nutgraf.digest(PAGE, url="https://paper.example/ferry")
    assert found["readable"] and found["title"] == "Ferry"
    assert found["text"].startswith("The ferry sank on Monday")
    assert any(figure["value"] == 47 for figure in found["figures"])
    sentence = found["summary"][0]
    assert found["text"].encode("utf-16-le")[2 * sentence["start"] : 2 * sentence["end"]].decode("utf-16-le") == sentence["text"]


def test_the_json_is_the_digest():
    assert json.loads(nutgraf.digest_json(PAGE)) == nutgraf.digest(PAGE)


def test_bytes_are_decoded_and_strings_are_not():
    german = "<p>Die Prüfer öffneten die Schleuse am Montag über dem Wehr, sagte die Behörde. " * 9
    assert "Prüfer" in nutgraf.digest(german.encode("latin-1"), charset="iso-8859-1")["text"]
    assert "Prüfer" in nutgraf.digest(("<meta charset=latin1>" + german).encode("latin-1"))["text"]
    assert "Prüfer" in nutgraf.digest("<meta charset=latin1>" + german)["text"]
    assert "\ufffd" in nutgraf.digest(german.replace("ü", "\ud800"))["text"]


@pytest.mark.parametrize(
    ("document", "options", "code"),
    [
        (PAGE, {"sentences": 0}, "bad-option"),
        (PAGE, {"unheard": 1}, "bad-option"),
        (PAGE, {"max_bytes": 10}, "too-large"),
        (PAGE, {"max_elements": 1}, "too-large"),
        (7, {}, "bad-input"),
    ],
)
def test_what_is_refused_has_its_code(document, options, code):
    with pytest.raises(nutgraf.DigestError) as raised:
        nutgraf.digest(document, **options)
    assert raised.value.code == code


def test_many_documents_keep_their_order_and_an_error_stays_in_its_place():
    documents = [PAGE.replace("47", str(number)) for number in range(40)]
    documents[7] = 7
    found = list(nutgraf.digest_many(iter(documents), workers=3))
    assert isinstance(found[7], nutgraf.DigestError)
    assert [item["text"] for item in found if item is not found[7]] == [nutgraf.digest(text)["text"] for text in documents if text != 7]


def test_each_thread_has_its_own_instance():
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(nutgraf.digest_json(PAGE))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [nutgraf.digest_json(PAGE)] * 8


def test_after_a_trap_the_instance_is_renewed(monkeypatch):
    def trap(*_):
        raise _engine.Trap("as if")

    nutgraf.digest_json(PAGE)
    monkeypatch.setattr(_engine._Running, "answer", trap)
    with pytest.raises(nutgraf.DigestError) as raised:
        nutgraf.digest_json(PAGE)
    assert raised.value.code == "internal"
    monkeypatch.undo()
    assert _engine._here.running is None
    assert nutgraf.digest(PAGE)["readable"]


def test_memory_is_given_back():
    for _ in range(300):
        nutgraf.digest_json(PAGE)
    assert _engine._here.running.memory_bytes < 64 << 20


def test_columns_become_columns_and_refused_rows_stay():
    batch = pa.RecordBatch.from_pydict({"id": [1, 2, 3, 4], "html": [PAGE, PAGE, None, PAGE], "options": ['{"sentences":1}', '{"sentences":0}', None, "{"]})
    (found,) = arrow.mapper("html", options="options", keep=["id"])([batch])
    assert found.schema.names == ["id", "digest", "error"]
    rows = found.to_pylist()
    assert [row["error"] and row["error"]["code"] for row in rows] == [None, "bad-option", "bad-input", "bad-option"]
    assert rows[0]["digest"] == nutgraf.digest_json(PAGE, sentences=1).decode()
