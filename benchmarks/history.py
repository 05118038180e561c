"""Contradictions and retractions of a generated world, beside its truth."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import CONTRADICTIONS, Corpus
from kg.build import Build, Kept, build, rebuild
from kg.query import question_named, run
from kg.resolve import RETRACTED, Decision
from kg.store import open_store
from kg.store.oxigraph import Store, write_store

#: Kind of contradiction → the saved question, and its columns with the two articles.
QUESTIONS = {
    "two holders": ("contradiction-two-holders", "article", "other_article"),
    "two places": ("contradiction-two-places", "article", "other_article"),
    "two dates": ("contradiction-two-dates", "article", "other_article"),
    "two party lists": ("contradiction-party-lists", "named_by", "not_by"),
}

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
