"""SHACL: a good graph conforms, each planted error is found and explained."""

import dataclasses
import gzip

import pytest
import rdflib
from graph_sample import ARTICLE, build, resolution, sample_facts
from rdflib import RDF, SKOS, XSD

import kg
from kg.errors import SourceError
from kg.graph import article_graphs, is_evidence_quad
from kg.model import AgreementFact, EventFact, Facts, GroupFact, PostFact
from kg.seeds import load_seeds
from kg.validate import ENGINES, Report, ontology_quads
from kg.validate import shacl as engines
from kg.validate import validate as by_engine
from kg.vocab import CODE, KG

K = rdflib.Namespace(KG.namespace)
C = rdflib.Namespace(CODE.namespace)
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def validate(data):
    """The report of the reference, which the other engine must give too, result by result."""
    reports = [by_engine(data, engine) for engine in ENGINES]
    assert reports[0] == reports[1]
    return reports[0]


def graph(lines=None):
    dataset = rdflib.Dataset().parse(data="\n".join(lines or build()), format="nquads")
    union = rdflib.Graph()
    for s, p, o, _ in dataset.quads():
        union.add((s, p, o))
    return union


GOOD = graph()


def broken(*removed, added=()):
    copy = rdflib.Graph()
    copy += GOOD
    for pattern in removed:
        copy.remove(pattern)
    for triple in added:
        copy.add(triple)
    return validate(copy)


def first(term):
    return min(GOOD.subjects(RDF.type, K[term]))


def violations(report, node=None):
    return [r for r in report.results if r.severity == "violation" and node in (None, rdflib.URIRef(r.focus))]


def test_the_sample_conforms():
    report = validate(GOOD)
    assert report == Report(conforms=True, results=())
    assert report.to_text() == "The graph conforms: 0 violations, 0 warnings."


def test_named_graphs_are_taken_together():
    """A jurisdiction lies in graph/derived, the labels of its place in graph/reference."""
    assert validate(rdflib.Dataset().parse(data="\n".join(build()), format="nquads")).conforms


def test_the_data_is_left_as_it_was():
    before = len(GOOD)
    validate(GOOD)
    assert len(GOOD) == before


TENURE, ROW, EVENT = first("Tenure"), first("Participation"), first("Event")
AGREEMENT, GROUP, MEASURE = first("Agreement"), min(GOOD.subjects(K.size, None)), first("Measure")
POST, ORG, EVIDENCE = first("Post"), first("Organization"), min(GOOD.subjects(K.rawStart, None))
STATEMENT = min(GOOD.subjects(RDF.predicate, K.party))
PLACE, PERSON = first("Place"), first("Person")
WITH_CAPACITY = min(GOOD.subjects(K.inCapacity, None))
STRANGER = next(t for t in GOOD.subjects(RDF.type, K.Tenure)
                if GOOD.value(t, K.holder) != GOOD.value(WITH_CAPACITY, K.agent))  # fmt: skip


