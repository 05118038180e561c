"""How far each rule is trusted: the share of its facts that was right on the tuning gold (kg evaluate)."""

from __future__ import annotations

_BY_RULE = {
    "chain": 0.97, "title": 0.97, "shared-title": 0.95, "title-after-name": 0.8,
    "list-intro": 0.95, "subject": 0.92, "under": 0.9, "visitor": 0.85, "members-list": 0.95, "met": 0.93,
    "hosted": 0.8, "represented": 0.8,
    "signed-work": 0.93, "signed-phrase": 0.8,
    "adopt-verb": 0.95, "adopt-after": 0.95, "present-verb": 0.9, "issue-verb": 0.9, "issue-after": 0.9,
    "cited": 0.85, "unquoted": 0.8,
    "appointed": 0.88, "removed": 0.92, "elected": 0.9, "nominated": 0.9, "career": 0.85, "current": 0.88,
    "event-name": 0.85, "bare-event": 0.75, "accompanied-visit": 0.8,
}


def confidence(rule: str, *, completed: bool = False) -> float:
    """Confidence of a rule; `completed` when a place was filled in from the context."""
    base = _BY_RULE.get(rule, 0.7)
    return round(base - 0.07, 2) if completed else base
