"""Participation: who took part in which event, in which role and capacity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.agents import Party, Person, parties
from kg.extract.events import Event, meeting_verbs, planned
from kg.extract.marks import Marks
from kg.extract.roles import Act, acts_after, acts_around, acts_before, acts_heard, is_subject, mask
from kg.extract.sentences import Sentence
from kg.model import Span

_VISIT = re.compile(r"考察|察看|查看|观摩|调研|视察|走访|访问|督导|检查|看望|慰问|督查|参访|参观")
_VISITOR = re.compile(
    r"^(?:同志)?(?:等)?(?:一行)?(?:[^，。；]{0,14}?)(?:率[^，。]{0,24}?(?:团|队|组|一行)|带队|赴|到|来|深入|前往|走进|莅临|先后|对|就|在|围绕|一行)"
    r"[^。；]{0,40}?(?:考察|察看|查看|观摩|调研|视察|走访|访问|督导|检查|看望|慰问|督查|参访|参观)|^(?:同志)?一行(?:走进|来到|深入|前往|抵达|莅临)|^(?:同志)?(?:一行)?(?:考察|调研|视察|走访|访问|看望|慰问)")
_DURING = re.compile(r"(?<!座谈)(?:会上|会议上|大会上|会议期间|论坛上|峰会上|仪式上)")
_LEADS = re.compile(r"(?:同志)?(?:等)?率(?:领)?[^，。；]{0,14}?(?:团|一行|组)")
_POINTS = re.compile(r"(?:了)?(?:本次|此次|这次|相关|有关|上述|系列|以上)?(会议|大会|全会|会(?=[，。；并])|开幕式|闭幕式|论坛|签约仪式|签字仪式|仪式|签约|会见|会谈|会晤|活动|调研|考察|视察|检查|走访)")
_CLAUSE_END = re.compile(r"[，。；！？\n]")


@dataclass(frozen=True, slots=True)
class Row:
    """One participation before posts are attached: an agent's role in an event, with its words."""

    event: Event
    agent: str
    role: str
    evidence: tuple[Span, ...]
    rule: str
    at: Span


