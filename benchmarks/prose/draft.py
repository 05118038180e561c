"""One article while it is written: sentences from forms, and beside each what it says."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.prose.words import Words
from benchmarks.world.bodies import Post
from benchmarks.world.careers import Tenure

_CHOICE = re.compile(r"<([^<>]*)>")
_NEVER: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence form. In a text `{a}` is a slot, `{a:n}` a bare name, `<x|y>` a choice.

    `roles` says what the people and bodies in the slots do at the event: "a:attended,spoke l:attended";
    "attended|accompanied": either is right.
    """

    name: str
    texts: tuple[str, ...]
    roles: str = ""


def forms(prefix: str, roles: str, *texts: str) -> list[Form]:
    """Forms that say the same, numbered."""
    return [Form(f"{prefix}.{number}", (text,), roles) for number, text in enumerate(texts, 1)]


@dataclass
class Draft:
    """`rows` are those of gold, each with its form and sentence; `who` is name → id of the person meant."""

    words: Words
    rng: Random
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    who: dict[str, str] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)
    _posted: set[tuple[str, str, str]] = field(default_factory=set)

    def say(self, form: Form | Sequence[Form], *, event: str | list[str] = "e1", new: bool = False,
            rows: Sequence[tuple[str, dict[str, Any]]] = (), **slots: Any) -> str:
        """Add a sentence (to a new paragraph, when `new`), with the rows that it states."""
        form = form if isinstance(form, Form) else self.rng.choice(form)
        before = {kind: len(own) for kind, own in self.rows.items()}
        text = self.filled(self.rng.choice(form.texts), slots)
        for slot, roles in _roles(form.roles):
            for agent in _agents(slots.get(slot)):
                for role in roles:
                    either = role.split("|") if "|" in role else role
                    self._add("participation", {"event": event, "agent": agent, "role": either})
        for kind, row in rows:
            self._add(kind, row)
        for kind, own in self.rows.items():
            for row in own[before.get(kind, 0):]:
                row["form"], row["sentence"] = form.name, text
        if new or not self.paragraphs:
            self.paragraphs.append(text)
        else:
            self.paragraphs[-1] += text
        return text

    def filled(self, text: str, slots: Mapping[str, Any]) -> str:
        """The text with its choices made and its slots filled; posts that are named become rows."""
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda found: self.rng.choice(found[1].split("|")), text, count=1)
        out = []
        for literal, name, spec, _ in string.Formatter().parse(text):
            out.append(literal)
            if name is not None:
                out.append(self._value(slots[name], spec or ""))
        return "".join(out)

    def _value(self, value: Any, spec: str) -> str:
        if isinstance(value, Tenure):
            return self.name(value) if spec == "n" else self.person(value)
        if isinstance(value, list):
            return self._list(value)
        return str(value)

    def _list(self, people: list[Tenure]) -> str:
        """甲市副市长A、B，秘书长C: a title that several share stands once."""
        groups: list[list[Tenure]] = []
        for tenure in people:
            known = tenure.person.id in self._told
            last = groups[-1][0] if groups else None
            shares = last and not known and last.person.id not in self._told \
                and self.words.chain(last.seat.posts) == self.words.chain(tenure.seat.posts)
            groups[-1].append(tenure) if shares else groups.append([tenure])
        parts = [self.person(own[0]) + "".join(f"、{self.person(t, bare=True)}" for t in own[1:])
                 for own in groups]
        return self.rng.choice(("，", "、")).join(parts) if len(groups) > 1 else "".join(parts)

    def name(self, tenure: Tenure) -> str:
        self.who[tenure.person.name] = tenure.person.id
        return tenure.person.name

    def person(self, tenure: Tenure, *, bare: bool = False) -> str:
        """Posts and name at the first mention, the name alone afterwards; `bare`: the posts stand before."""
        name = self.name(tenure)
        if tenure.person.id in self._told:
            return name
        self._told.add(tenure.person.id)
        self.posts(tenure, tenure.seat.posts)
        return name if bare else self.words.chain(tenure.seat.posts, self.rng) + name

    def posts(
        self, tenure: Tenure, posts: Sequence[Post], *, former: bool = False, held: Mapping[str, str] = _NEVER
    ) -> None:
        """Rows for the posts of a person, each once; `held` may say since when and until when."""
        for post in posts:
            bodies, titles = self.words.bodies(post), self.words.titles(post)
            key = (tenure.person.name, bodies[0], titles[0])
            if key not in self._posted:
                self._posted.add(key)
                row = {"person": tenure.person.name, "org": bodies, "title": titles, "former": former, **held}
                self._add("posts", row)

    def acts(self, tenure: Tenure, action: str, when: str | None) -> list[tuple[str, dict[str, Any]]]:
        """Rows of an act on every post of a seat; the posts are told with them."""
        self.name(tenure)
        self._told.add(tenure.person.id)
        if action != "nominated":
            self.posts(tenure, tenure.seat.posts, former=action == "removed")
        return [("appointments", {"person": tenure.person.name, "org": self.words.bodies(post),
                                  "title": self.words.titles(post), "action": action, "date": when})
                for post in tenure.seat.posts]

    def _add(self, kind: str, row: dict[str, Any]) -> None:
        own = self.rows.setdefault(kind, [])
        cells = ("event", "agent", "role")
        if kind != "participation" or not any(all(r[c] == row[c] for c in cells) for r in own):
            own.append(row)


def _roles(text: str) -> list[tuple[str, list[str]]]:
    return [(slot, roles.split(",")) for slot, _, roles in (word.partition(":") for word in text.split())]


def _agents(value: Any) -> list[str]:
    if isinstance(value, Tenure):
        return [value.person.name]
    return [agent for each in value for agent in _agents(each)] if isinstance(value, list) else [value]
