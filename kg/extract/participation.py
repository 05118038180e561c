"""Participation: which people took part in which event, and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.agents import Party, Spoken
from kg.extract.events import Event, is_planned
from kg.extract.pronouns import said
from kg.extract.receptions import meetings
from kg.extract.roles import Act, announced, done, framed, heard, is_subject
from kg.extract.scene import Delegations, Scene
from kg.extract.sentences import Sentence, clause_end, clause_start
from kg.extract.spans import InOrder
from kg.extract.visits import visiting
from kg.model import Span

_TO_ANOTHER = re.compile(r"(?:[^，。；]{0,10})?[对向同给][^，。；]{0,8}")
_SAID = re.compile(
    r"(?:说|表示|指出|强调|介绍|提出)(?:[，。：“]?$|了?(?:欢迎|感谢|祝贺|敬意|谢意|问候|慰问))"
)
#: 甲在乙陪同下调研, 甲受乙委托出席: what stands around the second group is about the first.
_HEADLINE, _HEAD_LINES = 60, 2  # code points of the longest headline, and the lines below the first one
_FOR = re.compile(r"(?:分别)?代表[^，。；]{2,24}[与同和]")
_JOINTLY = re.compile(r"(?:一行)?，?并?(?:共同|一同|一起)(见证)")
_FRAMES = {
    "在": re.compile(r"(?:等[^，。；]{0,8})?的?(?:陪同|率领|带领|见证|主持)下"),
    "受": re.compile(r"(?:等)?的?(?:委托|委派|指派)，?"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One participation before posts are attached: an agent's role in an event, with its words."""

    event: Event
    agent: str
    role: str
    evidence: tuple[Span, ...]
    rule: str
    at: Span


def person_rows(scene: Scene, delegations: Delegations) -> list[Row]:
    """Rows of people, sentence by sentence."""
    rows: list[Row] = []
    talks = InOrder([event for event in scene.events if event.parties], lambda event: event.anchors[0])
    for each in scene.spoken:
        for number, group in enumerate(each.groups):
            rows.extend(_group_rows(scene, each, number, group))
        rows.extend(_met(scene, each, delegations))
        for group in each.groups:
            rows.extend(_talked(group, talks.starting(group.span.end, each.span.end)))
    for each, person, act in said(scene.marks.lexicon, scene.masked, scene.spoken):
        rows.extend(_act_rows(scene, each.sentence, Party((person,), person.span), act))
    return _told_once(scene, rows)


def _told_once(scene: Scene, rows: Sequence[Row]) -> list[Row]:
    """A headline only announces what the report tells: where both give a role, the report's event holds."""
    heads = [s.sentence.span for s in scene.spoken if _is_head(scene, s.sentence)]
    limit = max((span.end for span in heads), default=0)
    told = {(row.agent, row.role) for row in rows if row.at.start >= limit}
    return [row for row in rows if row.at.start >= limit or (row.agent, row.role) not in told]


def _is_head(scene: Scene, sentence: Sentence) -> bool:
    """One of the first lines, short and without a full stop."""
    text, (start, end) = scene.marks.text, sentence.span
    short = end - start < _HEADLINE and sentence.paragraph <= _HEAD_LINES
    return short and text[end - 1] not in "。！？!?”" and scene.marks.line(start).end == end


def _group_rows(scene: Scene, each: Spoken, number: int, group: Party) -> Iterator[Row]:
    lexicon, before_start = scene.marks.lexicon, each.before(number)
    before = scene.masked[before_start : group.span.start]
    after = _said_of(scene, each, number, group)
    near = clause_end(after, 0, min(20, len(after)), "，。；：")
    if is_planned(lexicon, before, max(0, len(before) - 20), len(before)) or is_planned(
        lexicon, after, 0, near
    ):
        return
    end = group.span.end
    acts = framed(before, after, end) or heard(before, after, end) or announced(lexicon, before, before_start)
    if is_subject(before) and not (acts and after[:1] in ("", "，", "。", "；")):
        acts = acts + done(lexicon, after, end)
    if scene.main("visit"):
        acts = visiting(lexicon, before, after, end, acts)
    for act in acts:
        yield from _act_rows(scene, each.sentence, group, act)
    yield from _scrambled(scene, each.sentence, group)


def _said_of(scene: Scene, each: Spoken, number: int, group: Party) -> str:
    """The words after a group that can be about it, with events and works blanked."""
    right = each.behind(number)
    after = scene.masked[group.span.end : right]
    if right == each.span.end:
        return after
    if _FOR.fullmatch(after):
        # 甲代表某市与乙签署: both sign.
        return after + scene.masked[each.groups[number + 1].span.end : each.behind(number + 1)]
    frame = _FRAMES.get(after)
    framing = frame.match(scene.masked, each.groups[number + 1].span.end) if frame else None
    if framing:
        return f"{after}〓下{scene.masked[framing.end() : each.behind(number + 1)]}"
    if announced(scene.marks.lexicon, after, 0):
        after = after[
            : clause_start(after, 0, len(after))
        ]  # what announces the next group is not about this one
    if _TO_ANOTHER.fullmatch(after):
        # 甲对陪同的乙说: what follows the second group is said by the first.
        said = scene.masked[right : clause_end(scene.masked, right, each.span.end, "，")]
        return after + "说" if _SAID.search(said.rstrip("”")) else after
    return after


def _act_rows(scene: Scene, sentence: Sentence, group: Party, act: Act) -> Iterator[Row]:
    event = scene.visit_at(act.start) if act.rule == "visitor" else scene.event_at(act, sentence, group.names)
    if event is None or event.planned:
        return
    scene.members.setdefault(id(event), set()).update(group.names)
    for person in group.people:
        yield Row(event, person.name, act.role, (person.span, Span(act.start, act.end)), act.rule, person.at)


def _scrambled(scene: Scene, sentence: Sentence, group: Party) -> Iterator[Row]:
    """县长主持座谈会马自忠: the verb stands between the title and the name."""
    for person in group.people:
        at = scene.marks.text.find("主持", person.span.start, person.at.start)
        event = scene.event_at(Act("chaired", at, at + 2, "scrambled"), sentence) if at >= 0 else None
        if event:
            yield Row(event, person.name, "chaired", (person.span,), "scrambled", person.at)


def _met(scene: Scene, each: Spoken, delegations: Delegations) -> Iterator[Row]:
    """甲会见乙: both met, in a reception of their own."""
    for host, verb, guest in meetings(scene.marks.lexicon, scene.narration, each, delegations):
        event = scene.covering(verb.start)
        if event is None or "。" in scene.masked[verb.end : guest.span.start]:
            continue
        for person in (*host.people, *guest.people):
            scene.members.setdefault(id(event), set()).add(person.name)
            yield Row(event, person.name, "met", (person.span, verb), "met", person.at)
        joint = _JOINTLY.match(scene.narration, guest.span.end, each.span.end)
        if joint:
            act = Act("witnessed", joint.start(1), joint.end(1), "met")
            for side in (host, guest):
                yield from _act_rows(scene, each.sentence, side, act)


def _talked(group: Party, events: Iterable[Event]) -> Iterator[Row]:
    """甲同乙举行会谈: those of the group that the talk is named after met."""
    for event in events:
        for person in group.people:
            if person.name in event.parties:
                yield Row(event, person.name, "met", (person.span, event.anchors[0]), "met", person.at)
