"""The path of a request → its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.errors import QueryError
from kg.network.records import Records
from kg.serve.choice import chosen
from kg.serve.description import void
from kg.serve.formats import GRAPHS, HTML
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pages.article import article
from kg.serve.pages.asking import listing, query_page, question_page
from kg.serve.pages.entity import entity
from kg.serve.pages.html import html
from kg.serve.pages.links import KINDS, address
from kg.serve.pages.search import search
from kg.store import Store, Table, serialised
from kg.vocab import KG, PREFIXES, SKOS

_ENDINGS = "|".join(form.name for form in (*GRAPHS, HTML))
_ENTITY = re.compile(rf"/((?:{'|'.join(KINDS)})/[A-Za-z0-9_-]{{1,200}})(?:\.({_ENDINGS}))?")
_GRAPH = re.compile(rf"/(graph/[A-Za-z0-9_-]{{1,200}})(?:\.({_ENDINGS}))?")
_QUESTION = re.compile(r"/questions/([a-z0-9-]{1,100})")
_COUNTED = ("Article", "Person", "Organization", "Place", "Event", "Agreement", "Work", "Tenure",
            "Participation")  # fmt: skip
_LATEST = f"""SELECT ?e ?name ?date {{ ?e a <{KG.Event}> ; <{KG.date}> ?date ; <{SKOS.prefLabel}> ?name
FILTER(LANGMATCHES(LANG(?name), "zh-Hans")) }} ORDER BY DESC(STR(?date)) ?e LIMIT 10"""
_COUNTS = "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c"
# The page of the network holds its own script and style, and its own policy against anything else.
_OWN_POLICY = {"Content-Security-Policy": "frame-ancestors 'none'"}


def page(job: Job, store: Store, limit: int) -> Reply:
    """The answer to the path of a job. Refusal 404 where there is nothing, 406 for a form not offered."""
    path, values = job.values["path"], job.values
    if match := _ENTITY.fullmatch(path):
        return _entity(_with_ending(job, match[2]), store, match[1])
    if match := _GRAPH.fullmatch(path):
        return _graph(_with_ending(job, match[2]), store, match[1], limit)
    if match := _QUESTION.fullmatch(path):
        return _question(job, store, match[1])
    fixed: Mapping[str, Callable[[], Reply]] = {
        "/": lambda: _home(store),
        "/.well-known/void": lambda: void(job, store, limit),
        "/network": lambda: _network(store),
        "/query": lambda: _query(store, values),
        "/questions": listing,
        "/search": lambda: search(store, values.get("q", "")),
    }
    if path not in fixed:
        raise Refusal(404, "there is nothing at this address")
    return fixed[path]()


def _with_ending(job: Job, ending: str | None) -> Job:
    """An ending of the path asks for a form, as `format=` does."""
    values = {name: value for name, value in job.values.items() if name != "format"}
    return replace(job, values={**values, **({"format": ending} if ending else {})})


def _entity(job: Job, store: Store, path: str) -> Reply:
    reply = entity(job, store, path)
    if path.startswith("article/") and reply.content_type == HTML.content_type:
        return article(store, store.base + path, path)
    return reply


def _graph(job: Job, store: Store, path: str, limit: int) -> Reply:
    """A named graph: as RDF, or for a browser the article that it was made from."""
    iri = store.base + path
    if iri not in store.graphs():
        raise Refusal(404, f"<{iri}> is no graph of this build")
    form = chosen(job, (*GRAPHS, HTML))
    made_from = path.replace("graph/", "article/")
    if form is HTML and any(store.about(store.base + made_from)):
        return Reply(303, "text/plain", b"", {"Location": f"/{made_from}"})
    form = GRAPHS[0] if form is HTML else form
    body = serialised(store.graph(iri), form.name, PREFIXES)
    if len(body) > limit:
        raise Refusal(413, f"the graph has more than {limit >> 20} MB; take it from the files of the build")
    return Reply(200, form.content_type, body)


def _question(job: Job, store: Store, name: str) -> Reply:
    try:
        return question_page(store, name, job.values)
    except QueryError as error:
        if "no saved question" in error.problem:
            raise Refusal(404, str(error)) from None
        raise


def _query(store: Store, values: Mapping[str, str]) -> Reply:
    try:
        return query_page(store, values.get("query", ""), values.get("question", ""))
    except QueryError as error:
        raise Refusal(404, str(error)) from None


def _home(store: Store) -> Reply:
    answer = store.query(_COUNTS)
    assert isinstance(answer, Table)
    counts = {kind: count for kind, count in answer.values() if kind}
    shown = [(Records(store.about(iri)).label(iri), counts[iri])
             for iri in map(KG.__getitem__, _COUNTED) if iri in counts]  # fmt: skip
    latest = store.query(_LATEST)
    assert isinstance(latest, Table)
    events = [(date, name, address(iri or "", store.base)) for iri, name, date in latest.values()]
    return html("home.html", counts=shown, events=events)


def _network(store: Store) -> Reply:
    """The interactive page of the build, as it stands beside the store."""
    path = store.folder.parent / "graph.html"
    try:
        return Reply(200, HTML.content_type, path.read_bytes(), _OWN_POLICY)
    except OSError:
        raise Refusal(404, "this build has no graph.html beside its store") from None
