"""Documents: works that are adopted, issued, presented or cited; signed ones are agreements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.marks import Marks
from kg.extract.sentences import Sentence, sentence_at
from kg.model import Span

_ADOPT = re.compile(r"(?:审议|讨论|表决|研究|会议|会上|全体会议|听取|大会)?[^。；，]{0,6}?(?:通过了?|审定了?|审议了?)(?!《[^》]*》的?(?:决定)?前)")
_ISSUE = re.compile(r"(?:印发|发布|下发|出台|公布|颁布|颁发|制定出台|制定印发|制定|联合印发|发出|出具)了?")
_PRESENT_BEFORE = re.compile(r"(?:就|对|围绕|关于|宣读了?|解读了?|通报了?|介绍了?|汇报了?|传达了?)$")
_PRESENT_AFTER = re.compile(r"^[^，。；]{0,14}?(?:作了?|进行了?|做了?)?[^，。；]{0,6}?(?:说明|解读|汇报|介绍|通报|报告)")
_THEME = re.compile(r"(?:题为|主题为|以)“([^”]{4,60})”(?:为题|的(?:主旨|主题|专题)?(?:报告|发言|演讲|讲话)|[，。])")
_UNQUOTED = re.compile(r"(?:发布|印发|下发|公布)(?:了)?(关于[^，。；《》]{2,40}?的(?:通知|公告|意见|决定|通告|公示))")
_PRESS = re.compile(r"(?:日报|晚报|晨报|时报|周刊|杂志|新闻|纪实|电影|歌|曲|之歌)$")


@dataclass(frozen=True, slots=True)
class Work:
    """A document with its relation to what happened."""

    title: str
    relation: str
    span: Span
    year: str | None
    rule: str


def find_documents(marks: Marks, works: Sequence[Span], signed: Sequence[Span], sentences: Sequence[Sentence]) -> list[Work]:
    """Every title in 《…》 that is no agreement, with each relation once; and unquoted notices."""
    out: list[Work] = []
    agreements = {_plain(marks.text[s.start : s.end]) for s in signed}
    for span in works:
        title = marks.text[span.start + 1 : span.end - 1]
        sentence = sentence_at(sentences, span.start)
        if sentence is None or any(s.start < span.end and span.start < s.end for s in signed):
            continue
        if any(name.endswith(_plain(title)) for name in agreements) or _PRESS.search(title):
            continue
        relation, rule = _relation(marks, span, sentence, works)
        if relation == "cited" and not _document(marks, title):
            continue
        out.append(Work(title, relation, span, _year(marks.text, span, sentence), rule))
    for pattern, relation in ((_UNQUOTED, "issued"), (_THEME, "presented")):
        for match in pattern.finditer(marks.text):
            out.append(Work(match.group(1), relation, Span(match.start(1), match.end(1)), None, "unquoted"))
    return _strongest(out)


def _relation(marks: Marks, span: Span, sentence: Sentence, works: Sequence[Span]) -> tuple[str, str]:
    text = marks.text
    start = max(sentence.span.start, *(text.rfind(m, sentence.span.start, span.start) + 1 for m in "。；"))
    before = text[start : span.start]
    for other in reversed([w for w in works if start <= w.start and w.end <= span.start]):
        if re.fullmatch(r"[、，和及与以\n]*|以及|.{0,2}", text[other.end : span.start]):
            before = text[start : other.start]
            span = Span(other.start, span.end)
        else:
            break
    after = text[span.end : sentence.span.end]
    tail = re.split(r"，", before)[-1].strip()
    if re.search(r"(?:通过|审议|审定)了?(?:的)?$", tail) and not re.search(r"(?:此前|日前已|已)审议", tail) or _ADOPT.search(tail[-14:]) and len(tail) < 30:
        return "adopted", "adopt-verb"
    if re.match(r"(?:草案)?(?:\(草案\))?[^，。]{0,4}(?:获|经)?[^，。]{0,6}(?:审议|表决)?通过", after):
        return "adopted", "adopt-after"
    if re.search(r"(?:题为|主题为|以|围绕)$", tail) and re.match(r"(?:为题|的[^，。]{0,6}(?:演讲|发言|报告|讲话|致辞|讲座))", after):
        return "presented", "present-verb"
    if re.search(r"(?:共同|联合)?发表了?$", tail) and re.search(r"宣言|声明|倡议|公报|共识$", text[span.start : span.end]):
        return "issued", "issue-verb"
    if _PRESENT_BEFORE.search(tail) and (_PRESENT_AFTER.match(after) or not tail.endswith(("对", "围绕", "关于", "就"))):
        return "presented", "present-verb"
    if _ISSUE.search(tail[-8:]) and not re.search(r"(?:根据|按照|依据|贯彻|落实|自)", tail):
        return "issued", "issue-verb"
    if re.match(r"[^，。；]{0,6}(?:正式)?(?:印发|发布|出台|公布|颁布)", after):
        return "issued", "issue-after"
    return "cited", "cited"


def _document(marks: Marks, title: str) -> bool:
    return any(title.endswith(word) or title.rstrip(")）").endswith(word) for word in marks.lexicon.document_words)


def _year(text: str, span: Span, sentence: Sentence) -> str | None:
    match = re.search(r"((?:19|20)\d\d)年(?:的)?$", text[max(sentence.span.start, span.start - 8) : span.start])
    return match.group(1) if match else None


def _plain(title: str) -> str:
    return re.sub(r"[《》“”\s]", "", title)


def _strongest(found: list[Work]) -> list[Work]:
    """A work that was adopted or presented is not also cited; each (title, relation) once."""
    strong = {_plain(w.title) for w in found if w.relation != "cited"}
    seen: set[tuple[str, str]] = set()
    out = []
    for work in found:
        key = (_plain(work.title), work.relation)
        if key in seen or (work.relation == "cited" and key[0] in strong):
            continue
        seen.add(key)
        out.append(work)
    return out
