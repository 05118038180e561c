"""Resolution: who is who. A value beside the facts, computed from facts, seeds and decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.article import Span


def local_person_key(article_hash: str, name: str) -> str:
    """Key of one person in one article (16 hex digits): never made of what changes later. A better extractor
    finds other posts, and the person keeps the key.
    """
    return hashlib.sha256(f"{article_hash}\n{name}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two local keys are one person, and why. Evidence is (article hash, span) pairs."""

    kept: str
    merged: str
    reason: str
    evidence: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two persons share a name and nothing decides; `prior` is the chance that they are one."""

    first: str
    second: str
    name: str
    prior: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The outcome for a set of articles.

    `persons` maps (article hash, name) to the canonical person key; `places` maps (article hash, name as in
    the facts) to a GB/T 2260 code (or an ISO 3166 code for a country). A name that is absent from `places`
    is undecided and gets an IRI from its name. `undecided` lists those names with the codes they could be;
    `ambiguous` are those of them (article hash, name) that could be a known place. `spells` maps (article
    hash, person, "org title") to the number of the spell that the article tells of, if not the first. `ids`
    are (person key, external id that someone reviewed). `events` maps (article hash, event key) of an event
    that several articles tell to the code of its place, or to "" where none of them names it.
    """

    persons: Mapping[tuple[str, str], str]
    places: Mapping[tuple[str, str], str]
    merges: tuple[Merge, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    undecided: tuple[tuple[str, str, tuple[str, ...]], ...] = field(default=())
    ids: tuple[tuple[str, str], ...] = ()
    events: Mapping[tuple[str, str], str] = field(default_factory=dict)
    spells: Mapping[tuple[str, str, str], int] = field(default_factory=dict)
    ambiguous: frozenset[tuple[str, str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ambiguous = frozenset((key, name) for key, name, codes in self.undecided if codes)
        object.__setattr__(self, "ambiguous", ambiguous)
