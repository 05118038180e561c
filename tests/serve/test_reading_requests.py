"""Formats and requests without a server: any header and any bytes give an answer or a readable refusal."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.formats import GRAPHS, TABLES, choose, takes_gzip
from kg.serve.messages import Job, Refusal, Reply, job_bytes, lengths, pack, read_job, reply_bytes, reply_of
from kg.serve.pages.links import address
from kg.serve.protocol import read_request

BASE = "https://kg.example/"


@pytest.mark.parametrize(
    ("accept", "name"),
    [
        (None, "ttl"), ("", "ttl"), ("*/*", "ttl"), ("application/*", "nt"), ("text/*", "ttl"),
        ("application/ld+json, text/turtle", "jsonld"), ("text/turtle, application/ld+json", "ttl"),
        ("text/turtle;q=0.3, application/rdf+xml;q=0.31", "rdf"), ("APPLICATION/TRIG", "trig"),
        ("text/*;q=0.9, text/turtle;q=0.1, application/n-quads;q=0.5", "nq"),
        ("text/turtle;q=0, */*", "nt"), ("*/*;q=.5, text/html", "ttl"), ("text/html", None),
        ("*/*;q=0", None), ("text/turtle;level=1;q=0.5, application/n-triples", "nt"),
    ],
)  # fmt: skip
def test_choice_among_formats(accept, name):
    chosen = choose(accept, GRAPHS)
    assert (chosen and chosen.name) == name


@given(st.text())
def test_any_accept_header_gives_a_format_or_none(accept):
    assert choose(accept, TABLES) in (*TABLES, None)
    assert takes_gzip(accept) in (True, False)


@given(
    st.sampled_from(["GET", "HEAD", "POST", "PUT"]),
    st.one_of(st.binary(), st.sampled_from([b"query=ASK{}", b"query=%E5%BC%A0", b"query=a&query=b"])),
    st.one_of(st.none(), st.text(), st.sampled_from(["application/x-www-form-urlencoded",
                                                     "application/sparql-query"])),
    st.one_of(st.binary(), st.just(b"query=ASK{}")),
)  # fmt: skip
def test_any_request_is_a_query_a_question_for_the_description_or_refused(method, query, media, body):
    try:
        job = read_request(method, query, media, body)
    except Refusal as refusal:
        assert refusal.status in (400, 403, 405, 415)
        assert len(refusal.reason) > 10
    else:
        assert job is None or (isinstance(job, Job) and job.kind == "sparql" and "query" in job.values)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{BASE}person/ab12", "/person/ab12"),
        (f"{BASE}article/ab#char=3,14", "/article/ab#c3-14"),
        (f"{BASE}/evil.example/x", f"{BASE}/evil.example/x"),  # never //evil.example on this server
        (f"{BASE}person/../x", f"{BASE}person/../x"),
        ("https://kg.example/ontology#Person", ""),
        ("http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q1"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ('https://e/"onclick=x', ""),
    ],
)
def test_addresses_of_things(iri, expected):
    assert address(iri, BASE) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])), st.binary())
def test_messages_come_back_as_they_went(text, body):
    job = Job("page", {"q": text}, accept=text, gzip=True, default_graphs=(text,))
    assert read_job(io.BytesIO(job_bytes(job))) == job
    reply = Reply(200, "text/plain", body, {"X": text}, "b")
    sent = reply_bytes(reply)
    head, rest = sent[:8], sent[8:]
    first, second = lengths(head)
    assert reply_of(rest[:first], rest[first:]) == reply
    assert second == len(body)
    assert pack([1])[8:] == b"[1]"
