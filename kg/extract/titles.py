"""Titles in the text, each with the words of its organisation (大连市委 + 书记, 市 + 领导)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.edges import left_edge
from kg.extract.foreign import country_letters
from kg.extract.lexicon import Lexicon
from kg.extract.marks import Marks
from kg.extract.names import surname_length
from kg.extract.offices import before_term

#: Kinds of titles that are no posts, but for those that stand for one.
_NO_POST = frozenset(("unnamed", "honour"))
_POSTLIKE = frozenset(("领导", "院士", "负责人", "主要负责人"))
#: 原省长, 省委原书记: words that date a post, the longest first.
_FORMER = ("此前担任", "曾担任", "时任", "前任", "曾任", "原", "前")
#: 局长 before these is the head of another word (主席令, 会长团, 主席国); but 团长, 处长, 令狐.
_PERSON_AND = re.compile("[\u4e00-\u9fff]{2,3}[和与]")
_OTHER_WORD = (
    "团(?!长)|处(?!长)|令(?!狐)|国(?=[^\u4e00-\u9fff]|[和与的等将之]|工作|期间)|台(?![长湾州北中南])"
    "|府|储(?=[兼、，和])|会(?=成员|副?主[席任]|全体|会议)"
)
#: Titles that other words hold: 二十大将于明天, 驱逐舰长沙舰, 战机长时滞空, 十多次长时间, 总支书记.
_SPLIT_WORDS = frozenset(("大将", "舰长", "机长", "次长", "总支书"))
#: Bodies of the state and of the world that stand in nobody's name: what is before them is another word.
_WHOLE_BODIES = ("全国政协", "全国人大", "国务院", "中共中央", "中央军委", "联合国")
_NO_WHOLE_AFTER = ("驻", "党", "共", "国")
#: Titles of a state: what stands before the state is no part of its name.
_OF_STATE = re.compile(
    r"副?(?:总统|首相|总理|主席|国王|女王|元首|外长|防长|大使|总督)|外交部长|最高(?:领袖|领导人)|当选总统|总统(?:助理|特使)"
)
_LED = frozenset("省市县区州旗盟镇乡校院司局厅委部团行府国会协联级关位要")
#: 毛肯·赛衣提和|阿勒泰地委委员: a name before the body.
_DOTTED_BEFORE = re.compile(r"[\u4e00-\u9fff]{1,9}(?:·[\u4e00-\u9fff]{1,9}?)+[和与及](?=.{2})")
_TURN = re.compile(r"第[\d一二三四五六七八九十百]+任$")
_LONGEST_TURN = 8  # code points of 第一百零二任
_DIGITS = re.compile(r"\d+")
_DELEGATE = ("人大代表", "党代表")


@dataclass(frozen=True, slots=True)
class TitleAt:
    """One title: `left` is where its organisation words begin, `start` and `end` bound the title.

    `words_end` is where the organisation words end: before a 原 that stands between them and the title.
    `act` is set when a verb of appointing or leaving stands before the organisation words.
    """

    left: int
    start: int
    end: int
    former: bool
    act: bool
    words_end: int


@dataclass(frozen=True, slots=True)
class _Forms:
    act: re.Pattern[str]
    verb: re.Pattern[str]
    not_title: re.Pattern[str]


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    acts = lexicon.one_of("appointment.appointed", "appointment.elected", "appointment.removed")
    return _Forms(
        act=re.compile(f"{acts}为?$"),
        verb=re.compile(f"任(?=[省市县区州]委)|(?![任免聘]){acts}为?"),
        not_title=re.compile(f"{lexicon.one_of('edge.title.closes')}|{_OTHER_WORD}"),
    )


def find_titles(marks: Marks) -> list[TitleAt]:
    """Every title in the text with its organisation words."""
    found: list[TitleAt] = []
    floor = 0
    for start, end in marks.spans["title"]:
        inner = _post_start(marks, start, end)
        if (
            inner is None
            or _forms(marks.lexicon).not_title.match(marks.text, end)
            or _inside_word(marks, inner, end)
            or (marks.text[end : end + 1] == "国" and end + 1 in marks.starts["country"])  # 主席国印尼
        ):
            continue
        found.append(_title(marks, inner, end, floor))
        floor = end
    return found


def _title(marks: Marks, start: int, end: int, floor: int) -> TitleAt:
    text = marks.text
    left = left_edge(marks, start, floor)
    while text[left] in "任为是" and left + 1 in marks.starts["place"]:
        left += 1
    verb = _forms(marks.lexicon).verb.match(text, left, start)
    left = verb.end() if verb else left  # 不再担任县委: 任县 is a county too
    if text.endswith("新任", floor, left) and left - 2 in marks.ends["organ"]:
        left = left_edge(marks, left - 2, floor)  # 中轻集团新任党委书记
    acting = text.rfind("代理", left, start)
    if acting > left and acting + 2 in marks.starts["place"]:
        left = acting  # 甲同志代理某市委书记
    digits = _DIGITS.match(text, left, start)
    if digits and digits.end() in marks.starts["place"]:
        left = digits.end()  # 2003.04菏泽市委常委
    left = before_term(marks, _behind_other_words(marks, left, start, end), start)
    dotted = _DOTTED_BEFORE.match(text, left, start)
    left = _behind_person(marks, dotted.end() if dotted else left, start)
    former, left = _dated(text, left, start)
    act = _forms(marks.lexicon).act.search(text, max(0, left - 6), left) is not None
    words_end = start
    if left == start and start - 1 > floor and text[start - 1] in "原前":
        words_end, former = start - 1, True
        left = words_end if text[words_end - 1] in "称说" else left_edge(marks, words_end, floor)
    turn = _TURN.search(text, max(floor, start - _LONGEST_TURN), start) if left == start else None
    if turn:  # 日本第102任首相
        words_end = turn.start()
        left = left_edge(marks, words_end, floor)
    tail = next((word for word in _FORMER if start - left > 2 and text.endswith(word, left, start)), "")
    if tail:
        words_end, former = start - len(tail), True
    return TitleAt(left, start, end, former, act, words_end)


def _behind_other_words(marks: Marks, left: int, start: int, end: int) -> int:
    """Where the body begins in 精心组织筹备|全国政协副主席 and in 今晚播出|古巴国家主席."""
    text = marks.text
    for first in range(left + 1, start):
        whole = first in marks.starts["national"] and text.startswith(_WHOLE_BODIES, first)
        if whole and not text.endswith(_NO_WHOLE_AFTER, left, first):
            return first
    if not _OF_STATE.fullmatch(text, start, end):
        return left
    close = start - 2 if text.endswith("国家", left, start) else start
    state = marks.ends["country"].get(close, left)
    behind = close - left > 2 or text[left] in "对据与同和向经"
    lone = behind and marks.breaks[close - 1] and close not in marks.ends["country"]
    if lone and text[close - 1] in country_letters(marks.lexicon):
        return close - 1  # 根据俄总统
    if text.endswith("驻", left, state):
        state = marks.ends["country"].get(state - 1, left)
    return max(left, state)


def _post_start(marks: Marks, start: int, end: int) -> int | None:
    """Where the title begins that is a post; None for one that is not (人大代表 but not 代表)."""
    word = marks.text[start:end]
    if marks.lexicon.titles[word].kind not in _NO_POST or word in _POSTLIKE:
        return start
    if word.endswith("领导") and (not _leads(marks, end - 2) or marks.text.startswith("下", end)):
        return None
    if word.endswith("领导") and len(word) == 3:
        return start + 1
    if word == "人大代表":
        return start + 2
    delegate = word.endswith("代表") and len(word) <= 4 and marks.text.endswith(_DELEGATE, 0, end)
    return start if delegate else None


def _leads(marks: Marks, start: int) -> bool:
    """领导 behind a place, a level or a body is a post (市领导, 省、市领导), behind other words a verb."""
    known = any(start in marks.ends[kind] for kind in ("place", "organ", "national", "country"))
    return known or marks.text[start - 1 : start] in _LED


def _behind_person(marks: Marks, left: int, start: int) -> int:
    """苗圩和武汉市委: a person joined to a place that begins the body."""
    match = _PERSON_AND.match(marks.text, left, start)
    if match and match.end() in marks.starts["place"] and surname_length(marks, left):
        return match.end()
    return left


def _inside_word(marks: Marks, start: int, end: int) -> bool:
    """A title at the start of an organ or event name (主任委员会, 校长论坛) is none."""
    if any(marks.starts[kind].get(start, 0) > end for kind in ("organ", "event", "national")):
        return True
    if marks.text[start:end] in _SPLIT_WORDS and not marks.breaks[start]:
        return True
    return end in marks.starts["event"] and marks.text[end] != "会"


def _dated(text: str, left: int, start: int) -> tuple[bool, int]:
    """Whether 原, 前 or 时任 stands at the head of the words, and where the words begin behind it."""
    for word in _FORMER:
        if text.startswith(word, left) and left + len(word) <= start:
            return True, left + len(word)
        if text.endswith(word, 0, left):
            return True, left
    return False, left
