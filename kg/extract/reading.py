"""A reading: what has been read of one article before it is written as facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.agents import Person, Spoken
from kg.extract.agreements import Signed
from kg.extract.appointments import Act
from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.documents import Work
from kg.extract.events import Event
from kg.extract.groups import GroupMention
from kg.extract.marks import Marks
from kg.extract.orgs import OrgMention
from kg.extract.places import PlaceMention
from kg.extract.posts import PostMention
from kg.extract.rows import Row
from kg.extract.sentences import Sentence
from kg.extract.settle import Settled
from kg.extract.spans import Spans
from kg.model import Article, CreditFact, Span


@dataclass(frozen=True, slots=True)
class Ground:
    """What every phenomenon rests on: matches, sentences, credits, titles of works, places, dates.

    `zones` are the words of credits, `blocked` those and the works: they hold no narration.
    `places` are divisions of China, `others` countries, cities abroad and towns. `school` is what 我校 means
    here, or ''.
    """

    article: Article
    marks: Marks
    credits: Sequence[CreditFact]
    zones: Sequence[Span]
    sentences: Sequence[Sentence]
    works: Sequence[Span]
    blocked: Spans
    context: Context
    places: Sequence[PlaceMention]
    others: Sequence[PlaceMention]
    dates: Sequence[DateMention]
    school: str


@dataclass(frozen=True, slots=True)
class Actors:
    """People, organisations and groups; `full` gives the full names of those that also have a short one,
    `ours` what 我市 and 学校 mean where they stand, `credits` those of the ground with bodies in full.
    """

    posts: Sequence[PostMention]
    acts: Sequence[Act]
    people: Sequence[Person]
    spoken: Sequence[Spoken]
    orgs: Sequence[OrgMention]
    groups: Sequence[GroupMention]
    full: Mapping[str, str]
    ours: Sequence[tuple[Span, str]]
    credits: Sequence[CreditFact]


@dataclass(frozen=True, slots=True)
class Happenings:
    """Events, their times and places (`settled`, in the same order), who was in them, what they produced."""

    events: Sequence[Event]
    settled: Sequence[Settled]
    rows: Sequence[Row]
    signed: Sequence[Signed]
    documents: Sequence[Work]
