"""Scores: counts per kind, strict and lenient, and how far a stated confidence can be believed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from kg.errors import FactsError
from kg.evaluate.compare import APART, CORE, KINDS, Comparison, compare
from kg.evaluate.gold import Gold
from kg.model import Facts

ORDER = ("core", *KINDS, *APART)
_BUCKETS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
_NO_CONFIDENCE = "none stated"


@dataclass(frozen=True, slots=True)
class Counts:
    """Right, too many and missing rows. A share of nothing is 1: nothing was asked and nothing was wrong."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Right rows of those produced, 0…1."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Right rows of those in gold, 0…1."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0…1."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0

    @property
    def rows(self) -> int:
        """Rows in gold."""
        return self.tp + self.fn


@dataclass(frozen=True, slots=True)
class Reliability:
    """Facts that share a label (a range of confidence, or a rule): how many, how many right (strict), and
    the mean of the confidence they state (None when they state none).
    """

    label: str
    facts: int
    right: int
    stated: float | None

    @property
    def share(self) -> float:
        """Share of right facts, 0…1."""
        return self.right / self.facts


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a set of articles; keys of `strict` and `lenient` are those of `ORDER`.

    `articles` has the strict core counts of each article by id.
    """

    strict: Mapping[str, Counts]
    lenient: Mapping[str, Counts]
    articles: Mapping[str, Counts]
    by_confidence: tuple[Reliability, ...] = ()
    by_rule: tuple[Reliability, ...] = ()

    def to_json(self) -> bytes:
        """One JSON object, keys sorted, shares rounded to four decimals."""
        data = {
            "articles": {name: _numbers(counts) for name, counts in self.articles.items()},
            "strict": {kind: _numbers(counts) for kind, counts in self.strict.items()},
            "lenient": {kind: _numbers(counts) for kind, counts in self.lenient.items()},
            "by_confidence": [_reliability(row) for row in self.by_confidence],
            "by_rule": [_reliability(row) for row in self.by_rule],
        }
        return orjson.dumps(data, option=orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2)

    def to_table(self) -> str:
        """Plain text in columns: the scores per kind, then the two reliability tables."""
        blocks = [_columns(self._lines())]
        for name, rows in (("confidence", self.by_confidence), ("rule", self.by_rule)):
            if rows:
                head = (name, "facts", "right", "share", "stated")
                blocks.append(_columns([head, *(_reliability_line(row) for row in rows)]))
        return "\n\n".join(blocks) + "\n"

    def to_markdown(self) -> str:
        """The scores per kind as a Markdown table."""
        head, *lines = self._lines()
        rule = ["---", *["---:"] * (len(head) - 1)]
        return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *lines)) + "\n"

    def _lines(self) -> list[tuple[str, ...]]:
        head = ("kind", "gold", "strict P", "strict R", "strict F1", "lenient P", "lenient R", "lenient F1")
        lines: list[tuple[str, ...]] = [head]
        for kind, strict in self.strict.items():
            lenient = self.lenient[kind]
            if strict != Counts() or lenient != Counts():
                shares = (*_shares(strict), *_shares(lenient))
                lines.append((kind, str(strict.rows), *(f"{share:.3f}" for share in shares)))
        return lines


def score(gold: Mapping[str, Gold], facts: Mapping[str, Facts]) -> Scores:
    """Score the facts of the articles that have gold. Facts of other articles are left aside.

    Raises FactsError when an article of the gold has no facts (give empty Facts for a failed article).
    """
    strict: dict[str, Counts] = dict.fromkeys(ORDER, Counts())
    lenient: dict[str, Counts] = dict.fromkeys(ORDER, Counts())
    articles: dict[str, Counts] = {}
    judged: list[tuple[str, float | None, bool]] = []
    for article_id in sorted(gold):
        if article_id not in facts:
            raise FactsError(article_id, "has gold but no facts", "extract the article, or take its gold out")
        compared = compare(gold[article_id], facts[article_id])
        articles[article_id] = _add(strict, compared)["core"]
        _add(lenient, compare(gold[article_id], facts[article_id], lenient=True))
        judged.extend(_judged(compared))
    return Scores(strict, lenient, articles, *_reliabilities(judged))


def errors(gold: Mapping[str, Gold], facts: Mapping[str, Facts]) -> tuple[str, ...]:
    """Every missing and every extra row (strict), one a line: `article  kind  missing|extra  row  [rule]`.

    Articles by id, kinds in the order of `ORDER`. An article without facts misses everything.
    """
    lines = []
    for article_id in sorted(gold):
        compared = compare(gold[article_id], facts.get(article_id, Facts(id=article_id)))
        for kind in (kind for kind in ORDER if kind in compared):
            lines += [f"{article_id}  {kind}  missing  {row.shown}" for row in compared[kind].missing]
            for row in compared[kind].extra:
                rule = f"  [{row.fact.rule}]" if row.fact and row.fact.rule else ""
                lines.append(f"{article_id}  {kind}  extra    {row.shown}{rule}")
    return tuple(lines)


def _add(total: dict[str, Counts], compared: Mapping[str, Comparison]) -> dict[str, Counts]:
    """Add one article to `total`; returns the article's own counts."""
    own = {kind: Counts(len(c.right), len(c.extra), len(c.missing)) for kind, c in compared.items()}
    own["core"] = sum((own.get(kind, Counts()) for kind in CORE), Counts())
    for kind, counts in own.items():
        total[kind] += counts
    return own


