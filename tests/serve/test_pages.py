"""The pages, asked of a real server as a browser, and as a program that wants RDF."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pytest
import rdflib
from serving import CANARY

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "https://kg.example/"


class Page(HTMLParser):
    """Links, ids and the text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.links, self.ids, self.words = [], [], set(), []
        self.feed(text)
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        given = dict(attrs)
        if tag == "a":
            self.links.append(given["href"])
        if "id" in given:
            self.ids.add(given["id"])

    def handle_data(self, data):
        self.words.append(data)


def page(server, path):
    status, sent, body = server.ask(path, Accept=BROWSER)
    assert (status, sent["content-type"]) == (200, "text/html; charset=utf-8"), (path, body)
    return Page(body.decode())


def named(server, name, kind):
    rows = server.rows(f'SELECT ?s {{ ?s a kg:{kind} ; skos:prefLabel "{name}"@zh-hans }}')
    found = [row["s"] for row in rows if "/credit/" not in row["s"]]
    assert len(found) == 1, (name, found)
    return "/" + found[0].removeprefix(BASE)


def test_a_person_has_names_posts_meetings_and_colleagues(server):
    shown = page(server, named(server, "胡玉亭", "Person"))
    for words in ("Hú Yùtíng", "大连市委书记", "辽宁省委副书记", "辽宁沿海经济带工作推进会议", "出席"):
        assert words in shown.text, words
    assert "同事 Colleagues" in shown.text
    assert "陈绍旺" in shown.text.split("同事 Colleagues")[1].split("参与")[0]
    assert "裴伟东" not in shown.text


def test_the_first_page_leads_on(server):
    first = page(server, "/")
    assert named(server, "辽宁沿海经济带工作推进会议", "Event") in first.links
    assert {"/questions", "/query", "/network", "/openapi.json"} <= set(first.links)


def test_every_fact_leads_to_its_words(server):
    shown = page(server, named(server, "胡玉亭", "Person"))
    quotes = [link for link in shown.links if link.startswith("/article/") and "#c" in link]
    assert len(quotes) >= 5
    article = page(server, quotes[0].partition("#")[0])
    assert {link.partition("#")[2] for link in quotes} <= article.ids


def test_an_event_lists_its_participants_in_the_order_of_the_text(server):
    shown = page(server, named(server, "辽宁沿海经济带工作推进会议", "Event"))
    part = shown.text.split("参与 Taking part")[1]
    places = [part.index(name) for name in ("胡玉亭", "王健", "陈绍旺")]
    assert places == sorted(places)
    assert "协议 Agreements" in shown.text
    assert "举措 Measures" in shown.text


def test_an_agreement_shows_its_parties(server):
    rows = server.rows("SELECT ?a (COUNT(?p) AS ?n) { ?a kg:party ?p } GROUP BY ?a ORDER BY DESC(?n) ?a")
    path = "/" + rows[0]["a"].removeprefix(BASE)
    shown = page(server, path)
    parties = server.rows(f"SELECT ?p {{ <{rows[0]['a']}> kg:party ?p }}")
    assert {"/" + row["p"].removeprefix(BASE) for row in parties} <= set(shown.links)


def test_an_article_shows_its_words_marked_in_order(server):
    path = "/" + server.rows("SELECT ?a { ?a a kg:Article }")[0]["a"].removeprefix(BASE)
    status, _, body = server.ask(path, Accept=BROWSER)
    marks = [unescape(words) for words in re.findall(r"<mark>(.*?)</mark>", body.decode(), re.DOTALL)]
    assert status == 200
    quoted = server.rows("SELECT DISTINCT ?w { ?s oa:exact ?w }")
    together = "".join(marks)
    assert sum(row["w"] in together for row in quoted) > 0.9 * len(quoted)
    # One after another in the canonical text of the seed.
    positions = [int(each) for each in re.findall(r'<span id="c(\d+)-', body.decode())]
    assert positions == sorted(positions)


@pytest.mark.parametrize("kind", ["person", "org", "place", "event", "agreement", "document", "article",
                                  "group", "post", "tenure", "participation", "measure",
                                  "statement"])  # fmt: skip
def test_every_kind_of_thing_has_a_page_and_rdf(server, kind):
    start = f"{BASE}{kind}/"
    rows = server.rows(f'SELECT DISTINCT ?s {{ ?s a ?c FILTER(STRSTARTS(STR(?s), "{start}") && '
                       '!CONTAINS(STR(?s), "#")) } ORDER BY ?s LIMIT 3')  # fmt: skip
    assert rows, kind
    for row in rows:
        path = "/" + row["s"].removeprefix(BASE)
        shown = page(server, path)
        assert "h1" in shown.tags
        status, sent, body = server.ask(path, Accept="text/turtle")
        graph = rdflib.Graph().parse(data=body, format="turtle")
        assert status == 200
        assert sent["content-location"] == f"{path}.ttl"
        assert (rdflib.URIRef(row["s"]), rdflib.RDF.type, None) in graph


def test_the_rdf_of_a_person_holds_tenures_and_participations(server):
    path = named(server, "胡玉亭", "Person")
    by_ending = server.ask(f"{path}.nt", Accept=BROWSER)
    by_accept = server.ask(path, Accept="application/n-triples")
    plain = server.ask(path)
    assert by_ending[2] == by_accept[2]
    assert plain[1]["content-type"] == "text/turtle; charset=utf-8"
    graph = rdflib.Graph().parse(data=by_ending[2], format="nt")
    holder = rdflib.URIRef("https://kg.example/ontology#holder")
    assert set(graph.objects(predicate=holder)) == {rdflib.URIRef(BASE + path[1:])}
    assert set(graph) == set(rdflib.Graph().parse(data=server.ask(f"{path}.jsonld")[2], format="json-ld"))
    assert server.ask(path, Accept="image/png")[0] == 406


