"""Names of foreigners that no middle dot shows: 蒙古国某市市长纳音巴亚尔."""

from __future__ import annotations

from kg.extract.marks import STOPS, Marks
from kg.model import Span

_BODY, _SHORTEST, _LONGEST = 12, 2, 7  # code points before a title that name its country, and of a name
_MOSTLY = 0.7  # share of transliterating characters
_VERB = 2  # code points of the shortest word that ends a name for sure
_ADVERBS = frozenset("已也将曾就还再又亦都正今昨")


def name_of_foreigner(marks: Marks, start: int) -> Span | None:
    """What follows a title of another country up to a stop, a number or a verb, mostly transliterated.

    None where no such title ends at `start`, or the characters are not those that write foreign names.
    """
    title = marks.ends["title"].get(start)
    if title is None or not any(at in marks.starts["country"] for at in range(max(0, title - _BODY), title)):
        return None
    written, end = marks.lexicon.transliteration, _stop(marks, start)
    if end - start > _SHORTEST and not any(char in written for char in marks.text[end - 2 : end]):
        end -= 2  # 博鲁阿尔特视频
    if marks.text[end - 1] in _ADVERBS:
        end -= 1
    share = sum(char in written for char in marks.text[start:end]) / max(end - start, 1)
    return Span(start, end) if end - start >= _SHORTEST and share >= _MOSTLY else None


def _stop(marks: Marks, start: int) -> int:
    """Where a name must end: at most so many characters on; `start` when nothing ends it."""
    text = marks.text
    for at in range(start + _SHORTEST, min(len(text), start + _LONGEST) + 1):
        if at == len(text) or text[at] in STOPS or text[at].isdigit():
            return at
        if len(marks.word("follower", at)) >= _VERB:
            return at
    return start
