"""Where the words of an organisation begin, read backwards from its last word or from a title."""

from __future__ import annotations

import re

from kg.extract.marks import STOPS, Marks
from kg.extract.segment import is_word

_OPEN, _CLOSE = "“‘", "”’"
_MARKS = STOPS | {*_OPEN, *_CLOSE}
_SAID = tuple("。！？，!?,")
#: Adverbs that begin a company's name when they begin a clause (正泰集团).
_ADVERBS = frozenset("正仍也还都已又再便均曾只仅各全")
_TASK_FORCE = re.compile(r"(?:领导小组|指挥部|专班|办公室|委员会|工作组|中心|院|所|处|局)$")
#: 任命陈少华为应急管理部副部长: a name that ends in 华, and no company. What stands before it and behind it.
_BEFORE_NAME = (*"、，：；\n\u3000", "任命", "选举", "补选", "推选", "增选", "聘任", "聘请")
_BODY_AHEAD = re.compile(r"(?:中共|国家|全国|[省市县区州旗])")
#: 西门子(中国)有限公司, 中国(广西)自由贸易试验区: brackets inside a name, and what goes on behind them.
_BRACKET = re.compile(r"[\u4e00-\u9fff]\([\u4e00-\u9fff]{2,6}\)$")
_LONGEST_BRACKET = 9
_NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:公司|集团)|自由贸易试验区|自贸")
_SERVICE = re.compile("(?:促进|推广|保障|管理|监测|交流|发展)[\u4e00-\u9fff]{0,6}(?:中心|局|处|院)")
_LEVEL_NEAR = re.compile("(?:^|[，。、；：])[省市县区州旗][\u4e00-\u9fff]{1,6}$")
_OFFICES = (*"局厅部委会处司", "学院", "研究院", "中心")
#: Code points: no organisation has a longer name, and no name a longer piece between quotation marks.
_LONGEST = 120
_LONGEST_QUOTE = 24


def left_edge(marks: Marks, end: int, floor: int) -> int:
    """Start of the organisation words that end at `end`: back to a stop, a leading word or `floor`.

    A leading word counts only where dictionary words break on both sides of it, so that 和 in 和平区, 上 in
    上海 or 有 in 有限公司 do not; and never inside a place or an organisation known by name. Quotation marks
    are crossed when they are balanced (推进“一圈一带两区”建设工作领导小组办公室).
    """
    floor = max(floor, end - _LONGEST)
    edge = _scan(marks, end, floor)
    # An organ's last character alone is no organisation: 省发改委评估督导 is not cut off from its 处.
    while edge > floor and (_alone(marks, edge, end) or _task_force(marks, edge, end, floor)):
        leader = marks.ends["leader"].get(edge)
        if leader is None or leader < floor:
            break
        edge = _scan(marks, leader, floor)
    return edge


def _alone(marks: Marks, edge: int, end: int) -> bool:
    """One character is left; 校 (由校党委书记) is a body by itself, 市 before 领导 or an office a place, and
    梁 before 园区人民政府 the head of 梁园区.
    """
    if end - edge != 1 or marks.text[edge] == "校" or marks.starts["place"].get(edge, end) > end:
        return False
    led = marks.text.startswith("领导", end) or end in marks.starts["organ"]
    return not (led and marks.text[edge] in "省市县区州旗镇乡")


def skip_quote(text: str, position: int, floor: int) -> int | None:
    """Where the quotation opens that closes before `position`; None when it opens nowhere near."""
    if text[position - 2 : position - 1] in _SAID:
        return None  # “给我们一个电话。”市政府副秘书长: somebody's words
    opening = _OPEN[_CLOSE.index(text[position - 1])]
    opened = text.rfind(opening, max(floor, position - _LONGEST_QUOTE), position - 1)
    return opened if opened >= 0 else None


def _task_force(marks: Marks, edge: int, end: int, floor: int) -> bool:
    """省推进…领导小组办公室: a verb between a level word or place and a task force belongs to its name."""
    leader = marks.ends["leader"].get(edge)
    if leader is None or edge - leader < 2 or leader <= floor:
        return False
    if not _TASK_FORCE.search(marks.text, edge, end):
        return False
    if marks.text[leader - 1] in "省市县区州国" or leader in marks.ends["place"]:
        return True
    if _SERVICE.fullmatch(marks.text, leader, end) and _LEVEL_NEAR.search(marks.text, floor, leader):
        return True  # 市投资促进服务中心
    # 四川省知识产权服务促进中心: a bare 中心, and a place at the head of what stands before the verb.
    head = _scan(marks, leader, floor)
    known = head in marks.starts["place"] or marks.text.startswith(tuple(marks.lexicon.groups), head)
    return known and marks.text[edge:end] in marks.lexicon.organs


