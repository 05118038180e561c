"""What a worker does: the functions of the rooms below, with one article, one name or one post at a time.

A resolution is made for each article from what is said about it: the keys of its persons, the places of
events that it shares, the spells of its tenures; its own places it knows itself.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from kg.build import Found
from kg.graph import Sighting, article_graphs, review_quads, sightings, tenures
from kg.model import Resolution, to_json
from kg.resolve import Decision, EventMention, PersonMention, Told, resolve_events, resolve_name, told_alone
from kg.scale.shards import found_in
from kg.seeds import load_seeds

#: Of facts.parquet.
COLUMNS = "hash string, id string, published string, title string, source string, url string, facts string"


class Said(NamedTuple):
    """What one article has to know from others: a person (name, key), a shared event (key, place), a spell
    (name, "org title", ordinal); or a line that belongs to no article.
    """

    kind: str
    value: Any


Named = tuple[str, str]  # ("name", a person's) or ("event", its block)
Keyed = tuple[str, Said]  # key of an article (of a line: itself), what is said


def told_of(found: Found) -> Iterator[tuple[Named, PersonMention | EventMention]]:
    """What an article says that must be seen together with others: persons by name, events by block."""
    told = _told(found)
    for mention in told.mentions:
        yield ("name", mention.name), mention
    for block, event in told.events.items():
        yield ("event", "\n".join(block)), event


def resolved(
    named: tuple[Named, Iterable[Any]], *, decided: Mapping[str, Iterable[Decision]], base: str
) -> Iterator[Keyed]:
    """Who is who among all mentions of one name, or where an event of several articles was."""
    (kind, name), mentions = named
    if kind == "event":
        for (article, key), place in resolve_events(mentions).items():
            yield article, Said("event", (key, place))
        return
    block = resolve_name(name, mentions, decided.get(name, ()), load_seeds())
    for (article, own), key in block.persons.items():
        yield article, Said("person", (own, key))
    told = Resolution(persons={}, places={}, merges=block.merges, candidates=block.candidates, ids=block.ids)
    yield from _as_lines(review_quads(told, base=base))


def sightings_of(
    found: Iterable[Found], said: Iterable[Keyed], *, base: str
) -> Iterator[tuple[str, Sighting]]:
    """(post, sighting) for all that the articles of a shard prove of tenures."""
    for several, who in _with_resolution(found, _about(said)):
        for each in several:
            for sighting in sightings(each.facts, each.article, who, load_seeds(), base=base):
                yield sighting.post, sighting


def tenures_of(post: tuple[str, Iterable[Sighting]], *, base: str) -> Iterator[Keyed]:
    """The tenures of one post."""
    held = tenures(post[1], base=base)
    yield from _as_lines(held.derived)
    for (article, name, words), number in held.spells.items():
        yield article, Said("spell", (name, words, number))


def lines_of(found: Iterable[Found], said: Iterable[Keyed], *, base: str) -> Iterator[str]:
    """All lines of the articles of a shard, and those that have come to it by themselves."""
    about = _about(said)
    for several, who in _with_resolution(found, about):
        yield from review_quads(who, base=base)
        for each in several:
            made = article_graphs(each.facts, each.article, who, load_seeds(), base=base)
            yield from (*made.article, *made.derived, *made.reference)
    for values in about.values():
        yield from (value for kind, value in values if kind == "line")


def rows_of(path: str) -> Iterator[tuple[str | None, ...]]:
    """A row of COLUMNS for all facts of an extracted shard; `facts` is the record of docs/facts.md."""
    for found in found_in(path):
        facts = found.facts
        plain = (facts.id, facts.published, facts.title, facts.source, facts.url)
        yield (found.key, *plain, to_json(facts).decode())


def _as_lines(lines: Iterable[str]) -> Iterator[Keyed]:
    return ((line, Said("line", line)) for line in lines)


def _told(found: Found) -> Told:
    return told_alone(dataclasses.replace(found.facts, hash=found.key), load_seeds())


def _about(said: Iterable[Keyed]) -> defaultdict[str, list[Said]]:
    about: defaultdict[str, list[Said]] = defaultdict(list)
    for key, value in said:
        about[key].append(value)
    return about


def _with_resolution(
    found: Iterable[Found], about: Mapping[str, Iterable[Said]]
) -> Iterator[tuple[list[Found], Resolution]]:
    """The facts of each article (several, when facts written by hand add up) with what is known of it.
    `found` comes by key.
    """
    for key, members in groupby(found, key=attrgetter("key")):
        several = list(members)
        told = [_told(each) for each in several]
        places = {name: code for one in told for name, code in one.places.items()}
        undecided = {name: codes for one in told for name, codes in one.undecided.items()}
        said: defaultdict[str, list[Any]] = defaultdict(list)
        for kind, value in about.get(key, ()):
            said[kind].append(value)
        yield several, Resolution(
            persons={(key, name): person for name, person in said["person"]},
            places=places,
            undecided=tuple((*name, undecided[name]) for name in sorted(undecided) if name not in places),
            events={(key, event): place for event, place in said["event"]},
            spells={(key, name, words): ordinal for name, words, ordinal in said["spell"]},
        )
