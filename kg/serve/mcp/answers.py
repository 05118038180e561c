"""What a worker answers to the tools: JSON, or a table cut after so many rows."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import orjson

from kg.network.quotes import Quote
from kg.query import check, filled, question_named
from kg.serve.messages import Job, Refusal, Reply
from kg.serve.pages.entity import described
from kg.serve.pages.rows import Row
from kg.serve.pages.search import index_of
from kg.serve.served import refuse_depth
from kg.store import Store, Table
from kg.vocab import PREFIXES

_JSON, _TEXT = "application/json", "text/plain"
_SCHEMA = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?term ?n ?zh ?en ?about ?domain ?range {
  { SELECT ?term (COUNT(*) AS ?n) { PATTERN } GROUP BY ?term }
  OPTIONAL { ?term rdfs:label ?zh FILTER(LANGMATCHES(LANG(?zh), "zh-Hans")) }
  OPTIONAL { ?term rdfs:label ?en FILTER(LANGMATCHES(LANG(?en), "en")) }
  OPTIONAL { ?term rdfs:comment ?about FILTER(LANGMATCHES(LANG(?about), "en")) }
  OPTIONAL { ?term rdfs:domain ?domain FILTER(ISIRI(?domain)) }
  OPTIONAL { ?term rdfs:range ?range FILTER(ISIRI(?range)) }
} ORDER BY DESC(?n) ?term"""
_NOTES = [
    "The default graph is the union of all graphs; each article has a named graph of its own.",
    "A post held is a kg:Tenure: kg:holder (person), kg:post, kg:observedOn.",
    "Taking part is a kg:Participation: kg:agent, kg:inEvent, kg:role.",
    'Compare languages with LANGMATCHES(LANG(?label), "zh-Hans"): tags come in lower case.',
    "Every fact has kg:evidence, which leads to its words: oa:hasSource (article), oa:hasSelector.",
]


def find(job: Job, store: Store, _limit: int) -> Reply:
    """Things whose name holds a text."""
    found = index_of(store).find(job.values["text"], store.base)
    kind = job.values.get("kind")
    things = [{"iri": store.base + each.href[1:], "name": each.name, "kind": each.href.split("/")[1],
               "other_names": each.others}
              for each in found if not kind or each.href.split("/")[1] == kind]  # fmt: skip
    return Reply(200, _JSON, orjson.dumps(things))


def describe(job: Job, store: Store, _limit: int) -> Reply:
    """A thing with its names and facts, each with the words it rests on. Refusal 404."""
    iri = job.values["iri"]
    if not iri.startswith(store.base) or not any(store.about(iri)):
        raise Refusal(404, f"<{iri}> is not in this build; search for it by name first")
    entity = described(store, iri)
    record = {
        "iri": iri,
        "name": entity.title,
        "kind": entity.kind,
        "names": [{"language": tag, "name": name} for _, tag, name in entity.names],
        "facts": {
            "自身 Itself": [{"property": label, **_fact(row, store.base)} for label, row in entity.own],
            **{each.heading: [_fact(row, store.base) for row in each.rows] for each in entity.sections},
        },
        "is_cut": entity.is_cut,
    }
    return Reply(200, _JSON, orjson.dumps(record))


def _fact(row: Row, base: str) -> dict[str, Any]:
    said = {"when": row.when, "says": " ".join(part.text for part in row.parts), "confidence": row.confidence,
            "status": row.status, "reason": row.reason}  # fmt: skip
    return {
        **{name: value for name, value in said.items() if value not in ("", None)},
        "things": {part.text: base + part.href[1:] for part in row.parts if part.href.startswith("/")},
        "evidence": [_evidence(quote) for quote in row.quotes],
    }


def _evidence(quote: Quote) -> dict[str, Any]:
    return {"words": quote["words"], "sentence": quote["sentence"], "article": quote["article"],
            "characters": [quote["start"], quote["end"]]}  # fmt: skip


def question(job: Job, store: Store, limit: int) -> Reply:
    """The answer to a saved question; QueryError when it or a parameter is unknown."""
    given = orjson.loads(job.values["parameters"])
    text = filled(question_named(job.values["name"]), given)
    return table(replace(job, values={**job.values, "query": text}), store, limit)


def table(job: Job, store: Store, _limit: int) -> Reply:
    """The answer to a query as TSV (or Turtle), cut after `rows` lines: the query goes on no further."""
    text, most = job.values["query"], int(job.values["rows"])
    refuse_depth(text)
    check(text, store.graphs(), "query")
    out = _Lines(most + 1)  # and the heads
    cut = ""
    try:
        store.write_answer(text, out, lambda is_graph: "ttl" if is_graph else "tsv", prefixes=PREFIXES)
    except _Enough:
        cut = f"# cut after {most} rows; ask for fewer, or count\n"
    lines = out.getvalue().decode("utf-8", "replace").splitlines(keepends=True)[: most + 1]
    return Reply(200, _TEXT, ("".join(lines) + cut).encode())


def schema(_job: Job, store: Store, _limit: int) -> Reply:
    """Classes and properties of the graph with counts and labels, prefixes, and how to ask."""
    record = {
        "prefixes": dict(PREFIXES),
        "notes": _NOTES,
        "classes": _terms(store, "?s a ?term"),
        "properties": _terms(store, "?s ?term ?o"),
        "graphs": len(store.graphs()),
    }
    return Reply(200, _JSON, orjson.dumps(record))


def _terms(store: Store, pattern: str) -> list[dict[str, str]]:
    answer = store.query(_SCHEMA.replace("PATTERN", pattern), prefixes=PREFIXES)
    assert isinstance(answer, Table)
    names = ("iri", "count", "zh", "en", "about", "domain", "range")
    return [{name: value for name, value in zip(names, row, strict=True) if value}
            for row in answer.values()]  # fmt: skip


#: Kind of job → what answers it.
TOOL_ANSWERS: Mapping[str, Callable[[Job, Store, int], Reply]] = {
    "find": find, "describe": describe, "question": question, "table": table, "schema": schema,
}  # fmt: skip


class _Enough(Exception):
    """More lines than are wanted."""


class _Lines(io.BytesIO):
    """Takes so many lines, and then ends who writes."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._lines = 0

    def write(self, data: Any, /) -> int:
        self._lines += bytes(data).count(b"\n")
        written = super().write(data)
        if self._lines > self._most:
            raise _Enough
        return written
