"""Punctuation in one form: Chinese beside Chinese text, ASCII inside figures, addresses and Latin text.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re

from kg.read.fold import CUT
from kg.read.marks import HAN

_CHINESE = str.maketrans(",:;?!", "，：；？！")
_ASCII_STOPS = re.compile(r"[,:;?!]+")
_DOUBLED = re.compile(r"([，。、；：！？])\1+")
_SPACED = re.compile(" (?:(?<=[，。、；：？！] )|(?=[，。、；：？！]))")
_DOUBLE_QUOTED = re.compile(r'"([^"\n]*)"')
_SINGLE_QUOTED = re.compile(r"(?<![0-9A-Za-z])'([^'\n]*)'(?![0-9A-Za-z])")
_HAS_HAN = re.compile(f"[{HAN}]")
_DOT = re.compile(rf"\.(?<=[{HAN}]\.)(?=[{HAN}])")
_ZERO = re.compile("[○◯Oo0](?<=[一二三四五六七八九〇].)[○◯Oo0]*(?=[一二三四五六七八九年])")


def chinese_stops(text: str) -> str:
    """, : ; ? ! become ， ： ； ？ ！ where Chinese text touches them: 上午,9家 but not 12,000 or 9:30."""
    def rule(match: re.Match[str]) -> str:
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        touched = not before.isascii() or before == ")" or not after.isascii()
        return match[0].translate(_CHINESE) if touched else match[0]

    return _ASCII_STOPS.sub(rule, text)


def chinese_signs(text: str) -> str:
    """Straight quotes become “ ” ‘ ’, a full stop inside a name becomes ·, and 二00四年 二〇〇四年."""
    def single(match: re.Match[str]) -> str:
        return f"‘{match[1]}’" if _HAS_HAN.search(match[1]) else match[0]

    if '"' in text:
        text = _DOUBLE_QUOTED.sub(r"“\1”", text)
    if "'" in text:
        text = _SINGLE_QUOTED.sub(single, text)
    return _ZERO.sub(lambda match: "〇" * len(match[0]), _DOT.sub("·", text))


def close_up(text: str) -> str:
    """Overwrite a space before or after a Chinese stop."""
    return _SPACED.sub(CUT, text)


def collapse_doubled(text: str) -> str:
    """，， becomes ，; …… and —— are single signs of two characters and stay."""
    return _DOUBLED.sub(lambda match: match[1] + CUT * (len(match[0]) - 1), text)
