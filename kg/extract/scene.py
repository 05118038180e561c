"""The scene: which event a verb, 会上 or 参加活动 is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from kg.extract.agents import Party, Spoken
from kg.extract.events import Event, live, main_event
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.roles import Act, masked
from kg.extract.sentences import Sentence, clause_end
from kg.extract.spans import InOrder
from kg.model import Span

_DURING = re.compile(r"(?<!座谈)(?:会上|会议上|大会上|会议期间|论坛上|峰会上|仪式上)")
_POINTING = "了?(?:本次|此次|这次|相关|有关|上述|系列|以上)?"
#: 甲率代表团, 甲等率团一行.
_LEADS = re.compile(
    r"(?:同志)?等?(?:率领?[^，。；]{0,14}?(?:团|一行|组)|一行[^，。；]{0,6}(?:到访|来访|来到|抵达|到))"
)
_DELEGATION = re.compile(r"了?(?:来访的?)?[^，。；、]{0,10}?(?:代表团|访问团|考察团|客人|来宾)")
_MEETS_OR_SIGNS = ("会见", "签约")


@cache
def _pointer(lexicon: Lexicon) -> re.Pattern[str]:
    """出席本次会议, 参加活动: 会 alone points only where it ends the clause."""
    words = sorted(lexicon.pointers, key=lambda w: (-len(w), w))
    return re.compile(f"{_POINTING}({'|'.join(w if len(w) > 1 else f'{w}(?=[，。；并])' for w in words)})")


class Scene:
    """One article's sentences and events. `members` grows while roles are read: who is in which event."""

    def __init__(
        self, marks: Marks, spoken: Sequence[Spoken], events: Sequence[Event], blocked: Sequence[Span]
    ) -> None:
        self.marks = marks
        self.spoken = spoken
        self.events = events
        self.narration = masked(marks.text, blocked)
        names = [a for e in events for a in e.anchors if e.head not in _MEETS_OR_SIGNS and e.type != "visit"]
        kinds = [s for s in marks.spans["event"] if s.end - s.start > 2]
        self.masked = masked(marks.text, [*blocked, *names, *kinds])
        self.members: dict[int, set[str]] = {}
        anchors = [(anchor, event) for event in events for anchor in event.anchors]
        self._anchors = InOrder(anchors, lambda pair: pair[0])
        self._live = InOrder([pair for pair in anchors if live(pair[1])], lambda pair: pair[0])
        visits = [event for event in events if event.type == "visit" and not event.planned]
        self._visits = InOrder(visits, lambda event: event.anchors[0])
        numbered = [
            (anchor, number) for number, event in enumerate(self._visits.all) for anchor in event.anchors
        ]
        self._visit_anchors = InOrder(numbered, lambda pair: pair[0])
        self._main = {types: main_event(events, *types) for types in _ASKED}

    def main(self, *types: str) -> Event | None:
        """The first event (of a type) that took place."""
        return self._main[types]

    def named(self, start: int, end: int) -> Event | None:
        """The first event that the words of an interval name."""
        found = self._anchors.starting(start, end)
        return found[0][1] if found else None

    def covering(self, position: int) -> Event | None:
        """The event that the words at a position name."""
        before = self._anchors.count_before(position + 1)
        found = self._anchors.all[before - 1] if before else None
        return found[1] if found and position < found[0].end else None

    def visit_at(self, position: int) -> Event | None:
        """The visit spoken of at a position: the last of its paragraph or before it, else the first."""
        visits = self._visits.all
        here = self._visit_anchors.starting(*self.marks.line(position))
        if here:
            return visits[max(number for _, number in here)]
        before = self._visits.count_before(position + 1)
        return visits[max(before - 1, 0)] if visits else None

    def event_at(self, act: Act, sentence: Sentence, names: Collection[str] = ()) -> Event | None:
        """The event an act belongs to: named after the verb, earlier in the sentence, or spoken of last."""
        signing = self.main("signing") if act.role == "signed" else None
        visit = self.visit_at(act.start) if act.role == "accompanied" else None
        limit = clause_end(self.marks.text, act.end, sentence.span.end, "，。；！？\n")
        return (
            signing
            or visit
            or self.named(act.start, limit)
            or self._pointed(act.end)
            or self._during(sentence.span.start, act.start)
            or self._last(act.start, sentence.span.end, names)
            or self.main("meeting", "signing", "reception", "visit")
            or self.main()
        )

    def _pointed(self, position: int) -> Event | None:
        """出席会议, 参加调研, 参加相关活动: the object points to an event by its kind."""
        match = _pointer(self.marks.lexicon).match(self.marks.text, position)
        if not match:
            return None
        kind = self.marks.lexicon.pointers[match.group(1)]
        if not kind:
            return self.main()
        return self.main(kind) or (self.main() if kind in ("meeting", "signing") else None)

    def _during(self, start: int, end: int) -> Event | None:
        """会上, 仪式上 earlier in the sentence: the meeting, the signing."""
        found = list(_DURING.finditer(self.marks.text, start, end))
        if not found:
            return None
        return self.main("signing" if "仪式" in found[-1].group() else "meeting") or self.main()

    def _last(self, position: int, end: int, names: Collection[str]) -> Event | None:
        """The event named last in the paragraph, an earlier one for those who were in it, else the one that
        the sentence names up to `end`.
        """
        before = self._live.count_before(position)
        anchor, event = self._live.all[before - 1] if before else (Span(-1, -1), None)
        if anchor.start >= self.marks.line(position).start:
            return event
        known = event is not None and event.type != "visit"
        if event and known and not self.members.get(id(event), set()).isdisjoint(names):
            return event
        ahead = self._live.starting(position, end)
        return ahead[0][1] if ahead else None


#: The types that `Scene.main` is asked for.
_ASKED: tuple[tuple[str, ...], ...] = (
    (), ("meeting",), ("signing",), ("reception",), ("visit",), ("meeting", "signing", "reception", "visit"),
)  # fmt: skip


class Delegations:
    """Who led a delegation (甲率代表团), so that a later 会见代表团 knows its guests."""

    def __init__(self, narration: str, spoken: Sequence[Spoken]) -> None:
        self._narration = narration
        groups = [group for each in spoken for group in each.groups]
        self._led = InOrder([g for g in groups if _LEADS.match(narration, g.span.end)], lambda g: g.span)

    def before(self, verb: Span) -> Party | None:
        """会见代表团一行: the people who led the last delegation before the verb."""
        if not _DELEGATION.match(self._narration, verb.end, verb.end + 20):
            return None
        count = self._led.count_before(verb.start)
        # A group may begin before the verb and end behind it: then the one before is meant.
        earlier = self._led.all[max(0, count - 2) : count]
        return next((group for group in reversed(earlier) if group.span.end <= verb.start), None)
