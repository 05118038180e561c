import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import StoreError
from kg.store import Quad, Term, parse_quads, parse_term, quote, term_text

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY_TEXT)
def test_any_string_survives_quoting(value):
    written = quote(value)
    assert parse_term(written).value == value
    assert "\n" not in written and "\r" not in written
    assert next(parse_quads([f"<a:s> <a:p> {written} ."])).object == written


@pytest.mark.parametrize(
    "text",
    [
        "<https://kg.example/person/1>",
        "_:b0",
        '"a"',
        '"张"@zh-Hans',
        '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
        r'"a\"^^<x>"',
        r'"\"@en"',
        r'"\\"@zh-Latn-pinyin',
    ],
)
def test_terms_go_there_and_back(text):
    assert term_text(parse_term(text)) == text


def test_terms_are_taken_apart():
    assert parse_term('"张"@zh-Hans') == Term(
        "literal", "张", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh-Hans"
    )
    assert parse_term(r'"a\u4E00\U0001F600\t\\n"').value == "a一😀\t\\n"
    assert parse_term(r'"x\"^^<y>"').datatype == "http://www.w3.org/2001/XMLSchema#string"


def test_quads_are_taken_apart():
    lines = ['<a:s> <a:p> "o p ."@en <a:g> .\n', "<a:s> <a:p> <a:o> ."]
    assert list(parse_quads(lines)) == [
        Quad("<a:s>", "<a:p>", '"o p ."@en', "<a:g>"),
        Quad("<a:s>", "<a:p>", "<a:o>", ""),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "<a:s> <a:p> <a:o>",
        "<a:s>  <a:p> <a:o> .",
        '<a:s> <a:p> "a"b" .',
        '"s" <a:p> <a:o> .',
        "<a:s> <a p> <a:o> . trailing",
        '<a:s> <a:p> "two\nlines" .',
        r'<a:s> <a:p> "\q" .',
        "<a s> <a:p> <a:o> .",
    ],
)
def test_a_broken_line_is_named(line):
    with pytest.raises(StoreError, match="quad 2: not an N-Quads statement"):
        list(parse_quads(["<a:s> <a:p> <a:o> .", line]))
