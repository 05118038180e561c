"""The saved questions as forms, any query in a text area, and their answers as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlencode

from kg.errors import QueryError
from kg.query import check, filled, question_named, questions
from kg.serve.messages import Reply
from kg.serve.pages.html import html
from kg.serve.pages.links import address
from kg.serve.pages.rows import Link
from kg.serve.served import refuse_depth
from kg.serve.statics import has_editor
from kg.store import Answer, Store, Table, Term, Triples, parse_term
from kg.vocab import CLASSES, KG, PREFIXES, PROPERTIES

_MOST = 1000  # rows on a page; the whole answer is behind the links to CSV and JSON
# The editor is a script of this server, writes style into the page, and asks /sparql.
_WITH_EDITOR = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
}
_FIRST = """PREFIX kg: <https://kg.example/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?person ?name ?post
WHERE {
  ?tenure kg:holder ?person ; kg:post/skos:prefLabel ?post .
  ?person skos:prefLabel ?name .
  FILTER(LANGMATCHES(LANG(?name), "zh-Hans") && LANGMATCHES(LANG(?post), "zh-Hans"))
}
ORDER BY ?name
LIMIT 100"""


def listing() -> Reply:
    """All saved questions."""
    return html("questions.html", questions=questions())


def question_page(store: Store, name: str, fields: Mapping[str, str]) -> Reply:
    """One saved question with its form; its answer once the form was sent, or when it needs no value."""
    question = question_named(name)
    known = {each.name: fields[each.name] for each in question.parameters if fields.get(each.name)}
    needed = [each for each in question.parameters if each.default is None and each.name not in known]
    result = None if needed else _answer(store, filled(question, known))
    return html("question.html", base=store.base, question=question, given=known, result=result)


def query_page(store: Store, text: str, name: str) -> Reply:
    """An editor for any query: the text given, else the saved question of that name, else an example.

    Without the editor, or without script, it is a text area; a text that was given is answered below it, and
    what is wrong with it stands above. QueryError when there is no such question.
    """
    result, problem = None, ""
    if text.strip():
        try:
            result = _answer(store, text)
        except QueryError as error:
            problem = str(error)
    shown = text if text.strip() else question_named(name).text if name else _FIRST
    terms = {
        "base": store.base, "prefixes": dict(PREFIXES), "given": name or ("SPARQL" if text.strip() else ""),
        "classes": [KG[each] for each in CLASSES], "properties": [KG[each] for each in PROPERTIES],
    }  # fmt: skip
    page = html("query.html", 400 if problem else 200, text=shown, terms=terms, result=result,
                problem=problem, questions=questions(), has_editor=has_editor())  # fmt: skip
    return replace(page, headers=_WITH_EDITOR) if has_editor() else page


def _answer(store: Store, text: str) -> dict[str, object]:
    refuse_depth(text)
    check(text, store.graphs(), "query")
    answer = store.query(text, prefixes=PREFIXES)
    heads, rows = _cells(answer, store.base)
    forms = ("ttl", "nt", "jsonld") if isinstance(answer, Triples) else ("csv", "json", "xml", "tsv")
    links = [(form, f"/sparql?{urlencode({'query': text, 'format': form})}") for form in forms]
    return {"heads": heads, "rows": rows[:_MOST], "count": len(rows), "links": links, "text": text}


def _cells(answer: Answer, base: str) -> tuple[tuple[str, ...], list[list[Link]]]:
    if isinstance(answer, Table):
        return answer.variables, [[_cell(term, base) for term in row] for row in answer.rows]
    if isinstance(answer, Triples):
        triples = [[_cell(parse_term(text), base) for text in quad[:3]] for quad in answer.quads]
        return ("subject", "predicate", "object"), triples
    return ("",), [[Link("是 yes" if answer.value else "否 no")]]


def _cell(term: Term | None, base: str) -> Link:
    if term is None:
        return Link("")
    if term.kind != "iri":
        return Link(term.value)
    short = next((f"{prefix}:{term.value.removeprefix(namespace)}" for prefix, namespace in PREFIXES.items()
                  if term.value.startswith(namespace)), term.value.removeprefix(base))  # fmt: skip
    return Link(short, address(term.value, base))


