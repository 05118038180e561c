"""Bodies whose unnamed people came: the closing list of a report (省直有关部门、省政协经济委负责同志…参加会议)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.sentences import Sentence
from kg.model import RepresentedFact, Span

_CLOSING = re.compile(r"(?:负责人|负责同志|代表|有关人员|相关人员|主要领导|干部|师生|员工)[^。；]{0,10}?(?:等)?(?:共同|一同|一起|也)?(?:出席|参加|列席|参会|与会|陪同)")
_PEOPLE = re.compile(r"(?:党政)?(?:主要|有关|相关|分管)?(?:负责人|负责同志|代表|领导|人员|干部|师生代表)(?:等)?$")
_INVITED = re.compile(r"(?:特邀|应邀|邀请)")


def find_represented(text: str, sentences: Sequence[Sentence], event: str, people: Sequence[Span]) -> tuple[RepresentedFact, ...]:
    """One row a body, in order; bodies that share one 负责同志 are split at 、."""
    out: list[RepresentedFact] = []
    for sentence in sentences:
        words = text[sentence.span.start : sentence.span.end]
        match = _CLOSING.search(words)
        if not match or any(sentence.span.start <= p.start < sentence.span.end for p in people):
            continue
        verb = re.search(r"(?:等)?(?:共同|一同|一起|也)?(?:出席|参加|列席|参会|与会|陪同)", words[match.start() :])
        end = match.start() + (verb.start() if verb else 0)
        for clause in re.finditer(r"[^，；]+", words[:end]):
            invited = bool(_INVITED.search(clause.group()))
            out.extend(_bodies(text, sentence.span.start + clause.start(), sentence.span.start + clause.end(), event, invited))
    return tuple(out)


def _bodies(text: str, start: int, end: int, event: str, invited: bool) -> list[RepresentedFact]:
    out = []
    for piece in re.finditer(r"[^、]+", text[start:end]):
        words = piece.group()
        lead = re.match(r"[“\s]*(?:特邀|应邀|邀请)?", words)
        offset = lead.end() if lead else 0
        people = _PEOPLE.search(words)
        body = words[offset : people.start() if people else len(words)].rstrip("的等")
        if len(body) >= 2:
            at = start + piece.start() + offset
            out.append(RepresentedFact(event=event, body=body, invited=invited, evidence=(Span(at, at + len(body)),),
                                       rule="represented", confidence=0.85))
    return out
