"""The form of every line: deterministic, no blank nodes, ASCII IRIs, two files that do not overlap."""

import dataclasses
import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from graph_sample import ARTICLE, Asked, at, build, resolution, sample_facts
from hypothesis import given, settings
from hypothesis.strategies import characters, text

from kg.errors import FactsError, OutputError
from kg.graph import article_quads, article_turtle, is_evidence_quad
from kg.model import DocumentFact, EventFact, Facts, Span
from kg.seeds import load_seeds
from kg.vocab import CODE, DCT, KG, OA, PREFIXES, RDF, SKOS

HERE = Path(__file__).parent
IRI = re.compile(r"<([^>]*)>")


def test_lines_are_sorted_and_stand_once():
    facts = sample_facts()
    lines = article_quads(facts, ARTICLE, resolution(facts), load_seeds())
    assert len(lines) > 300
    assert lines == sorted(set(lines))


def test_same_bytes_whatever_the_hash_seed():
    def output(seed):
        code = "import graph_sample as g; print('\\n'.join(g.build()).encode())"
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join([str(HERE), *sys.path])}
        return subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True).stdout

    assert output("1") == output("2") != b""


def test_every_parser_reads_the_same_number_of_quads():
    lines = set(build())
    data = "\n".join(lines)
    assert len(list(pyoxigraph.parse(data.encode(), format=pyoxigraph.RdfFormat.N_QUADS))) == len(lines)
    assert len(list(rdflib.Dataset().parse(data=data, format="nquads").quads())) == len(lines)


def test_turtle_straight_from_the_records_says_the_same_and_each_subject_once():
    facts = dataclasses.replace(sample_facts(), title='"标题"\\\n')
    given = (facts, ARTICLE, resolution(facts), load_seeds())
    text, lines = article_turtle(*given), article_quads(*given)
    head = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items())
    formats = pyoxigraph.RdfFormat
    said = [str(q.triple) for q in pyoxigraph.parse((head + text).encode(), format=formats.TURTLE)]
    assert len(said) == len(set(said))
    assert set(said) == {
        str(q.triple) for q in pyoxigraph.parse("\n".join(lines).encode(), format=formats.N_QUADS)
    }
    subjects = re.findall(r"(?m)^<[^>]*>", text)
    assert len(subjects) == len(set(subjects)) == len({line.split(" ")[0] for line in lines})
    assert f"<{RDF.type}>" not in text and f"<{KG.evidence}>" not in text


def test_no_blank_node_and_every_iri_is_short_ascii():
    for line in build():
        assert not re.search(r"(^|\s)_:", re.sub(r'"(?:[^"\\]|\\.)*"', "", line))
        for iri in IRI.findall(re.sub(r'"(?:[^"\\]|\\.)*"', "", line)):
            assert iri.isascii() and len(iri) <= 500 and not re.search(r'[\s<>"{}|^`\\\[\]%]', iri), iri


def test_every_predicate_class_and_code_is_of_the_closed_vocabulary():
    known = tuple(namespace for prefix, namespace in PREFIXES.items() if prefix not in ("kg", "code"))
    for quad in Asked(build()).quads:
        assert quad.predicate.value in KG or quad.predicate.value.startswith(known)
        for node in (quad.subject, quad.object):
            if node.value.startswith("https://kg.example/code#"):
                assert node.value in CODE
            if node.value.startswith("https://kg.example/ontology#"):
                assert node.value in KG


def test_graph_names():
    names = {q.graph_name.value for q in Asked(build()).quads}
    assert names == {f"https://kg.example/graph/{name}" for name in (ARTICLE.hash, "derived", "reference")}


def test_another_base_moves_entities_and_not_the_vocabulary():
    facts = sample_facts()
    base = "https://data.example.org/kg/"
    here = article_quads(facts, ARTICLE, resolution(facts), load_seeds())
    there = article_quads(facts, ARTICLE, resolution(facts), load_seeds(), base=base)
    assert len(here) == len(there)
    assert not any("https://kg.example/event/" in line for line in there)
    assert any(f"<{KG.holder}> <{base}person/" in line for line in there)


