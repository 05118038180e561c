"""A reasoner (HermiT) on ontology, alignments and a built graph: consistent; broken ones are not."""

import io

import owlready2
import pytest
import rdflib
from graph_sample import build
from rdflib import PROV, RDF, RDFS, XSD

from kg.build import build as build_seeds
from kg.packaged import ontology_dir
from kg.validate import Report, validate
from kg.vocab import CLASSES, KG

K = rdflib.Namespace(KG.namespace)
FOAF = rdflib.FOAF
# HermiT knows the datatypes of OWL 2 only: these literals reach it as plain strings. No axiom speaks of them.
UNKNOWN_TO_OWL = {XSD.date, XSD.gYear, XSD.gYearMonth, XSD.gMonthDay,
                  rdflib.URIRef("http://www.opengis.net/ont/geosparql#wktLiteral")}  # fmt: skip


@pytest.fixture(scope="module")
def everything():
    return with_ontology(build())


def with_ontology(lines):
    graph = rdflib.Graph()
    for name in ("kg", "codes", "alignments"):
        graph.parse(ontology_dir() / f"{name}.ttl")
    built = rdflib.Dataset().parse(data="\n".join(lines), format="nquads")
    for s, p, o, _ in built.quads():
        unknown = isinstance(o, rdflib.Literal) and o.datatype in UNKNOWN_TO_OWL
        graph.add((s, p, rdflib.Literal(str(o)) if unknown else o))
    return graph


def is_consistent(graph):
    world = owlready2.World()
    loaded = world.get_ontology("https://kg.example/check#")
    loaded.load(fileobj=io.BytesIO(graph.serialize(format="nt", encoding="utf-8")), format="ntriples")
    names = {c.iri for c in world.classes()}
    assert {KG[name] for name in CLASSES} <= names  # a reasoner that was given nothing finds it consistent
    assert list(world[KG.Tenure].instances()) and list(world[KG.Evidence].instances())
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


def with_triples(graph, *triples):
    changed = rdflib.Graph()
    changed += graph
    for triple in triples:
        changed.add(triple)
    return changed


def first(graph, term):
    return min(graph.subjects(RDF.type, term))


def test_ontology_alignments_and_graph_are_consistent(everything):
    assert is_consistent(everything)


def test_the_graph_of_the_seeds_is_consistent_and_conforms():
    lines = build_seeds().lines
    assert is_consistent(with_ontology(lines))
    assert validate(rdflib.Dataset().parse(data="\n".join(lines), format="nquads")) == Report(True, ())


@pytest.mark.parametrize(
    ("term", "other"),
    [("Person", "Event"), ("Organization", "Place"), ("Group", "Organization"), ("Post", "Tenure"),
     ("Agreement", "Article"), ("Measure", "Work")],
)  # fmt: skip
def test_a_node_of_two_disjoint_classes_is_found(everything, term, other):
    node = first(everything, K[term])
    assert not is_consistent(with_triples(everything, (node, RDF.type, K[other])))


def test_a_holder_that_is_a_place_is_found(everything):
    tenure, place = first(everything, K.Tenure), first(everything, K.Place)
    assert not is_consistent(with_triples(everything, (tenure, K.holder, place)))


def test_evidence_as_derivation_is_the_trap_it_is_said_to_be(everything):
    trap = (K.evidence, RDFS.subPropertyOf, PROV.wasDerivedFrom)
    assert not is_consistent(with_triples(everything, trap))


def test_a_person_that_foaf_calls_an_organization_is_found(everything):
    person = first(everything, K.Person)
    assert not is_consistent(with_triples(everything, (person, RDF.type, FOAF.Organization)))
