"""Personal names: where one that starts here ends.

A name is read where the text announces one (after a title, in a list of names, before an act). Its length
is decided by what follows it, the likelihood of its characters as a given name, and the usual length.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.marks import STOPS, Marks
from kg.model import Span

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_DOTTED = re.compile(f"(?:[{_HAN}]{{1,6}}-)?[{_HAN}]{{1,9}}(?:[·•・][{_HAN}]{{1,9}}){{1,4}}")
_HAN_CHAR = re.compile(f"[{_HAN}]")
#: Characters that transliterate foreign and minority names (from the standard tables of Xinhua's usage).
_TRANSLITERATION = frozenset(
    "阿埃艾爱安奥巴拜班邦宝保贝本比彼边别宾波伯博布查察达戴丹当道德登邓迪蒂丁杜敦顿多俄厄恩尔法凡范菲费芬丰冯佛夫弗福富盖"
    "冈高戈格贡古瓜圭哈海汉豪赫黑亨洪胡华怀惠霍基吉季加佳贾简江杰金津卡坎康考科可克肯库夸奎昆拉莱赖兰朗劳勒雷黎里理利丽莉"
    "连良列林琳留龙隆卢鲁露路伦罗洛吕马玛迈麦曼芒毛梅蒙孟米密敏明缪摩莫默姆木穆纳乃娜奈南内尼聂涅宁牛纽农努诺欧帕派潘庞"
    "佩彭皮平珀普奇恰钱乔切琼丘屈让热仁日荣儒瑞若萨塞赛桑瑟森沙山善尚绍舍申生圣施什史斯苏索塔泰坦唐陶特滕提廷通图土托"
    "济滨策茨蒂娅妮莎姆阔廖柯隆曼梅内尤舒萝薇拓喀捷蒙朵登迭噶嘎旦尕觉培曲措央仓珠那昂鲍柏朝川黛芙歌葛果哲吕"
    "瓦万旺威韦维魏温文翁沃乌武西希锡夏相香谢辛欣兴休许雅亚扬耶叶伊依因英尤于约泽扎詹张珍芝治朱兹祖佐吐孜坚蕾才东卓玛扎次仁")
_CONJUNCTIONS = "和与同及"
#: Function characters that hardly end a given name.
_FUNCTION = frozenset("等也还则均都就在向对将由到赴是说作出并及与为了")
#: After a dotted name only these single characters are taken as the next word.
_STRONG = frozenset("和与及在就向对将等说并也还则是赴到出因未率")
#: What never begins a name after a title.
_NEVER = ("有关", "相关", "职务", "一行", "部分", "全体", "各", "原计划", "原定", "常务", "副", "都", "没", "也", "均", "未", "已", "将", "某", "们", "及", "的", "为", "是", "在", "(")


@lru_cache(maxsize=1)
def _compound(surnames: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in surnames if len(name) == 2)


def surname_length(marks: Marks, start: int) -> int:
    """2 or 1 when a surname starts here, else 0."""
    surnames = marks.lexicon.seeds.surnames
    two = marks.text[start : start + 2]
    if len(two) == 2 and two in surnames:
        return 2
    return 1 if two[:1] in surnames else 0


def read_name(marks: Marks, start: int, *, listed: bool = False) -> Span | None:
    """The name that starts at `start`, or None. `listed`: the text promises a name here (in a list)."""
    text = marks.text
    if start >= len(text) or text[start] in STOPS or text.startswith(_NEVER, start):
        return None
    dotted = _DOTTED.match(text, start)
    if dotted:
        return _trim_dotted(marks, dotted.start(), dotted.end())
    padded = _padded(marks, start)
    if padded:
        return padded
    foreign = _transliterated(marks, start)
    if foreign:
        return foreign
    surname = surname_length(marks, start)
    if surname:
        found = _read_han(marks, start, surname)
        if found and _can_be(marks, found):
            return found
    return _read_other(marks, start, listed)


def _transliterated(marks: Marks, start: int) -> Span | None:
    """A run of four to seven transliterating characters up to a stop: 乌兰其其格, 包额尔德尼."""
    text, end = marks.text, start
    while end < len(text) and end - start < 8 and text[end] in _TRANSLITERATION:
        end += 1
    if 4 <= end - start <= 7 and (end == len(text) or text[end] in STOPS or len(marks.word("follower", end)) >= 2) and (
            not marks.starts["title"].get(start) and not marks.starts["place"].get(start)):
        return Span(start, end)
    return None


def _can_be(marks: Marks, span: Span) -> bool:
    """A word that is no name (高度, 方面) is one only inside a list (县领导蓝天、雷玉成)."""
    word = marks.text[span.start : span.end]
    return word not in marks.lexicon.not_names or marks.text[span.end : span.end + 1] == "、"


def _padded(marks: Marks, start: int) -> Span | None:
    """A two-character name set with a space between surname and given name."""
    text = marks.text
    piece = text[start : start + 3]
    if (len(piece) == 3 and piece[1] in " \u3000" and piece[0] in marks.lexicon.seeds.surnames
            and _HAN_CHAR.match(piece[2]) and boundary(marks, start + 3) >= 2):
        return Span(start, start + 3)
    return None


def boundary(marks: Marks, position: int) -> float:
    """How well a name may end here: 3 at a stop, 2 to 2.8 before a known follower, 0 elsewhere."""
    text = marks.text
    if position >= len(text):
        return 3.0
    char = text[position]
    if char in STOPS or char.isspace() or char in "“”‘’—-":
        return 3.0
    if char in _CONJUNCTIONS:
        # 和 before a verb or a stop joins nothing: it belongs to the name (于保和出席).
        after = position + 1
        if any(marks.starts[kind].get(after) for kind in ("title", "place", "organ", "national")):
            return 2.5
        if after < len(text) and (text[after] in STOPS or marks.word("follower", after)[1:]):
            return 0.2
        return 2.2
    word = marks.word("follower", position)
    if word == "等":
        return 2.8
    if word.isdigit():
        return 0.9
    if word:
        return 2.0 + min(1.2, 0.4 * (len(word) - 1))
    if marks.word("title", position):
        return 2.2
    return 0.0


def _given_score(marks: Marks, given: str) -> float:
    table = marks.lexicon.seeds.given
    return sum(table.get(char, -1.0) for char in given) / len(given)


def _read_han(marks: Marks, start: int, surname: int) -> Span | None:
    text = marks.text
    best: tuple[float, int] | None = None
    for length in (surname + 1, surname + 2):
        end = start + length
        if end > len(text) or not all(_HAN_CHAR.match(c) for c in text[start:end]):
            break
        if text[end - 1] in "了的是着过也就都被把":
            continue
        edge = boundary(marks, end)
        score = edge * 2 + (0.9 if length == surname + 2 else 0.0)
        score += 0.35 * max(-2.0, min(2.0, _given_score(marks, text[start + surname : end])))
        if edge < 1:
            score -= 2.0
        if not marks.breaks[end]:
            score -= 0.8
        if text[end - 1] in _FUNCTION and not (text[end - 1] in _CONJUNCTIONS and edge >= 3):
            score -= 2.0
        if best is None or score > best[0]:
            best = (score, end)
    if best is not None and best[0] >= -0.5 and boundary(marks, best[1]) >= 1:
        return Span(start, best[1])
    return _long_name(marks, start) or _by_likelihood(marks, start, surname)


def _long_name(marks: Marks, start: int) -> Span | None:
    """Four characters with a boundary only at their end: 乌仁图雅, 张赵凯婷."""
    end = start + 4
    word = marks.text[start:end]
    if (len(word) == 4 and all(_HAN_CHAR.match(c) for c in word) and boundary(marks, end) >= 2.4 and not _is_word(word)
            and not _is_word(word[2:]) and _given_score(marks, word[2:]) > -0.3 and not any(
                marks.starts[kind].get(start) for kind in ("organ", "place", "title", "event"))):
        return Span(start, end)
    return None


def _by_likelihood(marks: Marks, start: int, surname: int) -> Span | None:
    """No known word follows (庞克礼蹲在田埂边): the characters alone must look like a name."""
    text = marks.text
    for length in (surname + 2, surname + 1):
        end = start + length
        given = text[start + surname : end]
        if (end < len(text) and marks.breaks[end] and all(_HAN_CHAR.match(c) for c in text[start:end])
                and _given_score(marks, given) > 0.5 and min(_given_score(marks, c) for c in given) > -0.5
                and text[end - 1] not in _FUNCTION):
            return Span(start, end)
    return None


def _run_end(marks: Marks, start: int, limit: int) -> int:
    """First boundary after `start`, at most `limit` characters away, else `start`."""
    text = marks.text
    for end in range(start + 2, min(start + limit, len(text)) + 1):
        if not _HAN_CHAR.match(text[end - 1]):
            return start
        if boundary(marks, end) >= 2:
            return end
    return start


def _read_other(marks: Marks, start: int, listed: bool) -> Span | None:
    """A name without a known surname: transliterated, or short and promised by a list."""
    end = _run_end(marks, start, 8)
    if end == start:
        return None
    word = marks.text[start:end]
    if any(marks.starts[kind].get(start) for kind in ("title", "organ", "place", "follower", "leader", "event")):
        return None
    if is_transliteration(word):
        return Span(start, end)
    if len(word) in (2, 3) and boundary(marks, end) >= 2.4 and _given_score(marks, word[1:]) > 0.3 and not _is_word(word):
        return Span(start, end)  # a surname that the table lacks
    if listed and len(word) <= 4 and boundary(marks, end) >= 3 and not _is_word(word):
        return Span(start, end)
    return None


def is_transliteration(word: str) -> bool:
    """All characters are those that transliterate names."""
    return all(char in _TRANSLITERATION for char in word)


def _is_word(word: str) -> bool:
    import rjieba  # noqa: PLC0415 - see kg.extract.marks

    return bool(rjieba.has_word(word))


def _trim_dotted(marks: Marks, start: int, end: int) -> Span:
    """Cut the run after the last part of a dotted name where a follower begins."""
    text = marks.text
    last_dot = max(text.rfind(dot, start, end) for dot in "·•・")
    for position in range(last_dot + 2, end):
        word = marks.word("follower", position)
        if len(word) >= 2 or text[position] in _STRONG or marks.word("title", position):
            return Span(start, position)
    return Span(start, end)
