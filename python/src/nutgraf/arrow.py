"""Columns of documents → columns of digests, for engines that pass Arrow record batches.

A document that is refused stays a row: its digest is null, and its error says why.
"""

import json
from typing import Any, Callable, Iterable, Iterator, List, Optional, Sequence, Tuple

import pyarrow as pa

from ._digest import digest_json
from ._types import DigestError

ERROR = pa.struct([("code", pa.string()), ("message", pa.string())])

#: What is added to a row: the digest as JSON, or the error.
FIELDS = [pa.field("digest", pa.string()), pa.field("error", ERROR)]


def digests(documents: Any, options: Any = None, **more: Any) -> Tuple[pa.Array, pa.Array]:
    """The digests (JSON) and the errors of a column of strings or bytes.

    ``options`` may be a column of JSON objects, one for each document; ``more`` are options of all of them.
    """
    each = options if options is not None else [None] * len(documents)
    rows = [_row(_plain(document), _plain(asked), more) for document, asked in zip(documents, each)]
    return pa.array([found for found, _ in rows], pa.string()), pa.array([error for _, error in rows], ERROR)


def mapper(document: str, options: Optional[str] = None, keep: Sequence[str] = (), **more: Any) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for ``mapInArrow`` and its like: of each batch the columns to ``keep``, with ``digest`` and ``error`` beside them."""

    def mapped(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            asked = None if options is None else batch.column(options)
            columns: List[pa.Array] = [batch.column(name) for name in keep]
            columns += digests(batch.column(document), asked, **more)
            yield pa.RecordBatch.from_arrays(columns, names=[*keep, *(field.name for field in FIELDS)])

    return mapped


def _plain(value: Any) -> Any:
    return value.as_py() if isinstance(value, pa.Scalar) else value


def _row(document: Any, asked: Optional[str], more: "dict[str, Any]") -> Tuple[Optional[str], Optional["dict[str, str]"]]:
    try:
        own = json.loads(asked) if asked else {}
        return digest_json(document, **{**more, **own}).decode(), None
    except DigestError as error:
        return None, {"code": error.code, "message": str(error)}
    except ValueError as error:
        return None, {"code": "bad-option", "message": f"the options aren't JSON: {error}"}
