"""Who is who from build to build: IRIs that stay, tombstones of merges, keys that come back after a split."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kg
from kg.resolve import Decision, append_decision, undo_decision
from kg.store import Table

TEXTS = {
    "a": "2022年5月4日，抚顺市市长王健出席项目建设推进会议。",
    "b": "2022年6月5日，鞍山市市长王健主持召开座谈会。",
    "c": "2023年7月8日，抚顺市市长王健主持召开座谈会。",
}
PERSON = "https://kg.example/person/"


class World:
    """Articles, decisions, and real builds of both."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.decisions = folder, folder / "seeds" / "decisions.jsonl"
        (folder / "articles").mkdir()

    def write(self, *names: str) -> None:
        for name in names:
            (self.folder / "articles" / f"{name}.txt").write_text(TEXTS[name], encoding="utf-8")

    def decide(self, verdict: str, *names: str) -> None:
        keys = tuple(kg.read_one(self.folder / "articles" / f"{name}.txt").hash for name in names)
        told = Decision(verdict=verdict, name="王健", articles=keys, date="2026-01-02", by="editor",
                        reason="the same birth year", place="1")  # fmt: skip
        append_decision(self.decisions, told)

    def build(self) -> dict[str, bytes]:
        out = self.folder / "exports"
        kg.build([self.folder / "articles"], decisions=self.decisions, cache=out / ".cache").write(out)
        return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}

    def ask(self, query: str) -> list[tuple[str, ...]]:
        answer = kg.query(query, store=self.folder / "exports")
        assert isinstance(answer, Table)
        return sorted(answer.values())

    def posts(self) -> dict[str, set[str]]:
        """IRI of every 王健 → the posts he holds."""
        rows = self.ask('SELECT ?p ?post { ?p a kg:Person ; skos:prefLabel "王健"@zh-Hans . '
                        "?t kg:holder ?p ; kg:post/skos:prefLabel ?post . "
                        'FILTER(LANGMATCHES(LANG(?post), "zh-Hans")) }')  # fmt: skip
        return {person: {post for other, post in rows if other == person} for person, _ in rows}

    def tombstones(self) -> dict[str, tuple[str, str]]:
        """IRI of a merged person → who it is now, and the reason."""
        rows = self.ask(f"SELECT ?old ?new ?why {{ ?old dct:isReplacedBy ?new . ?s rdf:subject ?old ; "
                        f"rdf:predicate dct:isReplacedBy ; kg:reason ?why . "
                        f'FILTER(STRSTARTS(STR(?old), "{PERSON}")) }}')  # fmt: skip
        return {old: (new, why) for old, new, why in rows}

    def candidates(self) -> list[tuple[str, ...]]:
        return self.ask(f"SELECT ?a ?b {{ ?a kg:sameAsCandidate ?b FILTER(STRSTARTS(STR(?a), '{PERSON}')) }}")


@pytest.fixture
def world(tmp_path):
    return World(tmp_path)


MAYOR_A, MAYOR_B = "抚顺市市长", "鞍山市市长"


def test_a_decided_merge_leaves_a_tombstone_and_its_undoing_revives_the_key(world):
    world.write("a", "b")
    first = world.build()
    before = world.posts()
    assert sorted(map(sorted, before.values())) == [[MAYOR_A], [MAYOR_B]]
    assert (world.tombstones(), world.candidates()) == ({}, [tuple(sorted(before))])
    world.decide("same", "a", "b")
    world.build()
    kept, merged = min(before), max(before)
    assert world.posts() == {kept: {MAYOR_A, MAYOR_B}}
    why = "decided by editor on 2026-01-02: the same birth year"
    assert (world.tombstones(), world.candidates()) == ({merged: (kept, why)}, [])
    assert undo_decision(world.decisions)
    assert world.build() == first
    assert world.posts() == before


def test_a_decided_split_revives_both_keys_of_what_a_rule_merged(world):
    world.write("a", "c")
    world.build()
    (kept,) = world.posts()
    ((merged, (target, why)),) = world.tombstones().items()
    assert target == kept
    assert why.startswith("same name and same post (抚顺市政府 市长)")
    world.decide("different", "a", "c")
    world.build()
    assert world.posts() == {kept: {MAYOR_A}, merged: {MAYOR_A}}
    assert (world.tombstones(), world.candidates()) == ({}, [])


def test_unsure_keeps_them_apart_and_on_the_list(world):
    world.write("a", "c")
    world.decide("unsure", "a", "c")
    world.build()
    assert len(world.posts()) == 2
    assert (world.tombstones(), len(world.candidates())) == ({}, 1)


def test_iris_survive_articles_that_come_and_go(world):
    """Every IRI that a build ever gave a person is that person's, or says who he is now."""
    world.write("b")
    world.build()
    (other,) = world.posts()
    world.write("a")
    world.build()
    (mayor,) = set(world.posts()) - {other}
    world.write("c")
    world.build()
    now = {new for new, _ in world.tombstones().values()} | set(world.posts())
    assert other in world.posts()
    assert mayor in world.posts() or mayor in world.tombstones()
    assert now == set(world.posts())
    (world.folder / "articles" / "c.txt").unlink()
    world.build()
    assert set(world.posts()) == {other, mayor}


def test_the_key_of_a_person_outlives_what_extraction_finds_of_him(world):
    """Facts written by hand stand for those of a better extractor: another post, the same person."""
    world.write("a")
    world.build()
    key = kg.read_one(world.folder / "articles" / "a.txt").hash
    (person,) = world.posts()
    better = {"id": "a", "hash": key, "posts": [{"person": "王健", "org": "抚顺市委", "title": "副书记"}]}
    (world.folder / "articles" / "better.jsonl").write_text(json.dumps(better))
    world.build()
    assert world.posts() == {person: {"抚顺市委副书记"}}