def _judged(compared: Mapping[str, Comparison]) -> Iterable[tuple[str, float | None, bool]]:
    """(rule, confidence, right) of each produced fact; a signatory is part of its agreement's fact."""
    for kind in (kind for kind in KINDS if kind in compared and kind != "signatories"):
        rows = [(made, True) for _, made in compared[kind].right]
        for row, right in (*rows, *((row, False) for row in compared[kind].extra)):
            if row.fact is not None:
                yield f"{kind}: {row.fact.rule or 'no rule'}", row.fact.confidence, right


def _reliabilities(
    judged: list[tuple[str, float | None, bool]],
) -> tuple[tuple[Reliability, ...], tuple[Reliability, ...]]:
    by_confidence: dict[str, list[tuple[float | None, bool]]] = {}
    by_rule: dict[str, list[tuple[float | None, bool]]] = {}
    for rule, confidence, right in judged:
        by_confidence.setdefault(_bucket(confidence), []).append((confidence, right))
        by_rule.setdefault(rule, []).append((confidence, right))
    return _grouped(by_confidence), _grouped(by_rule)


def _grouped(groups: Mapping[str, list[tuple[float | None, bool]]]) -> tuple[Reliability, ...]:
    result = []
    for label in sorted(groups):
        stated = [confidence for confidence, _ in groups[label] if confidence is not None]
        mean = sum(stated) / len(stated) if stated else None
        result.append(Reliability(label, len(groups[label]), sum(right for _, right in groups[label]), mean))
    return tuple(result)


def _bucket(confidence: float | None) -> str:
    if confidence is None:
        return _NO_CONFIDENCE
    low = max((edge for edge in _BUCKETS if edge <= confidence), default=0.0)
    above = [edge for edge in _BUCKETS if edge > low]
    return f"{low:.2f}–{above[0] if above else 1:.2f}"


def _shares(counts: Counts) -> tuple[float, float, float]:
    return counts.precision, counts.recall, counts.f1


def _numbers(counts: Counts) -> dict[str, float]:
    precision, recall, f1 = (round(share, 4) for share in _shares(counts))
    return {"tp": counts.tp, "fp": counts.fp, "fn": counts.fn,
            "precision": precision, "recall": recall, "f1": f1}


def _reliability(row: Reliability) -> dict[str, str | float | None]:
    stated = None if row.stated is None else round(row.stated, 4)
    return {"label": row.label, "facts": row.facts, "right": row.right, "share": round(row.share, 4),
            "stated": stated}


def _reliability_line(row: Reliability) -> tuple[str, ...]:
    stated = "–" if row.stated is None else f"{row.stated:.3f}"
    return row.label, str(row.facts), str(row.right), f"{row.share:.3f}", stated


def _columns(lines: list[tuple[str, ...]]) -> str:
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *(word.rjust(width) for word, width in
                                               zip(line[1:], widths[1:], strict=True))])
        for line in lines
    )
