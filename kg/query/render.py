"""An answer as text: a table for people, CSV, SPARQL results JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable, Sequence

from kg.errors import QueryError
from kg.store import XSD, Answer, Table, Term, Triples, Verdict, parse_term, turtle
from kg.vocab import PREFIXES

FORMATS = ("table", "csv", "json", "ttl")


def render(answer: Answer, form: str | None = None) -> str:
    """Text of an answer, ending in a newline; `form` is one of FORMATS, by default what suits the answer.

    CSV and JSON follow the W3C's SPARQL 1.1 result formats. Raises QueryError when the answer has no such
    form: Turtle is for CONSTRUCT and DESCRIBE, CSV for SELECT, JSON for SELECT and ASK.
    """
    writers: dict[str, Callable[[], str]]
    if isinstance(answer, Table):
        writers = {
            "table": lambda: _columns(answer.variables, answer.values()),
            "csv": lambda: _csv(answer),
            "json": lambda: _json(answer),
        }
    elif isinstance(answer, Verdict):
        writers = {
            "table": lambda: "yes\n" if answer.value else "no\n",
            "json": lambda: json.dumps({"head": {}, "boolean": answer.value}) + "\n",
        }
    else:
        writers = {
            "ttl": lambda: "".join(turtle([quad[:3] for quad in answer.quads], PREFIXES)),
            "table": lambda: _columns(("subject", "predicate", "object"), _values(answer)),
        }
    form = form or next(iter(writers))
    if form not in writers:
        raise QueryError(form, "this answer has no such format", f"use {' or '.join(writers)}")
    return writers[form]()


def _values(answer: Triples) -> list[tuple[str, ...]]:
    return [tuple(parse_term(text).value for text in quad[:3]) for quad in answer.quads]


def _columns(heads: Sequence[str], rows: Sequence[Sequence[str | None]]) -> str:
    """Columns of even width; Chinese characters are two cells wide."""
    lines = [[" ".join((cell or "").split()) for cell in row] for row in (heads, *rows)]
    widths = [max(map(_cells, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "".join(
        "  ".join(map(_padded, line, widths)).rstrip() + "\n" for line in lines
    )


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _cells(cell))


def _cells(text: str) -> int:
    """Cells that a terminal gives to a text."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def _csv(table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.variables)
    writer.writerows([_csv_cell(term) for term in row] for row in table.rows)
    return out.getvalue()


def _csv_cell(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _json(table: Table) -> str:
    bindings = [
        {name: _json_term(term) for name, term in zip(table.variables, row, strict=True) if term is not None}
        for row in table.rows
    ]
    document = {"head": {"vars": list(table.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    if term.kind != "literal":
        return {"type": "uri" if term.kind == "iri" else "bnode", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype in (None, f"{XSD}string"):
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": str(term.datatype)}
