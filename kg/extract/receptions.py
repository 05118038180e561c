"""Receptions: 甲会见乙, 甲同乙举行会谈. Both sides met, in an event of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.agents import Party, Spoken
from kg.extract.events import Event, is_planned
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.scene import Delegations
from kg.extract.spans import InOrder
from kg.model import Span

_WITH = re.compile(r"[^，。；]{0,20}[与同和]")
_AS_TIME = re.compile(r"会见[时中前后]")


class Meeting(NamedTuple):
    """Who meets whom, and the verb."""

    host: Party
    verb: Span
    guest: Party


@cache
def meeting_verb(lexicon: Lexicon) -> re.Pattern[str]:
    """会见 and its like as verbs: not 会见厅, 会见时, 招待会见."""
    return re.compile(rf"(?<!招待)(?<!报告){lexicon.one_of('event.reception')}(?![厅室时前后中]|结束)了?")


@cache
def _talks(lexicon: Lexicon) -> re.Pattern[str]:
    """甲与乙(一行)举行工作会谈, 甲与乙在北京会谈."""
    talks = lexicon.one_of("event.reception.talks")
    return re.compile(
        rf"(?:一行)?[^，。；]{{0,12}}?(?:举行|进行)了?[^，。；]{{0,6}}?{talks}|(?:在[^，。；]{{0,10}})?会谈"
    )


def meetings(lexicon: Lexicon, narration: str, spoken: Spoken, delegations: Delegations) -> Iterator[Meeting]:
    """Each verb of meeting in a sentence that has people before it, and people or a delegation behind it."""
    for match in meeting_verb(lexicon).finditer(narration, *spoken.span):
        verb = Span(*match.span())
        host = next((g for g in reversed(spoken.groups) if g.span.end <= verb.start), None)
        guest = delegations.before(verb) or next((g for g in spoken.groups if g.span.start >= verb.end), None)
        if host and guest:
            yield Meeting(host, verb, guest)


def find_talks(marks: Marks, spoken: Sequence[Spoken]) -> list[Event]:
    """甲同乙举行会谈: one reception; `parties` says that both met."""
    out: list[Event] = []
    for each in spoken:
        for group in each.groups:
            match = _talks(marks.lexicon).match(marks.text, group.span.end, each.span.end)
            if match is None or is_planned(marks.lexicon, marks.text, *match.span()):
                continue
            names = group.names if len(group.people) >= 2 else _both(marks, each, group)
            if len(names) >= 2:
                end = match.end()
                name = "与".join(names) + marks.text[end - 2 : end]
                out.append(Event(name, "reception", [Span(end - 2, end)], "会见", "met", parties=names))
    return out


def _both(marks: Marks, each: Spoken, guest: Party) -> tuple[str, ...]:
    """甲在某地与乙一行举行会谈: the group before, when 与 joins it to this one."""
    before = [group for group in each.groups if group.span.end <= guest.span.start]
    if before and _WITH.fullmatch(marks.text, before[-1].span.end, guest.span.start):
        return (*before[-1].names, *guest.names)
    return ()


def find_receptions(
    marks: Marks, narration: str, spoken: Sequence[Spoken], delegations: Delegations
) -> list[Event]:
    """One reception for each pair of sides that meet; 会见时 points back to the last one."""
    made: dict[frozenset[str], Event] = {}
    for each in spoken:
        for host, verb, guest in meetings(marks.lexicon, narration, each, delegations):
            name = f"{'、'.join(host.names)}会见{'、'.join(guest.names)}"
            if is_planned(marks.lexicon, narration, each.span.start, verb.start):
                continue
            people = {*host.names, *guest.names}
            same = next((known for known in made if known.issubset(people) or known.issuperset(people)), None)
            if same is not None:
                made[same].anchors.append(verb)
                if len(people) > len(same):
                    made[same].name = name
            else:
                made[frozenset(people)] = Event(name, "reception", [verb], "会见", "met")
    events = InOrder(made.values(), lambda event: event.anchors[0])
    for match in _AS_TIME.finditer(narration) if made else ():
        before = events.count_before(match.start())
        if before:
            events.all[before - 1].anchors.append(Span(*match.span()))
    return list(made.values())
