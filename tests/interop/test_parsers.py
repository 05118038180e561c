"""Every file of a build, in every parser that needs no Java: the same statements, and no remark."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
from fetch import FETCHED, fetch_n3
from parsers import OXIGRAPH, RAPPER, RDFLIB, SERDI, expected, n3, read_by

PARSERS = [OXIGRAPH, RAPPER, RDFLIB, SERDI, n3(FETCHED / "n3")]


@pytest.fixture(scope="module", autouse=True)
def n3_is_there():
    fetch_n3()


@pytest.mark.parametrize(
    "parser, form",
    [pytest.param(each, form, id=f"{each.name} {form}") for each in PARSERS for form in each.forms],
)
def test_each_parser_finds_the_same_statements_and_remarks_nothing(many_and_seed, parser, form):
    folder, ontology = many_and_seed
    assert read_by(parser, folder, form) == expected(folder, ontology, form)


def test_a_file_that_lacks_a_statement_or_is_broken_is_noticed(many_and_seed, tmp_path):
    folder, ontology = many_and_seed
    text = (folder / "graph.trig").read_text().splitlines(keepends=True)
    cut = next(number for number, line in enumerate(text) if "kg:confidence" in line and line.endswith(";\n"))
    (tmp_path / "exports").mkdir()
    changed = tmp_path / "exports" / "graph.trig"
    changed.write_text("".join(text[:cut] + text[cut + 1 :]))
    assert len(expected(folder, ontology, "TriG") - read_by(RAPPER, changed.parent, "TriG")) == 1
    changed.write_text("".join(text[:-3]))
    with pytest.raises(RuntimeError, match="rapper"):
        read_by(RAPPER, changed.parent, "TriG")
