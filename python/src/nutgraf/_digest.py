"""Documents in, digests out."""

import json
import os
import re
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Deque, Iterable, Iterator, Mapping, Union

from ._engine import answer
from ._types import Digest, DigestError, Options

if TYPE_CHECKING:
    from typing_extensions import Unpack

Document = Union[str, bytes, bytearray, memoryview]

# What a worker has waiting, so that it never stands still.
AHEAD = 4

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def digest(document: Document, **options: "Unpack[Options]") -> Digest:
    """The digest of a page or a text. Raises :class:`DigestError`. The options are those of :class:`nutgraf.Options`."""
    found: Digest = json.loads(digest_json(document, **options))
    return found


def digest_json(document: Document, **options: "Unpack[Options]") -> bytes:
    """The digest as JSON, byte for byte as ``JSON.stringify`` writes that of the npm package. Raises :class:`DigestError`."""
    given, asked = _bytes(document, options)
    found = answer(given, json.dumps(_named(asked)).encode() if asked else b"")
    # A digest begins with another key.
    if found.startswith(b'{"error":'):
        raise DigestError(**json.loads(found)["error"])
    return found


def digest_many(documents: Iterable[Document], *, workers: int = 0, **options: "Unpack[Options]") -> Iterator[Union[Digest, DigestError]]:
    """The digests of documents, in their order, over ``workers`` threads (default: the processors).

    A document that is refused gives its error in its place. Only a few documents are held at once.
    """
    count = workers or os.cpu_count() or 1
    waiting: Deque["Future[Union[Digest, DigestError]]"] = deque()
    with ThreadPoolExecutor(count) as pool:
        for document in documents:
            waiting.append(pool.submit(_attempt, document, options))
            if len(waiting) >= count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _attempt(document: Document, options: Options) -> Union[Digest, DigestError]:
    try:
        return digest(document, **options)
    except DigestError as error:
        return error


def _bytes(document: Document, options: Mapping[str, Any]) -> "tuple[bytes, Mapping[str, Any]]":
    if isinstance(document, str):
        # As in JavaScript, half a pair stands for nothing; and what is a string already declares no charset.
        try:
            given = document.encode()
        except UnicodeEncodeError:
            given = _LONE_SURROGATES.sub("\ufffd", document).encode()
        return given, {**options, "charset": "utf-8"}
    if isinstance(document, (bytes, bytearray, memoryview)):
        return bytes(document), options
    raise DigestError("bad-input", f"the document must be a str or bytes; it is {type(document).__name__}")


def _named(options: Mapping[str, Any]) -> "dict[str, Any]":
    """``max_bytes`` → ``maxBytes``; what is ``None`` is left out."""
    return {re.sub(r"_(.)", lambda found: found[1].upper(), name): value for name, value in options.items() if value is not None}