@pytest.mark.parametrize(
    "base", ["", "kg.example/", "https://kg.example", "https://kg.例/", "https://a b/", "x" * 500]
)
def test_a_base_that_makes_no_iris_is_refused(base):
    facts = sample_facts()
    with pytest.raises(OutputError, match="base"):
        article_quads(facts, ARTICLE, resolution(facts), load_seeds(), base=base)


def test_the_longest_base_still_gives_short_iris():
    facts = sample_facts()
    base = "https://kg.example/" + "x" * 380 + "/"
    lines = article_quads(facts, ARTICLE, resolution(facts), load_seeds(), base=base)
    assert max(len(iri) for line in lines for iri in IRI.findall(line)) <= 500


def test_light_graph_and_evidence_do_not_overlap():
    lines = build()
    evidence = Asked([line for line in lines if is_evidence_quad(line)])
    light = Asked([line for line in lines if not is_evidence_quad(line)])
    about = {q.subject.value for q in evidence.quads if q.predicate.value != KG.evidence}
    assert evidence.typed(KG.Evidence) and evidence.typed(RDF.Statement)
    assert not any({q.subject.value, q.object.value} & about for q in light.quads)
    assert not light.pairs(KG.evidence) and not light.typed(KG.Evidence)
    assert light.typed(KG.Tenure) and light.pairs(KG.party) and light.pairs(SKOS.prefLabel)


def test_every_evidence_is_an_exact_slice_of_both_texts():
    asked = Asked(build())
    nodes = asked.typed(KG.Evidence) - {f"https://kg.example/article/{ARTICLE.hash}#text"}
    assert len(nodes) > 20
    for node in nodes:
        start, end = (int(n) for n in node.rpartition("=")[2].split(","))
        selectors = asked.objects(node, OA.hasSelector)
        (position,) = selectors & asked.typed(OA.TextPositionSelector)
        (quote,) = selectors & asked.typed(OA.TextQuoteSelector)
        assert (asked.one(position, OA.start), asked.one(position, OA.end)) == (str(start), str(end))
        assert asked.one(quote, OA.exact) == ARTICLE.text[start:end]
        assert asked.one(quote, OA.prefix) == ARTICLE.text[max(0, start - 12) : start]
        assert asked.one(quote, OA.suffix) == ARTICLE.text[end : end + 12]
        raw = ARTICLE.raw[int(asked.one(node, KG.rawStart)) : int(asked.one(node, KG.rawEnd))]
        assert raw.replace("(shàn)", "") == ARTICLE.text[start:end]
        assert asked.one(node, OA.hasSource) == f"https://kg.example/article/{ARTICLE.hash}"


def test_raw_offsets_keep_the_noise_inside_the_words():
    asked = Asked(build())
    (span,) = at("本溪市市长单雪")
    node = f"https://kg.example/article/{ARTICLE.hash}#char={span.start},{span.end}"
    raw = ARTICLE.raw[int(asked.one(node, KG.rawStart)) : int(asked.one(node, KG.rawEnd))]
    assert raw == "本溪市市长单(shàn)雪"


@pytest.mark.parametrize("term", ["Tenure", "Participation", "Agreement", "Measure", "Event", "Group"])
def test_every_fact_node_has_evidence_and_a_review_state(term):
    asked = Asked(build())
    nodes = asked.typed(KG[term])
    assert nodes
    for node in nodes | asked.subjects(RDF.predicate, KG.party):
        assert asked.objects(node, KG.evidence) <= asked.typed(KG.Evidence) and asked.objects(
            node, KG.evidence
        )
        assert asked.objects(node, KG.reviewStatus) <= {CODE["review-stated"], CODE["review-derived"]}


