"""Write seeds/lexicon/rule_confidence.csv: how often each rule of extraction was right on gold.

    python tests/gold/rule_confidence.py

Gold: all that rules are tuned on; a fact is right when `kg evaluate` pairs it strictly, an event when
it pairs leniently (its name is our wording). The share is rounded to 0.05 and never above 0.95.
A rule with fewer than ten facts gets the share of all facts of its kind; a kind or rule that gold does not
judge is not in the table. Credits and measures state the confidence of their own rules and are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.evaluate import KINDS, Gold, compare, extract_for, load_gold
from kg.extract import extract
from kg.model import Facts

GOLD = Path(__file__).parent
FOLDERS = (GOLD / "shared", *(GOLD / "own" / part for part in ("tuning", "later", "opened")))
TABLE = GOLD.parents[1] / "seeds" / "lexicon" / "rule_confidence.csv"
LEAST_FACTS = 10
HIGHEST = 0.95
ELSEWHERE = ("credits", "measures", "signatories")


def measured() -> dict[tuple[str, str], tuple[int, int]]:
    """(kind, rule) → (facts, right)."""
    facts: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for folder in FOLDERS:
        gold = load_gold(folder / "gold")
        made = extract_for(gold, folder / "articles", extract)
        for name in gold:
            for kind, rule, is_right in judged(gold[name], made[name]):
                facts[kind, rule] += 1
                right[kind, rule] += is_right
    return {key: (facts[key], right[key]) for key in sorted(facts)}


def judged(gold: Gold, made: Facts) -> Iterator[tuple[str, str, bool]]:
    """(kind, rule, right) of each fact of one article that gold judges."""
    strict, lenient = compare(gold, made), compare(gold, made, lenient=True)
    for kind in (kind for kind in KINDS if kind in strict and kind not in ELSEWHERE):
        found = (lenient if kind == "events" else strict)[kind]
        rows = [*((row, True) for _, row in found.right), *((row, False) for row in found.extra)]
        for row, is_right in rows:
            if row.fact is not None and row.fact.rule:
                yield kind, row.fact.rule, is_right


def rounded(facts: int, right: int) -> float:
    """The share of right facts as the table states it."""
    return min(round(right / facts * 20) / 20, HIGHEST)


def table(counts: dict[tuple[str, str], tuple[int, int]]) -> str:
    """The rows as CSV."""
    lines = ["kind,rule,facts,right,confidence"]
    for (kind, rule), (facts, right) in counts.items():
        rows = [(facts, right)]
        if facts < LEAST_FACTS:
            rows = [numbers for key, numbers in counts.items() if key[0] == kind]
        share = rounded(sum(made for made, _ in rows), sum(fits for _, fits in rows))
        lines.append(f"{kind},{rule},{facts},{right},{share:.2f}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(measured()), encoding="utf-8")
