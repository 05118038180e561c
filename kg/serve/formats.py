"""Media types, and the choice among them by an Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple


class Format(NamedTuple):
    """A form of an answer: its short name (`format=`, file ending) and media types, the usual one first."""

    name: str
    media: tuple[str, ...]

    @property
    def content_type(self) -> str:
        """Value of Content-Type; the types of text say that they are UTF-8."""
        media = self.media[0]
        return f"{media}; charset=utf-8" if media.startswith("text/") else media


JSON = Format("json", ("application/sparql-results+json", "application/json"))
XML = Format("xml", ("application/sparql-results+xml", "application/xml", "text/xml"))
CSV = Format("csv", ("text/csv",))
TSV = Format("tsv", ("text/tab-separated-values",))
HTML = Format("html", ("text/html", "application/xhtml+xml"))
#: Forms of the answer to SELECT and ASK, and to CONSTRUCT and DESCRIBE; the first is the default.
TABLES = (JSON, XML, CSV, TSV)
GRAPHS = (
    Format("ttl", ("text/turtle", "application/x-turtle")),
    Format("nt", ("application/n-triples", "text/plain")),
    Format("nq", ("application/n-quads",)),
    Format("trig", ("application/trig",)),
    Format("rdf", ("application/rdf+xml", "application/xml", "text/xml")),
    Format("jsonld", ("application/ld+json", "application/json")),
)
NAMES = tuple(form.name for form in (*TABLES, *GRAPHS))

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_RANGE = re.compile(rf"\s*({_TOKEN}/{_TOKEN})\s*((?:;[^,]*)?)\s*")
_QUALITY = re.compile(r";\s*q\s*=\s*(0?\.\d{1,3}|0\.?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE)
_LONGEST_ACCEPT = 2000
_EXACT = 2


class _Range(NamedTuple):
    media: str
    quality: float


@lru_cache(maxsize=256)  # a client sends one header over and over; a third of a worker's time otherwise
def choose(accept: str | None, offered: tuple[Format, ...]) -> Format | None:
    """The form that an Accept header likes best; None when it takes none of them.

    No header, or one without a readable range, takes anything. Of forms liked equally the one named exactly
    wins, then the one named first, then the one offered first.
    """
    ranges = _ranges((accept or "")[:_LONGEST_ACCEPT])
    if not ranges:
        return offered[0]
    best: tuple[tuple[float, int, int, int], Format] | None = None
    for place, form in enumerate(offered):
        usual, *others = (_liking(media, ranges) for media in form.media)
        # It is sent as the usual type: the others only count where they are named.
        quality, exactness, position = max([usual, *(each for each in others if each[1] == _EXACT)])
        key = (quality, exactness, position, -place)
        if quality > 0 and (best is None or key > best[0]):
            best = (key, form)
    return best[1] if best else None


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in accept.split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            continue
        quality = _QUALITY.search(match[2])
        if quality is None and re.search(r";\s*q\s*=", match[2], re.IGNORECASE):
            continue
        found.append(_Range(match[1].lower(), float(quality[1]) if quality else 1.0))
    return found


def _liking(media: str, ranges: Sequence[_Range]) -> tuple[float, int, int]:
    """Quality of the closest range, exactness (_EXACT the type, 1 text/*, 0 */*) and minus its position."""
    wanted = (media, f"{media.split('/', maxsplit=1)[0]}/*", "*/*")
    for exactness, pattern in zip((_EXACT, 1, 0), wanted, strict=True):
        for position, each in enumerate(ranges):
            if each.media == pattern:
                return each.quality, exactness, -position
    return 0.0, 0, -len(ranges)


def takes_gzip(accept_encoding: str | None) -> bool:
    """Whether an Accept-Encoding header allows gzip."""
    for part in (accept_encoding or "").split(","):
        coding, _, rest = part.strip().partition(";")
        if coding.strip().lower() in ("gzip", "*"):
            match = _QUALITY.search(f";{rest}")
            return match is None or float(match[1]) > 0
    return False
