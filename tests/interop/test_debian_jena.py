"""Where there is no Maven: Jena as Debian packs it reads all forms but JSON-LD, and answers all questions."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
from debian import asked_of_tdb2, debian_jena
from parsers import FORMS, expected, jena, read_by
from stores import VALUES

from kg.query import questions, run
from kg.query.questions import filled
from kg.store import open_store
from kg.vocab import PREFIXES


@pytest.mark.parametrize("form", [form for form in FORMS if form != "JSON-LD"])  # it fails, and says nothing
def test_riot_finds_the_same_statements_and_remarks_nothing(many_and_seed, form):
    folder, ontology = many_and_seed
    assert read_by(jena(debian_jena()), folder, form) == expected(folder, ontology, form)


def test_tdb2_answers_every_question_as_the_build_does(many_and_seed, tmp_path):
    folder, ontology = many_and_seed
    (tmp_path / "ontology.nq").write_text("".join(f"{line}\n" for line in ontology), encoding="utf-8")
    head = "".join(f"PREFIX {prefix}: <{iri}> " for prefix, iri in PREFIXES.items())
    asked = [head + filled(each, VALUES.get(each.name, {})) for each in questions()]
    answers = asked_of_tdb2(tmp_path / "store", [folder / "graph.nq.gz", tmp_path / "ontology.nq"], asked)
    store = open_store(folder)
    for question, answer in zip(questions(), answers, strict=True):
        expected_answer = run(store, question, VALUES.get(question.name, {}))
        assert expected_answer.rows, question.name
        assert answer.values() == expected_answer.values(), question.name
