"""A small generated world through extraction and resolution: floors that may rise and never silently fall."""

import dataclasses

import pytest

from benchmarks import results
from benchmarks.scoring import extraction, gold_of, identity
from kg.extract import extract, load_lexicon
from kg.model import Facts, Merge, Resolution
from kg.read.articles import article_from_object
from kg.resolve import resolve
from kg.seeds import load_seeds

# Measured on 100 articles of seed 1: core F1 0.982, recall of tied pairs 0.952, mentions found 0.978.
CORE_FLOOR, RECALL_FLOOR, FOUND_FLOOR = 0.95, 0.92, 0.95


@pytest.fixture(scope="module")
def world(small_corpus):
    lexicon = load_lexicon()
    articles = [article_from_object(item, stem="x", place="x", path=None) for item in small_corpus.articles]
    facts = [dataclasses.replace(extract(article, lexicon), hash=article.hash) for article in articles]
    return small_corpus.truth, articles, facts


def test_no_two_people_are_made_one(world):
    truths, articles, facts = world
    found = identity(truths, [article.hash for article in articles], resolve(facts, load_seeds()))
    assert found.unstated == 0
    assert found.wrong == () and found.wrong_pairs == 0
    assert found.recall >= RECALL_FLOOR
    assert found.found / found.mentions >= FOUND_FLOOR
    assert found.reasoned > 50


def test_extraction_stays_above_its_floor(world):
    counts, failures = extraction(*world)
    assert counts["core"].f1 >= CORE_FLOOR
    assert counts["core"].rows > 800
    assert len(failures) == sum(c.fp + c.fn for kind, c in counts.items() if kind != "core")


def test_nothing_extracted_scores_nothing(world):
    truths, articles, facts = world
    counts, failures = extraction(truths, articles, [Facts(id=f.id) for f in facts])
    assert counts["core"].f1 == 0.0
    assert {failure.problem for failure in failures} == {"missing"}
    assert all(failure.form != "?" for failure in failures)


def test_gold_has_no_field_of_the_generator(world):
    gold = gold_of(world[0][0])
    assert gold.of("posts") and not any("form" in row.fields for row in gold.of("posts"))


def two_people(truths):
    """Two mentions of different people, in two articles."""
    (first, one), (second, two) = ((t, next(iter(t["who"]))) for t in (truths[0], truths[-1]))
    assert first["who"][one] != second["who"][two]
    return (first["id"], one), (second["id"], two)


@pytest.mark.parametrize(("merges", "unstated"), [
    ((), 1), ((Merge(kept="k", merged="x", reason="same name and same post"),), 0),
])
def test_a_false_merge_is_counted_and_told_with_its_reason(world, merges, unstated):
    truths = world[0]
    first, second = two_people(truths)
    made = Resolution(persons={first: "k", second: "k"}, places={}, merges=merges)
    found = identity(truths, [truth["id"] for truth in truths], made)
    assert (found.wrong_pairs, found.unstated, len(found.wrong)) == (1, unstated, 1)
    assert all(merge.reason in found.wrong[0] for merge in merges)


def test_a_section_of_the_results_is_replaced_and_the_others_stay(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    results.put_section("Extraction speed", "slow")
    results.put_section("Something else", "stays")
    before = results.RESULTS.read_text(encoding="utf-8")
    results.put_section("Extraction speed", "slow")
    assert results.RESULTS.read_text(encoding="utf-8") == before
    results.put_section("Extraction speed", "fast")
    text = results.RESULTS.read_text(encoding="utf-8")
    assert "slow" not in text and "fast" in text and "stays" in text
