import re
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.packaged import ontology_dir
from kg.query import Parameter, parse_question, question_named, questions, read_question, run
from kg.store import open_store
from kg.store.oxigraph import write_store

TEXT = """# title (en): Who likes whom
# title (zh): 谁喜欢谁
# description: One line
# description: and another.
# parameter name: part of a name
# parameter kind: a kind
SELECT ?s WHERE {
  VALUES ?given_name { UNDEF }
  VALUES ?given_kind { "x" }
  ?s ?p ?o . FILTER(CONTAINS(?o, ?given_name) && ?given_kind = "x")
}
"""
NAMES = [
    "agreements", "credits", "documents", "evidence-of-person", "group-members", "initiatives",
    "member-cities-without-secretary", "posts-of-person", "when-and-where", "who-chaired", "who-spoke",
]  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("format")
    lines = [
        f'<e:{n}> <e:p> "{value}" <g:1> .' for n, value in enumerate(['say \\"x\\"', "a\\\\b", "甲", "} #"])
    ]
    write_store(lines, folder / "store")
    return open_store(folder)


def test_the_head_says_what_a_question_is():
    question = parse_question(TEXT, "likes.rq", "likes")
    assert (question.name, question.title_en, question.title_zh) == ("likes", "Who likes whom", "谁喜欢谁")
    assert question.description == "One line and another."
    assert question.parameters == (
        Parameter(name="name", explanation="part of a name", default=None),
        Parameter(name="kind", explanation="a kind", default="x"),
    )


def test_a_query_without_a_head_has_no_parameters(store):
    assert parse_question("# a remark\nASK { }", "query").parameters == ()
    assert run(store, "\nASK { ?s ?p ?o }").value is True
    with pytest.raises(QueryError, match="query: has no parameter 'name'; it takes none"):
        run(store, "ASK { }", {"name": "x"})


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("# parameter kind: a kind\n", "", "given_kind has no line"),
        ('  VALUES ?given_kind { "x" }\n', "", "needs one line 'VALUES \\?given_kind"),
        (
            'VALUES ?given_kind { "x" }',
            'VALUES ?given_kind { "x" "y" }',
            "needs one line 'VALUES \\?given_kind",
        ),
        (
            'VALUES ?given_kind { "x" }',
            'VALUES ?given_kind { "x" }\nVALUES ?given_kind { "y" }',
            "needs one line",
        ),
    ],
)
def test_head_and_query_must_name_the_same_parameters(old, new, problem):
    assert old in TEXT
    with pytest.raises(QueryError, match=f"likes.rq: .*{problem}"):
        parse_question(TEXT.replace(old, new), "likes.rq")


def test_a_value_that_is_needed_or_unknown_is_named(store):
    question = parse_question(TEXT, "likes.rq")
    for values in ({}, {"name": ""}, {"kind": "x"}):
        with pytest.raises(QueryError, match=r"likes\.rq: needs the parameter 'name'; part of a name"):
            run(store, question, values)
    with pytest.raises(QueryError, match="has no parameter 'nmae'; it takes name, kind"):
        run(store, question, {"nmae": "x"})


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ('say "x"', ["e:0"]),
        ("a\\b", ["e:1"]),
        ("甲", ["e:2"]),
        ("} #", ["e:3"]),
        ("\n", []),
        ("\\", ["e:1"]),
        ("\x00", []),
        # Attempts to leave the literal: they are searched for, and nothing else happens.
        ('" } } #', []),
        ('" } SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } #', []),
        ('"@en UNDEF } ?s ?p ?o } #', []),
        ('\\" } ?s ?p ?o } #', []),
        ("\\u0022 } #", []),
        ("$1\\1\\g<0>", []),
    ],
)
def test_values_are_literals_whatever_they_hold(store, value, found):
    question = parse_question(TEXT, "likes.rq")
    assert [row[0] for row in run(store, question, {"name": value}).values()] == found


def test_a_default_can_be_replaced(store):
    question = parse_question(TEXT, "likes.rq")
    assert len(run(store, question, {"name": "甲", "kind": "x"}).rows) == 1
    assert len(run(store, question, {"name": "甲", "kind": "y"}).rows) == 0


def test_broken_text_is_refused(store):
    with pytest.raises(QueryError, match="the value of 'name' is broken text"):
        run(store, parse_question(TEXT, "likes.rq"), {"name": "\udce5"})


def test_errors_keep_the_line_of_the_file(store):
    broken = TEXT.replace("?s ?p ?o .", "?s ?p ?o ..")
    with pytest.raises(QueryError, match=r"likes\.rq:10:\d+: "):
        run(store, parse_question(broken, "likes.rq"), {"name": "several\nlines"})


def test_a_file_is_read_and_its_troubles_are_named(tmp_path, store):
    path = tmp_path / "mine.rq"
    path.write_text("\ufeffASK { ?s ?p ?o }", encoding="utf-8")
    assert run(store, read_question(path)).value is True
    path.write_bytes("SELECT * { ?s ?p '甲' }".encode("gb18030"))
    with pytest.raises(QueryError, match=r"mine\.rq: is not UTF-8"):
        read_question(path)
    with pytest.raises(QueryError, match=r"none\.rq: cannot be read"):
        read_question(tmp_path / "none.rq")


def test_the_saved_questions_are_listed():
    assert {question.name for question in questions()} >= set(NAMES)
    for question in questions():
        assert question.title_en and re.search("[一-鿿]", question.title_zh) and question.description
        assert all(parameter.explanation for parameter in question.parameters)
        assert question_named(question.name) == question


def test_an_unknown_question_names_its_neighbours():
    with pytest.raises(
        QueryError, match="who-spok: there is no saved question of that name; did you mean who-spoke"
    ):
        question_named("who-spok")
    with pytest.raises(QueryError, match=r"zzz: .*; the questions are .*agreements, .*credits, .*who-spoke"):
        question_named("zzz")


def test_the_questions_are_general():
    """Nothing in a question names a person, a place or an event: 书记 is the only Chinese word in a query."""
    for path in sorted((ontology_dir() / "questions").glob("*.rq")):
        query = re.sub(r"^#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        assert set(re.findall("[一-鿿]+", query)) <= {"书记"}, path.name
        assert not re.search(r"\bLANG\([^)]*\)\s*=", query), path.name
        assert "LANGMATCHES" in query, path.name
        assert path.read_text(encoding="utf-8").endswith("\n")


def test_the_questions_run_where_no_prefix_is_known():
    for question in questions():
        pyoxigraph.Store().query(question.text)


def test_the_page_about_questions_lists_them_with_their_parameters():
    page = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
    cells = [line.split("|") for line in page.splitlines() if line.count("|") == 4]
    rows = {row[1].strip(" `"): row[3] for row in cells}
    for question in questions():
        assert re.findall("`([a-z]+)`", rows[question.name]) == [p.name for p in question.parameters]
