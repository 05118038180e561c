"""Marks that scraping leaves in running text: pinyin after its character, photo marks, stray signs.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re

from kg.read.fold import CUT

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_TONED = {"a": "āáǎà", "e": "ēéěèê", "i": "īíǐìĭ", "o": "ōóǒò", "u": "ūúǔùŭ", "ü": "ǖǘǚǜ"}
# The vowel that carries the tone is in brackets in the table of Hanyu Pinyin finals.
_FINALS = ("[a] [o] [e] [a]i [e]i [a]o [o]u [a]n [e]n [a]ng [e]ng [o]ng [e]r [i] i[a] i[e] i[a]o i[u] i[a]n [i]n "
           "i[a]ng [i]ng i[o]ng [u] u[a] u[o] u[a]i u[i] u[a]n [u]n u[a]ng [ü] ü[e] ü[a]n [ü]n").split()


def _syllable() -> str:
    """One syllable with its tone mark, composed or as vowel and combining mark.

    Without a tone mark no bracket is taken for pinyin: (who) and (app) are words.
    """
    def vowel(match: re.Match[str]) -> str:
        base = match[1]
        plain = "(?:ü|u\u0308|v)" if base == "ü" else base
        return f"(?:[{_TONED[base]}]|{plain}[\u0300\u0301\u0304\u0306\u030c])"

    # Longest first, so that a final is never cut short by its own beginning.
    finals = sorted((re.sub(r"\[(.)\]", vowel, final) for final in _FINALS), key=len, reverse=True)
    return f"(?:(?:[bpmfdtnlgkhjqxrzcsywBPMFDTNLGKHJQXRZCSYW]|[zcsZCS]h)?(?:{'|'.join(finals)}))"


# 區(qū); also 龜茲(qiū cí). The bracket has been folded to ASCII before. Full syllables only, at most four.
_PINYIN = re.compile(rf"(?<=[{HAN}])\( ?(?:{_syllable()}[ '’]?){{1,4}}\)", re.IGNORECASE)
# The few characters whose reading has no tone.
_TONELESS = re.compile(
    r"(?<=[們们])\(men\)|(?<=[個个])\(ge\)|(?<=[麼么])\(me\)|(?<=的)\(de\)|(?<=子)\(zi\)|(?<=[頭头])\(tou\)"
)
_PHOTO_SIGNS = "█▇▆■▲△▼▽◆◇►▶▷◀◁★☆◎※♦"
_PHOTO = re.compile(
    rf"(?:[{_PHOTO_SIGNS}]|\{{(?:IMG|img|Img|图|圖)[^{{}}\n]{{0,24}}\}}"
    r"|[\[【](?:图|圖|图片|圖片|组图|組圖|IMG|img|image)[ :：_-]?\d{0,3}[\]】])[ \u00a0\u3000]*"
)
_AT = re.compile(r"(?<![0-9A-Za-z._-])@|@(?![0-9A-Za-z])")


def _blank(match: re.Match[str]) -> str:
    return CUT * len(match[0])


def strip_pinyin(text: str) -> str:
    """Overwrite pinyin in brackets after its character; real brackets such as (4+3) stay."""
    if "(" not in text:
        return text
    return _TONELESS.sub(_blank, _PINYIN.sub(_blank, text))


def strip_photo_marks(text: str) -> str:
    """Overwrite photo marks; the caption that a mark introduces begins a line of its own."""
    def own_line(match: re.Match[str]) -> str:
        start = match.start()
        at_line_start = start == 0 or text[start - 1] == "\n" or end_of_last[0] == start
        end_of_last[0] = match.end()
        return CUT * len(match[0]) if at_line_start else "\n" + CUT * (len(match[0]) - 1)

    end_of_last = [-1]
    return _PHOTO.sub(own_line, text)


def strip_stray_signs(text: str) -> str:
    """Overwrite @ unless it stands inside an address."""
    return _AT.sub(CUT, text) if "@" in text else text
