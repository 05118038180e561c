"""Lines and spaces: hard-wrapped text is joined, padding inside names and around lines is removed.

Every rule keeps the length: what it removes becomes NUL (see `kg.read.fold`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.read.fold import CUT
from kg.read.marks import BEFORE_NAME, HAN, is_han

_WIDE = "\u3000\u00a0"
_RUN = re.compile(rf"[ {_WIDE}]+")
# 2022 年 2 月 25 日, 第 3 届: spaces that typesetting puts around figures.
_FIGURE = re.compile(r"[ \u00a0](?:(?<=\d.)(?=[年月日号號时時分至届屆])|(?<=[年月第至].)(?=\d))")

# A name of two characters padded to the width of three: 王　健.
_PADDED_TITLE = re.compile(
    r"^([书書主市县縣区區州省局])([ \u00a0\u3000]+)([记記任长長席])(?=[：:])", re.MULTILINE
)
_PADDED = re.compile(rf"[ {_WIDE}](?<=[{HAN}].)[ {_WIDE}]*(?=[{HAN}])")
# First characters of what follows a name that begins a line, in both scripts: 出席, 主持, 会见, 说, 指出 …
_AFTER_NAME = frozenset("出主在会會说說指同等参參到代致作一率陪表强強介宣签簽讲講为為和与與及任当當先")
_NO_GIVEN_NAME = frozenset("摄攝文图圖编編")

_CLOSED = frozenset("。！？；…!?;”’")
_ENDS_OPEN = re.compile(rf"[{HAN}0-9A-Za-z]$")
_STARTS_OPEN = re.compile(rf"[{HAN}0-9]")
_PAUSE = re.compile("[，。；,;]")
_STOP = re.compile("[，。；,;！？]")
_STOPPED = re.compile(rf"[{HAN}]{{1,3}}[。；！？]")
_ALONE = re.compile(rf"(?![一二三四五六七八九十])[{HAN}]")
_LABEL = re.compile("[^，。]{1,6}[：:]")
_ORPHANED = 6  # characters that a line has before an orphan can belong to it
_SENTENCE = 20  # … and before the end of its sentence can begin the next line
_PARAGRAPH = 36  # no caption or heading in 60 news pages was as long without a closing sign
_CREDIT = 12  # a space so close to the end sets off a credit: 华龙网记者 摄
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


def join_broken(text: str) -> str:
    """Join lines that damage broke off inside a sentence, in a text whose lines are whole paragraphs."""
    lines = text.split("\n")
    long = [line for line in lines if len(line) >= _PARAGRAPH]
    whole = 2 * sum(line[-1] in _CLOSED for line in long) >= len(long)
    pieces = [lines[0]]
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        following = lines[index + 1] if index + 1 < len(lines) else ""
        joined = _is_orphan(before, line, following) or (index > 1 and whole and _goes_on(before, line))
        pieces += [CUT if joined else "\n", line]
    return "".join(pieces)


def _is_orphan(before: str, line: str, following: str) -> bool:
    """One to three characters and a full stop (会 / 议。), or one character alone."""
    if not _ENDS_OPEN.search(before) or len(before) < _ORPHANED:
        return False
    if _ALONE.fullmatch(line):
        return not _ALONE.fullmatch(following)
    stopped = _STOPPED.match(line)
    return stopped is not None and (
        stopped.end() == len(line) or (len(before) >= _SENTENCE and not _LABEL.match(before)))


def _goes_on(before: str, line: str) -> bool:
    """A long line of running text that ends without a sign, before another one."""
    running = len(before) >= _PARAGRAPH and _PAUSE.search(before) and _ENDS_OPEN.search(before)
    return bool(running and " " not in before[-_CREDIT:] and _STARTS_OPEN.match(line) and _STOP.search(line))


def join_padded_names(text: str, is_surname: Callable[[str], bool]) -> str:
    """Overwrite the padding inside names of two characters, where they are introduced and where they return.

    A name begins after a title, a joining word or no Han at all, and its first character is a surname:
    区委常委 常务副区长 and 王华 摄 keep their space.
    """
    def name(match: re.Match[str]) -> str:
        return text[match.start() - 1] + text[match.end()]

    names = {name(match) for match in _PADDED.finditer(text)
             if _introduced(text, *match.span()) and is_surname(name(match)[0])}
    joined = -1  # the last character that was joined to a name

    def pad(match: re.Match[str]) -> str:
        nonlocal joined
        if name(match) not in names or _closes(text, match, names, goes_on=match.start() - 1 == joined):
            return match[0]
        joined = match.end()
        return CUT * len(match[0])

    return _PADDED.sub(pad, text)


def _closes(text: str, gap: re.Match[str], names: set[str], *, goes_on: bool) -> bool:
    """The character before the gap ends a name (吴国荣; `goes_on`: 盛 丰), then another begins (杜 鹃)."""
    before = text[gap.start() - 2 : gap.start() - 1]
    inside = before != "" and is_han(before) and before not in BEFORE_NAME
    following = _PADDED.match(text, gap.end() + 1) if inside or goes_on else None
    return following is not None and text[gap.end()] + text[following.end()] in names


def join_padded_titles(text: str) -> str:
    """Overwrite the padding inside titles of two characters that begin a line of a list (书 记：甲)."""
    return _PADDED_TITLE.sub(lambda match: match[1] + CUT * len(match[2]) + match[3], text)


def _introduced(text: str, start: int, end: int) -> bool:
    """Whether the padding from `start` to `end` stands inside a name, as far as its neighbours tell."""
    before = text[start - 2] if start > 1 else "\n"
    after = text[end + 1] if end + 1 < len(text) else "\n"
    alone, free = not is_han(after), not is_han(before)
    if text[end] in _NO_GIVEN_NAME:
        return False
    if text[start:end] == " ":  # an ordinary space is padding only where nothing else touches the name
        return alone and free
    if before == "\n":
        return alone or after in _AFTER_NAME
    return alone or free or before in BEFORE_NAME


def trim_spaces(text: str) -> str:
    """Overwrite spaces at both ends of a line and around figures; one space is left of a run."""
    def rule(match: re.Match[str]) -> str:
        start, end = match.span()
        at_edge = start == 0 or end == len(text) or text[start - 1] == "\n" or text[end] == "\n"
        return CUT * (end - start) if at_edge else " " + CUT * (end - start - 1)

    return _FIGURE.sub(CUT, _RUN.sub(rule, text))
