"""A small generated world through a whole build: planted contradictions, their retraction."""

import dataclasses

import pytest

from benchmarks.corpus import CONTRADICTIONS, write
from benchmarks.history import contradictions, retractions
from kg.build import build


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
