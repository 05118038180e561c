"""The SPARQL 1.1 Protocol, asked of a real server: how queries come in, and what comes back."""

import csv
import gzip
import io
import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import quote, urlencode

import pytest
import rdflib

PERSONS = "SELECT ?p { ?p a kg:Person } ORDER BY ?p"
FORM = "application/x-www-form-urlencoded"
DERIVED = "https://kg.example/graph/derived"


def names(body):
    return [row["p"]["value"] for row in json.loads(body)["results"]["bindings"]]


def test_three_ways_give_one_answer(server):
    by_get = server.sparql(PERSONS)
    by_form = server.ask("/sparql", "POST", urlencode({"query": PERSONS}), Content_Type=FORM)
    direct = server.ask("/sparql/", "POST", PERSONS, Content_Type="application/sparql-query; charset=UTF-8")
    assert [answer[0] for answer in (by_get, by_form, direct)] == [200, 200, 200]
    assert len(names(by_get[2])) > 10
    assert by_get[2] == by_form[2] == direct[2]


@pytest.mark.parametrize(
    ("path", "method", "body", "content_type", "status"),
    [
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", "GET", None, None, 400),
        ("/sparql", "POST", "query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400),
        ("/sparql?query=ASK%7B%7D", "POST", "query=ASK%7B%7D", FORM, 400),
        ("/sparql?query=ASK%7B%7D", "POST", "ASK{}", "application/sparql-query", 400),
        ("/sparql?update=CLEAR%20ALL", "GET", None, None, 400),
        ("/sparql", "POST", "update=CLEAR%20ALL", FORM, 403),
        ("/sparql", "POST", "CLEAR ALL", "application/sparql-update", 403),
        ("/sparql", "POST", "other=1", FORM, 400),
        ("/sparql", "POST", "ASK{}", "text/plain", 415),
        ("/sparql", "POST", "ASK{}", None, 415),
        ("/sparql", "POST", "ASK{}".encode("utf-16"), "application/sparql-query; charset=UTF-16", 415),
        ("/sparql", "POST", b"ASK {}#\xff", "application/sparql-query", 400),
        ("/sparql", "POST", "query=ASK%7B%7D%23%FF", FORM, 400),
        ("/sparql?query=ASK%7B%7D%23%FF", "GET", None, None, 400),
        ("/sparql", "PUT", "query=ASK%7B%7D", FORM, 405),
        ("/sparql", "DELETE", None, None, 405),
        ("/sparql?default-graph-uri=x", "GET", None, None, 400),
        ("/sparql?query=ASK%7B%7D&default-graph-uri=x", "GET", None, None, 400),
        ("/sparql?query=ASK%7B%7D&format=exe", "GET", None, None, 400),
        ("/sparql?query=ASK%7B%7D", "GET", None, None, 200),
    ],
)
def test_what_the_protocol_forbids(server, path, method, body, content_type, status):
    headers = {"Content_Type": content_type} if content_type else {}
    found, sent, text = server.ask(path, method, body, **headers)
    assert found == status, text
    if status != 200:
        assert sent["content-type"] == "text/plain; charset=utf-8"
        assert len(text.decode().strip()) > 10
    assert ("allow" in sent) == (status == 405)


def test_a_syntax_error_tells_its_position(server):
    status, _, body = server.sparql("SELECT * {\n ?s ?p }")
    assert status == 400
    assert re.match(r"query:2:[89]: ", body.decode())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "ASK FROM <file:///etc/passwd> {}",
        "ASK FROM NAMED <http://127.0.0.1:1/g> {}",
        "LOAD <file:///etc/passwd>",
        "DROP ALL",
        "INSERT DATA { <http://e/s> <http://e/p> 1 }",
    ],
)
def test_what_reaches_outside_or_writes_is_refused(server, query):
    before = server.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    status, _, body = server.sparql(query)
    assert status == 403, body
    assert b"root:" not in body
    assert server.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == before


def test_an_unknown_function_is_the_clients_error(server):
    status, _, body = server.sparql("SELECT (<http://e/f>(1) AS ?x) {}")
    assert status == 400
    assert b"http://e/f" in body


