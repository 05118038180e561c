"""Schools: the one university that 我校 can mean in an article."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.edges import left_edge
from kg.extract.marks import Marks

#: 我校党委, 校长办公室: an office of the school, and the word for the school before it.
OFFICE = re.compile(
    r"(我校|我院|校(?![长友园])|学校|学院|(?=校[长友园]))"
    r"(党委|团委|纪委|校长办|.*(?:处|部|院|所|中心|实验室|办公室))?"
)
#: A title that only a school has.
TITLE = re.compile(r"校长$|^校")
_BODY = re.compile(r"大学|学院|学校|我校|中学|党校")
_OFFICE_OF = re.compile(r"(.+?(?:大学|学院|党校))(?!附属)[\u4e00-\u9fff]*(?:处|部|办|室|委|中心)$")
_OWN_COLLEGE = re.compile(r"(?![\u4e00-\u9fff]*(?:大学|职业|师范|产业|技术学院))[\u4e00-\u9fff]{2,12}学院")
_SPEAKS = re.compile(r"我校|我院|校党委|校长")
_SCHOOL = re.compile(r"(?:大学|学院)(?![一-鿿]{0,2}学院)")
#: What 我院 can be besides a college.
_INSTITUTE = re.compile(r"(?:大学|学院)(?![一-鿿]{0,2}学院)|(?:科学|研究|设计|医)院")
_SEVERAL = re.compile(r"[一二三四五六七八九十两各]+[所家校个]")
_COLLEGE = re.compile(
    "职业|师范|技术|医学|理工|工业|工程|财经|农业|农牧|农林|林业|科技|外国语|政法|艺术|体育|航空|海洋"
)
#: 我校与甲大学、乙学院, 应甲大学、乙大学邀请赴…: those are others.
_OTHER = re.compile(
    r"我[校院][^，。；\n]{0,12}[与和同跟、][^，。；\n]*$|(?:赴|访问|参访|走访|前往|抵达)[^，。；\n]{0,16}$"
    r"|应[^，。；\n]{0,16}$"
)
#: 应甲大学邀请，…来访: the school that invited is ours.
_COMES = re.compile(r"[^。\n]{0,80}(?:来校|来我[校院]|来访|到访|到我[校院])")
#: 甲大学客人访问我校: another school.
_GUEST = re.compile(r"[^，。；\n]{0,24}(?:访问|来到?|到|莅临|走进|参访)了?我[校院]")
_CLAUSE = 30  # code points
_LONGEST, _LEAST = 12, 4  # code points of a school's name
_HEADLINE, _HEADLINE_WEIGHT = 60, 3


def school_name(marks: Marks) -> str:
    """The university or college that the article speaks for as 我校, or '' when none is named most."""
    if not _SPEAKS.search(marks.text):
        return ""
    named: Counter[str] = Counter()
    others: set[str] = set()
    words = _INSTITUTE if "我院" in marks.text and "我校" not in marks.text else _SCHOOL
    for match in words.finditer(marks.text):
        left = left_edge(marks, match.end(), max(0, match.start() - _LONGEST))
        name = marks.text[left : match.end()]
        if _is_school(marks, name):
            named[name] += _HEADLINE_WEIGHT if match.start() < _HEADLINE else 1
            if _is_other(marks.text, left, match.end()):
                others.add(name)
    for name in others:
        del named[name]
    best = named.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return ""
    name, weight = best[0]
    lone = words is _INSTITUTE and len(best) == 1
    lone = lone or (len(best) == 1 and bool(others))
    return name if lone or weight > 1 or name.endswith("大学") else ""


def own_college(marks: Marks, school: str, words: str, told: str) -> str:
    """A college of the school that the article speaks for, named alone (水利与环境学院), in full; "" where
    the body `told` before it is of another school.
    """
    ours = school.endswith("大学") and "我校" in marks.text and whole_school(told) in ("", school)
    placed = any(words[:size] in marks.lexicon.places for size in (2, 3, 4))
    return school + words if ours and not placed and _OWN_COLLEGE.fullmatch(words) else ""


def whole_school(body: str) -> str:
    """甲大学 of itself and of 甲大学办公室 (校长助理 is of the university); "" for what is no school's."""
    office = _OFFICE_OF.match(body)
    return office[1] if office else body if _BODY.search(body) else ""


def _is_other(text: str, start: int, end: int) -> bool:
    """The words around a school's name make it another one than ours."""
    other = _OTHER.search(text, max(0, start - _CLAUSE), start)
    invited = other is not None and other.group().startswith("应") and _COMES.match(text, end)
    return bool(_GUEST.match(text, end) or (other and not invited))


def _is_school(marks: Marks, name: str) -> bool:
    """One school with a name: not 五所大学, not 某某大学医学院; a college has its place or its subject."""
    if len(name) < _LEAST or "大学" in name[:-2] or _SEVERAL.match(name):
        return False
    local = any(name[:size] in marks.lexicon.places for size in (2, 3, 4))
    return name.endswith("大学") or local or _COLLEGE.search(name) is not None
