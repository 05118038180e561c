"""Evaluate: gold and facts in, scores out. What matches is told in kg/evaluate/compare.py."""

from kg.evaluate.compare import APART, CORE, KINDS, Comparison, compare
from kg.evaluate.gold import Gold, GoldRow, gold_from_dict, load_gold
from kg.evaluate.run import evaluate, extract_for
from kg.evaluate.scores import ORDER, Counts, Reliability, Scores, errors, score
from kg.evaluate.spans import spans_exact

__all__ = [
    "APART", "CORE", "KINDS", "ORDER",
    "Comparison", "Counts", "Gold", "GoldRow", "Reliability", "Scores",
    "compare", "errors", "evaluate", "extract_for", "gold_from_dict", "load_gold", "score", "spans_exact",
]
