"""Traditional to simplified script, one character for one, with the names it would spoil kept.

OpenCC `t2s` keeps the length of every character and phrase, but it also rewrites characters that are
standard in simplified text (毕昇, 乾县) and characters of given names (劉乾 is 刘乾, not 刘干).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.read.marks import BEFORE_NAME, HAN

# The characters of the Table of General Standard Chinese Characters (2013, 8,105 entries) that t2s rewrites,
# and 汎, which is no standard character but stands in names that print in simplified script keeps (王汎森).
STANDARD = "乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽汎"
_STANDARD = re.compile(f"[{STANDARD}]")
_RARE = re.compile("[\U00020000-\U0003ffff]")
# Those that given names use; in traditional text each is kept inside a name and rewritten elsewhere.
_GIVEN = re.compile("[乾昇徵陞脩汎]")
# 於 is the commonest of all in traditional text, and rare in names: 書記涂於川.
_MIDDLE = re.compile(
    f"於(?<=[{BEFORE_NAME}][{HAN}]於)[{HAN}](?=[^{HAN}]|[出主在會說指同等參代致表強介宣簽講為和與及]|$)"
)
# Neighbours with which such a character is an ordinary word: 乾燥, 提昇, 特徵.
_WORD_AFTER = {
    "乾": "燥淨净旱杯脆果部洗糧粮枯涸貨货擾扰",
    "昇": "級级華华格值溫温高起降學学任遷迁",
    "徵": "求收集兵稅税文婚地用詢询信召兆象服調调管程候稿得選选",
    "陞": "級级任遷迁",
    "脩": "改正訂订",
    "汎": "濫滥",
}
_WORD_BEFORE = {
    "昇": "提上晉晋回攀躍跃抬直飆飙擢遞递",
    "徵": "象特表應应",
    "陞": "提晉晋",
    "乾": "曬晒烘餅饼肉豆腐魚鱼萄",
}
_PLACES = re.compile("(?:於(?=[潛潜])|乾(?=[潭務务]|元鎮|元镇|西鄉|西乡))")
# t2s leaves 著 alone. In traditional text it is the particle 着, but for the words that keep it: 显著, 著名.
_PARTICLE = re.compile("著(?<![显编原专论译遗名巨土合卓昭校撰]著)(?![名作述称录者于])(?!书立说)")
# The script is told from this many characters; an article has one script, with strays.
_SAMPLE = 3_000


@cache
def _converter(name: str) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 - loaded when the first text is converted

    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert


@cache
def _only_simplified() -> frozenset[str]:
    """Characters that traditional text does not have: those that OpenCC `s2t` rewrites."""
    every = "".join(map(chr, range(0x4E00, 0xA000)))
    other = _converter("s2t")(every)
    return frozenset(char for char, traditional in zip(every, other, strict=True) if char != traditional)


def simplify_alone(char: str) -> str:
    """One character on its own in simplified script."""
    return _converter("t2s")(char)


def simplify(text: str, is_surname: Callable[[str], bool]) -> str:
    """The text in simplified script, same length. `is_surname` is asked only where a name is at stake."""
    simple = _same_length(text)
    if simple == text:
        return text
    if not _is_traditional(text, simple):
        return _restore(text, simple, [match.start() for match in _STANDARD.finditer(text)])
    kept = [match.start() for match in _PLACES.finditer(text)] + _inside_names(text, is_surname)
    return _PARTICLE.sub("着", _restore(text, simple, kept))


def _is_traditional(text: str, simple: str) -> bool:
    """Whether more characters are only traditional than only simplified.

    A traditional text with strays (郭云峰, 先后) is traditional; a simplified one that quotes 臺 is not.
    """
    sample = text[:_SAMPLE]
    traditional = sum(map(str.__ne__, sample, simple)) - len(_STANDARD.findall(sample))
    simplified = sum(map(_only_simplified().__contains__, sample))
    return 0 < traditional >= simplified


def _same_length(text: str) -> str:
    simple = _converter("t2s")(text)
    if len(simple) != len(text):
        # No entry of t2s changes a length today; a later table must not move a single offset.
        simple = "".join(new if len(new := simplify_alone(char)) == 1 else char for char in text)
    # News in simplified script writes 暐: the form that t2s gives is in few fonts and no GBK.
    rare = [match.start() for match in _RARE.finditer(simple)]
    return _restore(text, simple, rare)


def _restore(text: str, simple: str, positions: list[int]) -> str:
    if not positions:
        return simple
    chars = list(simple)
    for at in positions:
        chars[at] = text[at]
    return "".join(chars)


def _inside_names(text: str, is_surname: Callable[[str], bool]) -> list[int]:
    """Positions of given-name characters: in names that are introduced, and wherever those names return."""
    names = {name for match in _GIVEN.finditer(text) if (name := _name(text, match.start(), is_surname))}
    middles = (text[match.start() - 1 : match.end()] for match in _MIDDLE.finditer(text))
    names |= {name for name in middles if is_surname(name[0])}
    if not names:
        return []
    anywhere = re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))
    return [match.start() + at for match in anywhere.finditer(text)
            for at, char in enumerate(match[0]) if char == "於" or _GIVEN.match(char)]


def _name(text: str, at: int, is_surname: Callable[[str], bool]) -> str | None:
    """The name from its surname to position `at`.

    A title or a sign of punctuation introduces it; one of three characters needs no introduction.
    """
    char, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if (after and after in _WORD_AFTER[char]) or (before and before in _WORD_BEFORE.get(char, "")):
        return None
    for surname, given in ((1, 0), (1, 1), (2, 0), (2, 1)):  # characters before `at`
        begin = at - surname - given
        if begin < 0 or not is_surname(text[begin : begin + surname]):
            continue
        introduction = text[begin - 1 : begin] or "\n"
        if given or introduction in BEFORE_NAME or not introduction.isalnum():
            return text[begin : at + 1]
    return None