@pytest.mark.parametrize(
    ("removed", "added", "focus", "said"),
    [
        ((TENURE, K.evidence, None), (), TENURE, "point at its words"),
        ((TENURE, K.holder, None), (), TENURE, "one holder"),
        ((TENURE, K.post, None), (), TENURE, "one post"),
        ((TENURE, K.reviewStatus, None), (), TENURE, "stated, derived"),
        (None, (TENURE, K.holder, PLACE), TENURE, "one holder"),
        (None, (TENURE, K.confidence, rdflib.Literal("1.5", datatype=XSD.decimal)), TENURE, "from 0 to 1"),
        (None, (TENURE, K.confidence, rdflib.Literal("high")), TENURE, "from 0 to 1"),
        (None, (TENURE, K.observedOn, rdflib.Literal("2022", datatype=XSD.gYear)), TENURE, "whole day"),
        (None, (TENURE, K.reviewStatus, C["review-certain"]), C["review-certain"], "not one of the list"),
        ((ROW, K.inEvent, None), (), ROW, "in one event"),
        ((ROW, K.agent, None), (), ROW, "One agent"),
        ((ROW, K.role, None), (ROW, K.role, C["role-slept"]), ROW, "one role"),
        (None, (ROW, K.role, C["role-signed"]), ROW, "one role"),
        (None, (ROW, K.order, rdflib.Literal(0)), ROW, "counts from 1"),
        (None, (WITH_CAPACITY, K.inCapacity, STRANGER), WITH_CAPACITY, "somebody else"),
        ((EVENT, K.kind, None), (), EVENT, "one kind"),
        ((EVENT, SKOS.prefLabel, None), (), EVENT, "a name"),
        (None, (EVENT, K.date, rdflib.Literal("yesterday")), EVENT, "A date is"),
        (None, (EVENT, K.place, PERSON), EVENT, "at a place"),
        ((AGREEMENT, K.kind, None), (), AGREEMENT, "a kind"),
        (None, (AGREEMENT, K.party, EVENT), AGREEMENT, "A party is"),
        ((AGREEMENT, K.evidence, None), (), AGREEMENT, "point at its words"),
        (None, (GROUP, K.size, rdflib.Literal(1)), GROUP, "at least 2"),
        ((MEASURE, K.order, None), (), MEASURE, "place in the list"),
        ((POST, K.title, None), (), POST, "a title"),
        ((ORG, K.kind, None), (), ORG, "a kind"),
        (None, (ORG, K.jurisdiction, PERSON), ORG, "a place"),
        (None, (PLACE, SKOS.notation, rdflib.Literal("21-02")), PLACE, "one code"),
        (None, (PLACE, K.partOf, ORG), PLACE, "part of a place"),
        ((EVIDENCE, OA.hasSource, None), (), EVIDENCE, "one source"),
        (None, (EVIDENCE, K.rawEnd, rdflib.Literal(0)), EVIDENCE, "end after"),
        ((STATEMENT, RDF.object, None), (STATEMENT, RDF.object, PERSON), STATEMENT, "not in the graph"),
        ((STATEMENT, RDF.subject, None), (), STATEMENT, "one subject"),
    ],
)
def test_a_planted_error_is_found_and_explained(removed, added, focus, said):
    report = broken(*([removed] if removed else []), added=[added] if added else [])
    assert not report.conforms
    found = [r for r in violations(report, focus) if said in r.message]
    assert found and all(r.message_zh for r in found)
    assert f"violation: <{focus}>" in report.to_text()


def test_warnings_do_not_break_a_graph():
    facts = Facts(
        id="x",
        agreements=(AgreementFact(title="某市协议", parties=("大连市",)),),
        groups=(GroupFact(name="五市", size=5, members=("大连市", "丹东市")),),
    )
    report = validate(graph(build(facts, None)))
    assert report.conforms
    said = " ".join(r.message for r in report.results if r.severity == "warning")
    assert "usually has two parties" in said and "another number" in said
    assert report.to_text().endswith("The graph conforms: 0 violations, 2 warnings.")


@pytest.mark.parametrize(("begin", "end", "warnings"), [
    ("2016-06-02", "2016-06-01", 1),
    ("2016-06-01", "2016-06-01", 0),
    # a month or a year beside a day
    ("2016-06", "2023-07-11", 0), ("2016-06", "2016-06-01", 0), ("2016", "2016-06-01", 0),
    ("2016-06-30", "2016-06", 0),
    ("2016-07", "2016-06-30", 1), ("2017", "2016-06-30", 1), ("2016-07-01", "2016-06", 1),
    ("2017-01-01", "2016", 1),
])  # fmt: skip
def test_a_tenure_that_ends_before_it_begins(begin, end, warnings):
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    bounds = {K.notBefore: begin, K.notAfter: end}
    report = broken(added=[(TENURE, path, rdflib.Literal(day, datatype=kinds[len(day)]))
                           for path, day in bounds.items()])  # fmt: skip
    assert report.conforms
    assert [(r.focus, r.message) for r in report.results] == [
        (str(TENURE), "The tenure ends before it begins.")
    ] * warnings


def test_two_articles_may_tell_one_fact_with_other_trust():
    facts = sample_facts()
    posts = tuple(dataclasses.replace(p, confidence=0.5, evidence=()) for p in facts.posts)
    first_article = build()
    resolved = resolution(facts)
    other = Facts(id="b", hash="b" * 16, posts=posts, published="2023-01-09")
    same_person = {("b" * 16, name): key for (_, name), key in resolved.persons.items()}
    second = article_graphs(other, None, dataclasses.replace(resolved, persons=same_person), load_seeds())
    both = graph([*first_article, *second.article, *second.derived, *second.reference])
    tenure = next(iter(both.subjects(K.observedOn, rdflib.Literal("2023-01-09", datatype=XSD.date))))
    assert len(set(both.objects(tenure, K.confidence))) == 2
    assert validate(both) == Report(conforms=True, results=())


