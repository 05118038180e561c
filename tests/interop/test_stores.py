"""Builds in Fuseki and in Virtuoso: loaded by `kg load`, asked every saved question, loaded again."""

import sys
from pathlib import Path

import pytest

import kg

sys.path.append(str(Path(__file__).parent))
from stores import FUSEKI, OXIGRAPH_SERVER, VALUES, VIRTUOSO, differences
from table import BLOCK, HEADS

from kg.query import questions, run
from kg.store import open_endpoint, open_store

WORLD = Path(__file__).parents[1] / "data" / "many_articles"


@pytest.fixture(scope="module")
def exports(many_and_seed):
    return many_and_seed[0]


@pytest.fixture(scope="module")
def fewer(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fewer") / "exports"
    kg.build([WORLD]).write(folder)
    return folder


@pytest.fixture(scope="module", params=[FUSEKI, VIRTUOSO], ids=lambda other: other.name)
def address(request, tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        for name, value in request.param.credentials.items():
            patch.setenv(name, value)
        with request.param.start(tmp_path_factory.mktemp("store")) as started:
            yield started


def test_every_question_has_an_answer_in_the_build(exports):
    store = open_store(exports)
    assert all(run(store, question, VALUES.get(question.name, {})).rows for question in questions())


def test_a_store_of_others_answers_as_the_build_does_and_only_changes_are_sent(address, exports, fewer):
    first = kg.load(address, exports)
    assert (first.way, first.unchanged, first.removed) == ("Graph Store Protocol", 0, 0)
    assert differences(address, exports) == []
    assert kg.load(address, exports).sent == 0
    without = kg.load(address, fewer)
    assert without.removed == 1 and 0 < without.sent < first.sent / 2
    assert differences(address, fewer) == []
    assert differences(address, exports) != []
    ours = [graph for graph in open_endpoint(address).graphs() if graph.startswith("https://kg.example/")]
    assert len(ours) == without.sent + without.unchanged + 1  # the account


def test_the_table_in_the_readme_is_of_all_questions_and_forms():
    """`make interop` writes it; a question that is new or a form that is gone makes it old."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = BLOCK.search(readme)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    assert tuple(rows[0]) == HEADS
    named = {row[0]: row for row in rows[2:]}
    count = len(questions())
    assert {name for name, row in named.items() if row[-1] == f"{count} of {count}"} == {
        OXIGRAPH_SERVER.name, FUSEKI.name, VIRTUOSO.name
    }  # fmt: skip
    assert len(named) == len(rows) - 2 == 10
