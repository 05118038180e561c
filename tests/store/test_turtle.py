import re

from kg.store import Quad, turtle
from kg.store.terms import by_graph, by_subject
from kg.store.turtle import names_of, trig

PREFIXES = {
    "v": "http://v.example/#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
XSD = "http://www.w3.org/2001/XMLSchema#"


def v(name):
    return f"<http://v.example/#{name}>"


def write(*quads, **options):
    return "".join(turtle(by_subject([Quad(*quad) for quad in quads]), PREFIXES, **options))


def body(text):
    return text.split("\n\n", 2)[2]


def test_one_subject_is_written_once_type_and_labels_first():
    text = write(
        ("<e:1>", v("z"), "<e:2>"),
        ("<e:1>", LABEL, '"B"@en'),
        ("<e:1>", LABEL, '"甲"@zh-Hans'),
        ("<e:1>", v("a"), '"x"'),
        ("<e:1>", TYPE, v("Thing")),
        ("<e:1>", v("z"), "<e:2>", "<g:2>"),
    )
    assert body(text) == (
        "<e:1> a v:Thing ;\n"
        '    <http://www.w3.org/2004/02/skos/core#prefLabel> "甲"@zh-Hans, "B"@en ;\n'
        '    v:a "x" ;\n'
        "    v:z <e:2> .\n"
    )


def test_numbers_are_bare_only_where_that_means_the_same():
    cases = {
        f'"7"^^<{XSD}integer>': "7",
        f'"007"^^<{XSD}integer>': '"007"^^xsd:integer',
        f'"0.95"^^<{XSD}decimal>': "0.95",
        f'"1"^^<{XSD}decimal>': '"1"^^xsd:decimal',
        f'"1e3"^^<{XSD}double>': '"1e3"^^xsd:double',
        f'"true"^^<{XSD}boolean>': "true",
        f'"2022-02-25"^^<{XSD}date>': '"2022-02-25"^^xsd:date',
        '"7"': '"7"',
        r'"\"^^<http://www.w3.org/2001/XMLSchema#date>"': r'"\"^^<http://www.w3.org/2001/XMLSchema#date>"',
    }
    for term, written in cases.items():
        assert f"v:p {written} .\n" in write(("<e:1>", v("p"), term)), term


def test_a_local_name_that_needs_an_escape_is_written_in_full():
    for name in ("a.b", "a/b", "char=1,2", "1a", "a(b", ""):
        assert f"<e:1> <http://v.example/#{name}> <e:2> ." in write(("<e:1>", v(name), "<e:2>"))


def test_sections_stand_in_the_order_asked_for_then_by_iri_and_the_rest_last():
    text = write(
        ("<e:1>", TYPE, v("B")),
        ("<e:2>", TYPE, v("A")),
        ("<e:3>", v("p"), "<e:1>"),
        ("<e:4>", TYPE, v("D")),
        ("<e:5>", TYPE, v("C")),
        ("<e:6>", TYPE, v("B")),
        sections=["http://v.example/#B", "http://v.example/#A"],
    )
    assert re.findall("# ---- (.*) ----", text) == ["v:B", "v:A", "v:C", "v:D", "described elsewhere"]
    assert text.index("<e:1> a") < text.index("<e:6> a") < text.index("<e:2> a")


def test_the_name_of_an_object_is_a_comment_that_ends_no_statement():
    quads = [
        Quad("<e:1>", v("p"), "<e:2>"),
        Quad("<e:1>", v("q"), "<e:3>"),
        Quad("<e:2>", LABEL, r'"Two\nlines . "@en'),
        Quad("<e:3>", LABEL, '"Firm Co."@en'),
        Quad("<e:3>", LABEL, '"某公司."@zh-Hans'),
    ]
    text = "".join(turtle(by_subject(quads), PREFIXES, names=names_of(by_subject(quads))))
    assert "v:p <e:2> ; # Two lines\n" in text
    assert "v:q <e:3> # 某公司.\n" not in text
    assert "v:q <e:3> # 某公司\n    .\n" in text
    # A parallel reader splits at a full stop before a newline: each must be the end of a statement.
    statements = re.split(r"(?<=\.)\n", text)
    assert all(s.count('"') % 2 == 0 and s.strip().endswith(".") for s in statements if s.strip())
    assert "Two lines" not in "".join(turtle(by_subject(quads), PREFIXES))


def test_long_lists_stand_one_a_line():
    long = [("<e:1>", v("p"), f'"{n}{"字" * 50}"') for n in range(3)]
    assert body(write(*long)).count("\n") == 3


def test_trig_has_no_word_graph_and_the_default_graph_first():
    quads = [Quad("<e:1>", v("p"), "<e:2>", "<g:1>"), Quad("<e:1>", v("p"), "<e:2>")]
    text = "".join(trig(by_graph(quads), PREFIXES))
    assert text.endswith("\n<e:1> v:p <e:2> .\n\n<g:1> {\n<e:1> v:p <e:2> .\n}\n")
    assert "GRAPH" not in text.upper()
