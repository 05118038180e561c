"""Raw text and what came with it, made into an Article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.errors import SourceError
from kg.model import Article
from kg.read.head import iso_date, read_head
from kg.read.repair import canonical


def article(  # noqa: PLR0913 - the fields of an article
    raw: str,
    *,
    id: str,
    place: str,
    path: str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    published: str | None = None,
) -> Article:
    """Repair a raw text. What was not given with it is looked for in its head; a headline leads the text.

    SourceError when nothing is left to read.
    """
    title = " ".join(title.split()) if title else None
    if title and not _begins_with(raw, title):
        raw = f"{title}\n{raw}"
    text, offsets = canonical(raw)
    if not text.strip():
        raise SourceError(place, "holds no text", "give a source with an article in it")
    head = read_head(text)
    return Article(
        id=id, text=text, raw=raw, offsets=offsets, path=path, url=url,
        title=canonical(title)[0] if title else head.title,
        source=canonical(source)[0] if source else head.source,
        published=published or head.published,
    )


def _begins_with(raw: str, title: str) -> bool:
    return "".join(raw[: 2 * len(title) + 40].split()).startswith("".join(title.split()))


def article_from_object(data: Mapping[str, Any], *, stem: str, place: str, path: str | None) -> Article:
    """One JSON object with "text", and perhaps "id", "title", "source", "url", "published"."""
    given = {key: _string(data, key, place) for key in ("text", "id", "title", "source", "url", "published")}
    text, id, published = given.pop("text"), given.pop("id"), given.pop("published")
    if not text:
        raise SourceError(place, "its text is empty", 'give the article under "text"')
    date = iso_date(published) if published else None
    if published and not date:
        raise SourceError(place, f"published {published!r} is not a date", "write YYYY-MM-DD or leave it out")
    return article(text, id=id or stem, place=place, path=path, published=date, **given)


def _string(data: Mapping[str, Any], key: str, place: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise SourceError(place, f"{key} must be a string, not {type(value).__name__}", "put it in quotes")
    return value.strip() or None if key != "text" and value else value
