"""Traditional to simplified script, one character for one, with the names it would spoil kept.

OpenCC `t2s` keeps the length of every character and phrase, but it also rewrites characters that are
standard in simplified text (毕昇, 乾县) and characters of given names (劉乾 is 刘乾, not 刘干).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

# The characters of the Table of General Standard Chinese Characters (2013, 8,105 entries) that t2s rewrites,
# and 汎, which is no standard character but stands in names that print in simplified script keeps (王汎森).
STANDARD = "乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽汎"
_STANDARD = re.compile(f"[{STANDARD}]")
# Those that given names use; in traditional text each is kept inside a name and rewritten elsewhere.
_GIVEN = re.compile("[乾昇徵陞脩汎]")
# Neighbours with which such a character is an ordinary word: 乾燥, 提昇, 特徵.
_WORD_AFTER = {
    "乾": "燥淨净旱杯脆果部洗糧粮枯涸貨货擾扰",
    "昇": "級级華华格值溫温高起降學学任遷迁",
    "徵": "求收集兵稅税文婚地用詢询信召兆象服調调管程候稿得選选",
    "陞": "級级任遷迁",
    "脩": "改正訂订",
    "汎": "濫滥",
}
_WORD_BEFORE = {"昇": "提上晉晋回攀躍跃抬直飆飙擢遞递", "徵": "象特表應应", "陞": "提晉晋", "乾": "曬晒烘"}
_PLACES = re.compile("(?:於(?=[潛潜])|乾(?=[潭務务]|元鎮|元镇|西鄉|西乡))")
_BEFORE_NAME = frozenset("長长記记席任員员理委導导授士師师官事表書书監监裁總总志和與与及由")
# t2s leaves 著 alone. In traditional text it is the particle 着, but for the words that keep it: 显著, 著名.
_PARTICLE = re.compile("著(?<![显编原专论译遗名巨土合卓昭校撰]著)(?![名作述称录者于])(?!书立说)")
# The script is told from this many characters; an article has one script, with strays.
_SAMPLE = 20_000


@cache
def _converter(name: str) -> Callable[[str], str]:
    import opencc  # noqa: PLC0415 - loaded when the first text is converted

    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert


def simplify_alone(char: str) -> str:
    """One character on its own in simplified script."""
    return _converter("t2s")(char)


def simplify(text: str, is_surname: Callable[[str], bool]) -> str:
    """The text in simplified script, same length. `is_surname` is asked only where a name is at stake."""
    simple = _same_length(text)
    if simple == text:
        return text
    if not is_traditional(text):
        return _restore(text, simple, [match.start() for match in _STANDARD.finditer(text)])
    kept = [match.start() for match in _PLACES.finditer(text)]
    if _GIVEN.search(text):
        kept += _inside_names(text, is_surname)
    return _PARTICLE.sub("着", _restore(text, simple, kept))


def is_traditional(text: str) -> bool:
    """Whether more characters are only traditional than only simplified.

    A traditional text with strays (郭云峰, 先后) is traditional; a simplified one that quotes 臺 is not.
    """
    sample = text[:_SAMPLE]
    traditional = sum(map(str.__ne__, sample, _same_length(sample))) - len(_STANDARD.findall(sample))
    simplified = sum(map(str.__ne__, sample, _converter("s2t")(sample)))
    return 0 < traditional >= simplified


def _same_length(text: str) -> str:
    simple = _converter("t2s")(text)
    if len(simple) == len(text):
        return simple
    # No entry of t2s changes a length today; a later table must not move a single offset.
    return "".join(new if len(new := simplify_alone(char)) == 1 else char for char in text)


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
    if not names:
        return []
    anywhere = re.compile("|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name))))
    return [match.start() + at for match in anywhere.finditer(text)
            for at, char in enumerate(match[0]) if _GIVEN.match(char)]


def _name(text: str, at: int, is_surname: Callable[[str], bool]) -> str | None:
    """The name from its surname to position `at`, when a title or a sign of punctuation introduces it."""
    if text[at + 1 : at + 2] in _WORD_AFTER[text[at]] and text[at + 1 : at + 2]:
        return None
    if text[at - 1 : at] in _WORD_BEFORE.get(text[at], "") and at:
        return None
    for length in (1, 2):  # a surname of that many characters, then up to one given character before `at`
        for given in (0, 1):
            begin = at - length - given
            before = text[begin - 1 : begin] if begin > 0 else "\n"
            introduced = before in _BEFORE_NAME or not before.isalnum()
            if begin >= 0 and introduced and is_surname(text[begin : begin + length]):
                return text[begin : at + 1]
    return None
