"""Date expressions as the text writes them: which words, which unit, from where to where.

One scan finds atoms (a year, a month, a day, 去年, 同日 …); neighbours are joined to points and ranges. What
they mean is decided in `kg.extract.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Span

_HAN = "〇○零一二三四五六七八九十"
_DIGITS = f"0-9{_HAN}"
_NUMBER = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_TO = "(?:至|到|—{1,2}|―{1,2}|–|-{1,2}|~|～)"
_WEEKDAYS = "一二三四五六日天"
# Deadlines and durations are no dates: 15日内, 3日后; names are none: 光明日报, 今日头条, 同年级.
_ATOMS = {
    "iso": r"(?<![0-9./-])(?:19|20)[0-9]{2}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,2}"
           r"(?![0-9./-])",
    "years": rf"(?<![{_DIGITS}])(?:19|20)[0-9]{{2}}(?={_TO}(?:19|20)[0-9]{{2}}年)",
    "year": rf"(?<![{_DIGITS}])(?:[0-9〇○零一二三四五六七八九]{{4}}|[0-9]{{2}}(?=年[0-9]{{1,2}}月))年",
    "year_word": r"(?:今年|去年|(?<![文])明年|本年|(?<![年提以之目])前年|同年(?![级龄])|当年|次年|翌年)",
    "month": rf"(?<![{_DIGITS}第历])(?:{_NUMBER})月",
    "month_word": "(?:本月|上个?月|下个?月|同月|当月)",
    "bare_day": rf"(?<![{_DIGITS}])(?:{_NUMBER})(?=(?:{_TO}|、)(?:{_NUMBER})日)",
    "day": rf"(?<![{_DIGITS}第每满])(?:{_NUMBER})[日号](?!内|之内|以内|后|游|均|产|用)",
    "lost": rf"(?<![{_DIGITS}])[0-9]{{3,4}}日",
    "day_word": rf"(?:[今昨前明]\((?:{_NUMBER})\)日|今[天日晨晚早]|昨[天日晚夜]|(?<![提以之目年])前天|明天"
                "|(?<![光文昆三])明日|明晚)(?!报|头条)",
    "same_day": "(?:同日|同一天|当[天日晚]|次日|翌日)(?!报)",
    "week": rf"(?<![以之])(?:上|本|这|下)个?(?:周|星期)(?:[{_WEEKDAYS}]|末)?(?![期转围边折全密年长刊报])",
    "quarter": "(?:第?[一二三四1-4]季度|[上下]半年)",
    "edge": rf"(?<![{_DIGITS}今去明前当同])年[初底末](?!级)",
    "period": "[“\"]?十[一二三四五六七八九]五[”\"]?(?:时期|期间|以来)",
    "vague": rf"(?:(?<![{_DIGITS}今昨当同次附])日前|(?<!附)近日|近期|最近|近来|连日来|前不久|不久前"
             rf"|前[几些]天|(?<![{_DIGITS}])日内(?!瓦))",
}
# The class of first characters lets the scan skip all others at once.
_FIRST = f"[{_DIGITS}今去明本前同当次翌上下第昨这年“\"日近最连不]"
_ATOM = re.compile(f"(?={_FIRST})(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _ATOMS.items())})")
_RANGE = re.compile(_TO)
_RANGE_OR_LIST = re.compile(f"{_TO}|、")
_PART = re.compile("份|[上中下]旬|初(?![一二三四五六七八九十])|底|末")
_YEAR_PART = re.compile("[底末]|初(?=[，。、；\\s]|$)")
_TAIL = re.compile(
    rf"(?:[(（](?:星期|周|礼拜)[{_WEEKDAYS}][)）]|(?:星期|周)[{_WEEKDAYS}])?"
    r"(?:上午|下午|中午|晚上|晚间|早上|早晨|凌晨|清晨|傍晚|深夜|夜间|晚(?![会宴报餐些期年点]))?"
    r"(?:[0-9]{1,2}(?:[时点]|[:：][0-9]{2}(?![0-9月日年]))(?:[0-9]{1,2}分|半)?许?)?"
)
_AFTER_MONTH = frozenset("份底末初上中下以起至到")
_NUMERALS = frozenset(f"0123456789{_HAN}")


class Point(NamedTuple):
    """One end of an expression. A number or a word for each unit; words are resolved later."""

    start: int
    end: int
    form: str  # name of the first atom
    year: int | None = None
    year_word: str = ""
    month: int | None = None
    month_word: str = ""
    day: int | None = None
    word: str = ""
    short_year: bool = False
    han: bool = False

    @property
    def unit(self) -> str:
        """The finest unit that the words name: day, month, year; period or vague."""
        if self.form in ("period", "vague"):
            return self.form
        if self.day is not None or self.form in ("day_word", "same_day", "week", "lost"):
            return "day"
        is_quarter = self.form in ("year", "year_word") and bool(self.word)
        return "month" if self.month is not None or self.month_word or is_quarter else "year"


@dataclass(frozen=True, slots=True)
class Expression:
    """A point, or a range of two points of one unit."""

    first: Point
    last: Point | None = None

    @property
    def span(self) -> Span:
        """All words of the expression, time of day included."""
        return Span(self.first.start, (self.last or self.first).end)


def expressions(text: str) -> tuple[Expression, ...]:
    """All date expressions of a text, in order. Linear in its length."""
    atoms = list(_ATOM.finditer(text))
    found = list(_join(text, atoms))
    han_dates = any(e.first.han and e.first.month is not None and e.first.day is not None for e in found)
    return tuple(e for e in found if _is_date(text, e, han_dates))


def _is_date(text: str, expression: Expression, han_dates: bool) -> bool:
    """Chinese numerals make a date when they say more than 十日 or 三月, or when the text writes dates so."""
    point = expression.first
    if not point.han or point.year is not None or point.year_word or expression.last:
        return True
    if point.month is not None and point.day is None:
        return han_dates or text[point.end - 1] != "月" or text[point.end : point.end + 1] in _AFTER_MONTH
    has_time_of_day = text[point.end - 1] != "日"
    return point.month is not None or han_dates or has_time_of_day


def _join(text: str, atoms: list[re.Match[str]]) -> Iterator[Expression]:
    at = 0
    while at < len(atoms):
        first, following = _point(text, atoms, at)
        if first is None:
            at = following
            continue
        bare = text[first.end - 1] in _NUMERALS  # 30至31日 and 16、17日, but not 16日、17日
        separator = (_RANGE_OR_LIST if bare else _RANGE).match(text, first.end)
        last = None
        if separator and following < len(atoms) and atoms[following].start() == separator.end():
            last, after = _point(text, atoms, following)
        if last is not None and last.unit == first.unit and not (last.word or first.word):
            yield Expression(first, last)
            at = after
        else:
            yield Expression(first)
            at = following


def _point(text: str, atoms: list[re.Match[str]], at: int) -> tuple[Point | None, int]:
    """The point that begins at an atom, and the index of the atom after it; None where none begins."""
    atom = atoms[at]
    form, words = atom.lastgroup or "", atom.group()
    point = Point(atom.start(), atom.end(), form, han=words[0] in _HAN)
    if form in ("bare_day", "quarter"):
        return None, at + 1
    if form in ("year", "years", "year_word"):
        return _after_year(text, atoms, at + 1, _with_year(point, form, words))
    if form in ("month", "month_word"):
        return _after_month(text, atoms, at + 1, _with_month(point, form, words, point.end))
    if form == "iso":
        year, month, day = (int(number) for number in re.split("[-/.]", words))
        return _with_tail(text, point._replace(year=year, month=month, day=day)), at + 1
    if form == "day" and words.endswith("号"):
        return None, at + 1  # 5号线, 10号文件: a day only after its month
    point = point._replace(day=_number(words[:-1])) if form == "day" else point._replace(word=words)
    has_tail = form in ("day", "day_word", "same_day", "lost", "week")
    return (_with_tail(text, point) if has_tail else point), at + 1


def _after_year(text: str, atoms: list[re.Match[str]], at: int, point: Point) -> tuple[Point, int]:
    following = atoms[at] if at < len(atoms) and atoms[at].start() == point.end else None
    if following and following.lastgroup == "month":
        with_month = _with_month(point, "month", following.group(), following.end())
        return _after_month(text, atoms, at + 1, with_month)
    if following and following.lastgroup == "quarter":
        return point._replace(end=following.end(), word=following.group()), at + 1
    part = _YEAR_PART.match(text, point.end)
    return (point._replace(end=part.end()) if part else point), at


def _after_month(text: str, atoms: list[re.Match[str]], at: int, point: Point) -> tuple[Point, int]:
    part = _PART.match(text, point.end)
    if part:
        return point._replace(end=part.end()), at
    following = atoms[at] if at < len(atoms) and atoms[at].start() == point.end else None
    if following and following.lastgroup in ("day", "bare_day"):
        number = _number(following.group().rstrip("日号"))
        return _with_tail(text, point._replace(end=following.end(), day=number)), at + 1
    return point, at


def _with_tail(text: str, point: Point) -> Point:
    tail = _TAIL.match(text, point.end)
    return point._replace(end=tail.end()) if tail else point


def _with_year(point: Point, form: str, words: str) -> Point:
    if form == "year_word":
        return point._replace(year_word=words)
    digits = "".join(str("〇一二三四五六七八九".find(char)) if char in _HAN else char
                     for char in words.rstrip("年").replace("○", "〇").replace("零", "〇"))
    year = int(digits)
    if len(digits) == 2:
        return point._replace(year=year + (2000 if year < 50 else 1900), short_year=True)
    return point._replace(year=year)


def _with_month(point: Point, form: str, words: str, end: int) -> Point:
    if form == "month_word":
        return point._replace(month_word=words)
    return point._replace(month=_number(words[:-1]), end=end, han=point.han or words[0] in _HAN)


def _number(words: str) -> int:
    """1…99 in Arabic or Chinese numerals; 0 for what is no number (十十)."""
    if words.isascii():
        return int(words)
    tens, ten, units = words.partition("十")
    values = {char: value for value, char in enumerate("〇一二三四五六七八九")}
    if not ten:
        return values.get(words, 0)
    return 10 * values.get(tens or "一", 0) + (values.get(units, 0) if units else 0)
