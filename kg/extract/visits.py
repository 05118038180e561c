"""Visits: 甲(率团)到乙地考察. One for each leading visitor, or one when somebody is only accompanied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.agents import Party, Spoken
from kg.extract.events import Event, is_planned
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.roles import Act, is_subject
from kg.extract.sentences import clause_end
from kg.model import Span

#: Words between a visitor and the verb of visiting that lead to it, besides verbs of arriving.
_LEADING = r"率[^，。]{0,24}?(?:团|队|组|一行)|带队|先后|对|就|在|围绕|一行"
#: 在反复调研的基础上: words after a verb of visiting that make it a noun.
_NOT_VISIT = "的?(?:基础|成果|结果|情况|报告|课题)"
_LED = re.compile(r"带队|率队|领队|任组长")
_LONGEST_NAME = 24  # code points of the words that name a visit (考察石化产业基地)


@dataclass(frozen=True, slots=True)
class _Forms:
    visits: re.Pattern[str]
    visitor: re.Pattern[str]
    together: re.Pattern[str]
    guest: re.Pattern[str]
    guest_before: re.Pattern[str]
    accompanied: re.Pattern[str]


@cache
def meets(lexicon: Lexicon) -> re.Pattern[str]:
    """会见, 接见 and their like."""
    return re.compile(lexicon.one_of("event.reception"))


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    visits = lexicon.one_of("event.visit", "event.visit.direct")
    direct = lexicon.one_of("event.visit.direct")
    arrives = lexicon.one_of("event.visit.arrives")
    reached = "|".join(word for word in lexicon.words("event.visit.arrives") if len(word) > 1)
    polite = "(?:同志)?等?(?:一行)?"
    return _Forms(
        visits=re.compile(visits),
        visitor=re.compile(
            rf"{polite}[^，。；]{{0,14}}?(?:{_LEADING}|{arrives})[^。；]{{0,60}}?{visits}(?!{_NOT_VISIT})"
            rf"|(?:同志)?一行(?:{reached})|(?:同志)?(?:一行)?{direct}"
        ),
        together=re.compile(rf"等?(?:一同|一道|一起|共同|参加了?){visits}"),
        guest=re.compile(rf"(?:同志)?(?:一行|等)?(?:进行)?[^，。]{{0,6}}{visits}|一行"),
        guest_before=re.compile(r"(?:陪同|迎来|跟随|随同|欢迎)了?$"),
        accompanied=re.compile(rf"(?:陪同|一同)({visits})|(?:考察团|代表团|调研组)[^。；]{{0,20}}({visits})"),
    )


def find_visits(marks: Marks, narration: str, spoken: Sequence[Spoken]) -> list[Event]:
    """The article's visits, in order; what a visitor visits next belongs to the same visit."""
    out: list[Event] = []
    seen: set[str] = set()
    for each in spoken:
        for number, group in enumerate(each.groups):
            behind = each.behind(number)
            if narration[group.span.end : behind] == "在":
                behind = each.behind(number + 1)  # 甲在乙陪同下调研
            event = _visit(marks, narration, group, Span(each.before(number), behind))
            if event is None:
                continue
            if seen.isdisjoint(group.names):
                out.append(event)
            else:
                out[-1].anchors.extend(event.anchors)
            seen.update(group.names)
    return out or _accompanied(marks.lexicon, narration, spoken)


def _visit(marks: Marks, narration: str, group: Party, around: Span) -> Event | None:
    """The visit of a group that stands between two others (`around` is what is said of it)."""
    start = group.span.end
    match = _forms(marks.lexicon).visitor.match(narration, start, around.end)
    if not match or not is_subject(narration[around.start : group.span.start]):
        return None
    if meets(marks.lexicon).search(narration, start, match.end()):
        return None  # 会见了前来考察的乙
    if is_planned(marks.lexicon, narration, start, match.end()):
        return None
    verbs = [verb.start() for verb in _forms(marks.lexicon).visits.finditer(narration, start, match.end())]
    verb = verbs[-1] if verbs else match.end() - 2
    end = clause_end(marks.text, verb, min(verb + _LONGEST_NAME, len(marks.text)), "，。；！？\n")
    words = marks.text[verb:end]
    return Event(group.people[0].name + words, "visit", [Span(verb, end)], words[:2], "visitor")


def _accompanied(lexicon: Lexicon, narration: str, spoken: Sequence[Spoken]) -> list[Event]:
    """乙陪同考察: a visit whose visitor no words make one."""
    for each in spoken:
        match = _forms(lexicon).accompanied.search(narration, *each.span)
        if match:
            start = match.start(match.lastindex or 0)
            verb = match.group(match.lastindex or 0)
            return [Event(verb, "visit", [Span(start, start + 2)], "", "accompanied-visit")]
    return []


def visiting(lexicon: Lexicon, before: str, after: str, offset: int, acts: Sequence[Act]) -> list[Act]:
    """The acts of a group and, where it visits, that it attended the visit; `after` begins at `offset`.

    甲一行到乙地考察, 甲一同调研, 陪同甲考察.
    """
    forms = _forms(lexicon)
    if before.endswith("由") and _LED.match(after):
        return [Act("attended", offset, offset + 2, "visitor")]
    together = forms.together.match(after)
    if together and not acts:
        return [Act("attended", offset, offset + together.end(), "visitor")]
    match = forms.visitor.match(after)
    if match and meets(lexicon).search(after, 0, match.end()):
        return list(acts)
    if match and is_subject(before) and not any(act.role in ("accompanied", "attended") for act in acts):
        return [*acts, Act("attended", offset, offset + match.end(), "visitor")]
    if forms.guest_before.search(before) and forms.guest.match(after):
        return [Act("attended", offset, offset + 2, "visitor")]
    return list(acts)
