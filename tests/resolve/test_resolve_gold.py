"""On the facts of the gold articles: who is one person, who is not, and nothing else is guessed."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import Facts, PostFact
from kg.resolve import resolve
from kg.seeds import load_seeds

SEEDS = load_seeds()
GOLD = sorted((Path(__file__).parents[1] / "gold").rglob("*.json"))


def first(answers: Any) -> Any:
    return answers[0] if isinstance(answers, list) else answers


def gold_facts(path: Path) -> Facts:
    data = json.loads(path.read_text(encoding="utf-8"))
    posts = [PostFact(person=row["person"], org=first(row["org"]), title=first(row["title"]),
                      former=row.get("former", False)) for row in data.get("posts", [])]  # fmt: skip
    return Facts(
        id=path.stem,
        hash=hashlib.sha256(path.stem.encode()).hexdigest()[:16],
        published=data.get("published"),
        posts=tuple(posts),
        places=tuple(first(name) for name in data.get("places", [])),
    )


FACTS = [gold_facts(path) for path in GOLD]
RESULT = resolve(FACTS, SEEDS)


def key_of(stem: str, name: str) -> str:
    article = next(facts.hash for facts in FACTS if facts.id == stem)
    assert article is not None
    return RESULT.persons[article, name]


def test_two_secretaries_of_one_name_stay_two() -> None:
    assert key_of("s01", "李强") != key_of("b05", "李强")  # 营口市委, 上海市委
    assert [c.prior for c in RESULT.candidates if c.name == "李强"] == [0.733]


def test_every_merge_rests_on_a_post_that_both_hold() -> None:
    posts: dict[str, set[tuple[str, str]]] = {}
    for facts in FACTS:
        for post in facts.posts:
            posts.setdefault(key_of(facts.id, post.person), set()).add((post.org, post.title))
    for merge in RESULT.merges:
        assert merge.reason.startswith("same name and same post (")
        assert any(f"{org} {title}" in merge.reason for org, title in posts[merge.kept])


@pytest.mark.parametrize("facts", FACTS, ids=lambda facts: facts.id)
def test_a_place_is_decided_open_or_unknown_to_the_gazetteer(facts: Facts) -> None:
    decided = {name for article, name in RESULT.places if article == facts.hash}
    undecided = {name for article, name, _ in RESULT.undecided if article == facts.hash}
    unknown = {name for name in facts.places if not SEEDS.places.by_name(name)}
    assert decided.isdisjoint(undecided)
    assert set(facts.places) <= decided | undecided | unknown
    assert all(SEEDS.places.by_code(RESULT.places[facts.hash or "", name]) for name in decided)


def test_full_names_in_gold_are_nearly_always_decided() -> None:
    full = {(f.hash or "", name) for f in FACTS for name in f.places if SEEDS.places.by_full_name(name)}
    assert len(full) > 150
    assert len(full & set(RESULT.places)) / len(full) > 0.98
