"""Small numbers in words."""

from __future__ import annotations

_DIGITS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def number(words: str) -> int:
    """六 → 6, 二十一 → 21, 9 → 9; 0 for what is no number from 2 to 99."""
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.partition("十")
    if ten:
        return _DIGITS.get(tens, 1) * 10 + (_DIGITS.get(ones, 1) if ones else 0)
    return _DIGITS.get(words, 0)
