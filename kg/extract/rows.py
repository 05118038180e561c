"""Rows of participation, before posts are attached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.agents import Party
from kg.extract.events import Event
from kg.extract.roles import Act
from kg.extract.scene import Scene
from kg.extract.sentences import Sentence
from kg.model import Span

#: What two do together.
JOINT_ROLES = {
    "见证": "witnessed", "出席": "attended", "参加": "attended", "签署": "signed", "主持": "chaired",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One participation before posts are attached: an agent's role in an event, with its words."""

    event: Event
    agent: str
    role: str
    evidence: tuple[Span, ...]
    rule: str
    at: Span


def act_rows(scene: Scene, sentence: Sentence, group: Party, act: Act) -> Iterator[Row]:
    """What a group did, at each event that the act belongs to; nobody takes part in what is planned."""
    for event in scene.events_at(act, sentence, group.names):
        if event.planned:
            continue
        scene.members.setdefault(id(event), set()).update(group.names)
        for person in group.people:
            words = (person.span, Span(act.start, act.end))
            yield Row(event, person.name, act.role, words, act.rule, person.at)
