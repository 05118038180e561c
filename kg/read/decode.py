"""Bytes to text: UTF-8, UTF-16, GB18030 or Big5, or one clear refusal."""

from __future__ import annotations

from kg.errors import SourceError


def decode(data: bytes, place: str) -> str:
    """The text of a file."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError(place, "neither UTF-8 nor GB18030", "save the file as UTF-8")
