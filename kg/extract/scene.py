"""The scene: which event a verb, 会上 or 参加活动 is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from kg.extract.agents import Spoken
from kg.extract.events import TALKS, Event, live, main_event
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.roles import Act, masked
from kg.extract.sentences import Sentence, clause_end, clause_start
from kg.extract.spans import InOrder
from kg.extract.visits import meets
from kg.model import Span

_DURING = re.compile(r"(?<!座谈)(?:会上|会议上|大会上|会议期间|论坛上|峰会上|仪式上)")
_HEAD = 160  # code points in which a report names its event
_POINTING = "了?(?:本次|此次|这次|相关|有关|(?P<all>上述|以上)|系列)?"
#: Words for events that are verbs as well: what people did.
_VERBS = ("会见", "签约", *TALKS)


@cache
def _pointer(lexicon: Lexicon) -> re.Pattern[str]:
    """出席本次会议, 参加活动: 会 alone points only where it ends the clause."""
    words = sorted(lexicon.pointers, key=lambda w: (-len(w), w))
    kinds = "|".join(w if len(w) > 1 else f"{w}(?=[，。；并])" for w in words)
    return re.compile(rf"{_POINTING}(?P<kind>{kinds})")


@cache
def _next_pointer(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[、和与及](?:{_pointer(lexicon).pattern})")


def _distinct(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple({id(event): event for event in events}.values())


class Scene:
    """One article's sentences and events. `members` and `attended` grow while roles are read: who is in
    which event, and which ones some person attended."""

    def __init__(
        self,
        marks: Marks,
        spoken: Sequence[Spoken],
        events: Sequence[Event],
        blocked: Sequence[Span],
        narration: str,
    ) -> None:
        self.marks = marks
        self.spoken = spoken
        self.sentences = [each.sentence for each in spoken]
        self.events = events
        self.narration = narration
        names = [a for e in events for a in e.anchors if e.head not in _VERBS and e.type != "visit"]
        # 国事访问 and 专题调研 are what people do.
        kinds = [
            s for s in marks.spans["event"]
            if s.end - s.start > 2 and marks.lexicon.events[marks.text[s.start : s.end]] != "visit"
        ]  # fmt: skip
        hidden = [s for s in (*names, *kinds) if marks.text[s.start : s.end] not in TALKS]
        self.masked = masked(marks.text, [*blocked, *hidden])
        self.members = {id(event): {person.name for person, _ in event.met} for event in events}
        self.attended: set[int] = set()
        anchors = [(anchor, event) for event in events for anchor in event.anchors]
        self._anchors = InOrder(anchors, lambda pair: pair[0])
        self._live = InOrder([pair for pair in anchors if live(pair[1])], lambda pair: pair[0])
        visits = [pair for pair in anchors if pair[1].type == "visit" and not pair[1].planned]
        self._visits = InOrder(visits, lambda pair: pair[0])
        self._live_visits = InOrder([pair for pair in visits if live(pair[1])], lambda pair: pair[0])
        self._signings = sorted((e for e in events if live(e) and e.type == "signing"), key=lambda e: e.start)
        self._main: dict[tuple[str, ...], Event | None] = {}

    def main(self, *types: str) -> Event | None:
        """The first event (of a type) that took place."""
        if types not in self._main:
            self._main[types] = main_event(self.events, *types)
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
        """The visit spoken of at a position: in its sentence, paragraph or article the last before it,
        else the next one. One of another time only within its own sentence.
        """
        line = self.marks.line(position)
        start = clause_start(self.marks.text, line.start, position, "。；")
        here = self._visits.starting(start, clause_end(self.marks.text, position, line.end, "。"))
        near = here or self._live_visits.starting(*line)
        if near:
            before = [visit for anchor, visit in near if anchor.start <= position]
            return before[-1] if before else near[0][1]
        happened = self._live_visits if self._live_visits.all else self._visits
        count = happened.count_before(position + 1)
        return happened.all[max(0, count - 1)][1] if happened.all else None

    def events_at(self, act: Act, sentence: Sentence, names: Collection[str] = ()) -> tuple[Event, ...]:
        """The events an act belongs to: nearly always one; 参加会见和座谈 names two."""
        if act.rule in ("visitor", "under") and act.role == "attended":
            visit = self.visit_at(act.end - 1)
            if visit or act.rule == "visitor":
                return (visit,) if visit else ()
        if act.role != "signed" and not self._named_after(act, sentence):
            pointed = self._pointed(act)
            if pointed:
                return pointed
        event = self.event_at(act, sentence, names)
        return (event,) if event else ()

    def event_at(self, act: Act, sentence: Sentence, names: Collection[str] = ()) -> Event | None:
        """The event an act belongs to: named after the verb, earlier in the sentence, or spoken of last."""
        signing = self._signing_at(act.start, sentence) if act.role == "signed" else None
        visit = self._accompanied(act) if act.role == "accompanied" else None
        ends = Span(act.end, sentence.span.end)
        return (
            signing
            or visit
            or (self._next_signing(ends) if act.role == "witnessed" else None)
            or self._named_after(act, sentence)
            or next(iter(self._pointed(act)), None)
            or self._during(sentence.span.start, act.start)
            or self._last(act, sentence.span.end, names)
            or self._of_report(act, names)
        )

    def _of_report(self, act: Act, names: Collection[str]) -> Event | None:
        """The event that the report is about, for words far from its name. Who is no member of it was not
        there if it is not in the head of the text, and did not speak there if it comes only further on: a
        text of several items, or one on a topic.
        """
        event = self.main("meeting", "signing", "reception", "visit") or self.main()
        if event and event.start > (min(act.start, _HEAD) if act.role == "spoke" else _HEAD):
            return event if not self.members.get(id(event), set()).isdisjoint(names) else None
        return event

    def _signing_at(self, position: int, sentence: Sentence) -> Event | None:
        """The signing spoken of last before a position, else the first; 会上 it is part of that meeting."""
        before = [e for e in self._signings if e.start <= position]
        if before and before[-1].start >= sentence.span.start:
            return before[-1]
        here = self._during(sentence.span.start, position)
        return here or (before[-1] if before else self.main("signing"))

    def _accompanied(self, act: Act) -> Event | None:
        """陪同考察, and 陪同会见."""
        if meets(self.marks.lexicon).search(self.marks.text, act.start, act.end + 4):
            return next(iter(self.of_kind("reception", act.end)), None)
        return self.visit_at(act.start)

    def _next_signing(self, here: Span) -> Event | None:
        """甲、乙见证，丙与丁签署: the signing that is witnessed stands behind the verb."""
        return next((e for e in self._signings for a in e.anchors if here.start <= a.start < here.end), None)

    def _named_after(self, act: Act, sentence: Sentence) -> Event | None:
        limit = clause_end(self.marks.text, act.end, sentence.span.end, "，。；！？\n")
        return self.named(act.start, limit)

    def _pointed(self, act: Act) -> tuple[Event, ...]:
        """出席会议, 参加会见和座谈: the object points to events by their kind; 上述 to all before."""
        found: list[Event] = []
        match = _pointer(self.marks.lexicon).match(self.marks.text, act.end)
        while match:
            kind = self.marks.lexicon.pointers[match["kind"]]
            talk = self._talk(act.start) if match["kind"] == "座谈" else None
            found += [talk] if talk else self.of_kind(kind, act.start, every=bool(match["all"]))
            match = _next_pointer(self.marks.lexicon).match(self.marks.text, match.end())
        return _distinct(found)

    def _talk(self, position: int) -> Event | None:
        """参加座谈: the visit that a talk before was a part of."""
        before = self._live.all[: self._live.count_before(position)]
        text = self.marks.text
        return next((e for a, e in reversed(before) if text[a.start : a.end] in TALKS), None)

    def called(self, start: int, end: int) -> Event | None:
        """The event that the last words of an interval call by its kind: 论坛(由甲主办), 活动(由甲主办)."""
        words = self.marks.lexicon.pointers.items()
        kind = next((kind for word, kind in words if self.marks.text.endswith(word, start, end)), "")
        return next(iter(self.of_kind(kind, start)), None) if kind else self.main()

    def of_kind(self, kind: str, position: int, *, every: bool = False) -> list[Event]:
        """The event of a kind spoken of last before a position, or all of them; '' is any kind."""
        fits = [e for e in self.events if live(e) and (not kind or e.type == kind)]
        if every:
            return [event for event in fits if event.start < position]
        if not kind:
            return [event for event in [self.main()] if event]
        before = [(a.start, e) for e in fits for a in e.anchors if a.start < position]
        if before:
            last = max(start for start, _ in before)  # 分别会见甲、乙 are two
            return list(_distinct([event for start, event in before if start == last]))
        main = self.main() if kind in ("meeting", "signing") else None
        return fits[:1] or ([main] if main else [])

    def _host(self, event: Event, names: Collection[str]) -> Event:
        """甲会见乙，并出席签约活动。…甲说: a paragraph further on, who met is heard by the guest."""
        main = self.main()
        met = main is not None and {person.name for person, _ in main.met}.issuperset(names)
        return main if main and met else event

    def names_session(self, start: int, end: int) -> bool:
        """在某大会上: the words say at which meeting."""
        return any(self.covering(found.start()) for found in _DURING.finditer(self.marks.text, start, end))

    def _during(self, start: int, end: int) -> Event | None:
        """会上, 仪式上 earlier in the sentence: the meeting, the signing."""
        found = list(_DURING.finditer(self.marks.text, start, end))
        if not found:
            return None
        nearer = [pair for pair in self._live.starting(found[-1].end(), end) if pair[1].type == "meeting"]
        if nearer:
            return nearer[-1][1]  # 会议期间，甲出席圆桌会并致辞
        named = self.covering(found[-1].start())
        if named and live(named):
            return named  # 专题会议上
        return self.main("signing" if "仪式" in found[-1].group() else "meeting") or self.main()

    def _last(self, act: Act, end: int, names: Collection[str]) -> Event | None:
        """The event named last in the paragraph, an earlier one for those who were in it, else the one that
        the sentence names up to `end`.
        """
        position = act.start
        before = self._live.count_before(position)
        anchor, event = self._live.all[before - 1] if before else (Span(-1, -1), None)
        if before > 1 and event and act.role == "spoke" and event.type == "visit" and not event.visitors:
            anchor, event = self._live.all[before - 2]  # what the guests saw meanwhile
        if anchor.start >= self.marks.line(position).start:
            return event
        known = event is not None and event.type != "visit"
        if event and known and not self.members.get(id(event), set()).isdisjoint(names):
            return self._host(event, names) if act.role == "spoke" else event
        ahead = self._live.starting(position, end)
        return ahead[0][1] if ahead else None
