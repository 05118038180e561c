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
_PROLOGUE = re.compile(r"\s*(?:PREFIX\s+[^\s:\x00]*|BASE)\s*\x00+", re.IGNORECASE)
_UPDATES = frozenset({"LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_SUSPECT = ("service", "from", *map(str.lower, sorted(_UPDATES)))
_FROM = re.compile(r"\bFROM\s*(?:NAMED\s*)?(\x00+)|\bFROM\b", re.IGNORECASE)
_LOAD = re.compile(r"\bLOAD\b", re.IGNORECASE)
_SILENT = re.compile(r"\bLOAD\s+SILENT\s*\x00+(?:\s*INTO\s+GRAPH\s*\x00+)?", re.IGNORECASE)
_NOTHING = "DROP SILENT GRAPH <urn:x-kg:not-loaded>"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check(text: str, graphs: Collection[str], place: str) -> None:
    """Refuse (QueryRefused) SERVICE, updates, and FROM with a graph that the store has not."""
    folded = text.casefold()
    if not any(word in folded for word in _SUSPECT):  # most queries: nothing to look at more closely
        return
    bare = _bare(text, place)
    start = 0
    while match := _PROLOGUE.match(bare, start):
        start = match.end()
    verb = _WORD.search(bare, start)
    if verb and verb[0].upper() in _UPDATES:
        raise QueryRefused(place, f"{verb[0].upper()} is refused, as a query only reads",
                           "change the sources and run kg build")
    for match in _FROM.finditer(bare):
        if match[1] is None:
            raise QueryError(place, "FROM without an IRI in full", "write FROM <graph>, or leave it out")
        iri = text[match.start(1) + 1 : match.end(1) - 1]
        # One below the BASE of the query cannot be looked up here; Oxigraph fetches none in any case.
        if _ABSOLUTE.match(iri) and iri not in graphs:
            raise QueryRefused(place, f"FROM <{iri}>: no such graph in the store",
                               "leave FROM out, or list the graphs: SELECT DISTINCT ?g { GRAPH ?g { } }")


def checked_update(text: str, place: str) -> str:
    """The update as it may run. Raises QueryRefused for SERVICE and LOAD, which would ask other servers or
    read files. LOAD SILENT of an IRI does nothing, as when the loading fails.
    """
    for match in reversed(list(_SILENT.finditer(_bare(text, place)))):
        text = f"{text[: match.start()]}{_NOTHING}{text[match.end() :]}"
    if _LOAD.search(_bare(text, place)):
        raise QueryRefused(place, "LOAD is refused, as it would read a file or ask another server",
                           "send the data: INSERT DATA, or POST to /store")
    return text


def _bare(text: str, place: str) -> str:
    """The text with spaces for what is harmless and NUL, which means nothing in a query, for IRIs; refuses
    SERVICE. As long as the text, so that places in it are places in the text.
    """

    def blank(match: re.Match[str]) -> str:
        return ("\x00" if match["iri"] else " ") * len(match[0])

    bare = _HARMLESS.sub(blank, text.replace("\x00", " "))
    if "service" in bare.casefold():
        raise QueryRefused(place, "SERVICE is refused, as it would ask another server",
                           "ask that server yourself, and this graph without SERVICE")
    return bare