def test_confidence_is_canonical_and_absent_when_never_measured():
    asked = Asked(build())
    texts = {o for _, o in asked.pairs(KG.confidence)}
    assert texts == {"0.95"}
    unmeasured = asked.tenure("刘洋", "辽宁省副省长")
    assert "0.95" in asked.objects(unmeasured, KG.confidence)  # from the removal, which was measured
    assert not asked.objects(asked.named("辽东三市", KG.Group), KG.confidence)


def test_a_span_beyond_the_text_names_the_article():
    long = DocumentFact(title="某文件", relation="cited", evidence=(Span(5, len(ARTICLE.text) + 1),))
    with pytest.raises(FactsError, match=r"^a1: evidence \[5, \d+\] lies beyond the text"):
        build(dataclasses.replace(sample_facts(), documents=(long,)))


def test_facts_of_another_text_are_refused():
    with pytest.raises(FactsError, match="belong to another text"):
        build(dataclasses.replace(sample_facts(), hash="0" * 16))


@pytest.mark.parametrize("bad", ["x> <y", "0123456789ABCDEF", "0" * 15])
def test_a_hash_that_is_none_never_reaches_an_iri(bad):
    with pytest.raises(FactsError, match="is not 16 hex digits"):
        build(Facts(id="x", hash=bad), None)


@settings(deadline=None, derandomize=True)
@given(text(characters(codec="utf-8")), text(characters(codec="utf-8"), max_size=5))
def test_any_text_comes_back_from_every_literal(value, name):
    facts = Facts(
        id="x" + value, events=(EventFact(key="e", name="会" + name, type="other", date_text=value),)
    )
    lines = article_quads(facts, None, resolution(facts), load_seeds())
    asked = Asked(lines)
    assert {o for _, o in asked.pairs(KG.dateText)} == ({value} if value else set())
    assert {o for _, o in asked.pairs(DCT.identifier)} == {"x" + value}
    assert not any("\n" in line for line in lines)


def test_text_with_quotes_backslashes_and_newlines_comes_back():
    name = '“会”\\议\n"二"\t三'
    facts = Facts(id="x", events=(EventFact(key="e", name="会", type="other", date_text=name),))
    asked = Asked(build(facts, None))
    assert {o for _, o in asked.pairs(KG.dateText)} == {name}


def test_facts_by_hand_point_at_the_whole_article():
    facts = dataclasses.replace(sample_facts(), hash=None)
    asked = Asked(build(facts, None))
    (whole,) = asked.typed(KG.Evidence)
    assert whole.endswith("#text") and not asked.pairs(OA.hasSelector)
    assert {o for _, o in asked.pairs(KG.evidence)} == {whole}
    assert asked.one(whole, OA.hasSource) in asked.typed(KG.Article)


def test_facts_with_a_hash_and_no_article_keep_positions_without_quotes():
    asked = Asked(build(sample_facts(), None))
    assert asked.typed(OA.TextPositionSelector) and not asked.typed(OA.TextQuoteSelector)


def test_labels_keep_the_case_of_their_language_tags():
    node = Asked(build()).named("单雪", KG.Person)
    found = {line.split(f"<{SKOS.prefLabel}> ")[1].split(" <")[0] for line in build()
             if line.startswith(f"<{node}> <{SKOS.prefLabel}>")}  # fmt: skip
    assert found == {'"单雪"@zh-Hans', '"單雪"@zh-Hant', '"Shàn Xuě"@zh-Latn-pinyin'}


def test_golden_graph():
    """The whole graph of a small article, labels aside (they have tests of their own)."""
    facts = sample_facts()
    facts = Facts(
        id="small", hash=ARTICLE.hash, posts=facts.posts[3:4], events=facts.events,
        participation=facts.participation[3:4], places=("丹东市",),
    )  # fmt: skip
    lines = [line for line in sorted(build(facts)) if SKOS.prefLabel not in line]
    golden = HERE / "golden_small.nq"
    assert lines == golden.read_text(encoding="utf-8").splitlines()
