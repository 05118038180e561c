"""Offices: what the end of a title says of the organisation before it, and bodies that have a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache

from kg.extract.edges import left_edge
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
_ASSEMBLY_CHAIR = {"主任": "人大常委会", "主席": "政协", "委员": "政协"}
_COUNTED = re.compile(r"^[\d一二三四五六七八九十]+[名位个]")
_ROSTER = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]|[(（]")  # a line of a list of holders, or a note to it
_ROSTER_LINES = 8
_BODY_ALONE = re.compile(r"[\u4e00-\u9fff]{3,24}")
_HEADS = (*"省市县区州旗盟", "自治", "我", "本", "全国", "政协")
_ASSEMBLY_NEAR = 300  # code points between an assembly and a bare title of it
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
_SOCIETIES = ("商会", "协会", "学会", "联合会", "研究会")
_FAR_BACK = 2000  # code points in which 特区 finds its region
_LEVELS = ("省", "市", "县", "区", "州", "旗")
#: A zone, and whether it has a name before its kind.
_ZONE = re.compile(
    r"([\u4e00-\u9fff]{2,}?)??(?:国家级?)?(?:高新(?:技术产业开发)?|经开|经济(?:技术)?开发|开发|保税|示范|新|园|度假|集中|风景|工业园)区"
)
_LONGEST_TERM = 5  # code points of 第十六届
_SHORT_ORGAN = 4  # code points of 商会, 护理院, 研究中心: alone they point back to a body with a name
_COMPANY = re.compile("(集团公司|集团|公司)(党委|党组|纪委|董事会|监事会|工会|团委|)")
_GROUPS = ("集团", "集团公司", "集团有限公司", "集团股份有限公司", "集团有限责任公司")
_NOT_OF_BODY = re.compile("^(?:原|后任|现任|曾任|历任|任|关于|所?属)")
#: 外交部亚洲司司长甲、条法司司长乙; 甲中级人民法院…、民事审判第一庭庭长: a part of the body just named.
_PART = re.compile(r"[\u4e00-\u9fff]{2,8}(司|庭)")
_WHOLE_OF = {
    "司": re.compile(r"(.{2,12}?[部委局会署])[\u4e00-\u9fff]{2,10}司$"),
    "庭": re.compile(r"(.+?法院)"),
}


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
    of_it = _CONFERENCE_BEFORE.search(before) and "委员会" in words
    return words.replace("委员会", "政协", 1) if of_it else words


def zone_office(place: str, org: str) -> str:
    """肇庆高新区党工委 of 肇庆市 and 高新区党工委; 通州湾示范区党工委 has a name of its own."""
    zone = _ZONE.match(org)
    if zone and not zone[1]:
        return place[:-1] + org
    return org if zone or org.startswith(place[:-1]) else place + org  # 扶余工业集中区管委会 in 扶余市


def committee(lexicon: Lexicon, words: str) -> str:
    """广西壮族自治区委员会 of 中共广西壮族自治区委员会 → 广西壮族自治区党委."""
    base = words.removesuffix("委员会")
    if base == words:
        return words
    return base + ("委" if base in lexicon.places and level_of(base) != "自治区" else "党委")


def whole_of(part: str, last: str) -> str:
    """The ministry or court of `last`, the body named before, that a bare 条法司 or 民事审判第一庭 is of."""
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


#: Words before the school at which a sentence takes place.
_THERE = ("在", "来到", "抵达", "走进", "访问", "参访", "到访")


class NamedBodies:
    """Organisations with a name of their own, asked which of them a bare 商会 or 公司 points back to.

    The lists are made when they are first asked for: most articles never ask.
    """

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._spans: list[Span] | None = None
        self._ending: dict[str, list[Span]] = {}

    def last(self, organ: str, position: int) -> str:
        """The body named last before `position` that ends in `organ`, else `organ` itself.

        公司党委 is that of the company, 集团公司 any group.
        """
        lexicon = self._marks.lexicon
        company = _COMPANY.fullmatch(organ)
        bare, inner = company.groups() if company else (organ, "")
        known = bare in lexicon.countries or bare in lexicon.national or bare.startswith("全国")
        if known or bare not in lexicon.organs or len(bare) > _SHORT_ORGAN:
            return organ
        spans = (self._last(end, position) for end in (_GROUPS if bare.startswith("集团") else (bare,)))
        span = max((span for span in spans if span), default=None, key=lambda span: (span.end, -span.start))
        if span is None:
            return organ
        return _NOT_OF_BODY.sub("", without_count(self._marks.text[span.start : span.end])) + inner

    def assembly(self, title: str, position: int) -> str:
        """甲市人大常委会召开会议，副主任乙…: the assembly just named whose chair has this title, else ""."""
        organ = _ASSEMBLY_CHAIR.get(title.removeprefix("副"), "")
        span = self._last(organ, position) if organ else None
        near = span is not None and position - span.end < _ASSEMBLY_NEAR and self._placed(span.start)
        return without_count(self._marks.text[span.start : span.end]) if span and near else ""

    def council(self, words: str, title: str, position: int) -> str:
        """当选第二届理事会会长: the chamber or association just named; else the words as they are."""
        if words != "理事会" or not title.endswith("会长"):
            return words
        spans = [span for kind in _SOCIETIES if (span := self._last(kind, position))]
        last = max(spans, default=None, key=lambda span: span.end)
        return self._marks.text[last.start : last.end] if last else words

    def special_region(self, position: int) -> str:
        """香港特别行政区 or 澳门特别行政区: the one named last before the words."""
        text, floor = self._marks.text, max(0, position - _FAR_BACK)
        last = max(("香港", "港", "澳门", "澳"), key=lambda name: text.rfind(name, floor, position))
        return "澳门特别行政区" if last.startswith("澳") else "香港特别行政区"

    def _placed(self, start: int) -> bool:
        """The name begins with what it is of: 全国政协, 市政协, 泉州市政协; not 引导广大政协委员."""
        return start in self._marks.starts["place"] or self._marks.text.startswith(_HEADS, start)

    def school(self, position: int) -> str:
        """The university or college named last in the paragraph, where the article speaks for none."""
        text = self._marks.text
        spans = (self._last(kind, position) for kind in ("大学", "学院"))
        here = [span for span in spans if span and span.start >= self._marks.line(position).start]
        last = max(here, default=None, key=lambda span: span.end)
        if last is None or (("我校" in text or "我院" in text) and not self._visited(last, position)):
            return ""
        return re.sub("(?<=大学).+学院$", "", text[last.start : last.end])

    def _visited(self, span: Span, position: int) -> bool:
        """在某大学，校长…: the school where the sentence takes place."""
        text = self._marks.text
        there = text.endswith(_THERE, 0, span.start) and text.startswith("，", span.end)
        return there and "。" not in text[span.end : position]

    def heading(self, position: int) -> str:
        """The organisation alone on the line above a list of holders that begins at `position`, else ""."""
        line = self._marks.line(position)
        if line.start != position:
            return ""
        for _ in range(_ROSTER_LINES):
            line = self._marks.line(line.start - 1) if line.start else Span(0, 0)
            words = self._marks.text[line.start : line.end].strip()
            if not words or not _ROSTER.match(words):
                break
        return words if line.end in self._marks.ends["organ"] and _BODY_ALONE.fullmatch(words) else ""

    def _last(self, organ: str, position: int) -> Span | None:
        if organ not in self._ending:
            self._ending[organ] = [s for s in self._all() if s.end - s.start > len(organ) + 1
                                   and self._marks.text.endswith(organ, s.start, s.end)]  # fmt: skip
        before = bisect_left(self._ending[organ], position, key=lambda span: span.end)
        return self._ending[organ][before - 1] if before else None

    def _all(self) -> list[Span]:
        if self._spans is None:
            # 河南省政协 of 河南省政协常委会 is a body, and 甲电力有限公司 of two such words is one.
            words = (self._marks.spans["organ"], organ_runs(self._marks))
            found = {span for spans in words for span in self._complete(spans)}
            self._spans = sorted(found, key=lambda span: (span.end, -span.start))
        return self._spans

    def _complete(self, words: Iterable[Span]) -> Iterable[Span]:
        last = 0
        for start, end in words:
            left = before_term(self._marks, left_edge(self._marks, start, last), end)
            if start - left >= 2:
                yield Span(left, end)
                last = end