@pytest.mark.parametrize("kind", ["meeting", "signing", "visit", "reception", "appointment", "other"])
def test_sparse_facts_by_hand_conform(kind):
    facts = Facts(
        id="x",
        events=(EventFact(key="e", name="会", type=kind, date="--12-03", planned=True),),
        posts=(PostFact(person="李强", org="我校", title="校长", former=True),),
        orgs=("纳斯达克", "区委"),
        places=("鼓楼区", "法国", "釜山"),
    )
    assert validate(graph(build(facts, None))).conforms


def test_results_are_sorted_and_repeatable():
    def damage():
        return broken((TENURE, K.holder, None), (ROW, K.role, None), (EVENT, K.kind, None))

    report = damage()
    focuses = [r.focus for r in report.results if r.severity == "violation"]
    assert focuses == sorted(focuses) and len(focuses) >= 3
    assert report == damage()


def test_without_the_evidence_file_the_light_graph_lacks_only_evidence():
    light = validate(graph([line for line in build() if not is_evidence_quad(line)]))
    assert not light.conforms
    assert {r.path for r in violations(light)} == {KG.evidence}


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("name", ["g.nq", "g.nq.gz", "g.ttl", "folder"])
def test_files_and_folders(tmp_path, name):
    content = ("\n".join(build()) + "\n").encode()
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
        (path / "graph.nq.gz").write_bytes(gzip.compress(content))
    elif name == "g.ttl":
        GOOD.serialize(path, format="turtle")
    else:
        path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    assert validate(path).conforms


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("missing.nq", None, "cannot be read"),
        ("broken.ttl", b"<a> <b .", "is broken"),
        ("broken.nq.gz", b"not gzip", "cannot be read"),
        ("graph.csv", b"a,b", "is no RDF file by its name"),
        ("binary.nq", b"\x00\xff\xfe", "is broken"),
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_a_file_that_cannot_be_read_is_named(tmp_path, name, content, problem, engine):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SourceError, match=problem) as caught:
        by_engine(path, engine)
    assert str(caught.value).startswith(str(path)) and "\n" not in str(caught.value)


def test_a_large_file_goes_through_the_fast_engine(tmp_path, monkeypatch):
    path = tmp_path / "g.nq"
    path.write_text("\n".join(build()) + "\n")
    asked = []
    for name in ("_by_pyshacl", "_by_rust"):
        monkeypatch.setattr(engines, name, lambda files, name=name: asked.append(name) or [])
    by_engine(path)
    monkeypatch.setattr(engines, "LARGE", path.stat().st_size - 1)
    by_engine(path)
    assert asked == ["_by_pyshacl", "_by_rust"]


def test_the_ontology_as_quads():
    lines = ontology_quads(base="https://data.example/")
    assert lines == sorted(set(lines)) and not any("_:" in line for line in lines)
    asked = rdflib.Dataset().parse(data="\n".join(lines), format="nquads")
    labels = {o for _, _, o, _ in asked.quads((C["role-chaired"], SKOS.prefLabel, None, None))}
    assert labels == {rdflib.Literal("主持", lang="zh-Hans"), rdflib.Literal("chaired", lang="en")}
    assert {str(g) for *_, g in asked.quads()} == {"https://data.example/graph/ontology"}


def test_the_sample_has_an_article():
    assert rdflib.URIRef(f"https://kg.example/article/{ARTICLE.hash}") in set(
        GOOD.subjects(RDF.type, K.Article)
    )


def test_a_turtle_file_of_a_build_is_read_with_its_evidence(tmp_path):
    kg.build().write(tmp_path / "exports")
    turtle = tmp_path / "exports" / "graph.ttl"
    assert validate(turtle).conforms
    alone = tmp_path / "graph.ttl"
    alone.write_bytes(turtle.read_bytes())
    assert {result.path for result in validate(alone).results} == {str(K.evidence)}
