"""What the tests of the engines share: the documents, and the answers that each has to give."""

import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[2]
WORK = Path(__file__).parent / "work"


def example(name):
    """An example's module, by its path under examples/."""
    file = ROOT / "examples" / name
    # Workers find it by its name too.
    sys.path.insert(0, str(file.parent))
    os.environ["PYTHONPATH"] = os.pathsep.join([str(file.parent), os.environ.get("PYTHONPATH", "")])
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


def documents():
    return [json.loads(line) for line in (WORK / "documents.jsonl").read_text("utf-8").splitlines()]


def table():
    """The documents as the engines' tables have them: id, page, options."""
    rows = []
    for document in documents():
        kind = "html" if "html" in document else "text"
        options = {"type": kind, "url": document["url"], **document["options"]}
        rows.append({"id": document["id"], "page": document[kind], "options": json.dumps(options)})
    return pa.Table.from_pylist(rows, pa.schema([("id", pa.int64()), ("page", pa.string()), ("options", pa.string())]))


@pytest.fixture
def pages(tmp_path):
    """A folder with the documents in four Parquet files."""
    folder = tmp_path / "pages.parquet"
    folder.mkdir()
    whole = table()
    step = -(-whole.num_rows // 4)
    for at in range(4):
        pq.write_table(whole.slice(at * step, step), folder / f"{at}.parquet")
    return folder


def line(id_, digest, error=None):
    """A row as the command writes its line."""
    rest = digest if digest is not None else json.dumps({"error": error}, ensure_ascii=False, separators=(",", ":"))
    return f'{{"id":{id_},{rest[1:]}'


def proven(name, lines):
    """Fails unless the lines are those of Node; keeps them for the table that is printed at the end."""
    text = "".join(f"{line}\n" for line in sorted(lines, key=lambda line: line.encode()))
    expected = (WORK / "answers" / "Node").read_text("utf-8")
    for mine, theirs in zip(text.splitlines(), expected.splitlines()):
        assert mine == theirs
    assert hashlib.sha256(text.encode()).hexdigest() == hashlib.sha256(expected.encode()).hexdigest()
    (WORK / "answers" / name).write_text(text, "utf-8")
