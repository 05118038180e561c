"""The words behind a fact: where they stand, and the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kg.network.records import Records
from kg.vocab import KG, OA

Quote = dict[str, Any]
_CHARS = re.compile(r"(.+)#char=(\d+),(\d+)")
_STOP = "。！？!?；\n"


class Quotes:
    """Reads Evidence. `texts` maps an article's IRI to its canonical text.

    Without the text the sentence is what the quote selector keeps: the words with 12 characters either side.
    """

    def __init__(self, records: Records, texts: Mapping[str, str]) -> None:
        self._records = records
        self._texts = texts

    def of(self, *subjects: str) -> tuple[Quote, ...]:
        """Quotes of the first of these subjects that has any, in the order of the text."""
        for subject in subjects:
            found = [quote for iri in self._records.iris(subject, KG.evidence) if (quote := self._quote(iri))]
            if found:
                return tuple(
                    sorted(found, key=lambda quote: (quote["article"], quote["start"], quote["end"]))
                )
        return ()

    def _quote(self, iri: str) -> Quote | None:
        match = _CHARS.fullmatch(iri)
        if match is None:
            return None  # the article as a whole: no words pointed at
        article, start, end = match[1], int(match[2]), int(match[3])
        text = self._texts.get(article)
        if text is not None and end <= len(text):
            return {"article": article, "start": start, "end": end, "words": text[start:end]} | _around(
                text, start, end
            )
        selector = f"{article}#quote={start},{end}"
        words, before, after = (
            self._records.value(selector, part) for part in (OA.exact, OA.prefix, OA.suffix)
        )
        return {
            "article": article,
            "start": start,
            "end": end,
            "words": words,
            "at": start - len(before),
            "sentence": before + words + after,
        }


def _around(text: str, start: int, end: int) -> Quote:
    """The sentence around a span, and where it begins."""
    first, last = start, end
    while first > 0 and text[first - 1] not in _STOP:
        first -= 1
    while last < len(text) and text[last - 1] not in _STOP:
        last += 1
    return {"at": first, "sentence": text[first:last].rstrip("\n")}
