"""Where a personal name may end: how well a place in the text bounds it, by what follows."""

from __future__ import annotations

import re

from kg.extract.marks import STOPS, Marks

CONJUNCTIONS = "和与同及"
_ADVERBS = frozenset("均都也还则让将就对向把被由为")
_BREAKS_OFF = frozenset(("", *"，。；、\n", *CONJUNCTIONS))
#: 委员长甲27日至30日访问, 甲2019年任….
_DAY = re.compile(r"\d{1,2}(?:日|月)|(?:19|20)\d\d年")
ANY_EDGE = 2.2  # what `boundary` says of a conjunction before anything
STOP_EDGE = 3.0  # what `boundary` says of a stop


def boundary(marks: Marks, position: int) -> float:
    """How well a name may end here: 3 at a stop, 2 to 3.2 before a known follower, 0 elsewhere."""
    text = marks.text
    if position >= len(text):
        return STOP_EDGE
    char = text[position]
    if char in STOPS or char.isspace() or char in "“”‘’—-":
        return STOP_EDGE
    if char in CONJUNCTIONS:
        return before_conjunction(marks, position + 1)
    word = marks.word("follower", position)
    if word in _ADVERBS and text[position + 1 : position + 2] in _BREAKS_OFF:
        return 0.0  # 拉才让，: an adverb has something behind it
    if word:
        digits = 2.2 if _DAY.match(text, position) else 0.9
        special = {"等": 2.8}.get(word, digits if word.isdigit() else 0.0)
        return special or 2.0 + min(1.2, 0.4 * (len(word) - 1))
    return 2.2 if position in marks.starts["title"] else 0.0


def before_conjunction(marks: Marks, after: int) -> float:
    """和 before a verb, a stop or 同志 joins nothing: it belongs to the name (于保和出席)."""
    if marks.text.startswith("同志", after):
        return 0.2
    if marks.text[after - 1] == "及" and marks.text[after : after + 1] not in STOPS:
        return ANY_EDGE  # 林强及双方代表
    if any(after in marks.starts[kind] for kind in ("title", "place", "organ", "national")):
        return 2.5
    if after < len(marks.text) and (marks.text[after] in STOPS or marks.word("follower", after)[1:]):
        return 0.2
    return 2.2
