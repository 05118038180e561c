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
        rf"[^，。；]{{0,12}}?(?:举行|进行)了?[^，。；]{{0,6}}?{talks}|(?:在[^，。；]{{0,10}})?会谈"
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
            if match and len(group.people) >= 2 and not is_planned(marks.lexicon, marks.text, *match.span()):
                end = match.end()
                name = "与".join(group.names) + marks.text[end - 2 : end]
                out.append(Event(name, "reception", [Span(end - 2, end)], "会见", "met", parties=group.names))
    return out


def find_receptions(
    marks: Marks, narration: str, spoken: Sequence[Spoken], delegations: Delegations
) -> list[Event]:
    """One reception for each pair of sides that meet; 会见时 points back to the last one."""
    made: dict[str, Event] = {}
    for each in spoken:
        for host, verb, guest in meetings(marks.lexicon, narration, each, delegations):
            name = f"{'、'.join(host.names)}会见{'、'.join(guest.names)}"
            if is_planned(marks.lexicon, narration, each.span.start, verb.start):
                continue
            if name in made:
                made[name].anchors.append(verb)
            else:
                made[name] = Event(name, "reception", [verb], "会见", "met")
    events = InOrder(made.values(), lambda event: event.anchors[0])
    for match in _AS_TIME.finditer(narration) if made else ():
        before = events.count_before(match.start())
        if before:
            events.all[before - 1].anchors.append(Span(*match.span()))
    return list(made.values())
