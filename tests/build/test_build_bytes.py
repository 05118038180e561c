"""Same input, same bytes: whatever the process, the order of the sources, or how often an article comes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import build

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "articles" / "s01.txt"
SHARED = ROOT / "tests" / "gold" / "shared" / "articles"
EXPORTS = {
    "graph.ttl", "evidence.ttl", "ontology.ttl", "graph.trig", "graph.nq.gz", "graph.jsonld", "graph.rdf",
    "graph.graphml", "graph.gexf", "nodes.csv", "edges.csv",
    "neo4j-nodes.csv", "neo4j-edges.csv", "graph.cypher", "facts.jsonl", "store", "graph.html", "report.json",
}  # fmt: skip


def made(folder: Path, *sources: Path | str, seed: str = "0") -> dict[str, bytes]:
    """The files of a build by a process of its own, with its own order of sets."""
    subprocess.run(
        [sys.executable, "-m", "kg", "build", "-o", str(folder), *map(str, sources)],
        check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed},
    )  # fmt: skip
    assert {path.name for path in folder.iterdir()} >= EXPORTS
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    assert one.keys() == other.keys()
    return {name for name in one if one[name] != other[name]}


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    """A build of five articles in the order of their names."""
    sources = [SHARED / f"{name}.txt" for name in ("a01", "a03", "b02", "b08", "s01")]
    return made(tmp_path_factory.mktemp("build") / "exports", *sources)


def test_another_process_and_another_order_give_the_same_bytes(tmp_path, several):
    sources = [SHARED / f"{name}.txt" for name in ("s01", "b02", "a03", "b08", "a01")]
    assert differing(made(tmp_path / "exports", *sources, seed="7"), several) == set()


def test_another_article_does_change_the_files(tmp_path, several):
    sources = [SHARED / f"{name}.txt" for name in ("a01", "a03", "b02", "b08")]
    assert differing(made(tmp_path / "exports", *sources), several) == set(several) - {"ontology.ttl"}


def test_a_folder_a_copy_and_a_list_of_files_are_the_same_sources(tmp_path, several):
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name in ("a01", "a03", "b02", "b08", "s01"):
        shutil.copy(SHARED / f"{name}.txt", tmp_path / "in")
    shutil.copy(SHARED / "s01.txt", tmp_path / "in" / "sub" / "z.txt")  # the same text under a later name
    assert differing(made(tmp_path / "exports", tmp_path / "in"), several) == set()


def test_the_name_of_a_copy_decides_nothing_but_the_id(tmp_path):
    (tmp_path / "x").mkdir()
    shutil.copy(SEED, tmp_path / "x" / "b.txt")
    shutil.copy(SEED, tmp_path / "x" / "a.txt")
    for order in (("a", "b"), ("b", "a")):
        built = build([tmp_path / "x" / f"{name}.txt" for name in order])
        assert [facts.id for facts in built.facts] == ["a"]


def test_a_folder_is_walked_in_another_order_than_its_files_are_named(tmp_path):
    """a/ comes before a-b/, but "a-b/x.txt" before "a/y.txt": the id must not depend on who came first."""
    paths = [tmp_path / "a" / "y.txt", tmp_path / "a-b" / "x.txt"]
    for path in paths:
        path.parent.mkdir()
        shutil.copy(SEED, path)
    assert [facts.id for facts in build([tmp_path]).facts] == ["x"]
    assert [facts.id for facts in build(paths).facts] == ["x"]


def test_exported_facts_build_the_same_graph(tmp_path, several):
    """The stage between can be a file: facts and their articles give what the articles give."""
    (tmp_path / "facts.jsonl").write_bytes(several["facts.jsonl"])
    sources = [SHARED / f"{name}.txt" for name in ("a01", "a03", "b02", "b08", "s01")]
    again = made(tmp_path / "exports", tmp_path / "facts.jsonl", *sources)
    assert differing(again, several) == set()


def test_facts_of_a_file_replace_what_extract_finds(tmp_path):
    seed = build([SEED]).facts[0]
    post = {"person": "胡玉亭", "org": "大连市委", "title": "书记"}
    corrected = {"id": "s01", "hash": seed.hash, "posts": [post]}
    (tmp_path / "corrected.json").write_text(json.dumps(corrected), encoding="utf-8")
    for sources in ([SEED, tmp_path / "corrected.json"], [tmp_path / "corrected.json", SEED]):
        built = build(sources)
        assert [len(facts.posts) for facts in built.facts] == [1]
        assert built.facts[0].agreements == ()
        assert set(built.articles) == {seed.hash}  # its text stays, for the words behind the facts
