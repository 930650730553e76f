"""The article of any web page or text, its summary, key figures and people.

>>> from nutgraf import digest
>>> digest("<p>The ferry sank on Monday off the coast of Norway.</p>")["readability"]["words"]
10
"""

from ._digest import digest, digest_json, digest_many
from ._types import Digest, DigestError, Entity, Figure, Keyword, Options, Readability, Removed, Sentence, Span, SummarySentence

__all__ = [
    "Digest",
    "DigestError",
    "Entity",
    "Figure",
    "Keyword",
    "Options",
    "Readability",
    "Removed",
    "Sentence",
    "Span",
    "SummarySentence",
    "digest",
    "digest_json",
    "digest_many",
]
__version__ = "0.1.0"
