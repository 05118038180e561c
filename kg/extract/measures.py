"""Measures: the items of the lists in which a meeting or a speaker says what is to be done.

The words that introduce a list give it its name and, sometimes, the one it is addressed to. Lists of what was
found (特点, 问题, 成效 …) are no measures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.list_items import Cover, ItemList, find_lists
from kg.model import MeasureFact, Span

CONFIDENCE = {"line": 0.95, "dash": 0.8, "chain": 0.8, "first": 0.85, "counted": 0.75}
_DEFAULT_CONFIDENCE = 0.9
_SENTENCE = 200  # code points of a sentence that are read for the words that introduce a list
_LINES = 3  # lines above a list that can introduce it
_HEADING = 30  # code points
# Words that introduce a list, and the list's name; the one nearest to the list decides.
_NAMES = {
    "倡议": "initiatives", "共识": "consensus", "议程": "agenda", "议题": "agenda", "建议": "initiatives",
    "希望": "requirements", "任务": "tasks", "重点工作": "tasks", "措施": "measures", "举措": "measures",
    "要求": "requirements", "意见": "requirements", "指示": "requirements",
}
_NAMING = re.compile("|".join(_NAMES))
_SPOKEN = re.compile("强调|要求|指出|提出|部署|希望|表示|致辞|讲话|要|将")
#: 联盟将聚焦“三件事”, 县府未来将推出: what the speaker's own side will do, where nothing is demanded.
_OWN_PLAN = re.compile("将(?!军)|[府局校]会|抛出|推出")
_DEMANDED = re.compile("强调|要求|希望|指出|务必|必须|要(?![素点])")
#: 首先由甲介绍…，其次由乙分享: what happened, one after another.
_HAPPENED = re.compile(
    "由[^，。；]{2,20}(?:介绍|分享|[作做]|进行|宣读|传达|通报|汇报|发言|讲话|致辞)|[^，。；]{0,12}了"
)
_COORDINATION = "协同"
_OUGHT = ("要", "应", "必须", "须")
_FINDINGS = re.compile(
    "(?:特点|特征|问题|原因|成效|成果|成绩|亮点|优势|意义|变化|体会|困难|不足|短板|情况|因素|理由|机遇|挑战|进展)"
    r"[^，。；\n]{0,6}[：:，,。]?\s*$"
)
_BODY = (
    "(?:省|市|县|区|州|镇|部门|单位|地|企业|公司|集团|双方|干部|党员|代表|委员|学校|高校|同志|群众|办|局|委)"
)
_WHO = f"(?P<who>[\u4e00-\u9fff、]{{0,14}}?{_BODY})"
_ADDRESSEES = (
    re.compile(r"对(?P<who>[\u4e00-\u9fff、]{2,16}?)提出?[^，。；：\n]{0,8}(?:要求|建议|希望|意见|倡议)"),
    re.compile(rf"(?:要求|希望|建议|倡议|号召){_WHO}(?=要|应|切实|进一步|共同|[：:，,])"),
    re.compile(rf"(?:^|(?<=[。；：，\n])){_WHO}(?:要|应|须|需)[^，。；\n]{{0,12}}"
               r"(?:以下|下列|如下|[几一二三四五六七八九十][项点])", re.MULTILINE),
)
_NOT_ADDRESSED = re.compile("[说指强在的了]|我们|会议|为此|今后|下一步")


def find_measures(text: str, zones: Sequence[Span]) -> tuple[MeasureFact, ...]:
    """The measures of an article, list after list, numbered from 1 in each list; `event` is left open.

    `zones` (from `find_credits`) hold no measures. The text of a measure is what its evidence spans. Pure;
    linear in the length of the text; no error on any text.
    """
    facts: list[MeasureFact] = []
    after, hidden = 0, Cover(zones)
    for found in find_lists(text, zones):
        before = _introduction(text, found.start, after, hidden)
        after = max(after, found.items[-1].end)
        if found.form == "first" and _told(text, found):
            continue
        spoken = _SPOKEN.search(before) or _SPOKEN.search(_paragraph(text, found.start))
        if not _FINDINGS.search(before) and (spoken or found.form != "counted"):
            facts += _facts(text, found, before, "requirements" if spoken else "measures")
    return tuple(facts)


def _told(text: str, found: ItemList) -> bool:
    """Most items tell what somebody did."""
    return 2 * sum(_HAPPENED.match(text, span.start) is not None for span in found.items) > len(found.items)


def _facts(text: str, found: ItemList, before: str, default: str) -> Iterator[MeasureFact]:
    items = [text[span.start : span.end] for span in found.items]
    name, addressee = _name(before, items, found.form) or default, _addressee(before)
    confidence = CONFIDENCE.get(found.form, _DEFAULT_CONFIDENCE)
    for order, (span, words) in enumerate(zip(found.items, items, strict=True), 1):
        yield MeasureFact(list=name, order=order, text=words, addressee=addressee, evidence=(span,),
                          rule=f"list-{found.form}", confidence=confidence)


def _introduction(text: str, start: int, after: int, hidden: Cover) -> str:
    """The words before a list: its own sentence, or the lines above up to a sentence's end."""
    line = text.rfind("\n", 0, start) + 1
    own = _last_sentence(text[max(line, after, start - _SENTENCE) : start])
    if own:
        return own
    lines: list[str] = []
    while line > after and len(lines) < _LINES:
        end = line - 1
        line = text.rfind("\n", after, end) + 1 or after
        words = text[max(line, end - _SENTENCE) : end].strip()
        if hidden.covers(line):
            break
        is_sentence = words[-1:] in ("。", "！", "？")
        if len(words) > 1 and not (is_sentence and lines):
            lines.insert(0, _last_sentence(words))
        if is_sentence:
            break
    return "\n".join(lines)


def _paragraph(text: str, start: int) -> str:
    """What the paragraph says before a list, as far as it can matter."""
    return text[max(text.rfind("\n", 0, start) + 1, start - 3 * _SENTENCE) : start]


def _last_sentence(words: str) -> str:
    pieces = [piece.strip() for piece in re.split("[。！？]", words)]
    return next((piece for piece in reversed(pieces) if len(piece) > 1), "")


def _name(before: str, items: Sequence[str], form: str) -> str | None:
    last_line = before.rsplit("\n", 1)[-1]
    themed = sum(_COORDINATION in words[:20] for words in items)
    headed = len(last_line) <= _HEADING and _COORDINATION in last_line
    if form != "counted" and (2 * themed > len(items) or headed):
        return "coordination"
    named = _NAMING.findall(before)
    if named:
        return _NAMES[named[-1]]
    ought = sum(words.startswith(_OUGHT) for words in items)
    if 2 * ought > len(items):
        return "requirements"
    own = _OWN_PLAN.search(last_line) and not _DEMANDED.search(last_line)
    return "initiatives" if own else None


def _addressee(before: str) -> str | None:
    for form in _ADDRESSEES:
        for match in form.finditer(before):
            if not _NOT_ADDRESSED.search(match["who"]):
                return match["who"]
    return None
