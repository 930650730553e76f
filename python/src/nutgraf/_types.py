"""What comes back, and what can be asked for. The names of a digest are its JSON's."""

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union


class DigestError(Exception):
    """Why there is no digest. ``code`` is for programs and never changes; the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> Any:
        return type(self), (self.code, str(self))


class Span(TypedDict):
    """A place in the digest's ``text``, in UTF-16 code units, half-open."""

    start: int
    end: int


class SummarySentence(Span):
    text: str
    score: float
    paragraph: int


class Sentence(Span):
    text: str
    paragraph: int


class Figure(Span):
    kind: str
    text: str
    value: Union[float, List[float], str, List[str], None]
    unit: Optional[str]
    label: str
    context: str
    score: float


class Entity(TypedDict):
    name: str
    kind: Literal["person", "organisation", "place"]
    role: Optional[str]
    mentions: List[Span]
    count: int


class Keyword(TypedDict):
    text: str
    score: float


class Removed(TypedDict):
    reason: str
    text: str
    selector: str


Readability = Dict[str, Optional[float]]


class _Asked(TypedDict, total=False):
    """Only with ``include``."""

    sentences: List[Sentence]
    removed: List[Removed]


class Digest(_Asked):
    """Everything nutgraf says of a document. What isn't known is ``None`` or empty."""

    readable: bool
    reason: Optional[str]
    kind: str
    title: Optional[str]
    byline: Optional[str]
    siteName: Optional[str]
    excerpt: Optional[str]
    lang: Optional[str]
    dir: Literal["ltr", "rtl"]
    publishedTime: Optional[str]
    modifiedTime: Optional[str]
    image: Optional[str]
    canonicalUrl: Optional[str]
    text: str
    html: str
    summary: List[SummarySentence]
    figures: List[Figure]
    entities: List[Entity]
    keywords: List[Keyword]
    readability: Readability
    warnings: List[str]


class Options(TypedDict, total=False):
    """What a caller can ask for."""

    type: Literal["html", "text"]
    url: str
    lang: str
    sentences: int
    words: int
    ratio: float
    focus: str
    include: List[Literal["sentences", "removed"]]
    boilerplate: Literal["drop", "keep"]
    root: str
    exclude: List[str]
    charset: str
    max_bytes: int
    max_elements: int
