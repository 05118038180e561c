"""The ontology is complete: every term with labels, a comment and an example; files that fit each other."""

import json
import re

import pytest
import rdflib
import term_list
from rdflib import OWL, RDF, RDFS, SKOS

from kg.packaged import ontology_dir
from kg.vocab import CLASSES, CODE, CODES, KG, PREFIXES, PROPERTIES

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
PROV = rdflib.PROV
K = rdflib.Namespace(KG.namespace)
CLAIMS = (RDFS.subPropertyOf, OWL.equivalentProperty, RDFS.subClassOf, OWL.equivalentClass)


def load(*names):
    graph = rdflib.Graph()
    for name in names:
        graph.parse(ontology_dir() / f"{name}.ttl")
    return graph


ONTOLOGY = load("kg")
CODE_LISTS = load("codes")
ALIGNMENTS = load("alignments")
SHAPES = load("shapes")


def languages(graph, node, predicate):
    return [o.language for o in graph.objects(node, predicate)]


def test_fourteen_classes_and_no_property_beyond_the_list():
    classes = {str(c) for c in ONTOLOGY.subjects(RDF.type, OWL.Class) if str(c).startswith(KG.namespace)}
    properties = {str(p) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
                  for p in ONTOLOGY.subjects(RDF.type, kind)}  # fmt: skip
    assert classes == {KG[name] for name in CLASSES} and len(classes) == 14
    assert properties == {KG[name] for name in PROPERTIES} and 30 <= len(properties) <= 45


@pytest.mark.parametrize("name", CLASSES + PROPERTIES)
def test_every_term_has_labels_and_a_comment_with_an_example(name):
    assert sorted(languages(ONTOLOGY, K[name], RDFS.label)) == ["en", "zh-Hans"]
    comments = {o.language: str(o) for o in ONTOLOGY.objects(K[name], RDFS.comment)}
    assert "E.g. " in comments["en"] and len(comments["en"]) > 30
    if name in CLASSES:
        assert "例:" in comments["zh-Hans"]


def test_labels_are_not_used_twice_for_two_classes():
    for language in ("en", "zh-Hans"):
        found = [
            str(o)
            for name in CLASSES
            for o in ONTOLOGY.objects(K[name], RDFS.label)
            if o.language == language
        ]
        assert len(found) == len(set(found))


def test_every_code_has_both_labels_and_its_list():
    for scheme, names in CODES.items():
        assert sorted(languages(CODE_LISTS, rdflib.URIRef(CODE[scheme]), SKOS.prefLabel)) == ["en", "zh-Hans"]
        for name in names:
            node = rdflib.URIRef(CODE[f"{scheme}-{name}"])
            assert sorted(languages(CODE_LISTS, node, SKOS.prefLabel)) == ["en", "zh-Hans"]
            assert list(CODE_LISTS.objects(node, SKOS.inScheme)) == [rdflib.URIRef(CODE[scheme])]
    known = set(CODE_LISTS.subjects(RDF.type, SKOS.Concept)) | set(
        CODE_LISTS.subjects(RDF.type, SKOS.ConceptScheme)
    )
    assert {str(node) for node in known} == {CODE[name] for name in CODE}


def test_the_core_pulls_in_no_other_ontology():
    assert not list(ONTOLOGY.objects(None, OWL.imports)) + list(ALIGNMENTS.objects(None, OWL.imports))
    named = {str(n) for triple in ONTOLOGY for n in triple if isinstance(n, rdflib.URIRef)}
    known = (KG.namespace, "http://www.w3.org/", "http://purl.org/dc/terms/", "https://kg.example/ontology")
    assert not {iri for iri in named if not iri.startswith(known)}


def test_alignments_name_only_terms_that_exist_and_reach_every_vocabulary():
    subjects = {str(s) for s in ALIGNMENTS.subjects() if str(s).startswith(KG.namespace)}
    assert subjects <= {KG[name] for name in CLASSES + PROPERTIES}
    targets = " ".join(sorted({str(o) for o in ALIGNMENTS.objects()}))
    for vocabulary in ("ns/org#", "foaf/0.1/", "ns/prov#", "schema.org/", "11/sem/", "ns/oa#", "dc/terms/"):
        assert vocabulary in targets


def test_the_two_traps():
    """ORG has no link from a Membership to a Post; evidence is no derivation, as an Event is an Activity."""
    both = ONTOLOGY + ALIGNMENTS
    assert not [o for p in CLAIMS for o in both.objects(K.post, p)]
    derivations = set(both.transitive_objects(K.evidence, RDFS.subPropertyOf))
    assert PROV.wasDerivedFrom not in derivations
    assert PROV.Activity in set(both.transitive_objects(K.Event, RDFS.subClassOf))


@pytest.mark.parametrize("name", ["agent", "party"])
def test_a_place_may_take_part_and_sign(name):
    """prov:agent has the range Agent, which a Place is not."""
    both = ONTOLOGY + ALIGNMENTS
    assert not list(both.objects(K[name], RDFS.range))
    assert not [o for p in CLAIMS for o in both.objects(K[name], p)]


def test_every_shape_speaks_to_people_in_both_languages():
    constraints = set(SHAPES.objects(None, SH.property))
    assert not list(SHAPES.objects(None, SH.sparql))  # pySHACL parses one anew for every node
    shared = set(SHAPES.subjects(RDF.type, SH.PropertyShape))
    assert len(constraints) > 40
    for node in constraints | shared:
        assert sorted(languages(SHAPES, node, SH.message)) == ["en", "zh-Hans"], node


def test_every_term_in_the_shapes_exists():
    text = (ontology_dir() / "shapes.ttl").read_text(encoding="utf-8")
    for prefix, known in (("kg", set(KG)), ("code", set(CODE))):
        assert set(re.findall(rf"(?<![\w-]){prefix}:([\w-]+)", text)) <= known


def test_the_context_knows_every_term_and_no_other():
    context = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert {k for k, v in context.items() if str(v).startswith("http")} == set(PREFIXES)
    for name in CLASSES + PROPERTIES:
        entry = context[name]
        assert (entry["@id"] if isinstance(entry, dict) else entry) == f"kg:{name}"
    points = {name for name in PROPERTIES if (K[name], RDF.type, OWL.ObjectProperty) in ONTOLOGY}
    assert points == {
        n for n in PROPERTIES if isinstance(context[n], dict) and context[n].get("@type") == "@id"
    }


def test_the_context_expands_to_our_terms():
    context = json.loads((ontology_dir() / "context.jsonld").read_text(encoding="utf-8"))
    facts = {"holder": "https://kg.example/person/1", "observedOn": "2022-12-03", "confidence": "0.5"}
    document = {**context, "id": "https://kg.example/tenure/1", "type": "Tenure", **facts}
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    node = rdflib.URIRef("https://kg.example/tenure/1")
    assert (node, RDF.type, K.Tenure) in graph
    assert (node, K.holder, rdflib.URIRef("https://kg.example/person/1")) in graph
    assert (node, K.observedOn, rdflib.Literal("2022-12-03", datatype=rdflib.XSD.date)) in graph
    assert (node, K.confidence, rdflib.Literal("0.5", datatype=rdflib.XSD.decimal)) in graph


def test_the_documentation_lists_exactly_these_terms():
    text = term_list.DOC.read_text(encoding="utf-8")
    listed = text.partition(term_list.BEGIN)[2].partition(term_list.END)[0]
    assert listed.strip() == term_list.term_list(), "run: python tests/ontology/term_list.py"
    assert "| holder | 任职者 | Tenure → Person |" in listed
