"""Questions that count or pair: from columns they get the answer of SPARQL, row by row and term by term."""

from pathlib import Path

import duckdb
import pytest

from benchmarks.corpus import make_corpus, write
from kg.build import build
from kg.query import question_named, questions, run
from kg.store import building, open_store, write_graph
from kg.store.columns import COLUMNS_NAME, ask

WORLD = Path(__file__).parents[1] / "data" / "many_articles"
WITH_COLUMNS = [question.name for question in questions() if question.sql]
ASKED = [
    ("who-meets-whom", {"least": "1"}),
    ("who-meets-whom", {"least": "2", "most": "4"}),
    ("who-meets-whom", {"least": "none"}),
    ("cities-signed-together", {}),
    ("cities-signed-together", {"place": "dalian"}),
    ("coverage", {}),
    ("coverage", {"place": "大连"}),
    ("coverage", {"place": "https://kg.example/place/cn-210200"}),
    ("coverage", {"place": "it's"}),
]


@pytest.fixture(scope="module", params=["world", "generated"])
def exports(request, tmp_path_factory):
    """An exports folder of twelve articles by hand, or of 150 generated ones."""
    folder = tmp_path_factory.mktemp("columns")
    source = WORLD
    if request.param == "generated":
        write(make_corpus(150, 3), folder)
        source = folder / "articles.jsonl"
    made = build([source])
    with building(folder / "exports") as staging:
        write_graph(made.lines, staging, made.ontology)
    return folder / "exports"


def test_counting_and_pairing_questions_have_columns():
    assert WITH_COLUMNS == ["cities-signed-together", "coverage", "who-meets-whom"]


@pytest.mark.parametrize(("name", "values"), ASKED)
def test_columns_give_the_answer_of_sparql(exports, name, values, tmp_path):
    (tmp_path / "store").symlink_to(exports / "store")  # a store without columns beside it
    question = question_named(name)
    from_columns, from_store = (run(open_store(place), question, values) for place in (exports, tmp_path))
    assert from_columns == from_store
    assert from_columns.rows or values.get("least") == "none" or "place" in values


def test_the_answer_does_come_from_the_columns(exports, tmp_path):
    """Where the columns hold less than the store, the answer holds less."""
    (tmp_path / "store").symlink_to(exports / "store")
    (tmp_path / COLUMNS_NAME).mkdir()
    for path in (exports / COLUMNS_NAME).iterdir():
        none = "WHERE false" if path.stem == "agreements" else ""
        target = tmp_path / COLUMNS_NAME / path.name
        duckdb.sql(f"COPY (SELECT * FROM '{path}' {none}) TO '{target}' (FORMAT parquet)")
    question = question_named("cities-signed-together")
    assert run(open_store(exports), question).rows and not run(open_store(tmp_path), question).rows


def test_the_tables_count_what_the_store_counts(exports):
    sql = "SELECT count(*) AS n FROM participations WHERE role = 'chaired'"
    counted = ask(exports, sql, {}, "here").values()
    query = "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?p a kg:Participation ; kg:role code:role-chaired }"
    assert counted == run(open_store(exports), query).values() != [("0",)]


def test_the_same_quads_give_the_same_columns(exports, tmp_path):
    made = build([WORLD])
    for name in ("a", "b"):
        with building(tmp_path / name) as staging:
            write_graph(reversed(made.lines) if name == "b" else made.lines, staging)
    one, other = ({p.name: p.read_bytes() for p in (tmp_path / n / COLUMNS_NAME).iterdir()} for n in "ab")
    assert one == other and len(one) == 14
