"""How far each rule is trusted: the share of its facts that was right on gold.

The table is seeds/lexicon/rule_confidence.csv; its README says how it is made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from kg.packaged import seeds_dir
from kg.seeds import read_table, row_error

_COLUMNS = ("kind", "rule", "facts", "right", "confidence")
UNKNOWN = 0.7  # a rule that the table does not know yet
_COMPLETED = 0.05  # what a place costs that was filled in from context


@lru_cache(maxsize=4)
def load_confidence(folder: Path | None = None) -> Mapping[tuple[str, str], float]:
    """(kind of fact, rule) → confidence from 0 to 1; raises TableError naming the broken row."""
    path = (folder or seeds_dir()) / "lexicon" / "rule_confidence.csv"
    table: dict[tuple[str, str], float] = {}
    for index, row in enumerate(read_table(path, _COLUMNS)):
        words = row["confidence"]
        digits = words.replace(".", "", 1)
        if not digits.isdecimal() or not 0 <= float(words) <= 1:
            raise row_error(
                path, index, f"confidence {words!r} is no number from 0 to 1", "run the command again"
            )
        table[row["kind"], row["rule"]] = float(words)
    return table


def confidence(kind: str, rule: str, *, completed: bool = False) -> float:
    """Confidence in a fact of a kind (`posts`, `participation`) that a rule made.

    `completed`: its place was filled in from the context (市委 → 大连市委).
    """
    base = load_confidence().get((kind, rule), UNKNOWN)
    return round(max(base - _COMPLETED, 0.0), 2) if completed else base
