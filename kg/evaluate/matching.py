"""When two names are the same answer, and which rows belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Ignored in a comparison: title brackets, quotes, spaces and middle dots.
_IGNORED = re.compile(r"[\s《》〈〉“”‘’\"'「」『』·•・‧∙]")
_COMPANY_FORM = re.compile(r"(?:集团|控股|股份|有限|责任|公司|总)+")


def normal(name: str) -> str:
    """A name as it is compared: width folded, without 《》, quotes, spaces and middle dots.

    人民政府 counts as 政府, and 委员会 as 委.
    """
    folded = _IGNORED.sub("", unicodedata.normalize("NFKC", name))
    return folded.replace("人民政府", "政府").replace("委员会", "委")


def overlaps(first: str, second: str) -> bool:
    """One normal form contains the other, and the shorter one has at least two characters."""
    return min(len(first), len(second)) >= 2 and (first in second or second in first)


def likeness(first: str, second: str) -> float:
    """Dice coefficient of the two sets of character pairs: 0…1."""
    one = {first[i : i + 2] for i in range(len(first) - 1)}
    other = {second[i : i + 2] for i in range(len(second) - 1)}
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def same_body(variants: Sequence[str]) -> tuple[str, ...]:
    """Those acceptable answers that name the very body of the first one.

    Gold accepts the wider body as the organisation of a post (安徽省 for 安徽省政府, 徐州工程学院 for its
    党委). As an agent or a party those are different, so a beginning of the first name is left out, except
    where only the legal form is missing (中国电信 for 中国电信集团有限公司).
    """
    if not variants:
        return ()
    best = normal(variants[0])
    kept = [best]
    for variant in map(normal, variants[1:]):
        rest = best[len(variant):] if best.startswith(variant) else ""
        if variant != best and (not rest or _COMPANY_FORM.fullmatch(rest)):
            kept.append(variant)
    return tuple(kept)


class Aliases:
    """Names of one entity, folded to one: built from the acceptable answers of an article's gold."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        """`groups`: names of one entity each, in normal form; the first group that has a name keeps it."""
        self._first: dict[str, str] = {}
        for group in groups:
            known = next((self._first[name] for name in group if name in self._first), group[0])
            for name in group:
                self._first.setdefault(name, known)

    def fold(self, name: str) -> str:
        """The one normal form that stands for all names of the entity."""
        plain = normal(name)
        return self._first.get(plain, plain)


def assign(weights: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Pair rows with columns, each at most once, so that the total weight is the greatest.

    `weights[r][c]` ≥ 0; pairs of weight 0 are never made. Hungarian algorithm with potentials,
    O(min² · max); the same weights give the same pairs. Returns (row, column) in the order of rows.
    """
    if not weights or not weights[0]:
        return ()
    if len(weights) > len(weights[0]):
        turned = assign([list(column) for column in zip(*weights, strict=True)])
        return tuple(sorted((row, column) for column, row in turned))
    owner = _owners([[-weight for weight in row] for row in weights])
    pairs = sorted((row - 1, column - 1) for column, row in enumerate(owner) if row and column)
    return tuple((row, column) for row, column in pairs if weights[row][column] > 0)


def _owners(costs: list[list[int]]) -> list[int]:
    """The row (from 1) of every column (from 1; 0 is none), at the least total cost; rows ≤ columns."""
    columns = len(costs[0])
    of_row, of_column = [0] * (len(costs) + 1), [0] * (columns + 1)  # potentials
    owner = [0] * (columns + 1)
    for row in range(1, len(costs) + 1):
        owner[0], column = row, 0
        slack: list[float] = [float("inf")] * (columns + 1)
        came_from, done = [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            current, step, following = owner[column], float("inf"), 0
            for other in range(1, columns + 1):
                if done[other]:
                    continue
                reduced = costs[current - 1][other - 1] - of_row[current] - of_column[other]
                if reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
                if slack[other] < step:
                    step, following = slack[other], other
            for other in range(columns + 1):
                if done[other]:
                    of_row[owner[other]] += int(step)
                    of_column[other] -= int(step)
                else:
                    slack[other] -= step
            column = following
        while column:
            owner[column], column = owner[came_from[column]], came_from[column]
    return owner
