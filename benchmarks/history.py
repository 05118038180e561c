"""Tenures, contradictions and retractions of a generated world, beside its truth."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.corpus import CONTRADICTIONS, Corpus
from benchmarks.prose.words import Words
from benchmarks.world.careers import LAST, Tenure, World
from kg.build import Build, Kept, build, rebuild
from kg.graph import Sighting, sightings
from kg.graph.tenures import Spell, bounds, spells_of
from kg.model import Article, Facts, Resolution
from kg.query import question_named, run
from kg.resolve import RETRACTED, Decision
from kg.resolve.mentions import short_body
from kg.store import open_store
from kg.store.oxigraph import Store, write_store

#: Kind of contradiction → the saved question, and its columns with the two articles.
QUESTIONS = {
    "two holders": ("contradiction-two-holders", "article", "other_article"),
    "two places": ("contradiction-two-places", "article", "other_article"),
    "two dates": ("contradiction-two-dates", "article", "other_article"),
    "two party lists": ("contradiction-party-lists", "named_by", "not_by"),
}
#: Observations (days on which articles prove a tenure) from which on the overlap with the truth is counted.
LEAST_SEEN = (3, 8, 20)
_SLACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Overlap:
    """One derived tenure beside the true one; `seen` days prove it, and both of its ends are told or bounded
    by other holders where it `is_closed`.
    """

    seen: int
    is_closed: bool
    jaccard: float


def overlaps(
    corpus: Corpus, articles: Sequence[Article], facts: Sequence[Facts], who: Resolution
) -> list[Overlap]:
    """The overlap of every derived tenure with the true one of its person and post (0 where there is none);
    `articles` and `facts` run in parallel with the corpus.
    """
    truth = {article.hash: own["who"] for article, own in zip(articles, corpus.truth, strict=True)}
    posts: dict[str, list[Sighting]] = {}
    for article, own in zip(articles, facts, strict=True):
        for sighting in sightings(own, article, who, corpus.world.seeds):
            posts.setdefault(sighting.post, []).append(sighting)
    found = []
    for told in posts.values():
        spells = spells_of(told)
        for spell in spells:
            true = _true(spell, truth, corpus.world)
            share = _jaccard(_interval(spell, spells), (true.start, true.end or LAST)) if true else 0.0
            begin, end = bounds(spell, spells)
            closed = bool(begin or spell.first.how in ("opened", "named")) and bool(end or spell.closed)
            found.append(Overlap(len({proof.day for proof in spell.proofs}), closed, share))
    return found


def _interval(spell: Spell, spells: Sequence[Spell]) -> tuple[date, date]:
    """From the act that began the tenure to the one that ended it, as far as they are told; else from the
    first (to the last) proof, and half of the way to the bound that another holder sets.
    """
    begin, end = bounds(spell, spells)
    first, last = date.fromisoformat(spell.first.day), date.fromisoformat(spell.last.day)
    if begin and spell.first.how not in ("opened", "named"):
        first -= (first - date.fromisoformat(begin.day)) / 2
    if end and not spell.closed:
        told = any(left.how == "gone" and left.day == end.day for left in spell.left)
        last += (date.fromisoformat(end.day) - last) / (1 if told else 2)
    return first, last


def _true(spell: Spell, truth: Mapping[str, Mapping[str, str]], world: World) -> Tenure | None:
    votes: Counter[int] = Counter()
    known: dict[int, Tenure] = {}
    for proof in spell.proofs:
        person, day = truth[proof.article].get(proof.name), date.fromisoformat(proof.day)
        for tenure in world.by_person.get(person or "", ()):
            near = tenure.start - _SLACK <= day <= (tenure.end or LAST) + _SLACK
            if near and proof.words in _words(tenure, Words(world, day, None)):
                votes[id(tenure)] += 1
                known[id(tenure)] = tenure
    return known[votes.most_common(1)[0][0]] if votes else None


def _words(tenure: Tenure, words: Words) -> set[str]:
    """"org title" of every post of a seat, in every way to write it."""
    return {f"{short_body(body)} {words.title(post)}" for post in tenure.seat.posts
            for body in words.bodies(post)}


def _jaccard(one: tuple[date, date], two: tuple[date, date]) -> float:
    common = (min(one[1], two[1]) - max(one[0], two[0])).days
    whole = (max(one[1], two[1]) - min(one[0], two[0])).days
    return max(0, common) / whole if whole else 1.0


def mean(found: Iterable[Overlap], least: int, *, closed: bool = False) -> tuple[float, int]:
    """(mean overlap, how many) of the tenures with so many observations; perhaps only of the closed ones."""
    shares = [each.jaccard for each in found if each.seen >= least and each.is_closed >= closed]
    return (sum(shares) / len(shares) if shares else 0.0), len(shares)


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Of one kind: how many are planted, how many of them are found, and the pairs of articles (ids) that are
    listed though nothing was planted in either.
    """

    planted: int
    found: int
    invented: tuple[tuple[str, ...], ...]


def contradictions(corpus: Corpus, made: Build) -> dict[str, Contradictions]:
    """What the saved questions list in a build, beside what was planted."""
    with tempfile.TemporaryDirectory() as folder:
        write_store(sorted([*made.lines, *made.ontology]), Path(folder) / "store")
        return _listed(corpus, open_store(Path(folder)))


def _listed(corpus: Corpus, store: Store) -> dict[str, Contradictions]:
    false_halves = {planted.articles[1] for planted in corpus.planted}
    made = {}
    for kind in CONTRADICTIONS:
        name, *columns = QUESTIONS[kind]
        answer = run(store, question_named(name), {})
        places = [answer.variables.index(column) for column in columns]
        pairs = {frozenset(str(row[place]) for place in places) for row in answer.values()}
        planted = {frozenset(each.articles) for each in corpus.planted if each.kind == kind}
        invented = sorted(tuple(sorted(pair)) for pair in pairs if not pair & false_halves)
        made[kind] = Contradictions(len(planted), len(planted & pairs), tuple(invented))
    return made


@dataclass(frozen=True, slots=True)
class Retractions:
    """`exact`: the build without the retracted articles is, line by line, the one that never read them, and
    nothing in it names one of them; `left` counts the planted contradictions that are still listed.
    """

    retracted: int
    exact: bool
    left: int


def retractions(corpus: Corpus, sources: Path, made: Build) -> Retractions:
    """Retract the false half of every planted contradiction from the build `made` of `sources`."""
    keys = {article.id: key for key, article in made.articles.items()}
    false_halves = sorted({planted.articles[1] for planted in corpus.planted})
    gone = tuple(keys[each] for each in false_halves)
    decision = Decision(verdict=RETRACTED, name="planted", articles=gone, date="2024-01-01", by="benchmark",
                        reason="its contradiction was planted", place="the benchmark")
    after = rebuild(Kept(made.base, made.failures, dict(made.articles), made.facts), [decision])
    rest = sources.parent / "rest.jsonl"
    rows = sources.read_text(encoding="utf-8").splitlines(keepends=True)
    rest.write_text("".join(r for r in rows if json.loads(r)["id"] not in false_halves), encoding="utf-8")
    never = build([rest], decisions=sources.parent / "none.jsonl")
    named = any(key in line for line in after.lines for key in gone)
    found = contradictions(corpus, after)
    return Retractions(len(gone), after.lines == never.lines and not named,
                       sum(each.found for each in found.values()))
