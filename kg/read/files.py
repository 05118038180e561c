"""One file to one article."""

from __future__ import annotations

from pathlib import Path

from kg.errors import SourceError
from kg.model import Article
from kg.read.decode import decode
from kg.read.head import read_head
from kg.read.repair import canonical


def article_from_text(raw: str, id: str, path: str | None) -> Article:
    """Repair a plain text and read its head."""
    text, offsets = canonical(raw)
    head = read_head(text)
    return Article(id=id, text=text, raw=raw, offsets=offsets, title=head.title, source=head.source,
                   published=head.published, path=path)


def read_one(path: str | Path) -> Article:
    """Read one article file; SourceError when it cannot be."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "no such file", "check the path") from None
    return article_from_text(decode(data, str(path)), path.stem, str(path))
