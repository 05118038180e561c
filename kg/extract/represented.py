"""Bodies whose unnamed people came: the closing list of a report (省直有关部门负责同志…参加会议)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.agents import Spoken
from kg.extract.lexicon import Lexicon
from kg.extract.trust import confidence
from kg.model import RepresentedFact, Span

_PEOPLE_WORDS = "负责人|负责同志|代表|有关人员|相关人员|主要领导|干部|师生|员工"
_PEOPLE = re.compile(r"(?:党政)?(?:主要|有关|相关|分管)?(?:负责人|负责同志|代表|领导|人员|干部|师生代表)等?$")
_INVITED = re.compile(r"特邀|应邀|邀请")
_LEAD = re.compile(r"[“\s]*(?:特邀|应邀|邀请)?")
_PIECE = re.compile(r"(?:(?<![^、，；])[中国省市区县]、)*[^、]+")  # 中、省驻连新闻媒体 is one
_RULE = "represented"


@dataclass(frozen=True, slots=True)
class _Forms:
    closing: re.Pattern[str]
    came: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    came = rf"等?(?:共同|一同|一起|也)?{lexicon.one_of('role.attended', 'role.accompanied')}"
    return _Forms(closing=re.compile(rf"(?:{_PEOPLE_WORDS})[^。；]{{0,10}}?{came}"), came=re.compile(came))


def find_represented(
    lexicon: Lexicon, text: str, spoken: Sequence[Spoken], event: str
) -> tuple[RepresentedFact, ...]:
    """One row a body, in order; bodies that share one 负责同志 are split at 、."""
    out: list[RepresentedFact] = []
    forms = _forms(lexicon)
    for each in spoken:
        closing = None if each.groups else forms.closing.search(text, *each.span)
        came = forms.came.search(text, closing.start(), each.span.end) if closing else None
        if came and not text.endswith(("未", "没有", "未能", "不"), 0, came.start()):
            for clause in re.compile(r"[^，；]+").finditer(text, each.span.start, came.start()):
                out.extend(_bodies(text, Span(*clause.span()), event))
    return tuple(out)


def _bodies(text: str, clause: Span, event: str) -> Iterator[RepresentedFact]:
    invited = _INVITED.search(text, *clause) is not None
    for piece in _PIECE.finditer(text, *clause):
        lead = _LEAD.match(text, *piece.span())
        start = lead.end() if lead else piece.start()
        people = _PEOPLE.search(text, *piece.span())
        body = text[start : people.start() if people else piece.end()].rstrip("的等")
        if len(body) >= 2:
            yield RepresentedFact(
                event=event,
                body=body,
                invited=invited,
                evidence=(Span(start, start + len(body)),),
                rule=_RULE,
                confidence=confidence("represented", _RULE),
            )
