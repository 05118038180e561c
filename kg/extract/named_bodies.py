"""Bodies that have a name in the text, asked which of them a bare 商会, 该局 or 校长 points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from kg.extract.edges import left_edge
from kg.extract.marks import Marks
from kg.extract.offices import before_term, organ_runs, without_count, without_term
from kg.model import Span

_ASSEMBLY_CHAIR = {"主任": "人大常委会", "主席": "政协", "委员": "政协"}
_ROSTER = re.compile(r"[\u4e00-\u9fff]{2,6}[：:]|[(（]")  # a line of a list of holders, or a note to it
_ROSTER_LINES = 8
_BODY_ALONE = re.compile(r"[\u4e00-\u9fff]{3,24}")
_HEADS = (*"省市县区州旗盟", "自治", "我", "本", "全国", "政协")
_ASSEMBLY_NEAR = 300  # code points between an assembly and a bare title of it
_SHORT_ORGAN = 4  # code points of 商会, 护理院, 研究中心: alone they point back to a body with a name
_COMPANY = re.compile("(集团公司|集团|公司)(党委|党组|纪委|董事会|监事会|工会|团委|)")
_SAID = re.compile("该(大学|学院|公司|集团|中心|协会|商会|银行|局|厅|院|校|部|委|办|所|行|会)")
_SOCIETIES = ("商会", "协会", "学会", "联合会", "研究会")
_FAR_BACK = 2000  # code points in which 特区 finds its region
_GROUPS = ("集团", "集团公司", "集团有限公司", "集团股份有限公司", "集团有限责任公司")
_NOT_OF_BODY = re.compile("^(?:原|后任|现任|曾任|历任|任|关于|所?属)")
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
        name = without_term(without_count(self._marks.text[span.start : span.end]))
        return _NOT_OF_BODY.sub("", name) + inner

    def said(self, words: str, position: int) -> str:
        """该局, 该院党组: the words with the body that is meant, the one named last of that kind."""
        pointed = _SAID.match(words)
        span = self._last(pointed[1], position) if pointed else None
        if pointed is None or span is None:
            return words
        return without_term(without_count(self._marks.text[span.start : span.end])) + words[pointed.end() :]

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
