"""Words of the language: the one door to the dictionary and segmenter rjieba (MIT)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any


@cache
def _rjieba() -> Any:
    import rjieba  # noqa: PLC0415 - its dictionary takes 0.3 s to load: not before a text is read

    return rjieba


def cut(text: str) -> Iterable[str]:
    """The words of a text, in order and without gaps; new words are not guessed."""
    words: Iterable[str] = _rjieba().cut(text, False)
    return words


def is_word(word: str) -> bool:
    """Does the dictionary know the word?"""
    return bool(_rjieba().has_word(word))
