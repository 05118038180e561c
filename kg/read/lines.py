"""Lines and spaces: hard-wrapped text is joined, padding inside names and around lines is removed.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.read.fold import CUT
from kg.read.marks import HAN, is_han

_WIDE = "\u3000\u00a0"
_RUN = re.compile(rf"[ {_WIDE}]+")
# 2022 年 2 月 25 日, 第 3 届: spaces that typesetting puts around figures.
_FIGURE = re.compile(r"[ \u00a0](?:(?<=\d.)(?=[年月日号號时時分至届屆])|(?<=[年月第至].)(?=\d))")

# A name of two characters padded to the width of three: 王　健.
_PADDED = re.compile(rf"[ {_WIDE}](?<=[{HAN}].)[ {_WIDE}]*(?=[{HAN}])")
# Last characters of titles (市长, 书记, 主席, 主任, 委员, 经理 …) and joining words, in both scripts.
_BEFORE_NAME = frozenset("长長记記席任员員理委导導授士师師官事表书書监監裁总總志和與与及由")
# First characters of what follows a name, in both scripts: 出席, 主持, 会见, 说, 指出, 同志, 等 …
_AFTER_NAME = frozenset("出主在会會说說指同等参參到代致作一率陪表强強介宣签簽讲講为為和与與及任当當先")
_NO_GIVEN_NAME = frozenset("摄攝文图圖编編")

_CLOSED = frozenset("。！？；…!?;”’")
_WRAP_COLUMNS = 40  # narrower texts are slogans or verse, not wrapped paragraphs
_WRAP_SLACK = 4  # columns by which the rules of line breaking may shorten a full line
_WRAP_LINES = 3


def join_wrapped(text: str) -> str:
    """Join the lines of a hard-wrapped text: most lines are full and break off in mid-sentence.

    A text whose lines are units (slogans, captions, one line a paragraph) is left as it is.
    """
    lines = text.split("\n")
    broken = _wrapped_lines(lines)
    if not broken:
        return text
    pieces: list[str] = []
    for index, line in enumerate(lines[:-1]):
        between_words = line[-1:].isascii() and lines[index + 1][:1].isascii()
        pieces += [line, "\n" if index not in broken else " " if between_words else CUT]
    return "".join([*pieces, lines[-1]])


def _wrapped_lines(lines: list[str]) -> set[int]:
    """Indexes of the lines that only the width broke off; empty when the text is not hard-wrapped."""
    widths = [len(line.rstrip().encode("gb18030", "replace")) for line in lines]  # columns: Han 2, ASCII 1
    limit = max(widths)
    full = [index for index, width in enumerate(widths[:-1]) if width > limit - _WRAP_SLACK]
    broken = {index for index in full if _breaks_off(lines[index], lines[index + 1])}
    filled = sum(width > 0 for width in widths)
    wrapped = len(broken) >= _WRAP_LINES and 2 * len(full) >= filled and 2 * len(broken) >= len(full)
    return broken if wrapped and limit >= _WRAP_COLUMNS else set()


def _breaks_off(line: str, following: str) -> bool:
    """The line ends in mid-sentence and the next goes on: neither blank nor indented."""
    return bool(line and following) and line[-1] not in _CLOSED and following[0] not in f" {_WIDE}"


def join_padded_names(text: str, is_surname: Callable[[str], bool]) -> str:
    """Overwrite the padding inside a name of two characters.

    A name begins after a title, a joining word or no Han at all, its first character is a surname, and no
    third character follows its second: 区委常委 常务副区长 and 王华 摄 keep their space.
    """
    def rule(match: re.Match[str]) -> str:
        start, end = match.span()
        before = text[start - 2] if start > 1 else "\n"
        after = text[end + 1] if end + 1 < len(text) else "\n"
        alone = not is_han(after)
        if match[0] == " ":  # an ordinary space is padding only where nothing else touches the name
            fits = alone and not is_han(before)
        else:
            fits = (not is_han(before) or before in _BEFORE_NAME) and (
                alone or (after in _AFTER_NAME and before != "\n"))
        if fits and text[end] not in _NO_GIVEN_NAME and is_surname(text[start - 1]):
            return CUT * (end - start)
        return match[0]

    return _PADDED.sub(rule, text)


def trim_spaces(text: str) -> str:
    """Overwrite spaces at both ends of a line and around figures; one space is left of a run."""
    def rule(match: re.Match[str]) -> str:
        start, end = match.span()
        at_edge = start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n"
        return CUT * (end - start) if at_edge else " " + CUT * (end - start - 1)

    return _FIGURE.sub(CUT, _RUN.sub(rule, text))
