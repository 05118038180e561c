"""Facts of many articles → one Resolution."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.errors import FactsError
from kg.labels import split_name
from kg.model import Candidate, Facts, Merge, Resolution
from kg.resolve.decisions import Decision
from kg.resolve.events import EventBlock, EventMention, event_mentions, resolve_events
from kg.resolve.mentions import PersonMention, person_mentions
from kg.resolve.people import Block, resolve_block
from kg.resolve.places import places_of
from kg.seeds import Seeds


def resolve(facts: Iterable[Facts], seeds: Seeds, decisions: Iterable[Decision] = ()) -> Resolution:
    """Who is who and what is where in all articles. One pass; the order of articles does not matter.

    Every Facts needs its hash (FactsError). Facts of one hash are one article: their places and posts add up.
    TableError when decisions contradict each other.
    """
    blocks: dict[str, list[PersonMention]] = {}
    places: dict[tuple[str, str], str] = {}
    undecided: dict[tuple[str, str], tuple[str, ...]] = {}
    events: dict[EventBlock, set[EventMention]] = {}
    for article_facts in facts:
        told = told_alone(article_facts, seeds)
        places |= told.places
        undecided |= told.undecided
        for event, event_mention in told.events.items():
            events.setdefault(event, set()).add(event_mention)
        for mention in told.mentions:
            blocks.setdefault(mention.name, []).append(mention)
    persons, merges, candidates, ids = _people(blocks, decisions, seeds)
    return Resolution(
        persons=persons,
        places=dict(sorted(places.items())),
        merges=tuple(sorted(merges, key=lambda merge: (merge.kept, merge.merged))),
        candidates=tuple(sorted(candidates, key=lambda pair: (pair.first, pair.second))),
        ids=tuple(sorted(ids)),
        events={key: place for block in events.values() for key, place in resolve_events(block).items()},
        undecided=tuple((*key, undecided[key]) for key in sorted(undecided) if key not in places),
    )


class Told(NamedTuple):
    """What one article says without all others: its places, as in Resolution, the events that it may share
    with others, and the persons that it names.
    """

    places: dict[tuple[str, str], str]
    undecided: dict[tuple[str, str], tuple[str, ...]]
    events: dict[EventBlock, EventMention]
    mentions: list[PersonMention]


def told_alone(facts: Facts, seeds: Seeds) -> Told:
    """The part of a resolution that needs one article only. FactsError when the facts have no hash."""
    article = facts.hash
    if article is None:
        raise FactsError(facts.id, "has no hash", "give every article's facts a hash first")
    codes, open_names = places_of(facts, seeds)
    return Told(
        {(article, name): code for name, code in codes.items()},
        {(article, name): found for name, found in open_names.items()},
        event_mentions(facts, article, codes),
        person_mentions(facts, article, codes, seeds),
    )


def resolve_name(
    name: str, mentions: Iterable[PersonMention], decisions: Iterable[Decision], seeds: Seeds
) -> Block:
    """The part of a resolution that needs all mentions of one name, and the decisions about it."""
    by_article: dict[str, PersonMention] = {}
    for mention in mentions:
        by_article[mention.article] = _joined(by_article.get(mention.article), mention)
    return resolve_block(by_article.values(), decisions, _frequency(name, seeds))


def _joined(known: PersonMention | None, mention: PersonMention) -> PersonMention:
    """The same article read twice is one article: the mention that says more, told by content alone."""
    if known is None:
        return mention
    return max(known, mention, key=lambda m: (len(m.posts), m.key))


def _people(
    blocks: Mapping[str, Iterable[PersonMention]], decisions: Iterable[Decision], seeds: Seeds
) -> tuple[dict[tuple[str, str], str], list[Merge], list[Candidate], list[tuple[str, str]]]:
    told: dict[str, list[Decision]] = {}
    for decision in decisions:
        told.setdefault(decision.name, []).append(decision)
    persons: dict[tuple[str, str], str] = {}
    merges: list[Merge] = []
    candidates: list[Candidate] = []
    ids: list[tuple[str, str]] = []
    for name in sorted(blocks):
        block = resolve_name(name, blocks[name], told.get(name, ()), seeds)
        persons |= block.persons
        merges += block.merges
        candidates += block.candidates
        ids += block.ids
    return dict(sorted(persons.items())), merges, candidates, ids


def _frequency(name: str, seeds: Seeds) -> float:
    """Of the surname; 1 where it was not counted."""
    return seeds.surname_frequency.get(split_name(name, seeds)[0], 1.0)


def check_decisions(decisions: Iterable[Decision]) -> None:
    """Raise the TableError of decisions that contradict each other, whatever the articles say."""
    told: dict[str, list[Decision]] = {}
    for decision in decisions:
        told.setdefault(decision.name, []).append(decision)
    for name, of_name in told.items():
        keys = {article for decision in of_name for article in decision.articles}
        mentions = [PersonMention(article=key, name=name, key=key, posts=(), year=None) for key in keys]
        resolve_block(mentions, of_name)
