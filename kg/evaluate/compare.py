"""One article's facts beside its gold: what is right, what is missing, what is too much.

Rows are paired one to one at the greatest number of matches, so a row produced twice is right once and
too much once. A row that pairs with an `inferred` gold row counts as nothing.

What matches, strict (every cell equal to an acceptable answer) and lenient:

| kind | strict | lenient |
| --- | --- | --- |
| posts | person, org, title | person; org or title equal or one containing the other |
| persons | name | one name contains the other |
| participation | aligned event, agent, role | agent, role |
| events | name, type, date, place | aligned at all (see kg/evaluate/events.py) |
| agreements | title | one title contains the other |
| signatories | party of a paired agreement | of a leniently paired one; one name contains the other |
| documents | title, relation | one title contains the other |
| appointments | person, org, title, action | person, action; org or title equal or containing |
| credits | agent, role | role; one agent's name contains the other |
| orgs, places | name | one name contains the other |
| measures | list, order, and the gold gist stands in the produced text | the gist stands in the text |
| groups | name, members | one name contains the other |

Scored apart, over paired rows only: dates and events of agreements, dates of appointments, `former` of
posts; and over aligned events their types, dates and places. Both null counts as nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import Gold
from kg.evaluate.matching import Aliases, assign, overlaps
from kg.evaluate.rows import Cell, Row, gold_aliases, gold_rows, produced_rows
from kg.model import Facts

CORE = ("posts", "participation", "agreements", "signatories", "documents", "appointments")
KINDS = (*CORE, "persons", "events", "orgs", "places", "groups", "measures", "credits")
APART = ("agreement dates", "agreement events", "appointment dates", "former posts",
         "event types", "event dates", "event places")

# More pairs always win; among pairings of one size the closer one does, and gold that is not inferred.
_MATCH, _INFERRED, _CLOSER = 10_000, 9_999, 10
Match = Callable[[Row, Row], int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows of one kind: `right` pairs (gold, produced), `missing` gold, `extra` produced."""

    right: tuple[tuple[Row, Row], ...] = ()
    missing: tuple[Row, ...] = ()
    extra: tuple[Row, ...] = ()


def compare(gold: Gold, facts: Facts, *, lenient: bool = False) -> dict[str, Comparison]:
    """Compare one article: kind → Comparison, for the annotated kinds of `KINDS` and for `APART`."""
    names = gold_aliases(gold)
    there, here = gold_rows(gold, names), produced_rows(gold, facts, names)
    match = _LENIENT if lenient else _STRICT
    kinds = [kind for kind in KINDS if kind in there]
    result = {kind: _pair(there[kind], here[kind], match[kind]) for kind in kinds}
    if "agreements" in result:
        result["signatories"] = _signatories(result["agreements"], names, lenient)
    aligned = dict(result)
    if "events" in result and not lenient:
        aligned["events"] = _pair(there["events"], here["events"], _LENIENT["events"])
    for name in APART:
        pairs = [pair for kind in kinds for pair in aligned[kind].right if name in pair[0].apart]
        result[name] = _apart(name, pairs)
    return result


def _pair(there: Sequence[Row], here: Sequence[Row], match: Match) -> Comparison:
    weights = [[match(gold, made) for made in here] for gold in there]
    weights = [[w and w - (_MATCH - _INFERRED if gold.inferred else 0) for w in row]
               for gold, row in zip(there, weights, strict=True)]
    pairs = assign(weights)
    found, used = {row for row, _ in pairs}, {column for _, column in pairs}
    return Comparison(
        right=tuple((there[row], here[column]) for row, column in pairs if not there[row].inferred),
        missing=tuple(gold for i, gold in enumerate(there) if i not in found and not gold.inferred),
        extra=tuple(made for i, made in enumerate(here) if i not in used),
    )