def test_the_default_graph_is_the_union_each_triple_once(server):
    union, named = (
        server.rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        for pattern in ("?s ?p ?o", "SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    )
    assert union == named
    assert int(union[0]["n"]) > 1000


def test_the_dataset_of_the_request(server):
    def ask(query, **fields):
        status, _, body = server.ask("/sparql?" + urlencode({"query": query, **fields}, doseq=True))
        assert status == 200, body
        return json.loads(body)["boolean"]

    anything, named = "ASK { ?s ?p ?o }", "ASK { GRAPH ?g { ?s ?p ?o } }"
    jurisdiction = "ASK { ?s kg:jurisdiction ?o }"
    assert ask(jurisdiction, **{"default-graph-uri": DERIVED})
    assert not ask("ASK { ?s a kg:Person }", **{"default-graph-uri": DERIVED})
    assert not ask(anything, **{"default-graph-uri": "http://e/none"})
    assert not ask(named, **{"default-graph-uri": DERIVED})
    assert ask(named, **{"named-graph-uri": DERIVED})
    assert not ask(anything, **{"named-graph-uri": DERIVED})
    assert ask(f"ASK FROM <{DERIVED}> {{ ?s kg:jurisdiction ?o }}")


def test_form_fields_are_decoded_once(server):
    iri = "https://kg.example/graph/%E5%BC%A0"
    query = f"ASK {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}"
    for path, method, body in (
        ("/sparql?query=" + quote(query, safe=""), "GET", None),
        ("/sparql", "POST", "query=" + quote(query, safe="")),
    ):
        status, _, text = server.ask(path, method, body, Content_Type=FORM)
        assert (status, json.loads(text)["boolean"]) == (200, True)
    decoded = query.replace("%E5%BC%A0", "张")
    assert json.loads(server.sparql(decoded)[2])["boolean"] is False


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        (None, "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.9, */*;q=0.1", "text/csv; charset=utf-8"),
        ("text/csv;q=0, */*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("nonsense;;;===", "application/sparql-results+json"),
        ("image/png", None),
        ("text/turtle", None),
        ("application/sparql-results+json;q=0", None),
    ],
)
def test_a_table_in_the_form_asked_for(server, accept, media):
    status, sent, body = server.sparql(PERSONS, **({"Accept": accept} if accept else {}))
    if media is None:
        assert status == 406
        assert b"application/sparql-results+json" in body
        return
    assert (status, sent["content-type"]) == (200, media)
    count = len(names(server.sparql(PERSONS)[2]))
    if "xml" in media:
        assert len(ET.fromstring(body)[1]) == count
    elif "json" not in media:
        rows = list(csv.reader(io.StringIO(body.decode()), delimiter="," if "csv" in media else "\t"))
        assert len(rows) == count + 1


@pytest.mark.parametrize(
    ("media", "form"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/n-quads", "nquads"),
        ("application/trig", "trig"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples_in_every_format_are_the_same_triples(server, media, form):
    query = "CONSTRUCT { ?p ?q ?o } { ?p a kg:Person ; ?q ?o }"
    status, sent, body = server.sparql(query, Accept=media)
    assert (status, sent["content-type"].split(";")[0]) == (200, media)
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=body, format=form)
    plain = rdflib.Graph().parse(data=server.sparql(query, Accept="application/n-triples")[2], format="nt")
    assert len(plain) > 40
    assert set(plain) == {(s, p, o) for s, p, o, _ in graph.quads()}
    assert server.sparql(query, Accept="text/csv")[0] == 406
    assert server.sparql(query, Accept=media)[2] == body


def test_format_in_the_address_wins(server):
    path = "/sparql?" + urlencode({"query": PERSONS, "format": "csv"})
    status, sent, _ = server.ask(path, Accept="text/html")
    assert (status, sent["content-type"]) == (200, "text/csv; charset=utf-8")


def test_ask_in_each_form(server):
    assert json.loads(server.sparql("ASK {}")[2])["boolean"] is True
    assert b"<boolean>true</boolean>" in server.sparql("ASK {}", Accept="application/sparql-results+xml")[2]


def test_head_is_get_without_the_body(server):
    path = "/sparql?" + urlencode({"query": PERSONS})
    status, sent, body = server.ask(path, "HEAD")
    _, of_get, content = server.ask(path)
    assert (status, body) == (200, b"")
    assert sent == of_get
    assert int(sent["content-length"]) == len(content)


def test_options_and_cors(server):
    asked = {"Origin": "http://e", "Access_Control_Request_Method": "POST"}
    status, sent, body = server.ask("/sparql", "OPTIONS", **asked)
    assert (status, body) == (204, b"")
    assert "POST" in sent["access-control-allow-methods"]
    assert "Content-Type" in sent["access-control-allow-headers"]
    assert server.sparql("ASK {}")[1]["access-control-allow-origin"] == "*"
    assert server.sparql("ASK {")[1]["access-control-allow-origin"] == "*"


def test_gzip_only_for_those_who_take_it(server):
    plain = server.sparql(PERSONS)
    packed = server.sparql(PERSONS, Accept_Encoding="br, gzip")
    refused = server.sparql(PERSONS, Accept_Encoding="gzip;q=0")
    assert packed[1]["content-encoding"] == "gzip"
    assert gzip.decompress(packed[2]) == plain[2] == refused[2]
    assert "content-encoding" not in plain[1] | refused[1]
    assert "Accept-Encoding" in plain[1]["vary"]


def test_an_answer_known_already_is_not_sent_again(server):
    _, sent, _ = server.sparql(PERSONS)
    status, again, body = server.sparql(PERSONS, If_None_Match=sent["etag"])
    assert (status, body, again["etag"]) == (304, b"", sent["etag"])
    assert server.sparql(PERSONS, If_None_Match=sent["etag"], Accept="text/csv")[0] == 200
    assert server.sparql("ASK {}", If_None_Match=sent["etag"])[0] == 200
    assert "etag" not in server.sparql("SELECT (RAND() AS ?x) {}")[1]


def test_the_service_describes_itself(server):
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    status, sent, body = server.ask("/sparql", Accept="text/turtle")
    assert (status, sent["content-type"]) == (200, "text/turtle; charset=utf-8")
    graph = rdflib.Graph().parse(data=body, format="turtle")
    service = graph.value(predicate=rdflib.RDF.type, object=sd.Service)
    assert str(graph.value(service, sd.endpoint)) == f"http://127.0.0.1:{server.port}/sparql"
    assert (service, sd.feature, sd.UnionDefaultGraph) in graph
    assert rdflib.URIRef(DERIVED) in set(graph.objects(predicate=sd.name))
    assert server.ask("/sparql", Accept="application/ld+json")[1]["content-type"] == "application/ld+json"
    assert server.ask("/sparql", Accept="image/png")[0] == 406


def test_the_data_set_is_described_where_tools_look(server):
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    status, _, body = server.ask("/.well-known/void")
    graph = rdflib.Graph().parse(data=body, format="turtle")
    dataset = graph.value(predicate=rdflib.RDF.type, object=void.Dataset)
    counted = server.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
    assert (status, str(graph.value(dataset, void.triples))) == (200, counted)
    assert str(graph.value(dataset, void.sparqlEndpoint)).endswith(f":{server.port}/sparql")
