"""One event that several articles tell: its place where an article that names none can only mean that one.

A block is all events of one kind, day and name. Where those of its articles that name a place name the same
one (or none does), the others mean it too; where they name two, each stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.model import Facts

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A shorter name names no event: 签约仪式, 座谈会. A visit is known by its place alone.
_SHORTEST_NAME = 6
_PLACELESS = ("visit", "other")
#: (kind, day, name): what the events of a block have in common.
EventBlock = tuple[str, str, str]


class EventMention(NamedTuple):
    """An event of one article: its key in the facts, and the code of its place (None: it names none)."""

    article: str
    key: str
    place: str | None


def event_mentions(
    facts: Facts, article: str, places: Mapping[str, str]
) -> dict[EventBlock, EventMention]:
    """(kind, day, name) → the event, for those of a day known whole and a name that tells. One whose place
    has no code is left out.
    """
    return {
        (event.type, event.date or "", event.name): EventMention(
            article, event.key, places.get(event.place or "")
        )
        for event in facts.events
        if _DAY.fullmatch(event.date or "")
        and len(event.name) >= _SHORTEST_NAME
        and event.type not in _PLACELESS
        and not (event.place and event.place not in places)
    }


def resolve_events(block: Iterable[EventMention]) -> dict[tuple[str, str], str]:
    """(article, key) → the code of the place, or "" where no article names it; empty where nothing is shared.
    Pure: the order does not matter.
    """
    mentions = sorted(set(block))
    known = {mention.place for mention in mentions if mention.place}
    if len({mention.article for mention in mentions}) < 2 or len(known) > 1:
        return {}
    return {(mention.article, mention.key): next(iter(known), "") for mention in mentions}
