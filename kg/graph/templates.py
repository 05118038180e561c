"""The mapping compiled: one f-string a kind of record, made once, so that no term is built while mapping."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from kg.errors import TableError
from kg.graph import terms
from kg.graph.mapping import MAPPING
from kg.vocab import VOCABULARIES

#: Rows of one kind, and the end of their lines (` <graph> .`) → N-Quads lines, each with a newline.
Template = Callable[[Iterable[tuple[object, ...]], str], str]
_SLOT = re.compile(r"\{(\w+)\}")
_TERM = re.compile(r'<[^<>"\\\']*>|"\{\w+\}"(?:@\{\w+\})?|\{\w+\}')
_NAME = re.compile(r"(\w+):(\w+)")


class Triple(NamedTuple):
    """One line of the mapping, its prefixed names written in full."""

    subject: str
    predicate: str
    object: str


def triples(text: str) -> list[Triple]:
    """The lines of one kind of record. TableError for a line that is no triple of known terms."""
    lines = [line.split(" ") for line in map(str.strip, text.splitlines()) if line]
    for parts in lines:
        if len(parts) != 3:
            problem = f"no triple: {' '.join(parts)}"
            raise TableError("kg/graph/mapping.py", problem, "write subject, predicate and object")
    return [Triple(*map(_in_full, parts)) for parts in lines]


def columns(text: str) -> tuple[str, ...]:
    """The columns of a kind of record, in the order in which its lines name them first."""
    return tuple(dict.fromkeys(_SLOT.findall(text)))


def compiled(mapping: Mapping[str, str]) -> dict[str, Template]:
    """Kind → a function that writes all rows of the kind; rows are tuples in the order of `columns`."""
    return {kind: _function(text) for kind, text in mapping.items()}


def _function(text: str) -> Template:
    body = "".join(f"{s} {p} {o}{{_end}}\\n" for s, p, o in triples(text))
    # Texts may need escapes; IRIs and typed values are checked where they are minted.
    body = re.sub(r'"\{(\w+)\}"(?!\^)', r'"{_escaped(\1)}"', body)
    source = f"lambda _rows, _end: ''.join([f'{body}' for {', '.join(columns(text))}, in _rows])"
    made: Template = eval(source, {"_escaped": terms.escaped})
    return made


def _in_full(term: str) -> str:
    body, mark, datatype = term.partition("^^")
    if mark:
        return f"{_in_full(body)}^^{_in_full(datatype)}"
    name = _NAME.fullmatch(term)
    if name:
        prefix, local = name.groups()
        if prefix not in VOCABULARIES or local not in list(VOCABULARIES[prefix]):
            raise TableError("kg/graph/mapping.py", f"no term {term} in the vocabulary", "see kg/vocab.py")
        return f"<{VOCABULARIES[prefix][local]}>"
    if not _TERM.fullmatch(term):
        raise TableError("kg/graph/mapping.py", f"no term: {term}", "see the head of the file")
    return term


TEMPLATES = compiled(MAPPING)
