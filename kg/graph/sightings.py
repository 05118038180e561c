"""What one article proves of persons in posts: on which day it sees, appoints or removes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.graph.article import DEFAULT_BASE
from kg.graph.draft import Draft
from kg.graph.entities import Entities
from kg.graph.iris import Iris
from kg.graph.people import OPENING, days_of, days_seen
from kg.model import Article, Fact, Facts, Resolution
from kg.seeds import Seeds


class Sighting(NamedTuple):
    """A person in a post on a day, as one article tells it.

    `post` and `person` are IRIs, `day` is YYYY-MM-DD; of an act or a résumé it may be YYYY-MM or YYYY. `how`
    is opened or closed for an act of that day, named or gone for an act that the article of that day tells
    without its own day, since or until as a résumé says, seen, or former (called so). `evidence` is the IRI
    of the words, `name` and `words` ("org title") are those of the facts, `is_single` is true of a post for
    one person.
    """

    post: str
    person: str
    day: str
    how: str
    article: str
    evidence: str
    name: str
    words: str
    is_single: bool

    @property
    def order(self) -> str:
        """The day as a text that sorts: a month begins before its days, what ends in it ends after them."""
        return self.day.ljust(10, "~") if self.how in ENDING else self.day


#: How a sighting says that a tenure began, or that it ended.
BEGINNING = ("opened", "named", "since")
ENDING = ("closed", "gone", "until", "former")


def sightings(
    facts: Facts, article: Article | None, resolution: Resolution, seeds: Seeds, *, base: str = DEFAULT_BASE
) -> list[Sighting]:
    """Everything one article proves of tenures: seen on days that are known whole, begun or ended on days,
    months or years; sorted, each once.
    """
    entities = Entities(Draft(facts, article, Iris(base)), resolution, seeds)
    return sorted(set(_posts(entities)) | set(_acts(entities)))


def _posts(entities: Entities) -> Iterator[Sighting]:
    facts, published = entities.draft.facts, entities.draft.published
    seen = days_seen(facts)
    for fact in facts.posts:
        who = (fact.person, fact.org, fact.title)
        for how, told in (("since", fact.since), ("until", fact.until)):
            if told and not told.startswith("-"):
                yield _sighting(entities, fact, who, how, told)
        if fact.former and fact.until:
            continue  # when it ended says more than that it has
        for day in days_of(fact, {} if fact.former else seen, published):
            yield _sighting(entities, fact, who, "former" if fact.former else "seen", day)


def _acts(entities: Entities) -> Iterator[Sighting]:
    for fact in entities.draft.facts.appointments:
        is_opening = fact.action in OPENING
        how, day = "opened" if is_opening else "closed", fact.date
        if day is None:
            how, day = "named" if is_opening else "gone", entities.draft.published
        if day and not day.startswith("-") and fact.action != "nominated":
            yield _sighting(entities, fact, (fact.person, fact.org, fact.title), how, day)


def _sighting(entities: Entities, fact: Fact, who: tuple[str, str, str], how: str, day: str) -> Sighting:
    name, org, title = who
    draft = entities.draft
    words = f"{draft.iri}#text"
    if fact.evidence and draft.has_text:
        words = draft.iris.fragment(draft.key, "char", fact.evidence[0])
    return Sighting(
        post=entities.post(org, title),
        person=entities.person(name),
        day=day,
        how=how,
        article=draft.key,
        evidence=words,
        name=name,
        words=f"{org} {title}",
        is_single=entities.seeds.is_single(title),
    )