class Scene:
    """One article's sentences, events and people, and which event is being spoken of."""

    def __init__(self, marks: Marks, sentences: Sequence[Sentence], events: list[Event], blocked: Sequence[Span]) -> None:
        self.marks = marks
        self.sentences = sentences
        self.events = events
        hidden = [(s.start, s.end) for s in blocked]
        self.narration = mask(marks.text, hidden)
        hidden += [(a.start, a.end) for e in events for a in e.anchors
                   if e.head not in ("会见", "签约") and e.type != "visit"]
        hidden += [(s.start, s.end) for s in marks.spans["event"] if s.end - s.start > 2]
        self.masked = mask(marks.text, hidden)
        self.members: dict[int, set[str]] = {}
        self.led: list[Party] = []

    def main(self, *types: str) -> Event | None:
        """The first event (of a type) that took place."""
        live = [e for e in self.events if not e.planned and not e.past and (not types or e.type in types)]
        return min(live, key=lambda e: e.start, default=None)

    def delegation_before(self, verb: Span) -> Party | None:
        """会见代表团一行: the people who led a delegation in an earlier sentence."""
        return _delegation(self.narration, self.led, verb)

    def visit_at(self, position: int) -> Event | None:
        """The visit that is spoken of at a position: the last one in the paragraph, else the last before, else the first."""
        visits = [e for e in self.events if e.type == "visit" and not e.planned]
        paragraph_end = self.marks.text.find("\n", position)
        limit = paragraph_end if paragraph_end >= 0 else len(self.marks.text)
        paragraph = self.marks.text.rfind("\n", 0, position) + 1
        here = [e for e in visits if any(paragraph <= a.start < limit for a in e.anchors)]
        before = [e for e in visits if e.start <= position]
        return here[-1] if here else before[-1] if before else visits[0] if visits else None

    def event_at(self, act: Act, sentence: Sentence, names: set[str] | frozenset[str] = frozenset()) -> Event | None:
        """The event an act belongs to: named after the verb, earlier in the sentence, or spoken of last."""
        end = _CLAUSE_END.search(self.marks.text, act.end)
        limit = min(end.start() if end else sentence.span.end, sentence.span.end)
        named = [(a.start, e) for e in self.events for a in e.anchors if act.start <= a.start < limit]
        if act.role == "signed":
            signing = self.main("signing")
            if signing:
                return signing
        if act.role == "accompanied":
            visit = self.visit_at(act.start)
            if visit:
                return visit
        if named:
            return min(named, key=lambda pair: pair[0])[1]
        pointed = self._pointed(self.marks.text[act.end : act.end + 10]) or self._during(sentence.span.start, act.start)
        if pointed:
            return pointed
        paragraph = self.marks.text.rfind("\n", 0, act.start) + 1
        earlier = [(a.start, e) for e in self.events for a in e.anchors if paragraph <= a.start < act.start]
        live = [pair for pair in earlier if not pair[1].planned and not pair[1].past]
        if live:
            return max(live, key=lambda pair: pair[0])[1]
        last = [(a.start, e) for e in self.events for a in e.anchors if a.start < act.start and not e.planned and not e.past]
        if last:
            event = max(last, key=lambda pair: pair[0])[1]
            if event.type != "visit" and names & self.members.get(id(event), set()):
                return event
        return self.main("meeting", "signing", "reception", "visit") or self.main()

    def _during(self, start: int, end: int) -> Event | None:
        """会上, 仪式上 earlier in the sentence: the meeting, the signing."""
        found = list(_DURING.finditer(self.marks.text, start, end))
        if not found:
            return None
        return (self.main("signing") if "仪式" in found[-1].group() else self.main("meeting")) or self.main()

    def _pointed(self, after: str) -> Event | None:
        """出席会议, 参加调研, 参加相关活动: the object points to an event by its kind."""
        match = _POINTS.match(after)
        if not match:
            return None
        word = match.group(1)
        if word in ("会议", "大会", "全会", "会", "开幕式", "闭幕式", "论坛"):
            return self.main("meeting") or self.main()
        if word in ("签约", "签约仪式", "签字仪式", "仪式"):
            return self.main("signing") or self.main()
        if word in ("会见", "会谈", "会晤"):
            return self.main("reception")
        if word == "活动":
            return self.main()
        return self.main("visit")


_TALKS = re.compile(r"^(?:[^，。；]{0,12}?(?:举行|进行)(?:了)?(?:[^，。；]{0,6}?)(?:会谈|磋商|会晤|会见)|(?:在[^，。；]{0,10})?会谈)")


def talks_events(marks: Marks, sentences: Sequence[Sentence], people: list[Person]) -> list[Event]:
    """甲同乙举行会谈: one reception, both met."""
    out: list[Event] = []
    for sentence in sentences:
        for group in parties(marks, people, sentence):
            match = _TALKS.match(marks.text[group.span.end : sentence.span.end])
            if match and len(group.people) >= 2 and not planned(match.group()):
                end = group.span.end + match.end()
                names = "与".join(p.name for p in group.people)
                out.append(Event(f"{names}{match.group()[-2:]}", "reception", [Span(end - 2, end)], head="会见", rule="met",
                                 parties=[p.name for p in group.people]))
    return out


def _delegation(text: str, led: Sequence[Party], verb: Span) -> Party | None:
    """The last party that led a delegation before `verb`, when its object is 代表团 or 一行."""
    if not re.match(r"(?:了)?(?:来访的?)?[^，。；、]{0,10}?(?:代表团|访问团|考察团)(?:一行)?", text[verb.end : verb.end + 20]):
        return None
    before = [g for g in led if g.span.end <= verb.start]
    return before[-1] if before else None


