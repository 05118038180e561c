"""Offices: what the end of a title says of the organisation before it, and bodies that have a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.lexicon import Lexicon
from kg.extract.marks import STOPS, Marks
from kg.extract.places import level_of
from kg.model import Span

#: 市长, 常务副省长, 区长助理: the level word is the group. 主席 heads the government of an autonomous region.
HEAD = re.compile(r"(?:(?:常务|代理|代|候任)?(?:常务)?副?)([省市县区州旗盟镇乡])长(?:助理)?")
CHAIR = re.compile(r"(?:常务|代理?)?副?主席")
_LONG_TITLE = re.compile(
    r"(?:(?:常务|代理?|第一|执行)?副?)(部|局|厅|司|处|科|院|校|行|会|所|站|署|台|社|馆|队|厂)长(?:助理)?"
)
_OFFICE_HEAD = re.compile(r"(.+[司局署处部])((?:常务)?副?[司局署处部]长)")
#: Words that are a whole organisation as they stand, so that the title's first character is not theirs.
_WHOLE = re.compile(
    r"(?:委|府|会|部|局|厅|院|处|所|办|中心|公司|集团|大学|学校|银行|协会|室|党组|队|社|台|馆|行|国|司|科|校|署|厂|站|大)$"
)
_WHOLE_BODY = re.compile(r"[府会委部局厅国]$")
_OWN_BODIES = frozenset(("法院", "检察院", "人大常委会", "监委", "纪委"))
_LONGEST_CONTRACTED = 5  # code points of 人大常委会 before 委员长
_COUNTED = re.compile(r"^[\d一二三四五六七八九十]+[名位个]")
#: 十六届 of 泉州市十六届人大常委会, 首任 before or behind a body: terms are no part of its name.
_TERM = re.compile(
    r"第?[一二三四五六七八九十]+届(?=人大|人民代表大会|政协)|^(?:新一[任届]|首[任届]|现任|新任)"
    r"|(?:新一|首)[任届]$|(?<=..)新任(?=$|党委|党组)"
)
_CONFERENCE = re.compile(
    r"(?:中国人民政治协商会议|人民政协|政协)(?:第?[一二三四五六七八九十]+届)?"
    r"([\u4e00-\u9fff]{2,10}?)(?:第?[一二三四五六七八九十]+届)?委员会"
)
_CONFERENCE_BEFORE = re.compile(r"(?:中国人民政治协商会议|政协)(?:第?[一二三四五六七八九十]+届)?$")
_LEVELS = ("省", "市", "县", "区", "州", "旗")
#: A zone, and whether it has a name before its kind.
_ZONE = re.compile(
    r"([\u4e00-\u9fff]{2,}?)??(?:国家级?)?(?:高新(?:技术产业开发)?|经开|经济(?:技术)?开发|开发|保税|示范|新|园|度假|集中|风景|工业园)区"
)
_SHORTEST_PLACE = 2  # code points of 熊本县 without its last
_LONGEST_TERM = 5  # code points of 第十六届
#: 外交部亚洲司司长甲、条法司司长乙; 甲中级人民法院…、民事审判第一庭庭长: a part of the body just named.
_PART = re.compile(r"[\u4e00-\u9fff]{2,8}(司|庭)")
_WHOLE_OF = {
    "司": re.compile(r"(.{2,12}?[部委局会署])[\u4e00-\u9fff]{2,10}司$"),
    "庭": re.compile(r"(.+?法院)"),
}


_OF_ZONE = ("党工委", "管委会")
_ZONE_BODY = re.compile("(?:党工委|管委会)$")
_WITH_OFFICE = ("政府", "人大常委会", "政协")


@cache
def _contracted(lexicon: Lexicon) -> frozenset[str]:
    """Titles that can end a contraction (主任 of 人大主任, 外长 itself)."""
    return frozenset(title[start:] for title in lexicon.contractions for start in range(len(title)))


@lru_cache(maxsize=1_000)
def absorb(lexicon: Lexicon, words: str, title: str) -> tuple[str, str]:
    """(organisation, post) of words and a title that has swallowed the end of the organ.

    市人大 + 主任 → 市人大常委会 + 主任 and 法国 + 外长 → 法国外交部 + 部长 by the table of contractions;
    外交 + 部长 → 外交部 + 部长 because the organ's last character stands in the title alone.
    """
    if title.endswith("主席") and words.endswith("总工会"):
        return words, title
    sizes = range(min(len(words), _LONGEST_CONTRACTED), -1, -1) if title in _contracted(lexicon) else ()
    for size in sizes:
        head = len(words) - size
        if words[head:] + title in lexicon.contractions:
            organ, post = lexicon.contractions[words[head:] + title]
            return words[:head] + organ, post
    office = office_head(title)
    if office and not _WHOLE_BODY.search(words):
        return words + office[0], office[1]
    match = _LONG_TITLE.fullmatch(title)
    if match and not words.endswith(match.group(1)) and not _WHOLE.search(words):
        union = match.group(1) == "会" and words.endswith(("联", "协"))  # 工商联会长: 会 is not its own
        return (words if union else words + match.group(1)), title
    return words, title


def office_head(title: str) -> tuple[str, str] | None:
    """礼宾司司长 → (礼宾司, 司长): a title that holds its office."""
    match = _OFFICE_HEAD.fullmatch(title)
    return (match.group(1), match.group(2)) if match else None


def seat(lexicon: Lexicon, place: str, title: str) -> str:
    """The body of a place that a bare title belongs to: 市长 the government, 书记 the committee, 检察长 …

    What follows from a title stands in the table of titles; an autonomous region has 党委 for 委, and its
    主席 heads the government.
    """
    region = level_of(place) == "自治区"
    if HEAD.fullmatch(title) or (region and CHAIR.fullmatch(title)):
        return place + "政府"
    if title.endswith("书记"):
        return place + ("党委" if region else "委")
    entry = lexicon.titles.get(title)
    return place + entry.body if entry and entry.body in _OWN_BODIES else place


def conference(words: str, before: str) -> str:
    """政协第十四届全国委员会, 中国人民政治协商会议湖州市委员会 → 全国政协, 湖州市政协.

    `before` is the text that ends where the words begin: 政协第十四届 may be left there.
    """
    match = _CONFERENCE.match(words)
    if match:
        return f"{match[1]}政协{words[match.end() :]}"
    of_it = "委员会" in words and _CONFERENCE_BEFORE.search(before)
    return words.replace("委员会", "政协", 1) if of_it else words


def zone_office(place: str, org: str) -> str:
    """肇庆高新区党工委 of 肇庆市 and 高新区党工委; 通州湾示范区党工委 has a name of its own."""
    zone = _ZONE.match(org)
    if zone and not zone[1]:
        return place[:-1] + org
    return org if zone or org.startswith(place[:-1]) else place + org  # 扶余工业集中区管委会 in 扶余市


def seat_of_unknown(words: str, title: str) -> str:
    """北九州市 + 市长, 熊本县 + 知事, 库斯科市 + 议长: the government or the assembly of a place that no
    table knows; "" for other words.
    """
    head = HEAD.fullmatch(title)
    level = words[-1:] if title.endswith(("知事", "议长")) else head[1] if head else ""
    if len(words) <= _SHORTEST_PLACE or level not in _LEVELS or not words.endswith(level):
        return ""
    return words + ("议会" if title.endswith("议长") else "政府")


def committee(lexicon: Lexicon, words: str) -> str:
    """广西壮族自治区委员会 of 中共广西壮族自治区委员会 → 广西壮族自治区党委."""
    base = words.removesuffix("委员会")
    if base == words:
        return words
    return base + ("委" if base in lexicon.places and level_of(base) != "自治区" else "党委")


def whole_of(part: str, last: str) -> str:
    """The ministry or court of `last`, the body named before, that a bare 条法司 or 民事审判第一庭 is of; the
    zone of which 党工委 and 管委会 are the two bodies; the body whose 办公厅 it is.
    """
    if part in _OF_ZONE and last.endswith(_OF_ZONE):
        return _ZONE_BODY.sub("", last)
    if part in ("办公厅", "办公室") and last.endswith(_WITH_OFFICE):
        return last
    match = _PART.fullmatch(part)
    whole = _WHOLE_OF[match[1]].match(last) if match else None
    return whole[1] if whole else ""


def without_term(words: str) -> str:
    """泉州市十六届人大常委会 → 泉州市人大常委会."""
    return _TERM.sub("", words) if "届" in words or "任" in words else words


def without_count(words: str) -> str:
    """八位全国政协 + 委员 → 全国政协."""
    return _COUNTED.sub("", words)


def before_term(marks: Marks, left: int, end: int) -> int:
    """泉州市十六届 + 人大常委会: where the place begins whose assembly is counted by its term."""
    text = marks.text
    if not text.endswith("届", 0, left):
        return marks.ends["place"].get(left, left)
    cuts = range(max(0, left - _LONGEST_TERM), left)
    at = next((cut for cut in cuts if without_term(text[cut:end]) == text[left:end]), left)
    bare = at - 1 if at < left and text[at - 1 : at] in _LEVELS else left  # 市十三届人大常委会
    return marks.ends["place"].get(at, bare)


def organ_runs(marks: Marks) -> list[Span]:
    """Maximal runs of organ words (市委 + 组织部 is one run), and bodies known by name."""
    runs: list[Span] = []
    for start, end in sorted([*marks.starts["organ"].items(), *marks.spans["national"]]):
        if not marks.breaks[end] and marks.text[end] not in STOPS:
            continue
        if runs and start <= runs[-1].end:
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, end))
        elif end - start >= 2:
            runs.append(Span(start, end))
    return runs
