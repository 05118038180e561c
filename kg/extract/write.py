"""The facts as they are written: keys, capacities, names in full, evidence and confidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extract.appointments import Act
from kg.extract.dates import DateMention
from kg.extract.documents import Work
from kg.extract.events import Event
from kg.extract.represented import find_represented
from kg.extract.settle import Settled
from kg.extract.trust import confidence
from kg.model import (
    AgreementFact,
    AliasFact,
    AppointmentFact,
    DocumentFact,
    EventFact,
    Evidence,
    Facts,
    GroupFact,
    Mention,
    ParticipationFact,
    PostFact,
    Span,
)

if TYPE_CHECKING:
    from kg.extract.article_facts import Reading


def write_facts(reading: Reading, settled: dict[int, Settled], documents: Sequence[Work], dates: Sequence[DateMention],
                groups: tuple[GroupFact, ...]) -> Facts:
    """Everything that was read, as one article's facts."""
    writer = _Writer(reading, settled, dates)
    return writer.facts(documents, groups)


class _Writer:
    def __init__(self, reading: Reading, settled: dict[int, Settled], dates: Sequence[DateMention]) -> None:
        self.reading = reading
        self.settled = settled
        self.dates = dates
        self.used = self._used_events()

    def _used_events(self) -> list[int]:
        """Events with somebody in them, an agreement, or a time or place of their own; keys by first mention."""
        events = self.reading.events
        taken = {id(row.event) for row in self.reading.rows}
        main = self._main()
        keep = [n for n, e in enumerate(events) if id(e) in taken or e is main or (e.rule == "event-name" and (
            self.settled[n].place or self.settled[n].date))]
        keep.sort(key=lambda n: (events[n].start, n))
        for key, number in enumerate(keep, 1):
            events[number].key = f"e{key}"
        return keep

    def _main(self, *types: str) -> Event | None:
        live = [e for e in self.reading.events if not e.planned and not e.past and (not types or e.type in types)]
        return min(live, key=lambda e: e.start, default=None)

    def facts(self, documents: Sequence[Work], groups: tuple[GroupFact, ...]) -> Facts:
        reading, article = self.reading, self.reading.article
        posts = self._posts()
        main = self._main("meeting", "signing") or self._main()
        key = main.key if main else ""
        people = [p.at for p in reading.people]
        represented = find_represented(article.text, reading.sentences, key, people) if key else ()
        return Facts(
            id=article.id, hash=article.hash, published=article.published, title=article.title, source=article.source,
            url=article.url, posts=posts, events=self._events(), participation=self._participation(posts),
            agreements=self._agreements(), documents=self._documents(documents, key), appointments=self._appointments(),
            groups=groups, measures=tuple(self._measure(m, key) for m in reading.measures), represented=represented,
            aliases=self._aliases(), credits=reading.credits, orgs=self._orgs(posts), places=self._places(),
            mentions=self._mentions())

    # --- kinds of facts ------------------------------------------------------------------------------

    def _full(self, name: str) -> str:
        if name in self.reading.full:
            return self.reading.full[name]
        inner = re.match(r"(.+?)(党组|党委)$", name)
        if inner and inner.group(1) in self.reading.full:
            return self.reading.full[inner.group(1)] + inner.group(2)
        return name

    def _posts(self) -> tuple[PostFact, ...]:
        out: dict[tuple[str, str, str], PostFact] = {}
        for post in self.reading.posts:
            org = self._full(post.body.org)
            key = (post.person, org, post.body.title)
            evidence = _distinct((post.words, post.name))
            if key in out:
                old = out[key]
                out[key] = PostFact(person=old.person, org=old.org, title=old.title, former=old.former,
                                    evidence=_distinct((*old.evidence, *evidence)), rule=old.rule, confidence=old.confidence)
                continue
            out[key] = PostFact(person=post.person, org=org, title=post.body.title, former=post.former, evidence=evidence,
                                rule=post.rule, confidence=confidence(post.rule, completed=bool(post.body.level)))
        for act in self.reading.acts:
            if act.action == "nominated":
                continue
            key = (act.person, self._full(act.body.org), act.body.title)
            if key not in out:
                out[key] = PostFact(person=act.person, org=key[1], title=key[2], former=act.former,
                                    evidence=_distinct((act.words, act.name)), rule=act.rule,
                                    confidence=confidence(act.rule, completed=bool(act.body.level)))
        return tuple(out.values())

    def _events(self) -> tuple[EventFact, ...]:
        out = []
        for number in self.used:
            event, item = self.reading.events[number], self.settled[number]
            spans = [*event.anchors[:3], *filter(None, (item.date_span, item.place_span))]
            out.append(EventFact(key=event.key, name=event.name, type=event.type, date=item.date, date_text=item.date_text,
                                 date_reason=item.reason, place=item.place, planned=event.planned,
                                 evidence=_distinct(spans), rule=event.rule, confidence=confidence(event.rule)))
        return tuple(out)

    def _participation(self, posts: Sequence[PostFact]) -> tuple[ParticipationFact, ...]:
        capacity: dict[str, tuple[str, ...]] = {}
        for post in posts:
            if not post.former:
                capacity[post.person] = (*capacity.get(post.person, ()), f"{post.org} {post.title}")
        out: dict[tuple[str, str, str], ParticipationFact] = {}
        for row in sorted(self.reading.rows, key=lambda r: (r.event.start, r.at)):
            agent = self._full(row.agent)
            key = (row.event.key, agent, row.role)
            if key in out or not row.event.key:
                continue
            out[key] = ParticipationFact(event=row.event.key, agent=agent, role=row.role, capacity=capacity.get(agent, ()),
                                         evidence=_distinct(row.evidence), rule=row.rule, confidence=confidence(row.rule))
        return tuple(out.values())

    def _agreements(self) -> tuple[AgreementFact, ...]:
        signing = self._main("signing") or self._main("meeting", "visit") or self._main()
        out = []
        for item in self.reading.signed:
            date = self.settled[self.reading.events.index(signing)].date if signing else self._date_at(item.at)
            out.append(AgreementFact(
                title=item.title, parties=tuple(self._full(p) for p in item.parties), event=signing.key or None if signing else None,
                date=date, kind=self._kind(item.title), domain=self._domain(item.title), via_group=item.via_group,
                evidence=_distinct((item.at, *item.evidence)), rule=item.rule, confidence=confidence(item.rule)))
        return tuple(out)

    def _date_at(self, at: Span) -> str | None:
        before = [d for d in self.dates if d.value and d.span.start <= at.start]
        return before[-1].value if before else None

    def _kind(self, title: str) -> str:
        kinds = self.reading.marks.lexicon.agreement_kinds
        found = [(title.rfind(word), len(word), kind) for word, kind in kinds.items() if word in title]
        return max(found)[2] if found else "other"

    def _domain(self, title: str) -> str | None:
        domains = self.reading.marks.lexicon.domains
        found = [(len(word), title.rfind(word), domain) for word, domain in domains.items() if word in title]
        return max(found)[2] if found else None

    def _documents(self, documents: Sequence[Work], key: str) -> tuple[DocumentFact, ...]:
        return tuple(DocumentFact(title=w.title, relation=w.relation, event=key or None if w.relation in ("adopted", "presented") else None,
                                  year=w.year, evidence=(w.span,), rule=w.rule, confidence=confidence(w.rule)) for w in documents)

    def _appointments(self) -> tuple[AppointmentFact, ...]:
        return tuple(AppointmentFact(person=a.person, org=self._full(a.body.org), title=a.body.title, action=a.action,
                                     date=self._act_date(a), evidence=_distinct((a.words, a.name)), rule=a.rule,
                                     confidence=confidence(a.rule, completed=bool(a.body.level)))
                     for a in self.reading.acts if a.action)

    def _act_date(self, act: Act) -> str | None:
        text = self.reading.article.text
        start = max(text.rfind(mark, 0, act.date_near) + 1 for mark in "。；！\n")
        before = [d for d in self.dates if start <= d.span.start < act.date_near]
        return before[-1].value if before else None

    def _measure(self, measure, key: str):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        return replace(measure, event=key or None)

    def _aliases(self) -> tuple[AliasFact, ...]:
        out = []
        for short, full in sorted(self.reading.full.items()):
            spans = tuple(o.span for o in self.reading.orgs if o.name == short)[:3]
            if spans:
                out.append(AliasFact(name=full, alias=short, evidence=spans, rule="alias", confidence=0.9))
        return tuple(out)

    def _orgs(self, posts: Sequence[PostFact]) -> tuple[str, ...]:
        places = {p.name for p in self.reading.places}
        names = [p.org for p in posts] + [self._full(o.name) for o in self.reading.orgs if not o.bare]
        names += [c.agent for c in self.reading.credits if c.role == "publisher"]
        return tuple(dict.fromkeys(n for n in names if n not in places and len(n) > 1))

    def _places(self) -> tuple[str, ...]:
        covered = [o.span for o in self.reading.orgs] + [Span(p.words.start, p.words.end) for p in self.reading.posts]
        names = [p.name for p in self.reading.places if p.certain and not any(
            c.start <= p.span.start and p.span.end <= c.end for c in (*covered, *self.reading.works))]
        names += [m for g in self.reading.groups for m in g.members if m in self.reading.marks.lexicon.places]
        names += [p.body.place for p in self.reading.posts if p.body.org == p.body.place and p.body.place]
        return tuple(dict.fromkeys(names))

    def _mentions(self) -> tuple[Mention, ...]:
        found = [Mention(name=p.name, kind="person", span=p.at) for p in self.reading.people]
        found += [Mention(name=self._full(o.name), kind="org", span=o.span) for o in self.reading.orgs if not o.bare]
        found += [Mention(name=p.name, kind="place", span=p.span) for p in self.reading.places if p.certain]
        return tuple(sorted(set(found), key=lambda m: (m.span, m.kind)))


def _distinct(spans: Sequence[Span]) -> Evidence:
    return tuple(dict.fromkeys(s for s in spans if s.end > s.start))