def person_rows(scene: Scene, people: list[Person]) -> list[Row]:
    """Rows of people, sentence by sentence."""
    rows: list[Row] = []
    scene.led = [g for s in scene.sentences for g in parties(scene.marks, people, s)
                 if _LEADS.match(scene.narration, g.span.end)]
    for sentence in scene.sentences:
        groups = parties(scene.marks, people, sentence)
        for index, group in enumerate(groups):
            left = groups[index - 1].span.end if index else sentence.span.start
            right = groups[index + 1].span.start if index + 1 < len(groups) else sentence.span.end
            rows.extend(_group_rows(scene, sentence, group, left, right))
        rows.extend(_met(scene, sentence, groups))
        for group in groups:
            for event in scene.events:
                if event.parties and group.span.end <= event.start < sentence.span.end and {p.name for p in group.people} >= set(event.parties):
                    rows += [Row(event, p.name, "met", (p.span, event.anchors[0]), "met", p.at) for p in group.people]
    return rows


def _group_rows(scene: Scene, sentence: Sentence, group: Party, left: int, right: int) -> Iterable[Row]:
    before = scene.masked[left : group.span.start]
    after = scene.masked[group.span.end : right]
    if right < sentence.span.end and acts_before(after, 0):
        after = after[: max(after.rfind(mark) for mark in "，；。") + 1]
    if re.fullmatch(r"(?:[^，。；]{0,10})?(?:对|向|同|给)[^，。；]{0,8}", after) and right < sentence.span.end:
        # 甲对陪同的乙说: what follows the second group is said by the first.
        end = scene.masked.find("，", right, sentence.span.end)
        said = re.search(r"(?:说|表示|指出|强调|介绍|提出)[，。：“]?$", scene.masked[right : end + 1 if end > 0 else sentence.span.end].rstrip("”"))
        after = after + "说" if said else after
    if planned(before[-20:]) or planned(after[:20]):
        return
    acts = acts_around(before, after, group.span.end) or acts_heard(before, after, group.span.end) or acts_before(before, left)
    listed = bool(acts)
    if not listed or after[:1] not in "，。；":
        acts = acts + acts_after(after, group.span.end) if is_subject(before) else acts
    for act in _with_visits(scene, group, before, after, acts):
        names = {person.name for person in group.people}
        event = scene.event_at(act, sentence, names) if act.rule != "visitor" else scene.visit_at(act.start)
        if event is None or event.planned:
            continue
        scene.members.setdefault(id(event), set()).update(names)
        for person in group.people:
            yield Row(event, person.name, act.role, (person.span, Span(act.start, act.end)), act.rule, person.at)
    for person in group.people:
        # 县长主持座谈会马自忠: the verb stands between the title and the name.
        inside = re.search(r"主持", scene.marks.text[person.span.start : person.at.start])
        if inside:
            at = person.span.start + inside.start()
            event = scene.event_at(Act("chaired", at, at + 2, "scrambled"), sentence)
            if event:
                yield Row(event, person.name, "chaired", (person.span,), "scrambled", person.at)


def _with_visits(scene: Scene, group: Party, before: str, after: str, acts: list[Act]) -> list[Act]:
    """A visitor attends the visit: 甲一行到乙地考察, 陪同甲考察."""
    if not scene.main("visit"):
        return acts
    match = _VISITOR.match(after)
    here = group.span.end
    together = re.match(r"(?:等)?(?:一同|一道|一起|共同|参加了?)(?:调研|考察|观摩|检查|视察|走访|察看|查看|督导)", after)
    if together and not acts:
        return [Act("attended", here, here + together.end(), "visitor")]
    if match and is_subject(before) and not any(a.role in ("accompanied", "attended") for a in acts):
        return [*acts, Act("attended", here, here + match.end(), "visitor")]
    if re.search(r"(?:陪同|迎来|跟随|随同|欢迎)(?:了)?$", before) and re.search(r"^(?:同志)?(?:一行|等)?(?:进行)?[^，。]{0,6}(?:考察|调研|视察|检查|走访)|^一行", after):
        return [Act("attended", here, here + 2, "visitor")]
    return acts


