"""Which produced event is which gold event: the keys of the two sides mean nothing to each other."""

from __future__ import annotations

from collections.abc import Sequence

from kg.evaluate.gold import Gold, GoldRow
from kg.evaluate.matching import Aliases, assign, likeness, normal, overlaps
from kg.model import EventFact, Facts

# Weights of the signs that two events are one; they only rank candidates within an article.
_SAME_NAME, _PART_OF_NAME, _LIKE_NAME = 400, 200, 300
_SAME_DATE, _SAME_TYPE, _SAME_PLACE = 100, 60, 50
_SHARED_ROW, _SHARED_AGENT = 100, 30
_LEAST_LIKENESS = 0.34


def align_events(gold: Gold, facts: Facts, names: Aliases) -> dict[str, str]:
    """Produced key → gold key, by the greatest total of name, date, type, place and shared participants.

    Two events that share nothing but their type or place stay apart.
    """
    events = gold.of("events")
    weights = [[_weight(row, event, gold, facts, names) for event in facts.events] for row in events]
    return {facts.events[column].key: events[row].first("key") for row, column in assign(weights)}


def _weight(row: GoldRow, event: EventFact, gold: Gold, facts: Facts, names: Aliases) -> int:
    name = _name_weight([normal(answer) for answer in row["name"]], normal(event.name))
    there = {(names.fold(p.first("agent")), p.first("role"))
             for p in gold.of("participation") if p.first("event") == row.first("key")}
    here = {(names.fold(p.agent), p.role) for p in facts.participation if p.event == event.key}
    agents = {agent for agent, _ in there} & {agent for agent, _ in here}
    shared = _SHARED_ROW * len(there & here) + _SHARED_AGENT * len(agents)
    same_type = event.type in row["type"]
    same_date = event.date is not None and event.date in row["date"]
    if not (name or shared or (same_type and same_date)):
        return 0
    same_place = event.place is not None and normal(event.place) in map(normal, row["place"])
    return name + shared + _SAME_TYPE * same_type + _SAME_DATE * same_date + _SAME_PLACE * same_place


def _name_weight(answers: Sequence[str], name: str) -> int:
    if name in answers:
        return _SAME_NAME
    if any(overlaps(name, answer) for answer in answers):
        return _PART_OF_NAME
    best = max((likeness(name, answer) for answer in answers), default=0.0)
    return int(_LIKE_NAME * best) if best >= _LEAST_LIKENESS else 0
