"""Rows of people whom the words only point to: 两人, 客人, 四市市长, 代表团."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.agents import Party, Person, in_sentences
from kg.extract.posts import PostMention
from kg.extract.pronouns import holders
from kg.extract.roles import Act
from kg.extract.rows import JOINT_ROLES, Row, act_rows
from kg.extract.scene import Scene
from kg.model import Span

_THE_TWO = re.compile(
    "(?:两人|二人|双方领导人?|两[国位](?:(?P<title>外长|总理|议长)|领导人|元首)|两市市长|两位市长)"
    "(?:还|又|并|随后|共同|一同|一起)*(?P<verb>见证|出席|签署)(?!签署的)"
)
_CAME = re.compile("(?:客人|来宾)(?:们|一行)?(?:还|又|应邀|共同|一同|随后)*(?P<verb>参加|出席)")
_TWO = 2


def pointed_rows(scene: Scene, posts: Sequence[PostMention]) -> Iterator[Row]:
    """Rows of those whom no name tells in their sentence."""
    for each, person, act in holders(scene.marks.lexicon, scene.masked, scene.spoken, posts):
        yield from act_rows(scene, each.sentence, Party((person,), person.span), act)
    yield from _both(scene, posts)
    yield from _guests(scene)
    yield from _unnamed_visitors(scene)


def _both(scene: Scene, posts: Sequence[PostMention]) -> Iterator[Row]:
    """会谈后，两人共同见证…: the two people of the reception or of the group before (两国总理: by title)."""
    for each, match in in_sentences(_THE_TWO, scene.masked, scene.spoken):
        able = {post.person for post in posts if _is(post, match["title"])} if match["title"] else None
        pair = _pair_before(scene, match.start(), able)
        act = Act(JOINT_ROLES[match["verb"]], *match.span("verb"), "pronoun")
        for person in pair:
            yield from act_rows(scene, each.sentence, Party((person,), person.span), act)


def _guests(scene: Scene) -> Iterator[Row]:
    """会见后，客人参加了…: those received last."""
    for each, match in in_sentences(_CAME, scene.masked, scene.spoken):
        before = [e for e in scene.events if e.guests and e.anchors[-1].start < match.start()]
        act = Act("attended", *match.span("verb"), "pronoun")
        at = Span(match.start(), match.start() + 2)
        for name in before[-1].guests if before else ():
            yield from act_rows(scene, each.sentence, Party((Person(name, at, at),), at), act)


def _is(post: PostMention, title: str) -> bool:
    held = post.body.title
    foreign = title == "外长" and "外交" in post.body.org + held and held.endswith(("部长", "大臣", "国务卿"))
    return foreign or (held.endswith(title) and not held.startswith("副"))


def _pair_before(scene: Scene, position: int, able: set[str] | None) -> tuple[Person, ...]:
    met = [
        (verb.start, event)
        for event in scene.events
        if able is None or able.issuperset(person.name for person, _ in event.met)
        for _, verb in event.met
        if verb.start < position
    ]
    if met:
        last = max(met, key=lambda pair: pair[0])[1]
        people = tuple({person.name: person for person, _ in last.met}.values())
    else:
        groups = [g for each in scene.spoken for g in each.groups if g.span.end <= position]
        people = next((g.people for g in reversed(groups) if len(g.people) > 1), ())
    return people if len(people) == _TWO else ()


def _unnamed_visitors(scene: Scene) -> Iterator[Row]:
    """代表团参观了…: those who lead it."""
    for event in scene.events:
        for name in event.visitors if event.rule == "unnamed-visitor" else ():
            at = event.anchors[0]
            yield Row(event, name, "attended", (at,), "unnamed-visitor", at)