def _met(scene: Scene, sentence: Sentence, groups: list[Party]) -> Iterable[Row]:
    """甲会见乙: both met, in a reception of their own."""
    for verb in meeting_verbs(scene.narration, sentence.span.start, sentence.span.end):
        subject = next((g for g in reversed(groups) if g.span.end <= verb.start), None)
        guest = scene.delegation_before(verb) or next((g for g in groups if g.span.start >= verb.end), None)
        if subject is None or guest is None or "。" in scene.masked[verb.end : guest.span.start]:
            continue
        event = next((e for e in scene.events if any(a.start <= verb.start < a.end for a in e.anchors)), None)
        if event is None:
            continue
        for group in (subject, guest):
            for person in group.people:
                scene.members.setdefault(id(event), set()).add(person.name)
                yield Row(event, person.name, "met", (person.span, verb), "met", person.at)


def reception_events(marks: Marks, sentences: Sequence[Sentence], people: list[Person], blocked: Sequence[Span]) -> list[Event]:
    """One reception for each 会见 that has people on both sides."""
    masked = mask(marks.text, [(s.start, s.end) for s in blocked])
    out: list[Event] = []
    led = [g for s in sentences for g in parties(marks, people, s) if _LEADS.match(masked, g.span.end)]
    for sentence in sentences:
        groups = parties(marks, people, sentence)
        for verb in meeting_verbs(masked, sentence.span.start, sentence.span.end):
            subject = next((g for g in reversed(groups) if g.span.end <= verb.start), None)
            guest = _delegation(masked, led, verb) or next((g for g in groups if g.span.start >= verb.end), None)
            if not subject or not guest or planned(masked[sentence.span.start : verb.start]):
                continue
            hosts, guests = ("、".join(p.name for p in g.people) for g in (subject, guest))
            event = Event(f"{hosts}会见{guests}", "reception", [verb], head="会见", rule="met")
            if not any(e.name == event.name for e in out):
                out.append(event)
            else:
                next(e for e in out if e.name == event.name).anchors.append(verb)
    for match in re.finditer(r"会见(?:时|中|前|后)", masked):
        before = [e for e in out if e.start < match.start()]
        if before:
            before[-1].anchors.append(Span(match.start(), match.end()))
    return out


def visit_events(marks: Marks, sentences: Sequence[Sentence], people: list[Person], blocked: Sequence[Span]) -> list[Event]:
    """The article's visits: one for each leading visitor, or one when somebody is only accompanied."""
    masked = mask(marks.text, [(s.start, s.end) for s in blocked])
    out: list[Event] = []
    seen: set[str] = set()
    for sentence in sentences:
        groups = parties(marks, people, sentence)
        for index, group in enumerate(groups):
            right = groups[index + 1].span.start if index + 1 < len(groups) else sentence.span.end
            left = groups[index - 1].span.end if index else sentence.span.start
            event = _visit_of(marks, masked, group, left, right)
            if event is None:
                continue
            names = {p.name for p in group.people}
            if names & seen:
                out[-1].anchors.extend(event.anchors)
            else:
                out.append(event)
            seen |= names
    return out or _accompanied_visit(masked, sentences)


def _visit_of(marks: Marks, masked: str, group: Party, left: int, right: int) -> Event | None:
    after = masked[group.span.end : right]
    match = _VISITOR.match(after)
    if not match or not is_subject(masked[left : group.span.start]) or planned(after[: match.end()]):
        return None
    verbs = list(_VISIT.finditer(after, 0, match.end()))
    start = group.span.end + (verbs[-1].start() if verbs else match.end() - 2)
    end = _CLAUSE_END.search(marks.text, start)
    words = marks.text[start : min(end.start() if end else start + 2, start + 24)]
    return Event(group.people[0].name + words, "visit", [Span(start, start + len(words))], head=words[:2], rule="visitor")


_ACCOMPANIED = re.compile(r"(?:陪同|一同)(考察|调研|视察|检查|走访)|(?:考察团|代表团|调研组)[^。；]{0,20}(考察|调研|访问)")


def _accompanied_visit(masked: str, sentences: Sequence[Sentence]) -> list[Event]:
    for sentence in sentences:
        match = _ACCOMPANIED.search(masked, sentence.span.start, sentence.span.end)
        if match:
            at = match.start(match.lastindex or 0)
            return [Event(match.group(match.lastindex or 0), "visit", [Span(at, at + 2)], head="", rule="accompanied-visit")]
    return []
