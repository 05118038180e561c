"""Agents: people (with their titles) as they stand in sentences, and groups of them that act together."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from kg.extract.chains import Chain
from kg.extract.marks import Marks
from kg.extract.posts import person_name
from kg.extract.sentences import Sentence
from kg.model import Span

#: What may stand between two people who act together.
_TOGETHER = re.compile(r"(?:还|也|又|分别|再)?(?:[、，和与及以同 \u3000]|以及|还有|并|暨|连同|等(?=[、，和与及]))*")


@dataclass(frozen=True, slots=True)
class Person:
    """One person at one place of the text; `span` covers the titles, `name` the name alone."""

    name: str
    at: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """People who stand together in one sentence: what is said of them is said of each."""

    people: tuple[Person, ...]
    span: Span


def find_people(marks: Marks, chains: list[Chain], blocked: list[Span]) -> list[Person]:
    """Every mention: in chains, and each later mention of a name that a chain gave."""
    found: list[Person] = []
    for chain in chains:
        for index, name in enumerate(chain.names):
            start = chain.start if index == 0 else name.start
            end = chain.end if index == len(chain.names) - 1 else name.end
            found.append(Person(person_name(marks.text, name), name, Span(min(start, name.start), max(end, name.end))))
    names = sorted({p.name for p in found}, key=lambda n: (-len(n), n))
    taken = [False] * (len(marks.text) + 1)
    for person in found:
        for i in range(person.span.start, person.span.end):
            taken[i] = True
    for zone in blocked:
        for i in range(zone.start, zone.end):
            taken[i] = True
    short = _last_parts(names)
    for name in [*names, *short]:
        for match in re.finditer(re.escape(name), marks.text):
            if not any(taken[match.start() : match.end()]):
                span = Span(match.start(), match.end())
                found.append(Person(short.get(name, name), span, span))
                for i in range(match.start(), match.end()):
                    taken[i] = True
    return sorted(found, key=lambda p: p.at)


def _last_parts(names: list[str]) -> dict[str, str]:
    """马明别科夫 → 努尔兰别克·马明别科夫, where one full name alone ends so."""
    parts: dict[str, list[str]] = {}
    for name in names:
        if "·" in name and len(name.rsplit("·", 1)[1]) >= 2:
            parts.setdefault(name.rsplit("·", 1)[1], []).append(name)
    return {part: full[0] for part, full in sorted(parts.items()) if len(full) == 1 and part not in names}


_OBJECT = re.compile(r"(?:会见|会晤|接见|看望|拜会|陪同|委托|欢迎|感谢|介绍)(?:了)?$")


def _is_object(text: str, start: int) -> bool:
    """A list that is the object of a verb ends at a comma: 会见了甲和乙，丙参加会见."""
    return bool(_OBJECT.search(text, max(0, start - 6), start))


def parties(marks: Marks, people: list[Person], sentence: Sentence) -> list[Party]:
    """The groups of people of one sentence, left to right."""
    starts = [p.at.start for p in people]
    low = bisect_left(starts, sentence.span.start)
    high = bisect_left(starts, sentence.span.end)
    groups: list[list[Person]] = []
    for person in people[low:high]:
        if groups:
            last = groups[-1][-1]
            gap = marks.text[last.span.end : person.span.start]
            if person.span.start <= last.span.end or (_TOGETHER.fullmatch(gap) and not (
                    "，" in gap and _is_object(marks.text, groups[-1][0].span.start))):
                groups[-1].append(person)
                continue
        groups.append([person])
    return [Party(tuple(group), Span(group[0].span.start, group[-1].span.end)) for group in groups]
