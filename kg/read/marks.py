"""Marks that scraping leaves in running text: pinyin after its character, photo marks, stray signs.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re

from kg.read.fold import CUT

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
# Last characters of titles (市长, 书记, 主席, 主任, 委员, 经理 …) and joining words, in both scripts.
BEFORE_NAME = "长長记記席任员員理委导導授士师師官事表书書监監裁总總志和與与及由"
_HAN_CHAR = re.compile(f"[{HAN}]")
_SPACES = " \u00a0\u3000"

_TONED = {"a": "āáǎà", "e": "ēéěèê", "i": "īíǐìĭ", "o": "ōóǒò", "u": "ūúǔùŭ", "ü": "ǖǘǚǜ"}
_TONE_MARKS = "\u0300\u0301\u0304\u0306\u030c"
# The finals of Hanyu Pinyin; the vowel that carries the tone is in brackets.
_FINALS = (
    "[a] [o] [e] [a]i [e]i [a]o [o]u [a]n [e]n [a]ng [e]ng [o]ng [e]r "
    "[i] i[a] i[e] i[a]o i[u] i[a]n [i]n i[a]ng [i]ng i[o]ng "
    "[u] u[a] u[o] u[a]i u[i] u[a]n u[e]n [u]n u[a]ng [ü] ü[e] u[e] ü[a]n [ü]n"
)


def _syllable() -> str:
    """One syllable with its tone mark, either composed or as vowel and combining mark.

    Without a tone mark no bracket is taken for pinyin: (who) and (app) are words.
    """
    def vowel(match: re.Match[str]) -> str:
        base = match[1]
        plain = "(?:ü|u\u0308|v)" if base == "ü" else base
        return f"(?:[{_TONED[base]}]|{plain}[{_TONE_MARKS}])"

    # Longest first, so that a final is never cut short by its own beginning.
    finals = sorted(_FINALS.split(), key=lambda final: (-len(final), final))
    toned = "|".join(re.sub(r"\[(.)\]", vowel, final) for final in finals)
    return f"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:{toned}))"


# 區(qū), and 龜茲(qiū cí): whole syllables only, at most four. The brackets have been folded to ASCII.
# (A pattern that begins with what is rare is found fast; what stands before it is looked up afterwards.)
_PINYIN = re.compile(rf"\((?<=[{HAN}]\() ?(?:{_syllable()}[ '’]?){{1,4}}\)", re.IGNORECASE)
# The few characters whose reading has no tone.
_TONELESS = re.compile(
    r"\((?:(?<=[們们]\()men|(?<=[個个]\()ge|(?<=[麼么]\()me|(?<=的\()de|(?<=子\()zi|(?<=[頭头]\()tou)\)"
)
# Signs and words that stand for a photo, or introduce its caption.
_PHOTO = re.compile(
    r"[█▇▆■▲△▼▽◆◇►▶▷◀◁★☆◎※♦]"
    r"|\{(?:IMG|img|Img|图|圖)[^{}\n]{0,24}\}"
    r"|[\[【](?:图|圖|图片|圖片|组图|組圖|IMG|img|image)[ :：_-]?\d{0,3}[\]】]"
)
_AT = re.compile(r"(?<![0-9A-Za-z._-])@|@(?![0-9A-Za-z])")


def is_han(char: str) -> bool:
    """Whether one character is a Chinese character (〇 included)."""
    return _HAN_CHAR.match(char) is not None


def strip_pinyin(text: str) -> str:
    """Overwrite pinyin in brackets after its character; real brackets such as (4+3) stay."""
    def blank(match: re.Match[str]) -> str:
        return CUT * len(match[0])

    return _TONELESS.sub(blank, _PINYIN.sub(blank, text)) if "(" in text else text


def strip_photo_marks(text: str) -> str:
    """Overwrite photo marks. The caption that a mark introduces is kept, on a line of its own."""
    end_of_last = -1

    def rule(match: re.Match[str]) -> str:
        nonlocal end_of_last
        start, end = match.span()
        adjacent = start == end_of_last
        end_of_last = end
        before = start
        while before and text[before - 1] in _SPACES:
            before -= 1
        alone = before == 0 or text[before - 1] == "\n" or text[end : end + 1] in ("", "\n")
        return CUT * (end - start) if alone or adjacent else "\n" + CUT * (end - start - 1)

    return _PHOTO.sub(rule, text)


def strip_stray_signs(text: str) -> str:
    """Overwrite @ unless it stands inside an address."""
    return _AT.sub(CUT, text) if "@" in text else text
