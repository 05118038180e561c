"""Traditional to simplified script, one character for one, with the names it would spoil kept.

OpenCC `t2s` keeps the length of every character and phrase, but it also rewrites characters that are
standard in simplified text (毕昇, 乾县) and in given names (劉乾 is 刘乾, not 刘干).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# The characters of the Table of General Standard Chinese Characters (2013, 8,105 entries) that t2s changes.
STANDARD = "乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽"
# Those among them that live in given names; 汎 is no standard character but lives there too (王汎森).
_GIVEN = "乾昇徵氾脩蒐谿釐陞汎夥祕"
_GIVEN_NAME = re.compile(f"[{_GIVEN}]")
_STANDARD = re.compile(f"[{STANDARD}]")
# Neighbours with which the character is an ordinary word: 乾燥, 提昇, 特徵. Then it is no given name.
_WORD_AFTER = {"乾": "燥淨净旱杯脆果部洗糧粮枯涸貨货擾", "昇": "級级華华格值溫温高起降學学任遷迁", "脩": "改正訂",
               "徵": "求收集兵稅税文婚地用詢询信召兆象服調调管程候稿得選选", "夥": "伴同", "祕": "書书密訣",
               "釐": "米清定", "蒐": "集", "汎": "濫", "氾": "濫滥", "谿": "谷", "陞": "級任遷"}
_WORD_BEFORE = {"昇": "提上晉晋回攀躍跃抬直飆擢遞", "徵": "象特表應应", "祕": "奧神", "夥": "合入散", "釐": "毫"}
_PLACES = re.compile("於潛|於潜|乾潭|乾務|乾元鎮|乾西|谿口")
# Last characters of titles, and words that join names.
_BEFORE_NAME = frozenset("長长記记席任員员理委導导授士師师官事表書书監监裁總总志和與与及由")
# 著 is 着 after and before verbs; these words keep it.
_ZHE = re.compile("(?<![显编原专论译遗名巨土合卓昭校撰顯編專論譯遺])著(?![名作述称录者稱錄於于])(?!书立|書立)")


@cache
def _converter() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 - only texts are converted, tables are not

    convert: Callable[[str], str] = opencc.OpenCC("t2s").convert
    return convert


@cache
def _to_traditional() -> Callable[[str], str]:
    import opencc  # noqa: PLC0415

    convert: Callable[[str], str] = opencc.OpenCC("s2t").convert
    return convert


def simplify_alone(char: str) -> str:
    """One character on its own in simplified script."""
    return _same_length(char)


def simplify(text: str, is_surname: Callable[[str], bool]) -> str:
    """Text in simplified script, same length. `is_surname` is asked only where a name is at stake."""
    simple = _same_length(text)
    if simple == text:
        return text
    if not is_traditional(text, simple):
        return _restore(text, simple, [match.start() for match in _STANDARD.finditer(text)])
    kept = [at for match in _PLACES.finditer(text) for at in range(*match.span())
            if text[at] in STANDARD]
    if _GIVEN_NAME.search(text):
        kept += _inside_names(text, is_surname)
    return _ZHE.sub("着", _restore(text, simple, kept))


def is_traditional(text: str, simple: str) -> bool:
    """More characters that only traditional script has than characters that only simplified script has.

    A traditional text with strays (郭云峰, 先后) stays traditional, a simplified one that quotes 臺 simplified.
    """
    changed = sum(map(str.__ne__, text, simple)) - len(_STANDARD.findall(text))
    back = _to_traditional()(text)
    return changed > 0 and changed >= sum(map(str.__ne__, text, back))


def _same_length(text: str) -> str:
    simple = _converter()(text)
    if len(simple) == len(text):
        return simple
    # No entry of t2s changes a length today; a later table must not move a single offset.
    single = [_converter()(char) for char in text]
    return "".join(new if len(new) == 1 else char for char, new in zip(text, single, strict=True))


def _restore(text: str, simple: str, positions: list[int]) -> str:
    if not positions:
        return simple
    chars = list(simple)
    for at in positions:
        chars[at] = text[at]
    return "".join(chars)


def _inside_names(text: str, is_surname: Callable[[str], bool]) -> list[int]:
    """Positions of characters that belong to a given name, where it is introduced and wherever it returns."""
    names: set[str] = set()
    for match in _GIVEN_NAME.finditer(text):
        at = match.start()
        for begin in (at - 1, at - 2):
            if begin >= 0 and _is_name(text, begin, at, is_surname):
                names.add(text[begin : at + 1])
                break
    if not names:
        return []
    found = re.finditer("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))), text)
    return [at for match in found for at in range(*match.span()) if text[at] in _GIVEN]


def _is_name(text: str, begin: int, at: int, is_surname: Callable[[str], bool]) -> bool:
    before = text[begin - 1] if begin else "\n"
    introduced = before in _BEFORE_NAME or not before.isalnum()
    after = text[at + 1 : at + 2]
    in_word = after in tuple(_WORD_AFTER.get(text[at], "")) or text[at - 1] in _WORD_BEFORE.get(text[at], "")
    return introduced and not in_word and is_surname(text[begin])
