"""The mapping compiled: one f-string a kind of record, made once, so that no term is built while mapping.

There are two forms: lines of N-Quads, and what Turtle says of each subject.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kg.errors import TableError
from kg.graph import terms
from kg.graph.mapping import MAPPING
from kg.vocab import VOCABULARIES

#: Rows of one kind (a list), and the end of their lines (` <graph> .`) → N-Quads lines, each with a newline,
#: in one string or two.
Template = Callable[[Sequence[tuple[object, ...]], str], tuple[str, ...]]
#: Rows of one kind, and subject → what is said of it (`verb object ;` …), to which they add.
Block = Callable[[Iterable[tuple[object, ...]], defaultdict[str, list[str]]], None]
_TEXT = re.compile(r'(?<=")\{\w+\}(?="(?!\^))')
_SLOT = re.compile(r"\{(\w+)\}")
_TERM = re.compile(r'<[^<>"\\\']*>|"\{\w+\}"(?:@(?:\{\w+\}|[A-Za-z-]+))?|\{\w+\}')
_NAME = re.compile(r"(\w+):(\w+)")
_SLOT_ALONE, _NAMED = re.compile(r"<\{(\w+)\}>"), r"{_named(\1)}"
_NEXT = " ;\n    "
#: Their objects are terms of the vocabularies.
_OF_TERMS = ("rdf:type", "rdf:predicate", "kg:role", "kg:reviewStatus")
_NAMES = {words[local]: f"{prefix}:{local}" for prefix, words in VOCABULARIES.items() for local in words}


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
    """Lines with text stand apart from those without: one Chinese character doubles the size of a string."""
    told = [line for line in triples(text) if _has_text(line.object)]
    others = [line for line in triples(text) if not _has_text(line.object)]
    made = [_joined(lines, columns(text)) for lines in (others, told) if lines]
    template: Template = eval(f"lambda _rows, _end: ({', '.join(made)},)", {"_escaped": terms.escaped,
                                                                           "_special": terms.SPECIAL.search})
    return template


def _joined(lines: Sequence[Triple], names: tuple[str, ...]) -> str:
    """The source of an expression: these lines of all rows. An IRI of several is made once a row, and only
    rows in which a text needs it are escaped.
    """
    met = Counter(term for line in lines for term in line if term[0] == "<" and "{" in term)
    shared = {term: f"_{n}" for n, term in enumerate(term for term, times in met.items() if times > 1)}
    known = [[f"{{{shared[term]}}}" if term in shared else term for term in line] for line in lines]
    body = "".join(f"{' '.join(line)}{{_end}}\\n" for line in known)
    texts = "".join(dict.fromkeys(_TEXT.findall(body)))
    row = f"f'{body}'"
    if texts:
        row = f"{row} if _special(f'{texts}') is None else f'{_with_escapes(body)}'"
    made_once = "".join(f" for {name} in (f'{term}',)" for term, name in shared.items())
    return f"''.join([{row} for {', '.join(names)}, in _rows{made_once}])"


def _has_text(value: str) -> bool:
    """True of an object that can hold any character: a text, or a finished term."""
    return value[0] == "{" or (value[0] == '"' and "^^" not in value)


def blocks(mapping: Mapping[str, str]) -> dict[str, Block]:
    """Kind → a function that tells, as Turtle with the prefixes of `kg.vocab`, what all rows say."""
    return {kind: _block(text) for kind, text in mapping.items()}


def _block(text: str) -> Block:
    triples(text)  # finds what is misspelt
    lines = [line.split(" ") for line in map(str.strip, text.splitlines()) if line]
    said = []
    for subject, members in groupby(lines, key=itemgetter(0)):
        body = " ;\\n    ".join(_verb_and_object(p, o) for _, p, o in members)
        said.append(f"        _said[f'{subject}'].append(f'{_with_escapes(body)}')\n")
    made: dict[str, Block] = {}
    source = f"def block(_rows, _said):\n    for {', '.join(columns(text))}, in _rows:\n{''.join(said)}"
    exec(source, {"_escaped": terms.escaped, "_named": _named}, made)
    return made["block"]


def turtle_blocks(said: Mapping[str, list[str]]) -> str:
    """What `blocks` have told, each subject once, in order."""
    return "".join([f"{subject} {_NEXT.join(parts)} .\n" for subject, parts in said.items()])


def _verb_and_object(predicate: str, value: str) -> str:
    """As Turtle; terms of the vocabularies that come with the records are written as prefixed names."""
    if predicate in _OF_TERMS:
        value = _SLOT_ALONE.sub(_NAMED, value)
    return f"{'a' if predicate == 'rdf:type' else _SLOT_ALONE.sub(_NAMED, predicate)} {value}"


def _named(iri: str) -> str:
    """A prefixed name, or <IRI> for what the vocabularies lack."""
    return _NAMES.get(iri) or f"<{iri}>"


def _with_escapes(body: str) -> str:
    """Texts may need escapes; IRIs and typed values are checked where they are minted."""
    return _TEXT.sub(lambda slot: f"{{_escaped({slot[0][1:-1]})}}", body)


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
BLOCKS = blocks(MAPPING)
