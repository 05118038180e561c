"""Numbered lists in all their typographies: where each item begins and ends, and its number.

一是, 一要, 首先 … 其次, 第一, 其一, 一、 (一) 1、 1. (1) ①; a number or a dash alone on a line, before the
item on the next one; chains of clauses that begin with 要; and clauses that a number announces (四个一：…).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.model import Span

LEAST_ITEMS = 2
LEAST_CHAIN = 3  # clauses with 要: two are a sentence, three are a list
_LEAST_HAN = 4  # an item behind a figure says something: it is not a name, nor a figure of a table
_SPOKEN_FORMS = ("is", "must", "nth", "of", "first")
_FARTHEST = 3000  # code points between the beginnings of two items of one list
_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# A mark stands at the beginning of a line or of a clause: 统一是 and 第一书记 are no marks. What it
# can begin with is told first: elsewhere nothing more is tried.
_MARK = re.compile(
    rf"(?=[{_HAN}第其首再最 \u3000(（0-9{_CIRCLED}])(?:"
    rf"(?:^|(?<=[。；：，、！？;:,!?“\s★●◆■-]))(?:(?P<is>[{_HAN}]{{1,3}})是|(?P<must>[{_HAN}]{{1,3}})要"
    rf"|第(?P<nth>[{_HAN}]{{1,3}})(?:[，,、：:]|是|[ \u3000]+(?=要))|其(?P<of>[{_HAN}])(?:[，,、：:]|是)"
    r"|(?P<first>首先|其次|再次|最后)[，,、：:]?)"
    rf"|(?:^|(?<=[。；：，！？;:,\n]))[ \u3000]*"
    rf"(?:(?P<head>[{_HAN}]{{1,3}})、|[(（](?P<round>[{_HAN}]{{1,3}})[)）]"
    r"|(?P<point>[0-9]{1,2})(?:[、．]|\.(?![0-9]))|[(（]?(?P<paren>[0-9]{1,2})[)）])"
    rf"|(?P<circle>[{_CIRCLED}]))",
    re.MULTILINE,
)
_ALONE = re.compile(r"[ \u3000]*(?:(?P<number>[0-9]{1,2})[.、．]?|[-—–•·]{1,2})[ \u3000]*")
# 要求, 要素, 要点, 要闻 … are other words.
_MUST = re.compile(
    r"要(?<![^。；：，！？;:,!?“\n]要)(?![求素点闻员塞害么是紧件领道旨价案约义诀目因知职])"
)
# 各部门(单位)要, 全市干部要
_TO_WHOM = re.compile(
    r"(?:^|(?<=[。；：，\n“]))[^，。；：“\n要]{0,40}(?:部门|单位|乡镇|镇|街道|[县市区委局办]|干部|党员|书记"
    r"|同志|组织|企业|学校|代表|委员|们|双方)(?:\([^()]{1,8}\))?都?要(?![求素点闻员])",
    re.MULTILINE,
)
# 做到三个“更加注重”：甲，乙，丙 is a list when it has as many clauses as it says.
_COUNTED = re.compile(
    r"(?P<count>[两二三四五六七八九十2-9])(?:[个件项点条大本张种支]|方面)[^：:。，；\n]{0,16}(?:[：:]|，即)"
)
_STOP = re.compile(r"[。！？；!?;]")
_FULL_STOP = re.compile(r"[。！？\n]")
_EDGE = " \u3000\n。；;，,、：:"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in the text: its form, its value, where it stands, and where its item begins."""

    form: str
    value: int
    start: int
    begin: int


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of one list in order, without their numbers; `start` is where its first number stands."""

    form: str
    start: int
    items: tuple[Span, ...]


def find_lists(text: str, zones: Sequence[Span]) -> tuple[ItemList, ...]:
    """All lists of a text, in the order of their beginnings. Linear in the length of the text."""
    hidden = Cover(zones)
    marks = [mark for mark in _marks(text) if not hidden.covers(mark.start)]
    lists = [_filled(each) for each in (*_numbered(text, marks), *_line_marked(text, hidden))]
    lists = [each for each in lists if len(each.items) >= LEAST_ITEMS and _says_something(text, each)]
    taken = Cover([*zones, *(Span(each.start, each.items[-1].end) for each in lists)])
    plain = [each for each in (*_chains(text), *_counted(text))
             if not taken.covers(each.start) and not taken.covers(each.items[0].end - 1)]
    return tuple(sorted([*lists, *plain], key=lambda each: (each.start, each.form)))


class Cover:
    """Whether a position lies in one of some spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._ends: list[int] = []
        self._starts: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def covers(self, at: int) -> bool:
        """Does the character at this place belong to a span?"""
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._ends[i]


