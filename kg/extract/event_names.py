"""Names of events: where one begins before its last word, and when two name the same event."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.edges import skip_quote
from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks

ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+[届次轮期]|首届|首次|下一届|下届|上届")
_LEADING_DATE = re.compile(
    r"(?:[〇零一二三四五六七八九十\d]+[年月日号]份?|[上下]午|[今昨当]天|[今昨当][日晚]|日前|近日)+"
)
#: Single characters that end what stands before the name, where dictionary words break around them.
_EDGE_CHARACTERS = frozenset("在的了由到赴将是向对从把被以于其这本该并")
_DECORATION = re.compile(r"[“”‘’()\s]|暨.*$")
_DASHES = "—–-－"
_JOINED = re.compile(r"[\u3400-\u9fff()]")
#: (记者甲), 电 (甲 乙)
_BYLINE = re.compile(r"\((?:本报|特约|全媒体|实习)?(?:记者|通讯员|编辑)|(?<=[电讯])\(|(?<=[电讯] )\(")
_LONGEST_NAME, _LONGEST_BRACKET = 100, 12  # code points
_LONGEST_TITLE = 40  # code points before an event's last word in which the title of a person may end


@cache
def _edge_words(lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """Words that the name of an event does not reach over, also with 了 and 的; and the longest length."""
    roles = ("role.attended", "role.chaired", "role.hosted", "role.witnessed")
    verbs = lexicon.words("edge.event.opens", *roles)
    words = tuple(word + tail for word in verbs for tail in ("", "了", "的"))
    return words, max(map(len, words))


def name_start(marks: Marks, start: int, floor: int) -> int:
    """Where the name begins whose last word begins at `start`, not before `floor`."""
    left = _edge(marks, start, max(floor, start - _LONGEST_NAME))
    if marks.text.startswith("暨", left) and left - 2 > floor:
        left = _edge(marks, left - 2, max(floor, start - _LONGEST_NAME))  # 全体会议暨视频会议
    # 赤壁市和衢江区缔结友好城市签约仪式: a conjunction between two places does not begin the name.
    while left > floor and left in marks.starts["place"]:
        between = left - 1 if marks.text[left - 1] in "和与、" else left  # 重庆北碚区
        before = marks.ends["place"].get(between)
        if before is None or before < floor:
            break
        left = before
    return left


def _edge(marks: Marks, start: int, floor: int) -> int:
    """Back to a stop, a verb of taking place, a preposition, or the title of a person."""
    text, position = marks.text, start
    while position > floor:
        char = text[position - 1]
        jump = _bracket(text, position, floor)
        if jump is not None:
            position = jump
            continue
        if char in STOPS or char in "“‘”’" or char.isspace() or _ends_before(marks, position, floor, start):
            break
        position -= 1
    return position


def _bracket(text: str, position: int, floor: int) -> int | None:
    """Where the quotation or the bracket opens that closes before `position`; an open bracket is passed."""
    char = text[position - 1]
    if char in _DASHES and all(_JOINED.match(text, at) for at in (position - 2, position)):
        return position - 1  # 中国—巴西高层协调与合作委员会会议
    if char in "”’":
        return skip_quote(text, position, floor)
    if char == ")":
        opened = text.rfind("(", max(floor, position - _LONGEST_BRACKET), position - 1)
        return opened if opened >= 0 and not _BYLINE.match(text, opened) else None
    return position - 1 if char == "(" else None


def _ends_before(marks: Marks, position: int, floor: int, start: int) -> bool:
    text = marks.text
    if text[position - 1] in _EDGE_CHARACTERS and marks.breaks[position] and marks.breaks[position - 1]:
        return True
    words, longest = _edge_words(marks.lexicon)
    if text.endswith(words, max(floor, position - longest), position):
        return position not in marks.ends["national"]  # 上海合作组织
    # 元首理事会: a title before a body is no person's.
    if position not in marks.ends["title"] or position in marks.starts["organ"]:
        return False
    return bool(marks.breaks[position]) and start - _LONGEST_TITLE < position < start


def without_date(name: str) -> str:
    """8月16日上午座谈会 → 座谈会."""
    date = _LEADING_DATE.match(name)
    return name[date.end() :] if date else name


def same_name(one: str, other: str, *, same_time: bool) -> bool:
    """Do two names of one kind mean one event? `same_time`: both are planned, or neither."""
    first, second = ORDINAL.search(one), ORDINAL.search(other)
    if first and second and first.group() != second.group():
        return False
    if not same_time and (first or second):
        return False
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return short in long or (len(short) * 2 >= len(long) and _subsequence(short, long))


def alike(one: str, other: str) -> bool:
    """At least half of the pairs of characters of the shorter name stand in the other."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    short, long = (re.sub("[、—–·-]", "", name) for name in (short, long))
    pairs = [short[i : i + 2] for i in range(len(short) - 1)]
    first, second = ORDINAL.search(one), ORDINAL.search(other)
    differ = first and second and first.group() != second.group()
    return not differ and 2 * sum(pair in long for pair in pairs) >= max(1, len(pairs))


@lru_cache(maxsize=1000)
def _plain(name: str) -> str:
    """The name without its number, marks, and a second name after 暨."""
    return _DECORATION.sub("", ORDINAL.sub("", name))


def _subsequence(short: str, long: str) -> bool:
    characters = iter(long)
    return all(char in characters for char in short)
