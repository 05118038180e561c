"""What a query from outside may not do: ask other servers, change the graph, read what is not in the store.

Oxigraph follows SERVICE to any address and has no switch against it, so the text is refused before it runs.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg.errors import QueryError, QueryRefused

# Where the word SERVICE means nothing: comments, IRIs, strings on one line, variables, local names. A string
# over several lines is not among them: `?a<?b#>` is a comparison and a comment to Oxigraph but an IRI to a
# scanner, and only the end of the line brings the two together again.
_HARMLESS = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
      | \"{3}(?:\"{0,2}(?:[^"\\\n\r]|\\[^\n\r]))*\"{3} | '{3}(?:'{0,2}(?:[^'\\\n\r]|\\[^\n\r]))*'{3}
      | \"(?!\"\")(?:[^"\\\n\r]|\\[^\n\r])*\" | '(?!'')(?:[^'\\\n\r]|\\[^\n\r])*'
      | \\.
      | [?$:][\w-]*""",
    re.VERBOSE,
)
_WORD = re.compile(r"[A-Za-z]+")
_PROLOGUE = re.compile(r"\s*(?:PREFIX\s+[^\s:]*|BASE)\s*", re.IGNORECASE)
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?\x00(\d+)\x00|\bFROM\b", re.IGNORECASE)


def check(text: str, graphs: Collection[str], place: str) -> None:
    """Refuse (QueryRefused) SERVICE, updates, and FROM with a graph that the store has not."""
    iris: list[str] = []

    def blank(match: re.Match[str]) -> str:
        if match["iri"] is None:
            return " "
        iris.append(match["iri"][1:-1])
        return f" \x00{len(iris) - 1}\x00 "

    # NUL marks the IRIs; it means nothing in a query.
    bare = _HARMLESS.sub(blank, text.replace("\x00", " "))
    if "service" in bare.casefold():
        raise QueryRefused(place, "SERVICE is refused, as it would ask another server",
                         "ask that server yourself, and this graph without SERVICE")
    verb = _WORD.search(_without_prologue(bare))
    if verb and verb[0].upper() in _UPDATES:
        raise QueryRefused(place, f"{verb[0].upper()} is refused, as a query only reads",
                         "change the sources and run kg build")
    _check_from(bare, iris, graphs, place)


def _without_prologue(bare: str) -> str:
    start = 0
    while match := _PROLOGUE.match(bare, start):
        end = re.compile(r"\x00\d+\x00").search(bare, match.end())
        if end is None:
            break
        start = end.end()
    return bare[start:]


def _check_from(bare: str, iris: list[str], graphs: Collection[str], place: str) -> None:
    for match in _FROM.finditer(bare):
        if match[1] is None:
            raise QueryError(place, "FROM without an IRI in full", "write FROM <graph>, or leave it out")
        iri = iris[int(match[1])]
        if iri not in graphs:
            raise QueryRefused(place, f"FROM <{iri}>: no such graph in the store",
                             "leave FROM out, or list the graphs: SELECT DISTINCT ?g { GRAPH ?g { } }")