def _signatories(agreements: Comparison, names: Aliases, lenient: bool) -> Comparison:
    parts = [_pair(_parties(gold, names), _parties(made, names), _LENIENT["orgs"] if lenient else _all_same)
             for gold, made in agreements.right]
    return Comparison(
        right=tuple(pair for part in parts for pair in part.right),
        missing=tuple(row for part in parts for row in part.missing)
        + tuple(row for gold in agreements.missing for row in _parties(gold, names)),
        extra=tuple(row for part in parts for row in part.extra)
        + tuple(row for made in agreements.extra for row in _parties(made, names)),
    )


def _parties(agreement: Row, names: Aliases) -> list[Row]:
    title = agreement.shown.split(" | ")[0]
    return [Row(((names.fold(party),),), f"{title} | {party}", agreement.fact, agreement.inferred)
            for party in agreement.apart["parties"]]


def _apart(name: str, pairs: Sequence[tuple[Row, Row]]) -> Comparison:
    right, missing, extra = [], [], []
    for gold, made in pairs:
        wanted, value = gold.apart[name], made.apart[name]
        if value and value[0] in wanted:
            right.append((gold, made))
            continue
        if wanted:
            missing.append(Row((), f"{gold.shown} | {name}: {wanted[0]}"))
        if value:
            extra.append(Row((), f"{gold.shown} | {name}: {value[0]}", made.fact))
    return Comparison(tuple(right), tuple(missing), tuple(extra))


def _same(gold: Cell, made: Cell) -> bool:
    return made[0] in gold


def _near(gold: Cell, made: Cell) -> bool:
    return any(answer == made[0] or overlaps(answer, made[0]) for answer in gold)


def _all_same(gold: Row, made: Row) -> int:
    return _MATCH * all(_same(one, other) for one, other in zip(gold.cells, made.cells, strict=True))


def _event(gold: Row, made: Row) -> int:
    return _MATCH * all(_same(one, other) for one, other in zip(gold.cells[1:], made.cells[1:], strict=True))


def _agreement(same: Callable[[Cell, Cell], bool]) -> Match:
    """Titles decide; agreements of one title are told apart by the parties that they share."""
    def match(gold: Row, made: Row) -> int:
        if not same(gold.cells[0], made.cells[0]):
            return 0
        shared = len(set(gold.cells[1]) & set(made.cells[1]))
        return _MATCH + _CLOSER * shared + _same(gold.cells[0], made.cells[0])
    return match


def _holder(*fixed: int) -> Match:
    """Cells `fixed` equal, and org (1) or title (2) near; the more is equal the closer."""
    def match(gold: Row, made: Row) -> int:
        pairs = list(zip(gold.cells, made.cells, strict=True))
        if not all(_same(*pairs[i]) for i in fixed) or not (_near(*pairs[1]) or _near(*pairs[2])):
            return 0
        return _MATCH + sum(_same(*pairs[i]) * 2 + _near(*pairs[i]) for i in (1, 2))
    return match


def _cells(near: Sequence[int] = (), same: Sequence[int] = ()) -> Match:
    def match(gold: Row, made: Row) -> int:
        fits = all(_near(gold.cells[i], made.cells[i]) for i in near)
        fits = fits and all(_same(gold.cells[i], made.cells[i]) for i in same)
        return fits * (_MATCH + sum(_same(one, two) for one, two in zip(gold.cells, made.cells, strict=True)))
    return match


def _measure(*same: int) -> Match:
    def match(gold: Row, made: Row) -> int:
        fits = gold.cells[2][0] in made.cells[2][0] and all(_same(gold.cells[i], made.cells[i]) for i in same)
        return _MATCH * fits
    return match


_STRICT: Mapping[str, Match] = {
    **dict.fromkeys(KINDS, _all_same),
    "events": _event,
    "agreements": _agreement(_same),
    "measures": _measure(0, 1),
}
_LENIENT: Mapping[str, Match] = {
    "posts": _holder(0),
    "appointments": _holder(0, 3),
    "participation": _cells(same=(1, 2)),
    "events": _cells(same=(0,)),
    "agreements": _agreement(_near),
    "credits": _cells(near=(0,), same=(1,)),
    "measures": _measure(),
    **dict.fromkeys(("persons", "documents", "orgs", "places", "groups"), _cells(near=(0,))),
}
