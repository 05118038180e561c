"""The mapping: plain data, compiled; a misspelt term is an error where it is written."""

from collections import defaultdict

import pytest

from kg.errors import TableError
from kg.graph.mapping import MAPPING
from kg.graph.templates import TEMPLATES, blocks, columns, compiled, turtle_blocks
from kg.vocab import KG, OA, RDF, XSD

END = " <g:1> ."


def test_a_record_becomes_its_lines():
    row = ("https://kg.example/article/ab", 3, 5)
    (text,) = TEMPLATES["words"]([row], END)
    words = text.splitlines()
    assert columns(MAPPING["words"]) == ("article", "start", "end") and len(words) == 6
    assert words[0] == f"<{row[0]}#char=3,5> <{RDF.type}> <{KG.Evidence}> <g:1> ."
    assert words[4].endswith(f'#position=3,5> <{OA.start}> "3"^^<{XSD.nonNegativeInteger}> <g:1> .')


def test_only_texts_are_escaped_and_every_row_is_written():
    write = compiled({"said": '<{node}> skos:prefLabel "{text}"@{tag}\n<{node}> kg:kind {term}'})["said"]
    rows = [("e:1", 'a"\\\n大连\x01', "zh-Hans", '"\\n"'), ("e:2", "b", "en", "<e:3>")]
    label, kind = "<http://www.w3.org/2004/02/skos/core#prefLabel>", f"<{KG.kind}>"
    assert write(rows, END) == (
        f'<e:1> {label} "a\\"\\\\\\n大连\\u0001"@zh-Hans{END}\n<e:1> {kind} "\\n"{END}\n'
        f'<e:2> {label} "b"@en{END}\n<e:2> {kind} <e:3>{END}\n',
    )
    assert write([], END) == ("",)


def test_every_text_of_a_record_is_escaped_when_one_needs_it():
    quote = TEMPLATES["quote"]
    names = columns(MAPPING["quote"])
    plain = {name: name for name in names} | {"before": "大连", "after": "市委书记"}
    others, told = quote([tuple(plain.values())], END)
    assert others.isascii() and '"大连"' in told and "\\" not in told
    for name in ("exact", "before", "after"):
        _, told = quote([tuple({**plain, name: '引"号\n'}.values())], END)
        assert told.count("\n") == 3 and f'"引\\"号\\n"{END}' in told


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("<{a}> kg:hodler <{b}>", "no term kg:hodler"),
        ("<{a}> foo:bar <{b}>", "no term foo:bar"),
        ('<{a}> kg:order "{b}"^^xsd:intger', "no term xsd:intger"),
        ("<{a}> kg:holder", "no triple"),
        ("<{a}> kg:holder two words", "no triple"),
        ("<{a}> kg:holder b", "no term: b"),
        ("<{a}> kg:holder <x'>", "no term: <x'>"),
    ],
)
def test_a_broken_line_of_the_mapping_is_named(line, problem):
    with pytest.raises(TableError, match=problem):
        compiled({"broken": line})


def test_turtle_tells_each_subject_once_with_the_names_of_the_vocabularies():
    kinds = {
        "typed": '<{node}> rdf:type <{type}>\n<{node}> kg:order "{n}"^^xsd:integer',
        "said": '<{node}> skos:prefLabel "{text}"@{tag}',
        "link": "<{node}> <{predicate}> {object}",
    }
    tell, said = blocks(kinds), defaultdict(list)
    tell["typed"]([("e:1", KG.Post, 3), ("e:2", "e:Own", 4)], said)
    tell["said"]([("e:1", 'a"大\n', "en")], said)
    tell["link"]([("e:1", KG.post, "<e:3>"), ("e:1", "e:own", '"x"')], said)
    assert turtle_blocks(said) == (
        '<e:1> a kg:Post ;\n    kg:order "3"^^xsd:integer ;\n    skos:prefLabel "a\\"大\\n"@en ;\n'
        '    kg:post <e:3> ;\n    <e:own> "x" .\n<e:2> a <e:Own> ;\n    kg:order "4"^^xsd:integer .\n'
    )
    with pytest.raises(TableError, match="no term kg:hodler"):
        blocks({"broken": "<{a}> kg:hodler <{b}>"})
