"""What the endpoint says of itself and of its data: SPARQL 1.1 Service Description, and VoID with DCAT words.

Vocabularies: W3C sd (2013), void (2011), dct, W3C formats. Counts are those of the default graph, so of the
union of all graphs.
"""

from __future__ import annotations

from kg.serve.choice import chosen
from kg.serve.formats import GRAPHS
from kg.serve.messages import Job, Reply
from kg.store import Quad, Store, Table, quote, serialised
from kg.vocab import DCT, KG, PREFIXES, RDF

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCAT = "http://www.w3.org/ns/dcat#"
_FORMATS = "http://www.w3.org/ns/formats/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "N-Quads", "TriG", "RDF_XML", "JSON-LD")  # fmt: skip
_COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_CLASSES = "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"


def description(job: Job, store: Store, _limit: int) -> Reply:
    """The service description, at the endpoint itself; `endpoint` is its address."""
    form = chosen(job, GRAPHS)
    service = _service(job.values["endpoint"], store, writable="writable" in job.values)
    return Reply(200, form.content_type, serialised(service, form.name, PREFIXES))


def void(job: Job, store: Store, _limit: int) -> Reply:
    """The description of the dataset, at /.well-known/void."""
    form = chosen(job, GRAPHS)
    endpoint = f"{job.values['origin']}sparql"
    return Reply(200, form.content_type, serialised(_dataset(endpoint, store), form.name, PREFIXES))


def _service(endpoint: str, store: Store, *, writable: bool) -> list[Quad]:
    """Read-only, the default graph is the union of the named ones; written to, a graph of its own."""
    service, dataset, union = (f"{endpoint}#{name}" for name in ("service", "dataset", "default-graph"))
    quads = [
        _link(service, RDF.type, f"{_SD}Service"),
        _link(service, f"{_SD}endpoint", endpoint),
        _link(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query"),
        _link(service, f"{_SD}defaultDataset", dataset),
        _link(dataset, RDF.type, f"{_SD}Dataset"),
        _link(dataset, f"{_SD}defaultGraph", union),
        _link(union, RDF.type, f"{_SD}Graph"),
        _link(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Update")
        if writable
        else _link(service, f"{_SD}feature", f"{_SD}UnionDefaultGraph"),
        *(_link(service, f"{_SD}resultFormat", f"{_FORMATS}{name}") for name in _RESULTS),
    ]
    for number, graph in enumerate(store.graphs(), 1):
        name = f"{endpoint}#graph-{number}"
        quads += [
            _link(dataset, f"{_SD}namedGraph", name),
            _link(name, RDF.type, f"{_SD}NamedGraph"),
            _link(name, f"{_SD}name", graph),
        ]
    return quads


def _dataset(endpoint: str, store: Store) -> list[Quad]:
    dataset = f"{store.base}.well-known/void#dataset"
    quads = [
        _link(dataset, RDF.type, f"{_VOID}Dataset"),
        _link(dataset, RDF.type, f"{_DCAT}Dataset"),
        _text(dataset, f"{DCT.namespace}title", "Knowledge graph from official news in Chinese", "en"),
        _text(dataset, f"{DCT.namespace}title", "官方新闻知识图谱", "zh-Hans"),
        _link(dataset, f"{_VOID}sparqlEndpoint", endpoint),
        _text(dataset, f"{_VOID}uriSpace", store.base),
        _link(dataset, f"{_VOID}vocabulary", KG.namespace),
        *_counted(dataset, "triples", store, _COUNT),
    ]
    for kind, key, query in (("class", "entities", _CLASSES), ("property", "triples", _PROPERTIES)):
        for number, (iri, count) in enumerate(_rows(store, query), 1):
            part = f"{dataset}-{kind}-{number}"
            quads += [
                _link(dataset, f"{_VOID}{kind}Partition", part),
                _link(part, f"{_VOID}{kind}", iri),
                _number(part, f"{_VOID}{key}", count),
            ]
    return quads


def _counted(dataset: str, name: str, store: Store, query: str) -> list[Quad]:
    return [_number(dataset, f"{_VOID}{name}", row[-1]) for row in _rows(store, query)]


def _rows(store: Store, query: str) -> list[list[str]]:
    answer = store.query(query)
    assert isinstance(answer, Table)
    return [[value or "" for value in row] for row in answer.values()]


def _link(subject: str, predicate: str, value: str) -> Quad:
    return Quad(f"<{subject}>", f"<{predicate}>", f"<{value}>")


def _text(subject: str, predicate: str, value: str, language: str = "") -> Quad:
    return Quad(f"<{subject}>", f"<{predicate}>", quote(value) + (f"@{language}" if language else ""))


def _number(subject: str, predicate: str, value: str) -> Quad:
    return Quad(f"<{subject}>", f"<{predicate}>", f"{quote(value)}^^<{_XSD}integer>")