def _marks(text: str) -> Iterator[Mark]:
    step = 0
    for match in _MARK.finditer(text):
        form = match.lastgroup or ""
        words = match[form]
        if form == "first":
            step = 1 if words == "首先" else step + 1
            value = step
        elif form == "circle":
            value = _CIRCLED.index(words) + 1
        else:
            value = int(words) if words.isascii() else _number(words)
        # 一要提高站位: 要 belongs to the item, as it does in a chain.
        yield Mark(form, value, match.start(form), match.end() - (form == "must"))


def _number(words: str) -> int:
    """1…99 in Chinese numerals; 0 for what is no number."""
    tens, ten, units = words.partition("十")
    if not ten:
        return _HAN.index(words) + 1 if len(words) == 1 else 0
    if len(tens) > 1 or len(units) > 1 or units == "十":
        return 0
    return 10 * (_HAN.index(tens) + 1 if tens else 1) + (_HAN.index(units) + 1 if units else 0)


def _numbered(text: str, marks: Sequence[Mark]) -> Iterator[ItemList]:
    """Marks of one form that count 1, 2, 3 …"""
    for form in dict.fromkeys(mark.form for mark in marks):
        run: list[Mark] = []
        for mark in (*(mark for mark in marks if mark.form == form), None):
            if mark and run and mark.value == run[-1].value + 1 and mark.start - run[-1].start <= _FARTHEST:
                run.append(mark)
                continue
            if len(run) >= LEAST_ITEMS and (form != "first" or text.startswith("其次", run[1].start)):
                yield ItemList(form, run[0].start, _items(text, run))
            run = [mark] if mark and mark.value == 1 else []


