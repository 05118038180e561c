"""The facts as they are written: keys, capacities, names in full, evidence and confidence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.act_dates import ActDates
from kg.extract.agreements import RECALLED, SINCE, Signed
from kg.extract.appointments import Act
from kg.extract.events import Event, live, main_event
from kg.extract.groups import group_facts
from kg.extract.measures import find_measures
from kg.extract.orgs import one_form
from kg.extract.posts import PostMention
from kg.extract.reading import Actors, Ground, Happenings
from kg.extract.represented import find_represented
from kg.extract.sentences import clause_start
from kg.extract.spans import Spans
from kg.extract.topics import domain_of, kind_of
from kg.extract.trust import confidence
from kg.model import (
    AgreementFact,
    AliasFact,
    AppointmentFact,
    DocumentFact,
    EventFact,
    Evidence,
    Facts,
    MeasureFact,
    Mention,
    ParticipationFact,
    PostFact,
    Span,
)

_OPEN = (None, None)  # nothing says from when to when
_INNER = re.compile(r"(.+?)(党组|党委)")
_YEAR = 4  # code points of YYYY: a year alone is no day of signing
_SHOWN = 3  # evidence spans of an event or an alias: more say nothing new
_AT_EVENT = ("adopted", "presented")  # relations of documents that need a meeting


def write_facts(ground: Ground, actors: Actors, happenings: Happenings) -> Facts:
    """Everything that was read, as one article's facts."""
    article, writer = ground.article, _Writer(ground, actors, happenings)
    posts = writer.posts()
    return Facts(
        id=article.id, hash=article.hash, published=article.published, title=article.title,
        source=article.source, url=article.url,
        posts=posts,
        events=writer.events(),
        participation=writer.participation(posts),
        agreements=writer.agreements(),
        documents=writer.documents(),
        appointments=writer.appointments(),
        groups=group_facts(actors.groups, {party for s in happenings.signed for party in s.parties}),
        measures=writer.measures(),
        represented=find_represented(ground.marks.lexicon, article.text, actors.spoken, writer.key)
        if writer.key else (),
        aliases=writer.aliases(),
        credits=tuple(actors.credits),
        orgs=writer.orgs(posts),
        places=writer.places(),
        mentions=writer.mentions(),
    )  # fmt: skip


def _keys(happenings: Happenings) -> dict[int, str]:
    """Number of an event → its key, by first mention: events with somebody in them, the main one, and those
    with a name and a time or place of their own.
    """
    events, main = happenings.events, main_event(happenings.events)
    joined = {id(row.event) for row in happenings.rows}
    kept = [
        number for number, (event, settled) in enumerate(zip(events, happenings.settled, strict=True))
        if id(event) in joined or event is main
        or (event.rule == "event-name" and (settled.place or settled.date))
    ]  # fmt: skip
    kept.sort(key=lambda number: (events[number].start, number))
    return {number: f"e{key}" for key, number in enumerate(kept, 1)}


