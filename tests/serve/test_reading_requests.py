"""Formats and requests without a server: any header and any bytes give an answer or a readable refusal."""

import socket
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.formats import GRAPHS, TABLES, choose, takes_gzip
from kg.serve.inbox import Inbox
from kg.serve.messages import (
    TAKE_BACK,
    Job,
    Refusal,
    Reply,
    job_bytes,
    job_of,
    reply_bytes,
    reply_of,
    whole_messages,
)
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


@given(
    st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.binary()), max_size=4),
    st.integers(1, 9),
)
def test_messages_come_back_as_they_went_however_they_are_cut(sent, size):
    jobs = [Job("page", {"q": text}, accept=text, gzip=True, default_graphs=(text,)) for text, _ in sent]
    replies = [Reply(200, "text/plain", body, {"X": text}, "b") for text, body in sent]
    line = b"".join(map(job_bytes, count(), jobs)) + b"".join(map(reply_bytes, count(7), replies))
    buffer, found = bytearray(), []
    for start in range(0, len(line), size):
        buffer += line[start : start + size]
        found += whole_messages(buffer)
    assert not buffer
    assert [(number, job_of(text)) for number, text, _ in found[: len(jobs)]] == list(enumerate(jobs))
    assert [(number, reply_of(*rest)) for number, *rest in found[len(jobs) :]] == list(enumerate(replies, 7))


def test_what_waits_behind_a_job_is_taken_back_even_before_that_job_is_read():
    front, line = socket.socketpair()
    with front, line:
        inbox = Inbox(line)
        jobs = [Job("page", {"q": str(number)}) for number in range(3)]
        front.sendall(b"".join(map(job_bytes, count(1), jobs)) + job_bytes(4, Job(TAKE_BACK, {"at": "1"})))
        assert [inbox.next()[0] for _ in range(2)] == [1, 4]
        front.close()
        assert inbox.next() is None
