"""The wheel alone, over threads."""

import json

import nutgraf
from conftest import WORK, documents, line, proven


def asked(document):
    kind = "html" if "html" in document else "text"
    return document[kind], {"type": kind, "url": document["url"], **document["options"]}


def answered(document):
    page, options = asked(document)
    try:
        return line(document["id"], nutgraf.digest_json(page, **options).decode())
    except nutgraf.DigestError as error:
        return line(document["id"], None, {"code": error.code, "message": str(error)})


def test_the_wheel_gives_what_node_gives():
    proven("wheel", [answered(document) for document in documents()])


def test_many_at_once_are_the_same():
    plain = [document for document in documents() if not document["options"] and "html" in document]
    found = list(nutgraf.digest_many([document["html"] for document in plain], workers=2, type="html"))
    alone = [nutgraf.digest(document["html"], type="html") for document in plain]
    assert len(plain) > 20 and found == alone


def test_bytes_give_what_node_gives():
    expected = json.loads((WORK / "bytes.json").read_text("utf-8"))
    for case in expected:
        found = nutgraf.digest_json(bytes.fromhex(case["bytes"]), charset=case["charset"])
        assert found.decode() == case["digest"], (case["charset"], case["bytes"][:80])
