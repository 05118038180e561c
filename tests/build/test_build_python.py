"""The verbs from Python: import kg; read, extract, build, query, evaluate, validate."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import networkx
import pytest
import rdflib

import kg
from kg.store import Table

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "articles" / "s01.txt"
KG = rdflib.Namespace("https://kg.example/ontology#")


@pytest.fixture(scope="module")
def built() -> kg.Build:
    return kg.build()


def test_the_public_face_is_whole():
    assert all(hasattr(kg, name) for name in kg.__all__)
    for verb in ("read", "extract", "build", "query", "evaluate", "validate"):
        assert verb in kg.__all__
        assert callable(getattr(kg, verb))


def test_a_room_is_imported_from_though_a_function_has_its_name():
    words = "from kg.read import read_one; from kg.evaluate import score; import kg; kg.read_one, kg.evaluate"
    subprocess.run([sys.executable, "-c", words], check=True)


def test_an_article_and_its_facts():
    article = kg.read_one(SEED)
    facts = kg.extract(article)
    span = facts.posts[0].evidence[0]
    assert article.quote(span) == "省委副书记"
    assert [item.id for item in kg.read([SEED]) if isinstance(item, kg.Article)] == ["s01"]


def test_a_build_gives_an_rdflib_graph(built):
    graph = built.graph()
    assert isinstance(graph, rdflib.Graph)
    people = {str(person) for person in graph.subjects(rdflib.RDF.type, KG.Person) if "/person/" in person}
    assert len(people) == 17
    asked = graph.query("SELECT ?a { ?a a kg:Agreement }", initNs={"kg": KG})
    assert len(set(asked)) == 6
    assert kg.validate(graph).conforms


def test_the_lines_are_sorted_and_each_stands_once(built):
    assert built.lines == tuple(sorted(set(built.lines)))
    assert all(line.endswith("> .") for line in built.lines)


def test_a_build_gives_a_network(built):
    graph = built.network()
    assert isinstance(graph, networkx.MultiDiGraph)
    people = [data["label"] for _, data in graph.nodes(data=True) if data["class"] == "person"]
    assert len(people) == 17
    assert "胡玉亭" in people


def test_a_build_gives_tables(built):
    tables = built.tables()
    assert {name: len(rows) for name, rows in tables.items()} == {
        "posts": 22, "events": 1, "participation": 23, "agreements": 6, "documents": 3, "appointments": 0,
        "groups": 1, "measures": 19, "represented": 9, "aliases": 1, "credits": 9,
    }  # fmt: skip
    assert tables["posts"][0]["article"] == "s01"
    assert tables["posts"][0]["person"] == "胡玉亭"


def test_a_build_gives_a_page_and_a_report(built):
    assert "胡玉亭" in built.page()
    report = built.report()
    assert json.loads(json.dumps(report)) == report
    assert report["counts"]["people"] == 17
    assert report["undecided"] == {"people": [], "places": []}
    assert report["failures"] == []


def test_a_written_build_is_queried(built, tmp_path):
    built.write(tmp_path / "exports")
    answer = kg.query("who-spoke", store=tmp_path / "exports", event="推进会")
    assert isinstance(answer, Table)
    assert {row[2] for row in answer.values()} == {"胡玉亭", "裴伟东", "靳国卫", "李强", "邢鹏", "孙洪军"}
    counted = kg.query("SELECT (COUNT(?t) AS ?n) { ?t a kg:Tenure }", store=tmp_path / "exports")
    assert isinstance(counted, Table)
    assert counted.values() == [("22",)]
    path = ROOT / "ontology" / "questions" / "agreements.rq"
    assert kg.query(path, store=tmp_path / "exports") == kg.query("agreements", store=tmp_path / "exports")


def test_scores_of_a_folder():
    gold = ROOT / "tests" / "gold" / "shared"
    scores = kg.evaluate(gold / "gold", gold / "articles")
    assert scores.strict["core"].rows > 400


def test_the_same_person_in_two_articles_is_undecided_and_listed(tmp_path):
    for number, text in enumerate(("5月4日，抚顺市市长王健出席会议。", "6月5日，鞍山市副市长王健出席会议。")):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    report = kg.build([tmp_path]).report()
    assert report["counts"]["people"] == 2
    assert [pair["name"] for pair in report["undecided"]["people"]] == ["王健"]


def test_nothing_to_build_raises_the_first_error_with_the_others_as_notes(tmp_path):
    with pytest.raises(kg.KgError) as caught:
        kg.build([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert "a.txt" in str(caught.value)
    assert [note for note in caught.value.__notes__ if "b.txt" in note]


def test_progress_is_told(tmp_path):
    said = []
    kg.build([SEED, tmp_path / "missing.txt"], progress=lambda *words: said.append(words))
    assert said == [("read", 1, 0), ("read", 2, 0), ("extract", 1, 1), ("make the graph", 1, 1)]


def test_the_base_names_the_entities_and_not_the_ontology():
    built = kg.build(base="https://data.example.org/kg/")
    assert all("https://kg.example/" not in line.replace("https://kg.example/ontology#", "").replace(
        "https://kg.example/code#", "") for line in built.lines)  # fmt: skip
    assert any(line.startswith("<https://data.example.org/kg/person/") for line in built.lines)
