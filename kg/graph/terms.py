"""N-Quads terms as plain text: literals escaped once, dates typed, numbers canonical."""

from __future__ import annotations

import datetime
import re

from kg.errors import FactsError
from kg.vocab import KG, XSD

#: What must be escaped between quotes.
SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_FORMS = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), XSD.date),
    (re.compile(r"(\d{4})-(\d\d)"), XSD.gYearMonth),
    (re.compile(r"(\d{4})"), XSD.gYear),
    (re.compile(r"--(\d\d)-(\d\d)"), XSD.gMonthDay),
)
_LEAP_YEAR = 2000  # --02-29 is a day of some year

#: Lines about the words behind facts: Statements, Evidence, selectors, and the links to them.
_EVIDENCE = re.compile(
    r"<[^>]*(?:/statement/[0-9a-f]{16}|/article/[0-9a-f]{16}#(?:text|(?:char|position|quote)=\d+,\d+))> "
    rf"|<[^>]*> <{KG.evidence}> "
)


def iri(value: str) -> str:
    """<value>; the caller has minted it, so it is trusted."""
    return f"<{value}>"


def text(value: str, language: str | None = None) -> str:
    """A string, or a string in a language."""
    return f'"{escaped(value)}"@{language}' if language else f'"{escaped(value)}"'


def escaped(value: str) -> str:
    """The characters of a string as they stand between quotes."""
    return SPECIAL.sub(_escape, value) if SPECIAL.search(value) else value


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def integer(value: int) -> str:
    """xsd:integer in canonical form."""
    return f'"{value}"^^<{XSD.integer}>'


def decimal(value: float) -> str:
    """xsd:decimal, at most six places, no trailing zeros (0.95, 1, 121.614784)."""
    return f'"{plain_decimal(value)}"^^<{XSD.decimal}>'


def plain_decimal(value: float) -> str:
    """The characters of a decimal."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def typed(value: str, datatype: str) -> str:
    """A literal of a datatype whose text needs no check."""
    return f"{text(value)}^^<{datatype}>"


def date(value: str, where: str) -> tuple[str, int | None]:
    """YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD → (typed literal, year if there is one).

    Raises FactsError, naming `where`, when it is no such day.
    """
    for form, datatype in _FORMS:
        match = form.fullmatch(value)
        if match:
            numbers = [int(group) for group in match.groups()]
            year = None if datatype == XSD.gMonthDay else numbers[0]
            parts = numbers if year is not None else [_LEAP_YEAR, *numbers]
            try:
                datetime.date(*parts, *[1] * (3 - len(parts)))
            except ValueError:
                break
            return f'"{value}"^^<{datatype}>', year
    raise FactsError(where, f"{value!r} is no date", "write YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD")


def is_full_date(value: str | None) -> bool:
    """True for YYYY-MM-DD: a day that is known whole."""
    return value is not None and _FORMS[0][0].fullmatch(value) is not None


def is_evidence_quad(line: str) -> bool:
    """True for a line of the evidence file; all other lines make the light graph.

    The two are disjoint: the light graph holds facts, labels and trust marks of n-ary facts and never refers
    to a subject of the evidence file.
    """
    return _EVIDENCE.match(line) is not None