def _items(text: str, run: Sequence[Mark]) -> tuple[Span, ...]:
    """Each item ends where the next number begins, or with its line; the last one with its sentence."""
    items = []
    long = False  # items of several sentences
    for mark, following in zip(run, [*run[1:], None], strict=True):
        line_end = _line_end(text, mark.begin)
        if following is not None:
            end = min(following.start, line_end)
            inner = _STOP.search(text, mark.begin, end)
            long = long or (inner is not None and len(text[inner.end() : end].strip(_EDGE + "(（第其")) > 0)
        elif long or text.rfind("\n", 0, mark.start) + 1 == mark.start:
            end = line_end
        else:
            stop = _STOP.search(text, mark.begin, line_end)
            end = stop.start() if stop else line_end
        items.append(_trimmed(text, mark.begin, end))
    return tuple(items)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without the blanks and separators around it, nor the sign that opens the next number."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1] in "第其(（"):
        end -= 1
    return Span(start, end)


def _line_marked(text: str, hidden: Cover) -> Iterator[ItemList]:
    """A number or a dash alone on its line, and the item on the line below."""
    run: list[Span] = []
    form, value, mark_at, start = "", 0, -1, 0
    for line in (*_lines(text), None):
        alone = line and _ALONE.fullmatch(text, *line)
        if line and hidden.covers(line.start):
            continue
        if alone and mark_at < 0:
            new_form, number = ("line", int(alone["number"])) if alone["number"] else ("dash", value + 1)
            if new_form != form or number != value + 1 or not run:
                yield from _line_list(text, form, start, run)
                run, form, start = [], new_form, alone.start()
                number = number if new_form == "line" else 1
            value, mark_at = number, alone.start()
        elif line and not alone and mark_at >= 0:
            if value == len(run) + 1:
                run.append(_trimmed(text, *line))
            mark_at = -1
        else:
            yield from _line_list(text, form, start, run)
            run, form, value, mark_at = [], "", 0, -1


def _line_list(text: str, form: str, start: int, run: list[Span]) -> Iterator[ItemList]:
    numbered = all(_MARK.match(text, span.start) for span in run)
    if len(run) >= LEAST_ITEMS and not numbered:
        yield ItemList(form, start, tuple(run))


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold more than blanks."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _filled(found: ItemList) -> ItemList:
    """The list up to a number that nothing follows (二是 at the end of a cut text)."""
    return replace(found, items=tuple(takewhile(lambda item: item.end > item.start, found.items)))


def _says_something(text: str, found: ItemList) -> bool:
    """Most items have words of their own: no table of figures, no list of names or titles."""
    least, spoken = (1 if found.form in _SPOKEN_FORMS else _LEAST_HAN), 0
    for start, end in found.items:
        words = text[start:end]
        han = sum("\u4e00" <= char <= "\u9fff" for char in words[:40])
        spoken += han >= least and not (words[:1] == "《" and words[-1:] == "》")
    return 2 * spoken > len(found.items)


def _chains(text: str) -> Iterator[ItemList]:
    """要…；要…；要…: clauses that follow one another without another sentence between them."""
    run: list[int] = []
    for at in (*(match.start() for match in _MUST.finditer(text)), None):
        if at is not None and run and not _breaks(text, run[-1], at):
            run.append(at)
            continue
        run = [*_addressed(text, run[0]), *run] if run else run
        if len(run) >= LEAST_CHAIN:
            ends = [*run[1:], _sentence_end(text, run[-1])]
            items = (_trimmed(text, begin, end) for begin, end in zip(run, ends, strict=True))
            yield ItemList("chain", run[0], tuple(items))
        run = [] if at is None else [at]


def _addressed(text: str, first: int) -> Iterator[int]:
    """各部门要提高认识；要压实责任: the clause with 要 before a chain that says to whom it is said."""
    start = max(text.rfind(stop, 0, first) for stop in "。！？\n") + 1
    match = _TO_WHOM.search(text, start, first)
    if match and text[first - 1] in "；;":
        yield match.end() - 1


def _counted(text: str) -> Iterator[ItemList]:
    """As many clauses behind a colon as the words before it announce, in the same sentence."""
    for match in _COUNTED.finditer(text):
        words = match["count"].replace("两", "二")
        count = int(words) if words.isascii() else _number(words)
        end = _sentence_stop(text, match.end())
        for sign in "；，、":
            items, begin = [], match.end()
            for clause in text[begin:end].split(sign):
                items.append(_trimmed(text, begin, begin + len(clause)))
                begin += len(clause) + 1
            if len(items) == count and all(item.end - item.start >= _LEAST_HAN for item in items):
                yield ItemList("counted", match.end(), tuple(items))
                break


def _sentence_stop(text: str, start: int) -> int:
    """Where the sentence or the line ends; a semicolon does not end it."""
    stop = _FULL_STOP.search(text, start)
    return stop.start() if stop else len(text)


def _breaks(text: str, start: int, following: int) -> bool:
    """A line or a whole sentence stands between two clauses."""
    if following - start > _FARTHEST or text.find("\n", start, following) >= 0:
        return True
    stop = _STOP.search(text, start, following)
    return stop is not None and stop.end() < following


def _sentence_end(text: str, start: int) -> int:
    end = _line_end(text, start)
    stop = _STOP.search(text, start, end)
    return stop.start() if stop else end
