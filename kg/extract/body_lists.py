"""Bodies and places that stand side by side: 甲、乙两市, 甲、乙市政府."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.places import full_name
from kg.extract.scene import Scene
from kg.model import Span

_JOIN = re.compile(r"(?:[、和与及 ,]|以及)*")
#: 甲、乙等四市: the number and the level word that close a list.
_COUNT = re.compile(r"等?(?:[两二三四五六七八九十]+|\d+)?个?(省|市州|市|县|区|州|城市|省市)?")
_LEVELS = {"城市": "市", "市州": "市"}


@dataclass(frozen=True, slots=True)
class BodyList:
    """Organisations or places that stand side by side, and the level word that closes the list (四市)."""

    names: tuple[str, ...]
    spans: tuple[Span, ...]
    span: Span
    level: str = ""


@dataclass(frozen=True, slots=True)
class ActingBody:
    """A body or a place in the text."""

    span: Span
    name: str
    is_place: bool


def body_lists(scene: Scene, bodies: Sequence[ActingBody]) -> Iterator[BodyList]:
    """Runs of bodies joined by 、 和 与."""
    run: list[ActingBody] = []
    for body in bodies:
        if run and not _JOIN.fullmatch(scene.marks.text[run[-1].span.end : body.span.start]):
            yield _closed(scene, run)
            run = []
        run.append(body)
    if run:
        yield _closed(scene, run)


def _closed(scene: Scene, run: Sequence[ActingBody]) -> BodyList:
    """The run with the level word that closes it (四市): 吉林、延边 are then the cities of those names."""
    end, level = run[-1].span.end, ""
    count = _COUNT.match(scene.marks.text, end, end + 8)
    if count and count.group(1) and all(body.is_place for body in run):
        level = _LEVELS.get(count.group(1), count.group(1))
        end = count.end()
    shared = _shared_office(scene, run) if len(run) > 1 else ""
    names = tuple(_name(scene, body, level) + (shared if body.is_place else "") for body in run)
    return BodyList(names, tuple(body.span for body in run), Span(run[0].span.start, end), level)


def _shared_office(scene: Scene, run: Sequence[ActingBody]) -> str:
    """哈尔滨、齐齐哈尔、黑河市政府: the office of the last one is that of all."""
    last, places = run[-1], scene.marks.lexicon.places
    if last.is_place or not all(body.is_place for body in run[:-1]):
        return ""
    heads = (last.name[:size] for size in range(len(last.name) - 1, 2, -1))
    size = next((len(head) for head in heads if places.get(head) == head), 0)
    office = last.name[size:]
    return office if size and office in scene.marks.lexicon.organs else ""


def _name(scene: Scene, body: ActingBody, level: str) -> str:
    words = scene.marks.text[body.span.start : body.span.end]
    return (full_name(scene.marks, words, level) if level else None) or body.name
