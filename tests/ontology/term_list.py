"""The list of terms in docs/ontology.md, made from ontology/*.ttl; run this file to write it anew."""

from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.packaged import ontology_dir
from kg.vocab import CLASSES, CODE, CODES, KG, PROPERTIES

DOC = Path(__file__).parents[2] / "docs" / "ontology.md"
BEGIN, END = "<!-- terms: begin (made from ontology/*.ttl) -->", "<!-- terms: end -->"


def term_list():
    """Markdown: a table of classes, one of properties, one of codes."""
    graph = rdflib.Graph()
    for name in ("kg", "codes"):
        graph.parse(ontology_dir() / f"{name}.ttl")
    return "\n".join([*_classes(graph), "", *_properties(graph), "", *_codes(graph)])


def _text(graph, iri, predicate, language):
    found = [str(o) for o in graph.objects(rdflib.URIRef(iri), predicate) if o.language == language]
    return found[0] if found else ""


def _head(title, *columns):
    return f"### {title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}"


def _classes(graph):
    yield _head(f"Classes ({len(CLASSES)})", "class", "中文", "under", "what it is")
    for name in CLASSES:
        above = graph.value(rdflib.URIRef(KG[name]), RDFS.subClassOf)
        comment = _text(graph, KG[name], RDFS.comment, "en")
        label = _text(graph, KG[name], RDFS.label, "zh-Hans")
        yield f"| {name} | {label} | {_short(graph, above)} | {comment} |"


def _properties(graph):
    yield _head(f"Properties ({len(PROPERTIES)})", "property", "中文", "from → to", "what it says")
    for name in PROPERTIES:
        node = rdflib.URIRef(KG[name])
        ends = " → ".join(_short(graph, graph.value(node, p)) or "any" for p in (RDFS.domain, RDFS.range))
        if (node, RDF.type, OWL.DatatypeProperty) in graph and graph.value(node, RDFS.range) is None:
            ends = ends.replace("→ any", "→ literal")
        comment = _text(graph, KG[name], RDFS.comment, "en")
        yield f"| {name} | {_text(graph, KG[name], RDFS.label, 'zh-Hans')} | {ends} | {comment} |"


def _short(graph, node):
    if isinstance(node, rdflib.BNode):
        members = graph.items(graph.value(node, OWL.unionOf))
        return " or ".join(_short(graph, member) for member in members)
    return "" if node is None else node.rpartition("#")[2]


def _codes(graph):
    yield _head(f"Code lists ({len(CODES)})", "list", "中文", "codes")
    for scheme, names in CODES.items():
        codes = [
            f"{name} {_text(graph, CODE[f'{scheme}-{name}'], SKOS.prefLabel, 'zh-Hans')}" for name in names
        ]
        yield f"| {scheme} | {_text(graph, CODE[scheme], SKOS.prefLabel, 'zh-Hans')} | {', '.join(codes)} |"


def write():
    """Put the list between its marks."""
    before, _, rest = DOC.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOC.write_text(f"{before}{BEGIN}\n\n{term_list()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