@pytest.mark.parametrize("text", ["胡玉亭", "玉亭", "huyuting", "Hú Yùtíng", "hu yu ting", "hyt"])
def test_search_in_any_script(server, text):
    shown = page(server, "/search?" + urlencode({"q": text}))
    assert named(server, "胡玉亭", "Person") in shown.links


def test_search_finds_traditional_forms_and_says_when_there_is_nothing(server):
    assert named(server, "大连市", "Place") in page(server, "/search?q=" + quote("大連")).links
    assert "Nothing found" in page(server, "/search?q=" + quote("无此人")).text
    assert "Nothing found" in page(server, "/search?q=").text


def test_saved_questions_have_forms_and_answers(server):
    listed = page(server, "/questions")
    assert "/questions/who-spoke" in listed.links
    for link in [each for each in listed.links if each.startswith("/questions/")]:
        page(server, link)
    shown = page(server, "/questions/who-spoke?" + urlencode({"event": "推进会议"}))
    assert "胡玉亭" in shown.text
    assert "胡玉亭" not in page(server, "/questions/who-spoke?event=none").text
    csv_link = next(link for link in shown.links if "format=csv" in link)
    status, sent, body = server.ask(csv_link)
    assert (status, sent["content-type"]) == (200, "text/csv; charset=utf-8")
    assert "胡玉亭" in body.decode()
    assert server.ask("/questions/no-such")[0] == 404


def test_the_query_page_answers_and_explains_errors(server):
    empty = page(server, "/query")
    assert "textarea" in empty.tags
    shown = page(server, "/query?" + urlencode({"query": "SELECT ?p { ?p a kg:Person } ORDER BY ?p"}))
    assert named(server, "胡玉亭", "Person") in shown.links
    status, _, body = server.ask("/query?" + urlencode({"query": "SELECT * {\n?s }"}))
    assert status == 400
    assert "query:2:" in body.decode()
    status, _, body = server.ask("/query?" + urlencode({"query": "ASK { SERVICE <http://127.0.0.1:1/> {} }"}))
    assert (status, "SERVICE is refused" in body.decode()) == (400, True)


def test_markup_in_names_and_queries_stays_text(server):
    for path in ("/person/canary", "/search?q=script", "/query?" + urlencode({"query": CANARY}),
                 "/query?" + urlencode({"query": f"SELECT ('{CANARY}' AS ?x) {{}}"}),
                 "/questions/who-spoke?" + urlencode({"event": CANARY}),
                 "/search?" + urlencode({"q": CANARY})):  # fmt: skip
        _, sent, body = server.ask(path, Accept=BROWSER)
        shown = Page(body.decode())
        assert "alert(1)<" not in body.decode(), path
        assert "script" in body.decode()  # it is there, escaped
        policy = sent["content-security-policy"]
        assert "default-src 'none'" in policy
        # The query page has the editor: scripts of this server, and none in the page itself.
        assert ("script" in shown.tags) == ("script-src 'self';" in policy) == path.startswith("/query"), path


def test_links_lead_to_pages_and_nowhere_else(server):
    """Every link of every page that can be reached in two steps answers, and none runs a script."""
    seen = set()
    ahead = ["/", named(server, "胡玉亭", "Person"), named(server, "大连市", "Place")]
    for _ in range(2):
        found = set()
        for path in ahead:
            seen.add(path)
            found |= {link.partition("#")[0] for link in page(server, path).links}
        assert all(link.startswith(("/", "http://", "https://")) and link[:2] != "//" for link in found)
        inside = {link for link in found if re.fullmatch(r"/[a-z]+/[A-Za-z0-9_-]+", link)}
        ahead = sorted(inside - seen)[:60]
    assert len(seen) > 20


def test_a_graph_is_served_and_leads_to_its_article(server):
    article = server.rows("SELECT ?a { ?a a kg:Article }")[0]["a"]
    path = article.removeprefix(BASE).replace("article/", "/graph/")
    status, sent, _ = server.ask(path, Accept=BROWSER)
    assert (status, sent["location"]) == (303, "/" + article.removeprefix(BASE))
    body = server.ask(path, Accept="application/n-triples")[2]
    counted = server.rows(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{BASE}{path[1:]}> {{ ?s ?p ?o }} }}")
    assert len(body.splitlines()) == int(counted[0]["n"])


@pytest.mark.parametrize("path", ["/person/none", "/nothing", "/graph/none", "/person/", "/network"])
def test_what_is_not_there(server, path):
    status, _, body = server.ask(path, Accept=BROWSER)
    assert status == 404
    assert b"Traceback" not in body


def test_pages_only_take_get(server):
    status, sent, _ = server.ask("/search", "POST", "q=x")
    assert (status, sent["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_pages_are_tagged_by_build_as_well(server):
    path = named(server, "胡玉亭", "Person")
    _, sent, _ = server.ask(path, Accept=BROWSER)
    assert server.ask(path, Accept=BROWSER, If_None_Match=sent["etag"])[0] == 304
    assert server.ask(path, Accept="text/turtle", If_None_Match=sent["etag"])[0] == 200
    assert json.loads(server.sparql("ASK {}")[2])["boolean"] is True