def _scan(marks: Marks, end: int, floor: int) -> int:
    text, solid, leaders = marks.text, marks.solid, marks.ends["leader"]
    position = end
    while position > floor:
        char = text[position - 1]
        if char in _MARKS or char.isspace():
            opened = _opened(text, position, floor)
            if opened is None:
                break
            position = opened
            continue
        if char == "为" and text.endswith("华为", 0, position) and _hua(marks, position - 2, position):
            break
        start = _protected(marks, position) if position in solid else None
        if start is not None and start >= floor:
            position = start
            continue
        if position in leaders and _leader_ends(marks, position, floor):
            break
        position -= 1
    return position


def _opened(text: str, position: int, floor: int) -> int | None:
    """Where the quotation or bracket opens that closes before `position`; None where the name ends there."""
    char = text[position - 1]
    if char in _CLOSE:
        return skip_quote(text, position, floor)
    return _bracket(text, position, floor) if char == ")" else None


def _bracket(text: str, position: int, floor: int) -> int | None:
    """Where the bracket opens that closes before `position` inside an organisation's name."""
    found = _BRACKET.search(text, max(floor, position - _LONGEST_BRACKET), position)
    campus = found and text.endswith("大学", 0, found.start() + 1)  # 中国矿业大学(北京)校长
    return found.start() + 1 if found and (campus or _NAME_GOES_ON.match(text, position)) else None


def _protected(marks: Marks, position: int) -> int | None:
    """Start of a place, country, national body or office that ends here: its inside is not looked at."""
    best = marks.solid.get(position, position)
    if best >= position - 1:
        return None
    # 正安县委: the place that the office's first word belongs to begins before it.
    return min(best, marks.ends["place"].get(best + 1, best))


def _hua(marks: Marks, start: int, end: int) -> bool:
    """华为 is the end of a name and a verb."""
    text, surnames = marks.text, marks.lexicon.seeds.surnames
    body = any(end in marks.starts[kind] for kind in ("place", "national", "organ"))
    return (body or _BODY_AHEAD.match(text, end) is not None) and any(
        text[start - size] in surnames and text.endswith(_BEFORE_NAME, 0, start - size)
        for size in range(1, min(start, 2) + 1)
    )


def _leader_ends(marks: Marks, position: int, floor: int) -> bool:
    start = marks.ends["leader"].get(position)
    if start is None or start < floor or marks.text.startswith("继续教育", start):
        return False
    if position - start >= 2:
        apart = marks.breaks[position] or marks.text.startswith("以及", start)
        return bool(apart) or not _crosses(marks, start, position)
    char = marks.text[start]
    if char in _ADVERBS and (start == floor or marks.text[start - 1] in (*STOPS, "的")):
        return False
    if char in "由被把":
        return bool(marks.breaks[start])
    inside = marks.text.endswith("碳中和", 0, position) or _inside_office(marks, start, position)
    if char in "和与及" and inside:
        return False
    return bool(marks.breaks[start] and marks.breaks[position])


def _crosses(marks: Marks, start: int, end: int) -> bool:
    """A word goes on over the end of a leading word: 经济共同体 behind 共同, 会见中国 behind 会见中."""
    text = marks.text
    return is_word(text[start : end + 1]) or text[end - 1 : end + 1] in marks.lexicon.seeds.words


def _inside_office(marks: Marks, start: int, end: int) -> bool:
    """教育和体育局, 政制及内地事务局: a word of the language before, an office's words after."""
    text, ends = marks.text, marks.ends["organ"]
    near = range(end + 1, min(end + 8, len(text)) + 1)
    office = next((ends[e] for e in near if e in ends and text.endswith(_OFFICES, 0, e)), None)
    # 市委书记李强与市委…: a name stands before 与, not a word.
    if office is None or any(start - length in marks.ends["title"] for length in (2, 3, 4)):
        return False
    before = text[max(0, start - 2) : start]
    busy = any(start in marks.ends[kind] for kind in ("organ", "place", "national", "title"))
    return len(before) == 2 and before[0] not in "我本该双" and not busy and is_word(before)
