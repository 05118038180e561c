"""The dataset of a request, put into the text of an update: Oxigraph takes one for queries only.

SPARQL 1.1 Protocol, section 2.2.3: `using-graph-uri` and `using-named-graph-uri` stand for USING and
USING NAMED, and must not come together with USING, USING NAMED or WITH in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import QueryError

_OPAQUE = re.compile(
    r"""\#[^\n\r]* | <[^<>"{}|^`\x00-\x20]*>
      | \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | \"(?:[^"\\\n\r]|\\.)*\" | '(?:[^'\\\n\r]|\\.)*'
      | [?$:][\w-]*""",
    re.VERBOSE | re.DOTALL,
)
_TOKEN = re.compile(r"[{}]|(?<![\w:-])(?:DELETE|INSERT|WHERE|USING|WITH)(?![\w:-])", re.IGNORECASE)


def with_using(text: str, graphs: Sequence[str], named: Sequence[str], place: str) -> str:
    """The update with USING clauses for these graphs (absolute IRIs) in each operation that has a WHERE.

    Raises QueryError when the text names a dataset of its own.
    """
    if not (graphs or named):
        return text
    clauses = "".join([f"USING <{iri}> " for iri in graphs] + [f"USING NAMED <{iri}> " for iri in named])
    masked = _OPAQUE.sub(lambda match: " " * len(match[0]), text)
    parts, done, depth, last = [], 0, 0, ""
    for token in _TOKEN.finditer(masked):
        word = token[0].upper()
        if word in "{}":
            depth += 1 if word == "{" else -1
        elif depth == 0:
            if word in ("USING", "WITH"):
                raise QueryError(place, f"{word} and using-graph-uri exclude each other", "leave one out")
            if word == "WHERE" and last == "DELETE":  # short for DELETE {pattern} WHERE {pattern}
                end = _end_of_group(masked, token.end())
                pattern = text[token.end() : end]
                parts += [text[done : token.start()], pattern, clauses, "WHERE", pattern]
                done = end
            elif word == "WHERE":
                parts += [text[done : token.start()], clauses]
                done = token.start()
        last = word
    return "".join([*parts, text[done:]])


def _end_of_group(masked: str, start: int) -> int:
    """Where the group of braces that begins after `start` ends; the end of the text when it does not."""
    depth = 0
    for token in re.finditer(r"[{}]", masked[start:]):
        depth += 1 if token[0] == "{" else -1
        if depth == 0:
            return start + token.end()
    return len(masked)
