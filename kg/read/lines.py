"""Lines and spaces: hard-wrapped text is joined, padding inside names and around lines is removed.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.read.fold import CUT
from kg.read.marks import HAN

_WIDE = "\u3000\u00a0"
_EDGES = re.compile(rf"(?m)^[ {_WIDE}]+|[ {_WIDE}]+$")
_RUN = re.compile(rf"[ {_WIDE}]+")
# 2022 年 2 月 25 日, 第 3 届: spaces that typesetting puts around figures.
_FIGURE = re.compile(r"(?<=\d)[ \u00a0](?=[年月日号號时時分至届屆])|(?<=[年月第至])[ \u00a0](?=\d)")

# A name of two characters padded to the width of three: 王　健, or 王 健 with any other space.
_PADDED = re.compile(rf"(?<=[{HAN}])[ {_WIDE}]+(?=[{HAN}])")
# Last characters of titles (市长, 书记, 主席, 主任, 委员, 经理 …), in both scripts, and joining words.
_BEFORE_NAME = frozenset("长長记記席任员員理委导導授士师師官事表书書监監裁总總志和与與及由")
# First characters of what follows a name, in both scripts: 出席, 主持, 会见, 说, 指出, 同志, 等 …
_AFTER_NAME = frozenset("出主在会會说說指同等参參到代致作一率陪表强強介宣签簽讲講为為和与與及任当當先")
_NO_GIVEN_NAME = frozenset("摄攝文图圖编編")

_CLOSED = frozenset("。！？；…!?;”’")
_WRAP_COLUMNS = 40  # narrower texts are slogans or verse, not wrapped paragraphs
_WRAP_SLACK = 4  # columns by which punctuation rules may shorten a full line
_WRAP_LINES = 3


def join_wrapped(text: str) -> str:
    """Join the lines of a hard-wrapped text: most lines are full and break off in mid-sentence.

    A text whose lines are units (slogans, captions, one line a paragraph) is left as it is.
    """
    lines = text.split("\n")
    widths = [len(line.rstrip().encode("gb18030", "replace")) for line in lines]  # columns: Han 2, ASCII 1
    limit = max(widths)
    filled = sum(width > 0 for width in widths)
    full = [index for index, width in enumerate(widths[:-1]) if width > limit - _WRAP_SLACK]
    broken = [index for index in full if _breaks_off(lines[index], lines[index + 1])]
    if limit < _WRAP_COLUMNS or len(broken) < _WRAP_LINES or 2 * len(full) < filled or 2 * len(broken) < len(full):
        return text
    pieces: list[str] = []
    marks = set(broken)
    for index, line in enumerate(lines):
        pieces.append(line)
        if index in marks:
            between_words = line[-1].isascii() and lines[index + 1][0].isascii()
            pieces.append(" " if between_words else CUT)
        elif index < len(lines) - 1:
            pieces.append("\n")
    return "".join(pieces)


def _breaks_off(line: str, following: str) -> bool:
    """The line ends in mid-sentence and the next goes on: neither blank nor indented."""
    return bool(line and following) and line[-1] not in _CLOSED and following[0] not in f" {_WIDE}"


def join_padded_names(text: str, is_surname: Callable[[str], bool]) -> str:
    """Overwrite the padding inside a name of two characters.

    A name begins after a title, a joining word or no Han at all, its first character is a surname, and
    after its second character no third one follows: 区委常委 常务副区长 and 王华 摄 keep their space.
    """
    def rule(match: re.Match[str]) -> str:
        start, end = match.span()
        before = text[start - 2] if start > 1 else "\n"
        after = text[end + 1] if end + 1 < len(text) else "\n"
        named = not _is_han(before) or before in _BEFORE_NAME
        ended = not _is_han(after) or (after in _AFTER_NAME and before != "\n")
        if named and ended and text[end] not in _NO_GIVEN_NAME and is_surname(text[start - 1]):
            return CUT * (end - start)
        return match[0]

    return _PADDED.sub(rule, text)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def trim_spaces(text: str) -> str:
    """Overwrite spaces at both ends of a line and around figures; one space is left of a run."""
    text = _EDGES.sub(lambda match: CUT * len(match[0]), text)
    text = _RUN.sub(lambda match: " " + CUT * (len(match[0]) - 1), text)
    return _FIGURE.sub(CUT, text)