class _Writer:
    """One method a kind of fact. `key` is that of the event that the article reports, or ''."""

    def __init__(self, ground: Ground, actors: Actors, happenings: Happenings) -> None:
        self._ground = ground
        self._actors = actors
        self._happenings = happenings
        self._numbers = {id(event): number for number, event in enumerate(happenings.events)}
        self._keys = _keys(happenings)
        self._dated = [date.span.start for date in ground.dates]
        kept = [happenings.events[number] for number in self._keys]
        self.key = self._key(main_event(kept, "meeting", "signing") or main_event(kept))

    def _main(self, *types: str) -> Event | None:
        return main_event(self._happenings.events, *types)

    def _key(self, event: Event | None) -> str:
        return self._keys.get(self._numbers[id(event)], "") if event else ""

    def _full(self, name: str) -> str:
        """The full name; 甲集团党委 is that of the company's full name."""
        full = self._actors.full
        inner = _INNER.fullmatch(name) if full and name not in full else None
        if inner and inner.group(1) in full:
            return full[inner.group(1)] + inner.group(2)
        return full.get(name, name)

    def posts(self) -> tuple[PostFact, ...]:
        """Posts that titles state, then those that acts state; a post stated twice has the words of both."""
        stated: dict[tuple[str, str, str], list[PostMention | Act]] = {}
        for post in self._actors.posts:
            stated.setdefault((post.person, self._full(post.body.org), post.body.title), []).append(post)
        acts = [((a.person, self._full(a.body.org), a.body.title), a) for a in self._actors.acts]
        for key, act in acts:
            if act.action != "nominated":
                stated.setdefault(key, [act])
        left = {key for key, act in acts if act.action == "removed"}
        held = {key: act.held for key, act in reversed(acts) if any(act.held)}
        return tuple(_post(key, each, held.get(key, _OPEN), key in left) for key, each in stated.items())

    def events(self) -> tuple[EventFact, ...]:
        """Events in the order of their keys."""
        out = []
        for number, key in self._keys.items():
            event, settled = self._happenings.events[number], self._happenings.settled[number]
            spans = (*event.anchors[:_SHOWN], settled.date_span, settled.place_span)
            out.append(EventFact(
                key=key, name=event.name, type=event.type, planned=event.planned,
                date=settled.date, date_text=settled.date_text, date_reason=settled.reason,
                place=settled.place, evidence=_distinct(spans),
                rule=event.rule, confidence=confidence("events", event.rule),
            ))  # fmt: skip
        return tuple(out)

    def participation(self, posts: Iterable[PostFact]) -> tuple[ParticipationFact, ...]:
        """Each agent, event and role once, with the posts the agent holds."""
        capacity: dict[str, tuple[str, ...]] = {}
        for post in posts:
            if not post.former:
                capacity[post.person] = (*capacity.get(post.person, ()), f"{post.org} {post.title}")
        out: dict[tuple[str, str, str], ParticipationFact] = {}
        for row in sorted(self._happenings.rows, key=lambda row: (row.event.start, row.at)):
            agent, event = self._full(row.agent), self._key(row.event)
            fact = ParticipationFact(
                event=event, agent=agent, role=row.role, capacity=capacity.get(agent, ()),
                evidence=_distinct(row.evidence),
                rule=row.rule, confidence=confidence("participation", row.rule),
            )  # fmt: skip
            out.setdefault((event, agent, row.role), fact)
        return tuple(out.values())

    def agreements(self) -> tuple[AgreementFact, ...]:
        """Agreements with the event at which they were signed, and its date; a recalled one has its own."""
        lexicon, made = self._ground.marks.lexicon, list[AgreementFact]()
        for item in self._happenings.signed:
            event, day = self._occasion(item)
            made.append(AgreementFact(
                title=item.title, parties=tuple(self._full(party) for party in item.parties),
                event=self._key(event) or None, date=day,
                kind=kind_of(lexicon, item.title), domain=domain_of(lexicon, item.title),
                via_group=item.via_group, evidence=_distinct((item.at, *item.evidence)), rule=item.rule,
                confidence=confidence("agreements", item.rule),
            ))  # fmt: skip
        return tuple(made)

    def _occasion(self, item: Signed) -> tuple[Event | None, str | None]:
        """The event at which an agreement was signed and the day; None where it is only recalled."""
        start = self._sentence_start(item.at.start)
        told = self._ground.article.text[start : item.at.start]
        own = self._date_before(item.at.start, start)
        own = own if own and len(own) > _YEAR else None
        if RECALLED.search(told) or SINCE.match(self._ground.article.text, item.at.end):
            return None, own
        event = self._signing_before(item.at.start) or self._held_before(item.at.start) or self._main()
        day = self._happenings.settled[self._numbers[id(event)]].date if event else None
        if own and day and len(own) < len(day) and not day.startswith(own):
            return None, own  # 2015年5月 is no day of this event
        return event, day if event else self._date_before(item.at.start, 0)

    def _signing_before(self, position: int) -> Event | None:
        """The signing spoken of last before a position, else the article's first."""
        signings = [e for e in self._happenings.events if e.type == "signing" and live(e)]
        before = [event for event in signings if event.start <= position]
        return max(before, key=lambda event: event.start, default=self._main("signing"))

    def _held_before(self, position: int) -> Event | None:
        """The meeting or visit that the words before a position name last, else the article's main one."""
        held = [(a.start, e) for e in self._happenings.events if e.type in ("meeting", "visit") and live(e)
                for a in e.anchors if a.start <= position]  # fmt: skip
        last = max(held, key=lambda named: named[0], default=None)
        return last[1] if last else self._main("meeting", "visit")

    def _date_before(self, position: int, floor: int) -> str | None:
        """The value of the last date between two places that has one."""
        index = bisect_left(self._dated, position) - 1
        while index >= 0 and self._dated[index] >= floor:
            if self._ground.dates[index].value:
                return self._ground.dates[index].value
            index -= 1
        return None

    def _sentence_start(self, position: int) -> int:
        return clause_start(
            self._ground.article.text, self._ground.marks.line(position).start, position, "。；！"
        )

    def documents(self) -> tuple[DocumentFact, ...]:
        """Documents; those adopted or presented at the article's event."""
        return tuple(DocumentFact(
            title=work.title, relation=work.relation, year=work.year,
            event=self.key or None if work.relation in _AT_EVENT else None,
            evidence=(work.span,), rule=work.rule, confidence=confidence("documents", work.rule),
        ) for work in self._happenings.documents)  # fmt: skip

    def appointments(self) -> tuple[AppointmentFact, ...]:
        """Acts on posts with their days."""
        days = ActDates(self._ground.marks, self._ground.dates, self._ground.article.published)
        return tuple(AppointmentFact(
            person=act.person, org=self._full(act.body.org), title=act.body.title, action=act.action,
            date=days.day(act),
            evidence=_distinct((act.words, act.name)), rule=act.rule,
            confidence=confidence("appointments", act.rule, completed=bool(act.body.level)),
        ) for act in self._actors.acts if act.action)  # fmt: skip

    def measures(self) -> tuple[MeasureFact, ...]:
        """Measures, proposed at the article's event."""
        found = find_measures(self._ground.article.text, self._ground.zones)
        return tuple(replace(measure, event=self.key or None) for measure in found)

    def aliases(self) -> tuple[AliasFact, ...]:
        """Short names of organisations that the text gives in full."""
        spans: dict[str, list[Span]] = {}
        for org in self._actors.orgs:
            spans.setdefault(org.name, []).append(org.span)
        return tuple(
            AliasFact(name=full, alias=short, evidence=tuple(spans[short][:_SHOWN]), rule="alias",
                      confidence=confidence("aliases", "alias"))
            for short, full in sorted(self._actors.full.items()) if short in spans
        )  # fmt: skip

    def orgs(self, posts: Iterable[PostFact]) -> tuple[str, ...]:
        """Organisations named in any form, and those of posts and publishers."""
        places = {place.name for place in self._ground.places}
        names = [post.org for post in posts]
        names += [self._full(org.name) for org in self._actors.orgs if not org.bare]
        names += [credit.agent for credit in self._actors.credits if credit.role == "publisher"]
        # “一圈…两区”…办公室 is the end of 辽宁省推进“一圈…两区”…办公室, which a chain names whole.
        quoted = [name for name in names if name.startswith("“")]
        cut = {short for short in quoted for name in names if name != short and name.endswith(short)}
        known = (name for name in names if name not in places and name not in cut and len(name) > 1)
        return tuple(dict.fromkeys(one_form(known)))

    def places(self) -> tuple[str, ...]:
        """Places that stand alone in the text, and those of groups and of 大连市领导."""
        posts, known = self._actors.posts, self._ground.marks.lexicon.places
        covered = Spans(
            [
                *(o.span for o in self._actors.orgs),
                *(p.at for p in self._actors.people),
                *(p.words for p in posts),
                *self._ground.works,
            ]
        )
        names = [
            place.name
            for place in (*self._ground.places, *self._ground.others)
            if place.certain and not covered.holds(place.span)
        ]
        names += [member for group in self._actors.groups for member in group.members if member in known]
        names += [post.body.place for post in posts if post.body.place and post.body.org == post.body.place]
        return tuple(dict.fromkeys(names))

    def mentions(self) -> tuple[Mention, ...]:
        """Where people, organisations and places are named."""
        actors = self._actors
        found = {(p.at, "person", p.name) for p in actors.people}
        found.update((o.span, "org", self._full(o.name)) for o in actors.orgs if not o.bare)
        found.update((p.span, "place", p.name) for p in self._ground.places if p.certain)
        return tuple(Mention(name=name, kind=kind, span=span) for span, kind, name in sorted(found))


def _post(
    key: tuple[str, str, str], mentions: Sequence[PostMention | Act], held: Sequence[str | None], left: bool
) -> PostFact:
    (person, org, title), (since, until), first = key, held, mentions[0]
    return PostFact(
        person=person, org=org, title=title, former=first.former or left, since=since, until=until,
        evidence=_distinct(span for mention in mentions for span in (mention.words, mention.name)),
        rule=first.rule, confidence=confidence("posts", first.rule, completed=bool(first.body.level)),
    )  # fmt: skip


def _distinct(spans: Iterable[Span | None]) -> Evidence:
    return tuple(dict.fromkeys(span for span in spans if span and span.end > span.start))
