"""A small generated world through a whole build: tenures, planted contradictions, their retraction."""

import dataclasses
from datetime import date

import pytest

from benchmarks.corpus import CONTRADICTIONS, write
from benchmarks.history import _jaccard, contradictions, mean, overlaps, retractions
from kg.build import build
from kg.resolve import resolve
from kg.seeds import load_seeds

# Measured on 100 articles of seed 1: 0.491, the mean of 13 tenures that are proven on three days and more.
OVERLAP_FLOOR = 0.45


@pytest.fixture(scope="module")
def world(small_corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    write(small_corpus, folder)
    made = build([folder / "articles.jsonl"], decisions=folder / "none.jsonl")
    return small_corpus, made, folder


def test_every_planted_contradiction_is_found_and_none_is_invented(world):
    corpus, made, _ = world
    found = contradictions(corpus, made)
    assert {kind: (of.planted, of.found, of.invented) for kind, of in found.items()} == dict.fromkeys(
        CONTRADICTIONS, (1, 1, ())
    )
    # The same answers, had nothing been planted: all of them would count as invented.
    honest = dataclasses.replace(corpus, planted=[])
    assert all(of.planted == 0 and of.invented for of in contradictions(honest, made).values())


def test_retracting_the_false_articles_leaves_what_was_never_read_otherwise(world):
    corpus, made, folder = world
    found = retractions(corpus, folder / "articles.jsonl", made)
    assert (found.retracted, found.exact, found.left) == (4, True, 0)


def test_derived_tenures_overlap_the_true_ones(world):
    corpus, made, _ = world
    articles = {article.id: article for article in made.articles.values()}
    ordered = [articles[own["id"]] for own in corpus.truth]
    facts = {own.id: own for own in made.facts}
    told = [facts[own["id"]] for own in corpus.truth]
    found = overlaps(corpus, ordered, told, resolve(told, load_seeds()))
    share, count = mean(found, 3)
    assert count >= 8 and share >= OVERLAP_FLOOR
    assert sum(each.jaccard == 0 and each.seen > 1 for each in found) <= 2
    strangers = dataclasses.replace(corpus, truth=[{**own, "who": {}} for own in corpus.truth])
    assert mean(overlaps(strangers, ordered, told, resolve(told, load_seeds())), 1)[0] == 0


def test_the_share_of_two_intervals():
    one = (date(2020, 1, 1), date(2020, 1, 11))
    assert _jaccard(one, one) == 1
    assert _jaccard(one, (date(2020, 1, 6), date(2020, 1, 16))) == pytest.approx(1 / 3)
    assert _jaccard(one, (date(2021, 1, 1), date(2021, 2, 1))) == 0
