"""Punctuation in one form: Chinese beside Chinese text, ASCII inside figures, addresses and Latin text.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re

from kg.read.fold import CUT
from kg.read.marks import HAN

_CHINESE = str.maketrans(",:;?!", "，：；？！")
# A neighbour that is not ASCII, or a bracket, makes it Chinese punctuation: 上午,9家 but not 12,000 or 9:30.
_BESIDE_HAN = re.compile(r"(?:(?<=[^\x00-\x27\x2a-\x7f])|(?<=\)))[,:;?!]+|[,:;?!]+(?=[^\x00-\x7f])")
_DOUBLED = re.compile(r"([，。、；：！？])\1+")
_DOUBLE_QUOTE = re.compile(r'"([^"\n]*)"')
_SINGLE_QUOTE = re.compile(rf"(?<![0-9A-Za-z])'([^'\n]*[{HAN}][^'\n]*)'(?![0-9A-Za-z])")
_DOT = re.compile(rf"(?<=[{HAN}])\.(?=[{HAN}])")
_ZERO = re.compile("(?<=[一二三四五六七八九〇])[○◯Oo0]+(?=[一二三四五六七八九〇年])")


def chinese_punctuation(text: str) -> str:
    """, : ; ? ! beside Chinese text become ， ： ； ？ ！; straight quotes become “ ” ‘ ’; 二00四年 二〇〇四年."""
    text = _BESIDE_HAN.sub(lambda match: match[0].translate(_CHINESE), text)
    if '"' in text:
        text = _DOUBLE_QUOTE.sub(r"“\1”", text)
    if "'" in text:
        text = _SINGLE_QUOTE.sub(r"‘\1’", text)
    text = _DOT.sub("·", text)
    return _ZERO.sub(lambda match: "〇" * len(match[0]), text)


def collapse_doubled(text: str) -> str:
    """，， becomes ，; …… and —— are single signs of two characters and stay."""
    return _DOUBLED.sub(lambda match: match[1] + CUT * (len(match[0]) - 1), text)
